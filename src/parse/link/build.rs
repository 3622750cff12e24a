//! A step of a draft to a step of a flow.

use super::next::{Answers, cover, step_index};
use super::{Scope, argument, facts, near, text};
use crate::diagnostic::Rule;
use crate::flow::draft::{
    Draft, DraftAction, DraftAsk, DraftCall, DraftEnd, DraftProbe, DraftStep, DraftText, DraftVerb, Named,
};
use crate::flow::fact::FactType;
use crate::flow::probe::ResultType;
use crate::flow::step::{
    Action, AnswerType, Ask, Branch, Case, End, Go, ProbeStep, Return, Run, Step, Tell, Verb, WaitFor,
};
use crate::flow::text::Text;
use crate::i18n::Message;
use crate::parse::condition;
use crate::parse::profile_keys::{self, KeyType};
use indexmap::IndexMap;

/// Return values that the ledger has words for.
pub(in crate::parse) const WORDED: [&str; 9] =
    ["ok", "fixed", "offline", "current", "updated", "safe", "done", "none", "failed"];

/// Checks a step. Everything in it is looked at, whatever is wrong with the rest.
pub(super) fn step(step: &DraftStep, scope: &Scope<'_>) -> Option<Step> {
    let hint = optional(step.hint.as_ref(), scope);
    let verb = verb(step, scope);
    Some(Step {
        id: step.id.clone(),
        span: step.span,
        label: step.label.as_ref().map(|label| label.text.clone()),
        hint: hint?,
        show: step.show,
        field: step.field,
        private: step.private,
        verb: verb?,
    })
}

fn verb(step: &DraftStep, scope: &Scope<'_>) -> Option<Verb> {
    match &step.verb {
        DraftVerb::Missing => None,
        DraftVerb::Ask(draft) => ask(draft, scope).map(Verb::Ask),
        DraftVerb::Tell { text, next } => {
            let text = required(text.as_ref(), false, scope);
            let next = next.as_ref().and_then(|next| step_index(next, scope));
            Some(Verb::Tell(Tell { text: text?, next: next? }))
        }
        DraftVerb::Do(draft) => {
            let follows = [("cannot", "done"), ("already-done", "done"), ("skipped", "done")];
            action(draft, &Verb::DO_ANSWERS, &follows, scope).map(Verb::Do)
        }
        DraftVerb::Try(draft) => {
            let follows = [("already-tried", "not-fixed"), ("skipped", "not-fixed")];
            action(draft, &Verb::TRY_ANSWERS, &follows, scope).map(Verb::Try)
        }
        DraftVerb::Probe(draft) => probe(draft, scope).map(Verb::Probe),
        DraftVerb::Branch { cases, otherwise } => {
            let cases: Vec<Option<Case>> = cases
                .iter()
                .map(|case| {
                    let when = case.when.as_ref().and_then(|when| condition::read(when, scope));
                    let next = case.next.as_ref().and_then(|next| step_index(next, scope));
                    Some(Case { when: when?, next: next?, span: case.when.as_ref()?.span })
                })
                .collect();
            let otherwise = otherwise.as_ref().and_then(|next| step_index(next, scope));
            Some(Verb::Branch(Branch { cases: cases.into_iter().collect::<Option<_>>()?, otherwise: otherwise? }))
        }
        DraftVerb::Run(draft) => run(draft, scope).map(Verb::Run),
        DraftVerb::Go(draft) => {
            let flow = draft.flow.as_ref()?;
            let with = match callee(flow, false, scope) {
                Some(callee) => argument::of_flow(callee, &draft.with, scope),
                // Nothing can be said about its inputs. Where it has mistakes, this flow is not sound either.
                None => scope.world.is_unread(&flow.name).then(IndexMap::new),
            };
            Some(Verb::Go(Go { flow: flow.name.clone(), with: with?, anew: draft.anew }))
        }
        DraftVerb::Return { value, text } => {
            let words = optional(text.as_ref(), scope);
            let value = value.as_ref()?;
            if text.is_none() && !WORDED.contains(&value.name.as_str()) {
                let message = Message::new("missing-key-return-text").with("value", value.name.as_str());
                scope.findings.report(Rule::MissingKey, value.span, message);
            }
            Some(Verb::Return(Return { value: value.name.clone(), text: words? }))
        }
        DraftVerb::End(draft) => end(draft, scope).map(Verb::End),
    }
}

fn required(draft: Option<&DraftText>, waits: bool, scope: &Scope<'_>) -> Option<Text> {
    draft.and_then(|draft| text::check(draft, waits, scope))
}

/// A text that may be missing; the outer `None` says that it is there and wrong.
#[expect(clippy::option_option, reason = "missing is fine, wrong is not")]
fn optional(draft: Option<&DraftText>, scope: &Scope<'_>) -> Option<Option<Text>> {
    match draft {
        Some(draft) => text::check(draft, false, scope).map(Some),
        None => Some(None),
    }
}

fn ask(draft: &DraftAsk, scope: &Scope<'_>) -> Option<Ask> {
    let text = required(draft.text.as_ref(), false, scope);
    // Where the options are missing, that has been said; what `next` names may be right.
    let is_whole = |kind: &&AnswerType| !matches!(kind, AnswerType::Choice(options) if options.is_empty());
    let answers = draft.kind.as_ref().filter(is_whole).map(|kind| {
        let (mut names, others) = match kind {
            AnswerType::Choice(options) => (options.iter().map(|option| option.value.as_str()).collect(), false),
            AnswerType::YesNo => (vec!["yes", "no"], false),
            _ => (Vec::new(), true),
        };
        if draft.can_skip {
            names.push("unknown");
        }
        Answers { names, others, follows: &[] }
    });
    let is_choice = matches!(draft.kind, Some(AnswerType::Choice(_)) | None);
    let own = if is_choice { draft.options.as_slice() } else { &[] };
    if !is_choice {
        for option in &draft.options {
            if let Some(next) = &option.next {
                let message = Message::new("next-unknown-answer-choices");
                let help = Some(Message::new("next-unknown-answer-choices-help"));
                scope.findings.report_with(Rule::NextUnknownAnswer, next.span, message, help);
            }
        }
    }
    let next = cover(&draft.next, own, answers.as_ref(), scope);
    let DraftAsk { can_skip, input, once, .. } = *draft;
    Some(Ask { text: text?, kind: draft.kind.clone()?, can_skip, input, once, next: next? })
}

fn action(draft: &DraftAction, answers: &[&str], follows: &[(&str, &str)], scope: &Scope<'_>) -> Option<Action> {
    let text = required(draft.text.as_ref(), false, scope);
    let repeats_payment = match &draft.repeats_payment {
        Some(condition) => condition::read(condition, scope).map(Some),
        None => Some(None),
    };
    let answers = Answers { names: answers.to_vec(), others: false, follows };
    let next = cover(&draft.next, &[], Some(&answers), scope);
    Some(Action { text: text?, repeats_payment: repeats_payment?, next: next? })
}

fn probe(draft: &DraftProbe, scope: &Scope<'_>) -> Option<ProbeStep> {
    let ask = optional(draft.ask.as_ref(), scope);
    let with = draft.probe.and_then(|probe| argument::of_probe(probe, &draft.with, draft.span, scope));
    let answers = draft.probe.map(|probe| {
        let (mut names, others) = match probe.result() {
            ResultType::OneOf(words) => (words.to_vec(), false),
            ResultType::Version | ResultType::Amount => (Vec::new(), true),
        };
        if draft.ask.is_none() || draft.can_skip {
            names.push("unknown");
        }
        Answers { names, others, follows: &[] }
    });
    let next = cover(&draft.next, &[], answers.as_ref(), scope);
    Some(ProbeStep {
        probe: draft.probe?,
        with: with?,
        timeout_ms: draft.timeout_ms,
        ask: ask?,
        can_skip: draft.can_skip,
        next: next?,
    })
}

fn run(draft: &DraftCall, scope: &Scope<'_>) -> Option<Run> {
    let callee = draft.flow.as_ref().and_then(|flow| callee(flow, true, scope));
    let with = callee.and_then(|callee| argument::of_flow(callee, &draft.with, scope));
    let answers = callee
        .map(|callee| &callee.returns)
        // A shared flow without any return is a mistake of its own.
        .filter(|returns| !returns.is_empty())
        .map(|returns| Answers { names: returns.iter().map(String::as_str).collect(), others: false, follows: &[] });
    let next = cover(&draft.next, &[], answers.as_ref(), scope);
    Some(Run { flow: draft.flow.as_ref()?.name.clone(), with: with?, anew: draft.anew, next: next? })
}

/// In a larger pack the names of flows are not compared: every file of it may name one that is not there.
const MOST_COMPARED: usize = 5_000;

/// The flow that a `run` (`shared`) or `go` names.
fn callee<'p>(flow: &Named, shared: bool, scope: &Scope<'p>) -> Option<&'p Draft> {
    let Some(callee) = scope.world.drafts.get(&flow.name) else {
        if scope.world.is_unread(&flow.name) {
            return None;
        }
        // Most often the folder was forgotten.
        let inside = scope.world.drafts.get(&format!("shared/{}", flow.name)).filter(|_| shared);
        let inside = inside.map(|draft| draft.id.as_str());
        let known = scope.world.ids.iter().copied();
        let few = known.len() <= MOST_COMPARED;
        let help = match inside.or_else(|| few.then(|| near(flow, known, scope)).flatten()) {
            Some(near) => Some(Message::new("did-you-mean").with("name", near)),
            None => is_path(&flow.name).then(|| Message::new("unknown-flow-path-help")),
        };
        let message = Message::new("unknown-flow").with("name", flow.name.as_str());
        scope.findings.report_with(Rule::UnknownFlow, flow.span, message, help);
        return None;
    };
    if callee.shared == shared {
        return Some(callee);
    }
    let rule = if shared { Rule::NotShared } else { Rule::SharedTarget };
    let message = Message::new(rule.id()).with("name", flow.name.as_str());
    let help = Message::new(if shared { "not-shared-help" } else { "shared-target-help" });
    scope.findings.report_with(rule, flow.span, message, Some(help));
    None
}

/// Whether a name is written as a path on a disk, which could lead anywhere.
fn is_path(name: &str) -> bool {
    name.starts_with(['.', '/', '~']) || name.contains("..") || name.contains(['\\', ':']) || name.contains(".toml")
}

fn end(draft: &DraftEnd, scope: &Scope<'_>) -> Option<End> {
    let text = required(draft.text.as_ref(), draft.wait.is_some(), scope);
    let mut has_wait = true;
    if let Some((WaitFor::Profile(path), span)) = &draft.wait {
        match profile_keys::type_of(path) {
            Some(KeyType::Duration) => {}
            Some(other) => {
                let message = Message::new("type-mismatch-duration")
                    .with("name", format!("profile.{path}"))
                    .with("type", Message::new(other.key()));
                scope.findings.report(Rule::TypeMismatch, *span, message);
            }
            None => {
                argument::unknown_profile_key(path, *span, scope);
                has_wait = false;
            }
        }
    }
    if let Some(since) = &draft.since
        && let Some(fact) = facts::expect(since, scope)
        && fact != FactType::Time
    {
        let message = Message::new("type-mismatch-since")
            .with("name", since.name.as_str())
            .with("type", Message::new(fact.key()));
        scope.findings.report(Rule::TypeMismatch, since.span, message);
    }
    // Of a key that does not exist nothing more is said.
    Some(End {
        outcome: draft.outcome.filter(|_| has_wait)?,
        text: text?,
        wait: draft.wait.as_ref().map(|(wait, _)| wait.clone()),
        since: draft.since.as_ref().map(|since| since.name.clone()),
    })
}
