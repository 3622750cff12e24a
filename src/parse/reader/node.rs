//! A value of a file: what it is, and what it comes to as the type that is asked for.

use super::Table;
use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::parse::dialect;
use crate::parse::source_text::{is_bad, report};
use crate::parse::word::{Word, zoned};
use crate::source::Span;
use jiff::civil::Date;
use toml::de::DeValue;

/// A value of a file and the key it stands under.
#[derive(Debug, Clone, Copy)]
pub struct Node<'t> {
    pub(super) value: &'t DeValue<'t>,
    /// The value.
    pub span: Span,
    /// The key.
    pub key: Span,
    /// The key's name; values of an array have the array's.
    pub name: &'t str,
    pub(super) findings: &'t Findings,
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
        let instant = zoned(&time.to_string());
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
            dialect::check_inline_table(entries, self.span, self.findings);
        }
        Some(Table::new(entries, span, self.findings))
    }

    /// Reports that the value is none of the `expected` kinds.
    pub fn wrong<T>(self, expected: &[Kind]) -> Option<T> {
        self.wrong_as(self.name, expected)
    }

    /// The same, the key called `name`.
    pub(in crate::parse) fn wrong_as<T>(self, name: &str, expected: &[Kind]) -> Option<T> {
        let is_switch = expected == [Kind::Bool];
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
        let help = match name {
            "branch" | "options" => Some(Message::new(format!("wrong-type-{name}-help"))),
            _ if is_switch => Some(Message::new("wrong-type-switch-help").with("key", name)),
            _ => None,
        };
        self.findings.report_with(Rule::WrongType, self.span, message, help);
        None
    }

    /// Reports `bad-value` with the sentence of that key, which may name the `key`.
    pub fn bad(self, sentence: &'static str) {
        self.findings.report(Rule::BadValue, self.span, Message::new(sentence).with("key", self.name));
    }
}
