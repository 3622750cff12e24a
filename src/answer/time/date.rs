//! Dates as people write them, in digits, Chinese and English.

use super::number::leading;
use super::weekday::Weekday;
use crate::i18n::Message;

/// A day.
#[derive(Debug, PartialEq)]
pub(super) enum Day {
    /// So many days before today.
    Back(i64),
    /// Year, month, day.
    Full(i16, i8, i8),
    /// Month and day of some year.
    InYear(i8, i8),
    /// A day of some week.
    Week(Weekday),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `2026年11月20日`, `11月20号`.
pub(super) fn chinese_date(text: &str) -> Option<(Day, &str)> {
    let (first, _, rest) = leading(text)?;
    let (year, month, rest) = match rest.trim_start().strip_prefix('年') {
        Some(rest) => {
            let (month, _, rest) = leading(rest.trim_start())?;
            (Some(first), month, rest)
        }
        None => (None, first, rest),
    };
    let (day, _, rest) = leading(rest.trim_start().strip_prefix('月')?.trim_start())?;
    let rest = rest.trim_start();
    let rest = ["日", "号"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
    Some((calendar(year, month, day)?, rest))
}

/// `20 Nov`, `November 20th, 2026`.
pub(super) fn english_date(text: &str) -> Option<(Day, &str)> {
    let (month, day, rest) = if let Some((month, rest)) = month_name(text) {
        let (day, _, rest) = leading(rest.trim_start())?;
        (month, day, ordinal(rest))
    } else {
        let (day, _, rest) = leading(text)?;
        let (month, rest) = month_name(ordinal(rest).trim_start_matches([' ', '-', '/']))?;
        (month, day, rest)
    };
    if rest.starts_with(':') {
        return None;
    }
    let year = leading(rest.trim_start_matches([',', ' ', '-', '/']))
        .filter(|(_, digits, after)| *digits == 4 && !after.starts_with(':'));
    match year {
        Some((year, _, rest)) => Some((calendar(Some(year), month, day)?, rest)),
        None => Some((calendar(None, month, day)?, rest)),
    }
}

fn month_name(text: &str) -> Option<(i64, &str)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[..letters];
    let at = MONTHS
        .iter()
        .position(|month| letters >= 3 && (month.starts_with(word) || (word == "sept" && *month == "september")))?;
    Some((i64::try_from(at).ok()? + 1, text[letters..].trim_start_matches('.')))
}

fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_prefix(ending)).unwrap_or(text)
}

/// `2026-11-20`, `2026/11/20`, `20.11.2026`, `11/20`; two numbers that could both be the month are refused.
pub(super) fn numeric_date(text: &str) -> Result<Option<(Day, &str)>, Message> {
    let Some((first, digits, rest)) = leading(text).filter(|(_, digits, _)| *digits > 0) else { return Ok(None) };
    let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.')) else { return Ok(None) };
    let Some((second, 1..=2, rest)) = leading(&rest[1..]) else { return Ok(None) };
    let third = rest.strip_prefix(mark).and_then(leading).filter(|(_, digits, _)| *digits > 0);
    let bad = super::unclear;
    match (digits, third) {
        (4, Some((day, _, rest))) => Ok(Some((calendar(Some(first), second, day).ok_or_else(bad)?, rest))),
        (1..=2, Some((year, 4, rest))) => {
            let (month, day) = month_and_day(first, second)?;
            Ok(Some((calendar(Some(year), month, day).ok_or_else(bad)?, rest)))
        }
        (1..=2, None) if mark != '.' => {
            let (month, day) = month_and_day(first, second)?;
            Ok(Some((calendar(None, month, day).ok_or_else(bad)?, rest)))
        }
        _ => Err(bad()),
    }
}

fn month_and_day(first: i64, second: i64) -> Result<(i64, i64), Message> {
    match (first <= 12, second <= 12) {
        (true, true) if first != second => Err(Message::new("time-day-or-month")),
        (true, _) => Ok((first, second)),
        (false, _) => Ok((second, first)),
    }
}

fn calendar(year: Option<i64>, month: i64, day: i64) -> Option<Day> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some(match year {
        Some(year) => Day::Full(i16::try_from(year).ok()?, month, day),
        None => Day::InYear(month, day),
    })
}
