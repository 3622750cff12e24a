//! Cycles in which nobody is asked anything: the program would go round by itself.
//!
//! The search covers all flows at once, since `go` can close a cycle across files.

use super::steps::each_target;
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftStep, DraftVerb};
use crate::i18n::Message;
use indexmap::IndexMap;
use std::collections::HashSet;

/// A step of a flow, both by place.
type Node = (usize, usize);

/// Cycles without a step that waits for the person. The flows must not run each other in circles.
pub(super) fn cycle_without_user(drafts: &IndexMap<String, Draft>) -> Vec<Diagnostic> {
    let silent = silent_flows(drafts);
    let mut closed: HashSet<Node> = HashSet::new();
    let mut found = Vec::new();
    for flow in 0..drafts.len() {
        for step in 0..drafts[flow].steps.len() {
            let root = (flow, step);
            if closed.contains(&root) || waits(&drafts[flow].steps[step]) {
                continue;
            }
            let mut open = HashSet::from([root]);
            let mut trail = vec![(root, followers(root, drafts, &silent))];
            while let Some((node, followers)) = trail.last_mut() {
                let node = *node;
                let Some(next) = followers.pop() else {
                    open.remove(&node);
                    closed.insert(node);
                    trail.pop();
                    continue;
                };
                if open.contains(&next) {
                    found.push(report(&trail, next, drafts));
                } else if !closed.contains(&next) && !waits(&drafts[next.0].steps[next.1]) {
                    open.insert(next);
                    let followers = self::followers(next, drafts, &silent);
                    trail.push((next, followers));
                }
            }
        }
    }
    found
}

/// Whether the program stops at this step until the person did something.
fn waits(step: &DraftStep) -> bool {
    match &step.verb {
        // A caller may have answered an input question in advance.
        DraftVerb::Ask(ask) => !ask.input,
        DraftVerb::Tell { .. } | DraftVerb::Do(_) | DraftVerb::Try(_) => true,
        DraftVerb::End(_) | DraftVerb::Missing | DraftVerb::Return { .. } => true,
        DraftVerb::Probe(_) | DraftVerb::Branch { .. } | DraftVerb::Run(_) | DraftVerb::Go(_) => false,
    }
}

/// The steps that can follow a step that does not wait, before anybody is asked anything.
fn followers((flow, step): Node, drafts: &IndexMap<String, Draft>, silent: &HashSet<usize>) -> Vec<Node> {
    let draft = &drafts[flow];
    let step = &draft.steps[step];
    let mut found = Vec::new();
    let mut callee = None;
    if let DraftVerb::Run(call) | DraftVerb::Go(call) = &step.verb {
        callee = call.flow.as_ref().and_then(|flow| drafts.get_index_of(&flow.name));
        if let Some(callee) = callee
            && let Some(start) = drafts[callee].start.as_ref()
            && let Some(start) = drafts[callee].steps.get_index_of(&start.name)
        {
            found.push((callee, start));
        }
    }
    let passes = match &step.verb {
        DraftVerb::Run(_) => callee.is_some_and(|callee| silent.contains(&callee)),
        _ => true,
    };
    if passes {
        each_target(step, &mut |target| found.extend(draft.steps.get_index_of(target).map(|target| (flow, target))));
    }
    found
}

/// Shared flows that can return without asking anybody anything.
fn silent_flows(drafts: &IndexMap<String, Draft>) -> HashSet<usize> {
    let mut silent: HashSet<usize> = HashSet::new();
    // A flow found silent can make its callers silent, so the rounds go on until nothing new turns up.
    loop {
        let before = silent.len();
        for (at, draft) in drafts.values().enumerate().filter(|(_, draft)| draft.shared) {
            // The second run of a `once` flow reuses the result of the first.
            if !silent.contains(&at) && (draft.once || returns_silently(draft, drafts, &silent)) {
                silent.insert(at);
            }
        }
        if silent.len() == before {
            return silent;
        }
    }
}

fn returns_silently(draft: &Draft, drafts: &IndexMap<String, Draft>, silent: &HashSet<usize>) -> bool {
    let mut seen = HashSet::new();
    let mut waiting: Vec<&str> = draft.start.iter().map(|start| start.name.as_str()).collect();
    while let Some(id) = waiting.pop() {
        let Some(step) = draft.steps.get(id).filter(|_| seen.insert(id)) else { continue };
        match &step.verb {
            DraftVerb::Return { .. } => return true,
            DraftVerb::Run(call) => {
                let callee = call.flow.as_ref().and_then(|flow| drafts.get_index_of(&flow.name));
                if callee.is_some_and(|callee| silent.contains(&callee)) {
                    each_target(step, &mut |target| waiting.push(target));
                }
            }
            _ if waits(step) => {}
            _ => each_target(step, &mut |target| waiting.push(target)),
        }
    }
    false
}

fn report(trail: &[(Node, Vec<Node>)], next: Node, drafts: &IndexMap<String, Draft>) -> Diagnostic {
    let from = trail.iter().position(|(node, _)| *node == next).unwrap_or(0);
    let nodes: Vec<Node> = trail[from..].iter().map(|(node, _)| *node).chain([next]).collect();
    let across = nodes.iter().any(|(flow, _)| *flow != next.0);
    let names = nodes.iter().map(|&(flow, step)| {
        let draft = &drafts[flow];
        let id = &draft.steps[step].id;
        if across { format!("{}/{id}", draft.id) } else { id.clone() }
    });
    let way = names.collect::<Vec<_>>().join(" > ");
    let draft = &drafts[next.0];
    let message = Message::new("cycle-without-user").with("way", way);
    let help = Message::new("cycle-without-user-help");
    Diagnostic::new(Rule::CycleWithoutUser, &draft.source, draft.steps[next.1].span, message).help(help)
}
