//! What is known on the way to a step: names of values, and what each value can be.
//!
//! Two names may share a value, so that a test of one narrows the other. What no later step can tell apart is dropped, and
//! the rest is numbered by its names, so that equal knowledge is equal data.

use super::cell::{Cell, Known, Word};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The name of a value. The first number of a fact is the call in which it lives: 0 in the search, where each flow is
/// looked at by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Key {
    /// The fact of a step.
    Fact(usize, usize),
    /// A fact that the shared flow at a step gave, by its place in `gives`.
    Given(usize, usize, usize),
    /// The answer that the caller gave in advance, by step.
    Input(usize, usize),
    /// The caller's own name of an input.
    Lent(usize),
    /// A profile key, by its word.
    Profile(usize),
    /// What a shared flow hands over, by its place in `gives`.
    Export(usize),
    /// An answer on the way of an example, by its number.
    Answer(usize),
    /// A shared flow that runs once: whether its result is known. Names no value.
    Once(usize),
}

/// How much of a value somebody reads later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Level {
    /// Whether it is known.
    Presence,
    /// Of options that may be ticked: how many are.
    Count,
    /// What it is.
    Value,
}

/// What is known on the way to a step.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Store {
    /// Names and values, sorted; a fact that is not here was not set.
    pub(super) slots: Vec<(Key, usize)>,
    /// Shared by the stores that know the same.
    pub(super) cells: Vec<Rc<Cell>>,
    /// Values in order, sorted: the second is greater than the first by at least the third, where 0 is at most.
    pub(super) order: Vec<(usize, usize, i128)>,
    pub(super) currencies: Currencies,
    /// Results of shared flows that run once.
    pub(super) done: Vec<Done>,
}

/// Which amounts can be compared: those of one class. What is not said here may or may not be the same currency.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Currencies {
    /// The currency of a class, as a word, sorted.
    pub(super) codes: Vec<(usize, usize)>,
    /// Classes of different currencies, the smaller number first, sorted.
    pub(super) differ: Vec<(usize, usize)>,
    /// Classes that are not of a currency, sorted.
    pub(super) not: Vec<(usize, usize)>,
}

/// A finished shared flow whose result is used again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Done {
    pub(super) flow: usize,
    /// What it was given, by step, sorted.
    pub(super) inputs: Vec<(usize, usize)>,
    /// The step that returned.
    pub(super) returned: usize,
    /// What it handed over.
    pub(super) gives: Vec<usize>,
    /// The caller's: which of its results of that flow. `None`: it came about in this flow.
    pub(super) lent: Option<usize>,
}

impl Done {
    /// The same with its values at new places.
    pub(super) fn moved(&self, places: &[usize]) -> Self {
        Self {
            flow: self.flow,
            inputs: self.inputs.iter().map(|(step, cell)| (*step, places[*cell])).collect(),
            returned: self.returned,
            gives: self.gives.iter().map(|cell| places[*cell]).collect(),
            lent: self.lent,
        }
    }
}

/// So many results of one flow are remembered where its inputs can be endlessly many.
const RESULTS: usize = 3;

impl Store {
    /// Whether one more result of a flow that runs once is kept. Without it the flow may be thought to ask again, which is
    /// more than it does, but not something else.
    pub(super) fn can_remember(&self, done: &Done) -> bool {
        let is_word = |cell: usize| matches!(self.cells[cell].known, Some(Known::Words(_)));
        done.inputs.iter().all(|(_, cell)| is_word(*cell))
            || self.done.iter().filter(|other| other.flow == done.flow).count() < RESULTS
    }

    /// Where a result stands among others: whichever came first, the same results are the same knowledge.
    fn place_of(&self, done: &Done) -> impl Ord {
        let words = |cell: usize| match &self.cells[cell].known {
            Some(Known::Words(words)) => words.as_slice(),
            _ => &[],
        };
        let inputs: Vec<(usize, &[Word])> = done.inputs.iter().map(|(step, cell)| (*step, words(*cell))).collect();
        (done.lent.is_none(), done.lent, done.flow, inputs, done.returned)
    }

    /// How much is known.
    pub(super) fn size(&self) -> usize {
        self.slots.len() + self.cells.len() + self.order.len()
    }

    /// Whether nothing at all is known.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.is_empty() && self.done.is_empty()
    }

    /// The value of a name.
    pub(super) fn cell(&self, key: Key) -> Option<usize> {
        self.slots.binary_search_by_key(&key, |slot| slot.0).ok().map(|at| self.slots[at].1)
    }

    /// Names a value; the name's old value stays only under its other names.
    pub(super) fn name(&mut self, key: Key, cell: usize) {
        match self.slots.binary_search_by_key(&key, |slot| slot.0) {
            Ok(at) => self.slots[at].1 = cell,
            Err(at) => self.slots.insert(at, (key, cell)),
        }
    }

    /// A value, to be changed.
    pub(super) fn change(&mut self, cell: usize) -> &mut Cell {
        Rc::make_mut(&mut self.cells[cell])
    }

    /// Takes a name away.
    pub(super) fn forget(&mut self, key: Key) {
        if let Ok(at) = self.slots.binary_search_by_key(&key, |slot| slot.0) {
            self.slots.remove(at);
        }
    }

    /// Adds a value; an amount in a class of its own.
    pub(super) fn add(&mut self, mut cell: Cell) -> usize {
        if let Some(Known::Ordered(range)) = &mut cell.known {
            range.class = self.fresh_class();
        }
        self.cells.push(Rc::new(cell));
        self.cells.len() - 1
    }

    pub(super) fn fresh_class(&self) -> usize {
        let of_cells = self.cells.iter().filter_map(|cell| match &cell.known {
            Some(Known::Ordered(range)) => Some(range.class + 1),
            _ => None,
        });
        // Also classes of values that turned out to be unknown: what is said of them must not be said of others.
        let of_codes = self.currencies.codes.iter().chain(&self.currencies.not).map(|(class, _)| class + 1);
        let of_pairs = self.currencies.differ.iter().map(|(_, class)| class + 1);
        of_cells.chain(of_codes).chain(of_pairs).max().unwrap_or(0)
    }

    /// The store with one value narrowed to the unknown or the known part; `None` where that part is empty.
    pub(super) fn narrowed(&self, cell: usize, known: bool) -> Option<Self> {
        let value = &self.cells[cell];
        let has = if known { value.known.is_some() } else { value.unknown };
        if !has {
            return None;
        }
        let mut store = self.clone();
        if value.known.is_none() || !value.unknown {
            return Some(store);
        }
        let value = store.change(cell);
        if known {
            value.unknown = false;
        } else {
            value.known = None;
        }
        Some(store)
    }

    /// Time goes on: nothing is as young as it was.
    pub(super) fn age(&mut self) {
        for cell in &mut self.cells {
            if !matches!(cell.known, Some(Known::Time(_))) {
                continue;
            }
            if let Some(Known::Time(ages)) = &mut Rc::make_mut(cell).known {
                for age in ages.iter_mut() {
                    age.high = None;
                }
                ages.retain(|age| age.low.is_some());
            }
        }
    }

    /// What is left when names are kept, renamed or dropped by `keep`, results by `keep_done`.
    #[must_use]
    pub(super) fn project(
        &self,
        keep: &dyn Fn(Key) -> Option<(Key, Level)>,
        keep_done: &dyn Fn(usize) -> bool,
    ) -> Self {
        let mut kept: Vec<(Key, Level, usize)> = Vec::with_capacity(self.slots.len());
        kept.extend(self.slots.iter().filter_map(|(key, cell)| keep(*key).map(|(key, level)| (key, level, *cell))));
        kept.sort_unstable();
        let mut done: Vec<&Done> = self.done.iter().filter(|done| keep_done(done.flow)).collect();
        if done.len() > 1 {
            done.sort_by_cached_key(|done| self.place_of(done));
        }
        if kept.is_empty() && done.is_empty() {
            return Self::default();
        }
        let mut places = Renumbered::new(self.cells.len());
        let mut levels: Vec<Level> = Vec::new();
        let mut slots = Vec::with_capacity(kept.len());
        for (key, level, cell) in kept {
            let place = places.of(cell);
            if place == levels.len() {
                levels.push(level);
            }
            levels[place] = levels[place].max(level);
            slots.push((key, place));
        }
        let mut kept_done: Vec<Done> = Vec::with_capacity(done.len());
        for done in done {
            // What a result was for is compared later, whoever else only wants to know whether it is there.
            let mut place = |cell: usize| {
                let place = places.of(cell);
                levels.resize(places.list.len(), Level::Value);
                levels[place] = Level::Value;
                place
            };
            kept_done.push(Done {
                flow: done.flow,
                inputs: done.inputs.iter().map(|(step, cell)| (*step, place(*cell))).collect(),
                returned: done.returned,
                gives: done.gives.iter().map(|cell| place(*cell)).collect(),
                lent: done.lent,
            });
        }
        let cells = places.list.iter().zip(&levels).map(|(cell, level)| match level {
            Level::Value => Rc::clone(&self.cells[*cell]),
            Level::Presence if matches!(self.cells[*cell].known, None | Some(Known::Any)) => {
                Rc::clone(&self.cells[*cell])
            }
            Level::Presence => Rc::new(self.cells[*cell].presence()),
            Level::Count => match &self.cells[*cell].known {
                Some(Known::Ticks(ticks)) if ticks.options.iter().any(|(_, state)| state.is_some()) => {
                    Rc::new(self.cells[*cell].count_alone())
                }
                _ => Rc::clone(&self.cells[*cell]),
            },
        });
        let mut store = Self {
            slots,
            cells: cells.collect(),
            order: Vec::new(),
            currencies: Currencies::default(),
            done: kept_done,
        };
        let full = |cell: usize| places.known(cell).filter(|place| levels[*place] > Level::Presence);
        store.order = self.order.iter().filter_map(|(low, high, by)| Some((full(*low)?, full(*high)?, *by))).collect();
        store.order.sort_unstable();
        store.renumber_classes(&self.currencies);
        store
    }

    /// Numbers the classes by the values in them; what is known of classes without values is dropped.
    fn renumber_classes(&mut self, old: &Currencies) {
        let mut classes: BTreeMap<usize, usize> = BTreeMap::new();
        for cell in &mut self.cells {
            let Some(Known::Ordered(range)) = &cell.known else { continue };
            let next = classes.len();
            let class = *classes.entry(range.class).or_insert(next);
            if class != range.class
                && let Some(Known::Ordered(range)) = &mut Rc::make_mut(cell).known
            {
                range.class = class;
            }
        }
        let code_of = |class: usize| old.codes.iter().find(|(other, _)| *other == class).map(|(_, code)| *code);
        let mut new = Currencies::default();
        for (class, code) in &old.codes {
            if let Some(class) = classes.get(class) {
                new.codes.push((*class, *code));
            }
        }
        for (class, code) in &old.not {
            if let Some(kept) = classes.get(class)
                && code_of(*class).is_none()
            {
                new.not.push((*kept, *code));
            }
        }
        for (a, b) in &old.differ {
            match (code_of(*a), code_of(*b)) {
                (Some(_), Some(_)) => {}
                (Some(code), None) => new.not.extend(classes.get(b).map(|class| (*class, code))),
                (None, Some(code)) => new.not.extend(classes.get(a).map(|class| (*class, code))),
                (None, None) => {
                    if let (Some(a), Some(b)) = (classes.get(a), classes.get(b)) {
                        new.differ.push((*a.min(b), *a.max(b)));
                    }
                }
            }
        }
        for list in [&mut new.codes, &mut new.not, &mut new.differ] {
            list.sort_unstable();
            list.dedup();
        }
        self.currencies = new;
    }
}

/// New numbers in the order in which they are asked for.
struct Renumbered {
    list: Vec<usize>,
    places: Vec<Option<usize>>,
}

impl Renumbered {
    fn new(count: usize) -> Self {
        Self { list: Vec::new(), places: vec![None; count] }
    }

    fn of(&mut self, old: usize) -> usize {
        let next = self.list.len();
        let place = *self.places[old].get_or_insert(next);
        if place == next {
            self.list.push(old);
        }
        place
    }

    fn known(&self, old: usize) -> Option<usize> {
        self.places[old]
    }
}
