//! `next`: every answer must find a step that exists.

use super::{Scope, near};
use crate::diagnostic::Rule;
use crate::flow::StepIndex;
use crate::flow::draft::{DraftNext, DraftOption, Named};
use crate::flow::step::Next;
use crate::i18n::Message;
use indexmap::IndexMap;
use std::collections::HashSet;

/// The answers that a `next` has to cover.
pub(super) struct Answers<'a> {
    /// By name.
    pub(super) names: Vec<&'a str>,
    /// Whether there are others, which have no names (amounts, texts, several ticks).
    pub(super) others: bool,
    /// What an answer that is not named follows: `cannot` goes where `done` goes.
    pub(super) follows: &'a [(&'a str, &'a str)],
}

/// The step that `target` names, or `unknown-step`.
pub(super) fn step_index(target: &Named, scope: &Scope<'_>) -> Option<StepIndex> {
    let found = scope.draft.steps.get_index_of(&target.name).map(StepIndex);
    if found.is_none() {
        let near = near(target, scope.draft.steps.keys().map(String::as_str), scope);
        let help = near.map(|near| Message::new("did-you-mean").with("name", near));
        let message = Message::new("unknown-step").with("name", target.name.as_str());
        scope.findings.report_with(Rule::UnknownStep, target.span, message, help);
    }
    found
}

/// Checks that `next` and the options' own `next` cover the answers, each with a step.
pub(super) fn cover(
    next: &DraftNext,
    options: &[DraftOption],
    answers: Option<&Answers<'_>>,
    scope: &Scope<'_>,
) -> Option<Next> {
    let mut by_answer: IndexMap<&str, Option<StepIndex>> = IndexMap::new();
    let own = options.iter().filter_map(|option| Some((&option.value, option.next.as_ref()?)));
    for (answer, target) in own.chain(next.by_answer.iter().map(|(answer, target)| (answer, target))) {
        let step = step_index(target, scope);
        by_answer.entry(&answer.name).or_insert(step);
    }
    let otherwise = next.otherwise.as_ref().map(|target| step_index(target, scope));
    if let Some(answers) = answers {
        check_names(next, answers, scope);
        if otherwise.is_none() {
            for (follower, leader) in answers.follows {
                if let Some(step) = by_answer.get(leader).copied() {
                    by_answer.entry(follower).or_insert(step);
                }
            }
        }
        // A follower goes where its leader goes, so only the leader is missing.
        let missing: Vec<&str> = answers
            .names
            .iter()
            .copied()
            .filter(|name| !by_answer.contains_key(name))
            .filter(|name| otherwise.is_some() || !answers.follows.iter().any(|(follower, _)| follower == name))
            .collect();
        let silent = !next.written && options.iter().all(|option| option.next.is_none());
        check_rest(next, &missing, answers.others, silent, scope);
    }
    let by_answer = by_answer.into_iter().map(|(value, step)| Some((value.to_owned(), step?)));
    let by_answer = by_answer.collect::<Option<Vec<_>>>()?;
    match otherwise {
        Some(step) => Some(Next { by_answer, otherwise: Some(step?) }),
        None => Some(Next { by_answer, otherwise: None }),
    }
}

fn check_names(next: &DraftNext, answers: &Answers<'_>, scope: &Scope<'_>) {
    let known: HashSet<&str> = answers.names.iter().copied().collect();
    for (answer, _) in &next.by_answer {
        if known.contains(answer.name.as_str()) {
            continue;
        }
        let help = match near(answer, answers.names.iter().copied(), scope) {
            Some(near) => Message::new("did-you-mean").with("name", near),
            None if answers.names.is_empty() => Message::new("next-unknown-answer-none-help"),
            None => Message::new("next-unknown-answer-help").with_names("names", answers.names.iter().copied()),
        };
        let key = if answer.name == "unknown" { "next-unknown-answer-skip" } else { "next-unknown-answer" };
        let message = Message::new(key).with("name", answer.name.as_str());
        scope.findings.report_with(Rule::NextUnknownAnswer, answer.span, message, Some(help));
    }
}

/// `missing` answers have no step of their own; `otherwise` covers them, or nothing does.
fn check_rest(next: &DraftNext, missing: &[&str], others: bool, silent: bool, scope: &Scope<'_>) {
    let needed = others || !missing.is_empty();
    if next.otherwise.is_none() && needed {
        // Where `next` is not there at all, that has been said.
        if silent {
            return;
        }
        let (message, help) = if missing.is_empty() {
            (Message::new("next-missing-answer-else"), Message::new("next-missing-answer-else-help"))
        } else {
            (
                Message::new("next-missing-answer").with_names("names", missing.iter().copied()),
                Message::new("next-missing-answer-help"),
            )
        };
        scope.findings.report_with(Rule::NextMissingAnswer, next.span, message, Some(help));
    } else if next.otherwise.is_some() && !needed {
        let (span, key) =
            if next.is_else { (next.else_span, "next-else-unused") } else { (next.span, "next-else-unused-single") };
        scope.findings.report(Rule::NextElseUnused, span, Message::new(key));
    }
}
