//! Tests: test files and answers files, every mistake at once, against the pack of the program.

use super::reading::shown;
use super::{cases, folder, same_as_file};
use crate::harness;
use proptest::prelude::{ProptestConfig, any, proptest};
use std::borrow::Cow;
use walletfix::diagnostic::{Diagnostic, sort};
use walletfix::library;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::{beside, read_pack, script};
use walletfix::script::{Given, Script, ScriptEvent};

/// A small pack of its own, so that the content can change.
fn pack_with(test: Option<PackFile>) -> (Pack, Vec<Diagnostic>) {
    let mut files = library::folder(&folder("../packs/small"), test.is_none()).unwrap();
    files.extend(test);
    read_pack(&files)
}

fn file(path: &str, text: &str) -> PackFile {
    PackFile { path: path.to_owned(), name: path.to_owned(), bytes: Cow::Owned(text.as_bytes().to_vec()) }
}

fn read_answers(name: &str, text: &str) -> (Option<Script>, Vec<Diagnostic>) {
    let (script, mut found) = beside::read_answers(&file(name, text));
    let (pack, _) = pack_with(None);
    found.extend(script.iter().flat_map(|read| script::check(read, &pack)));
    sort(&mut found);
    (script, found)
}

#[test]
fn every_mistake_of_a_test_file_is_found_at_once() {
    for (name, text) in cases("scripts") {
        let (_, mut found) = pack_with(Some(file("tests/transfer-failed.toml", &text)));
        found.retain(|found| found.source.name == "tests/transfer-failed.toml");
        same_as_file(&folder("scripts").join(format!("{name}.txt")), &shown(&found));
    }
}

#[test]
fn every_mistake_of_an_answers_file_is_found_at_once() {
    for (name, text) in cases("answers") {
        let (_, found) = read_answers(&format!("{name}.toml"), &text);
        same_as_file(&folder("answers").join(format!("{name}.txt")), &shown(&found));
    }
}

#[test]
fn the_small_pack_has_no_error() {
    let (pack, found) = pack_with(None);
    let errors: Vec<Diagnostic> =
        found.into_iter().filter(|found| found.severity == walletfix::diagnostic::Severity::Error).collect();
    assert_eq!(shown(&errors), "\n");
    assert!(pack.unsound.is_empty() && pack.tests.contains_key("transfer-failed"));
    assert!(pack.profiles.contains_key("generic") && pack.profiles.contains_key("demo-pay"));
    assert_eq!(pack.region_of("CN").map(|region| region.id.as_str()), Some("cn"));
}

#[test]
fn paths_lead_through_run_and_go_and_never_in_circles() {
    let paths = [
        ("frozen", ""),
        ("frozen#3", ""),
        ("not-stolen.symptom", ""),
        ("not-stolen.network.this-device#2", ""),
        ("not-stolen.pending.sent-at", ""),
        ("guard.danger", ""),
        ("guard.compromised.frozen", ""),
        ("guard.compromised.not-stolen.symptom", ""),
        ("start-again.frozen", "test-stale-answer-behind"),
        ("guard.compromised.start-again.frozen", "test-stale-answer-behind"),
        ("not-stolen.network.network.x", "test-stale-answer-no-way"),
        ("not-stolen", "test-stale-answer-not-asked"),
        ("", "test-stale-answer"),
        ("not-stolen.", "test-stale-answer"),
        ("frozen#", "test-stale-answer-visit"),
        ("frozen#1#2", "test-stale-answer-visit"),
        ("guard", "test-stale-answer"),
    ];
    for (path, expected) in paths {
        let text = format!("format = 1\nflow = \"account-compromised\"\nanswers = {{ \"{path}\" = \"unknown\" }}\n");
        let (_, mut found) = read_answers("a.toml", &text);
        // Not every question can be skipped; here only the path matters.
        found.retain(|found| found.rule != walletfix::diagnostic::Rule::TestBadAnswer);
        let keys: Vec<&str> = found.iter().map(|found| found.message.key.as_str()).collect();
        assert_eq!(keys.join(" "), expected, "{path}");
    }
}

#[test]
fn a_script_says_what_its_file_says() {
    let text = std::fs::read_to_string(folder("scripts").join("sound.toml")).unwrap();
    let (pack, _) = pack_with(Some(file("tests/transfer-failed.toml", &text)));
    let script = &pack.tests["transfer-failed"];
    assert_eq!(script.setting.now.as_ref().unwrap().to_string(), "2026-09-01T10:00:00+08:00[+08:00]");
    assert_eq!((script.setting.country.as_deref(), script.setting.lang), (Some("CN"), Some(walletfix::i18n::Lang::Zh)));
    assert_eq!(script.answers["symptom"].given, Given::Text("rejected".to_owned()));
    let [nested, events] = &script.tests[..] else { panic!("two tests") };
    assert_eq!(nested.answers["network.this-device"].given, Given::Bool(true));
    assert_eq!(nested.answers["amount"].given, Given::Number(100));
    assert_eq!(nested.answers["guard.danger"].given, Given::List(Vec::new()));
    assert_eq!(nested.setting.probes.keys().collect::<Vec<_>>(), ["network.network"]);
    let list: Vec<&ScriptEvent> = events.events.iter().flatten().map(|(event, _)| event).collect();
    assert_eq!(list.len(), 4);
    assert_eq!(*list[0], ScriptEvent::Answer("symptom".to_owned(), "rejected".to_owned()));
    assert_eq!(*list[1], ScriptEvent::Flow("network.this-device".to_owned(), "transaction-pending".to_owned()));
    assert_eq!((list[2], list[3]), (&ScriptEvent::Back, &ScriptEvent::GiveUp));
}

#[test]
fn a_profile_with_an_error_is_no_profile_and_its_tests_are_not_accused() {
    let mut files = library::folder(&folder("../packs/small"), true).unwrap();
    let profile = files.iter_mut().find(|file| file.path == "profiles/demo-pay.toml").unwrap();
    let text = String::from_utf8(profile.bytes.to_vec()).unwrap().replace("24/7", "always");
    profile.bytes = Cow::Owned(text.into_bytes());
    let (pack, mut found) = read_pack(&files);
    assert!(!pack.profiles.contains_key("demo-pay"));
    found.retain(|found| found.severity == walletfix::diagnostic::Severity::Error);
    assert!(found.iter().all(|found| found.rule == walletfix::diagnostic::Rule::BadHours), "{}", shown(&found));
}

/// Puts `piece` at about `at` of a thousand parts of the file, over `length` of its bytes.
fn spoil(file: &mut PackFile, at: usize, length: usize, piece: &[u8]) {
    let start = file.bytes.len() * at / 1_000;
    let end = (start + length).min(file.bytes.len());
    file.bytes.to_mut().splice(start..end, piece.iter().copied());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(harness::cases(64)))]

    #[test]
    fn a_spoilt_file_is_read_or_refused_and_every_finding_can_be_drawn(
        which in any::<proptest::sample::Index>(),
        at in 0_usize..1_000,
        length in 0_usize..40,
        piece in "(\\PC|\n|\"|=|\\[|\\]|\\{|\\}|\\.|#|\u{1b}|true|2026-02-30|-1|9e9){0,4}",
    ) {
        let mut files = library::folder(&folder("../packs/small"), false).unwrap();
        for (path, case) in [
            ("profiles/p.toml", "profiles/every-key.toml"),
            ("regions/cn.toml", "../packs/small/regions/cn.toml"),
            ("tests/transfer-failed.toml", "scripts/sound.toml"),
        ] {
            files.retain(|file| file.path != path);
            files.push(file(path, &std::fs::read_to_string(folder(case)).unwrap()));
        }
        let beside = files.len() - 3;
        spoil(&mut files[beside + which.index(3)], at, length, piece.as_bytes());
        let (_, found) = read_pack(&files);
        for lang in walletfix::i18n::Lang::ALL {
            let drawn = walletfix::diagnostic::render::human::render(&found, lang, false, 80, walletfix::secrets::blot);
            assert!(!drawn.contains('\u{1b}'), "{drawn}");
        }
    }
}
