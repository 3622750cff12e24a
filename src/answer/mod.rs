//! Reading answers as people type them and as files give them. Pure: what the person sees decides, not where it came from.

use crate::flow::step::{Choice, TextFormat};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::prompt::Command;
use crate::script::Given;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What an answer can be.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its form.
    pub form: Form,
    /// Whether "I don't know" is an answer; with options it is their last.
    pub can_skip: bool,
}

/// The form of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// One of some options.
    Choice(Vec<Choice>),
    /// Several of some options.
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
    /// `done`, `cannot`, `already-done`, `skipped`.
    Do,
    /// `fixed`, `not-fixed`, `already-tried`, `skipped`.
    Try,
    /// Money; the currency it has when none is written, and whether another may be written.
    Amount {
        /// Assumed where none is written; `None`: one must be written.
        currency: Option<String>,
        /// Whether another may be written.
        any: bool,
    },
    /// A whole number.
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
    /// One line.
    Text(TextFormat),
}

/// What reading depends on besides the answer itself.
#[derive(Debug, Clone)]
pub struct Context {
    /// The language of the labels on the screen.
    pub lang: Lang,
    /// The person's zone.
    pub zone: TimeZone,
    /// The session's clock.
    pub now: Timestamp,
}

/// What was typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Understood {
    /// An answer; `notice` says what was cut.
    Answer {
        /// The value.
        value: Value,
        /// Something to say about it.
        notice: Option<Message>,
    },
    /// A command.
    Command(Command),
    /// An empty line.
    Empty,
}

/// Reads a typed line. The error says what would be right.
pub fn read(question: &Question, typed: &str, context: &Context) -> Result<Understood, Message> {
    let _ = (question, typed, context);
    Err(Message::new("answer-unclear"))
}

/// Reads a value from a file. The error says what would be right.
pub fn given(question: &Question, given: &Given, context: &Context) -> Result<Value, Message> {
    let _ = (question, given, context);
    Err(Message::new("answer-unclear"))
}
