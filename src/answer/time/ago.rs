//! "How long ago": `2h`, `30 分钟`, `半小时`.

use super::number::leading;

/// How long ago; months and days are those of the calendar.
#[derive(Debug, Default)]
pub(super) struct Ago {
    /// Months.
    pub(super) months: i64,
    /// Days.
    pub(super) days: i64,
    /// Seconds.
    pub(super) seconds: i64,
}

/// Longest first within a beginning: months, days, seconds of one.
const UNITS: [(&str, i64, i64, i64); 34] = [
    ("个小时", 0, 0, 3600),
    ("小时", 0, 0, 3600),
    ("个钟头", 0, 0, 3600),
    ("个钟", 0, 0, 3600),
    ("钟头", 0, 0, 3600),
    ("hours", 0, 0, 3600),
    ("hour", 0, 0, 3600),
    ("hrs", 0, 0, 3600),
    ("hr", 0, 0, 3600),
    ("分钟", 0, 0, 60),
    ("minutes", 0, 0, 60),
    ("minute", 0, 0, 60),
    ("mins", 0, 0, 60),
    ("min", 0, 0, 60),
    ("秒钟", 0, 0, 1),
    ("秒", 0, 0, 1),
    ("seconds", 0, 0, 1),
    ("second", 0, 0, 1),
    ("secs", 0, 0, 1),
    ("sec", 0, 0, 1),
    ("个星期", 0, 7, 0),
    ("星期", 0, 7, 0),
    ("周", 0, 7, 0),
    ("weeks", 0, 7, 0),
    ("week", 0, 7, 0),
    ("天", 0, 1, 0),
    ("days", 0, 1, 0),
    ("day", 0, 1, 0),
    ("个月", 1, 0, 0),
    ("months", 1, 0, 0),
    ("month", 1, 0, 0),
    ("h", 0, 0, 3600),
    ("d", 0, 1, 0),
    ("m", 0, 0, 60),
];

/// `2h`, `30 分钟`, `半小时`, `an hour`: one piece of "how long ago".
pub(super) fn duration(text: &str) -> Option<(Ago, &str)> {
    for (word, seconds) in
        [("半个小时", 1800), ("半小时", 1800), ("half an hour", 1800), ("half a day", 43_200), ("半天", 43_200)]
    {
        if let Some(rest) = text.strip_prefix(word) {
            return Some((Ago { seconds, ..Ago::default() }, rest));
        }
    }
    let (count, rest) = match text.strip_prefix("an ").or_else(|| text.strip_prefix("a ")) {
        Some(rest) => (1, rest),
        None => leading(text).map(|(count, _, rest)| (count, rest))?,
    };
    let rest = rest.trim_start();
    let (word, months, days, seconds) = UNITS.iter().find(|(word, ..)| {
        rest.strip_prefix(word).is_some_and(|after| {
            !word.is_ascii() || !after.starts_with(|c: char| c.is_ascii_alphabetic() && !after.starts_with("ago"))
        })
    })?;
    let mut rest = &rest[word.len()..];
    let mut seconds = count.checked_mul(*seconds)?;
    if let Some(after) = rest.strip_prefix('半')
        && seconds % 3600 == 0
        && seconds > 0
    {
        seconds = seconds.checked_add(1800)?;
        rest = after;
    }
    Some((Ago { months: count.checked_mul(*months)?, days: count.checked_mul(*days)?, seconds }, rest))
}
