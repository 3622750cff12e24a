//! The ledger: what was checked, done and tried, with its result, so that nobody asks for it again.

use super::words::{self, Teller};
use crate::flow::field::Field;
use crate::flow::step::{AnswerType, Argument, ProbeStep, Verb};
use crate::flow::value::Value;
use crate::secrets::scrub;
use crate::session::story::{Origin, Told, Visit};
use std::borrow::Cow;

/// Something that was checked, done or tried.
#[derive(Debug, Clone)]
pub struct Check {
    /// The path of its step.
    pub step: String,
    /// What it is called.
    pub label: String,
    /// The answer's id, or ids; null where it is unknown.
    pub result: serde_json::Value,
    /// The same in words.
    pub words: Option<String>,
    /// What kind of step it was.
    pub kind: CheckKind,
    /// Where the result comes from.
    pub source: Origin,
    /// When.
    pub at: String,
    /// Whether label and words read like a password that is told, as in "Sign in with the new password: did not help".
    pub misleads: bool,
}

/// What kind of step a [`Check`] was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckKind {
    /// The person answered.
    Asked,
    /// The person was told to do it.
    Done,
    /// The person was told to try it.
    Tried,
    /// A whole checklist.
    Ran,
}

impl CheckKind {
    /// All kinds with the words that JSON uses.
    pub const ALL: [(&'static str, Self); 4] =
        [("asked", Self::Asked), ("done", Self::Done), ("tried", Self::Tried), ("ran", Self::Ran)];

    /// The word that JSON uses.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(id, _)| id)
    }
}

/// What an automatic check found.
#[derive(Debug, Clone)]
pub struct ProbeLine {
    /// The path of its step.
    pub step: String,
    /// What it is called.
    pub label: String,
    /// Which check.
    pub probe: &'static str,
    /// Its result; null where it is unknown.
    pub result: serde_json::Value,
    /// The same in words.
    pub words: Option<String>,
    /// Why it is unknown.
    pub reason: Option<String>,
    /// What exactly was seen.
    pub observed: Option<String>,
    /// When.
    pub at: String,
    /// How long it took, in milliseconds.
    pub ms: u64,
}

/// Checks and automatic checks of every public visit, in order.
pub(super) fn collect(teller: &Teller) -> (Vec<Check>, Vec<ProbeLine>) {
    let public = || teller.story.visits.iter().filter(|visit| visit.is_public());
    let checks = public().filter_map(|visit| check(teller, visit)).collect();
    let probes = public().filter_map(|visit| probe(teller, visit)).collect();
    (checks, probes)
}

fn check(teller: &Teller, visit: &Visit) -> Option<Check> {
    let step = visit.step;
    // It is listed where it was said.
    if visit.told == Told::Before {
        return None;
    }
    let kind = match &step.verb {
        Verb::Do(_) => CheckKind::Done,
        Verb::Try(_) => CheckKind::Tried,
        Verb::Run(_) => CheckKind::Ran,
        Verb::Ask(ask) if step.field.is_none() && step.label.is_some() => match ask.kind {
            AnswerType::Choice(_) | AnswerType::Choices { .. } | AnswerType::YesNo => CheckKind::Asked,
            _ => return None,
        },
        // Asked of the person because the program could not see it.
        Verb::Probe(_) if visit.origin == Origin::User && step.field.is_none() => CheckKind::Asked,
        _ => return None,
    };
    if step.field.is_some() {
        return None;
    }
    let (label, words) = (teller.label(visit), teller.value(visit));
    // One word, or Chinese, is taken for no password.
    let misleads = words
        .as_ref()
        .filter(|words| words.is_ascii() && words.contains(' '))
        .is_some_and(|words| matches!(scrub(&format!("{label}: {words}"), &[]), Cow::Owned(_)));
    Some(Check {
        step: visit.path.clone(),
        label,
        result: words::file_value(&visit.value, &teller.story.zone),
        words,
        kind,
        source: visit.origin,
        at: teller.instant(visit.at),
        misleads,
    })
}

/// Whether what a check saw may hold words of an answer that the summary leaves out or masks: a check of what was pasted quotes it.
/// A shared flow has its inputs from elsewhere, so any such answer counts.
fn quotes_what_is_left_out(teller: &Teller, probe: &ProbeStep) -> bool {
    // A mask finds a value as it was typed; checks shorten it, or take off what stands around an address.
    let is_hidden = |visit: &Visit| visit.step.private || visit.dropped || visit.step.field.is_some_and(Field::masked);
    let left_out = |visit: &Visit| is_hidden(visit) && matches!(visit.value, Value::Text(_));
    probe.probe.is_pure()
        && probe.with.values().any(|argument| matches!(argument, Argument::Fact(_)))
        && teller.story.visits.iter().any(left_out)
}

fn probe(teller: &Teller, visit: &Visit) -> Option<ProbeLine> {
    let Verb::Probe(step) = &visit.step.verb else { return None };
    let finding = visit.finding.as_ref()?;
    let seen = Visit { value: finding.value.clone(), ..visit.clone() };
    let label = match &visit.step.label {
        Some(_) => teller.label(visit),
        None => words::probe_name(step.probe, teller.lang),
    };
    Some(ProbeLine {
        step: visit.path.clone(),
        label,
        probe: step.probe.id(),
        result: match &finding.value {
            Value::Unknown => serde_json::Value::Null,
            value => words::file_value(value, &teller.story.zone),
        },
        words: teller.value(&seen),
        reason: finding.reason.as_ref().map(|reason| teller.own_words(&reason.text(teller.lang))),
        observed: finding
            .observed
            .as_deref()
            .filter(|_| !quotes_what_is_left_out(teller, step))
            .map(|observed| teller.own_words(observed)),
        at: teller.instant(visit.at),
        ms: finding.ms,
    })
}
