//! What a question takes as an answer.

use super::Flow;
use super::field::Field;
use super::step::{Ask, Step, Verb};
use super::text::Text;

/// The type of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerType {
    /// One of some options.
    Choice(Vec<Choice>),
    /// Several of some options; nothing ticked is a known, empty set.
    Choices {
        /// What can be ticked.
        options: Vec<Choice>,
        /// Fewest ticks.
        min: Option<usize>,
        /// Most ticks.
        max: Option<usize>,
    },
    /// `yes` or `no`.
    YesNo,
    /// An exact decimal and a currency.
    Amount(CurrencyRule),
    /// A whole number within bounds, both included.
    Number {
        /// Lowest.
        min: Option<i64>,
        /// Highest.
        max: Option<i64>,
    },
    /// An instant in the person's zone.
    Time {
        /// Whether it cannot lie ahead.
        past: bool,
    },
    /// Dotted numbers.
    Version,
    /// One line of at most 500 characters.
    Text(TextFormat),
}

/// Which currency an amount has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CurrencyRule {
    /// The profile's only.
    Profile,
    /// This one (upper-case code).
    Code(String),
    /// Any code; such an amount cannot be compared.
    Any,
}

/// What a line of text is about; the secret filter keys on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextFormat {
    /// Anything.
    Free,
    /// An error as the wallet shows it.
    Error,
    /// An order number.
    OrderId,
    /// A transaction hash.
    TxHash,
    /// An address on a chain.
    Address,
    /// A mail address.
    Email,
    /// A phone number.
    Phone,
    /// A web address.
    Url,
}

impl TextFormat {
    /// All formats with the word that flow files use.
    pub const ALL: [(&'static str, Self); 8] = [
        ("free", Self::Free),
        ("error", Self::Error),
        ("order-id", Self::OrderId),
        ("tx-hash", Self::TxHash),
        ("address", Self::Address),
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("url", Self::Url),
    ];
}

/// One option of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What files and conditions call it.
    pub value: String,
    /// What people read.
    pub label: Text,
}

/// What a question with `once` is about: all of one field are one question, and one without a field is one by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic<'p> {
    /// Every such question of the field.
    Field(Field),
    /// This step of this flow, from wherever the flow is entered.
    Step(&'p str, &'p str),
}

impl<'p> Topic<'p> {
    /// The topic of a question that is asked once.
    pub fn of(flow: &'p Flow, step: &'p Step) -> Option<Self> {
        let Verb::Ask(Ask { once: true, .. }) = &step.verb else { return None };
        Some(step.field.map_or(Self::Step(&flow.id, &step.id), Self::Field))
    }

    /// The field, or the flow.
    pub fn name(self) -> &'p str {
        match self {
            Self::Field(field) => field.name(),
            Self::Step(flow, _) => flow,
        }
    }
}
