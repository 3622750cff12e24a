//! Where a finding stands in the file.

use super::condition::Misuse;
use super::reads;
use super::step::Place;
use crate::flow::draft::{Draft, DraftCondition, DraftStep, DraftText, DraftVerb};
use crate::flow::step::{Step, Verb};
use crate::flow::text::{Piece, Placeholder};
use crate::i18n::Lang;
use crate::source::Span;

/// The place of a use of a value.
pub(super) fn of_misuse(draft: &Draft, step: &Step, place: Place<'_>, misuse: Misuse<'_>) -> Span {
    let Some(own) = draft.steps.get(&step.id) else { return step.span };
    let found = match (place, &own.verb) {
        (Place::Case(case), DraftVerb::Branch { cases, .. }) => {
            cases.get(case).and_then(|case| case.when.as_ref()).map(|when| word(when, misuse))
        }
        (Place::Repeats, DraftVerb::Do(action) | DraftVerb::Try(action)) => {
            action.repeats_payment.as_ref().map(|condition| word(condition, misuse))
        }
        (Place::Text, _) => hole(own, step, misuse),
        (Place::With(input), DraftVerb::Run(call) | DraftVerb::Go(call)) => {
            call.with.iter().find(|argument| argument.input.name == input).map(|argument| argument.span)
        }
        (Place::With(input), DraftVerb::Probe(probe)) => {
            probe.with.iter().find(|argument| argument.input.name == input).map(|argument| argument.span)
        }
        (Place::Since, DraftVerb::End(end)) => end.since.as_ref().map(|since| since.span),
        (Place::Wait, DraftVerb::End(end)) => end.wait.as_ref().map(|(_, span)| *span),
        _ => None,
    };
    found.unwrap_or(step.span)
}

/// The name in a condition; the whole condition where it is written with escapes.
fn word(condition: &DraftCondition, misuse: Misuse<'_>) -> Span {
    let name = if misuse.profile { format!("profile.{}", misuse.name) } else { misuse.name.to_owned() };
    let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let bytes = condition.text.as_bytes();
    let mut places = condition.text.match_indices(&name).map(|(at, _)| (at, at + name.len()));
    let whole = places.find(|(start, end)| {
        !start.checked_sub(1).is_some_and(|before| part(bytes[before])) && !bytes.get(*end).copied().is_some_and(part)
    });
    match (whole, condition.offset) {
        (Some((start, end)), Some(offset)) => Span { start: offset + start, end: offset + end },
        _ => condition.span,
    }
}

/// The placeholder in a text.
fn hole(draft: &DraftStep, step: &Step, misuse: Misuse<'_>) -> Option<Span> {
    let drafts = [draft_text(draft), draft.hint.as_ref()];
    let texts = [reads::text(step), step.hint.as_ref()];
    for (draft, text) in drafts.into_iter().zip(texts) {
        let (Some(draft), Some(text)) = (draft, text) else { continue };
        for lang in Lang::ALL {
            for hole in draft.holes.iter().filter(|hole| hole.lang == lang) {
                let Some(Piece::Placeholder(placeholder)) = text.template(lang).pieces.get(hole.piece) else {
                    continue;
                };
                if shows(placeholder, misuse) {
                    return Some(hole.span);
                }
            }
        }
    }
    None
}

fn shows(placeholder: &Placeholder, misuse: Misuse<'_>) -> bool {
    match placeholder {
        Placeholder::Fact(name) | Placeholder::Rest(name) | Placeholder::Count(name) => {
            !misuse.profile && name == misuse.name
        }
        Placeholder::Profile(path) => misuse.profile && path == misuse.name,
        Placeholder::FollowUp => false,
    }
}

fn draft_text(step: &DraftStep) -> Option<&DraftText> {
    match &step.verb {
        DraftVerb::Ask(ask) => ask.text.as_ref(),
        DraftVerb::Tell { text, .. } => text.as_ref(),
        DraftVerb::Do(action) | DraftVerb::Try(action) => action.text.as_ref(),
        DraftVerb::Probe(probe) => probe.ask.as_ref(),
        DraftVerb::End(end) => end.text.as_ref(),
        _ => None,
    }
}

/// The condition of `repeats-payment`.
pub(super) fn of_repeats(draft: &Draft, step: &Step) -> Span {
    match draft.steps.get(&step.id).map(|step| &step.verb) {
        Some(DraftVerb::Do(action) | DraftVerb::Try(action)) => {
            action.repeats_payment.as_ref().map_or(step.span, |condition| condition.span)
        }
        _ => step.span,
    }
}

/// A case of a branch, or its `else`.
pub(super) fn of_case(draft: &Draft, step: &Step, case: usize) -> Span {
    let Verb::Branch(branch) = &step.verb else { return step.span };
    if let Some(case) = branch.cases.get(case) {
        return case.span;
    }
    match draft.steps.get(&step.id).map(|step| &step.verb) {
        Some(DraftVerb::Branch { otherwise: Some(otherwise), .. }) => otherwise.span,
        _ => step.span,
    }
}
