//! The part of the options that a few rows can show: always the one under the pointer, and in words how many stand above
//! and below. Only what is seen is laid out, however long the list is.

use super::list::{List, Under};
use crate::i18n::{Lang, Message};
use crate::palette::Tone;
use crate::prompt::layout::{Line, hanging_at, heading};
use crate::wording::{width, wrap};

/// How far the further rows of an option are set in at least, so that none looks like an option of its own.
const INDENT: usize = 4;

/// Rows of a list, and how much of it they show.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) rows: Vec<Line>,
    /// The first option that is seen.
    pub(super) top: usize,
    /// How many options are seen whole.
    pub(super) options: usize,
    /// Whether all are.
    pub(super) all: bool,
}

/// The options of a list in at most `budget` rows.
pub(super) fn seen(list: &List<'_>, lang: Lang, columns: usize, budget: usize) -> Seen {
    let count = list.shown().len();
    let all = laid_out(list, columns, 0, budget);
    if all.len() == count {
        return Seen { top: 0, options: count, all: true, rows: all.into_iter().flatten().collect() };
    }
    // What is hidden is said: above and below, where there is room for that, or both in one row.
    let words = if budget > 3 { 2 } else { 1 };
    let room = budget.saturating_sub(words).max(1);
    let pointer = list.pointer().and_then(|pointer| list.shown().iter().position(|at| *at == pointer)).unwrap_or(0);
    let mut top = list.top().min(pointer);
    let mut options = laid_out(list, columns, top, room);
    if top + options.len() <= pointer || top + options.len() == count {
        // As many as fit and end with the one under the pointer, or with the last.
        let end = if top + options.len() == count { count } else { pointer + 1 };
        top = first_before(list, columns, end, room);
        options = laid_out(list, columns, top, room);
    }
    if options.is_empty() {
        // One option is higher than the window: its beginning, without a heading.
        let rows = rows_of(list, top, columns).into_iter().filter(|row| row.tone != Tone::Hint);
        options = vec![rows.take(room).collect()];
    }
    let below = count - top - options.len();
    let more = |key: &'static str, number: usize| {
        let text = Message::new(key).with("count", number).text(lang);
        let first = wrap(&text, columns.saturating_sub(INDENT)).into_iter().next().unwrap_or_default();
        Line { tone: Tone::Hint, text: format!("{}{first}", " ".repeat(INDENT)) }
    };
    let together = words == 1 && top > 0 && below > 0;
    let mut rows = Vec::new();
    rows.extend((!together && top > 0).then(|| more("prompt-more-above", top)));
    let seen = options.len();
    rows.extend(options.into_iter().flatten());
    rows.extend((!together && below > 0).then(|| more("prompt-more-below", below)));
    rows.extend(together.then(|| more("prompt-more", top + below)));
    rows.truncate(budget.max(1));
    Seen { rows, top, options: seen, all: false }
}

/// The options from a place on, as long as they fit.
fn laid_out(list: &List<'_>, columns: usize, from: usize, budget: usize) -> Vec<Vec<Line>> {
    let mut left = budget;
    let mut options = Vec::new();
    for at in from..list.shown().len() {
        let rows = rows_of(list, at, columns);
        if rows.len() > left {
            break;
        }
        left -= rows.len();
        options.push(rows);
    }
    options
}

/// The first of the options that fit and end before a place.
fn first_before(list: &List<'_>, columns: usize, end: usize, budget: usize) -> usize {
    let mut left = budget;
    let mut first = end;
    while let Some(before) = first.checked_sub(1) {
        let Some(rest) = left.checked_sub(rows_of(list, before, columns).len()) else { break };
        (left, first) = (rest, before);
    }
    first.min(end.saturating_sub(1))
}

/// The rows of an option, its heading above it.
fn rows_of(list: &List<'_>, place: usize, columns: usize) -> Vec<Line> {
    let Some((at, option)) = list.shown().get(place).and_then(|at| Some((*at, list.option(*at)?))) else {
        return Vec::new();
    };
    #[cfg(test)]
    LAID_OUT.set(LAID_OUT.get() + 1);
    let active = list.pointer() == Some(at);
    let pointer = if active { "> " } else { "  " };
    let mark = match list.under() {
        Under::Commands => {
            let word = list.shown().iter().filter_map(|at| list.option(*at)).map(|option| option.value.len()).max();
            format!("{pointer}:{:<wide$}  ", option.value, wide = word.unwrap_or(0))
        }
        _ => {
            let digits = list.count().to_string().len();
            format!("{pointer}{:>digits$}. ", at + 1)
        }
    };
    let mark = match list.tick(at) {
        Some(true) => format!("{mark}[x] "),
        Some(false) => format!("{mark}[ ] "),
        None => mark,
    };
    // In a very narrow window what is set in takes no more than half of it.
    let indent = width(&mark).clamp(INDENT, (columns / 2).max(INDENT));
    let tone = if active { Tone::Picked } else { Tone::Body };
    let mut rows: Vec<Line> = Vec::new();
    if list.under() == Under::Options {
        rows.extend(heading(option, columns).into_iter().map(|text| Line { tone: Tone::Hint, text }));
    }
    if width(&mark) > columns / 2 && width(&mark) + width(&option.label) > columns {
        // The mark has a row of its own.
        rows.push(Line { tone, text: mark.trim_end().to_owned() });
        let rest = hanging_at(INDENT, &" ".repeat(INDENT), &option.label, columns);
        rows.extend(rest.into_iter().map(|text| Line { tone, text }));
    } else {
        rows.extend(hanging_at(indent, &mark, &option.label, columns).into_iter().map(|text| Line { tone, text }));
    }
    rows
}

#[cfg(test)]
thread_local! {
    static LAID_OUT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How many options were laid out in this thread.
#[cfg(test)]
pub(super) fn laid_out_so_far() -> usize {
    LAID_OUT.get()
}
