//! One step over what is known: where it can lead, what is known there, and what is wrong with it. Calls of shared flows
//! are another file's matter.

use super::condition::{Judge, Misuse, Split, profile};
use super::live::Live;
use super::program::Program;
use super::reads;
use super::store::Store;
use crate::flow::condition::Condition;
use crate::flow::step::{Argument, Branch, End, Step, Verb, WaitFor};
use crate::flow::text::Placeholder;
use indexmap::IndexMap;

/// Where in a step something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Place<'f> {
    /// A case of a branch.
    Case(usize),
    /// `repeats-payment`
    Repeats,
    /// A text.
    Text,
    /// An argument.
    With(&'f str),
    /// `since`
    Since,
    /// `wait`
    Wait,
}

/// What is wrong at a step on some way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Fault<'f> {
    /// A value is used that may not be there.
    Misuse { step: usize, place: Place<'f>, misuse: Misuse<'f> },
    /// A fact is handed to the caller that was not set, by its place in `gives`.
    Export { step: usize, fact: usize },
    /// A payment may be made twice.
    Retry { step: usize },
}

impl Fault<'_> {
    pub(super) fn step(&self) -> usize {
        match self {
            Self::Misuse { step, .. } | Self::Export { step, .. } | Self::Retry { step } => *step,
        }
    }
}

/// A step that can follow, what is known there, and how many answers and checks it took.
#[derive(Debug)]
pub(super) struct Onward {
    pub(super) to: usize,
    pub(super) store: Store,
    pub(super) cost: usize,
}

/// Who hears what is wrong.
pub(super) trait Listener<'f> {
    /// Something is wrong, with what is known where it is.
    fn fault(&mut self, fault: Fault<'f>, store: &Store);
    /// A case of a branch held or failed; the one behind the last is `else`.
    fn case(&mut self, step: usize, case: usize, holds: bool);
}

/// The steps of one flow in one call.
pub(super) struct Scene<'a, 'f> {
    pub(super) program: &'a Program<'f>,
    pub(super) flow: usize,
    pub(super) call: usize,
    /// What is read later; `None`: everything is kept.
    pub(super) live: Option<&'a Live>,
    pub(super) listener: &'a mut dyn Listener<'f>,
}

impl<'f> Scene<'_, 'f> {
    /// Where a step leads that neither calls nor ends anything.
    pub(super) fn follow(&mut self, place: usize, store: &Store) -> Vec<Onward> {
        let step: &'f Step = &self.program.flow(self.flow).steps[place];
        let mut out = Vec::new();
        match &step.verb {
            Verb::Ask(ask) => self.ask(place, step, ask, store, &mut out),
            Verb::Tell(tell) => {
                self.texts(place, step, store);
                out.push(Onward { to: tell.next.0, store: self.later(store), cost: 0 });
            }
            Verb::Do(action) | Verb::Try(action) => {
                self.texts(place, step, store);
                if let Some(condition) = &action.repeats_payment {
                    self.repeats(place, condition, store);
                }
                let answers = if matches!(step.verb, Verb::Do(_)) { &Verb::DO_ANSWERS } else { &Verb::TRY_ANSWERS };
                self.sort(place, &action.next, &answers.iter().copied(), false, self.later(store), &mut out);
            }
            Verb::Probe(probe) => self.probe(place, step, probe, store, &mut out),
            Verb::Branch(branch) => self.branch(place, branch, store, &mut out),
            Verb::Go(go) => self.look_at_arguments(place, &go.with, store),
            Verb::End(end) => self.end(place, step, end, store),
            Verb::Run(_) | Verb::Return(_) => {}
        }
        out
    }

    /// What is known after the person was waited for.
    pub(super) fn later(&self, store: &Store) -> Store {
        let mut store = store.clone();
        // An example is walked without a pause.
        if self.live.is_some() {
            store.age();
        }
        store
    }

    /// The part in which an argument is known, with its value, and the part in which it is not.
    pub(super) fn given(
        &mut self,
        place: usize,
        name: &'f str,
        argument: &'f Argument,
        mut store: Store,
    ) -> (Option<(Store, Option<usize>)>, Option<Store>) {
        let cell = match argument {
            Argument::Literal(value) if value.is_known() => return (Some((store, None)), None),
            Argument::Literal(_) => return (None, Some(store)),
            Argument::Profile(path) => profile(self.program, path, &mut store),
            Argument::Fact(fact) => {
                let key = self.program.fact(self.flow, self.call, fact);
                match key.and_then(|key| store.cell(key)) {
                    Some(cell) => cell,
                    None => {
                        let misuse = Misuse { name: fact, profile: false, unset: true };
                        self.listener.fault(Fault::Misuse { step: place, place: Place::With(name), misuse }, &store);
                        return (None, Some(store));
                    }
                }
            }
        };
        let unknown = store.narrowed(cell, false);
        (store.narrowed(cell, true).map(|store| (store, Some(cell))), unknown)
    }

    fn look_at_arguments(&mut self, place: usize, with: &'f IndexMap<String, Argument>, store: &Store) {
        for (name, argument) in with {
            self.given(place, name, argument, store.clone());
        }
    }

    fn branch(&mut self, place: usize, branch: &'f Branch, store: &Store, out: &mut Vec<Onward>) {
        let mut rest = vec![store.clone()];
        for (number, case) in branch.cases.iter().enumerate() {
            for store in std::mem::take(&mut rest) {
                let split = self.judge(place, Place::Case(number), &case.when, store);
                if !split.holds.is_empty() {
                    self.listener.case(place, number, true);
                }
                if !split.fails.is_empty() {
                    self.listener.case(place, number, false);
                }
                out.extend(split.holds.into_iter().map(|store| Onward { to: case.next.0, store, cost: 0 }));
                rest.extend(split.fails);
            }
        }
        if !rest.is_empty() {
            self.listener.case(place, branch.cases.len(), true);
        }
        out.extend(rest.into_iter().map(|store| Onward { to: branch.otherwise.0, store, cost: 0 }));
    }

    fn judge(&mut self, step: usize, place: Place<'f>, condition: &'f Condition, store: Store) -> Split {
        let listener = &mut *self.listener;
        let mut report = |misuse: Misuse<'f>, store: &Store| {
            listener.fault(Fault::Misuse { step, place, misuse }, store);
        };
        let mut judge = Judge { program: self.program, flow: self.flow, call: self.call, step, report: &mut report };
        judge.judge(condition, store)
    }

    fn repeats(&mut self, place: usize, condition: &'f Condition, store: &Store) {
        let split = self.judge(place, Place::Repeats, condition, store.clone());
        for store in &split.fails {
            self.listener.fault(Fault::Retry { step: place }, store);
        }
    }

    /// Placeholders that show something that may not be there.
    pub(super) fn texts(&mut self, place: usize, step: &'f Step, store: &Store) {
        let mut shown: Vec<&'f Placeholder> = Vec::new();
        reads::each_placeholder(step, &mut |placeholder| shown.push(placeholder));
        for placeholder in shown {
            match placeholder {
                Placeholder::Fact(name) | Placeholder::Rest(name) | Placeholder::Count(name) => {
                    self.needs_fact(place, Place::Text, name, store);
                }
                Placeholder::Profile(path) => self.needs_profile(place, Place::Text, path, store),
                Placeholder::FollowUp => {}
            }
        }
    }

    fn needs_fact(&mut self, step: usize, place: Place<'f>, name: &'f str, store: &Store) {
        let cell = self.program.fact(self.flow, self.call, name).and_then(|key| store.cell(key));
        let (unset, narrowed) = match cell {
            None => (true, Some(store.clone())),
            Some(cell) => (false, store.narrowed(cell, false)),
        };
        if let Some(store) = narrowed {
            let misuse = Misuse { name, profile: false, unset };
            self.listener.fault(Fault::Misuse { step, place, misuse }, &store);
        }
    }

    fn needs_profile(&mut self, step: usize, place: Place<'f>, path: &'f str, store: &Store) {
        let mut store = store.clone();
        let cell = profile(self.program, path, &mut store);
        if let Some(store) = store.narrowed(cell, false) {
            let misuse = Misuse { name: path, profile: true, unset: false };
            self.listener.fault(Fault::Misuse { step, place, misuse }, &store);
        }
    }

    fn end(&mut self, place: usize, step: &'f Step, end: &'f End, store: &Store) {
        self.texts(place, step, store);
        if let Some(since) = &end.since {
            self.needs_fact(place, Place::Since, since, store);
        }
        if let Some(WaitFor::Profile(path)) = &end.wait {
            self.needs_profile(place, Place::Wait, path, store);
        }
    }

    /// Facts that a `return` hands over without their being set.
    pub(super) fn hand_over(&mut self, place: usize, store: &Store) {
        let own = self.program.flow(self.flow);
        for (fact, name) in own.gives.iter().enumerate() {
            let cell = self.program.fact(self.flow, self.call, name).and_then(|key| store.cell(key));
            if cell.is_none() {
                self.listener.fault(Fault::Export { step: place, fact }, store);
            }
        }
    }
}
