//! The question that a step puts, as far as a file that answers it must know.

use crate::answer::{Form, Question};
use crate::flow::probe::{ProbeKind, ResultType};
use crate::flow::step::{AnswerType, Choice, CurrencyRule, Step, Verb};
use crate::flow::text::Text;

/// What the person is asked at a step; `None` where nobody is asked anything.
pub(super) fn asked(step: &Step, currency: &str) -> Option<Question> {
    match &step.verb {
        Verb::Ask(ask) => Some(Question { form: form(&ask.kind, currency), can_skip: ask.can_skip }),
        Verb::Do(_) => Some(Question { form: Form::Do, can_skip: false }),
        Verb::Try(_) => Some(Question { form: Form::Try, can_skip: false }),
        Verb::Probe(probe) => probe.ask.as_ref().map(|_| of_result(probe.probe, probe.can_skip)),
        _ => None,
    }
}

/// What can be known of a step's fact; `None` where it sets none. Every fact can also be unknown.
pub(super) fn fact(step: &Step, currency: &str, returns: &[&str]) -> Option<Question> {
    match &step.verb {
        Verb::Probe(probe) => Some(of_result(probe.probe, true)),
        Verb::Run(_) => Some(Question { form: Form::Choice(choices(returns)), can_skip: true }),
        _ => asked(step, currency).map(|question| Question { can_skip: true, ..question }),
    }
}

/// The results of a probe, as a person or a test gives them.
pub(super) fn of_result(probe: ProbeKind, can_skip: bool) -> Question {
    let form = match probe.result() {
        ResultType::OneOf(results) => Form::Choice(choices(results)),
        ResultType::Version => Form::Version,
        ResultType::Amount => Form::Amount { currency: None, any: true },
    };
    Question { form, can_skip }
}

fn choices(values: &[&str]) -> Vec<Choice> {
    values.iter().map(|&value| Choice { value: value.to_owned(), label: Text::plain(value, value) }).collect()
}

fn form(kind: &AnswerType, currency: &str) -> Form {
    match kind {
        AnswerType::Choice(options) => Form::Choice(options.clone()),
        AnswerType::Choices { options, min, max } => Form::Choices { options: options.clone(), min: *min, max: *max },
        AnswerType::YesNo => Form::YesNo,
        AnswerType::Amount(CurrencyRule::Code(code)) => Form::Amount { currency: Some(code.clone()), any: false },
        AnswerType::Amount(CurrencyRule::Profile) => Form::Amount { currency: Some(currency.to_owned()), any: false },
        AnswerType::Amount(CurrencyRule::Any) => Form::Amount { currency: None, any: true },
        AnswerType::Number { min, max } => Form::Number { min: *min, max: *max },
        AnswerType::Time => Form::Time,
        AnswerType::Version => Form::Version,
        AnswerType::Text(format) => Form::Text(*format),
    }
}
