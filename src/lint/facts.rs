//! Facts that nobody uses, or that could not reach the summary.

use super::steps::each_read;
use crate::diagnostic::{Findings, Rule, Severity};
use crate::flow::draft::{Draft, DraftNext, DraftVerb};
use crate::flow::step::AnswerType;
use crate::i18n::Message;
use std::collections::HashSet;

/// An `ask` or `probe` whose answer changes nothing and is kept nowhere.
pub(super) fn unused_fact(draft: &Draft, findings: &Findings) {
    // What cannot be read may ask for anything.
    if !reads_every_condition(draft, findings) {
        return;
    }
    let mut read = HashSet::new();
    each_read(draft, &mut |name| {
        read.insert(name);
    });
    for step in draft.steps.values() {
        let (next, kept) = match &step.verb {
            DraftVerb::Ask(ask) if ask.options.iter().all(|option| option.next.is_none()) => (&ask.next, ask.input),
            DraftVerb::Probe(probe) => (&probe.next, false),
            _ => continue,
        };
        if !kept && !step.kept && is_single(next) && !read.contains(step.id.as_str()) {
            let message = Message::new("unused-fact").with("name", step.id.as_str());
            findings.report_with(Rule::UnusedFact, step.span, message, Some(Message::new("unused-fact-help")));
        }
    }
}

/// Whether nothing is wrong in a condition, or where one should be. What is wrong with the names in it has been told by now.
fn reads_every_condition(draft: &Draft, findings: &Findings) -> bool {
    let mut places = Vec::new();
    for step in draft.steps.values() {
        match &step.verb {
            DraftVerb::Missing => return false,
            DraftVerb::Branch { cases, .. } if cases.is_empty() => return false,
            DraftVerb::Branch { cases, .. } => {
                for case in cases {
                    let Some(when) = &case.when else { return false };
                    places.push(when.span);
                }
            }
            DraftVerb::Do(action) | DraftVerb::Try(action) => {
                places.extend(action.repeats_payment.iter().map(|condition| condition.span));
            }
            _ => {}
        }
    }
    places.sort_unstable_by_key(|place| place.start);
    !findings.any(|found| {
        let before = places.partition_point(|place| place.start <= found.span.start);
        let place = before.checked_sub(1).and_then(|at| places.get(at));
        found.severity == Severity::Error && place.is_some_and(|place| found.span.start < place.end)
    })
}

fn is_single(next: &DraftNext) -> bool {
    next.otherwise.is_some() && !next.is_else && next.by_answer.is_empty()
}

/// A line of text with a label alone: the summary has no place for it that says how to mask it.
pub(super) fn text_without_field(draft: &Draft, findings: &Findings) {
    for step in draft.steps.values() {
        if let DraftVerb::Ask(ask) = &step.verb
            && matches!(ask.kind, Some(AnswerType::Text(_)))
            && step.label.is_some()
            && step.field.is_none()
            && !step.private
        {
            let message = Message::new("text-without-field").with("name", step.id.as_str());
            let help = Some(Message::new("text-without-field-help"));
            findings.report_with(Rule::TextWithoutField, ask.kind_span, message, help);
        }
    }
}
