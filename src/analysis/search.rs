//! The search: every step of a flow with everything that can be known there, each once, the shortest way first.

use super::call::{Call, set_result};
use super::cell::{Cell, Known};
use super::explored::{Explored, Outcome, Seen, State};
use super::hash::Quick;
use super::live::Live;
use super::program::Program;
use super::step::{Fault, Listener, Onward, Scene};
use super::store::{Done, Key, Level, Store};
use super::trap::doomed;
use crate::flow::step::{Outcome as EndOutcome, Run, Verb};
use indexmap::{IndexMap, IndexSet};
use std::cell::{Cell as Counter, RefCell};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::rc::Rc;

/// Shared flows that run each other deeper than this are not looked into.
pub(super) const DEEPEST: usize = 64;

/// So many things that are known cost as much as a state.
const ROOM: usize = 4;

/// There are more states than the analysis may look at.
#[derive(Debug)]
pub(super) struct TooMany;

/// What distinguishes two calls: the flow, what it starts with, and what the caller wants to know afterwards.
type Request = (usize, Store, Vec<Key>);

/// The analysis of one flow, with what it needs of others.
pub(super) struct Analysis<'f> {
    pub(super) program: Program<'f>,
    budget: Counter<usize>,
    known: RefCell<HashMap<Request, Rc<Explored<'f>>, Quick>>,
}

/// What is heard while the states are searched.
struct Notes<'a, 'f> {
    state: usize,
    faults: &'a mut IndexMap<Fault<'f>, usize>,
    cases: &'a mut HashMap<usize, Vec<Seen>>,
}

impl<'f> Listener<'f> for Notes<'_, 'f> {
    fn fault(&mut self, fault: Fault<'f>, _store: &Store) {
        self.faults.entry(fault).or_insert(self.state);
    }

    fn case(&mut self, step: usize, case: usize, holds: bool) {
        let seen = self.cases.entry(step).or_default();
        if seen.len() <= case {
            seen.resize(case + 1, Seen::default());
        }
        seen[case].held |= holds;
        seen[case].failed |= !holds;
    }
}

impl<'f> Analysis<'f> {
    pub(super) fn new(program: Program<'f>, budget: usize) -> Self {
        Self { program, budget: Counter::new(budget), known: RefCell::default() }
    }

    /// Every state of a flow that starts with `store`. `wanted`: what the caller wants to know afterwards.
    pub(super) fn explore(
        &self,
        flow: usize,
        store: Store,
        wanted: &[Key],
        depth: usize,
    ) -> Result<Explored<'f>, TooMany> {
        let live = self.program.live(flow);
        if live.too_much || depth > DEEPEST {
            return Err(TooMany);
        }
        let count = self.program.flow(flow).steps.len();
        let mut search = Search {
            analysis: self,
            flow,
            live,
            wanted,
            depth,
            found: Explored {
                states: Vec::new(),
                stores: IndexSet::default(),
                edges: Vec::new(),
                calls: Vec::new(),
                outcomes: Vec::new(),
                last: Vec::new(),
                stuck: Vec::new(),
                trapped: false,
                support: false,
                ends: false,
                faults: IndexMap::new(),
                cases: HashMap::new(),
                first: vec![None; count],
            },
            more: HashMap::default(),
            outcomes: HashSet::default(),
            waiting: BinaryHeap::new(),
        };
        search.found.stores.insert(Rc::default());
        search.run(store)?;
        Ok(search.found)
    }

    fn summary(&self, request: Request, depth: usize) -> Result<Rc<Explored<'f>>, TooMany> {
        if let Some(known) = self.known.borrow().get(&request) {
            return Ok(Rc::clone(known));
        }
        let explored = Rc::new(self.explore(request.0, request.1.clone(), &request.2, depth)?);
        self.known.borrow_mut().insert(request, Rc::clone(&explored));
        Ok(explored)
    }
}

struct Search<'a, 'f> {
    analysis: &'a Analysis<'f>,
    flow: usize,
    live: Rc<Live>,
    wanted: &'a [Key],
    depth: usize,
    found: Explored<'f>,
    /// States beyond the first of their step.
    more: HashMap<(usize, usize), usize, Quick>,
    outcomes: HashSet<(usize, Store), Quick>,
    waiting: BinaryHeap<(Reverse<usize>, Reverse<usize>)>,
}

impl<'f> Search<'_, 'f> {
    fn run(&mut self, store: Store) -> Result<(), TooMany> {
        let flow = self.analysis.program.flow(self.flow);
        self.reach(flow.start.0, store, 0, None)?;
        while let Some((_, Reverse(state))) = self.waiting.pop() {
            if std::mem::replace(&mut self.found.states[state].settled, true) {
                continue;
            }
            self.step(state)?;
            if self.analysis.program.overflow.get() {
                return Err(TooMany);
            }
        }
        let found = &mut self.found;
        found.trapped |= doomed(found.states.len(), &found.last, &found.edges).contains(&true);
        Ok(())
    }

    /// Notes a state, or a shorter way to one.
    fn reach(
        &mut self,
        step: usize,
        store: Store,
        cost: usize,
        before: Option<(usize, Option<usize>)>,
    ) -> Result<(), TooMany> {
        let store = self.forget(step, store);
        let store = if store.is_empty() { 0 } else { self.found.stores.insert_full(Rc::new(store)).0 };
        let known = match self.found.first[step] {
            Some(first) if self.found.states[first].store == store => Some(first),
            Some(_) => self.more.get(&(step, store)).copied(),
            None => None,
        };
        let state = if let Some(state) = known {
            state
        } else {
            // What is known takes room too.
            let price = 1 + self.found.stores[store].size() / ROOM;
            let left = self.analysis.budget.get().checked_sub(price).ok_or(TooMany)?;
            self.analysis.budget.set(left);
            let state = self.found.states.len();
            if self.found.first[step].is_none() {
                self.found.first[step] = Some(state);
            } else {
                self.more.insert((step, store), state);
            }
            self.found.states.push(State { step, store, cost, before, settled: false });
            self.waiting.push((Reverse(cost), Reverse(state)));
            state
        };
        if let Some((from, _)) = before {
            self.found.edges.push((from, state));
        }
        let entry = &mut self.found.states[state];
        if cost < entry.cost && !entry.settled {
            (entry.cost, entry.before) = (cost, before);
            self.waiting.push((Reverse(cost), Reverse(state)));
        }
        Ok(())
    }

    /// What somebody may still read from a step on.
    fn forget(&self, step: usize, store: Store) -> Store {
        if store.is_empty() {
            return store;
        }
        let keep = |key: Key| match key {
            Key::Lent(_) => Some((key, Level::Value)),
            _ if self.wanted.contains(&key) => Some((key, Level::Value)),
            _ => self.live.level(step, key).map(|level| (key, level)),
        };
        store.project(&keep, &|flow| self.wants_result(step, flow))
    }

    fn wants_result(&self, step: usize, flow: usize) -> bool {
        let key = Key::Once(flow);
        self.wanted.contains(&key) || self.live.level(step, key).is_some()
    }

    fn step(&mut self, state: usize) -> Result<(), TooMany> {
        let (place, cost) = (self.found.states[state].step, self.found.states[state].cost);
        let store = Rc::clone(&self.found.stores[self.found.states[state].store]);
        let live = Rc::clone(&self.live);
        let program = &self.analysis.program;
        let mut notes = Notes { state, faults: &mut self.found.faults, cases: &mut self.found.cases };
        let mut scene = Scene { program, flow: self.flow, call: 0, live: Some(&live), listener: &mut notes };
        match &program.flow(self.flow).steps[place].verb {
            Verb::Run(run) => {
                let Some(callee) = program.index(&run.flow) else { return Ok(()) };
                let calls = scene.calls(place, run, callee, &store);
                for call in calls {
                    self.call(state, run, callee, call)?;
                }
            }
            Verb::Return(_) => {
                scene.hand_over(place, &store);
                self.found.last.push(state);
                self.hand_back(state, Store::clone(&store));
            }
            verb => {
                let onward = scene.follow(place, &store);
                match verb {
                    Verb::End(end) => {
                        let helps = [EndOutcome::Contact, EndOutcome::Urgent, EndOutcome::Legal];
                        self.found.support |= helps.contains(&end.outcome);
                        self.found.ends = true;
                        self.found.last.push(state);
                    }
                    Verb::Go(_) => {
                        self.found.support = true;
                        self.found.ends = true;
                        self.found.last.push(state);
                    }
                    _ => {}
                }
                for Onward { to, store, cost: more } in onward {
                    self.reach(to, store, cost.saturating_add(more), Some((state, None)))?;
                }
            }
        }
        Ok(())
    }

    /// What the caller learns where the flow returns.
    fn hand_back(&mut self, state: usize, mut store: Store) {
        let State { step, cost, .. } = self.found.states[state];
        let program = &self.analysis.program;
        for (place, name) in program.flow(self.flow).gives.iter().enumerate() {
            let cell = program.fact(self.flow, 0, name).and_then(|key| store.cell(key));
            let cell = cell.unwrap_or_else(|| store.add(Cell::unknown()));
            store.name(Key::Export(place), cell);
        }
        let keep = |key: Key| match key {
            Key::Lent(_) | Key::Export(_) => Some((key, Level::Value)),
            _ => self.wanted.contains(&key).then_some((key, Level::Value)),
        };
        let store = store.project(&keep, &|flow| self.wanted.contains(&Key::Once(flow)));
        let outcomes = &mut self.found.outcomes;
        // States come in the order of their cost, so that the first is the shortest.
        if self.outcomes.insert((step, store.clone())) {
            outcomes.push(Outcome { returned: step, store, cost, state });
        }
    }

    /// Goes through a shared flow.
    fn call(&mut self, state: usize, run: &'f Run, callee: usize, call: Call) -> Result<(), TooMany> {
        let program = &self.analysis.program;
        let target = program.flow(callee);
        let cost = self.found.states[state].cost;
        let Call { store, inputs, again } = call;
        if let Some(done) = again {
            let done = store.done[done].clone();
            let number = self.found.calls.len();
            self.found.calls.push(None);
            return self.come_back(state, run, store, &done, cost, number);
        }
        let followers: Vec<usize> = run.next.targets().iter().map(|step| step.0).collect();
        let read_after =
            |key: Key| self.wanted.contains(&key) || followers.iter().any(|step| self.live.level(*step, key).is_some());
        let keeps_result = target.once && read_after(Key::Once(callee));
        let still = |cell: usize| {
            keeps_result
                || store.slots.iter().any(|(key, of)| *of == cell && (matches!(key, Key::Lent(_)) || read_after(*key)))
                || store
                    .done
                    .iter()
                    .any(|done| done.inputs.iter().any(|(_, of)| *of == cell) || done.gives.contains(&cell))
                || store.order.iter().any(|(low, high, _)| *low == cell || *high == cell)
                || matches!(store.cells[cell].known, Some(Known::Ordered(_)))
        };
        let beyond = &program.live(callee).beyond;
        let wanted: Vec<Key> = beyond.iter().copied().filter(|key| read_after(*key)).collect();
        let lent = store.lend(&inputs, &still, beyond);
        let summary = self.analysis.summary((callee, lent, wanted), self.depth + 1)?;
        self.found.support |= summary.support;
        if summary.trapped {
            self.found.trapped = true;
            // What goes wrong in the flow by itself is told there.
            let alone = self.analysis.summary((callee, Store::default(), Vec::new()), self.depth + 1)?;
            if !alone.trapped {
                self.found.stuck.push(state);
            }
        }
        if summary.ends {
            self.found.ends = true;
            self.found.last.push(state);
        }
        for (number, outcome) in summary.outcomes.iter().enumerate() {
            let mut store = store.clone();
            store.age();
            let Some(moved) = store.absorb(&outcome.store, &inputs) else { continue };
            let places = 0..target.gives.len();
            let handed = places.filter_map(|place| outcome.store.cell(Key::Export(place)));
            let gives: Vec<usize> = handed.map(|cell| moved[cell]).collect();
            let done = Done { flow: callee, inputs: inputs.clone(), returned: outcome.returned, gives, lent: None };
            if keeps_result && store.can_remember(&done) {
                store.done.push(done.clone());
            }
            let way = self.found.calls.len();
            self.found.calls.push(Some((Rc::clone(&summary), number)));
            self.come_back(state, run, store, &done, cost.saturating_add(outcome.cost), way)?;
        }
        Ok(())
    }

    /// Goes on behind a call with its result.
    fn come_back(
        &mut self,
        state: usize,
        run: &'f Run,
        mut store: Store,
        done: &Done,
        cost: usize,
        way: usize,
    ) -> Result<(), TooMany> {
        let program = &self.analysis.program;
        let Verb::Return(ret) = &program.flow(done.flow).steps[done.returned].verb else { return Ok(()) };
        let Some(to) = run.next.target(&ret.value) else { return Ok(()) };
        let place = self.found.states[state].step;
        set_result(program, 0, place, done, &mut store);
        self.reach(to.0, store, cost, Some((state, Some(way))))
    }
}
