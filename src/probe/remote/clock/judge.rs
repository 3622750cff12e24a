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

#[cfg(test)]
mod tests {
    use super::{Reading, judge};
    use crate::flow::value::Value;
    use crate::i18n::Message;
    use proptest::prelude::{any, prop_assert, proptest};

    /// Readings as `A+7200` in seconds, each with a margin of one second.
    fn readings(all: &str) -> Vec<Reading> {
        all.split(' ')
            .filter(|one| !one.is_empty())
            .map(|one| {
                let (operator, ahead) = one.split_at(1);
                let ahead = ahead.parse::<i128>().expect("seconds") * 1000;
                Reading { host: operator.to_lowercase(), operator: operator.to_owned(), ahead, margin: 1000 }
            })
            .collect()
    }

    fn verdict(all: &str) -> (String, String) {
        let finding = judge(&readings(all), None);
        let verdict = finding.reason.map_or_else(|| finding.value.key().to_owned(), |reason| reason.key);
        (verdict, finding.observed.unwrap_or_default())
    }

    #[test]
    fn the_level_decides() {
        for (all, expected, level) in [
            ("A+0 B+0 C+1", "ok", "ok;"),
            ("A+9 B+10", "ok", "ok;"),
            ("A-12 B-12", "ok", "note;"),
            ("A+30 B+30 C+30", "ok", "note;"),
            ("A+31 B+31 C+32", "wrong", "warn;"),
            ("A-45 B-45", "wrong", "warn;"),
            ("A+95 B+95", "wrong", "fail;"),
            ("A-7200 B-7200 C+0", "wrong", "fail;"),
            ("A+0 B+0 C+7200 D+7199 E+0", "ok", "ok;"),
            ("A+7200 A+7200 A+7200 B+0", "clock-disagree", ""),
            ("A+0 B+7200", "clock-disagree", ""),
            ("A+0 B+60 C+120", "clock-disagree", ""),
            ("A+0", "clock-one-operator", ""),
            ("A+7200 A+7200", "clock-one-operator", ""),
            ("", "clock-no-date", ""),
        ] {
            let (verdict, observed) = verdict(all);
            assert_eq!(verdict, expected, "{all}: {observed}");
            assert!(observed.contains(level), "{all}: {observed}");
        }
    }

    #[test]
    fn what_was_observed_names_the_skew_and_who_said_it() {
        assert_eq!(verdict("A+7200 B+7200 C+7201").1, "+7200 s ±1 s fail; a +7200 s, b +7200 s, c +7201 s");
        let finding = judge(&[], Some(Message::new("net-refused").with("host", "a.example")));
        assert_eq!(finding.value, Value::Unknown);
        assert_eq!(finding.reason.map(|reason| reason.key), Some("net-refused".to_owned()));
    }

    proptest! {
        #[test]
        fn nobody_breaks_it(all in proptest::collection::vec((0..4u8, any::<i64>(), 0..10_000i128), 0..9)) {
            let reading = |(operator, ahead, margin): (u8, i64, i128)| {
                Reading { host: String::new(), operator: operator.to_string(), ahead: i128::from(ahead), margin }
            };
            let finding = judge(&all.into_iter().map(reading).collect::<Vec<_>>(), None);
            prop_assert!(finding.reason.is_some() == (finding.value == Value::Unknown));
        }
    }
}
