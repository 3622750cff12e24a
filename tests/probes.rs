//! Checks: deadlines of real threads, what support hours come to, findings from a script, and what follows from a paste.

mod address;
mod chain;
mod clean;
mod domain;
mod latest_version;
mod loopback;
mod same_address;
mod service_status;
mod wallet_error;

use crate::faults::{prober, profile};
use crate::harness::server::{Server, answer};
use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::time::{Duration, Instant};
use walletfix::flow::probe::{Finding, ProbeCall, ProbeKind};
use walletfix::flow::value::Value;
use walletfix::i18n::{Lang, Message};
use walletfix::probe::{Background, Prober, Scripted, World, check};
use walletfix::profile::{Channel, Profile, Purpose};
use walletfix::script::{Given, GivenAt};
use walletfix::source::Span;

const PATIENT: Duration = Duration::from_secs(5);

fn call(path: &str, probe: ProbeKind, deadline: u64, inputs: &[(&str, &str)]) -> ProbeCall {
    let inputs = inputs.iter().map(|(name, text)| ((*name).to_owned(), Value::Text((*text).to_owned()))).collect();
    ProbeCall { path: path.to_owned(), probe, inputs, deadline: Duration::from_millis(deadline) }
}

fn key(finding: &Finding) -> &str {
    finding.value.key()
}

fn reason(finding: &Finding) -> Option<&str> {
    finding.reason.as_ref().map(|reason| reason.key.as_str())
}

fn world(hours: &[Option<&str>], now: &str) -> World {
    let mut profile = Profile::generic();
    let template = profile.channels.remove(0);
    profile.channels = hours
        .iter()
        .enumerate()
        .map(|(at, hours)| Channel {
            id: format!("channel-{at}"),
            hours: hours.map(str::to_owned),
            purposes: vec![Purpose::Contact],
            ..template.clone()
        })
        .collect();
    let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
    World { profile, region: None, country: None, zone, now: now.parse().expect("an instant") }
}

#[test]
fn a_slow_check_ends_at_its_deadline_and_nobody_waits_longer() {
    let silent = Server::silent();
    let mut prober = prober(profile(&[silent.host()], &[silent.host()]));
    let slow = call("net", ProbeKind::Network, 1000, &[]);
    let begin = Instant::now();
    prober.start(&slow);
    assert!(begin.elapsed() < Duration::from_millis(500), "starting never waits");
    assert_eq!(prober.poll(&slow, Duration::from_millis(10)), None, "not there yet");
    let finding = prober.poll(&slow, PATIENT).expect("the deadline has passed");
    assert!(begin.elapsed() >= Duration::from_millis(700) && begin.elapsed() < Duration::from_secs(3));
    assert_eq!((finding.value.clone(), reason(&finding)), (Value::Unknown, Some("net-silent")));
    assert!(finding.elapsed >= Duration::from_millis(700) && finding.elapsed < Duration::from_secs(3));
}

#[test]
fn checks_run_side_by_side() {
    let silent = Server::silent();
    let mut prober = prober(profile(&[silent.host()], &[silent.host()]));
    let calls: Vec<ProbeCall> = (0..8).map(|n| call(&format!("net-{n}"), ProbeKind::Network, 800, &[])).collect();
    let begin = Instant::now();
    for call in &calls {
        prober.start(call);
    }
    for call in &calls {
        let finding = prober.poll(call, PATIENT).expect("a finding");
        assert_eq!(reason(&finding), Some("net-silent"));
        assert!(finding.elapsed >= Duration::from_millis(500));
    }
    assert!(begin.elapsed() < Duration::from_secs(3), "eight at once, not one after the other");
}

#[test]
fn a_running_check_is_not_started_twice_and_a_delivered_one_runs_again() {
    let server = Server::plain(|_| answer("511 Network Authentication Required", &[], ""));
    let mut prober = prober(profile(&["127.0.0.1:9".to_owned()], &[server.host()]));
    let call = call("net", ProbeKind::Network, 4000, &[]);
    prober.start(&call);
    prober.start(&call);
    assert_eq!(prober.poll(&call, PATIENT).as_ref().map(key), Some("captive"));
    assert!(prober.poll(&call, Duration::ZERO).is_some(), "a finding stays until it is asked for anew");
    assert_eq!(server.asked().len(), 1);
    prober.start(&call);
    assert!(prober.poll(&call, PATIENT).is_some());
    assert_eq!(server.asked().len(), 2);
}

#[test]
fn support_hours_follow_from_the_profile() {
    let hours = |channels: &[Option<&str>], now: &str| {
        check(&call("hours", ProbeKind::SupportHours, 5000, &[("for", "contact")]), &world(channels, now))
    };
    let (saturday, monday) = ("2026-11-21T02:00:00Z", "2026-11-23T02:00:00Z");
    let weekdays = Some("Mo-Fr 09:00-17:00");
    let closed = hours(&[weekdays, None], saturday);
    assert_eq!(closed.value, Value::Choice("closed".to_owned()));
    assert_eq!(closed.observed.as_deref(), Some("channel-0 2026-11-23T09:00:00+08:00"));
    assert_eq!(hours(&[weekdays], monday).value, Value::Choice("open".to_owned()));
    assert_eq!(hours(&[None, Some("24/7")], saturday).observed.as_deref(), Some("channel-1"));
    assert_eq!(reason(&hours(&[None], saturday)), Some("probe-hours-not-known"));
    assert_eq!(reason(&hours(&[], saturday)), Some("probe-no-channel"));
    let without = check(&call("hours", ProbeKind::SupportHours, 5000, &[]), &world(&[weekdays], monday));
    assert_eq!(reason(&without), Some("probe-input-missing"));
}

#[test]
fn support_hours_are_those_of_the_provider_wherever_somebody_is() {
    let call = call("hours", ProbeKind::SupportHours, 5000, &[("for", "contact")]);
    let hours = |now: &str, country: &str| {
        let mut world = world(&[Some("Mo-Fr 09:00-17:00; PH off")], now);
        world.profile.time_zone = TimeZone::get("Asia/Shanghai").ok();
        world.profile.country = Some(country.to_owned());
        let person = TimeZone::get("America/New_York").expect("a zone");
        check(&call, &World { zone: person, country: Some("US".to_owned()), ..world })
    };
    // Ten in the morning there, ten in the evening of the day before here.
    assert_eq!(key(&hours("2026-11-24T02:00:00Z", "CN")), "open");
    let holiday = hours("2026-10-01T02:00:00Z", "CN");
    assert_eq!((key(&holiday), holiday.observed.as_deref()), ("closed", Some("channel-0 2026-10-04T21:00:00-04:00")));
    assert_eq!(key(&hours("2026-10-01T02:00:00Z", "DE")), "open", "no holiday of that country");
}

/// A map of findings; spans count up so that each value has its own place.
fn map(from: usize, rows: &[(&str, &str)]) -> IndexMap<String, GivenAt> {
    rows.iter()
        .enumerate()
        .map(|(at, (path, value))| {
            let span = Span { start: from + at, end: from + at + 1 };
            ((*path).to_owned(), GivenAt { given: Given::Text((*value).to_owned()), key: span, span })
        })
        .collect()
}

fn clock() -> Timestamp {
    "2026-11-21T02:00:00Z".parse().expect("an instant")
}

#[test]
fn the_nearest_script_wins() {
    let own = map(0, &[("a", "offline"), ("c#2", "captive"), ("*", "filtered")]);
    let file = map(100, &[("a", "online"), ("b", "online")]);
    let mut prober = Scripted::new(vec![&own, &file], world(&[], "2026-11-21T02:00:00Z"), clock);
    let mut result = |path: &str| {
        let call = call(path, ProbeKind::Network, 5000, &[]);
        prober.start(&call);
        prober.poll(&call, Duration::ZERO).map(|finding| finding.value.key().to_owned()).expect("a finding")
    };
    assert_eq!(result("a"), "offline", "the test's own key");
    assert_eq!(result("b"), "filtered", "the test's star before the file's key");
    assert_eq!(result("c"), "filtered", "the first visit");
    assert_eq!(result("c"), "captive", "the second visit");
    assert_eq!(result("c#2"), "captive", "the visit that the call names");
    assert_eq!(prober.unused().count(), 0, "the file's own may serve other tests");
    let late = map(0, &[("a#2", "offline"), ("*", "online")]);
    let mut prober = Scripted::new(vec![&late, &file], world(&[], "2026-11-21T02:00:00Z"), clock);
    let _ = prober.poll(&call("a", ProbeKind::Network, 5000, &[]), Duration::ZERO);
    let unused: Vec<&str> = prober.unused().map(|(path, _)| path).collect();
    assert_eq!(unused, ["a#2"], "the star is for whatever is left");
}

#[test]
fn a_script_says_what_it_lacks_and_what_is_wrong_in_it() {
    let file = map(0, &[("a", "sunny"), ("v", "8.5.1"), ("u", "unknown")]);
    let mut prober = Scripted::new(vec![&file], world(&[Some("24/7")], "2026-11-21T02:00:00Z"), clock);
    let mut poll = |call: &ProbeCall| prober.poll(call, Duration::ZERO).expect("a finding");
    assert_eq!(poll(&call("a", ProbeKind::Network, 5000, &[])).value, Value::Unknown);
    let newest = poll(&call("v", ProbeKind::LatestVersion, 5000, &[("platform", "ios")]));
    assert_eq!(Some(newest.value), "8.5.1".parse().ok().map(Value::Version));
    assert_eq!(reason(&poll(&call("v", ProbeKind::LatestVersion, 5000, &[]))), Some("probe-input-missing"));
    assert_eq!(reason(&poll(&call("u", ProbeKind::Network, 5000, &[]))), Some("probe-scripted-unknown"));
    assert_eq!(reason(&poll(&call("gone", ProbeKind::Clock, 5000, &[]))), Some("probe-not-scripted"));
    let open = poll(&call("hours", ProbeKind::SupportHours, 5000, &[("for", "contact")]));
    assert_eq!(open.value, Value::Choice("open".to_owned()), "a pure check runs for real");
    assert_eq!(prober.missing(), ["gone"]);
    let wrong = prober.mistakes();
    assert_eq!((wrong.len(), wrong[0].span.start, wrong[0].message.key.as_str()), (1, 0, "given-id"));
}

#[test]
fn a_star_does_not_name_a_pure_check() {
    let file = map(0, &[("*", "unknown")]);
    let mut prober = Scripted::new(vec![&file], world(&[Some("24/7")], "2026-11-21T02:00:00Z"), clock);
    let hours = call("hours", ProbeKind::SupportHours, 5000, &[("for", "contact")]);
    assert_eq!(
        prober.poll(&hours, Duration::ZERO).map(|finding| finding.value.key().to_owned()).as_deref(),
        Some("open")
    );
    let network = call("net", ProbeKind::Network, 5000, &[]);
    assert_eq!(prober.poll(&network, Duration::ZERO).map(|finding| finding.value), Some(Value::Unknown));
    assert!(prober.missing().is_empty());
}

#[test]
fn every_result_has_words_in_both_languages() {
    use walletfix::flow::probe::ResultType;
    for (id, kind) in ProbeKind::ALL {
        let mut keys = vec![format!("probe-{id}")];
        if let ResultType::OneOf(words) = kind.result() {
            keys.extend(words.iter().map(|word| format!("probe-{id}-{word}")));
        }
        for key in keys {
            for lang in Lang::ALL {
                assert_ne!(Message::new(key.clone()).text(lang), key);
            }
        }
    }
}
