//! The shortest answers that show a finding, with concrete values, as a test that an author can paste.
//!
//! The search forgets what no later step reads, so the way that it found is gone through once more with everything kept,
//! and then on to the nearest end; what is known at the end is solved for values.

mod onward;
mod solve;
mod value;
mod written;

use super::explored::Explored;
use super::program::Program;
use super::rules::{Found, Review};
use super::step::{Fault, Place};
use super::store::{Key, Store};
use crate::diagnostic::Diagnostic;
use crate::flow::step::Verb;
use crate::profile::Profile;
use onward::{Over, Stand};
use solve::Solved;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;

/// So many steps are tried for one example; what takes more has none.
const PATIENCE: usize = 2_000;
/// So many are tried for all examples of a flow; after that its findings have none.
const ALL: usize = 10_000;
/// Nobody pastes a longer way.
const LONGEST: usize = 150;

/// A step on the way, and how many flows are being walked there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Waypoint {
    flow: usize,
    step: usize,
    depth: usize,
}

/// What was passed on a way: a step that somebody answered, or a check.
#[derive(Debug, Clone)]
struct Passed {
    /// Its path, and how often it was reached.
    path: String,
    visit: usize,
    flow: usize,
    step: usize,
    /// The name of its answer; `None` for a `tell`.
    answer: Option<Key>,
    /// A check that lacks what it needs finds nothing out.
    lacks_input: bool,
    /// For a check: whether the person must be asked, since that question is what the finding is about.
    asked: bool,
}

/// A place on the way that is being gone through again.
#[derive(Debug)]
struct Node {
    before: Option<usize>,
    stand: Stand,
    passed: Option<Passed>,
}

/// Writes examples for the findings of one flow.
pub(super) struct Examples<'a, 'f> {
    review: &'a Review<'a, 'f>,
    /// The built-in profile first.
    profiles: &'a [&'f Profile],
    left: Cell<usize>,
    names: RefCell<HashMap<String, usize>>,
    doomed: OnceCell<Vec<bool>>,
}

impl<'a, 'f> Examples<'a, 'f> {
    pub(super) fn new(review: &'a Review<'a, 'f>, profiles: &'a [&'f Profile]) -> Self {
        Self { review, profiles, left: Cell::new(ALL), names: RefCell::default(), doomed: OnceCell::new() }
    }

    /// How many steps may be tried for the next example.
    fn patience(&self) -> usize {
        PATIENCE.min(self.left.get())
    }

    /// A name that no other example of the flow has, so that all of them can be pasted into one file.
    fn name(&self, name: String) -> String {
        let mut names = self.names.borrow_mut();
        let times = names.entry(name.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { name } else { format!("{name}, {times}") }
    }

    fn tried(&self, steps: usize) {
        self.left.set(self.left.get().saturating_sub(steps));
    }

    /// The finding with its example.
    pub(super) fn shown(&self, found: Found<'f>) -> Diagnostic {
        let Found { mut diagnostic, shown_by } = found;
        if let Some((state, fault)) = shown_by {
            let step = &self.review.flow.steps[self.review.explored.states[state].step].id;
            let what = match fault {
                Some(Fault::Misuse { misuse, .. }) => format!("{} at ", misuse.name),
                Some(Fault::Export { fact, .. }) => format!("{} at ", self.review.flow.gives[fact]),
                _ => String::new(),
            };
            let name = self.name(format!("{}: {what}{step}", diagnostic.rule.id()));
            // Where nobody gets out, no test can come to an end; the finding that says so has its own example.
            if fault.is_none() || !self.doomed.get_or_init(|| self.review.doomed())[state] {
                diagnostic.example = self.example(&name, state, fault);
            }
        }
        diagnostic
    }

    /// The test that shows what is wrong in a state; `None` where no short one is found.
    fn example(&self, name: &str, state: usize, fault: Option<Fault<'f>>) -> Option<String> {
        let program = &self.review.analysis.program;
        let mut waypoints = Vec::new();
        if self.patience() == 0 || !way(program, self.review.index, self.review.explored, state, 1, &mut waypoints) {
            return None;
        }
        let mut nodes = vec![Node { before: None, stand: Stand::start(program, self.review.index), passed: None }];
        // The same steps can be gone through without ending up where nobody gets out.
        let trapped = |stand: &Stand| fault.is_some() || self.is_in(stand, state);
        let mut there = self.follow(&waypoints, &mut nodes, &trapped);
        self.tried(nodes.len());
        if there.is_none() && fault.is_none() {
            nodes.truncate(1);
            there = self.follow(&waypoints, &mut nodes, &|_| true);
            self.tried(nodes.len());
        }
        let there = there?;
        let stand = &nodes[there].stand;
        let stores = match fault {
            Some(fault) => onward::stores_with(program, stand, fault),
            None => vec![stand.store.clone()],
        };
        stores.into_iter().find_map(|store| self.finished(name, &nodes, there, store, fault))
    }

    /// The same from a place on, with what is known when it shows.
    fn finished(
        &self,
        name: &str,
        nodes: &[Node],
        there: usize,
        store: Store,
        fault: Option<Fault<'f>>,
    ) -> Option<String> {
        let program = &self.review.analysis.program;
        let mut stand = nodes[there].stand.clone();
        stand.store = store;
        let mut passed = passed(nodes, there);
        let mut last = stand.clone();
        // Where nobody gets out there is no end to walk to.
        if fault.is_some() {
            let (mut more, end) = self.to_an_end(stand.clone())?;
            if let (Some(first), Some(Fault::Misuse { place: Place::Text, .. })) = (more.first_mut(), fault) {
                first.asked = true;
            }
            passed.extend(more);
            last = end;
        }
        let solved = Solved::find(program, self.profiles, &last.store, &passed)?;
        written::test(program, name, &stand, &passed, &solved, fault)
    }

    /// Whether what is known at the end of a way is what the search knew in a state.
    fn is_in(&self, stand: &Stand, state: usize) -> bool {
        let Some((flow, step, call)) = stand.top() else { return false };
        let live = self.review.analysis.program.live(flow);
        let keep = |key: Key| {
            let key = match key {
                Key::Fact(of, step) if of == call => Key::Fact(0, step),
                Key::Given(of, step, place) if of == call => Key::Given(0, step, place),
                Key::Profile(_) => key,
                _ => return None,
            };
            live.level(step, key).map(|level| (key, level))
        };
        let known = stand.store.project(&keep, &|flow| live.level(step, Key::Once(flow)).is_some());
        let explored = self.review.explored;
        known == *explored.stores[explored.states[state].store]
    }

    /// Goes along the waypoints; where what is known can be cut in several ways, back and another way.
    fn follow(&self, waypoints: &[Waypoint], nodes: &mut Vec<Node>, fits: &dyn Fn(&Stand) -> bool) -> Option<usize> {
        let program = &self.review.analysis.program;
        let mut waiting = vec![(0, 0)];
        while let Some((node, at)) = waiting.pop() {
            if at + 1 == waypoints.len() {
                if fits(&nodes[node].stand) {
                    return Some(node);
                }
                continue;
            }
            if nodes.len() > self.patience() {
                return None;
            }
            let (next, _) = onward::onward(program, &nodes[node].stand);
            for (stand, passed) in next.into_iter().rev() {
                if stand.waypoint() == Some(waypoints[at + 1]) {
                    nodes.push(Node { before: Some(node), stand, passed });
                    waiting.push((nodes.len() - 1, at + 1));
                }
            }
        }
        None
    }

    /// The shortest way on to an end.
    fn to_an_end(&self, stand: Stand) -> Option<(Vec<Passed>, Stand)> {
        let program = &self.review.analysis.program;
        let mut nodes = vec![Node { before: None, stand, passed: None }];
        let mut at = 0;
        let patience = self.patience();
        while at < nodes.len() && nodes.len() < patience {
            let (next, over) = onward::onward(program, &nodes[at].stand);
            if over == Over::Yes {
                self.tried(nodes.len());
                let stand = nodes[at].stand.clone();
                return Some((passed(&nodes, at), stand));
            }
            for (stand, passed) in next {
                // Somebody who goes round is no nearer to an end, apart from what another answer may change.
                if stand.rounds() <= 3 {
                    nodes.push(Node { before: Some(at), stand, passed });
                }
            }
            at += 1;
        }
        self.tried(nodes.len());
        None
    }
}

/// What was passed up to a node, in order.
fn passed(nodes: &[Node], node: usize) -> Vec<Passed> {
    let mut list = Vec::new();
    let mut at = Some(node);
    while let Some(node) = at {
        list.extend(nodes[node].passed.clone());
        at = nodes[node].before;
    }
    list.reverse();
    list
}

/// The steps on the way to a state, those of shared flows included. `false`: it is too long.
fn way(
    program: &Program<'_>,
    flow: usize,
    explored: &Explored<'_>,
    state: usize,
    depth: usize,
    out: &mut Vec<Waypoint>,
) -> bool {
    let mut states = Vec::new();
    let mut at = Some((state, None));
    while let Some((state, call)) = at {
        states.push((state, call));
        if states.len() + out.len() > LONGEST {
            return false;
        }
        at = explored.states[state].before;
    }
    // Each state with the call that leads from it to the next one.
    states.reverse();
    for (number, (state, call)) in states.iter().enumerate() {
        out.push(Waypoint { flow, step: explored.states[*state].step, depth });
        let Some(Some((summary, outcome))) = call.and_then(|call: usize| explored.calls.get(call)) else { continue };
        if number + 1 < states.len()
            && let Verb::Run(run) = &program.flow(flow).steps[explored.states[*state].step].verb
            && let Some(callee) = program.index(&run.flow)
        {
            let state = summary.outcomes[*outcome].state;
            if !way(program, callee, summary, state, depth + 1, out) {
                return false;
            }
        }
    }
    true
}
