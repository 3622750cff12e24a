//! Mistakes of TOML itself, in the words of somebody who writes flows and has never heard of a literal string.

use super::slip;
use super::unclosed::{self, Kind, Unclosed};
use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::source::Span;
use std::collections::HashMap;
use toml::de::{DeTable, Error};

/// Signs of a Chinese keyboard, or of other file formats, and what stands in their place.
const SIGNS: [(char, &str); 12] = [
    ('，', ","),
    ('、', ","),
    ('；', ","),
    ('：', "="),
    (':', "="),
    ('＝', "="),
    ('【', "["),
    ('［', "["),
    ('】', "]"),
    ('］', "]"),
    ('｛', "{"),
    ('｝', "}"),
];

/// Quotation marks that open or close no text.
const QUOTES: [char; 13] = ['“', '”', '„', '‟', '«', '»', '＂', '「', '」', '『', '』', '‘', '’'];

/// How the reader's sentences begin, and what they are called here.
const KINDS: [(&str, &str); 31] = [
    ("key with no value", "toml-syntax-no-equals"),
    ("missing comma", "toml-syntax-comma"),
    ("unclosed table", "toml-syntax-open-header"),
    ("unclosed array table", "toml-syntax-open-header"),
    ("unclosed array", "toml-syntax-open-list"),
    ("unclosed inline table", "toml-syntax-open-table"),
    ("invalid basic string", "toml-syntax-open-text"),
    ("invalid literal string", "toml-syntax-open-text"),
    ("missing escaped value", "toml-syntax-backslash"),
    ("too few unicode value digits", "toml-syntax-backslash"),
    ("missing assignment", "toml-syntax-no-equals"),
    ("missing value", "toml-syntax-no-value"),
    ("missing key", "toml-syntax-no-key"),
    ("unquoted keys cannot be empty", "toml-syntax-no-key"),
    ("extra comma", "toml-syntax-extra-comma"),
    ("extra `=`", "toml-syntax-extra-equals"),
    ("extra assignment", "toml-syntax-extra-equals"),
    ("unexpected `=` in array", "toml-syntax-extra-equals"),
    ("cannot recurse further", "toml-syntax-deep"),
    ("recursion limit", "toml-syntax-deep"),
    ("invalid date", "toml-syntax-date"),
    ("invalid time", "toml-syntax-date"),
    ("invalid offset", "toml-syntax-date"),
    ("integers with a radix", "toml-syntax-number"),
    ("radix must be lowercase", "toml-syntax-number"),
    ("unexpected leading zero", "toml-syntax-number"),
    ("unexpected sign", "toml-syntax-number"),
    ("redundant", "toml-syntax-number"),
    ("`_` may only go between digits", "toml-syntax-number"),
    ("integer number overflowed", "toml-syntax-number"),
    ("floating-point number overflowed", "toml-syntax-number"),
];

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

/// What the reader says of the lines of a list that ended too early, or never began.
const REMAINS: [&str; 3] = ["invalid key-value pair", "missing table open", "invalid inline table element"];

/// Reports what the reader met, without what one mistake brings about further on: what follows something that was not
/// closed is read anew from the next header.
pub(super) fn report(errors: &[Error], findings: &Findings) {
    let text = &findings.source().text;
    let lines = Lines::of(text);
    let mut all = met(errors, 0);
    let mut from = 0;
    for _ in 0..ENOUGH {
        let Some(open) = unclosed::first(text, from) else { break };
        let line = lines.at(open.at);
        let cut = all.partition_point(|met| match open.kind {
            Kind::Text => lines.at(met.span.start) < line,
            Kind::List | Kind::Table => met.span.start < open.at,
        });
        let Some(first) = all.get(cut) else { break };
        tell(&all[..cut], findings, &lines);
        let many = text.get(open.at..open.at + 3).filter(|mark| ["\"\"\"", "'''"].contains(mark));
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
        let Some(next) = open.next else { return };
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

/// What is wrong and what would be right. The reader's own sentence, which is English, is the last resort.
fn explain(detail: &str, span: Span, text: &str, lines: &Lines<'_>) -> (Message, Message) {
    let begins = |beginning: &str| detail.starts_with(beginning);
    let plain = |key: &str| (Message::new(key), Message::new(format!("{key}-help")));
    let word = text.get(span.start..span.end).unwrap_or_default();
    let rest = text.get(span.start..).unwrap_or_default();
    let first = rest.chars().next().unwrap_or('\n');
    let line = line_around(text, span.start);

    if begins("duplicate key") {
        return twice(word, span, text, lines);
    }
    if begins("cannot extend value") {
        let (message, help) = plain("toml-syntax-value-already");
        return (message.with("key", word), help.with("key", word));
    }
    if let Some(said) = slip::space(rest) {
        return said;
    }
    let column = span.start - lines.start_of(span.start);
    if let Some(said) = slip::header(line, column) {
        return said;
    }
    if (begins("missing comma") || begins("unexpected key or value"))
        && let Some(said) = slip::condition(line, column)
    {
        return said;
    }
    if QUOTES.contains(&first) || begins("invalid basic string") && line.trim_end().ends_with(QUOTES) {
        return plain("toml-syntax-quotes");
    }
    if let Some((wrong, right)) = SIGNS.iter().find(|(wrong, _)| *wrong == first) {
        let (message, help) = plain("toml-syntax-sign");
        return (message.with("wrong", wrong.to_string()), help.with("right", *right));
    }
    let unquoted =
        ["string values must be quoted", "invalid boolean", "invalid float, expected"].map(begins).contains(&true);
    let entry_begins = line.get(..column).is_some_and(|before| before.trim().is_empty());
    if unquoted && entry_begins && line.matches('}').count() > line.matches('{').count() {
        return plain("toml-syntax-no-open-table");
    }
    if begins("string values must be quoted") {
        if word.trim().is_empty() {
            return plain("toml-syntax-no-value");
        }
        let (message, help) = plain("toml-syntax-unquoted");
        let switch = match word.trim() {
            "yes" | "on" => "true",
            "no" | "off" => "false",
            _ => return (message.with("word", word), help.with("word", word)),
        };
        let help = Message::new("toml-syntax-unquoted-help-switch").with("word", word).with("switch", switch);
        return (message.with("word", word), help);
    }
    if begins("invalid unquoted key") {
        if word == "//" {
            return plain("toml-syntax-remark");
        }
        return (Message::new("toml-syntax-name").with("name", word), Message::new("bad-id-help"));
    }
    if begins("invalid boolean") || begins("invalid float, expected") {
        // The reader has looked at one letter: `next = fee` is no switch, and `next = note` no number.
        let name = rest.split(|sign: char| !sign.is_alphanumeric() && sign != '-' && sign != '_').next();
        return match name {
            Some(word) if !word.is_empty() && !["true", "false"].contains(&word.to_lowercase().as_str()) => {
                let (message, help) = plain("toml-syntax-unquoted");
                (message.with("word", word), help.with("word", word))
            }
            _ => plain("toml-syntax-bool"),
        };
    }
    if begins("missing comma") && first == '}' {
        return plain("toml-syntax-extra-close");
    }
    if REMAINS.iter().any(|remains| begins(remains)) {
        return plain("toml-syntax-remains");
    }
    if begins("unexpected key or value") {
        let quotes = line.matches('"').count() > 2 && !matches!(first, ',' | ';');
        return plain(if quotes { "toml-syntax-inner-quotes" } else { "toml-syntax-after" });
    }
    match KINDS.iter().find(|(beginning, _)| begins(beginning)) {
        Some((_, key)) => plain(key),
        None => (Message::new("toml-syntax").with("detail", detail), Message::new("toml-syntax-help")),
    }
}

/// A table or key that is there already: a step by the line of the first one.
fn twice(word: &str, span: Span, text: &str, lines: &Lines<'_>) -> (Message, Message) {
    let message = Message::new("toml-syntax-twice").with("name", word);
    let header = line_around(text, span.start).trim();
    let first = lines.header(header).filter(|line| *line < lines.at(span.start));
    let help = match first {
        Some(line) => Message::new("toml-syntax-twice-help-line").with("line", line),
        None => Message::new("toml-syntax-twice-help"),
    };
    (message, help)
}

/// The lines of a text, looked at once, however many mistakes there are.
struct Lines<'t> {
    /// Where each begins.
    starts: Vec<usize>,
    /// The number of the first line that is a header, by its words.
    headers: HashMap<&'t str, usize>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut headers = HashMap::new();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with('[')) {
            headers.entry(line.trim()).or_insert(at + 1);
        }
        Self { starts, headers }
    }

    /// The number of the line of that byte.
    fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// Where the line of that byte begins.
    fn start_of(&self, byte: usize) -> usize {
        self.starts.get(self.at(byte).saturating_sub(1)).copied().unwrap_or_default()
    }

    /// The number of the first line that holds this header and nothing else.
    fn header(&self, header: &str) -> Option<usize> {
        self.headers.get(header).copied()
    }
}

fn line_around(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}
