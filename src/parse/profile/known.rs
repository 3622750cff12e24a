//! What conditions and placeholders can read of a profile, by path, and where it stands.

use super::super::ids;
use super::super::reader::{Kind, Node, Table};
use crate::diagnostic::Rule;
use crate::flow::duration::Wait;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::source::Span;
use indexmap::IndexMap;
use jiff::civil::Date;

/// The words of `confidence`; `true` is low.
pub(in crate::parse) const CONFIDENCE: [(&str, bool); 2] = [("high", false), ("low", true)];

/// Values by path.
#[derive(Debug, Default)]
pub(in crate::parse) struct Known {
    /// Values, by path without `profile.`.
    pub(in crate::parse) values: IndexMap<String, Value>,
    /// Durations, by path without `profile.`.
    pub(in crate::parse) waits: IndexMap<String, Wait>,
    /// Places of values, by path.
    pub(in crate::parse) places: IndexMap<String, Span>,
}

impl Known {
    /// Adds a value.
    pub(super) fn put(&mut self, path: &str, value: Value, span: Span) {
        self.values.insert(path.to_owned(), value);
        self.places.insert(path.to_owned(), span);
    }

    /// A number that goes stale: as it is, or `{ value, verified, confidence }`; the node of the value.
    pub(super) fn number_that_ages<'t>(&mut self, node: Node<'t>, path: &str) -> Option<Node<'t>> {
        if node.kind() != Kind::Table {
            return Some(node);
        }
        let mut table = node.table()?;
        let value = table.required("value");
        if let Some(verified) = table.get("verified")
            && let Some(date) = date(verified)
        {
            self.put(&format!("{path}.verified"), Value::Text(date.to_string()), verified.span);
        }
        if let Some(word) = table.word("confidence")
            && word.one_of(&CONFIDENCE, "confidence", node.findings()).is_some()
        {
            self.put(&format!("{path}.confidence"), Value::Text(word.text.to_owned()), word.span);
        }
        table.done();
        value
    }
}

/// A day, or `bad-date`.
pub(in crate::parse) fn date(node: Node<'_>) -> Option<Date> {
    let whole = node.findings().source().text.get(node.span.start..node.span.end).unwrap_or_default();
    let date = match node.kind() {
        Kind::Time if whole.len() == "2026-11-21".len() => whole.parse().ok(),
        Kind::Time | Kind::Word => None,
        _ => return node.wrong(&[Kind::Time]),
    };
    if date.is_none() {
        let message = Message::new("bad-date").with("key", node.name);
        node.findings().report_with(Rule::BadDate, node.span, message, Some(Message::new("bad-date-help")));
    }
    date
}

/// A duration such as `3d`.
pub(in crate::parse) fn wait(node: Node<'_>) -> Option<Wait> {
    let word = node.word()?;
    let wait = word.text.parse().ok();
    if wait.is_none() {
        let message = Message::new("bad-value-wait").with("value", word.text);
        node.findings().report_with(Rule::BadValue, node.span, message, Some(Message::new("bad-value-wait-help")));
    }
    wait
}

/// The id of a channel or of anything else that a file lists, without a double.
pub(super) fn id(table: &mut Table<'_>, seen: &mut Vec<String>) -> Option<String> {
    let findings = table.findings();
    let word = table.required_word("id")?;
    ids::check_plain(word.text, word.span, findings);
    if seen.iter().any(|other| other == word.text) {
        findings.report(Rule::BadValue, word.span, Message::new("bad-value-id-twice").with("value", word.text));
    }
    seen.push(word.text.to_owned());
    Some(word.text.to_owned())
}
