//! The question that a step puts, as far as a file that answers it must know.

use crate::answer::{Form, Question};
use crate::flow::probe::ProbeKind;
use crate::flow::step::{AnswerType, Choice, Step, Verb};
use crate::flow::text::Text;

/// What the person is asked at a step; `None` where nobody is asked anything. Without a `currency` nobody knows which one
/// the profile has, and any will do.
pub(super) fn asked(step: &Step, currency: Option<&str>) -> Option<Question> {
    match &step.verb {
        Verb::Ask(ask) => Some(Question { form: form(&ask.kind, currency), can_skip: ask.can_skip }),
        Verb::Do(_) => Some(Question { form: Form::Do, can_skip: false }),
        Verb::Try(_) => Some(Question { form: Form::Try, can_skip: false }),
        Verb::Probe(probe) => probe.ask.as_ref().map(|_| of_result(probe.probe, probe.can_skip)),
        _ => None,
    }
}

/// What can be known of a step's fact; `None` where it sets none. Every fact can also be unknown.
pub(super) fn fact(step: &Step, currency: Option<&str>, returns: &[&str]) -> Option<Question> {
    match &step.verb {
        Verb::Probe(probe) => Some(of_result(probe.probe, true)),
        Verb::Run(_) => Some(Question { form: Form::Choice(choices(returns)), can_skip: false }),
        _ => asked(step, currency).map(|question| Question { can_skip: true, ..question }),
    }
}

/// The results of a probe, as a person or a test gives them.
pub(super) fn of_result(probe: ProbeKind, can_skip: bool) -> Question {
    Question { form: Form::of_probe(probe), can_skip }
}

fn choices(values: &[&str]) -> Vec<Choice> {
    values.iter().map(|&value| Choice { value: value.to_owned(), label: Text::plain(value, value) }).collect()
}

fn form(kind: &AnswerType, currency: Option<&str>) -> Form {
    match (Form::of(kind, currency.unwrap_or("CNY")), currency) {
        (Form::Amount { currency, .. }, None) => Form::Amount { currency, any: true },
        // The clock of a test can be set forward before the question.
        (Form::Time { .. }, _) => Form::Time { past: false },
        (form, _) => form,
    }
}
