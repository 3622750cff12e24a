//! What the flow language can do, shown by little packs: `packs/FEATURE/` has flows and their tests, run as
//! `walletfix test` runs them. A pack without faults proves a feature; the pack `failing` proves that tests can fail:
//! beside it lies what must be said about each of its tests. `WALLETFIX_BLESS=1` writes that anew.

mod journal;
mod promises;
mod resume;
mod screens;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use walletfix::diagnostic::Severity;
use walletfix::flowtest::{self, Verdict};
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack_within;
use walletfix::script::Script;

fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs")
}

/// The pack of a feature; the error lists the mistakes in it. Nothing is proven: a feature is also what happens where a flow
/// uses what is unknown.
fn pack(folder: &Path) -> Result<Pack, String> {
    let (pack, found) = read_pack_within(&library::folder(folder, true).unwrap(), 0);
    let wrong: Vec<String> = found
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .map(|found| {
            let line = found.source.position(found.span.start).line;
            format!("{}:{line}: {}", found.source.name, found.message.text(Lang::En))
        })
        .collect();
    if wrong.is_empty() { Ok(pack) } else { Err(wrong.join("\n")) }
}

fn verdicts(pack: &Pack) -> Vec<(&Script, Verdict<'_>)> {
    let run = |script| flowtest::run(pack, script).into_iter().map(move |verdict| (script, verdict));
    pack.tests.values().flat_map(run).collect()
}

/// One line a test, then why it failed, with the place in its file where there is one.
fn listing(verdicts: &[(&Script, Verdict<'_>)], lang: Lang) -> String {
    let mut out = String::new();
    for (script, verdict) in verdicts {
        writeln!(out, "{}: {}", verdict.flow, verdict.name).unwrap();
        for reason in &verdict.reasons {
            let place = reason.span.map(|span| script.source.position(span.start));
            let place = place.map_or_else(String::new, |place| format!("{}:{}: ", place.line, place.column));
            writeln!(out, "    {place}{}", reason.text(lang)).unwrap();
        }
    }
    out
}

/// Compares with a file, or writes it.
fn same_as_file(path: &Path, actual: &str) {
    if std::env::var_os("WALLETFIX_BLESS").is_some() {
        std::fs::write(path, actual).unwrap();
    }
    assert_eq!(actual, std::fs::read_to_string(path).unwrap_or_default(), "{}", path.display());
}

#[test]
fn every_feature_does_what_its_tests_say() {
    let mut ran = 0;
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(packs()).unwrap() {
        let folder = entry.unwrap().path();
        if folder.ends_with("failing") {
            continue;
        }
        let pack = match pack(&folder) {
            Ok(pack) => pack,
            Err(mistakes) => {
                wrong.push(mistakes);
                continue;
            }
        };
        let verdicts = verdicts(&pack);
        assert!(!verdicts.is_empty(), "{} has no test", folder.display());
        ran += verdicts.len();
        let failed: Vec<_> = verdicts.into_iter().filter(|(_, verdict)| !verdict.passed()).collect();
        if !failed.is_empty() {
            wrong.push(format!("== {}\n{}", folder.display(), listing(&failed, Lang::En)));
        }
    }
    assert!(wrong.is_empty() && ran > 0, "{}", wrong.join("\n"));
}

#[test]
fn a_test_that_expects_something_else_fails_and_says_why() {
    let folder = packs().join("failing");
    let pack = pack(&folder).unwrap();
    let verdicts = verdicts(&pack);
    for (_, verdict) in &verdicts {
        assert!(!verdict.passed(), "{} passed", verdict.name);
    }
    let said = Lang::ALL.map(|lang| listing(&verdicts, lang)).join("\n");
    same_as_file(&folder.join("reasons.txt"), &said);
}
