//! Durations on the calendar: days keep the time of day, business days skip weekends and holidays, months clamp.

use super::holiday;
use crate::flow::duration::{Unit, Wait};
use chrono::NaiveDate;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Zoned};

/// `wait` after `instant`, as calendars and clocks in `zone` count it, with the public holidays of `country`.
///
/// Past the end of time counts as the end of time.
pub fn add(instant: Timestamp, wait: Wait, zone: &TimeZone, country: Option<&str>) -> Timestamp {
    shift(instant, wait, zone, country, 1).unwrap_or(Timestamp::MAX)
}

/// `wait` before `instant`; before the beginning of time counts as the beginning.
pub fn subtract(instant: Timestamp, wait: Wait, zone: &TimeZone, country: Option<&str>) -> Timestamp {
    shift(instant, wait, zone, country, -1).unwrap_or(Timestamp::MIN)
}

/// Whether the day of `instant` in `zone` is neither weekend nor public holiday in `country`.
pub fn is_business_day(instant: Timestamp, zone: &TimeZone, country: Option<&str>) -> bool {
    to_chrono(zone.to_datetime(instant).date())
        .is_some_and(|date| holiday::is_business_day(date, country, &holiday::of(country)))
}

/// `None`: out of the range of instants. `sign` is 1 or -1.
fn shift(instant: Timestamp, wait: Wait, zone: &TimeZone, country: Option<&str>, sign: i64) -> Option<Timestamp> {
    let count = i64::from(wait.count) * sign;
    let span = match wait.unit {
        Unit::Second => Span::new().try_seconds(count),
        Unit::Minute => Span::new().try_minutes(count),
        Unit::Hour => Span::new().try_hours(count),
        Unit::Day => Span::new().try_days(count),
        Unit::Month => Span::new().try_months(count),
        Unit::BusinessDay => return shift_business_days(instant, wait.count, zone, country, sign),
    };
    let shifted = instant.to_zoned(zone.clone()).checked_add(span.ok()?).ok()?;
    Some(shifted.timestamp())
}

fn shift_business_days(
    instant: Timestamp,
    count: u32,
    zone: &TimeZone,
    country: Option<&str>,
    sign: i64,
) -> Option<Timestamp> {
    let holidays = holiday::of(country);
    let start = zone.to_datetime(instant);
    let mut date = start.date();
    let mut left = count;
    while left > 0 {
        date = if sign > 0 { date.tomorrow() } else { date.yesterday() }.ok()?;
        if holiday::is_business_day(to_chrono(date)?, country, &holidays) {
            left -= 1;
        }
    }
    if date == start.date() { Some(instant) } else { at(date.to_datetime(start.time()), zone) }
}

fn at(time: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_zoned(time).compatible().as_ref().map(Zoned::timestamp).ok()
}

fn to_chrono(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year().into(), u32::try_from(date.month()).ok()?, u32::try_from(date.day()).ok()?)
}
