//! What a step asks, and whether a value answers it.

use crate::answer::{Form, Question};
use crate::flow::probe::{ProbeKind, ResultType};
use crate::flow::step::{AnswerType, Choice, CurrencyRule, Step, Verb};
use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::profile::Profile;
use crate::secrets::{Verdict, judge};

/// The question of a waiting step; `None` for a `tell`.
pub(super) fn of(step: &Step, profile: &Profile, lang: Lang) -> Option<Question> {
    let question = |form, can_skip| Some(Question { form, can_skip });
    match &step.verb {
        Verb::Ask(ask) => question(form_of(&ask.kind, profile, lang), ask.can_skip),
        Verb::Do(_) => question(Form::Do, false),
        Verb::Try(_) => question(Form::Try, false),
        Verb::Probe(probe) => question(Form::of_probe(probe.probe), probe.can_skip),
        _ => None,
    }
}

fn form_of(kind: &AnswerType, profile: &Profile, lang: Lang) -> Form {
    match (kind, &profile.currency) {
        // Where no provider is known, the language's currency is only a guess.
        (AnswerType::Amount(CurrencyRule::Profile), None) => {
            Form::Amount { currency: Some(profile.currency(lang).to_owned()), any: true }
        }
        _ => Form::of(kind, profile.currency(lang)),
    }
}

/// Whether `value` can answer `question`. A journal or a changed flow may hold one that cannot.
pub(super) fn fits(question: &Question, value: &Value) -> bool {
    let has = |options: &[Choice], id: &str| options.iter().any(|option| option.value == id);
    let enough = |count: usize, min: Option<usize>, max: Option<usize>| {
        min.is_none_or(|min| count >= min) && max.is_none_or(|max| count <= max)
    };
    match (&question.form, value) {
        (_, Value::Unknown) => question.can_skip,
        (Form::Choice(options), Value::Choice(id)) => has(options, id),
        (Form::Choices { options, min, max }, Value::Choices(ids)) => {
            ids.iter().all(|id| has(options, id)) && enough(ids.len(), *min, *max)
        }
        (Form::YesNo, Value::Choice(id)) => id == "yes" || id == "no",
        (Form::Do, Value::Choice(id)) => Verb::DO_ANSWERS.contains(&id.as_str()),
        (Form::Try, Value::Choice(id)) => Verb::TRY_ANSWERS.contains(&id.as_str()),
        (Form::Amount { currency, any }, Value::Amount(amount)) => {
            *any || currency.as_ref().is_none_or(|code| *code == amount.currency)
        }
        (Form::Number { min, max }, Value::Number(number)) => {
            min.is_none_or(|min| *number >= min) && max.is_none_or(|max| *number <= max)
        }
        (Form::Time { .. }, Value::Time(_)) | (Form::Version, Value::Version(_)) => true,
        (Form::Text(format), Value::Text(text)) => {
            let is_text = !text.is_empty() && text.chars().count() <= 500;
            is_text && judge(text, Some(*format)) == Verdict::Clean
        }
        _ => false,
    }
}

/// Whether a check of that kind can answer `value`.
pub(super) fn result_fits(probe: ProbeKind, value: &Value) -> bool {
    match (probe.result(), value) {
        (ResultType::OneOf(words), Value::Choice(word)) => words.contains(&word.as_str()),
        (ResultType::Version, Value::Version(_)) | (ResultType::Amount, Value::Amount(_)) => true,
        _ => false,
    }
}
