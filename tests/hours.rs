//! Tests: opening hours, public holidays and durations on the calendar.

mod tables;

use crate::harness;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::prop_assert;
use walletfix::flow::duration::{Unit, Wait};
use walletfix::hours::{calendar, check, holiday, may_be_holiday, state};

const SHANGHAI: &str = "Asia/Shanghai";
const BERLIN: &str = "Europe/Berlin";
const NEW_YORK: &str = "America/New_York";

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// `open until …`, `closed until …`, `open` or `closed`, in the zone's own time.
fn seen(hours: &str, zone_name: &str, country: Option<&str>, instant: &str) -> String {
    let zone = zone(zone_name);
    let state = state(hours, &zone, country, at(instant)).unwrap();
    let word = if state.open { "open" } else { "closed" };
    match (state.opens_at, state.closes_at) {
        (None, None) => word.to_owned(),
        (Some(change), None) | (None, Some(change)) => {
            format!("{word} until {}", change.to_zoned(zone).strftime("%Y-%m-%d %H:%M %:z"))
        }
        both => panic!("{both:?}"),
    }
}

#[test]
fn hours_say_open_or_closed_and_until_when() {
    let weekdays = "Mo-Fr 09:00-17:00; PH off";
    let cases = [
        // Saturday 21 November 2026.
        (weekdays, SHANGHAI, Some("CN"), "2026-11-21T10:00:00+08:00", "closed until 2026-11-23 09:00 +08:00"),
        (weekdays, SHANGHAI, Some("CN"), "2026-11-23T09:00:00+08:00", "open until 2026-11-23 17:00 +08:00"),
        (weekdays, SHANGHAI, Some("CN"), "2026-11-23T17:00:00+08:00", "closed until 2026-11-24 09:00 +08:00"),
        (weekdays, SHANGHAI, Some("CN"), "2026-11-23T16:59:59+08:00", "open until 2026-11-23 17:00 +08:00"),
        // The same instant, read in another zone.
        (weekdays, SHANGHAI, None, "2026-11-23T01:00:00Z", "open until 2026-11-23 17:00 +08:00"),
        // Spring Festival 2026: Monday 16 to Thursday 19 February; National Day: Thursday 1 to Saturday 3 October.
        (weekdays, SHANGHAI, Some("CN"), "2026-02-15T12:00:00+08:00", "closed until 2026-02-20 09:00 +08:00"),
        (weekdays, SHANGHAI, Some("CN"), "2026-09-30T18:00:00+08:00", "closed until 2026-10-05 09:00 +08:00"),
        (weekdays, SHANGHAI, None, "2026-09-30T18:00:00+08:00", "closed until 2026-10-01 09:00 +08:00"),
        // Another country, where a Saturday holiday is kept on Friday, and one that nobody knows.
        (weekdays, NEW_YORK, Some("US"), "2026-07-02T18:00:00-04:00", "closed until 2026-07-06 09:00 -04:00"),
        (weekdays, NEW_YORK, Some("US"), "2026-11-26T10:00:00-05:00", "closed until 2026-11-27 09:00 -05:00"),
        (weekdays, NEW_YORK, Some("XX"), "2026-11-26T10:00:00-05:00", "open until 2026-11-26 17:00 -05:00"),
        // Around the clock, never, split shifts, over midnight.
        ("24/7", SHANGHAI, Some("CN"), "2026-10-01T03:00:00+08:00", "open"),
        ("24/7 off", SHANGHAI, Some("CN"), "2026-10-01T03:00:00+08:00", "closed"),
        ("24/7; PH off", SHANGHAI, Some("CN"), "2026-09-29T03:00:00+08:00", "open until 2026-10-01 00:00 +08:00"),
        (
            "Mo-Fr 09:00-12:00,14:00-18:00",
            SHANGHAI,
            None,
            "2026-11-23T12:30:00+08:00",
            "closed until 2026-11-23 14:00 +08:00",
        ),
        (
            "Mo-Fr 09:00-12:00,14:00-18:00",
            SHANGHAI,
            None,
            "2026-11-23T10:00:00+08:00",
            "open until 2026-11-23 12:00 +08:00",
        ),
        ("Mo-Su 20:00-02:00", SHANGHAI, None, "2026-11-24T01:00:00+08:00", "open until 2026-11-24 02:00 +08:00"),
        (
            "Mo-Fr 08:00-23:00; Sa-Su,PH 09:00-21:00",
            SHANGHAI,
            Some("CN"),
            "2026-10-01T22:00:00+08:00",
            "closed until 2026-10-02 09:00 +08:00",
        ),
        ("Jan 1 10:00-12:00", SHANGHAI, None, "2026-01-01T12:00:00+08:00", "closed until 2027-01-01 10:00 +08:00"),
        // Clocks skip 02:00 to 03:00 on 29 March 2026 in Berlin; what opens at 02:30 opens at 03:00, what closes then closes.
        ("02:30-10:00", BERLIN, None, "2026-03-29T00:30:00Z", "closed until 2026-03-29 03:00 +02:00"),
        ("00:00-02:30", BERLIN, None, "2026-03-29T00:30:00Z", "open until 2026-03-29 03:00 +02:00"),
        ("09:00-17:00", BERLIN, None, "2026-03-28T17:00:00Z", "closed until 2026-03-29 09:00 +02:00"),
        // Clocks show 02:00 to 03:00 twice on 25 October 2026 in Berlin.
        ("00:00-02:30", BERLIN, None, "2026-10-25T00:10:00Z", "open until 2026-10-25 02:30 +02:00"),
        ("00:00-02:30", BERLIN, None, "2026-10-25T01:10:00Z", "open until 2026-10-25 02:30 +01:00"),
        ("09:00-17:00", BERLIN, None, "2026-10-24T17:00:00Z", "closed until 2026-10-25 09:00 +01:00"),
    ];
    for (hours, zone, country, instant, expected) in cases {
        assert_eq!(seen(hours, zone, country, instant), expected, "{hours} at {instant} in {zone}");
    }
}

#[test]
fn hours_that_cannot_be_read_say_where() {
    assert_eq!(check("Mo-Fr 09:00-17:00; PH off"), Ok(()));
    for (hours, place) in
        [("", 0), ("  ", 0), ("Mo-Fri 09:00-17:00", 5), ("周一 09:00", 0), ("Mo-Fr 09:00-17:00; gibt es", 19)]
    {
        assert_eq!(check(hours), Err(place), "{hours}");
    }
    assert_eq!(check(&"Mo-Fr 09:00-17:00; ".repeat(100)), Err(0));
    assert_eq!(state("nonsense", &zone(SHANGHAI), None, at("2026-11-23T00:00:00Z")), None);
}

#[test]
fn countries_are_those_of_the_standard() {
    assert!(holiday::is_country("CN") && holiday::is_country("US"));
    assert!(!holiday::is_country("cn") && !holiday::is_country("XX") && !holiday::is_country(""));
}

#[test]
fn chinese_public_holidays_are_those_of_the_law() {
    let zone = zone(SHANGHAI);
    let off = [
        "2026-01-01",
        "2026-02-16",
        "2026-02-17",
        "2026-02-18",
        "2026-02-19",
        "2026-05-01",
        "2026-06-19",
        "2026-09-25",
        "2026-10-01",
        "2026-10-02",
        "2027-02-05",
        "2027-02-08",
        "2027-04-05",
        "2028-04-04",
        "2028-05-02",
        "2028-10-03",
    ];
    for date in off {
        let noon = at(&format!("{date}T12:00:00+08:00"));
        assert!(!calendar::is_business_day(noon, &zone, Some("CN")), "{date}");
    }
    // What the yearly notice usually gives beside them, in 2026 too: whoever waits for business days waits longer.
    for date in
        ["2026-01-02", "2026-02-20", "2026-02-23", "2026-04-06", "2026-05-04", "2026-05-05", "2026-10-05", "2026-10-07"]
    {
        let noon = at(&format!("{date}T12:00:00+08:00"));
        assert!(!calendar::is_business_day(noon, &zone, Some("CN")), "{date}");
        assert!(calendar::is_business_day(noon, &zone, None), "{date}");
        let hours = "Mo-Fr 09:00-17:00; PH off";
        assert!(may_be_holiday(hours, &zone, Some("CN"), &[noon]), "{date}: the hours may be different");
    }
    for date in ["2026-02-13", "2026-02-24", "2026-04-07", "2026-09-30", "2026-10-08", "2026-11-23"] {
        let noon = at(&format!("{date}T12:00:00+08:00"));
        assert!(calendar::is_business_day(noon, &zone, Some("CN")), "{date}");
    }
}

#[test]
fn waits_are_counted_on_the_calendar() {
    let cases = [
        ("90s", SHANGHAI, None, "2026-11-21T10:00:00+08:00", "2026-11-21T10:01:30+08:00"),
        ("30m", SHANGHAI, None, "2026-11-21T23:45:00+08:00", "2026-11-22T00:15:00+08:00"),
        ("24h", BERLIN, None, "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:00+02:00"),
        ("1d", BERLIN, None, "2026-03-28T12:00:00+01:00", "2026-03-29T12:00:00+02:00"),
        ("1d", BERLIN, None, "2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00"),
        ("1d", BERLIN, None, "2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00"),
        ("1mo", SHANGHAI, None, "2026-01-31T10:00:00+08:00", "2026-02-28T10:00:00+08:00"),
        ("1mo", SHANGHAI, None, "2028-01-31T10:00:00+08:00", "2028-02-29T10:00:00+08:00"),
        ("13mo", SHANGHAI, None, "2026-11-30T10:00:00+08:00", "2027-12-30T10:00:00+08:00"),
        ("0bd", SHANGHAI, Some("CN"), "2026-11-21T10:00:00+08:00", "2026-11-21T10:00:00+08:00"),
        ("1bd", SHANGHAI, Some("CN"), "2026-11-21T10:00:00+08:00", "2026-11-23T10:00:00+08:00"),
        ("15bd", SHANGHAI, Some("CN"), "2026-11-20T10:00:00+08:00", "2026-12-11T10:00:00+08:00"),
        // Over Spring Festival, Monday 16 to Thursday 19 February, and over National Day.
        ("1bd", SHANGHAI, Some("CN"), "2026-02-13T10:00:00+08:00", "2026-02-24T10:00:00+08:00"),
        ("15bd", SHANGHAI, Some("CN"), "2026-02-06T10:00:00+08:00", "2026-03-09T10:00:00+08:00"),
        ("3bd", SHANGHAI, Some("CN"), "2026-09-30T10:00:00+08:00", "2026-10-12T10:00:00+08:00"),
        ("3bd", SHANGHAI, None, "2026-09-30T10:00:00+08:00", "2026-10-05T10:00:00+08:00"),
    ];
    for (wait, zone_name, country, from, expected) in cases {
        let after = calendar::add(at(from), wait.parse().unwrap(), &zone(zone_name), country);
        assert_eq!(after, at(expected), "{wait} after {from}");
    }
    let back = [
        ("1mo", SHANGHAI, None, "2026-03-31T10:00:00+08:00", "2026-02-28T10:00:00+08:00"),
        ("24h", BERLIN, None, "2026-03-29T13:00:00+02:00", "2026-03-28T12:00:00+01:00"),
        ("1d", BERLIN, None, "2026-03-29T12:00:00+02:00", "2026-03-28T12:00:00+01:00"),
        ("1bd", SHANGHAI, Some("CN"), "2026-02-20T10:00:00+08:00", "2026-02-13T10:00:00+08:00"),
        ("15bd", SHANGHAI, Some("CN"), "2026-12-11T10:00:00+08:00", "2026-11-20T10:00:00+08:00"),
    ];
    for (wait, zone_name, country, from, expected) in back {
        let before = calendar::subtract(at(from), wait.parse().unwrap(), &zone(zone_name), country);
        assert_eq!(before, at(expected), "{wait} before {from}");
    }
}

#[test]
fn the_ends_of_time_hold() {
    for unit in [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::BusinessDay, Unit::Month] {
        let wait = Wait { count: u32::MAX, unit };
        for name in [SHANGHAI, NEW_YORK] {
            assert_eq!(calendar::add(Timestamp::MAX, wait, &zone(name), Some("CN")), Timestamp::MAX);
            assert_eq!(calendar::subtract(Timestamp::MIN, wait, &zone(name), Some("CN")), Timestamp::MIN);
        }
    }
    for instant in [Timestamp::MIN, Timestamp::MAX] {
        let hours = state("Mo-Fr 09:00-17:00; PH off", &zone(SHANGHAI), Some("CN"), instant).unwrap();
        assert!(!hours.open);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(harness::cases(256)))]

    #[test]
    fn any_expression_is_read_or_refused(hours in "(Mo|Tu|We|PH|SH|-|,|;| |[0-9]{2}:[0-9]{2}|off|open|unknown|Jan|week|easter|sunset|\\(|\\)|\\+|\\|\\||\"|[0-9]{1,4}|.){0,12}") {
        let zone = zone(SHANGHAI);
        let known = state(&hours, &zone, Some("CN"), at("2026-11-23T00:00:00Z"));
        match check(&hours) {
            Ok(()) => prop_assert!(known.is_some()),
            Err(place) => prop_assert!(known.is_none() && hours.is_char_boundary(place)),
        }
    }

    #[test]
    fn a_change_lies_ahead(hour in 0_u8..24, length in 1_u8..24, second in 1_700_000_000_i64..2_000_000_000) {
        let hours = format!("{hour:02}:00-{:02}:00", (u16::from(hour) + u16::from(length)) % 24);
        let instant = Timestamp::from_second(second).unwrap();
        for name in [BERLIN, NEW_YORK, "Australia/Lord_Howe"] {
            let state = state(&hours, &zone(name), None, instant).unwrap();
            for change in state.opens_at.into_iter().chain(state.closes_at) {
                prop_assert!(change > instant, "{} {} {}", hours, name, instant);
            }
        }
    }

    #[test]
    fn waiting_never_goes_back(count in 0_u32..=100_000, unit in 0_usize..6, second in any::<i64>()) {
        let unit = [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::BusinessDay, Unit::Month][unit];
        let (least, most) = (Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
        let instant = Timestamp::from_second(second.clamp(least, most)).unwrap();
        let wait = Wait { count: if unit == Unit::BusinessDay { count / 100 } else { count }, unit };
        for name in [SHANGHAI, NEW_YORK] {
            prop_assert!(calendar::add(instant, wait, &zone(name), Some("CN")) >= instant);
            prop_assert!(calendar::subtract(instant, wait, &zone(name), Some("CN")) <= instant);
        }
    }
}
