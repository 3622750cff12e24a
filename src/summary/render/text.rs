//! Plain text: what fits a chat, a mail and a form alike.

use super::super::subject::shortened;
use super::page::{Cell, Page, Part, Section, Voice};
use super::terse;
use crate::summary::Summary;
use crate::wording;

/// No line is wider.
const COLUMNS: usize = 78;

/// The most characters of a full text, and of a short one.
const FULL: usize = 3_499;
const SHORT: usize = 500;

/// The full text, a line break at its end.
pub fn text(summary: &Summary) -> String {
    terse::fitting(Page::of(summary), FULL, drawn)
}

/// At most 500 characters for a chat.
pub fn short(summary: &Summary) -> String {
    let page = Page::of(summary);
    let footer = lines(&[&page.safety, &page.last]);
    let mut out = lines(&[&line(&page.subject)]);
    for (part, columns) in SHORT_PARTS {
        let Some(section) = page.section(part) else { continue };
        // The subject says all there is to say about a problem that fits into it whole.
        let cells: Vec<String> = section.cells.iter().map(drawn_cell).collect();
        let cells = shortened(&cells.join(" | "), columns);
        let next = lines(&[&format!("{}: {cells}", section.heading)]);
        if count(&out) + count(&next) + count(&footer) <= SHORT {
            out.push_str(&next);
        }
    }
    out.push_str(&footer);
    if count(&out) <= SHORT { out } else { terse::cut(&lines(&[&line(&page.subject)]), &footer, SHORT) }
}

/// What a chat needs, most important first, and how many columns each may take.
const SHORT_PARTS: [(Part, usize); 9] = [
    (Part::Urgency, 80),
    (Part::Numbers, 150),
    (Part::Problem, 140),
    (Part::Status, 120),
    (Part::Amount, 60),
    (Part::When, 60),
    (Part::Parties, 80),
    (Part::Checks, 150),
    (Part::Request, 80),
];

fn drawn(page: &Page) -> String {
    let mut out = lines(&[&line(&page.subject)]);
    out.push('\n');
    for section in &page.sections {
        if section.list {
            out.push_str(&lines(&[&format!("{}:", section.heading)]));
            for cell in &section.cells {
                out.push_str(&indented("- ", &drawn_cell(cell)));
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
    let cells: Vec<String> = section.cells.iter().map(drawn_cell).collect();
    format!("{}: {}", section.heading, cells.join(" | "))
}

fn drawn_cell(cell: &Cell) -> String {
    let value = match cell.voice {
        Voice::Quoted => format!("\"{}\"", cell.value.replace('"', "'")),
        Voice::Ours | Voice::Outside => cell.value.clone(),
    };
    let value = match &cell.mark {
        Some(mark) => format!("{value} [{mark}]"),
        None => value,
    };
    match &cell.name {
        Some(name) => format!("{name}: {value}"),
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
