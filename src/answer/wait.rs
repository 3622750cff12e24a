//! Durations as people say them: `24h`, `3 个工作日`, `within 2 business days`.

use super::plain::Plain;
use super::time::leading;
use crate::flow::duration::{Unit, Wait};

/// A unit by its names, and how many of it one is.
const UNITS: [(&[&str], Unit, u32); 6] = [
    (
        &["个工作日", "工作日", "business days", "business day", "working days", "working day", "bd"],
        Unit::BusinessDay,
        1,
    ),
    (&["个小时", "小时", "个钟头", "钟头", "hours", "hour", "hrs", "hr", "h"], Unit::Hour, 1),
    (&["分钟", "minutes", "minute", "mins", "min", "m"], Unit::Minute, 1),
    (&["天", "日", "days", "day", "d"], Unit::Day, 1),
    (&["个星期", "星期", "周", "weeks", "week", "w"], Unit::Day, 7),
    (&["个月", "months", "month", "mo"], Unit::Month, 1),
];

/// Words before and behind a duration that change nothing.
const BEFORE: [&str; 4] = ["within", "in", "after", "在"];
const BEHIND: [&str; 8] = ["以内", "之内", "内", "以后", "之后", "后", "from now", "later"];

/// Reads a duration; `None`: it is none, or longer than any.
pub fn read(typed: &str) -> Option<Wait> {
    let plain = Plain::new(typed);
    let text = plain.folded();
    let text = BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim();
    let text = BEHIND.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
    match text {
        "半小时" | "半个小时" | "half an hour" => return Some(Wait { count: 30, unit: Unit::Minute }),
        "半天" | "half a day" => return Some(Wait { count: 12, unit: Unit::Hour }),
        _ => {}
    }
    let (count, rest) = match text.strip_prefix("an ").or_else(|| text.strip_prefix("a ")) {
        Some(rest) => (1, rest),
        None => leading(text).map(|(count, _, rest)| (count, rest.trim_start()))?,
    };
    let (_, unit, each) = UNITS.iter().find(|(names, ..)| names.contains(&rest))?;
    // As long as a flow's may be.
    let count = u32::try_from(count).ok()?.checked_mul(*each).filter(|count| *count <= 100_000)?;
    Some(Wait { count, unit: *unit })
}
