//! Keeping to a length: what an agent misses least goes first, and the page says what is left out. No fact is cut in two.

use super::page::{Cell, Page};
use super::part::Part;
use super::sections::section;
use crate::i18n::Message;
use crate::seal::ROOM;
use crate::summary::Summary;

/// Between two languages.
pub(super) const BETWEEN: &str = "\n----------\n\n";

/// A value that is longer may be left out, if nothing else helps.
const LONG: usize = 60;

/// The pages drawn within `limit` characters together: whole if they fit, else ever terser. The limit leaves room for one
/// seal, and each page has its own.
pub(super) fn fitting(summaries: &[Summary], limit: usize, draw: fn(&Page) -> String) -> Vec<String> {
    let limit = limit.saturating_sub(summaries.len().saturating_sub(1) * (ROOM + BETWEEN.len()));
    let mut pages: Vec<Page> = summaries.iter().map(Page::of).collect();
    let mut steps = STEPS.iter();
    loop {
        let drawn: Vec<String> = pages.iter().map(draw).collect();
        if drawn.iter().map(|page| page.chars().count()).sum::<usize>() <= limit {
            return drawn;
        }
        if let Some(step) = steps.next() {
            pages.iter_mut().for_each(step);
        } else if pages.iter_mut().filter_map(|page| without_longest(page).then_some(())).count() == 0 {
            return drawn;
        }
    }
}

/// First the details of automatic checks, then names of evidence, then early entries of long lists, then whole sections.
const STEPS: [fn(&mut Page); 14] = [
    without_details,
    without_names,
    |page| last(page, Part::Contacts, 3),
    |page| {
        last(page, Part::Checks, 15);
        last(page, Part::Answers, 10);
    },
    |page| {
        last(page, Part::Contacts, 1);
        last(page, Part::Checks, 8);
        last(page, Part::Answers, 5);
        last(page, Part::Probes, 6);
        last(page, Part::Details, 6);
    },
    |page| without(page, Part::Details),
    |page| without(page, Part::Answers),
    |page| without(page, Part::Unknown),
    |page| without(page, Part::Probes),
    |page| without(page, Part::Outcome),
    |page| without(page, Part::Next),
    |page| without(page, Part::Environment),
    |page| without(page, Part::Checks),
    |page| without(page, Part::Contacts),
];

fn without_details(page: &mut Page) {
    let mut any = false;
    for cell in page.part(Part::Probes).into_iter().flat_map(|section| &mut section.cells) {
        any |= cell.detail.take().is_some();
    }
    if any {
        let name = Message::new("summary-left-details").text(page.lang);
        left_out(page, name);
    }
}

fn without_names(page: &mut Page) {
    let lang = page.lang;
    if let Some(section) = page.part(Part::Evidence) {
        let count = section.cells.len();
        section.cells = vec![Cell::alone(Message::new("summary-left-names").with("count", count).text(lang))];
    }
}

fn last(page: &mut Page, part: Part, count: usize) {
    let lang = page.lang;
    let Some(section) = page.part(part) else { return };
    // What an earlier step put in the place of what it took.
    let before = section.earlier;
    let extra = section.cells.len().saturating_sub(count + usize::from(before > 0));
    if extra > 0 {
        section.cells.drain(..extra + usize::from(before > 0));
        section.earlier = before + extra;
        let said = Message::new("summary-left-earlier").with("count", section.earlier).text(lang);
        section.cells.insert(0, Cell::alone(said));
    }
}

fn without(page: &mut Page, part: Part) {
    let Some(at) = page.sections.iter().position(|section| section.part == part) else { return };
    let heading = page.sections.remove(at).heading;
    left_out(page, heading);
}

fn left_out(page: &mut Page, name: String) {
    let lang = page.lang;
    match page.part(Part::LeftOut) {
        Some(section) => section.cells.push(Cell::alone(name)),
        None => page.sections.push(section(Part::LeftOut, lang, vec![Cell::alone(name)], false)),
    }
}

/// Takes out the longest value whole, and says so; false where no value is long.
fn without_longest(page: &mut Page) -> bool {
    let lang = page.lang;
    let cells = page.sections.iter_mut().flat_map(|section| &mut section.cells);
    let Some(cell) = cells.max_by_key(|cell| cell.length()) else { return false };
    let count = cell.length();
    if count <= LONG {
        return false;
    }
    let said = Message::new("summary-left-long").with("count", count).text(lang);
    *cell = Cell { name: cell.name.take().filter(|name| name.chars().count() <= LONG), ..Cell::alone(said) };
    true
}
