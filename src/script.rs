//! Answers and test files: what a script answers, keyed by step path.

use crate::source::{Source, Span};
use indexmap::IndexMap;
use std::sync::Arc;

/// A value as a file gives it; the step it meets decides what it means.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// A string: a value id, an amount, a version, a text, `unknown` for a skip.
    Text(String),
    /// An integer.
    Number(i64),
    /// A boolean, for yes-no.
    Bool(bool),
    /// A TOML date-time with offset, as an instant.
    Time(jiff::Timestamp),
    /// An array of strings, for `choices`.
    List(Vec<String>),
}

/// A given value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenAt {
    /// What is given.
    pub given: Given,
    /// Where the key stands in the file.
    pub key: Span,
    /// Where the value stands in the file.
    pub span: Span,
}

/// An answers file (`diagnose --answers FILE`) or a test file (`tests/<flow>.toml`).
#[derive(Debug, Clone)]
pub struct Script {
    /// The file.
    pub source: Arc<Source>,
    /// The flow it walks; empty where an answers file leaves it to the command.
    pub flow: String,
    /// Where the file names it.
    pub flow_span: Span,
    /// What holds for the whole file.
    pub setting: Setting,
    /// Answers of the whole file; tests add theirs.
    pub answers: IndexMap<String, GivenAt>,
    /// Empty in an answers file.
    pub tests: Vec<FlowTest>,
}

/// The world a script sees.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// Profile id.
    pub profile: Option<String>,
    /// Where the file names it.
    pub profile_span: Span,
    /// The clock and, by its offset, the zone.
    pub now: Option<jiff::Zoned>,
    /// ISO 3166 country.
    pub country: Option<String>,
    /// `zh` or `en`.
    pub lang: Option<crate::i18n::Lang>,
    /// Findings by probe step path; `*` serves the rest.
    pub probes: IndexMap<String, GivenAt>,
}

/// One `[[test]]`.
#[derive(Debug, Clone)]
pub struct FlowTest {
    /// Its name.
    pub name: String,
    /// The `[[test]]` header.
    pub span: Span,
    /// Its own keys; they win over the file's.
    pub setting: Setting,
    /// Answers by step path, `PATH#2` for one visit.
    pub answers: IndexMap<String, GivenAt>,
    /// Events in order, instead of answers.
    pub events: Option<Vec<(ScriptEvent, Span)>>,
    /// What must come out.
    pub expect: Expect,
}

/// An event as a test writes it.
#[derive(Debug, Clone, PartialEq)]
pub enum ScriptEvent {
    /// `PATH = VALUE` or `answer PATH = VALUE`, for ask, do, try and a probe's question; the value as written after `=`.
    Answer(String, String),
    /// `probe PATH = RESULT`
    Probe(String, String),
    /// `consent yes|no HOST…`
    Consent(bool, Vec<String>),
    /// `refused PATH KIND`, never the text
    Refused(String, String),
    /// `attach NAME SIZE SHA256`
    Attach(String, u64, String),
    /// `resume`: what happened so far is read again as from a journal
    Resume,
    /// `seen PATH`
    Seen(String),
    /// `back`
    Back,
    /// `change PATH = VALUE`
    Change(String, String),
    /// `drop PATH`
    Drop(String),
    /// `flow PATH = FLOW` or `flow = FLOW`
    Flow(String, String),
    /// `lang TAG`
    Lang(crate::i18n::Lang),
    /// `country CC`
    Country(String),
    /// `clock +2h`
    Clock(crate::flow::duration::Wait),
    /// `give-up`
    GiveUp,
    /// `words TEXT`
    Words(String),
    /// `note TEXT`
    Note(String),
    /// `exposed yes|no`
    Exposed(bool),
}

impl ScriptEvent {
    /// The path it names, if it names one.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Answer(path, _)
            | Self::Probe(path, _)
            | Self::Refused(path, _)
            | Self::Seen(path)
            | Self::Change(path, _)
            | Self::Drop(path)
            | Self::Flow(path, _) => Some(path),
            _ => None,
        }
    }

    /// As a test writes it.
    pub fn shown(&self) -> String {
        match self {
            Self::Answer(path, value) => format!("{path} = {value}"),
            Self::Probe(path, result) => format!("probe {path} = {result}"),
            Self::Consent(yes, hosts) => {
                let words = std::iter::once(if *yes { "yes" } else { "no" }).chain(hosts.iter().map(String::as_str));
                format!("consent {}", words.collect::<Vec<_>>().join(" "))
            }
            Self::Refused(path, kind) => format!("refused {path} {kind}"),
            Self::Attach(name, size, sha256) => format!("attach {name} {size} {sha256}"),
            Self::Resume => "resume".to_owned(),
            Self::Seen(path) => format!("seen {path}"),
            Self::Back => "back".to_owned(),
            Self::Change(path, value) => format!("change {path} = {value}"),
            Self::Drop(path) => format!("drop {path}"),
            Self::Flow(path, flow) if path.is_empty() => format!("flow = {flow}"),
            Self::Flow(path, flow) => format!("flow {path} = {flow}"),
            Self::Lang(lang) => format!("lang {}", lang.tag()),
            Self::Country(code) => format!("country {code}"),
            Self::Clock(wait) => format!("clock +{wait}"),
            Self::GiveUp => "give-up".to_owned(),
            Self::Words(text) => format!("words {text}"),
            Self::Note(text) => format!("note {text}"),
            Self::Exposed(yes) => format!("exposed {}", if *yes { "yes" } else { "no" }),
        }
    }
}

/// What a test expects; a missing key expects nothing.
#[derive(Debug, Clone, Default)]
pub struct Expect {
    /// Path of the end step.
    pub end: Option<(String, Span)>,
    /// Outcome.
    pub outcome: Option<(String, Span)>,
    /// Return value, for shared flows.
    pub returns: Option<(String, Span)>,
    /// Category.
    pub category: Option<(String, Span)>,
    /// Facts by path.
    pub facts: IndexMap<String, GivenAt>,
    /// Paths that were visited.
    pub visits: Vec<(String, Span)>,
    /// Paths that were not asked.
    pub not_asked: Vec<(String, Span)>,
    /// The instant until which to wait.
    pub follow_up: Option<(jiff::Timestamp, Span)>,
}
