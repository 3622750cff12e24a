//! Payment card numbers (ISO/IEC 7812, Luhn).

mod issuer;
mod window;

use super::Confidence;
use super::Report;
use super::cue::groups::{self, Groups};
use super::cue::{self, Cue, Sense, glue};
use super::id_number;
use super::kind::Kind;
use super::reading::Reading;
use crate::flow::step::TextFormat;
use issuer::Fit;
use std::ops::Range;

/// Finds card numbers.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    let runs = groups::all(reading.text(), 12);
    if runs.is_empty() {
        return;
    }
    let cues = cue::all(reading);
    for run in &runs {
        proven(reading, run, &cues, format, report);
    }
    // What is called a card is one, whatever was asked for.
    for (index, cue) in cues.iter().enumerate().filter(|(_, cue)| cue.sense == Sense::Card) {
        let places = cue::behind(reading, &cues, index);
        let named = places.into_iter().find_map(|place| named(reading, &runs, place.at));
        if let Some(range) = named.filter(|range| range.start >= cue.range.end) {
            report(range, Kind::Card, Confidence::Likely);
        }
    }
}

/// Reports the numbers of a run of groups that Luhn and an issuer prove.
fn proven(reading: &Reading<'_>, run: &Groups, cues: &[Cue], format: TextFormat, report: &mut Report<'_>) {
    let mut start = 0;
    while start < run.len() {
        let found = window::ends(run, start).into_iter().find_map(|end| {
            let groups = run.get(start..end)?;
            let range = groups.first()?.start..groups.last()?.end;
            let digits = groups::digits(reading.text(), groups);
            let fit = card_fit(&digits)?;
            let dated = groups.len() == 1 && begins_with_date(&digits);
            if format == TextFormat::OrderId && (fit != Fit::Common || begins_with_date(&digits))
                || dated && is_of_order(reading, cues, range.start)
            {
                return None;
            }
            let allowed = match format {
                TextFormat::Phone => fit > Fit::Rare && digits.len() >= 15,
                TextFormat::Email | TextFormat::OrderId | TextFormat::TxHash | TextFormat::Address => fit > Fit::Rare,
                _ => true,
            };
            (allowed && window::fits_in(reading.text(), run, start, end) && stands(reading, &range, digits.len()))
                .then_some((end, range, fit))
        });
        if let Some((end, range, fit)) = found {
            report(range, Kind::Card, if fit == Fit::Rare { Confidence::Likely } else { Confidence::Exact });
            start = end;
        } else {
            start += 1;
        }
    }
}

/// How well the digits fit a card, if they may be one's.
fn card_fit(digits: &str) -> Option<Fit> {
    let fit = issuer::fit(digits)?;
    (issuer::luhn(digits) && !id_number::is_valid(digits)).then_some(fit)
}

/// Whether a number stands for itself: no piece of a name, no telephone number.
fn stands(reading: &Reading<'_>, range: &Range<usize>, length: usize) -> bool {
    let lower = reading.lower();
    let dialled = length <= 15 && lower.get(..range.start).is_some_and(|before| before.ends_with('+'));
    !dialled && glue::begins(lower, range.start) && glue::ends(lower, range.end)
}

/// Whether the word right before it says that it is the number of an order.
fn is_of_order(reading: &Reading<'_>, cues: &[Cue], start: usize) -> bool {
    let before = cues.partition_point(|cue| cue.range.end <= start);
    before.checked_sub(1).and_then(|last| cues.get(last)).filter(|cue| cue.sense == Sense::Order).is_some_and(|cue| {
        let gap = reading.text().get(cue.range.end..start).unwrap_or("x");
        gap.len() <= 8 && gap.chars().all(|letter| matches!(letter, ' ' | ':' | '=' | '#' | '是' | '为' | '号'))
    })
}

/// Whether digits begin with a day of these years, as order numbers do: 20yymmdd or yymmdd.
fn begins_with_date(digits: &str) -> bool {
    let day = |text: &str| -> bool {
        let part = |range: Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
        (10..=39).contains(&part(0..2)) && (1..=12).contains(&part(2..4)) && (1..=31).contains(&part(4..6))
    };
    day(digits) || digits.strip_prefix("20").is_some_and(day)
}

/// The number behind a word for cards, which a slip of the finger may have spoilt.
fn named(reading: &Reading<'_>, runs: &[Groups], place: usize) -> Option<Range<usize>> {
    let run = runs.get(runs.partition_point(|run| run.last().is_none_or(|last| last.start < place)))?;
    let first = run.partition_point(|group| group.start < place);
    let mut total = 0;
    let mut last = None;
    for group in run.iter().skip(first) {
        let gap = last.map_or(0, |end: usize| group.start - end);
        if total + group.len() > 19 || gap > 1 {
            break;
        }
        total += group.len();
        last = Some(group.end);
    }
    let range = run.get(first)?.start..last?;
    let digits: String = reading.text().get(range.clone())?.chars().filter(char::is_ascii_digit).collect();
    let whole = !reading.text().as_bytes().get(range.end).is_some_and(u8::is_ascii_digit);
    let opened = reading.text().get(place..range.start)?.chars().all(|letter| "[(<*#".contains(letter));
    let fits =
        (12..=19).contains(&total) && whole && opened && !begins_with_date(&digits) && !id_number::is_valid(&digits);
    (fits && glue::ends(reading.lower(), range.end)).then_some(range)
}

#[cfg(test)]
mod tests;
