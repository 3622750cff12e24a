//! Checks that could soon be needed, so that they can begin before somebody waits for them.

use super::frame::call;
use super::state::{State, World};
use crate::flow::StepIndex;
use crate::flow::probe::ProbeCall;
use crate::flow::step::{Argument, Step, Verb};
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
            queue.extend(following(step).into_iter().map(|next| (flow, prefix.clone(), next)));
        }
        calls
    }
}

/// The steps of the same flow that can follow.
fn following(step: &Step) -> Vec<StepIndex> {
    match &step.verb {
        Verb::Ask(ask) => ask.next.targets(),
        Verb::Tell(tell) => vec![tell.next],
        Verb::Do(action) | Verb::Try(action) => action.next.targets(),
        Verb::Probe(probe) => probe.next.targets(),
        Verb::Run(run) => run.next.targets(),
        Verb::Branch(branch) => branch.cases.iter().map(|case| case.next).chain([branch.otherwise]).collect(),
        Verb::Go(_) | Verb::Return(_) | Verb::End(_) => Vec::new(),
    }
}
