//! How much a person has to do before a flow ends.

use super::steps::each_target;
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftCall, DraftVerb};
use crate::i18n::Message;
use indexmap::IndexMap;
use std::collections::{HashMap, VecDeque};

/// Longer chains of shared flows count as free, so that no pack can exhaust the stack.
const CHAIN: usize = 64;

/// More questions and actions than this before an end lose most people.
const MOST: usize = 12;

/// The cost of each shared flow with each set of answers given in advance.
type Costs<'d> = HashMap<(&'d str, Vec<&'d str>), usize>;

/// Ends whose shortest way has too many `ask`, `do` and `try`. The flows must not run each other in circles.
pub(super) fn too_deep(drafts: &IndexMap<String, Draft>) -> Vec<Diagnostic> {
    let mut costs = Costs::new();
    let mut found = Vec::new();
    for draft in drafts.values() {
        let depths = depths(draft, &[], drafts, &mut costs, 0);
        for (step, depth) in draft.steps.values().zip(depths) {
            let Some(depth) = depth.filter(|depth| *depth > MOST) else { continue };
            if matches!(step.verb, DraftVerb::End(_)) {
                let message = Message::new("too-deep").with("count", depth).with("most", MOST);
                let help = Message::new("too-deep-help");
                found.push(Diagnostic::new(Rule::TooDeep, &draft.source, step.span, message).help(help));
            }
        }
    }
    found
}

/// The fewest `ask`, `do` and `try` before each step is reached; `None`: no way leads there. Nobody is asked what is `given`.
fn depths<'d>(
    draft: &'d Draft,
    given: &[&str],
    drafts: &'d IndexMap<String, Draft>,
    costs: &mut Costs<'d>,
    chain: usize,
) -> Vec<Option<usize>> {
    let mut depths: Vec<Option<usize>> = vec![None; draft.steps.len()];
    let mut waiting = VecDeque::new();
    if let Some(start) = draft.start.as_ref().and_then(|start| draft.steps.get_index_of(&start.name)) {
        depths[start] = Some(0);
        waiting.push_back(start);
    }
    // A step is looked at again only when a shorter way to it turns up, which is rare: most steps cost the same.
    while let Some(at) = waiting.pop_front() {
        let step = &draft.steps[at];
        let cost = match &step.verb {
            DraftVerb::Ask(ask) if ask.input && given.contains(&step.id.as_str()) => 0,
            DraftVerb::Ask(_) | DraftVerb::Do(_) | DraftVerb::Try(_) => 1,
            DraftVerb::Run(call) => cost_of(call, drafts, costs, chain + 1),
            _ => 0,
        };
        let depth = depths[at].unwrap_or(0) + cost;
        each_target(step, &mut |target| {
            let Some(next) = draft.steps.get_index_of(target) else { return };
            if depths[next].is_none_or(|known| depth < known) {
                depths[next] = Some(depth);
                if cost == 0 { waiting.push_front(next) } else { waiting.push_back(next) }
            }
        });
    }
    depths
}

/// The fewest `ask`, `do` and `try` of a shared flow before it returns.
fn cost_of<'d>(call: &'d DraftCall, drafts: &'d IndexMap<String, Draft>, costs: &mut Costs<'d>, chain: usize) -> usize {
    let Some(flow) = &call.flow else { return 0 };
    let mut given: Vec<&str> = call.with.iter().map(|argument| argument.input.name.as_str()).collect();
    given.sort_unstable();
    let key = (flow.name.as_str(), given);
    if let Some(cost) = costs.get(&key) {
        return *cost;
    }
    let Some(draft) = drafts.get(key.0).filter(|_| chain < CHAIN) else { return 0 };
    let depths = depths(draft, &key.1, drafts, costs, chain);
    let returns = draft.steps.values().zip(depths).filter(|(step, _)| matches!(step.verb, DraftVerb::Return { .. }));
    let cost = returns.filter_map(|(_, depth)| depth).min().unwrap_or(0);
    costs.insert(key, cost);
    cost
}
