//! Checks that could soon be needed, so that they can begin before somebody waits for them.

use super::frame::call;
use super::state::{State, World};
use crate::flow::probe::ProbeCall;
use crate::flow::step::{Argument, Verb};
use std::collections::HashMap;

impl<'p> State<'p> {
    /// Checks that could soon be needed and whose inputs are already known.
    pub(super) fn checks_ahead(&self, world: &World<'p>) -> Vec<ProbeCall> {
        let Some(frame) = self.frames.last() else { return Vec::new() };
        let mut calls = Vec::new();
        let mut seen = Vec::new();
        let mut queue = vec![(frame.flow, frame.prefix.clone(), frame.at)];
        while let Some((flow, prefix, at)) = queue.pop() {
            if seen.contains(&(prefix.clone(), at)) || seen.len() > 200 {
                continue;
            }
            seen.push((prefix.clone(), at));
            let step = flow.step(at);
            if let Verb::Probe(probe) = &step.verb
                && probe.with.values().all(|argument| !matches!(argument, Argument::Fact(_)))
            {
                calls.push(call(format!("{prefix}{}", step.id), probe, world, &HashMap::new()));
            }
            if let Verb::Run(run) = &step.verb
                && let Some(callee) = world.pack.flows.get(&run.flow)
            {
                queue.push((callee, format!("{prefix}{}.", step.id), callee.start));
            }
            queue.extend(step.followers().into_iter().map(|next| (flow, prefix.clone(), next)));
        }
        calls
    }
}
