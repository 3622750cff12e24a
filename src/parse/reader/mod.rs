//! A cursor over a TOML table that reports every mistake instead of stopping at the first.
//!
//! Each key that is asked for is noted, so that in the end every other key is an `unknown-key`.

mod node;

pub use node::{Kind, Node};

use super::dialect;
use super::word::Word;
use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::source::Span;
use crate::wording::nearest;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// So many entries are looked through one by one.
const FEW: usize = 16;

/// A table of a file. Call [`Table::done`] when every key that may stand there was asked for.
#[derive(Debug)]
pub struct Table<'t> {
    entries: &'t DeTable<'t>,
    /// Where to point when something is missing: the header, or the key of an inline table.
    pub span: Span,
    findings: &'t Findings,
    asked: Vec<&'static str>,
}

impl<'t> Table<'t> {
    /// A table whose header is at `span`.
    pub fn new(entries: &'t DeTable<'t>, span: Span, findings: &'t Findings) -> Self {
        Self { entries, span, findings, asked: Vec::new() }
    }

    /// Where mistakes go.
    pub fn findings(&self) -> &'t Findings {
        self.findings
    }

    /// The value of `key`, whatever it is.
    pub fn get(&mut self, key: &'static str) -> Option<Node<'t>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let (key, value) = self.find(key)?;
        dialect::check_value(value.get_ref(), value.span().into(), self.findings);
        Some(Node {
            value: value.get_ref(),
            span: value.span().into(),
            key: key.span().into(),
            name: key.get_ref(),
            findings: self.findings,
        })
    }

    /// The value of `key`, or `missing-key`.
    pub fn required(&mut self, key: &'static str) -> Option<Node<'t>> {
        let node = self.get(key);
        if node.is_none() {
            self.missing(key);
        }
        node
    }

    /// Whether `key` stands there; it does not count as asked for.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The entry of `key`. Most tables have few, which are compared sooner than a hash is made.
    fn find(&self, key: &str) -> Option<(&'t Spanned<DeString<'t>>, &'t Spanned<DeValue<'t>>)> {
        if self.entries.len() > FEW {
            return self.entries.get_key_value(key);
        }
        self.entries.iter().find(|(name, _)| name.get_ref() == key)
    }

    /// Reports that `key` is missing.
    pub fn missing(&self, key: &str) {
        let help = match key {
            "next" | "else" | "wait" | "options" | "type" | "owner" | "start" => {
                Some(Message::new(format!("missing-key-{key}-help")))
            }
            _ => None,
        };
        self.findings.report_with(Rule::MissingKey, self.span, Message::new("missing-key").with("key", key), help);
    }

    /// A string.
    pub fn word(&mut self, key: &'static str) -> Option<Word<'t>> {
        self.get(key).and_then(Node::word)
    }

    /// A string that must be there.
    pub fn required_word(&mut self, key: &'static str) -> Option<Word<'t>> {
        self.required(key).and_then(Node::word)
    }

    /// `true` or `false`.
    pub fn bool(&mut self, key: &'static str) -> Option<bool> {
        self.get(key).and_then(Node::bool)
    }

    /// A whole number.
    pub fn number(&mut self, key: &'static str) -> Option<i64> {
        self.get(key).and_then(Node::number)
    }

    /// A date without a time.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        self.get(key).and_then(Node::date)
    }

    /// The values of an array; empty where the key is missing.
    pub fn array(&mut self, key: &'static str) -> Vec<Node<'t>> {
        self.get(key).and_then(Node::array).unwrap_or_default()
    }

    /// The strings of an array; empty where the key is missing.
    pub fn words(&mut self, key: &'static str) -> Vec<Word<'t>> {
        self.array(key).into_iter().filter_map(Node::word).collect()
    }

    /// A table.
    pub fn table(&mut self, key: &'static str) -> Option<Table<'t>> {
        self.get(key).and_then(Node::table)
    }

    /// A table that must be there.
    pub fn required_table(&mut self, key: &'static str) -> Option<Table<'t>> {
        self.required(key).and_then(Node::table)
    }

    /// Every entry that nobody asked for yet, in the author's order: for tables whose keys are the author's.
    /// They count as known from here on.
    pub fn rest(self) -> impl Iterator<Item = Node<'t>> {
        let Self { entries, findings, asked, .. } = self;
        entries.iter().filter(move |(key, _)| !asked.contains(&key.get_ref().as_ref())).map(move |(key, value)| Node {
            value: value.get_ref(),
            span: value.span().into(),
            key: key.span().into(),
            name: key.get_ref(),
            findings,
        })
    }

    /// Reports every key that nobody asked for. `x-…` keys are free.
    pub fn done(self) {
        for (key, value) in self.entries {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) || name.starts_with("x-") {
                continue;
            }
            let near = match name {
                // Spelt like `when`, meant like `next`.
                "then" if self.asked.contains(&"next") => Some("next"),
                _ => nearest(name, self.asked.iter().copied()),
            };
            let help = match near {
                Some(near) => Message::new("did-you-mean").with("name", near),
                // Where steps can stand, a table of another name is one that lost the first half of its own.
                None if self.asked.contains(&"step") && value.get_ref().is_table() => {
                    Message::new("unknown-key-step-help").with("name", name)
                }
                None => Message::new("unknown-key-help").with_names("keys", self.asked.iter().copied()),
            };
            let message = Message::new("unknown-key").with("key", name);
            self.findings.report_with(Rule::UnknownKey, key.span().into(), message, Some(help));
        }
    }
}
