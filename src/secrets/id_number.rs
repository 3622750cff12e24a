//! Chinese identity numbers (GB 11643-1999).

use super::Confidence;
use super::Report;
use super::cue::groups;
use super::cue::{self, Sense, glue};
use super::kind::Kind;
use super::reading::Reading;
use crate::flow::step::TextFormat;
use std::ops::{Range, RangeInclusive};

/// Finds identity numbers.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    let runs = groups::all(reading.text(), 15);
    if runs.is_empty() {
        return;
    }
    for run in &runs {
        let mut clear = 0;
        for group in run.iter().filter(|group| group.len() != 1 || run.len() >= 15) {
            if group.start >= clear
                && let Some((range, number)) = number_at(reading.text(), group.start, 18)
                && is_valid(&number)
                && glue::begins(reading.lower(), range.start)
            {
                clear = range.end;
                report(range, Kind::IdNumber, Confidence::Exact);
            }
        }
    }
    if matches!(format, TextFormat::Phone | TextFormat::Email) {
        return;
    }
    let cues = cue::all(reading);
    for (index, _) in cues.iter().enumerate().filter(|(_, cue)| cue.sense == Sense::Identity) {
        let named = cue::behind(reading, &cues, index).into_iter().find_map(|place| {
            let (range, number) =
                number_at(reading.text(), place.at, 18).or_else(|| number_at(reading.text(), place.at, 15))?;
            (number.len() == 18 || has_date(number.get(6..12)?)).then_some(range)
        });
        if let Some(range) = named {
            report(range, Kind::IdNumber, Confidence::Likely);
        }
    }
}

/// So many digits from a place, groups parted by one character; the last of eighteen may be X.
fn number_at(text: &str, start: usize, length: usize) -> Option<(Range<usize>, String)> {
    let mut number = String::with_capacity(length);
    let mut parted = true;
    for (offset, letter) in text.get(start..)?.char_indices() {
        let last = number.len() == 17;
        if letter.is_ascii_digit() || last && matches!(letter, 'x' | 'X') {
            number.push(letter.to_ascii_uppercase());
            parted = false;
        } else if !parted && matches!(letter, ' ' | '-' | '.' | '\n' | '–' | '·') {
            parted = true;
        } else {
            return None;
        }
        if number.len() == length {
            let end = start + offset + letter.len_utf8();
            let next = text.get(end..)?.chars().next().unwrap_or(' ');
            return (!next.is_ascii_alphanumeric()).then_some((start..end, number));
        }
    }
    None
}

/// The first two digits: provinces by part of the country (GB/T 2260), then Taiwan, Hong Kong and Macao with the residence
/// permits that begin with 83.
const REGIONS: [RangeInclusive<u32>; 8] = [11..=15, 21..=23, 31..=37, 41..=46, 50..=54, 61..=65, 71..=71, 81..=83];

/// Whether 18 characters are an identity number: region, day of birth, check digit (ISO 7064, MOD 11-2).
pub(super) fn is_valid(number: &str) -> bool {
    let bytes = number.as_bytes();
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let (Some(day), 18) = (number.get(6..14), bytes.len()) else { return false };
    let sum: u32 = bytes.iter().zip(weights).map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight).sum();
    let region = number.get(..2).and_then(|region| region.parse().ok()).unwrap_or(0);
    REGIONS.iter().any(|regions| regions.contains(&region))
        && bytes.iter().take(17).all(u8::is_ascii_digit)
        && matches!(day.get(..2), Some("18" | "19" | "20"))
        && day.get(2..).is_some_and(has_date)
        && bytes.last() == b"10X98765432".get(usize::try_from(sum % 11).unwrap_or(0))
}

/// Whether six digits are a day: yymmdd.
fn has_date(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    (1..=12).contains(&part(2..4)) && (1..=31).contains(&part(4..6))
}

#[cfg(test)]
mod tests;
