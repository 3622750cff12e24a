//! Values from answers and test files: ids instead of labels, arrays, integers, booleans, times.

use super::plain::Plain;
use super::{Context, Form, Question, choice, choices, line, number, skip, text, time};
use crate::flow::value::{Value, Version};
use crate::i18n::{Lang, Message};
use crate::script::Given;

/// Reads a given value. The error says what would be right.
pub(super) fn read(question: &Question, given: &Given, context: &Context) -> Result<Value, Message> {
    match (given, &question.form) {
        (Given::Text(word), _) if word.trim() == skip::VALUE && question.can_skip => Ok(Value::Unknown),
        (Given::Text(word), Form::Text(_)) if word.trim() == skip::VALUE => Err(not_skippable()),
        (Given::Text(list), Form::Choices { .. }) => listed(question, &divided(list)),
        (Given::List(list), Form::Choices { .. }) => listed(question, list),
        (Given::Text(word), Form::Choice(_) | Form::YesNo | Form::Do | Form::Try) => named(question, word.trim()),
        (Given::Bool(yes), Form::YesNo) => named(question, if *yes { "yes" } else { "no" }),
        (Given::Text(written), Form::Text(format)) => {
            text::read(written, *format, false).map(|(text, _)| Value::Text(text)).ok_or_else(text::empty)
        }
        (Given::Text(written), _) => {
            let plain = Plain::new(written);
            if plain.is_empty() {
                return Err(text::empty());
            }
            if plain.folded() == skip::VALUE {
                return Err(not_skippable());
            }
            line(question, &plain, context)
        }
        (Given::Number(number), Form::Number { min, max }) => number::within(*number, *min, *max).map(Value::Number),
        (Given::Number(number), Form::Amount { .. } | Form::Text(_)) => {
            line(question, &Plain::new(&number.to_string()), context)
        }
        (Given::Number(number), Form::Version) => {
            u64::try_from(*number).map(|number| Value::Version(Version(vec![number]))).map_err(|_| wanted(question))
        }
        (Given::Time(instant), Form::Time { past }) => time::happened(*instant, *past, context).map(Value::Time),
        _ => Err(wanted(question)),
    }
}

fn not_skippable() -> Message {
    Message::new("answer-no-skip")
}

/// What a file must write for this question.
fn wanted(question: &Question) -> Message {
    match &question.form {
        Form::Choices { .. } => Message::new("given-list").with("names", ids(question)),
        Form::Choice(_) | Form::YesNo | Form::Do | Form::Try => Message::new("given-id").with("names", ids(question)),
        _ => question
            .example()
            .map_or_else(|| Message::new("given-text"), |example| Message::new("given-form").with("example", example)),
    }
}

fn ids(question: &Question) -> Vec<String> {
    question.options(Lang::En).into_iter().map(|(id, _)| id).collect()
}

fn named(question: &Question, word: &str) -> Result<Value, Message> {
    if ids(question).iter().any(|id| id == word) {
        return Ok(choice::value(word));
    }
    Err(if word == skip::VALUE { not_skippable() } else { wanted(question) })
}

fn listed(question: &Question, list: &[String]) -> Result<Value, Message> {
    let Form::Choices { min, max, .. } = &question.form else { return Err(wanted(question)) };
    let options = question.options(Lang::En);
    let mut places = Vec::new();
    for word in list {
        match options.iter().position(|(id, _)| id == word) {
            Some(at) => places.push(at),
            None if word == skip::VALUE => return Err(not_skippable()),
            None if list.len() == 1 && choices::says_none(&Plain::new(word)) => {}
            None => return Err(wanted(question)),
        }
    }
    places.sort_unstable();
    places.dedup();
    choices::ticked(&options, &places, *min, *max)
}

/// `a, b`, also in brackets and quotes as a file writes an array.
fn divided(list: &str) -> Vec<String> {
    let inner = list.trim();
    let inner = inner.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(inner);
    inner
        .split([',', ' '])
        .map(|word| word.trim_matches(['"', '\'', ' ']).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}
