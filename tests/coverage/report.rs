//! What the tests of a pack reach, as people, programs and CI servers are told.

use super::{copied, shop};
use crate::harness::command::{Ran, walletfix};
use serde_json::Value;
use std::fs;

/// The report on the shop, whose tests fail in two of three cases.
fn report(words: &str) -> Ran {
    walletfix("test tests/coverage/shop").words(words).run().code(1)
}

#[test]
fn for_people() {
    insta::assert_snapshot!("human-en", report("--coverage").stdout);
    insta::assert_snapshot!("human-zh", report("--coverage --lang zh").stdout);
}

#[test]
fn for_programs() {
    insta::assert_snapshot!("json", report("--coverage --format json").stdout);
    let json: Value = serde_json::from_str(&report("--format json").stdout).unwrap();
    assert!(json["coverage"].is_null() && json.get("suggestions").is_none(), "{json}");
}

#[test]
fn for_ci_servers() {
    let ran = report("--coverage --format junit");
    insta::assert_snapshot!("junit", ran.stdout);
    assert_eq!(ran.stdout, report("--coverage --format junit").stdout, "the same files give the same bytes");
    let bare = report("--format junit").stdout;
    assert!(!bare.contains("name=\"coverage\""), "{bare}");
}

/// What `junit-10.xsd` of Jenkins' xUnit plugin names; it refuses a report with anything else.
#[test]
fn a_strict_ci_server_takes_the_report() {
    let allowed = [
        ("testsuites", "name time tests failures errors"),
        ("testsuite", "name tests failures errors group time skipped timestamp hostname id package file log url"),
        ("testcase", "name time classname group"),
        ("failure", "type message"),
        ("property", "name value"),
        ("properties", ""),
        ("system-out", ""),
    ];
    let xml = report("--coverage --format junit").stdout;
    let tags = xml.split('<').skip(1).filter(|tag| !tag.starts_with(['/', '?']));
    let mut seen = 0;
    for tag in tags {
        let inner = tag.split('>').next().unwrap().trim_end_matches('/');
        let name = inner.split(' ').next().unwrap();
        let (_, attributes) = allowed.iter().find(|(element, _)| *element == name).unwrap_or_else(|| panic!("{tag}"));
        // Quotation marks in values are written as entities, so that every second piece is a value.
        for attribute in inner[name.len()..].split('"').step_by(2).filter_map(|piece| piece.trim().strip_suffix('=')) {
            assert!(attributes.split(' ').any(|known| known == attribute), "{attribute}: {tag}");
            seen += 1;
        }
    }
    assert!(seen > 30, "{xml}");
}

/// Every place that is named holds what it is named for.
#[test]
fn the_line_of_what_is_missing_is_right() {
    let json: Value = serde_json::from_str(&report("--coverage --format json").stdout).unwrap();
    let missing = json["coverage"]["missing"].as_array().unwrap();
    assert!(missing.len() > 20, "{missing:?}");
    for one in missing {
        let (file, edge) = (one["file"].as_str().unwrap(), one["edge"].as_str().unwrap());
        let text = fs::read_to_string(file).unwrap();
        let line = text.lines().nth(usize::try_from(one["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
        let fits = match edge.split_once(" -> ") {
            Some((_, target)) => line.contains(&format!("\"{target}\"")),
            None => line.starts_with(edge.split(' ').next().unwrap()),
        };
        assert!(fits, "{edge}: {file}: {line}");
    }
}

/// 6 of 26 ways are reached (23.07 %) and 2 of 8 ends (25 %): the lower of the two decides.
#[test]
fn the_least_is_compared_in_whole_numbers() {
    let pack = copied(&shop(), &[]);
    let tests = pack.path().join("tests/pay.toml");
    let text = fs::read_to_string(&tests).unwrap();
    let passing = text.split("[[test]]").take(2).collect::<Vec<_>>().join("[[test]]");
    fs::write(&tests, passing).unwrap();
    for (least, code) in [("0", 0), ("23", 0), ("23%", 0), ("24", 1), ("25", 1), ("100", 1)] {
        let ran = walletfix("test --min-coverage").arg(least).arg(pack.path()).run().code(code);
        assert_eq!(ran.stderr.contains("less than"), code == 1, "{least}: {}", ran.stderr);
        assert!(ran.stdout.contains("6 of 26"), "{}", ran.stdout);
    }
}

#[test]
fn only_the_flows_that_were_asked_for_count() {
    let ran = walletfix("test tests/coverage/shop/shared/line.toml --coverage").run().code(0);
    assert!(ran.stdout.contains("shared/line") && !ran.stdout.contains("pay "), "{}", ran.stdout);
    assert!(ran.stdout.contains("0 of 6"), "tests that were not run reach nothing: {}", ran.stdout);
    let ran = walletfix("test tests/coverage/shop/tests/pay.toml --coverage").run().code(1);
    assert!(ran.stdout.contains("\npay ") && !ran.stdout.contains("shared/line "), "{}", ran.stdout);
}

#[test]
fn the_shipped_flows_are_walked_on_every_way() {
    walletfix("test flows --min-coverage 100").run().code(0);
}
