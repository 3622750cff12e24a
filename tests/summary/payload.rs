//! Tickets as other systems take them: their documented shapes, and nothing public that is not for everybody.

use super::cases::{self, MAIN, words};
use super::story::Happened as _;
use super::{kept, told};
use crate::harness::cases as count;
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use serde_json::Value as Json;
use std::fs;
use std::path::Path;
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::profile::Desk;
use walletfix::session::story::Story;
use walletfix::summary::Summary;
use walletfix::summary::render::payload::{System, payload, payload_or_less};

fn desk(pairs: &[(&str, &str)]) -> Desk {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// What an installation of each system could call things.
fn installed(system: System) -> Desk {
    match system {
        System::Zendesk | System::ZendeskRequest => desk(&[("order-id", "360000000001"), ("error-message", "err")]),
        System::Zammad => desk(&[("group", "Payments"), ("order-id", "order_no")]),
        System::GitHub => desk(&[
            ("repository", "demo/wallet"),
            ("template", "bug report.yml"),
            ("body", "what-happened"),
            ("app-version", "version"),
            ("tx-hash", "hash"),
        ]),
    }
}

fn public(story: &Story, lang: Lang, numbers: bool) -> Summary {
    Summary::for_public(story, lang, "0.1.0", numbers)
}

fn taken(story: &Story, lang: Lang, system: System, desk: &Desk) -> String {
    let summary = if system == System::GitHub { public(story, lang, false) } else { told(story, lang) };
    payload(&[summary], system, desk, false)
}

fn shape(name: &str) -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/summary/shapes").join(format!("{name}.json"));
    let schema: Json = serde_json::from_str(&fs::read_to_string(path).expect("the shape")).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

/// What an address says: host and path, then names and values as a browser reads them.
fn read(address: &str) -> (String, Vec<(String, String)>) {
    let (place, query) = address.trim_end().split_once('?').expect("a query");
    let decoded = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.as_bytes();
        while let [first, after @ ..] = rest {
            let (byte, after) = match first {
                b'%' => (u8::from_str_radix(str::from_utf8(&after[..2]).unwrap(), 16).unwrap(), &after[2..]),
                _ => (*first, after),
            };
            bytes.push(byte);
            rest = after;
        }
        String::from_utf8(bytes).expect("UTF-8")
    };
    let pairs = query.split('&').map(|pair| pair.split_once('=').expect("a value"));
    (place.to_owned(), pairs.map(|(name, value)| (decoded(name), decoded(value))).collect())
}

#[test]
fn every_system_takes_what_it_documents() {
    let pack = cases::wallet();
    for (word, system) in System::ALL {
        let shape = shape(word);
        for (name, story) in cases::all(&pack) {
            for lang in Lang::ALL {
                for desk in [Desk::default(), installed(system)] {
                    let text = taken(&story, lang, system, &desk);
                    if desk.contains_key("repository") {
                        let (place, pairs) = read(&text);
                        assert_eq!(place, "https://github.com/demo/wallet/issues/new");
                        let names: Vec<&str> = pairs.iter().map(|(name, _)| name.as_str()).collect();
                        assert_eq!(names[..3], ["template", "title", "what-happened"], "{name}");
                        assert!(text.len() <= 8_000 && !names.contains(&"hash"), "{name}: {text}");
                        continue;
                    }
                    let value: Json = serde_json::from_str(&text).expect("JSON");
                    let wrong: Vec<String> = shape.iter_errors(&value).map(|error| error.to_string()).collect();
                    assert!(wrong.is_empty(), "{word}, {name}: {wrong:?}\n{text}");
                }
            }
        }
    }
}

#[test]
fn payloads_are_as_kept() {
    let pack = cases::wallet();
    let story = cases::support(&pack);
    for (word, system) in System::ALL {
        for lang in Lang::ALL {
            kept(&format!("support.{}.{word}", lang.tag()), &taken(&story, lang, system, &installed(system)));
        }
    }
}

#[test]
fn an_issue_has_no_number_unless_it_is_asked_for() {
    let pack = cases::wallet();
    let story = cases::support(&pack);
    let number = |name: &str| {
        let visit = story.visits.iter().find(|visit| visit.step.field.is_some_and(|field| field.name() == name));
        match visit.map(|visit| &visit.value) {
            Some(Value::Text(text)) => text.clone(),
            other => panic!("{name}: {other:?}"),
        }
    };
    let said = |numbers| payload(&[public(&story, Lang::En, numbers)], System::GitHub, &Desk::default(), false);
    let (without, with) = (said(false), said(true));
    // Of an address the text has the ends.
    for (name, length) in [("to-address", 8), ("order-id", 28)] {
        let number = &number(name)[..length];
        assert!(!without.contains(number), "{name}\n{without}");
        assert!(with.contains(number), "{name}\n{with}");
    }
    for name in ["account", "payee"] {
        assert!(!without.contains(&number(name)) && !with.contains(&number(name)), "{name}");
    }
    assert_eq!(public(&story, Lang::En, false).id, told(&story, Lang::Zh).id, "both are one case");
}

/// An address has a longest length; whoever sends a shortened one is told.
#[test]
fn an_address_says_whether_it_has_everything() {
    let pack = cases::wallet();
    let mut story = cases::support(&pack);
    let made = |story: &Story| {
        let summaries = Lang::ALL.map(|lang| public(story, lang, false));
        payload_or_less(&summaries[1..], System::GitHub, &installed(System::GitHub), false)
    };
    story.words = Some("It failed.".to_owned());
    let (_, less) = made(&story);
    assert!(!less, "it fits");
    story.words = Some("失败了。".repeat(400));
    let (address, less) = made(&story);
    assert!(less && address.len() <= 8_000, "{}", address.len());
}

/// What an issue says of a case in which these were answered and this was written freely.
fn said(answers: [(&str, &str); 2], free: &str, numbers: bool) -> String {
    let pack = cases::wallet();
    let mut story = cases::support(&pack);
    story.words = Some(free.to_owned());
    for visit in &mut story.visits {
        let name = visit.step.field.map(walletfix::flow::field::Field::name);
        if name == Some("error-message") {
            visit.value = Value::Text(free.to_owned());
        }
        if let Some((_, text)) = answers.iter().find(|(field, _)| name == Some(*field)) {
            visit.value = Value::Text((*text).to_owned());
        }
    }
    payload(&[public(&story, Lang::En, numbers)], System::GitHub, &Desk::default(), false)
}

#[test]
fn what_was_answered_is_found_however_it_is_written_again() {
    for (field, answer, free, gone) in [
        ("payee", "Bob", "I paid Bob, and bob has nothing", &["Bob", "bob"][..]),
        ("account", "138 0000 0000", "user 13800000000 not found", &["13800000000"]),
        ("payee", "Lin Wei", "paid lin wei, LIN WEI and LinWei", &["lin wei", "LIN WEI", "LinWei"]),
        ("order-id", "AB20260319", "order AB 2026-0319 failed", &["AB 2026", "0319"]),
    ] {
        let text = said([(field, answer), ("", "")], free, false);
        assert!(gone.iter().all(|part| !text.contains(part)), "{text}");
    }
    let text = said([("payee", "Bob"), ("account", "ann@example.com")], "Bobsleigh 500", false);
    assert!(text.contains("Bobsleigh 500"), "a longer word is another one\n{text}");
}

#[test]
fn what_nobody_asked_for_does_not_become_public_either() {
    let none = [("", ""), ("", "")];
    let address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    let hash = "5ec2f9a13bde7740c6a1b28e9f0d47351c8e6a2b90f1d3c4e5a6b7c8d9e023e0";
    for person in ["ann.lee+w@mail.example", "13911112222", "+86 139-1111-2222", "(0571) 8888 6666"] {
        for numbers in [false, true] {
            let text = said(none, &format!("我的是{person}，打不开"), numbers);
            assert!(!text.contains(person) && text.contains("我的是") && text.contains("打不开"), "{text}");
        }
    }
    for number in [address, hash, "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE", "202603192200140303"] {
        assert!(!said(none, &format!("see {number}."), false).contains(number), "{number}");
        assert!(said(none, &format!("see {number}."), true).contains(number), "{number}");
    }
    for kept in ["2026-11-24 10:00", "error 0x80070005", "8.0.30.2001", "192.168.100.123", "1280.00 CNY", "@wallet"] {
        let text = said(none, &format!("it says {kept} now"), false);
        assert!(text.contains(kept), "{kept}\n{text}");
    }
}

#[test]
fn the_code_of_an_error_stays_and_what_only_looks_like_one_does_not() {
    let public_of = |code: &str, numbers: bool| {
        let pack = cases::wallet();
        let story = cases::support(&pack).answer("kind", MAIN, words(code));
        payload(&[public(&story, Lang::En, numbers)], System::GitHub, &Desk::default(), false)
    };
    for code in ["100056", "0x80070005", "ERR_10005678", "-32000", "E-1234567"] {
        assert!(public_of(code, false).contains(code), "{code}\n{}", public_of(code, false));
    }
    for id in [
        "13911112222",
        "+86 139 1111 2222",
        "202603192200140303",
        "ann@example.com",
        "8888 6666",
        "1391111 222",
        "91234567",
    ] {
        assert!(!public_of(id, false).contains(id), "{id}\n{}", public_of(id, false));
    }
    // A number that is withheld elsewhere is not told as a code either.
    assert!(!public_of("2026031922001403030200089909", false).contains("2026031922"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(count(32)))]

    /// Whatever people write, also around their own numbers.
    #[test]
    fn what_is_withheld_stands_nowhere(
        before in any::<String>(), after in "[ ，。a-z]{0,200}", english in any::<bool>(), upper in any::<bool>(),
        gap in "[ -]{0,2}", every in 1_usize..9,
    ) {
        let pack = cases::wallet();
        let mut story = cases::support(&pack);
        // As it was answered, and as people write it again.
        let hash = "0x5ec2f9a13bde7740c6a1b28e9f0d47351c8e6a2b90f1d3c4e5a6b7c8d9e023e0";
        let other = |text: &str| {
            let text = if upper { text.to_uppercase() } else { text.to_lowercase() };
            let parts: Vec<String> = text.chars().collect::<Vec<_>>().chunks(every).map(|part| part.iter().collect()).collect();
            parts.join(&gap)
        };
        let account = "13800001234";
        story.words = Some(format!("{before} {} {after}, {} {}", other(hash), other(account), other("Lin Wei")));
        for visit in &mut story.visits {
            match visit.step.field.map(walletfix::flow::field::Field::name) {
                Some("account") => visit.value = Value::Text(account.to_owned()),
                Some("payee") => visit.value = Value::Text("Lin Wei".to_owned()),
                Some("tx-hash") => visit.value = Value::Text(hash.to_owned()),
                Some("error-message") => visit.value = Value::Text(format!("{after}{hash}{before}")),
                _ => {}
            }
        }
        let lang = if english { Lang::En } else { Lang::Zh };
        for desk in [Desk::default(), installed(System::GitHub)] {
            let text = payload(&[public(&story, lang, false)], System::GitHub, &desk, false);
            let plain = if desk.is_empty() { text.clone() } else { read(&text).1.into_iter().map(|(_, value)| value).collect() };
            prop_assert!(!plain.contains(&hash[2..]) && !plain.contains(&hash[..12]), "{}", plain);
            let same: String = plain.to_lowercase().chars().filter(|c| !matches!(c, ' ' | '-')).collect();
            for value in [&hash[2..], account, "linwei"] {
                prop_assert!(!same.contains(value), "{value}: {plain}");
            }
            prop_assert!(desk.is_empty() || text.len() <= 8_000);
        }
    }
}
