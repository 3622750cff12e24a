//! Test files (`tests/<flow>.toml`) and answers files: what a script answers, keyed by step path.
//!
//! Reading needs the file alone; whether its paths and values exist is asked of the pack, in `check`.

mod check;
mod event;
mod expect;
mod path;
mod stage;
pub(super) mod value;

pub use check::{check, check_on};
pub use event::WORDS as EVENT_WORDS;
pub use stage::{Names, Stage};

use super::profile::bad_country;
use super::reader::{Node, Table};
use super::word::Word;
use crate::diagnostic::{Findings, Rule};
use crate::hours::holiday;
use crate::i18n::{Lang, Message};
use crate::script::{Expect, FlowTest, Script, Setting};
use crate::source::Span;
use indexmap::IndexMap;
use std::collections::HashSet;
use std::sync::Arc;

/// Which of the two a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    /// `tests/<flow>.toml`, with the flow that its path names.
    Tests(String),
    /// `--answers FILE`.
    Answers,
}

/// Reads the root table of a script.
pub fn read(kind: &FileKind, mut root: Table<'_>) -> Script {
    let findings = root.findings();
    let mut script = Script {
        source: Arc::clone(findings.source()),
        flow: String::new(),
        flow_span: root.span,
        setting: Setting::default(),
        answers: IndexMap::new(),
        tests: Vec::new(),
    };
    let flow = match kind {
        FileKind::Tests(_) => root.required_word("flow"),
        FileKind::Answers => root.word("flow"),
    };
    if let Some(word) = flow {
        word.text.clone_into(&mut script.flow);
        script.flow_span = inner(&word);
        if let FileKind::Tests(expected) = kind
            && word.text != expected
        {
            let message = Message::new("bad-value-test-place").with("flow", word.text);
            findings.report(Rule::BadValue, word.span, message);
        }
    }
    script.setting = setting(&mut root);
    script.answers = value::given_table(&mut root, "answers");
    if matches!(kind, FileKind::Tests(_)) {
        let nodes = root.required("test").and_then(Node::array).unwrap_or_default();
        script.tests = nodes.into_iter().filter_map(Node::table).filter_map(test).collect();
        names_once(&script.tests, findings);
    }
    root.done();
    script
}

fn setting(table: &mut Table<'_>) -> Setting {
    let findings = table.findings();
    let profile = table.word("profile");
    let lang =
        table.word("lang").and_then(|word| word.one_of(&Lang::ALL.map(|lang| (lang.tag(), lang)), "lang", findings));
    let country = table.word("country").filter(|word| {
        let known = holiday::is_country(word.text);
        if !known {
            bad_country(word.text, word.span, findings);
        }
        known
    });
    Setting {
        profile: profile.map(|word| word.text.to_owned()),
        profile_span: profile.as_ref().map_or_else(Span::default, inner),
        now: table.get("now").and_then(Node::instant),
        country: country.map(|word| word.text.to_owned()),
        lang,
        probes: value::given_table(table, "probes"),
    }
}

fn test(mut table: Table<'_>) -> Option<FlowTest> {
    let findings = table.findings();
    let span = table.span;
    let name = table.required_word("name");
    if let Some(word) = name.filter(|word| word.text.trim().is_empty()) {
        findings.report(Rule::BadValue, word.span, Message::new("bad-value-empty").with("key", "name"));
    }
    let setting = setting(&mut table);
    let answers = value::given_table(&mut table, "answers");
    let events = table.get("events");
    if let Some(events) = events
        && table.has("answers")
    {
        findings.report(Rule::BadValue, events.key, Message::new("bad-value-answers-and-events"));
    }
    let events = events.and_then(Node::array).map(|nodes| nodes.into_iter().filter_map(event::read).collect());
    let expect = table.required_table("expect").map_or_else(Expect::default, expect::read);
    table.done();
    Some(FlowTest { name: name?.text.to_owned(), span, setting, answers, events, expect })
}

/// A failing test is named by its name, so each has its own.
fn names_once(tests: &[FlowTest], findings: &Findings) {
    let mut names = HashSet::with_capacity(tests.len());
    for test in tests {
        if !names.insert(&test.name) {
            let message = Message::new("bad-value-test-twice").with("value", test.name.as_str());
            findings.report(Rule::BadValue, test.span, message);
        }
    }
}

/// The place of a word without its quotes.
fn inner(word: &Word<'_>) -> Span {
    word.at(0, word.text.len())
}
