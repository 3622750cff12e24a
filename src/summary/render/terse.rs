//! Keeping to a length: what an agent misses least goes first, and the page says where the rest is.

use super::super::subject::shortened;
use super::page::{Cell, Page};
use super::part::Part;

/// The page drawn within `limit` characters: whole if it fits, else ever terser.
pub(super) fn fitting(mut page: Page, limit: usize, draw: fn(&Page) -> String) -> String {
    for step in STEPS {
        let text = draw(&page);
        if text.chars().count() <= limit {
            return text;
        }
        step(&mut page);
    }
    let text = draw(&page);
    if text.chars().count() <= limit {
        return text;
    }
    let footer = format!("\n{}\n", page.last);
    cut(&text, &footer, limit)
}

/// As many whole lines of `text` as fit before `footer`, within `limit` characters.
pub(super) fn cut(text: &str, footer: &str, limit: usize) -> String {
    let mut out = String::new();
    let room = limit.saturating_sub(footer.chars().count());
    for line in text.split_inclusive('\n') {
        if out.chars().count() + line.chars().count() > room {
            break;
        }
        out.push_str(line);
    }
    out.push_str(footer);
    out
}

/// First the details of automatic checks, then names of evidence, then early entries of long lists, then long values.
const STEPS: [fn(&mut Page); 7] = [
    |page| each(page, Part::Probes, |cell| cell.detail = None),
    |page| counted(page, Part::Evidence),
    |page| last(page, Part::Contacts, 3),
    |page| last(page, Part::Checks, 15),
    |page| all(page, 120),
    |page| {
        last(page, Part::Checks, 8);
        last(page, Part::Probes, 6);
        last(page, Part::Details, 8);
        last(page, Part::Next, 3);
        all(page, 90);
    },
    |page| all(page, 50),
];

fn each(page: &mut Page, part: Part, change: fn(&mut Cell)) {
    for section in page.sections.iter_mut().filter(|section| section.part == part) {
        section.cells.iter_mut().for_each(change);
    }
}

fn counted(page: &mut Page, part: Part) {
    for section in page.sections.iter_mut().filter(|section| section.part == part && section.cells.len() > 2) {
        section.cells = vec![Cell::alone(section.cells.len().to_string())];
    }
}

fn last(page: &mut Page, part: Part, count: usize) {
    for section in page.sections.iter_mut().filter(|section| section.part == part) {
        let extra = section.cells.len().saturating_sub(count);
        if extra > 0 {
            section.cells.drain(..extra);
            section.cells.insert(0, Cell::alone(format!("(... {extra})")));
        }
    }
}

fn all(page: &mut Page, columns: usize) {
    for cell in page.sections.iter_mut().flat_map(|section| &mut section.cells) {
        cell.value = shortened(&cell.value, columns);
        cell.name = cell.name.as_ref().map(|name| shortened(name, columns));
        cell.mark = cell.mark.as_ref().map(|mark| shortened(mark, columns));
    }
}
