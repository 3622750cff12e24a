//! `allow = { rule = "reason" }`: takes out what the author has a reason for, and says where that reason is no longer
//! needed.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::flow::draft::{Allow, Draft};
use crate::i18n::Message;
use std::collections::HashMap;

/// What is left of the findings of `draft`. Errors of a flow that could not be built stay, since nothing can walk it.
pub(super) fn suppress(draft: &Draft, found: Vec<Diagnostic>, built: bool) -> Vec<Diagnostic> {
    if draft.allows.is_empty() {
        return found;
    }
    let mut headers: Vec<(usize, &str)> =
        draft.steps.values().map(|step| (step.span.start, step.id.as_str())).collect();
    // What stands under `[flow]` belongs to no step, wherever that stands.
    headers.push((draft.span.start, ""));
    headers.sort_unstable();
    let step_at = |at: usize| {
        let after = headers.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).map(|before| headers[before].1)
    };
    let mut allows = Allows::new();
    for (at, allow) in draft.allows.iter().enumerate() {
        allows.entry((allow.rule, allow.step.as_deref())).or_default().push(at);
    }
    // Only `test` asks how long ago a flow was reviewed.
    let dated = draft.reviewed.is_some();
    let is_asked_later = |allow: &Allow| dated && allow.rule == Rule::ContentStale && allow.step.is_none();
    let mut used: Vec<bool> = draft.allows.iter().map(is_asked_later).collect();
    let mut left: Vec<Diagnostic> = found
        .into_iter()
        .filter(|diagnostic| {
            let mut covered = false;
            if !diagnostic.rule.fixed() {
                for allow in for_rule(&allows, diagnostic.rule, step_at(diagnostic.span.start)) {
                    used[allow] = true;
                    covered = true;
                }
            }
            !covered || (!built && diagnostic.severity == Severity::Error)
        })
        .collect();
    // Some rules have nothing to say about a flow that could not be built, so their suppressions may be needed after all.
    if !built {
        return left;
    }
    // What an author keeps on purpose, though nothing needs it now.
    let kept = |stale: &Allow| for_rule(&allows, Rule::AllowUnused, stale.step.as_deref()).min();
    let stale: Vec<usize> = (0..draft.allows.len()).filter(|at| !used[*at]).collect();
    for at in &stale {
        if draft.allows[*at].rule != Rule::AllowUnused
            && let Some(keeper) = kept(&draft.allows[*at])
        {
            used[*at] = true;
            used[keeper] = true;
        }
    }
    for (allow, _) in draft.allows.iter().zip(&used).filter(|(_, used)| !**used) {
        let message = Message::new("allow-unused").with("rule", allow.rule.id());
        let help = Message::new("allow-unused-help");
        left.push(Diagnostic::new(Rule::AllowUnused, &draft.source, allow.span, message).help(help));
    }
    left
}

/// Suppressions by place in the draft, by what they cover: a rule in a step, or in the whole file.
type Allows<'d> = HashMap<(Rule, Option<&'d str>), Vec<usize>>;

/// Those for that rule: of the whole file, and of that step.
fn for_rule<'a>(allows: &'a Allows<'a>, rule: Rule, step: Option<&'a str>) -> impl Iterator<Item = usize> + 'a {
    let of_step = step.and_then(|step| allows.get(&(rule, Some(step))));
    allows.get(&(rule, None)).into_iter().chain(of_step).flatten().copied()
}
