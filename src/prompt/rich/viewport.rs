//! The part of the options that a few rows can show: always the one under the pointer, and in words how many stand above
//! and below. Only what is seen is laid out, however long the list is.

use super::list::{List, Under};
use crate::i18n::{Lang, Message};
use crate::palette::Tone;
use crate::prompt::layout::{Line, hanging_at, heading};
use crate::wording::{width, wrap};

/// How far the further rows of an option are set in at least, so that none looks like an option of its own.
const INDENT: usize = 4;

/// The same in a window so narrow that no more can be spared.
const LEAST_INDENT: usize = 3;
const NARROW: usize = 30;

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
    /// Where of the option under the pointer only a part is seen, in which rows the parts above and below it begin.
    pub(super) parts: Option<Parts>,
}

/// The first rows of other parts of an option that is higher than the window; `None`: there are none.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) above: Option<usize>,
    pub(super) below: Option<usize>,
}

/// The options of a list in at most `budget` rows.
pub(super) fn seen(list: &List<'_>, lang: Lang, columns: usize, budget: usize) -> Seen {
    let count = list.shown().len();
    let all = laid_out(list, columns, 0, budget);
    if all.len() == count {
        return Seen { top: 0, options: count, all: true, parts: None, rows: all.into_iter().flatten().collect() };
    }
    // What is hidden is said: above and below, where there is room for that, or both in one row.
    let pointer = list.pointer().and_then(|pointer| list.shown().iter().position(|at| *at == pointer)).unwrap_or(0);
    let is_high = rows_of(list, pointer, columns).len() + 1 == budget;
    let words = if budget > 3 && !is_high { 2 } else { 1 };
    let room = budget.saturating_sub(words).max(1);
    let mut top = list.top().min(pointer);
    let mut options = laid_out(list, columns, top, room);
    if top + options.len() <= pointer || top + options.len() == count {
        // As many as fit and end with the one under the pointer, or with the last.
        let end = if top + options.len() == count { count } else { pointer + 1 };
        top = first_before(list, columns, end, room);
        options = laid_out(list, columns, top, room);
    }
    let more = |key: &'static str, number: usize| {
        let text = Message::new(key).with("count", number).text(lang);
        let first = wrap(&text, columns.saturating_sub(INDENT)).into_iter().next().unwrap_or_default();
        Line { tone: Tone::Hint, text: format!("{}{first}", " ".repeat(INDENT)) }
    };
    if options.is_empty() {
        // One option is higher than the window: a part of it, and in words where the others are.
        let (part, parts) = part_of(rows_of(list, top, columns), list.scrolled(), room);
        let above = parts.above.map(|_| more("prompt-part-above", 0));
        let above = above.or_else(|| (top > 0).then(|| more("prompt-more-above", top)));
        let below = count - top - 1;
        let below = match parts.below {
            Some(_) => Some(more("prompt-part-below", 0)),
            None => (below > 0).then(|| more("prompt-more-below", below)),
        };
        // Where there is room for one of both words only, the way on is said.
        let above = above.filter(|_| words > 1 || below.is_none());
        let rows = above.into_iter().chain(part).chain(below).collect();
        return Seen { rows, top, options: 1, all: false, parts: Some(parts) };
    }
    let below = count - top - options.len();
    let together = words == 1 && top > 0 && below > 0;
    let mut rows = Vec::new();
    rows.extend((!together && top > 0).then(|| more("prompt-more-above", top)));
    let seen = options.len();
    rows.extend(options.into_iter().flatten());
    rows.extend((!together && below > 0).then(|| more("prompt-more-below", below)));
    rows.extend(together.then(|| more("prompt-more", top + below)));
    rows.truncate(budget.max(1));
    Seen { rows, top, options: seen, all: false, parts: None }
}

/// The part of an option's rows that begins with the row `from`, in as many as there is room for.
fn part_of(mut rows: Vec<Line>, from: usize, room: usize) -> (Vec<Line>, Parts) {
    // A heading gives way where it leaves hardly anything of what it stands above.
    if rows.iter().take_while(|row| row.tone == Tone::Hint).count() * 2 > room {
        rows.retain(|row| row.tone != Tone::Hint);
    }
    let last = rows.len().saturating_sub(1) / room * room;
    let from = (from / room * room).min(last);
    let parts = Parts { above: from.checked_sub(room), below: Some(from + room).filter(|next| *next < rows.len()) };
    let mut part: Vec<Line> = rows.into_iter().skip(from).take(room).collect();
    if let Some(first) = part.first_mut().filter(|first| parts.above.is_some() && first.tone == Tone::Picked) {
        // What is read is what is picked.
        let rest = first.text.strip_prefix("  ").unwrap_or(&first.text);
        first.text = format!("> {rest}");
    }
    (part, parts)
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
    let is_narrow = columns + 1 < NARROW;
    // What is set in takes no more than half of the window.
    let indent = if is_narrow { LEAST_INDENT } else { width(&mark).clamp(INDENT, (columns / 2).max(INDENT)) };
    let tone = if active { Tone::Picked } else { Tone::Body };
    let mut rows: Vec<Line> = Vec::new();
    if list.under() == Under::Options {
        rows.extend(heading(option, columns).into_iter().map(|text| Line { tone: Tone::Hint, text }));
    }
    let own_row = width(&mark) > columns / 2 && (list.under() == Under::Commands || !is_narrow);
    if own_row && width(&mark) + width(&option.label) > columns {
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
