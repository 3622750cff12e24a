//! Proves a flow: walks it with everything that can be answered at once, and says what goes wrong on some way, what never
//! happens on any, and the shortest answers that show it.
//!
//! Each step is looked at with what is known there: values are sets, cut in two only where a condition asks. What no later
//! step reads is forgotten, so that the ways do not multiply. Shared flows are looked at once for everything that they can
//! be given. The result is exact: it says what the session does (a test compares the two on thousands of small flows). A
//! flow with too much to look at is said not to be proven. Knows no clock.
//!
//! Where it allows more than a session does: two texts, lists or instants may always be the same or not; every provider may
//! have any of the optional keys; an amount without a currency may be of any, whoever the provider is; a shared flow may
//! take its time though it asks nobody; a question that is asked once may be answered twice; a loop that hangs on comparisons of many values with each other may be thought to
//! have a way out (`compare` says when); and of a flow that runs once, no more than three results for amounts and the like
//! are remembered.

mod age;
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
mod ticks;
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

/// Flows that can be analysed: every flow that they run can be too, and none runs itself.
pub struct Ground<'f> {
    pack: Pack<'f>,
    /// How deep each flow runs others.
    depths: HashMap<&'f str, usize>,
    below: Option<&'f Ground<'f>>,
    /// Whom examples may be about, the built-in profile first.
    profiles: Vec<&'f Profile>,
}

impl<'f> Ground<'f> {
    /// Of the flows whose names mean something, upon those that they run, with the profiles of the pack.
    pub fn new(
        below: Option<&'f Ground<'f>>,
        flows: impl Iterator<Item = &'f Flow>,
        profiles: impl Iterator<Item = &'f Profile>,
    ) -> Self {
        let all: IndexMap<&str, &Flow> = flows.map(|flow| (flow.id.as_str(), flow)).collect();
        let depths = depths(&all, below);
        let own = all.into_iter().filter(|(id, _)| depths.get(id).is_some_and(|depth| *depth <= DEEPEST)).collect();
        let (generic, others): (Vec<_>, Vec<_>) = profiles.partition(|profile| profile.id == "generic");
        let profiles = generic.into_iter().chain(others).collect();
        Self { pack: Pack::new(below.map(|below| &below.pack), own), depths, below, profiles }
    }

    fn depth(&self, id: &str) -> Option<usize> {
        self.depths.get(id).copied().or_else(|| self.below?.depth(id))
    }

    /// Everything that is wrong with one flow on some way, or on all.
    pub fn check(&'f self, draft: &'f Draft, budget: usize) -> Vec<Diagnostic> {
        let Some(index) = self.pack.number(&draft.id) else {
            // What runs others too deep to be looked at has a depth all the same.
            return if self.depth(&draft.id).is_some() { vec![limit(draft)] } else { Vec::new() };
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
fn depths<'f>(flows: &IndexMap<&'f str, &'f Flow>, below: Option<&Ground<'f>>) -> HashMap<&'f str, usize> {
    let mut callers: HashMap<&str, Vec<&'f str>> = HashMap::new();
    let mut open: HashMap<&str, usize> = HashMap::new();
    let mut reached: HashMap<&str, usize> = HashMap::new();
    for flow in flows.values() {
        let mut runs: Vec<&str> = flow
            .steps
            .values()
            .filter_map(|step| if let Verb::Run(run) = &step.verb { Some(run.flow.as_str()) } else { None })
            .collect();
        runs.sort_unstable();
        runs.dedup();
        let count = runs.len();
        let mut settled = 0;
        for run in runs {
            match below.and_then(|below| below.depth(run)) {
                Some(depth) => {
                    let deepest = reached.entry(&flow.id).or_default();
                    *deepest = (*deepest).max(depth + 1);
                    settled += 1;
                }
                None => callers.entry(run).or_default().push(&flow.id),
            }
        }
        open.insert(&flow.id, count - settled);
    }
    let mut depths: HashMap<&str, usize> = HashMap::new();
    let mut ready: Vec<&str> = flows.keys().copied().filter(|id| open[id] == 0).collect();
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
