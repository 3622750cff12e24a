//! Plain text: what fits a chat, a mail and a form alike.

use super::super::subject::shortened;
use super::foot;
use super::page::{Cell, Page, Section, Voice};
use super::part::Part;
use super::terse;
use crate::seal;
use crate::summary::Summary;
use crate::wording;

/// No line is wider.
const COLUMNS: usize = 78;

/// The most characters of a full text, and of a short one, before they are sealed.
const FULL: usize = 3_499 - seal::ROOM - foot::ROOM;
const SHORT: usize = 500;

/// Longer ones than any hash, address or number are no such thing and may be broken.
const COPIED: usize = 128;

/// The full texts, a line break at the end of each.
pub(super) fn full(summaries: &[Summary]) -> Vec<String> {
    terse::fitting(summaries, FULL, drawn)
}

/// At most 500 characters for a chat; `around` of them are for what is put around each text. Languages share them.
pub(super) fn short(summaries: &[Summary], around: usize) -> Vec<String> {
    let room = (SHORT + 1) / summaries.len().max(1) - 1 - around - seal::ROOM_OF_SHORT;
    summaries.iter().map(|summary| brief(summary, room)).collect()
}

fn brief(summary: &Summary, room: usize) -> String {
    let page = Page::of(summary);
    let mut out = indented("", &line(&page.subject));
    let footer = lines(&[&page.safety_short, &page.last]);
    for (part, columns) in SHORT_PARTS {
        let Some(section) = page.section(part) else { continue };
        // The subject has said the urgency, where there is no more to say of it, and the whole of a problem that is short.
        let in_subject = |cell: &Cell| cell.name.is_none() && summary.subject.contains(&cell.value);
        let said = |cell: &Cell| match part {
            Part::Problem => in_subject(cell),
            Part::Urgency => section.cells.iter().all(in_subject),
            _ => false,
        };
        let Some(cells) = first_cells(section, said, columns) else { continue };
        let next = indented("", &format!("{}: {cells}", section.heading));
        if count(&out) + count(&next) + count(&footer) <= room {
            out.push_str(&next);
        }
    }
    out + &footer
}

/// What a chat needs, most important first, and how many columns each may take.
const SHORT_PARTS: [(Part, usize); 13] = [
    (Part::Problem, 120),
    (Part::Request, 70),
    (Part::Numbers, 180),
    (Part::Urgency, 80),
    (Part::When, 30),
    (Part::Amount, 40),
    (Part::Status, 110),
    (Part::Promised, 80),
    (Part::Checks, 130),
    (Part::Probes, 80),
    (Part::Parties, 70),
    (Part::Answers, 80),
    (Part::Refused, 60),
];

/// The cells not yet said that fit. A sentence may be cut to fit, where it is the first; a number or an address never.
fn first_cells(section: &Section, said: impl Fn(&Cell) -> bool, columns: usize) -> Option<String> {
    let gap = if section.list { ": " } else { " " };
    let mut out: Option<String> = None;
    for cell in section.cells.iter().filter(|cell| !said(cell)) {
        let whole = Cell { detail: None, ..cell.clone() };
        let drawn = drawn_cell(&whole, gap);
        let fits = |text: &str| wording::width(text) <= columns;
        let around = wording::width(&drawn) - wording::width(&whole.value).min(wording::width(&drawn));
        out = match out {
            None if fits(&drawn) => Some(drawn),
            None if cell.voice == Voice::Outside => None,
            None => {
                let value = shortened(&whole.value, columns.saturating_sub(around));
                Some(drawn_cell(&Cell { value, ..whole }, gap)).filter(|cut| fits(cut))
            }
            Some(before) => {
                let longer = format!("{before} | {drawn}");
                Some(if fits(&longer) { longer } else { before })
            }
        };
    }
    out
}

fn drawn(page: &Page) -> String {
    let mut out = indented("", &line(&page.subject));
    out.push('\n');
    for section in &page.sections {
        if section.list {
            out.push_str(&lines(&[&format!("{}:", section.heading)]));
            for cell in &section.cells {
                out.push_str(&indented("- ", &drawn_cell(cell, ": ")));
            }
        } else {
            out.push_str(&indented("", &line(section)));
        }
    }
    out.push('\n');
    out.push_str(&lines(&[&page.legend, &page.safety, &page.last]));
    out
}

fn line(section: &Section) -> String {
    let cells: Vec<String> = section.cells.iter().map(|cell| drawn_cell(cell, " ")).collect();
    format!("{}: {}", section.heading, cells.join(" | "))
}

/// On a line of its own a name takes a colon; among others a space is enough.
fn drawn_cell(cell: &Cell, gap: &str) -> String {
    let value = match cell.voice {
        Voice::Quoted => format!("\"{}\"", cell.value.replace('"', "'")),
        // On a line of its own it can be copied whole.
        Voice::Outside if is_copied(&cell.value) => format!("\n{}\n", cell.value),
        Voice::Ours | Voice::Outside => cell.value.clone(),
    };
    let value = match &cell.detail {
        Some(detail) => format!("{value} ({detail})"),
        None => value,
    };
    let value = match &cell.mark {
        Some(mark) => format!("{value} [{mark}]"),
        None => value,
    };
    match &cell.name {
        Some(name) => format!("{name}{gap}{value}"),
        None => value,
    }
}

/// Whether it is one long word such as a hash, which a line break would spoil.
fn is_copied(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'+' | b'=');
    (COLUMNS - 1..=COPIED).contains(&text.len()) && text.bytes().all(is_part)
}

/// Wrapped lines, the ones after the first set in by two.
fn indented(mark: &str, text: &str) -> String {
    let mut out = String::new();
    let pieces = text.split('\n').map(str::trim).filter(|piece| !piece.is_empty());
    let lines = pieces.flat_map(|piece| match piece {
        hash if is_copied(hash) => vec![hash.to_owned()],
        words => wording::wrap(words, COLUMNS - 2),
    });
    for (at, line) in lines.enumerate() {
        out.push_str(match at {
            0 => mark,
            _ if is_copied(&line) => "",
            _ => "  ",
        });
        out.push_str(&line);
        out.push('\n');
    }
    out
}

fn lines(texts: &[&str]) -> String {
    let mut out = String::new();
    for line in texts.iter().flat_map(|text| wording::wrap(text, COLUMNS)) {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

fn count(text: &str) -> usize {
    text.chars().count()
}
