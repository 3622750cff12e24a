//! Facts: what is known about the case, one entry a visit, and which of them stand.

use super::mask;
use super::words::{self, Teller};
use crate::flow::field::{Field, Place};
use crate::flow::step::{AnswerType, Verb};
use crate::flow::value::Value;
use crate::session::story::{Origin, Visit};
use jiff::Timestamp;

/// A fact with a field, or a labelled amount, number, time or version.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The path of its step; `None`: the problem in own words.
    pub step: Option<String>,
    /// What it is called.
    pub label: String,
    /// Its place in the ticket.
    pub field: Option<Field>,
    /// As answers files write it, masked by kind; null where it is unknown.
    pub value: serde_json::Value,
    /// In words, masked by kind, addresses whole; `None` where it is unknown.
    pub words: Option<String>,
    /// In words as people see them: addresses by their ends.
    pub shown: Option<String>,
    /// Whether they are the person's own words.
    pub quoted: bool,
    /// Whether it was typed rather than chosen or measured.
    pub typed: bool,
    /// Where it comes from.
    pub source: Origin,
    /// When it was answered.
    pub at: Option<String>,
    /// Of an instant: which, and how people call it where the person is.
    pub instant: Option<(Timestamp, String)>,
    /// Whether it is the one that counts: a later visit takes the place of an earlier one.
    pub stands: bool,
}

/// The facts that stand for a field, in order: one, but every entry of a list.
pub(super) fn standing<'f>(facts: &'f [Fact], name: &str) -> impl Iterator<Item = &'f Fact> {
    let field = Field::named(name);
    facts.iter().filter(move |fact| fact.stands && fact.field == field)
}

/// The words that stand for a field.
pub(super) fn words_of(facts: &[Fact], name: &str) -> Option<String> {
    standing(facts, name).find_map(|fact| fact.words.clone())
}

/// All facts of the story that may reach the summary.
pub(super) fn collect(teller: &Teller) -> Vec<Fact> {
    let mut facts: Vec<Fact> = own_words(teller).into_iter().collect();
    facts.extend(teller.story.visits.iter().filter(|visit| visit.is_public() && is_fact(visit)).map(|visit| {
        let masked = visit.step.field.is_some_and(Field::masked);
        let words = teller.value(visit);
        let value = match (&visit.value, &words) {
            (Value::Text(_), Some(words)) => words.as_str().into(),
            (_, Some(words)) if masked => words.as_str().into(),
            (value, _) => words::file_value(value, &teller.story.zone),
        };
        let instant = match visit.value {
            Value::Time(at) => Some((at, teller.local(at))),
            _ => None,
        };
        Fact {
            step: Some(visit.path.clone()),
            label: teller.label(visit),
            field: visit.step.field,
            value,
            shown: words.clone(),
            words,
            quoted: words::is_quoted(visit.step) && !masked,
            typed: matches!(visit.value, Value::Text(_)),
            source: visit.origin,
            at: Some(teller.instant(visit.at)),
            instant,
            stands: false,
        }
    }));
    for at in 0..facts.len() {
        facts[at].stands = stands(&facts, at);
        facts[at].shown = shown(&facts, &facts[at]);
    }
    facts
}

/// The problem as the person put it before any flow was chosen.
fn own_words(teller: &Teller) -> Option<Fact> {
    let words = teller.own_words(teller.story.words.as_deref()?);
    if words.is_empty() {
        return None;
    }
    Some(Fact {
        step: None,
        label: words::say("summary-field-problem", teller.lang),
        field: Field::named("problem"),
        value: words.as_str().into(),
        shown: Some(words.clone()),
        words: Some(words),
        quoted: true,
        typed: true,
        source: Origin::User,
        at: None,
        instant: None,
        stands: false,
    })
}

/// An address by its ends, unless another one has the same: that is how people are made to send to the wrong one.
fn shown(facts: &[Fact], fact: &Fact) -> Option<String> {
    let words = fact.words.clone()?;
    if !fact.field.is_some_and(mask::is_address) {
        return Some(words);
    }
    let ends = mask::middle(&words);
    let alike = |other: &Fact| {
        other.field.is_some_and(mask::is_address)
            && other.words.as_ref().is_some_and(|other| *other != words && mask::middle(other) == ends)
    };
    Some(if facts.iter().any(alike) { words } else { ends })
}

fn is_fact(visit: &Visit) -> bool {
    if visit.step.field.is_some() {
        return true;
    }
    let measured = matches!(
        &visit.step.verb,
        Verb::Ask(ask) if matches!(
            ask.kind,
            AnswerType::Amount(_) | AnswerType::Number { .. } | AnswerType::Time { .. } | AnswerType::Version
        )
    );
    visit.step.label.is_some() && measured
}

/// A later visit of the same step wins; of two steps with one field, the later that is known.
fn stands(facts: &[Fact], at: usize) -> bool {
    let fact = &facts[at];
    if fact.field.is_some_and(|field| matches!(field.place(), Place::Evidence | Place::ContactLog)) {
        return fact.words.is_some();
    }
    let later = &facts[at + 1..];
    let overwritten = later.iter().any(|other| other.step.is_some() && other.step == fact.step);
    let Some(field) = fact.field else { return !overwritten };
    let mut same_field = later.iter().filter(|other| other.field == Some(field));
    if fact.words.is_some() {
        !overwritten && !same_field.any(|other| other.words.is_some() && is_last_visit(facts, other))
    } else {
        let known = facts
            .iter()
            .any(|other| other.field == Some(field) && other.words.is_some() && is_last_visit(facts, other));
        !known && same_field.next().is_none()
    }
}

fn is_last_visit(facts: &[Fact], fact: &Fact) -> bool {
    let last = facts.iter().rfind(|other| other.step == fact.step);
    last.is_some_and(|last| std::ptr::eq(last, fact))
}
