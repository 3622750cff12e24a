//! Proves a flow: walks it with everything that can be answered at once, and says what goes wrong on some way, what never
//! happens on any, and the shortest answers that show it.
//!
//! Each step is looked at with what is known there: values are sets, cut in two only where a condition asks. What no later
//! step reads is forgotten, so that the ways do not multiply. Shared flows are looked at once for everything that they can
//! be given. The result is exact: it says what the session does (a test compares the two on thousands of small flows). A
//! flow with too much to look at is said not to be proven. Knows no clock.
//!
//! Where it allows more than a session does: two texts, lists or instants may always be the same or not; every provider may
//! have any of the optional keys; an amount without a currency may be of any, whoever the provider is; and a shared flow
//! may take its time though it asks nobody; of a flow that runs once, no more than three results for amounts and the like
//! are remembered.

mod call;
mod cell;
mod compare;
mod condition;
mod currency;
mod example;
mod explored;
mod hash;
mod live;
mod order;
mod place;
mod program;
mod question;
mod reads;
mod rules;
mod search;
mod step;
mod store;
mod trap;

use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::Flow;
use crate::flow::draft::Draft;
use crate::flow::step::Verb;
use crate::i18n::Message;
use crate::profile::Profile;
use example::Examples;
use indexmap::IndexMap;
use program::{Pack, Program};
use rules::{Review, asks_no_status};
use search::{Analysis, DEEPEST};
use std::collections::HashMap;
use store::Store;

/// So many steps with what is known there are looked at for one flow.
pub const BUDGET: usize = 500_000;

/// The flows of a pack that can be analysed: every flow that they run can be too, and none runs itself.
pub struct Ground<'f> {
    pack: Pack<'f>,
    /// Ids of flows that run others too deep to be looked at.
    deep: Vec<&'f str>,
    /// Whom examples may be about, the built-in profile first.
    profiles: Vec<&'f Profile>,
}

impl<'f> Ground<'f> {
    /// Of all flows whose names mean something, with the profiles of the pack.
    pub fn new(flows: impl Iterator<Item = &'f Flow>, profiles: impl Iterator<Item = &'f Profile>) -> Self {
        let all: IndexMap<&str, &Flow> = flows.map(|flow| (flow.id.as_str(), flow)).collect();
        let depths = depths(&all);
        let mut sound = IndexMap::with_capacity(all.len());
        let mut deep = Vec::new();
        for (id, flow) in all {
            match depths.get(id) {
                Some(depth) if *depth <= DEEPEST => {
                    sound.insert(id, flow);
                }
                Some(_) => deep.push(id),
                None => {}
            }
        }
        let (generic, others): (Vec<_>, Vec<_>) = profiles.partition(|profile| profile.id == "generic");
        Self { pack: Pack::new(sound), deep, profiles: generic.into_iter().chain(others).collect() }
    }

    /// Everything that is wrong with one flow on some way, or on all.
    pub fn check(&'f self, draft: &'f Draft, budget: usize) -> Vec<Diagnostic> {
        let Some(index) = self.pack.flows.get_index_of(draft.id.as_str()) else {
            return if self.deep.contains(&draft.id.as_str()) { vec![limit(draft)] } else { Vec::new() };
        };
        let analysis = Analysis::new(Program::new(&self.pack), budget);
        let mut found = asks_no_status(&analysis, index, draft);
        match analysis.explore(index, Store::default(), &[], 0) {
            Ok(explored) => {
                let flow = analysis.program.flow(index);
                let review = Review { analysis: &analysis, index, flow, draft, explored: &explored };
                let examples = Examples::new(&review, &self.profiles);
                found.extend(review.findings().into_iter().map(|found| examples.shown(found)));
            }
            Err(_) => found.push(limit(draft)),
        }
        found
    }
}

fn limit(draft: &Draft) -> Diagnostic {
    let message = Message::new("analysis-limit");
    let help = Message::new("analysis-limit-help");
    Diagnostic::new(Rule::AnalysisLimit, &draft.source, draft.span, message).help(help)
}

/// How deep the flows that each flow runs run others; flows that run themselves, or something unknown, have no depth.
fn depths<'f>(flows: &IndexMap<&'f str, &'f Flow>) -> HashMap<&'f str, usize> {
    let mut callers: HashMap<&str, Vec<&'f str>> = HashMap::new();
    let mut open: HashMap<&str, usize> = HashMap::new();
    for flow in flows.values() {
        let mut runs: Vec<&str> = flow
            .steps
            .values()
            .filter_map(|step| if let Verb::Run(run) = &step.verb { Some(run.flow.as_str()) } else { None })
            .collect();
        runs.sort_unstable();
        runs.dedup();
        open.insert(&flow.id, runs.len());
        for run in runs {
            callers.entry(run).or_default().push(&flow.id);
        }
    }
    let mut depths: HashMap<&str, usize> = HashMap::new();
    let mut ready: Vec<&str> = flows.keys().copied().filter(|id| open[id] == 0).collect();
    let mut reached: HashMap<&str, usize> = HashMap::new();
    while let Some(id) = ready.pop() {
        let depth = reached.get(id).copied().unwrap_or(0);
        depths.insert(id, depth);
        for caller in callers.get(id).into_iter().flatten() {
            let below = reached.entry(caller).or_default();
            *below = (*below).max(depth + 1);
            if let Some(left) = open.get_mut(caller) {
                *left -= 1;
                if *left == 0 {
                    ready.push(caller);
                }
            }
        }
    }
    depths
}
