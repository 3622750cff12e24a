//! What holds whatever a file says: tried on any bytes, on files of the tests that somebody changed at random, and on
//! conditions that nobody would write. The fuzz targets in `fuzz/` keep the same laws for hours.

pub(crate) mod kept;

use crate::harness::cases;
use kept::file;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use walletfix::diagnostic::Rule;
use walletfix::library;
use walletfix::pack::PackFile;
use walletfix::parse::beside::{read_answers, read_profile};

/// What may be spent on proving a flow: the laws hold for what is not proven too.
const BUDGET: usize = 300;

/// Words and signs of the format, so that changed files stay near to sound ones.
const BITS: [&str; 40] = [
    "[step.x]\n",
    "[[channel]]\n",
    "[[test]]\n",
    "[flow]\n",
    "next = ",
    "\"",
    "{",
    "}",
    "[",
    "]",
    "=",
    "\n",
    "\r\n",
    ".zh",
    "else",
    "ask",
    "end = \"wait\"\nwait = \"15bd\"\n",
    "and",
    "not ",
    "(",
    ")",
    "is",
    "unknown",
    "{amount}",
    "{profile.limits.single}",
    "type = \"choices\"",
    "shared = true\n",
    "guard = true\n",
    "allow = { unused-fact = \"x\" }\n",
    "repeats-payment = \"x is unknown\"\n",
    "1",
    "-1",
    "99999999999999999999",
    "2026-02-30",
    "\u{0}",
    "\\u001b",
    "汉",
    "\u{202e}",
    "👨‍👩‍👧",
    "'''",
];

#[derive(Debug, Clone)]
enum Change {
    Insert(Index, &'static str),
    Delete(Index, usize),
    Copy(Index, usize, Index),
    Byte(Index, u8),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (any::<Index>(), select(BITS.to_vec())).prop_map(|(at, bit)| Change::Insert(at, bit)),
        3 => (any::<Index>(), 0..40usize).prop_map(|(at, length)| Change::Delete(at, length)),
        3 => (any::<Index>(), 0..80usize, any::<Index>()).prop_map(|(from, length, to)| Change::Copy(from, length, to)),
        1 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let length = bytes.len();
    let place = |at: &Index| at.index(length + 1);
    match change {
        Change::Insert(at, bit) => {
            let at = place(at);
            bytes.splice(at..at, bit.bytes());
        }
        Change::Delete(at, count) => {
            let at = place(at);
            bytes.drain(at..(at + count).min(length));
        }
        Change::Copy(from, count, to) => {
            let (from, to) = (place(from), place(to));
            let part = bytes[from..(from + count).min(length)].to_vec();
            bytes.splice(to..to, part);
        }
        Change::Byte(at, byte) => {
            let at = place(at);
            bytes.splice(at..(at + 1).min(length), [*byte]);
        }
    }
}

/// The packs of the tests, each small: a folder of them, or a file alone.
static PACKS: LazyLock<Vec<Vec<PackFile>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut packs = Vec::new();
    for folder in ["tests/flows/ok", "tests/flows/err", "tests/packs", "examples"] {
        let mut entries: Vec<PathBuf> =
            std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for entry in entries {
            if entry.is_dir() {
                packs.extend(library::folder(&entry, true));
            } else if entry.extension().is_some_and(|ending| ending == "toml") {
                packs.push(vec![file("a.toml", &std::fs::read(&entry).unwrap())]);
            }
        }
    }
    // Files that stand in no pack of their own: with a flow, so that what they say is looked up.
    let flow = || file("app-does-not-open.toml", include_bytes!("../examples/first-flow/app-does-not-open.toml"));
    for (folder, path) in [
        ("tests/files/profiles", "profiles/p.toml"),
        ("tests/files/regions", "regions/r.toml"),
        ("tests/files/scripts", "tests/app-does-not-open.toml"),
        ("flows/regions", "regions/r.toml"),
        ("examples/first-flow/tests", "tests/app-does-not-open.toml"),
    ] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap().path();
            if entry.extension().is_some_and(|ending| ending == "toml") {
                packs.push(vec![flow(), file(path, &std::fs::read(entry).unwrap())]);
            }
        }
    }
    packs.retain(|files| files.iter().map(|file| file.bytes.len()).sum::<usize>() < 20_000);
    packs
});

/// Tests, words and signs of conditions, and facts that are there or not.
fn condition() -> impl Strategy<Value = String> {
    let words = [
        "how",
        "which",
        "sure",
        "amount",
        "balance",
        "count",
        "when",
        "app",
        "newest",
        "net",
        "words",
        "do",
        "try",
        "profile.kind",
        "profile.limits.single",
        "profile.versions.ios",
        "absent",
        "is",
        "is not",
        "is one of (",
        "has",
        "has one of (",
        "has at least",
        "and",
        "or",
        "not",
        "(",
        ")",
        ",",
        "<",
        "<=",
        "=",
        ">",
        ">=",
        "==",
        "&&",
        "!",
        "≥",
        "known",
        "unknown",
        "slow",
        "lost",
        "a",
        "b",
        "yes",
        "no",
        "5",
        "0",
        "10",
        "-3",
        "100 CNY",
        "0.1 USD",
        "1.2.3",
        "8.5",
        "older than",
        "newer than",
        "30m",
        "3d",
        "profile.waits.review",
        "fixed",
        "done",
        "offline",
        "payment",
        "\"",
        "'",
        "\u{3000}",
        "（",
        "汉",
        "\\",
        "\u{7f}",
        "\u{1b}",
    ];
    prop_oneof![
        8 => vec(select(words.to_vec()), 1..14).prop_map(|words| words.join(" ")),
        4 => vec(sound(), 1..5).prop_map(|tests| tests.join(" and ")),
        4 => vec(sound(), 1..5).prop_map(|tests| tests.join(" or ")),
        1 => any::<String>(),
    ]
}

/// A test that means something.
fn sound() -> impl Strategy<Value = String> {
    let tests = [
        "how is known",
        "how is slow",
        "how is not lost",
        "how is one of (slow, lost)",
        "which has a",
        "which has one of (a, b)",
        "which has at least 2",
        "sure",
        "not sure",
        "sure is unknown",
        "(amount is known and amount > 5 CNY)",
        "amount is unknown",
        "amount > 3 CNY",
        "balance <= 5 CNY",
        "amount < balance",
        "balance > profile.limits.single",
        "count = 3",
        "count > 8",
        "not (count <= 8)",
        "when is known",
        "when older than 30m",
        "when newer than 3d",
        "app < newest",
        "app >= 8.5",
        "newest is known",
        "net is offline",
        "words is known",
        "do is done",
        "try is fixed",
        "profile.kind is payment",
    ];
    select(tests.to_vec()).prop_map(str::to_owned)
}

const FACTS: &str = include_str!("laws/facts.toml");
const PROFILE: &[u8] = include_bytes!("../flows/profiles/demo-pay.toml");

/// A flow with these conditions, one after the other.
fn branching(conditions: &[String]) -> [PackFile; 2] {
    let mut text = FACTS.to_owned();
    for condition in conditions {
        let quoted = serde_json::to_string(condition).unwrap().replace('\u{7f}', "\\u007f");
        writeln!(text, "  {{ when = {quoted}, next = \"end-a\" }},").unwrap();
    }
    text.push_str("]\nelse = \"end-b\"\n");
    [file("a.toml", text.as_bytes()), file("profiles/demo-pay.toml", PROFILE)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(48)) })]

    #[test]
    fn any_bytes_can_be_read(bytes in vec(any::<u8>(), 0..2000)) {
        for path in ["a.toml", "shared/a.toml", "profiles/a.toml", "regions/a.toml", "tests/a.toml"] {
            let found = kept::read(&[file(path, &bytes)], BUDGET);
            prop_assert!(!found.is_empty(), "{path}");
            kept::shown(&found);
        }
    }

    #[test]
    fn changed_files_can_be_read(pack in any::<Index>(), changes in vec((any::<Index>(), change()), 1..6)) {
        let mut files = pack.get(&PACKS).clone();
        let count = files.len();
        for (file, change) in &changes {
            apply(files[file.index(count)].bytes.to_mut(), change);
        }
        let found = kept::read(&files, BUDGET);
        kept::again(&files, BUDGET, &found);
        kept::examples(&found);
        kept::shown(&found);
        for file in &files {
            kept::places(&read_profile(file).1);
            kept::places(&read_answers(file).1);
        }
    }

    #[test]
    fn any_conditions_can_be_read(conditions in vec(condition(), 1..5)) {
        let files = branching(&conditions);
        let found = kept::read(&files, BUDGET);
        prop_assert!(found.iter().all(|found| found.rule != Rule::TomlSyntax));
        kept::again(&files, BUDGET, &found);
        kept::examples(&found);
        kept::shown(&found);
    }
}

/// What the laws found: a condition that ends, or only begins, with a character of several bytes.
#[test]
fn a_condition_that_ends_too_early_is_pointed_at_as_a_whole_character() {
    for condition in ["", " ", "\u{3000}", "sure and（", "how is", "not\u{3000}", "count >\u{3000}"] {
        let found = kept::read(&branching(&[condition.to_owned()]), BUDGET);
        let rules = [Rule::WhenSyntax, Rule::WhenOperator];
        assert!(found.iter().any(|found| rules.contains(&found.rule)), "{condition:?}");
    }
}

/// The conditions that are meant to mean something do, so that the law above is not only about mistakes.
#[test]
fn sound_conditions_are_sound() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut wrong = 0;
    for _ in 0..100 {
        let condition = sound().new_tree(&mut runner).unwrap().current();
        let found = kept::read(&branching(std::slice::from_ref(&condition)), BUDGET);
        let about_words =
            [Rule::WhenSyntax, Rule::TypeMismatch, Rule::UnknownFact, Rule::UnknownOption, Rule::BadLiteral];
        assert!(found.iter().all(|found| !about_words.contains(&found.rule)), "{condition}");
        wrong += usize::from(found.iter().any(|found| found.severity == walletfix::diagnostic::Severity::Error));
    }
    assert!(wrong < 60, "{wrong} of 100 conditions are refused");
}
