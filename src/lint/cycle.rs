//! Cycles in which nobody is asked anything: the program would go round by itself.
//!
//! The search covers all flows at once, since `go` can close a cycle across files.

use super::steps::each_target;
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftVerb};
use crate::flow::layers::Layers;
use crate::i18n::Message;
use std::collections::HashSet;

/// A step of a flow, both by number.
type Node = (usize, usize);

/// What is known of flows about passing without anybody being asked.
#[derive(Debug, Default)]
pub(super) struct Passing {
    /// Input questions that some caller answers in advance.
    given: HashSet<Node>,
    /// Shared flows that can return silently.
    silent: HashSet<usize>,
}

/// All flows, and what can pass without anybody being asked.
struct Graph<'d> {
    flows: Layers<'d, Draft>,
    below: &'d Passing,
    own: Passing,
    /// Whether a question of the lower layer is answered in advance that was not before, so that all is open there again.
    reopened: bool,
}

/// Cycles without a step that waits for the person, and what was learned on the way. The flows must not run each other in
/// circles. `below`: what was learned of the lower layer.
pub(super) fn cycle_without_user(flows: Layers<'_, Draft>, below: &Passing) -> (Vec<Diagnostic>, Passing) {
    let mut graph = Graph { flows, below, own: Passing::default(), reopened: false };
    graph.find_given();
    graph.find_silent();
    let mut closed: HashSet<Node> = HashSet::new();
    let mut found = Vec::new();
    let first = if graph.reopened { 0 } else { flows.own_numbers().start };
    for flow in first..flows.own_numbers().end {
        for step in 0..flows.at(flow).steps.len() {
            let root = (flow, step);
            if closed.contains(&root) || graph.waits(root) {
                continue;
            }
            let mut open = HashSet::from([root]);
            let mut trail = vec![(root, graph.followers(root))];
            while let Some((node, followers)) = trail.last_mut() {
                let node = *node;
                let Some(next) = followers.pop() else {
                    open.remove(&node);
                    closed.insert(node);
                    trail.pop();
                    continue;
                };
                if open.contains(&next) {
                    found.push(graph.report(&trail, next));
                } else if !closed.contains(&next) && !graph.is_settled(next) && !graph.waits(next) {
                    open.insert(next);
                    trail.push((next, graph.followers(next)));
                }
            }
        }
    }
    (found, graph.own)
}

impl Graph<'_> {
    /// Every question that a `with` of the upper layer answers in advance.
    fn find_given(&mut self) {
        for step in self.flows.own.values().flat_map(|draft| draft.steps.values()) {
            let (DraftVerb::Run(call) | DraftVerb::Go(call)) = &step.verb else { continue };
            let Some(flow) = call.flow.as_ref().and_then(|flow| self.flows.number(&flow.name)) else { continue };
            let callee = self.flows.at(flow);
            for argument in &call.with {
                let Some(step) = callee.steps.get_index_of(&argument.input.name) else { continue };
                if !self.below.given.contains(&(flow, step)) {
                    self.own.given.insert((flow, step));
                    self.reopened |= !self.flows.own_numbers().contains(&flow);
                }
            }
        }
    }

    /// Whether everything from this step on was looked at with the lower layer.
    fn is_settled(&self, node: Node) -> bool {
        !self.reopened && !self.flows.own_numbers().contains(&node.0)
    }

    /// Whether the program stops at this step until the person did something.
    fn waits(&self, node: Node) -> bool {
        match &self.flows.at(node.0).steps[node.1].verb {
            // What was said before is not asked again.
            DraftVerb::Ask(ask) if ask.once => false,
            DraftVerb::Ask(_) => !self.below.given.contains(&node) && !self.own.given.contains(&node),
            DraftVerb::Probe(_) | DraftVerb::Branch { .. } | DraftVerb::Run(_) | DraftVerb::Go(_) => false,
            // The rest stops until the person did something, or ends here.
            _ => true,
        }
    }

    /// The steps that can follow a step that does not wait, before anybody is asked anything.
    fn followers(&self, (flow, step): Node) -> Vec<Node> {
        let draft = self.flows.at(flow);
        let step = &draft.steps[step];
        let mut found = Vec::new();
        let mut passes = true;
        if let DraftVerb::Run(call) | DraftVerb::Go(call) = &step.verb {
            let callee = call.flow.as_ref().and_then(|flow| self.flows.number(&flow.name));
            found.extend(callee.and_then(|callee| self.start(callee)));
            passes = callee.is_some_and(|callee| self.is_silent(callee));
        }
        if passes {
            each_target(step, &mut |target| {
                found.extend(draft.steps.get_index_of(target).map(|target| (flow, target)));
            });
        }
        found
    }

    fn start(&self, flow: usize) -> Option<Node> {
        let draft = self.flows.at(flow);
        Some((flow, draft.steps.get_index_of(&draft.start.as_ref()?.name)?))
    }

    fn is_silent(&self, flow: usize) -> bool {
        self.below.silent.contains(&flow) || self.own.silent.contains(&flow)
    }

    fn find_silent(&mut self) {
        let first = if self.reopened { 0 } else { self.flows.own_numbers().start };
        let shared: Vec<usize> =
            (first..self.flows.own_numbers().end).filter(|flow| self.flows.at(*flow).shared).collect();
        // A flow found silent can make its callers silent, so the rounds go on until nothing new turns up.
        loop {
            let before = self.own.silent.len();
            for &flow in &shared {
                // The second run of a `once` flow reuses the result of the first.
                if !self.is_silent(flow) && (self.flows.at(flow).once || self.returns_silently(flow)) {
                    self.own.silent.insert(flow);
                }
            }
            if self.own.silent.len() == before {
                return;
            }
        }
    }

    fn returns_silently(&self, flow: usize) -> bool {
        let mut seen = HashSet::new();
        let mut waiting: Vec<Node> = self.start(flow).into_iter().collect();
        while let Some(node) = waiting.pop() {
            if matches!(self.flows.at(node.0).steps[node.1].verb, DraftVerb::Return { .. }) {
                return true;
            }
            if seen.insert(node) && !self.waits(node) {
                waiting.extend(self.followers(node).into_iter().filter(|(other, _)| *other == flow));
            }
        }
        false
    }

    fn report(&self, trail: &[(Node, Vec<Node>)], next: Node) -> Diagnostic {
        let from = trail.iter().position(|(node, _)| *node == next).unwrap_or(0);
        let nodes: Vec<Node> = trail[from..].iter().map(|(node, _)| *node).chain([next]).collect();
        let across = nodes.iter().any(|(flow, _)| *flow != next.0);
        let names = nodes.iter().map(|&(flow, step)| {
            let draft = self.flows.at(flow);
            let id = &draft.steps[step].id;
            if across { format!("{}/{id}", draft.id) } else { id.clone() }
        });
        let way = names.collect::<Vec<_>>().join(" > ");
        let draft = self.flows.at(next.0);
        let message = Message::new("cycle-without-user").with("way", way);
        let help = Message::new("cycle-without-user-help");
        Diagnostic::new(Rule::CycleWithoutUser, &draft.source, draft.steps[next.1].span, message).help(help)
    }
}
