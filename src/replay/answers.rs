//! Answers and findings as digits: as many as there were answers. Of what was typed only that it was.

use super::digits::Digits;
use crate::answer::{Form, Question};
use crate::flow::field::Field;
use crate::flow::probe::ResultType;
use crate::flow::step::{self, Choice, Verb};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};

/// What a check found.
pub(super) fn finding(digits: &mut Digits, result: ResultType, known: Option<&Value>, told: Lang) -> Value {
    let words: &[&str] = match result {
        ResultType::OneOf(words) => words,
        ResultType::Version => &["replay-version"],
        ResultType::Amount => &["replay-amount"],
    };
    let place = known.map(|value| match value {
        Value::Unknown => 0,
        Value::Choice(word) => words.iter().position(|known| known == word).map_or(usize::MAX, |at| at + 1),
        _ => 1,
    });
    match (digits.next(words.len() + 1, place), result) {
        (0, _) => Value::Unknown,
        (at, ResultType::OneOf(_)) => Value::Choice(words[at - 1].to_owned()),
        (at, _) => Value::Text(untold(words[at - 1], told)),
    }
}

/// An answer; of one that was typed only that there is one.
pub(super) fn answer(
    digits: &mut Digits,
    question: &Question,
    step: &step::Step,
    known: Option<&Value>,
    told: Lang,
) -> Value {
    let can_skip = question.can_skip;
    let mut one_of = |words: &[&str]| {
        let place = known.map(|value| match value {
            Value::Unknown if can_skip => words.len(),
            value => words.iter().position(|word| *word == value.key()).unwrap_or(usize::MAX),
        });
        let at = digits.next(words.len() + usize::from(can_skip), place);
        words.get(at).map_or(Value::Unknown, |word| Value::Choice((*word).to_owned()))
    };
    let ids = |options: &[Choice]| options.iter().map(|option| option.value.clone()).collect::<Vec<String>>();
    match &question.form {
        Form::Choice(options) => {
            let ids = ids(options);
            one_of(&ids.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Form::YesNo => one_of(&["yes", "no"]),
        Form::Do => one_of(&Verb::DO_ANSWERS),
        Form::Try => one_of(&Verb::TRY_ANSWERS),
        form => {
            if can_skip && digits.next(2, known.map(|value| usize::from(value.is_known()))) == 0 {
                return Value::Unknown;
            }
            let Form::Choices { options, .. } = form else { return Value::Text(untold_answer(form, step, told)) };
            let ticked = |id: &String| {
                known.map(|value| match value {
                    Value::Choices(ticked) => usize::from(ticked.contains(id)),
                    _ => usize::MAX,
                })
            };
            Value::Choices(ids(options).into_iter().filter(|id| digits.next(2, ticked(id)) == 1).collect())
        }
    }
}

/// What stands for an answer that only the person knows: `[amount]`, `[order number]`.
fn untold_answer(form: &Form, step: &step::Step, told: Lang) -> String {
    let field = step.field.map(Field::name).map(|name| format!("summary-field-{name}"));
    untold(
        field.as_deref().unwrap_or(match form {
            Form::Amount { .. } => "replay-amount",
            Form::Number { .. } => "replay-number",
            Form::Time { .. } => "replay-time",
            Form::Version => "replay-version",
            _ => "replay-text",
        }),
        told,
    )
}

pub(super) fn untold(key: &str, told: Lang) -> String {
    format!("[{}]", Message::new(key).text(told))
}
