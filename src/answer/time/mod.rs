//! Points in time as people say them: `昨天 14:30`, `上周三`, `2h ago`, `11月20日 9:05`, ISO 8601.
//!
//! A day without a time counts from its beginning; a time without a day is today's.

mod ago;
mod clock;
mod date;
mod number;
mod weekday;
mod words;

use super::Context;
use super::plain::Plain;
use crate::i18n::Message;
use ago::Ago;
use date::Day;
use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp, ToSpan as _, Zoned};
pub(super) use number::leading;
pub use weekday::ahead;
use words::Parts;

/// Reads an instant; `past`: one that cannot lie ahead.
pub(super) fn read(plain: &Plain, past: bool, context: &Context) -> Result<Timestamp, Message> {
    let typed = plain.as_str();
    if let Some(instant) = absolute(typed) {
        return happened(instant, past, context);
    }
    let parts = words::parts(plain.folded())?;
    let now = context.now.to_zoned(context.zone.clone());
    let instant = resolve(&parts, past, &now).ok_or_else(unclear)??;
    happened(instant, past, context)
}

/// The instant, unless it must have happened and lies ahead.
pub(super) fn happened(instant: Timestamp, past: bool, context: &Context) -> Result<Timestamp, Message> {
    if past && instant > context.now { Err(Message::new("time-future")) } else { Ok(instant) }
}

fn unclear() -> Message {
    Message::new("time-unclear")
}

/// ISO 8601 with an offset.
fn absolute(typed: &str) -> Option<Timestamp> {
    let squeezed = typed.replacen(" +", "+", 1).to_ascii_uppercase();
    squeezed.parse::<Timestamp>().ok()
}

/// The instant that the words mean; `None` where they do not fit together or no calendar has it.
fn resolve(parts: &Parts, past: bool, now: &Zoned) -> Option<Result<Timestamp, Message>> {
    let time = parts.time_of_day().ok()?;
    match (&parts.day, &parts.ago, parts.now) {
        (None, None, true) => time.is_none().then(|| Ok(now.timestamp())),
        (None, Some(ago), false) => back(ago, time, now).map(Ok),
        (None, None, false) => at(now.date(), time?, now).map(Ok),
        (Some(day), None, false) => match date(day, past, now)? {
            Ok(date) => {
                let time = time.unwrap_or((Time::midnight(), 0));
                let instant = at(date, time, now)?;
                // "Saturday 18:00", said on a Saturday morning.
                let ahead = past && matches!(day, Day::Week(day) if day.is_alone()) && instant > now.timestamp();
                if ahead { at(date.checked_sub(7.days()).ok()?, time, now).map(Ok) } else { Some(Ok(instant)) }
            }
            Err(message) => Some(Err(message)),
        },
        _ => None,
    }
}

/// That time of that day in the person's zone; a time that a clock change skipped is moved on by the change.
fn at(date: Date, (time, later_days): (Time, i64), now: &Zoned) -> Option<Timestamp> {
    let date = date.checked_add(later_days.days()).ok()?;
    date.to_datetime(time).to_zoned(now.time_zone().clone()).ok().map(|zoned| zoned.timestamp())
}

fn back(ago: &Ago, time: Option<(Time, i64)>, now: &Zoned) -> Option<Timestamp> {
    let span = Span::new()
        .try_months(ago.months)
        .and_then(|span| span.try_days(ago.days))
        .and_then(|span| span.try_seconds(ago.seconds))
        .ok()?;
    let then = now.checked_sub(span).ok()?;
    match time {
        None => Some(then.timestamp()),
        Some(time) if ago.seconds == 0 => at(then.date(), time, now),
        Some(_) => None,
    }
}

/// The day meant; without a year this year's, or, where it must have passed, the nearest one that has, but none that is
/// more than half a year back.
fn date(day: &Day, past: bool, now: &Zoned) -> Option<Result<Date, Message>> {
    const HALF_A_YEAR: i32 = 183;
    let today = now.date();
    match *day {
        Day::Back(days) => today.checked_sub(days.days()).ok().map(Ok),
        Day::Week(day) => day.date(today, past).map(Ok),
        Day::InYear(month, day) if !past => Date::new(today.year(), month, day).ok().map(Ok),
        Day::Full(year, month, day) => Date::new(year, month, day).ok().map(Ok),
        Day::InYear(month, day) => {
            let this = Date::new(today.year(), month, day);
            let last = Date::new(today.year() - 1, month, day);
            let age = |date: Date| today.since(date).map_or(i32::MAX, |span| span.get_days());
            match (this, last) {
                (Ok(this), _) if this <= today => Some(Ok(this)),
                (_, Ok(last)) if age(last) <= HALF_A_YEAR => Some(Ok(last)),
                (Ok(_), _) => Some(Err(Message::new("time-future"))),
                _ => None,
            }
        }
    }
}
