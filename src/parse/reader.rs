//! A cursor over a TOML table that reports every mistake instead of stopping at the first.
//!
//! Each key that is asked for is noted, so that in the end every other key is an `unknown-key`.

use super::source_text::{is_bad, report};
use super::word::Word;
use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::source::Span;
use crate::wording::nearest;
use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

/// A table of a file. Call [`Table::done`] when every key that may stand there was asked for.
#[derive(Debug)]
pub struct Table<'t> {
    entries: &'t DeTable<'t>,
    /// Where to point when something is missing: the header, or the key of an inline table.
    pub span: Span,
    findings: &'t Findings,
    asked: Vec<&'static str>,
}

/// A value of a file and the key it stands under.
#[derive(Debug, Clone, Copy)]
pub struct Node<'t> {
    value: &'t DeValue<'t>,
    /// The value.
    pub span: Span,
    /// The key.
    pub key: Span,
    /// The key's name; values of an array have the array's.
    pub name: &'t str,
    findings: &'t Findings,
}

/// What a value is, for choosing how to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Word,
    /// A whole number.
    Number,
    /// A number with a fraction.
    Float,
    /// `true` or `false`.
    Bool,
    /// A date, a time, or both.
    Time,
    /// An array.
    Array,
    /// A table.
    Table,
}

impl Kind {
    /// The key of its name.
    fn key(self) -> &'static str {
        match self {
            Self::Word => "kind-word",
            Self::Number => "kind-number",
            Self::Float => "kind-float",
            Self::Bool => "kind-bool",
            Self::Time => "kind-time",
            Self::Array => "kind-array",
            Self::Table => "kind-table",
        }
    }
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
        let (key, value) = self.entries.get_key_value(key)?;
        super::dialect::check_value(value.get_ref(), value.span().into(), self.findings);
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
        self.entries.contains_key(key)
    }

    /// Reports that `key` is missing.
    pub fn missing(&self, key: &str) {
        let help = match key {
            "next" => Some(Message::new("missing-key-next-help")),
            "wait" => Some(Message::new("missing-key-wait-help")),
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
        if self.entries.len() == self.asked.len() && self.asked.iter().all(|key| self.entries.contains_key(*key)) {
            return;
        }
        for (key, _) in self.entries {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) || name.starts_with("x-") {
                continue;
            }
            let help = match nearest(name, self.asked.iter().copied()) {
                Some(near) => Message::new("did-you-mean").with("name", near),
                None => Message::new("unknown-key-help").with_names("keys", self.asked.iter().copied()),
            };
            let message = Message::new("unknown-key").with("key", name);
            self.findings.report_with(Rule::UnknownKey, key.span().into(), message, Some(help));
        }
    }
}

impl<'t> Node<'t> {
    /// What it is.
    pub fn kind(self) -> Kind {
        match self.value {
            DeValue::String(_) => Kind::Word,
            DeValue::Integer(_) => Kind::Number,
            DeValue::Float(_) => Kind::Float,
            DeValue::Boolean(_) => Kind::Bool,
            DeValue::Datetime(_) => Kind::Time,
            DeValue::Array(_) => Kind::Array,
            DeValue::Table(_) => Kind::Table,
        }
    }

    /// Where mistakes go.
    pub fn findings(self) -> &'t Findings {
        self.findings
    }

    /// A string.
    pub fn word(self) -> Option<Word<'t>> {
        let DeValue::String(text) = self.value else { return self.wrong(&[Kind::Word]) };
        if matches!(text, std::borrow::Cow::Owned(_))
            && let Some(bad) = text.chars().find(|&character| is_bad(character))
        {
            // Written as an escape; the raw text was searched before.
            self.findings.add(report(self.findings.source(), self.span, bad));
        }
        let raw = self.findings.source().text.get(self.span.start..self.span.end).unwrap_or_default();
        Some(Word { text, raw, span: self.span, key: self.key })
    }

    /// `true` or `false`.
    pub fn bool(self) -> Option<bool> {
        match self.value {
            DeValue::Boolean(value) => Some(*value),
            _ => self.wrong(&[Kind::Bool]),
        }
    }

    /// A whole number that fits into 64 bits.
    pub fn number(self) -> Option<i64> {
        let DeValue::Integer(number) = self.value else { return self.wrong(&[Kind::Number]) };
        let read = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if read.is_none() {
            self.bad("bad-value-number");
        }
        read
    }

    /// A date without a time.
    pub fn date(self) -> Option<Date> {
        let DeValue::Datetime(time) = self.value else { return self.wrong(&[Kind::Time]) };
        let date = match (time.date, time.time) {
            (Some(date), None) => {
                Date::new(date.year.try_into().unwrap_or(0), date.month.cast_signed(), date.day.cast_signed()).ok()
            }
            _ => None,
        };
        if date.is_none() {
            self.bad("bad-value-date");
        }
        date
    }

    /// A date and time with offset, as the file spells it; [`None`] with a finding where it has no date, time or offset.
    pub fn instant(self) -> Option<jiff::Zoned> {
        let DeValue::Datetime(time) = self.value else { return self.wrong(&[Kind::Time]) };
        let instant = super::word::zoned(&time.to_string());
        if instant.is_none() {
            self.bad("bad-value-instant");
        }
        instant
    }

    /// The values of an array.
    pub fn array(self) -> Option<Vec<Node<'t>>> {
        let DeValue::Array(values) = self.value else { return self.wrong(&[Kind::Array]) };
        let node =
            |value: &'t toml::Spanned<DeValue<'t>>| Node { value: value.get_ref(), span: value.span().into(), ..self };
        Some(values.iter().map(node).collect())
    }

    /// A table; mistakes about it as a whole point at its header, or at its key where it has none.
    pub fn table(self) -> Option<Table<'t>> {
        let DeValue::Table(entries) = self.value else { return self.wrong(&[Kind::Table]) };
        let raw = self.findings.source().text.get(self.span.start..self.span.end).unwrap_or_default();
        let span = if raw.starts_with('[') { self.span } else { self.key };
        if raw.starts_with('{') {
            super::dialect::check_inline_table(entries, self.span, self.findings);
        }
        Some(Table::new(entries, span, self.findings))
    }

    /// Reports that the value is none of the `expected` kinds.
    pub fn wrong<T>(self, expected: &[Kind]) -> Option<T> {
        self.wrong_as(self.name, expected)
    }

    /// The same, the key called `name`.
    pub(super) fn wrong_as<T>(self, name: &str, expected: &[Kind]) -> Option<T> {
        let expected = match expected {
            [only] => Message::new(only.key()),
            [first, second, ..] => Message::new("kind-either")
                .with("first", Message::new(first.key()))
                .with("second", Message::new(second.key())),
            [] => return None,
        };
        let message = Message::new("wrong-type")
            .with("key", name)
            .with("expected", expected)
            .with("found", Message::new(self.kind().key()));
        self.findings.report(Rule::WrongType, self.span, message);
        None
    }

    /// Reports `bad-value` with the sentence of that key, which may name the `key`.
    pub fn bad(self, sentence: &'static str) {
        self.findings.report(Rule::BadValue, self.span, Message::new(sentence).with("key", self.name));
    }
}
