//! What status pages say: samples asked for over a real connection, and whatever else a host may send.

use super::loopback::Loopback;
use super::{PATIENT, call, key, reason, world};
use crate::harness::cases;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use walletfix::flow::probe::{Finding, ProbeCall, ProbeKind, ResultType};
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::probe::remote::reply::Reply;
use walletfix::probe::remote::service_status::judge;
use walletfix::probe::{Background, Prober, World, hosts};

const NOON: &str = "2026-03-19T12:00:00Z";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/probes/status-pages")
}

fn page(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn ask(path: &str, part: &str) -> ProbeCall {
    let inputs = if part == "-" { vec![] } else { vec![("component", part)] };
    call(path, ProbeKind::ServiceStatus, 5000, &inputs)
}

fn world_with(page: &str) -> World {
    let mut world = world(&[], NOON);
    world.profile.values.insert("status-page".to_owned(), Value::Text(page.to_owned()));
    world
}

fn found(prober: &mut Background, call: &ProbeCall) -> Finding {
    prober.start(call);
    prober.poll(call, PATIENT).expect("a finding within the deadline")
}

/// One line of the table a case: `tests/probes/status-pages.tsv`.
#[test]
fn pages_over_a_real_connection() {
    let host = Loopback::open();
    let mut prober =
        Background::new(world_with(&format!("http://{}", host.host)), || NOON.parse().expect("an instant"));
    let mut wrong = String::new();
    let lines = include_str!("status-pages.tsv").lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    for (at, line) in lines {
        let [result, part, head, file, seen] = line.split('\t').collect::<Vec<_>>().try_into().expect("five columns");
        host.answers(head, &if file == "-" { Vec::new() } else { page(file) });
        let finding = found(&mut prober, &ask(&format!("status-{at}"), part));
        assert_eq!(finding.reason.is_some(), !finding.value.is_known(), "line {}", at + 1);
        let said = match &finding.reason {
            Some(reason) => reason.text(Lang::En).replace(&host.host, "HOST"),
            None => key(&finding).to_owned(),
        };
        let observed = finding.observed.as_deref().unwrap_or("-");
        if (said.as_str(), observed) != (result, seen) {
            writeln!(wrong, "line {}:\n{said}\t{part}\t{head}\t{file}\t{observed}", at + 1).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_page_is_asked_for_once_and_nothing_is_told_to_it() {
    let host = Loopback::open();
    host.answers("200", &page("status.json"));
    for (named, path) in [
        (format!("http://{}", host.host), "/api/v2/summary.json"),
        (format!("http://{}/", host.host), "/api/v2/summary.json"),
        (format!("http://{}/status.json", host.host), "/status.json"),
        (format!("http://{}/a/status.json?x=1", host.host), "/a/status.json?x=1"),
    ] {
        let world = world_with(&named);
        assert_eq!(hosts(&ask("status", "-"), &world.profile), std::slice::from_ref(&host.host));
        let mut prober = Background::new(world, || NOON.parse().expect("an instant"));
        assert_eq!(key(&found(&mut prober, &ask("status", "-"))), "ok");
        let asked = host.asked();
        assert_eq!(asked.len(), 1);
        assert!(asked[0].starts_with(&format!("get {path} http/1.1\r\n")), "{}", asked[0]);
        assert!(
            asked[0].contains("\r\nuser-agent: walletfix/") && asked[0].contains("\r\naccept: application/json\r\n")
        );
        assert!(!asked[0].contains("cookie") && !asked[0].contains("referer"), "{}", asked[0]);
    }
}

#[test]
fn without_a_page_nobody_is_asked() {
    let world = world(&[], NOON);
    assert!(hosts(&ask("status", "-"), &world.profile).is_empty());
    let mut prober = Background::new(world, || NOON.parse().expect("an instant"));
    assert_eq!(reason(&found(&mut prober, &ask("status", "-"))), Some("status-no-page"));
}

#[test]
fn a_page_without_end_and_a_host_that_is_gone_are_unknown() {
    let host = Loopback::open();
    host.answers("200", &vec![b' '; 600 * 1024]);
    let at = world_with(&format!("http://{}", host.host));
    let mut prober = Background::new(at, || NOON.parse().expect("an instant"));
    assert_eq!(reason(&found(&mut prober, &ask("status", "-"))), Some("net-too-large"));
    // Nobody listens at a port that was just given back.
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let mut prober = Background::new(world_with(&format!("http://{port}")), || NOON.parse().expect("an instant"));
    assert_eq!(reason(&found(&mut prober, &ask("status", "-"))), Some("net-refused"));
}

fn noon(at: &str) -> Zoned {
    at.parse::<Timestamp>().expect("an instant").to_zoned(TimeZone::UTC)
}

fn verdict(body: Vec<u8>, part: Option<&str>, at: &str) -> Finding {
    judge(&Reply { host: "status.example".to_owned(), status: 200, body, again: None }, part, &noon(at))
}

#[test]
fn a_planned_maintenance_counts_while_it_should_run() {
    let at = |now: &str| key(&verdict(page("maintenance-planned.json"), None, now)).to_owned();
    let all = ["2026-03-20T01:59:59Z", "2026-03-20T02:00:00Z", "2026-03-20T03:59:59Z", "2026-03-20T04:00:00Z"].map(at);
    assert_eq!(all, ["ok", "maintenance", "maintenance", "ok"]);
}

/// How bad a result is; unknown may be anything that is not worse than `down`.
fn badness(finding: &Finding) -> usize {
    let ResultType::OneOf(words) = ProbeKind::ServiceStatus.result() else { panic!("words") };
    let order = [words, &["unknown"]].concat();
    let at = order.iter().position(|word| *word == key(finding)).expect("a result of the check");
    // Between `degraded` and `down`.
    [0, 1, 2, 4, 3][at]
}

/// What holds for whatever a host sends.
fn sound(finding: &Finding) -> Result<(), TestCaseError> {
    prop_assert_eq!(finding.reason.is_some(), finding.value == Value::Unknown);
    badness(finding);
    let mut shown: Vec<String> = finding.observed.iter().cloned().collect();
    shown.extend(finding.reason.iter().flat_map(|reason| Lang::ALL.map(|lang| reason.text(lang))));
    for text in shown {
        prop_assert!(!text.chars().any(char::is_control), "{:?}", text);
        let signs: Vec<char> = text.chars().collect();
        let is_handle = |pair: &[char]| pair[0] == '@' && pair[1].is_alphanumeric();
        prop_assert!(!text.contains("://") && !signs.windows(2).any(is_handle), "{:?}", text);
        prop_assert!(walletfix::wording::width(&text) < 900, "{:?}", text);
    }
    Ok(())
}

/// Every node of a document, by how often it was counted on the way there.
fn swap(node: &mut Json, at: &mut usize, with: &Json) {
    if *at == 0 {
        *node = with.clone();
    }
    *at = at.wrapping_sub(1);
    match node {
        Json::Array(items) => items.iter_mut().for_each(|item| swap(item, at, with)),
        Json::Object(fields) => fields.values_mut().for_each(|field| swap(field, at, with)),
        _ => {}
    }
}

fn sample() -> impl Strategy<Value = Vec<u8>> {
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder()).expect("the samples").map(|entry| entry.expect("a sample").path()).collect();
    names.sort();
    prop::sample::select(names).prop_map(|path| fs::read(path).expect("a sample"))
}

fn odd() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[[{"status": {"indicator": "none"}}]]])),
        ".{0,40}".prop_map(Json::from),
        prop::sample::select(&[
            "none",
            "critical",
            "operational",
            "major_outage",
            "in_progress",
            "investigating",
            "c1"
        ])
        .prop_map(Json::from),
        Just(json!("see https://evil.example/x or call +1 800 555 0100, a@b.example")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(192)) })]

    #[test]
    fn any_bytes_can_be_judged(body in prop::collection::vec(any::<u8>(), 0..200), part in prop::option::of(".{0,12}")) {
        sound(&verdict(body, part.as_deref(), NOON))?;
    }

    #[test]
    fn a_damaged_page_can_be_judged(
        mut body in sample(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, any::<u8>()), 1..5),
        part in prop::option::of(prop::sample::select(&["Login", "Withdrawals", "提现", ""])),
    ) {
        for (at, length, byte) in cuts {
            let at = at.index(body.len() + 1);
            let end = (at + length).min(body.len());
            body.splice(at..end, [byte]);
        }
        sound(&verdict(body, part, NOON))?;
    }

    #[test]
    fn a_page_with_other_values_can_be_judged(
        body in sample(),
        swaps in prop::collection::vec((0_usize..120, odd()), 1..4),
        part in prop::option::of(prop::sample::select(&["Login", "Withdrawals", "提现", "x"])),
    ) {
        let Ok(mut page) = serde_json::from_slice::<Json>(&body) else { return Ok(()) };
        for (mut at, with) in swaps {
            swap(&mut page, &mut at, &with);
        }
        sound(&verdict(serde_json::to_vec(&page).expect("JSON"), part, NOON))?;
    }

    /// Nothing that a page tells besides makes it look better than its own word.
    #[test]
    fn notices_never_make_it_better(
        word in prop::sample::select(&["none", "minor", "major", "critical", "maintenance", "purple"]),
        status in prop::sample::select(&["investigating", "identified", "monitoring", "resolved", "scheduled", "in_progress", "odd"]),
        impact in prop::sample::select(&["none", "minor", "major", "critical", "maintenance"]),
        planned in any::<bool>(),
    ) {
        let row = json!({ "name": "N", "status": status, "impact": impact });
        let list = if planned { "scheduled_maintenances" } else { "incidents" };
        let calm = json!({ "status": { "indicator": word } });
        let mut told = calm.clone();
        told[list] = json!([row]);
        let judged = |page: &Json| badness(&verdict(page.to_string().into_bytes(), None, NOON));
        prop_assert!(judged(&told) >= judged(&calm));
    }

    /// Of several parts the worst counts, whatever their order.
    #[test]
    fn the_worst_part_counts(mut states in prop::collection::vec(
        prop::sample::select(&["operational", "under_maintenance", "degraded_performance", "partial_outage", "major_outage", "odd"]), 1..6)
    ) {
        let judged = |states: &[&str]| {
            let parts: Vec<Json> = states.iter().map(|state| json!({ "name": "Cards - x", "status": state })).collect();
            let page = json!({ "components": parts, "status": { "indicator": "none" } });
            badness(&verdict(page.to_string().into_bytes(), Some("cards"), NOON))
        };
        let all = judged(&states);
        let each = states.iter().map(|state| judged(&[state])).max();
        prop_assert_eq!(Some(all), each);
        states.reverse();
        prop_assert_eq!(all, judged(&states));
    }
}
