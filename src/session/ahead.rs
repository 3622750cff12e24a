//! Checks that could soon be needed, so that they can begin before somebody waits for them.

use super::frame::call;
use super::state::{State, World};
use crate::flow::probe::ProbeCall;
use crate::flow::step::{Argument, Verb};
use std::collections::{HashMap, HashSet};

/// So many places are looked at: what lies further is not needed soon.
const MOST: usize = 200;

impl<'p> State<'p> {
    /// Checks that could soon be needed, whose inputs are already known, and which nothing that is yet to be done can change.
    pub(super) fn checks_ahead(&self, world: &World<'p>) -> Vec<ProbeCall> {
        let Some(frame) = self.frames.last() else { return Vec::new() };
        let mut calls = Vec::new();
        // What the paths begin with, once each: a place is one of them and a step.
        let mut prefixes = vec![frame.prefix.clone()];
        let mut seen = HashSet::new();
        let mut queue = vec![(frame.flow, 0, frame.at)];
        while let Some((flow, prefix, at)) = queue.pop() {
            if seen.len() > MOST || !seen.insert((prefix, at)) {
                continue;
            }
            let step = flow.step(at);
            let path = || format!("{}{}", prefixes[prefix], step.id);
            if let Verb::Probe(probe) = &step.verb
                && probe.with.values().all(|argument| !matches!(argument, Argument::Fact(_)))
            {
                calls.push(call(path(), probe, world, &HashMap::new()));
            }
            if let Verb::Run(run) = &step.verb
                && let Some(callee) = world.pack.flows.get(&run.flow)
            {
                prefixes.push(path() + ".");
                queue.push((callee, prefixes.len() - 1, callee.start));
            }
            // What somebody does there may be the cure: a check behind it must not have looked before.
            if matches!(step.verb, Verb::Do(_) | Verb::Try(_)) {
                continue;
            }
            queue.extend(step.followers().into_iter().map(|next| (flow, prefix, next)));
        }
        calls
    }
}
