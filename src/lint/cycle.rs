//! Cycles in which nobody is asked anything: the program would go round by itself.
//!
//! The search covers all flows at once, since `go` can close a cycle across files.

use super::steps::each_target;
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftVerb};
use crate::i18n::Message;
use indexmap::IndexMap;
use std::collections::HashSet;

/// A step of a flow, both by place.
type Node = (usize, usize);

/// All flows, and what can pass without anybody being asked.
struct Graph<'d> {
    drafts: &'d IndexMap<String, Draft>,
    /// Input questions that some caller answers in advance.
    given: HashSet<Node>,
    /// Shared flows that can return silently.
    silent: HashSet<usize>,
}

/// Cycles without a step that waits for the person. The flows must not run each other in circles.
pub(super) fn cycle_without_user(drafts: &IndexMap<String, Draft>) -> Vec<Diagnostic> {
    let mut graph = Graph { drafts, given: given(drafts), silent: HashSet::new() };
    graph.find_silent();
    let mut closed: HashSet<Node> = HashSet::new();
    let mut found = Vec::new();
    for flow in 0..drafts.len() {
        for step in 0..drafts[flow].steps.len() {
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
                } else if !closed.contains(&next) && !graph.waits(next) {
                    open.insert(next);
                    trail.push((next, graph.followers(next)));
                }
            }
        }
    }
    found
}

/// Every question that a `with` answers in advance.
fn given(drafts: &IndexMap<String, Draft>) -> HashSet<Node> {
    let mut given = HashSet::new();
    for step in drafts.values().flat_map(|draft| draft.steps.values()) {
        let (DraftVerb::Run(call) | DraftVerb::Go(call)) = &step.verb else { continue };
        let Some((flow, _, callee)) = call.flow.as_ref().and_then(|flow| drafts.get_full(&flow.name)) else { continue };
        given.extend(
            call.with.iter().filter_map(|argument| Some((flow, callee.steps.get_index_of(&argument.input.name)?))),
        );
    }
    given
}

impl Graph<'_> {
    /// Whether the program stops at this step until the person did something.
    fn waits(&self, node: Node) -> bool {
        match &self.drafts[node.0].steps[node.1].verb {
            DraftVerb::Ask(_) => !self.given.contains(&node),
            DraftVerb::Probe(_) | DraftVerb::Branch { .. } | DraftVerb::Run(_) | DraftVerb::Go(_) => false,
            // The rest stops until the person did something, or ends here.
            _ => true,
        }
    }

    /// The steps that can follow a step that does not wait, before anybody is asked anything.
    fn followers(&self, (flow, step): Node) -> Vec<Node> {
        let draft = &self.drafts[flow];
        let step = &draft.steps[step];
        let mut found = Vec::new();
        let mut passes = true;
        if let DraftVerb::Run(call) | DraftVerb::Go(call) = &step.verb {
            let callee = call.flow.as_ref().and_then(|flow| self.drafts.get_index_of(&flow.name));
            found.extend(callee.and_then(|callee| self.start(callee)));
            passes = callee.is_some_and(|callee| self.silent.contains(&callee));
        }
        if passes {
            each_target(step, &mut |target| {
                found.extend(draft.steps.get_index_of(target).map(|target| (flow, target)));
            });
        }
        found
    }

    fn start(&self, flow: usize) -> Option<Node> {
        let draft = &self.drafts[flow];
        Some((flow, draft.steps.get_index_of(&draft.start.as_ref()?.name)?))
    }

    fn find_silent(&mut self) {
        // A flow found silent can make its callers silent, so the rounds go on until nothing new turns up.
        loop {
            let before = self.silent.len();
            for (at, draft) in self.drafts.values().enumerate().filter(|(_, draft)| draft.shared) {
                // The second run of a `once` flow reuses the result of the first.
                if !self.silent.contains(&at) && (draft.once || self.returns_silently(at)) {
                    self.silent.insert(at);
                }
            }
            if self.silent.len() == before {
                return;
            }
        }
    }

    fn returns_silently(&self, flow: usize) -> bool {
        let mut seen = HashSet::new();
        let mut waiting: Vec<Node> = self.start(flow).into_iter().collect();
        while let Some(node) = waiting.pop() {
            if matches!(self.drafts[node.0].steps[node.1].verb, DraftVerb::Return { .. }) {
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
            let draft = &self.drafts[flow];
            let id = &draft.steps[step].id;
            if across { format!("{}/{id}", draft.id) } else { id.clone() }
        });
        let way = names.collect::<Vec<_>>().join(" > ");
        let draft = &self.drafts[next.0];
        let message = Message::new("cycle-without-user").with("way", way);
        let help = Message::new("cycle-without-user-help");
        Diagnostic::new(Rule::CycleWithoutUser, &draft.source, draft.steps[next.1].span, message).help(help)
    }
}
