//! Hours by instants, zones and countries: one case a line in the files beside this one, columns parted by tabs.

use super::{at, seen, zone};
use crate::harness;
use jiff::Timestamp;
use proptest::prelude::{ProptestConfig, proptest};
use proptest::prop_assert;
use std::path::Path;
use walletfix::flow::duration::{Unit, Wait};
use walletfix::hours::{check, due};

/// The lines of a file, each with its number; `-` is a country or hours that nobody knows.
fn lines(name: &str) -> Vec<(usize, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hours").join(name);
    let text = std::fs::read_to_string(&path).unwrap();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let rows: Vec<_> = lines.map(|(at, line)| (at + 1, line.split('\t').map(str::to_owned).collect())).collect();
    assert!(rows.len() >= 30, "{name} has only {} cases", rows.len());
    rows
}

fn known(cell: &str) -> Option<&str> {
    (cell != "-").then_some(cell)
}

#[test]
fn open_or_closed_and_until_when() {
    let mut wrong = Vec::new();
    for (line, row) in lines("open.tsv") {
        let [hours, zone, country, instant, expected] = row.try_into().expect("five columns");
        let told = seen(&hours, &zone, known(&country), &instant);
        if told != expected {
            wrong.push(format!("open.tsv:{line}: {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn answers_are_due_when_somebody_is_there() {
    let mut wrong = Vec::new();
    for (line, row) in lines("due.tsv") {
        let [hours, zone_name, country, asked, wait, expected] = row.try_into().expect("six columns");
        let zone = zone(&zone_name);
        let told = due(known(&hours), &zone, known(&country), at(&asked), wait.parse().expect("a wait"));
        let expected = (expected != "never").then(|| at(&expected));
        if told != expected {
            let told = told.map(|told| told.to_zoned(zone).strftime("%a %Y-%m-%dT%H:%M:%S%:z").to_string());
            wrong.push(format!("due.tsv:{line}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bad_strings_are_found_where_they_are_bad() {
    let mut wrong = Vec::new();
    for (line, row) in lines("strings.tsv") {
        let [hours, expected] = row.try_into().expect("two columns");
        let told = match check(&hours) {
            Ok(()) => "ok".to_owned(),
            Err(at) => format!(">{}", &hours[..at]),
        };
        if told != expected {
            wrong.push(format!("strings.tsv:{line}: {hours} -> {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(harness::cases(192)))]

    #[test]
    fn an_answer_is_never_due_before_it_was_asked_for(
        hour in 0_u8..24, length in 1_u8..24, days in 0_usize..4, count in 0_u32..200, unit in 0_usize..6,
        second in 1_700_000_000_i64..2_000_000_000,
    ) {
        let hours = some_hours(hour, length, days);
        let unit = [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::BusinessDay, Unit::Month][unit];
        let count = if unit == Unit::Month { count / 20 } else { count };
        let asked = Timestamp::from_second(second).unwrap();
        for name in ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"] {
            let zone = zone(name);
            let answered = due(Some(&hours), &zone, Some("US"), asked, Wait { count, unit });
            prop_assert!(answered.is_some_and(|due| due >= asked), "{hours} {name} {asked} {answered:?}");
            // Somebody is there at that moment.
            let state = walletfix::hours::state(&hours, &zone, Some("US"), answered.unwrap()).unwrap();
            prop_assert!(state.open, "{hours} {name} {asked} {answered:?}");
        }
    }

    #[test]
    fn a_week_off_never_makes_it_earlier(
        hour in 0_u8..24, length in 1_u8..24, days in 0_usize..4, count in 0_u32..60, unit in 0_usize..5,
        day in 0_i64..30, minute in 0_i64..1440,
    ) {
        let hours = some_hours(hour, length, days);
        let fewer = format!("{hours}; 2026 Nov 16-22 off");
        let unit = [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::BusinessDay][unit];
        let asked = at("2026-11-01T00:00:00Z").as_second() + day * 86_400 + minute * 60;
        let asked = Timestamp::from_second(asked).unwrap();
        for name in ["Asia/Shanghai", "America/New_York"] {
            let by = |hours: &str| due(Some(hours), &zone(name), Some("US"), asked, Wait { count, unit });
            prop_assert!(by(&fewer) >= by(&hours), "{hours} {name} {asked}: {:?}, without the week {:?}", by(&hours), by(&fewer));
        }
    }

    #[test]
    fn a_longer_promise_is_never_due_earlier(hour in 0_u8..24, length in 1_u8..24, days in 0_usize..4, count in 0_u32..3_000, more in 0_u32..3_000, minute in 0_i64..10_080) {
        let hours = some_hours(hour, length, days);
        let asked = Timestamp::from_second(at("2026-11-01T00:00:00Z").as_second() + minute * 60).unwrap();
        let by = |count| due(Some(&hours), &zone("Europe/Berlin"), Some("DE"), asked, Wait { count, unit: Unit::Minute });
        prop_assert!(by(count + more) >= by(count));
    }
}

/// Hours on all days, weekdays, a weekend or one day, over midnight or not.
fn some_hours(hour: u8, length: u8, days: usize) -> String {
    let days = ["Mo-Su", "Mo-Fr", "Sa-Su", "We"][days];
    format!("{days} {hour:02}:00-{:02}:00", (u16::from(hour) + u16::from(length)) % 24)
}
