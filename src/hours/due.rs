//! When a promised answer is due.
//!
//! The rule in one sentence: a promised time begins when somebody is there, runs on the clocks and the calendar of that
//! place, and what runs out while nobody is there is due when somebody is there again.
//!
//! So "within 24 hours" asked on Friday night of an office that opens from Monday to Friday means Tuesday at opening time,
//! and of one that never closes the same hour on Saturday. Fewer opening hours never make it earlier.

use super::{calendar, state};
use crate::flow::duration::{Unit, Wait};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The instant by which an answer promised within `wait` is due to somebody who asks at `from`; never before `from`.
///
/// `hours` in `zone`, with the public holidays of `country`; without hours somebody counts as there all the time, and on
/// business days where the promise counts those. `None`: nobody is there within a year.
pub fn due(
    hours: Option<&str>,
    zone: &TimeZone,
    country: Option<&str>,
    from: Timestamp,
    wait: Wait,
) -> Option<Timestamp> {
    let there = |at: Timestamp| match hours.map(|hours| state(hours, zone, country, at)) {
        None if wait.unit == Unit::BusinessDay => business_day(at, zone, country),
        None => Some(at),
        Some(state) => state.and_then(|state| if state.open { Some(at) } else { state.opens_at }),
    };
    there(calendar::add(there(from)?, wait, zone, country))
}

/// That instant where it is on a business day, else the beginning of the next one.
fn business_day(at: Timestamp, zone: &TimeZone, country: Option<&str>) -> Option<Timestamp> {
    /// Longer than any row of days off.
    const DAYS: usize = 30;
    if calendar::is_business_day(at, zone, country) {
        return Some(at);
    }
    let today = at.to_zoned(zone.clone()).start_of_day().ok()?;
    let days = std::iter::successors(today.tomorrow().ok(), |day| day.tomorrow().ok()).take(DAYS);
    days.map(|day| day.timestamp()).find(|day| calendar::is_business_day(*day, zone, country))
}
