//! The newest version: samples of every source asked for over a real connection, and whatever else a host may send.

use super::loopback::Loopback;
use super::{PATIENT, call, reason, world};
use crate::harness::cases;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use walletfix::flow::probe::{Finding, ProbeCall, ProbeKind};
use walletfix::flow::value::{Value, Version};
use walletfix::i18n::Lang;
use walletfix::probe::remote::latest_version::judge;
use walletfix::probe::remote::reply::Reply;
use walletfix::probe::{Background, Prober, hosts};
use walletfix::profile::VersionSource;

const NOON: &str = "2026-03-19T12:00:00Z";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/probes/versions")
}

fn ask(path: &str, platform: &str) -> ProbeCall {
    call(path, ProbeKind::LatestVersion, 5000, &[("platform", platform)])
}

fn store(app: &str, country: Option<&str>) -> VersionSource {
    VersionSource::ITunes { app: app.to_owned(), country: country.map(str::to_owned) }
}

/// A source of each kind on that host.
fn sources(host: &str) -> [(&'static str, VersionSource); 5] {
    [
        ("store", store(&format!("http://{host}/lookup?bundleId=com.tencent.xin&country=cn"), None)),
        ("store-number", store(&format!("http://{host}/lookup?id=414478124"), None)),
        ("github", VersionSource::GitHub(format!("http://{host}/repos/example/wallet/releases/latest"))),
        ("feed", VersionSource::Feed(format!("http://{host}/version.json"))),
        ("ask", VersionSource::Ask),
    ]
}

/// One line of the table a case: `tests/probes/versions.tsv`.
#[test]
fn sources_over_a_real_connection() {
    let host = Loopback::open();
    let mut world = world(&[], NOON);
    world.profile.versions = sources(&host.host).into_iter().map(|(name, source)| (name.to_owned(), source)).collect();
    let mut prober = Background::new(world, || NOON.parse().expect("an instant"));
    let mut wrong = String::new();
    let lines = include_str!("versions.tsv").lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    for (at, line) in lines {
        let [result, source, head, file, seen] = line.split('\t').collect::<Vec<_>>().try_into().expect("five columns");
        let body = if file == "-" { Vec::new() } else { fs::read(folder().join(file)).expect("a sample") };
        host.answers(head, &body);
        let call = ask(&format!("newest-{at}"), source);
        prober.start(&call);
        let finding = prober.poll(&call, PATIENT).expect("a finding within the deadline");
        let said = match (&finding.reason, &finding.value) {
            (Some(reason), Value::Unknown) => reason.text(Lang::En).replace(&host.host, "HOST"),
            (None, Value::Version(version)) => version.to_string(),
            other => panic!("line {}: {other:?}", at + 1),
        };
        let observed = finding.observed.as_deref().unwrap_or("-").replace(&host.host, "HOST");
        if (said.as_str(), observed.as_str()) != (result, seen) {
            writeln!(wrong, "line {}:\n{said}\t{source}\t{head}\t{file}\t{observed}", at + 1).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn github_is_asked_as_it_wants_to_be() {
    let host = Loopback::open();
    host.answers("200", &fs::read(folder().join("release.json")).expect("a sample"));
    let mut world = world(&[], NOON);
    let [.., github, feed, _] = sources(&host.host);
    world.profile.versions = [github, feed].into_iter().map(|(name, source)| (name.to_owned(), source)).collect();
    let mut prober = Background::new(world, || NOON.parse().expect("an instant"));
    let mut heads = |platform: &str| {
        let call = ask(platform, platform);
        prober.start(&call);
        prober.poll(&call, PATIENT).expect("a finding");
        host.asked().concat()
    };
    let head = heads("github");
    assert!(head.starts_with("get /repos/example/wallet/releases/latest http/1.1\r\n"), "{head}");
    for line in ["accept: application/vnd.github+json", "x-github-api-version: 2022-11-28", "user-agent: walletfix/"] {
        assert!(head.contains(&format!("\r\n{line}")), "{head}");
    }
    assert!(!heads("feed").contains("github"));
}

#[test]
fn the_hosts_are_known_before_anybody_is_asked() {
    let mut world = world(&[], NOON);
    let sources = [
        ("ios", store("com.example.app", Some("CN")), Some("itunes.apple.com")),
        ("android", VersionSource::Ask, None),
        ("desktop", VersionSource::GitHub("example/wallet".to_owned()), Some("api.github.com")),
        ("extension", VersionSource::Feed("https://wallet.example/version.json".to_owned()), Some("wallet.example")),
    ];
    for (platform, source, _) in &sources {
        world.profile.versions.insert((*platform).to_owned(), source.clone());
    }
    for (platform, _, host) in sources {
        assert_eq!(hosts(&ask("newest", platform), &world.profile), host.into_iter().collect::<Vec<_>>(), "{platform}");
    }
    world.profile.versions.clear();
    assert!(hosts(&ask("newest", "ios"), &world.profile).is_empty());
    let mut prober = Background::new(world, || NOON.parse().expect("an instant"));
    let call = ask("newest", "ios");
    prober.start(&call);
    assert_eq!(prober.poll(&call, PATIENT).as_ref().and_then(reason), Some("newest-no-list"));
}

fn judged(source: &VersionSource, body: impl Into<Vec<u8>>) -> Finding {
    let noon = NOON.parse::<Timestamp>().expect("an instant").to_zoned(TimeZone::UTC);
    judge(source, &Reply { host: "host.example".to_owned(), status: 200, body: body.into(), again: None }, &noon)
}

/// What a tag is read as; `-`: no version.
#[test]
fn tags_as_projects_write_them() {
    let feed = VersionSource::Feed("https://host.example/v.json".to_owned());
    for (tag, number) in [
        ("v12.9.3", "12.9.3"),
        ("4.5.8", "4.5.8"),
        ("suite-v24.8.1", "24.8.1"),
        ("web3-v1.2", "1.2"),
        ("v5-rc1.2", "5"),
        ("V8", "8"),
        ("8.0.50 (1234)", "8.0.50"),
        ("2.1.0-beta.3", "2.1.0"),
        ("release_2024.10", "2024.10"),
        ("iOS8.1.", "8.1"),
        ("版本8.5.1", "8.5.1"),
        ("1.2.3.4.5.6.7.8.9", "-"),
        ("99999999999999999999.1", "-"),
        ("1..2", "-"),
        ("latest", "-"),
        ("", "-"),
    ] {
        let finding = judged(&feed, serde_json::json!({ "version": tag }).to_string());
        let read = match &finding.value {
            Value::Version(version) => version.to_string(),
            _ => "-".to_owned(),
        };
        assert_eq!(read, number, "{tag}");
    }
}

#[test]
fn versions_are_ordered_by_their_numbers() {
    let version = |text: &str| text.parse::<Version>().expect("a version");
    assert_eq!(version("8.5"), version("8.5.0"));
    for (older, newer) in [("8.9", "8.10"), ("8.0.50", "8.1"), ("12", "12.0.1"), ("2.9.9", "10")] {
        assert!(version(older) < version(newer), "{older} {newer}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(192)) })]

    #[test]
    fn any_answer_can_be_judged(
        bytes in prop::collection::vec(any::<u8>(), 0..120),
        text in ".{0,60}",
        number in any::<i64>(),
        at in 0_usize..5,
    ) {
        let (_, source) = sources("host.example")[at].clone();
        let texts = [
            serde_json::json!({ "version": text, "date": text, "tag_name": text, "name": text }),
            serde_json::json!({ "results": [{ "bundleId": "com.tencent.xin", "trackId": number, "version": text }] }),
            serde_json::json!({ "version": number, "results": [number, [], null], "tag_name": null }),
        ];
        for body in texts.iter().map(|text| text.to_string().into_bytes()).chain([bytes]) {
            let finding = judged(&source, body);
            prop_assert_eq!(finding.reason.is_some(), finding.value == Value::Unknown);
            let mut shown: Vec<String> = finding.observed.into_iter().collect();
            shown.extend(finding.reason.iter().map(|reason| reason.text(Lang::Zh)));
            for text in shown {
                prop_assert!(!text.chars().any(char::is_control) && !text.contains("://"), "{:?}", text);
            }
        }
    }

    /// Whatever stands around it, the number comes back.
    #[test]
    fn a_number_is_found_in_a_tag(
        parts in prop::collection::vec(0_u64..100_000, 1..5),
        before in prop::sample::select(&["", "v", "wallet-", "suite-v", "app/v", "版本 "]),
        after in prop::sample::select(&["", "-beta.1", "+build7", " (1234)", "-rc"]),
    ) {
        let number: Vec<String> = parts.iter().map(u64::to_string).collect();
        let tag = format!("{before}{}{after}", number.join("."));
        let feed = VersionSource::Feed("https://host.example/v.json".to_owned());
        let finding = judged(&feed, serde_json::json!({ "version": tag }).to_string());
        prop_assert_eq!(finding.value, Value::Version(Version(parts)));
    }
}
