//! The type of a fact: what a step can have set.

use super::step::{AnswerType, CurrencyRule, TextFormat};

/// What a fact can be, beside unknown.
#[derive(Debug, Clone, PartialEq)]
pub enum FactType<'f> {
    /// One of these words: an option, an answer of `do` or `try`, a result of a probe or shared flow.
    Words(Vec<&'f str>),
    /// `yes` or `no`.
    YesNo,
    /// Some of these words.
    Choices(Vec<&'f str>),
    /// Money; `None`: in the currency of a chain.
    Amount(Option<&'f CurrencyRule>),
    /// A whole number within bounds.
    Number {
        /// Lowest.
        min: Option<i64>,
        /// Highest.
        max: Option<i64>,
    },
    /// An instant.
    Time,
    /// Dotted numbers.
    Version,
    /// A line of text.
    Text(TextFormat),
}

impl<'f> FactType<'f> {
    /// The type of the fact that a question of type `kind` sets.
    pub fn of_answer(kind: &'f AnswerType) -> Self {
        match kind {
            AnswerType::Choice(options) => Self::Words(options.iter().map(|option| option.value.as_str()).collect()),
            AnswerType::Choices { options, .. } => {
                Self::Choices(options.iter().map(|option| option.value.as_str()).collect())
            }
            AnswerType::YesNo => Self::YesNo,
            AnswerType::Amount(currency) => Self::Amount(Some(currency)),
            AnswerType::Number { min, max } => Self::Number { min: *min, max: *max },
            AnswerType::Time { .. } => Self::Time,
            AnswerType::Version => Self::Version,
            AnswerType::Text(format) => Self::Text(*format),
        }
    }

    /// The words it can be, where these are finite.
    pub fn words(&self) -> Option<Vec<&'f str>> {
        match self {
            Self::Words(words) => Some(words.clone()),
            Self::YesNo => Some(vec!["yes", "no"]),
            _ => None,
        }
    }

    /// The key of its name in `diagnostic.ftl`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Words(_) => "type-words",
            Self::YesNo => "type-yes-no",
            Self::Choices(_) => "type-choices",
            Self::Amount(_) => "type-amount",
            Self::Number { .. } => "type-number",
            Self::Time => "type-time",
            Self::Version => "type-version",
            Self::Text(_) => "type-text",
        }
    }
}
