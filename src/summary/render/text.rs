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
const SHORT: usize = 500 - seal::ROOM_OF_SHORT;

/// The full text, a line break at its end.
pub fn text(summary: &Summary) -> String {
    terse::fitting(Page::of(summary), FULL, drawn)
}

/// At most 500 characters for a chat.
pub fn short(summary: &Summary) -> String {
    let page = Page::of(summary);
    let subject = lines(&[&line(&page.subject)]);
    let footer = lines(&[&page.safety, &page.last]);
    let mut out = subject.clone();
    for (part, columns) in SHORT_PARTS {
        let Some(section) = page.section(part) else { continue };
        // The subject has said the urgency, and the whole of a problem that is short.
        let said = |cell: &Cell| {
            matches!(part, Part::Problem | Part::Urgency)
                && cell.name.is_none()
                && summary.subject.contains(&cell.value)
        };
        let Some(cells) = first_cells(section, said, columns) else { continue };
        let next = lines(&[&format!("{}: {cells}", section.heading)]);
        if count(&out) + count(&next) + count(&footer) <= SHORT {
            out.push_str(&next);
        }
    }
    out.push_str(&footer);
    if count(&out) <= SHORT { out } else { terse::cut(&subject, &footer, SHORT) }
}

/// What a chat needs, most important first, and how many columns each may take.
const SHORT_PARTS: [(Part, usize); 10] = [
    (Part::Problem, 120),
    (Part::Urgency, 80),
    (Part::Numbers, 150),
    (Part::Status, 110),
    (Part::Promised, 80),
    (Part::When, 30),
    (Part::Amount, 40),
    (Part::Checks, 130),
    (Part::Request, 70),
    (Part::Parties, 70),
];

/// The cells not yet said that fit, one at least; that one is cut to fit.
fn first_cells(section: &Section, said: impl Fn(&Cell) -> bool, columns: usize) -> Option<String> {
    let gap = if section.list { ": " } else { " " };
    let mut out: Option<String> = None;
    for cell in section.cells.iter().filter(|cell| !said(cell)).map(|cell| drawn_cell(cell, gap)) {
        match &out {
            None => out = Some(shortened(&cell, columns)),
            Some(before) => {
                let longer = format!("{before} | {cell}");
                if wording::width(&longer) <= columns {
                    out = Some(longer);
                }
            }
        }
    }
    out
}

fn drawn(page: &Page) -> String {
    let mut out = lines(&[&line(&page.subject)]);
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
        Voice::Ours | Voice::Outside => cell.value.clone(),
    };
    let value = match &cell.detail {
        Some(detail) => format!("{value}, {detail}"),
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

/// Wrapped lines, the ones after the first set in by two.
fn indented(mark: &str, text: &str) -> String {
    let mut out = String::new();
    for (at, line) in wording::wrap(text, COLUMNS - 2).iter().enumerate() {
        out.push_str(if at == 0 { mark } else { "  " });
        out.push_str(line);
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
