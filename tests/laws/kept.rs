//! What holds whatever the files of a pack say. Kept by the tests on changed files and by the fuzz targets on anything.

use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashSet;
use walletfix::diagnostic::render::{github, human, json, sarif};
use walletfix::diagnostic::{Diagnostic, Rule, Severity, sort};
use walletfix::i18n::Lang;
use walletfix::pack::PackFile;
use walletfix::parse::beside::read_tests;
use walletfix::parse::read_pack_within;

/// A file of a pack that holds these bytes.
pub(crate) fn file(path: &str, bytes: &[u8]) -> PackFile {
    PackFile { path: path.to_owned(), name: path.to_owned(), bytes: Cow::Owned(bytes.to_vec()) }
}

/// Reads a pack and keeps to the laws of reading. `budget`: how much may be spent on proving a flow.
pub(crate) fn read(files: &[PackFile], budget: usize) -> Vec<Diagnostic> {
    let (pack, diagnostics) = read_pack_within(files, budget);
    places(&diagnostics);
    let mut sorted = diagnostics.clone();
    sort(&mut sorted);
    assert!(told(&sorted) == told(&diagnostics), "in order, and nothing twice");
    let broken: HashSet<&str> = diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .map(|found| found.source.name.as_str())
        .collect();
    for flow in pack.flows.values() {
        assert!(!broken.contains(flow.source.name.as_str()), "{} has mistakes and is in the pack", flow.id);
        assert!(!pack.unsound.contains(&flow.id), "{} is sound and unsound", flow.id);
    }
    assert!(pack.unsound.is_empty() || !broken.is_empty(), "nothing is wrong, and {:?} cannot be walked", pack.unsound);
    diagnostics
}

/// Every finding stands at a place that is there.
pub(crate) fn places(diagnostics: &[Diagnostic]) {
    for found in diagnostics {
        let (text, span) = (&found.source.text, found.span);
        let rule = found.rule.id();
        assert!(span.start <= span.end, "{rule}: {span:?}");
        assert!(text.get(span.start..span.end).is_some(), "{rule}: {span:?} cuts a character or leaves the text");
        let place = found.source.position(span.start);
        let line = text.split('\n').nth(place.line - 1).unwrap_or_else(|| panic!("{rule}: no line {}", place.line));
        assert!(place.column <= line.chars().count() + 1, "{rule}: no column {} in {line:?}", place.column);
    }
}

/// Reading again comes to the same.
pub(crate) fn again(files: &[PackFile], budget: usize, before: &[Diagnostic]) {
    let (_, diagnostics) = read_pack_within(files, budget);
    assert!(told(&diagnostics) == told(before), "reading twice says two things");
}

/// What is compared of findings.
fn told(diagnostics: &[Diagnostic]) -> Vec<impl PartialEq> {
    let of = |found: &Diagnostic| {
        let Diagnostic { rule, severity, source, span, message, help, example } = found.clone();
        (rule, severity, source.name.clone(), span, message, help, example)
    };
    diagnostics.iter().map(of).collect()
}

/// The findings can be shown in every form and both languages, and no form says what another does not.
pub(crate) fn shown(diagnostics: &[Diagnostic]) {
    for lang in Lang::ALL {
        for color in [false, true] {
            let page = human::render(diagnostics, lang, color, 80, walletfix::secrets::blot);
            let harmless = |character: char| !character.is_control() || matches!(character, '\n' | '\u{1b}');
            assert!(page.chars().all(harmless), "a control character reaches the terminal: {page:?}");
            assert!(color || !page.contains('\u{1b}'), "an escape sequence without colours: {page:?}");
        }
        let path = |name: &str| name.to_owned();
        let lines = github::render(diagnostics, &[], lang, &path);
        assert_eq!(lines.lines().filter(|line| line.starts_with("::")).count(), diagnostics.len(), "{lines}");
        let report = json::render(diagnostics, json::Checked { files: 1, flows: 1 }, lang);
        let report: Value = serde_json::from_str(&report).expect("JSON");
        assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(diagnostics.len()));
        let report = sarif::render(diagnostics, &[], lang, &path, &|rule| vec![rule.id().to_owned()]);
        let report: Value = serde_json::from_str(&report).expect("SARIF is JSON");
        assert_eq!(report["runs"][0]["results"].as_array().map(Vec::len), Some(diagnostics.len()));
    }
}

/// Every example is a test that can be pasted: TOML that is understood.
pub(crate) fn examples(diagnostics: &[Diagnostic]) {
    for found in diagnostics {
        let Some(example) = &found.example else { continue };
        let text = format!("format = 1\n{example}");
        let (_, wrong) = read_tests("a", &file("tests/a.toml", text.as_bytes()));
        let syntax = wrong.iter().find(|wrong| [Rule::TomlSyntax, Rule::UnknownKey].contains(&wrong.rule));
        assert!(syntax.is_none(), "{}: {example}", found.rule.id());
    }
}
