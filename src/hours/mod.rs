//! Opening hours, public holidays and durations on the calendar.
//!
//! Everything here is a function of its arguments: the instant, the zone and the country are handed in, no clock is read.

pub mod calendar;
mod due;
pub mod holiday;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
pub use due::due;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use opening_hours::{Context, OpeningHours, RuleKind};

/// How far ahead the next opening or closing is looked for: a channel that opens once a year is still found.
const HORIZON_DAYS: i64 = 400;
/// Longer than any real expression; what is longer is not worth reading.
const LONGEST: usize = 500;

/// What opening hours say about an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Open at that instant.
    pub open: bool,
    /// Where it is closed: when it opens next, if within a year.
    pub opens_at: Option<Timestamp>,
    /// Where it is open: when it closes, if within a year; `None` for around the clock.
    pub closes_at: Option<Timestamp>,
}

/// Checks an OpenStreetMap `opening_hours` expression. The error is the byte at which it stops making sense.
pub fn check(hours: &str) -> Result<(), usize> {
    if hours.len() > LONGEST {
        return Err(0);
    }
    match hours.parse::<OpeningHours>() {
        Ok(_) if hours.trim().is_empty() => Err(0),
        Ok(_) => misread(hours).map_or(Ok(()), Err),
        Err(error) => Err(place(hours, &error.to_string())),
    }
}

/// The byte at which something begins that the reader takes but reads wrongly: a rule that is no more than a comment, such as
/// `"on request"`, is always open to it, and behind a fallback (`||`) it does not see the days after the first.
fn misread(hours: &str) -> Option<usize> {
    let mut before = ';';
    let mut quoted = false;
    for (at, character) in hours.char_indices() {
        if character == '"' {
            quoted = !quoted;
            if quoted && before == ';' {
                return Some(at);
            }
        }
        if !quoted && character == '|' {
            return Some(at);
        }
        if !quoted && !character.is_whitespace() {
            before = character;
        }
    }
    None
}

/// The byte that the expression reader's message names as ` --> 1:COLUMN`; the end where something is missing there, the
/// beginning where it names none.
fn place(hours: &str, message: &str) -> usize {
    let column = message
        .split_once("--> 1:")
        .and_then(|(_, rest)| rest.split(|character: char| !character.is_ascii_digit()).next()?.parse::<usize>().ok());
    let byte_of =
        |column: usize| hours.char_indices().nth(column.saturating_sub(1)).map_or(hours.len(), |(byte, _)| byte);
    column.map_or(0, byte_of)
}

/// What `hours` say about the instant `at`, in `zone`, with the public holidays of `country` (ISO 3166, upper case).
///
/// `None` where the expression cannot be read. Hours that an expression calls unknown count as closed.
pub fn state(hours: &str, zone: &TimeZone, country: Option<&str>, at: Timestamp) -> Option<Hours> {
    check(hours).ok()?;
    let context = Context::default().with_holidays(holiday::of(country));
    let hours = hours.parse::<OpeningHours>().ok()?.with_context(context);
    let now = to_chrono(zone.to_datetime(at))?;
    let horizon = now.checked_add_signed(chrono::Duration::days(HORIZON_DAYS))?;
    let mut spans = hours.iter_range(now, horizon).map(|span| (span.range.start, span.kind == RuleKind::Open));
    let open = spans.next().is_some_and(|(_, open)| open);
    // Neighbouring spans can differ in their comment alone, and clocks can skip a whole span.
    let change = spans.filter(|(_, other)| *other != open).filter_map(|(start, _)| instant(start, zone, at));
    let change = change.into_iter().find(|change| {
        let local = to_chrono(zone.to_datetime(*change));
        *change > at && local.is_some_and(|local| hours.is_open(local) != open)
    });
    Some(Hours { open, opens_at: change.filter(|_| !open), closes_at: change.filter(|_| open) })
}

/// Whether a public holiday on one of these days may make the hours other than they are told: the calendar of the country
/// is not known, one of the days may be off around a holiday, or the expression says nothing of holidays and one of the days
/// is one.
pub fn may_be_holiday(hours: &str, zone: &TimeZone, country: Option<&str>, days: &[Timestamp]) -> bool {
    // Around the clock is said to mean every day of the year.
    if hours.trim() == "24/7" {
        return false;
    }
    let dates = || days.iter().filter_map(|at| Some(to_chrono(zone.to_datetime(*at))?.date()));
    !dates().all(|date| holiday::knows(country, date))
        || dates().any(|date| holiday::may_be_off(country, date))
        || (!hours.contains("PH") && dates().any(|date| holiday::of(country).get_public().contains(date)))
}

fn to_chrono(time: DateTime) -> Option<NaiveDateTime> {
    let part = |number: i8| u32::try_from(number).ok();
    NaiveDate::from_ymd_opt(time.year().into(), part(time.month())?, part(time.day())?)?.and_hms_opt(
        part(time.hour())?,
        part(time.minute())?,
        part(time.second())?,
    )
}

/// The first instant after `after` at which clocks in `zone` show `time`: a time that clocks skip is the moment of the
/// skip, and of a time that they show twice the second is meant once the first is over.
fn instant(time: NaiveDateTime, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
    let part = |number: u32| i8::try_from(number).ok();
    let time = DateTime::new(
        i16::try_from(time.year()).ok()?,
        part(time.month())?,
        part(time.day())?,
        part(time.hour())?,
        part(time.minute())?,
        part(time.second())?,
        0,
    )
    .ok()?;
    let ambiguous = zone.to_ambiguous_timestamp(time);
    if let AmbiguousOffset::Gap { after, .. } = ambiguous.offset() {
        // Read with the offset of afterwards, the time lies shortly before the skip.
        let before = after.to_timestamp(time).ok()?;
        return zone.following(before).next().map(|skip| skip.timestamp());
    }
    let first = zone.to_ambiguous_timestamp(time).compatible().ok()?;
    if first > after { Some(first) } else { ambiguous.later().ok() }
}
