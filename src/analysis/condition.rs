//! A condition over what is known: which part of it makes the condition true and which part false. Values are cut only as
//! far as the condition asks, from the left to the right and no further than it has to look, as the session does.

use super::cell::{Cell, Known, Point, Range, Scale, Ticks};
use super::compare;
use super::currency::Likeness;
use super::program::Program;
use super::store::{Key, Store};
use super::ticks::ticked;
use crate::flow::condition::{Comparison, Condition, Operand, Period, Subject, Test};
use crate::profile::Kind;

/// A condition may be cut into so many parts.
const MOST: usize = 5_000;

/// A value that is used where it may not be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Misuse<'f> {
    /// The fact, or the path of a profile key.
    pub(super) name: &'f str,
    pub(super) profile: bool,
    /// Never set on this way, rather than unknown.
    pub(super) unset: bool,
}

/// The stores in which a condition holds, and those in which it does not.
#[derive(Debug, Default)]
pub(super) struct Split {
    pub(super) holds: Vec<Store>,
    pub(super) fails: Vec<Store>,
}

/// Judges the conditions of one flow.
pub(super) struct Judge<'a, 'f> {
    pub(super) program: &'a Program<'f>,
    pub(super) flow: usize,
    pub(super) call: usize,
    /// The step whose condition it is.
    pub(super) step: usize,
    /// Told about misuse, with what was known there.
    pub(super) report: &'a mut dyn FnMut(Misuse<'f>, &Store),
}

impl<'f> Judge<'_, 'f> {
    /// Where a condition holds and where not.
    pub(super) fn judge(&mut self, condition: &'f Condition, store: Store) -> Split {
        match condition {
            Condition::And(parts) => {
                let mut split = Split { holds: vec![store], fails: Vec::new() };
                for part in parts {
                    for store in std::mem::take(&mut split.holds) {
                        let next = self.judge(part, store);
                        split.holds.extend(next.holds);
                        split.fails.extend(next.fails);
                        if self.gives_up(&split) {
                            return Split::default();
                        }
                    }
                }
                split
            }
            Condition::Or(parts) => {
                let mut split = Split { holds: Vec::new(), fails: vec![store] };
                for part in parts {
                    for store in std::mem::take(&mut split.fails) {
                        let next = self.judge(part, store);
                        split.holds.extend(next.holds);
                        split.fails.extend(next.fails);
                        if self.gives_up(&split) {
                            return Split::default();
                        }
                    }
                }
                split
            }
            Condition::Not(part) => {
                let split = self.judge(part, store);
                Split { holds: split.fails, fails: split.holds }
            }
            Condition::Test(test) => self.test(test, store),
        }
    }

    /// Whether a condition has more parts than anybody may tell apart; the flow is then not proven.
    fn gives_up(&self, split: &Split) -> bool {
        if split.holds.len() + split.fails.len() > MOST {
            self.program.overflow.set(true);
        }
        self.program.overflow.get()
    }

    fn test(&mut self, test: &'f Test, mut store: Store) -> Split {
        let mut split = Split::default();
        match test {
            Test::Known(subject) => match self.find(subject, &mut store) {
                None => split.fails.push(store),
                Some(cell) => {
                    split.holds.extend(store.narrowed(cell, true));
                    split.fails.extend(store.narrowed(cell, false));
                }
            },
            Test::Yes(subject) => {
                for (cell, store) in self.used(subject, store, &mut split.fails) {
                    self.words(cell, &["yes"], store, &mut split);
                }
            }
            Test::Is(subject, values) => match self.find(subject, &mut store) {
                None => {
                    self.misuse(subject, true, &store);
                    split.fails.push(store);
                }
                Some(cell) => {
                    let values: Vec<&'f str> = values.iter().map(String::as_str).collect();
                    self.words(cell, &values, store, &mut split);
                }
            },
            Test::Has(subject, values) => {
                for (cell, store) in self.used(subject, store, &mut split.fails) {
                    self.has(cell, values, store, &mut split);
                }
            }
            Test::HasAtLeast(subject, count) => {
                for (cell, store) in self.used(subject, store, &mut split.fails) {
                    let fits = |ticks: &mut Ticks| ticks.min = ticks.min.max(*count);
                    split.holds.extend(ticked(&store, cell, fits));
                    if let Some(below) = count.checked_sub(1) {
                        split.fails.extend(ticked(&store, cell, |ticks| ticks.max = ticks.max.min(below)));
                    }
                }
            }
            Test::Compare(left, comparison, right) => {
                for (cell, store) in self.used(left, store, &mut split.fails) {
                    self.compare(cell, *comparison, right, store, &mut split);
                }
            }
            Test::Age { subject, older, than } => {
                for (cell, mut store) in self.used(subject, store, &mut split.fails) {
                    if let Period::Profile(path) = than {
                        let wait = self.profile(path, &mut store);
                        if let Some(store) = store.narrowed(wait, false) {
                            self.misuse_of_profile(path, &store);
                            split.fails.push(store);
                        }
                        if let Some(store) = store.narrowed(wait, true) {
                            self.age(cell, *older, than, &store, &mut split);
                        }
                    } else {
                        self.age(cell, *older, than, &store, &mut split);
                    }
                }
            }
        }
        split
    }

    fn misuse(&mut self, subject: &'f Subject, unset: bool, store: &Store) {
        let (name, profile) = match subject {
            Subject::Fact(name) => (name.as_str(), false),
            Subject::Profile(path) => (path.as_str(), true),
        };
        (self.report)(Misuse { name, profile, unset }, store);
    }

    fn misuse_of_profile(&mut self, path: &'f str, store: &Store) {
        (self.report)(Misuse { name: path, profile: true, unset: false }, store);
    }

    /// The value of a subject; `None`: it was not set.
    fn find(&mut self, subject: &'f Subject, store: &mut Store) -> Option<usize> {
        match subject {
            Subject::Fact(name) => store.cell(self.program.fact(self.flow, self.call, name)?),
            Subject::Profile(path) => Some(self.profile(path, store)),
        }
    }

    /// The value of a profile key, which may be any until somebody asks.
    pub(super) fn profile(&self, path: &'f str, store: &mut Store) -> usize {
        profile(self.program, path, store)
    }

    /// The part in which a subject is known, with its value; the other part is false, and a mistake.
    fn used(&mut self, subject: &'f Subject, mut store: Store, fails: &mut Vec<Store>) -> Vec<(usize, Store)> {
        let Some(cell) = self.find(subject, &mut store) else {
            self.misuse(subject, true, &store);
            fails.push(store);
            return Vec::new();
        };
        if let Some(unknown) = store.narrowed(cell, false) {
            self.misuse(subject, false, &unknown);
            fails.push(unknown);
        }
        if !store.cells[cell].unknown {
            return vec![(cell, store)];
        }
        store.narrowed(cell, true).map(|store| (cell, store)).into_iter().collect()
    }

    /// Cuts by words; the unknown part fails.
    fn words(&self, cell: usize, values: &[&'f str], store: Store, split: &mut Split) {
        let value = &store.cells[cell];
        let Some(Known::Words(words)) = &value.known else {
            split.fails.push(store);
            return;
        };
        let wanted: Vec<usize> = values.iter().map(|value| self.program.word(value)).collect();
        let (inside, outside): (Vec<usize>, Vec<usize>) = words.iter().partition(|word| wanted.contains(word));
        if inside.is_empty() {
            split.fails.push(store);
            return;
        }
        if outside.is_empty() && !value.unknown {
            split.holds.push(store);
            return;
        }
        let mut fails = store.clone();
        let known = if outside.is_empty() { None } else { Some(Known::Words(outside)) };
        *fails.change(cell) = Cell { unknown: value.unknown, known };
        let mut holds = store;
        *holds.change(cell) = Cell::known(Known::Words(inside));
        split.holds.push(holds);
        split.fails.push(fails);
    }

    /// Whether two values may be compared here again with one of them asked anew: going round, or by another call.
    fn again(&self, left: usize, right: usize, store: &Store) -> bool {
        let given = |key: &Key| match key {
            Key::Input(call, _) => *call == self.call,
            Key::Lent(_) => true,
            _ => false,
        };
        let given = store.slots.iter().any(|(key, cell)| (*cell == left || *cell == right) && given(key));
        self.program.live(self.flow).compares_again(self.program.flow(self.flow), self.step, given)
    }

    fn compare(&mut self, left: usize, comparison: Comparison, right: &'f Operand, store: Store, split: &mut Split) {
        match right {
            Operand::Subject(subject) => {
                for (right, store) in self.used(subject, store, &mut split.fails) {
                    let again = self.again(left, right, &store);
                    compare::cells(left, comparison, right, store, again, split);
                }
            }
            Operand::Amount(amount) => {
                let code = self.program.word(&amount.currency);
                let Some(class) = store.range(left).map(|range| range.class) else {
                    split.fails.push(store);
                    return;
                };
                let likeness = store.likeness_to(class, code);
                if likeness != Likeness::Same {
                    let mut other = store.clone();
                    other.rule_out(class, code);
                    split.fails.push(other);
                }
                if likeness != Likeness::Different {
                    let mut same = store;
                    if same.denominate(class, code) {
                        compare::constant(left, comparison, &Point::amount(amount), &same, split);
                    }
                }
            }
            Operand::Number(number) => compare::constant(left, comparison, &Point::Number(*number), &store, split),
            Operand::Version(version) => compare::constant(left, comparison, &Point::version(version), &store, split),
        }
    }
}

/// The value of a profile key, which may be any until somebody asks.
pub(super) fn profile<'f>(program: &Program<'f>, path: &'f str, store: &mut Store) -> usize {
    let key = program.profile(path);
    if let Some(cell) = store.cell(key) {
        return cell;
    }
    let known = match path {
        "kind" => Known::Words(sorted(Kind::ALL.iter().map(|(id, _)| program.word(id)))),
        // Where the profile is of none of the countries that somebody asks about, its country is the empty word.
        "country" => Known::Words(sorted(program.pack.countries.iter().map(|code| program.word(code)))),
        _ if path.starts_with("limits.") => {
            Known::Ordered(Range { scale: Scale::Amount, class: 0, low: Scale::Amount.floor(), high: None })
        }
        _ => Known::Any,
    };
    // Three keys are known without a provider too.
    let unknown = !matches!(path, "name" | "currency" | "time-zone");
    let cell = store.add(Cell { unknown, known: Some(known) });
    store.name(key, cell);
    cell
}

pub(super) fn sorted(words: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut words: Vec<usize> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}
