//! How far this computer's clock is off: a pure function of what others said.
//!
//! | off by | level | what that means |
//! |---|---|---|
//! | under 10 s | ok | |
//! | under 30 s | note | a sign-in code changes a little early or late |
//! | under 90 s | warn | the code shown is always another one than the server's, which some servers still take |
//! | 90 s and more | fail | no server takes it (RFC 6238: steps of 30 s, two back at most) |
//!
//! The result is `wrong` from 30 s on, beyond any doubt about the measurement: whoever is here has trouble, and a clock that
//! shows other codes than the server's is a likely reason that costs nothing to mend. The level stands in what was observed.

use crate::flow::probe::Finding;
use crate::flow::value::Value;
use crate::i18n::Message;
use std::collections::BTreeSet;
use std::time::Duration;

/// From here on a code is another one.
const WRONG: i128 = 30_000;

/// Levels and where they begin, in milliseconds.
const LEVELS: [(i128, &str); 4] = [(90_000, "fail"), (30_000, "warn"), (10_000, "note"), (0, "ok")];

/// What one host said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The host.
    pub(super) host: String,
    /// Who runs it.
    pub(super) operator: String,
    /// Milliseconds by which this computer is ahead of it; negative: behind.
    pub(super) ahead: i128,
    /// Milliseconds by which that may be wrong.
    pub(super) margin: i128,
}

/// The finding; `failed` is why a host said nothing, should nobody have said enough.
pub(super) fn judge(readings: &[Reading], failed: Option<Message>) -> Finding {
    let finding = |value, reason, observed| Finding { value, reason, observed, elapsed: Duration::ZERO };
    let Some(middle) = median(readings) else {
        let reason = failed.unwrap_or_else(|| Message::new("clock-no-date"));
        return finding(Value::Unknown, Some(reason), None);
    };
    // Those that could mean the same instant as the one in the middle.
    let agreeing: Vec<&Reading> =
        readings.iter().filter(|one| (one.ahead - middle.ahead).abs() <= one.margin + middle.margin).collect();
    let everybody: BTreeSet<&str> = readings.iter().map(|one| one.operator.as_str()).collect();
    let together: BTreeSet<&str> = agreeing.iter().map(|one| one.operator.as_str()).collect();
    let said: Vec<String> = readings.iter().map(|one| format!("{} {}", one.host, seconds(one.ahead))).collect();
    let said = said.join(", ");
    if everybody.len() < 2 {
        return finding(Value::Unknown, Some(Message::new("clock-one-operator")), Some(said));
    }
    if together.len() * 2 <= everybody.len() {
        return finding(Value::Unknown, Some(Message::new("clock-disagree")), Some(said));
    }
    let off = (middle.ahead.abs() - middle.margin).max(0);
    let level = LEVELS.iter().find(|(from, _)| off >= *from).map_or("ok", |(_, level)| level);
    let result = if off >= WRONG { "wrong" } else { "ok" };
    let observed = format!("{} ±{} s {level}; {said}", seconds(middle.ahead), middle.margin.div_euclid(1000).max(1));
    finding(Value::Choice(result.to_owned()), None, Some(observed))
}

/// The reading in the middle; of an even number the one nearer to zero, so that a clock is not called wrong for half of them.
fn median(readings: &[Reading]) -> Option<&Reading> {
    let mut sorted: Vec<&Reading> = readings.iter().collect();
    sorted.sort_by_key(|one| one.ahead);
    let (lower, upper) = (sorted.get(sorted.len().checked_sub(1)? / 2)?, sorted.get(sorted.len() / 2)?);
    Some(if upper.ahead.abs() < lower.ahead.abs() { upper } else { lower })
}

fn seconds(milliseconds: i128) -> String {
    format!("{:+} s", (milliseconds + 500 * milliseconds.signum()) / 1000)
}
