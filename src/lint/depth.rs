//! How much a person has to do before a flow ends.

use super::steps::each_target;
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftCall, DraftVerb};
use crate::flow::layers::Layers;
use crate::i18n::Message;
use std::collections::{HashMap, VecDeque};

/// Longer chains of shared flows count as free, so that no pack can exhaust the stack.
const CHAIN: usize = 64;

/// More questions and actions than this before an end lose most people.
const MOST: usize = 12;

/// What each shared flow costs before it returns, with each set of answers given in advance.
pub(super) type Costs = HashMap<(String, Vec<String>), usize>;

/// What flows cost: those of the lower layer, and those that are found on the way.
struct Known<'d> {
    flows: Layers<'d, Draft>,
    below: &'d Costs,
    own: Costs,
}

/// Ends whose shortest way has too many `ask`, `do` and `try`, and what shared flows cost. The flows must not run each
/// other in circles. `below`: what those of the lower layer cost.
pub(super) fn too_deep(flows: Layers<'_, Draft>, below: &Costs) -> (Vec<Diagnostic>, Costs) {
    let mut known = Known { flows, below, own: Costs::new() };
    let mut found = Vec::new();
    for draft in flows.own.values() {
        let depths = depths(draft, &[], &mut known, 0);
        for (step, depth) in draft.steps.values().zip(depths) {
            let Some(depth) = depth.filter(|depth| *depth > MOST) else { continue };
            if matches!(step.verb, DraftVerb::End(_)) {
                let message = Message::new("too-deep").with("count", depth).with("most", MOST);
                let help = Message::new("too-deep-help");
                found.push(Diagnostic::new(Rule::TooDeep, &draft.source, step.span, message).help(help));
            }
        }
    }
    for draft in flows.own.values().filter(|draft| draft.shared) {
        cost_of((draft.id.clone(), Vec::new()), &mut known, 0);
    }
    (found, known.own)
}

/// The fewest `ask`, `do` and `try` before each step is reached; `None`: no way leads there. Nobody is asked what is `given`.
fn depths(draft: &Draft, given: &[String], known: &mut Known<'_>, chain: usize) -> Vec<Option<usize>> {
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
            DraftVerb::Ask(ask) if ask.input && given.contains(&step.id) => 0,
            DraftVerb::Ask(_) | DraftVerb::Do(_) | DraftVerb::Try(_) => 1,
            DraftVerb::Run(call) => cost_of_call(call, known, chain + 1),
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
fn cost_of_call(call: &DraftCall, known: &mut Known<'_>, chain: usize) -> usize {
    let Some(flow) = &call.flow else { return 0 };
    let mut given: Vec<String> = call.with.iter().map(|argument| argument.input.name.clone()).collect();
    given.sort_unstable();
    cost_of((flow.name.clone(), given), known, chain)
}

/// The same by its id and what it is given.
fn cost_of(called: (String, Vec<String>), known: &mut Known<'_>, chain: usize) -> usize {
    if let Some(cost) = known.own.get(&called).or_else(|| known.below.get(&called)) {
        return *cost;
    }
    let Some(draft) = known.flows.get(&called.0).filter(|_| chain < CHAIN) else { return 0 };
    let depths = depths(draft, &called.1, known, chain);
    let returns = draft.steps.values().zip(depths).filter(|(step, _)| matches!(step.verb, DraftVerb::Return { .. }));
    let cost = returns.filter_map(|(_, depth)| depth).min().unwrap_or(0);
    known.own.insert(called, cost);
    cost
}
