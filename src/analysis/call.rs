//! Calls of shared flows: what is handed to them, and what their results change for the caller.

use super::cell::{Cell, Known, Point, Range, Scale, Ticks};
use super::compare;
use super::program::Program;
use super::step::Scene;
use super::store::{Done, Key, Level, Store};
use crate::flow::condition::Comparison;
use crate::flow::step::{AnswerType, Argument, Run, Verb};
use crate::flow::value::Value;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A call with its arguments known or left out.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) store: Store,
    /// What is given, by step of the shared flow, sorted.
    pub(super) inputs: Vec<(usize, usize)>,
    /// The earlier result that is used again, by its place in `done`.
    pub(super) again: Option<usize>,
}

impl<'f> Scene<'_, 'f> {
    /// The calls that a `run` at `place` can become.
    pub(super) fn calls(&mut self, place: usize, run: &'f Run, callee: usize, store: &Store) -> Vec<Call> {
        let target = self.program.flow(callee);
        let mut calls = vec![Call { store: store.clone(), inputs: Vec::new(), again: None }];
        for (name, argument) in &run.with {
            let Some(step) = target.steps.get_index_of(name.as_str()) else { continue };
            for call in std::mem::take(&mut calls) {
                let Call { store, inputs, .. } = call;
                let (known, unknown) = self.given(place, name, argument, store);
                if let Some((mut store, cell)) = known {
                    let cell = cell.or_else(|| match (argument, &target.steps[step].verb) {
                        (Argument::Literal(value), Verb::Ask(ask)) => Some(self.constant(value, &ask.kind, &mut store)),
                        _ => None,
                    });
                    let mut inputs = inputs.clone();
                    inputs.extend(cell.map(|cell| (step, cell)));
                    calls.push(Call { store, inputs, again: None });
                }
                calls.extend(unknown.map(|store| Call { store, inputs, again: None }));
            }
        }
        for call in &mut calls {
            call.inputs.sort_unstable();
        }
        if !target.once {
            return calls;
        }
        let mut fresh = calls;
        let mut settled = Vec::new();
        let most = fresh.iter().map(|call| call.store.done.len()).max().unwrap_or(0);
        for done in 0..most {
            for call in std::mem::take(&mut fresh) {
                let Some(earlier) = call.store.done.get(done).filter(|earlier| earlier.flow == callee) else {
                    fresh.push(call);
                    continue;
                };
                let steps = |inputs: &[(usize, usize)]| inputs.iter().map(|(step, _)| *step).collect::<Vec<_>>();
                if steps(&earlier.inputs) != steps(&call.inputs) {
                    fresh.push(call);
                    continue;
                }
                let pairs: Vec<(usize, usize)> =
                    earlier.inputs.iter().zip(&call.inputs).map(|((_, a), (_, b))| (*a, *b)).collect();
                let mut equal = vec![call.store];
                for (a, b) in pairs {
                    for store in std::mem::take(&mut equal) {
                        let (same, other) = equality(&store, a, b);
                        equal.extend(same);
                        let inputs = call.inputs.clone();
                        fresh.extend(other.into_iter().map(|store| Call {
                            store,
                            inputs: inputs.clone(),
                            again: None,
                        }));
                    }
                }
                let inputs = call.inputs;
                settled.extend(equal.into_iter().map(|store| Call {
                    store,
                    inputs: inputs.clone(),
                    again: Some(done),
                }));
            }
        }
        settled.extend(fresh);
        settled
    }

    /// The value of a literal.
    fn constant(&self, value: &'f Value, kind: &'f AnswerType, store: &mut Store) -> usize {
        let known = match value {
            Value::Choice(id) => Known::Words(vec![self.program.word(id)]),
            Value::Choices(ticked) => {
                let options: &'f [_] = match kind {
                    AnswerType::Choices { options, .. } => options,
                    _ => &[],
                };
                let state = |id: &'f str| (self.program.word(id), Some(ticked.iter().any(|value| value == id)));
                let options = options.iter().map(|option| state(&option.value)).collect();
                Known::Ticks(Ticks { options, min: ticked.len(), max: ticked.len() })
            }
            Value::Amount(_) | Value::Number(_) | Value::Version(_) => {
                let scale = match value {
                    Value::Amount(_) => Scale::Amount,
                    Value::Number(_) => Scale::Number,
                    _ => Scale::Version,
                };
                Known::Ordered(Range { scale, class: 0, low: scale.floor(), high: None })
            }
            Value::Time(_) => Known::Time(Vec::new()),
            Value::Text(_) | Value::Unknown => Known::Any,
        };
        let cell = store.add(Cell::known(known));
        if let (Value::Amount(amount), Some(range)) = (value, store.range(cell)) {
            let class = range.class;
            store.denominate(class, self.program.word(&amount.currency));
        }
        if let Some(at) = Point::of(value) {
            store.assume_above(cell, &at, false);
            store.assume_below(cell, &at, false);
        }
        cell
    }
}

/// Sets the facts of a `run` step: what the shared flow returned and what it handed over.
pub(super) fn set_result(program: &Program<'_>, call: usize, place: usize, done: &Done, store: &mut Store) {
    if let Verb::Return(ret) = &program.flow(done.flow).steps[done.returned].verb {
        let returned = store.add(Cell::word(program.word(&ret.value)));
        store.name(Key::Fact(call, place), returned);
    }
    for (number, cell) in done.gives.iter().enumerate() {
        store.name(Key::Given(call, place, number), *cell);
    }
}

/// Where two known values are the same, and where they are not.
fn equality(store: &Store, a: usize, b: usize) -> (Vec<Store>, Vec<Store>) {
    if a == b {
        return (vec![store.clone()], Vec::new());
    }
    match (&store.cells[a].known, &store.cells[b].known) {
        (Some(Known::Words(first)), Some(Known::Words(second))) => {
            let with = |one: Vec<usize>, other: Vec<usize>| {
                let mut store = store.clone();
                *store.change(a) = Cell::known(Known::Words(one));
                *store.change(b) = Cell::known(Known::Words(other));
                store
            };
            let mut split = (Vec::new(), Vec::new());
            for word in first {
                let others: Vec<usize> = second.iter().filter(|other| *other != word).copied().collect();
                if second.contains(word) {
                    split.0.push(with(vec![*word], vec![*word]));
                }
                if !others.is_empty() {
                    split.1.push(with(vec![*word], others));
                }
            }
            split
        }
        (Some(Known::Ordered(_)), Some(Known::Ordered(_))) => {
            let split = compare::compared(a, Comparison::Equal, b, store.clone());
            (split.holds, split.fails)
        }
        // Two texts, instants or lists may be the same or not.
        _ => (vec![store.clone()], vec![store.clone()]),
    }
}

impl Store {
    /// What a shared flow starts with: its inputs, the caller's names of those that the caller still needs, and what is
    /// known of the profile and of results that it may use again.
    pub(super) fn lend(&self, inputs: &[(usize, usize)], still: &dyn Fn(usize) -> bool, beyond: &[Key]) -> Self {
        let mut store = self.clone();
        store.slots.retain(|(key, _)| beyond.binary_search(key).is_ok());
        for (at, done) in store.done.iter_mut().enumerate() {
            let earlier = self.done[..at].iter();
            done.lent = Some(earlier.filter(|earlier| earlier.flow == done.flow).count());
        }
        for (step, cell) in inputs {
            store.name(Key::Input(0, *step), *cell);
            if still(*cell) {
                store.name(Key::Lent(*step), *cell);
            }
        }
        store.project(&|key| Some((key, Level::Value)), &|flow| beyond.binary_search(&Key::Once(flow)).is_ok())
    }

    /// Takes over what a shared flow came to. Returns where its values are now; `None`: that cannot be with what the caller
    /// knows.
    pub(super) fn absorb(&mut self, result: &Self, inputs: &[(usize, usize)]) -> Option<Vec<usize>> {
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for (earlier, own) in self.both_done(result) {
            let theirs = earlier.inputs.iter().map(|(_, cell)| cell).chain(&earlier.gives);
            let own = own.inputs.iter().map(|(_, cell)| cell).chain(&own.gives);
            places.extend(theirs.copied().zip(own.copied()));
        }
        for (key, cell) in &result.slots {
            let own = match key {
                Key::Lent(step) => inputs.iter().find(|(of, _)| of == step).map(|(_, cell)| *cell),
                Key::Profile(_) => self.cell(*key),
                _ => None,
            };
            if let Some(own) = own {
                places.insert(*cell, own);
            }
        }
        let mut classes: BTreeMap<usize, usize> = BTreeMap::new();
        let mut unite: Vec<(usize, usize)> = Vec::new();
        let mut next_class = self.fresh_class();
        // First the classes of values that both sides know, so that the others join them.
        for (theirs, own) in &places {
            if let (Some(their), Some(own)) = (result.range(*theirs), self.range(*own)) {
                match classes.get(&their.class) {
                    Some(known) => unite.push((*known, own.class)),
                    None => {
                        classes.insert(their.class, own.class);
                    }
                }
            }
        }
        let mut moved = Vec::with_capacity(result.cells.len());
        for (at, cell) in result.cells.iter().enumerate() {
            let mut cell = Rc::clone(cell);
            if matches!(cell.known, Some(Known::Ordered(_)))
                && let Some(Known::Ordered(range)) = &mut Rc::make_mut(&mut cell).known
            {
                range.class = *classes.entry(range.class).or_insert_with(|| {
                    next_class += 1;
                    next_class - 1
                });
            }
            match places.get(&at) {
                Some(own) => {
                    self.cells[*own] = cell;
                    moved.push(*own);
                }
                None => {
                    self.cells.push(cell);
                    moved.push(self.cells.len() - 1);
                }
            }
        }
        for (a, b) in unite {
            if !self.unite(a, b) {
                return None;
            }
        }
        let class = |class: &usize| classes.get(class).copied();
        for (of, code) in &result.currencies.codes {
            if let Some(of) = class(of)
                && !self.denominate(of, *code)
            {
                return None;
            }
        }
        self.currencies.not.extend(result.currencies.not.iter().filter_map(|(of, code)| Some((class(of)?, *code))));
        for (a, b) in &result.currencies.differ {
            if let (Some(a), Some(b)) = (class(a), class(b)) {
                self.part(a, b);
            }
        }
        for (low, high, by) in &result.order {
            self.relate_as(moved[*low], moved[*high], *by);
        }
        if !self.close() {
            return None;
        }
        for (key, cell) in &result.slots {
            if matches!(key, Key::Profile(_)) {
                self.name(*key, moved[*cell]);
            }
        }
        let new: Vec<Done> =
            result.done.iter().filter(|done| done.lent.is_none()).map(|done| done.moved(&moved)).collect();
        self.done.extend(new);
        Some(moved)
    }

    /// Earlier results as a shared flow came to know them, each with this store's own.
    fn both_done<'s>(&'s self, result: &'s Self) -> Vec<(&'s Done, &'s Done)> {
        let own = |theirs: &Done| self.done.iter().filter(|own| own.flow == theirs.flow).nth(theirs.lent?);
        result.done.iter().filter_map(|theirs| Some((theirs, own(theirs)?))).collect()
    }
}
