//! Reading answers as people type them and as files give them. Pure: what the person sees decides, not where it came from.
//!
//! Knows questions and values; knows no session, no screen, no clock but the one it is handed.

mod action;
mod amount;
mod choice;
mod choices;
mod command;
mod file;
mod meant;
mod number;
mod picked;
mod plain;
mod skip;
mod text;
mod time;
mod version;
mod wait;
mod yes_no;

use crate::flow::display;
use crate::flow::probe::{ProbeKind, ResultType};
use crate::flow::step::{AnswerType, Choice, CurrencyRule, TextFormat};
use crate::flow::text::Text;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::prompt::Command;
use crate::script::Given;
use jiff::Timestamp;
use jiff::tz::TimeZone;
pub use meant::{all_meant, meant};
use plain::Plain;
pub use time::ahead as weekday;
pub use wait::read as wait;

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
    /// An instant; with `past` one that cannot lie ahead.
    Time {
        /// Whether it has happened.
        past: bool,
    },
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

impl Form {
    /// The form of a flow's question; amounts without a currency of their own have the profile's.
    pub fn of(kind: &AnswerType, profile_currency: &str) -> Self {
        match kind {
            AnswerType::Choice(options) => Self::Choice(options.clone()),
            AnswerType::Choices { options, min, max } => {
                Self::Choices { options: options.clone(), min: *min, max: *max }
            }
            AnswerType::YesNo => Self::YesNo,
            AnswerType::Amount(CurrencyRule::Code(code)) => Self::Amount { currency: Some(code.clone()), any: false },
            AnswerType::Amount(CurrencyRule::Profile) => {
                Self::Amount { currency: Some(profile_currency.to_owned()), any: false }
            }
            AnswerType::Amount(CurrencyRule::Any) => Self::Amount { currency: None, any: true },
            AnswerType::Number { min, max } => Self::Number { min: *min, max: *max },
            AnswerType::Time { past } => Self::Time { past: *past },
            AnswerType::Version => Self::Version,
            AnswerType::Text(format) => Self::Text(*format),
        }
    }

    /// The form in which a person answers what a check could not find out.
    pub fn of_probe(probe: ProbeKind) -> Self {
        match probe.result() {
            ResultType::OneOf(words) => Self::Choice(words.iter().map(|word| result_option(probe, word)).collect()),
            ResultType::Version => Self::Version,
            ResultType::Amount => Self::Amount { currency: None, any: true },
        }
    }
}

fn result_option(probe: ProbeKind, word: &str) -> Choice {
    let label = Message::new(format!("probe-{}-{word}", probe.id()));
    // Elsewhere a result stands within a line; an option begins one.
    let label = |lang| display::capitalized(&label.text(lang));
    Choice { value: word.to_owned(), label: Text::plain(&label(Lang::Zh), &label(Lang::En)) }
}

impl Question {
    /// The numbered options as the screen lists them: value and label; a skip is the last and has the value `unknown`.
    /// Empty where the answer is a line of text.
    pub fn options(&self, lang: Lang) -> Vec<(String, String)> {
        let mut options: Vec<(String, String)> = match &self.form {
            Form::Choice(options) | Form::Choices { options, .. } => {
                options.iter().map(|option| (option.value.clone(), option.label.as_plain(lang))).collect()
            }
            Form::YesNo => yes_no::options(lang),
            Form::Do => action::options(action::DO, lang),
            Form::Try => action::options(action::TRY, lang),
            Form::Amount { .. } | Form::Number { .. } | Form::Time { .. } | Form::Version | Form::Text(_) => {
                return Vec::new();
            }
        };
        if self.can_skip {
            options.push((skip::VALUE.to_owned(), skip::label(lang)));
        }
        options
    }

    /// Whether the answer is written rather than chosen.
    pub fn is_line(&self) -> bool {
        !matches!(self.form, Form::Choice(_) | Form::Choices { .. } | Form::YesNo | Form::Do | Form::Try)
    }

    /// Whether nothing ticked is an answer, so that an empty line can mean it.
    pub fn allows_none(&self) -> bool {
        matches!(self.form, Form::Choices { min, .. } if min.unwrap_or(0) == 0)
    }

    /// How to write the answer, with an example; nothing where options say it.
    pub fn example(&self) -> Option<Message> {
        match &self.form {
            Form::Choice(_) | Form::Choices { .. } | Form::YesNo | Form::Do | Form::Try => None,
            Form::Amount { currency, .. } => Some(amount::example(currency.as_deref())),
            Form::Number { min, max } => Some(number::example(*min, *max)),
            Form::Time { past: true } => Some(Message::new("time-example")),
            Form::Time { past: false } => Some(Message::new("time-example-any")),
            Form::Version => Some(Message::new("version-example")),
            Form::Text(format) => text::example(*format),
        }
    }
}

/// Reads a typed line. The error says what would be right.
///
/// The order is the same for everybody: commands, value id, number, whole label, unique beginning of a label.
pub fn read(question: &Question, typed: &str, context: &Context) -> Result<Understood, Message> {
    let plain = Plain::new(typed);
    if plain.is_empty() {
        return Ok(Understood::Empty);
    }
    let is_text = matches!(question.form, Form::Text(_));
    if let Some(command) = command::read(&plain, is_text)? {
        return Ok(Understood::Command(command));
    }
    let is_none = matches!(question.form, Form::Text(format) if skip::is_none(&plain, format));
    if question.can_skip && question.options(context.lang).is_empty() && (skip::is_meant(&plain) || is_none) {
        return Ok(Understood::Answer { value: Value::Unknown, notice: None });
    }
    if let Form::Text(format) = question.form {
        return Ok(text::read(typed, format, true)
            .map_or(Understood::Empty, |(text, notice)| Understood::Answer { value: Value::Text(text), notice }));
    }
    let value = line(question, &plain, context)?;
    Ok(Understood::Answer { value, notice: None })
}

/// Reads a value from a file. The error says what would be right.
///
/// Files name values by id and know no commands; everything else is checked as if typed.
pub fn given(question: &Question, given: &Given, context: &Context) -> Result<Value, Message> {
    file::read(question, given, context)
}

/// Reads the values of the options that were picked from a list; `None`: nothing was. The error says what would be right.
pub fn picked(question: &Question, values: &[String]) -> Result<Option<Value>, Message> {
    picked::read(question, values)
}

/// A line that is neither empty, nor a command, nor free text.
fn line(question: &Question, plain: &Plain, context: &Context) -> Result<Value, Message> {
    match &question.form {
        Form::Choice(_) => choice::read(&question.options(context.lang), plain),
        Form::Choices { min, max, .. } => choices::read(&question.options(context.lang), *min, *max, plain),
        Form::YesNo => yes_no::read(&question.options(context.lang), plain),
        Form::Do => action::read(action::DO, &question.options(context.lang), plain),
        Form::Try => action::read(action::TRY, &question.options(context.lang), plain),
        Form::Amount { currency, any } => amount::read(plain, currency.as_deref(), *any).map(Value::Amount),
        Form::Number { min, max } => number::read(plain, *min, *max).map(Value::Number),
        Form::Time { past } => time::read(plain, *past, context).map(Value::Time),
        Form::Version => version::read(plain).map(Value::Version),
        Form::Text(format) => {
            text::read(plain.as_str(), *format, false).map(|(text, _)| Value::Text(text)).ok_or_else(text::empty)
        }
    }
}
