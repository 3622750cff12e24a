//! One mistake, one report: of what the TOML reader met, only what does not follow from something before it.

use super::syntax::{Lines, REMAINS, explain, line_around};
use super::unclosed::{self, Kind, Unclosed};
use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::source::Span;
use toml::de::{DeTable, Error};

/// More unclosed lists, tables and texts than this in one file say nothing new.
const ENOUGH: usize = 8;

/// What the reader met, and where in the file.
struct Met {
    detail: String,
    span: Span,
}

/// What the reader met in the part of the file that begins at `from`, in the order of the file.
fn met(errors: &[Error], from: usize) -> Vec<Met> {
    let place = |span: Span| Span { start: span.start + from, end: span.end + from };
    let mut all: Vec<Met> = errors
        .iter()
        .map(|error| Met {
            detail: error.message().to_owned(),
            span: place(error.span().map_or_else(Span::default, Span::from)),
        })
        .collect();
    all.sort_by_key(|met| met.span.start);
    all
}

/// Reports what the reader met, without what one mistake brings about further on: what follows something that was not
/// closed is read anew from the next header.
pub(super) fn report(errors: &[Error], findings: &Findings) {
    let text = &findings.source().text;
    let lines = Lines::of(text);
    let mut all = met(errors, 0);
    let mut from = 0;
    for round in 0..=ENOUGH {
        let Some(open) = unclosed::first(text, from) else { break };
        let line = lines.at(open.at);
        let cut = all.partition_point(|met| match open.kind {
            Kind::Text => lines.at(met.span.start) < line,
            Kind::List | Kind::Table => met.span.start < open.at,
        });
        let Some(first) = all.get(cut) else { break };
        let many = text.get(open.at..open.at + 3).filter(|mark| ["\"\"\"", "'''"].contains(mark));
        if open.kind == Kind::Text && many.is_none() && lines.at(first.span.start) > line {
            // The reader sees no text there; it knows better.
            break;
        }
        tell(&all[..cut], findings, &lines);
        let (span, (message, help)) = if let Some(mark) = many {
            let help = Message::new("toml-syntax-open-text-help-many").with("mark", mark);
            (Span { start: open.at, end: open.at + 3 }, (Message::new("toml-syntax-open-text"), help))
        } else if open.kind == Kind::Text {
            // A mark missing between two texts of a line turns the words between them inside out.
            let odd = first.span.start < open.at && !first.detail.starts_with("invalid basic string");
            let key = "toml-syntax-odd-quotes";
            let odd = odd.then(|| (Message::new(key), Message::new(format!("{key}-help"))));
            match odd {
                Some(said) => (first.span, said),
                None => {
                    let said = explain(&first.detail, first.span, text, &lines);
                    (Span { start: open.at, end: open.at + 1 }, said)
                }
            }
        } else {
            (Span { start: open.at, end: open.at + 1 }, not_closed(open, &lines))
        };
        findings.report_with(Rule::TomlSyntax, span, message, Some(help));
        let Some(next) = open.next.filter(|_| round < ENOUGH) else { return };
        let (_, errors) = DeTable::parse_recoverable(text.get(next..).unwrap_or_default());
        all = met(&errors, next);
        from = next;
    }
    tell(&all, findings, &lines);
}

/// A list or table that does not end, and where it should.
fn not_closed(open: Unclosed, lines: &Lines<'_>) -> (Message, Message) {
    let last = lines.at(open.last.saturating_sub(1));
    let key = if open.kind == Kind::List { "toml-syntax-open-list" } else { "toml-syntax-open-table" };
    let help = if open.kind == Kind::List && last > lines.at(open.at) {
        Message::new("toml-syntax-open-list-help-line").with("line", last)
    } else {
        Message::new(format!("{key}-help"))
    };
    (Message::new(key), help)
}

/// Reports mistakes that leave nothing open.
fn tell(all: &[Met], findings: &Findings, lines: &Lines<'_>) {
    let text = &findings.source().text;
    let mut last_line = 0;
    let mut second_table = None;
    let mut last = None;
    for Met { detail, span } in all {
        if detail.starts_with("duplicate key") {
            // Every key of a table that stands there twice would be called a second one too.
            let inside = |start: usize| !text.get(start..span.start).unwrap_or_default().contains("\n[");
            if second_table.is_some_and(inside) {
                continue;
            }
            second_table = line_around(text, span.start).trim_start().starts_with('[').then_some(span.start);
        }
        let line = lines.at(span.start);
        let before = text.get(lines.start_of(span.start)..span.start).unwrap_or_default();
        let line_begins = before.trim().is_empty();
        let follows = line == last_line || line == last_line + 1 && line_begins && detail.starts_with("missing comma");
        if last_line > 0 && follows {
            continue;
        }
        let remains = REMAINS.iter().any(|remains| detail.starts_with(remains));
        let same_step = |last| !text.get(last..span.start).unwrap_or_default().contains("\n[");
        if remains && last.is_some_and(same_step) {
            continue;
        }
        (last, last_line) = (Some(span.start), line);
        let (message, help) = explain(detail, *span, text, lines);
        findings.report_with(Rule::TomlSyntax, *span, message, Some(help));
    }
}
