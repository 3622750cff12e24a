//! The flows as the analysis reads them: names to numbers, and for each step what somebody may still read from there on.

use super::hash::Quick;
use super::live::Live;
use super::store::Key;
use crate::flow::Flow;
use crate::flow::condition::{Condition, Period, Subject, Test};
use crate::flow::duration::{Unit, Wait};
use crate::flow::step::{Step, Verb};
use indexmap::{IndexMap, IndexSet};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The flows that can be analysed, upon those that they run.
pub(super) struct Pack<'f> {
    below: Option<&'f Pack<'f>>,
    own: IndexMap<&'f str, &'f Flow>,
    /// Every country that a condition names, and the empty word for all others.
    pub(super) countries: Vec<&'f str>,
}

impl<'f> Pack<'f> {
    pub(super) fn new(below: Option<&'f Pack<'f>>, own: IndexMap<&'f str, &'f Flow>) -> Self {
        let mut countries = below.map_or_else(|| vec![""], |below| below.countries.clone());
        for step in own.values().flat_map(|flow| flow.steps.values()) {
            each_condition(step, &mut |condition| countries_of(condition, &mut countries));
        }
        countries.sort_unstable();
        countries.dedup();
        Self { below, own, countries }
    }

    fn len_below(&self) -> usize {
        self.below.map_or(0, |below| below.len_below() + below.own.len())
    }

    /// The number of a flow.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        let own = self.own.get_index_of(id).map(|at| self.len_below() + at);
        own.or_else(|| self.below?.number(id))
    }

    fn get(&self, id: &str) -> Option<&'f Flow> {
        self.own.get(id).copied().or_else(|| self.below?.get(id))
    }

    fn flow(&self, number: usize) -> &'f Flow {
        match (number.checked_sub(self.len_below()), self.below) {
            (None, Some(below)) => below.flow(number),
            (at, _) => self.own[at.unwrap_or_default()],
        }
    }
}

fn each_condition<'f>(step: &'f Step, visit: &mut dyn FnMut(&'f Condition)) {
    match &step.verb {
        Verb::Branch(branch) => branch.cases.iter().for_each(|case| visit(&case.when)),
        Verb::Do(action) | Verb::Try(action) => action.repeats_payment.iter().for_each(visit),
        _ => {}
    }
}

fn countries_of<'f>(condition: &'f Condition, codes: &mut Vec<&'f str>) {
    match condition {
        Condition::Or(parts) | Condition::And(parts) => parts.iter().for_each(|part| countries_of(part, codes)),
        Condition::Not(part) => countries_of(part, codes),
        Condition::Test(Test::Is(Subject::Profile(path), values)) if path == "country" => {
            codes.extend(values.iter().map(String::as_str));
        }
        Condition::Test(_) => {}
    }
}

/// The flows around the one that is analysed, and numbers for the words in them.
pub(super) struct Program<'f> {
    pub(super) pack: &'f Pack<'f>,
    words: RefCell<IndexSet<&'f str, Quick>>,
    periods: RefCell<Vec<Period>>,
    live: RefCell<IndexMap<usize, Rc<Live>>>,
    /// A condition had too many parts to tell apart.
    pub(super) overflow: Cell<bool>,
}

impl<'f> Program<'f> {
    pub(super) fn new(pack: &'f Pack<'f>) -> Self {
        Self {
            pack,
            words: RefCell::default(),
            periods: RefCell::default(),
            live: RefCell::default(),
            overflow: Cell::new(false),
        }
    }

    pub(super) fn flow(&self, index: usize) -> &'f Flow {
        self.pack.flow(index)
    }

    /// The place of a flow among all.
    pub(super) fn index(&self, id: &str) -> Option<usize> {
        self.pack.number(id)
    }

    /// The number of a word.
    pub(super) fn word(&self, word: &'f str) -> usize {
        self.words.borrow_mut().insert_full(word).0
    }

    /// The word of a number.
    pub(super) fn text(&self, word: usize) -> &'f str {
        self.words.borrow().get_index(word).copied().unwrap_or_default()
    }

    /// The number of a duration.
    pub(super) fn period(&self, period: &Period) -> usize {
        let mut periods = self.periods.borrow_mut();
        periods.iter().position(|known| known == period).unwrap_or_else(|| {
            periods.push(period.clone());
            periods.len() - 1
        })
    }

    /// The duration of a number.
    pub(super) fn duration(&self, period: usize) -> Option<Period> {
        self.periods.borrow().get(period).cloned()
    }

    /// Whether every instant that is older than the second duration is older than the first too, and not just as old.
    pub(super) fn is_shorter(&self, first: usize, second: usize) -> bool {
        let periods = self.periods.borrow();
        match (periods.get(first), periods.get(second)) {
            (Some(Period::Fixed(a)), Some(Period::Fixed(b))) if a.unit == b.unit => a.count < b.count,
            (Some(Period::Fixed(a)), Some(Period::Fixed(b))) => longest(*a) < shortest(*b),
            _ => false,
        }
    }

    /// What is read from each step of a flow on.
    pub(super) fn live(&self, flow: usize) -> Rc<Live> {
        if let Some(live) = self.live.borrow().get(&flow) {
            return Rc::clone(live);
        }
        let live = Rc::new(Live::of(self, flow));
        self.live.borrow_mut().insert(flow, Rc::clone(&live));
        live
    }

    /// The key of a fact by its name in a flow.
    pub(super) fn fact(&self, flow: usize, call: usize, name: &str) -> Option<Key> {
        let own = self.flow(flow);
        let Some((step, given)) = name.split_once('.') else {
            return own.steps.get_index_of(name).map(|step| Key::Fact(call, step));
        };
        let (at, _, step) = own.steps.get_full(step)?;
        let Verb::Run(run) = &step.verb else { return None };
        let callee = self.pack.get(run.flow.as_str())?;
        callee.gives.iter().position(|fact| fact == given).map(|place| Key::Given(call, at, place))
    }

    /// The key of a profile key by its path.
    pub(super) fn profile(&self, path: &'f str) -> Key {
        Key::Profile(self.word(path))
    }
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// The least seconds that a duration counted back from some instant can have. Days can be shorter where clocks change.
fn shortest(wait: Wait) -> u64 {
    let count = u64::from(wait.count);
    match wait.unit {
        Unit::Second => count,
        Unit::Minute => count * MINUTE,
        Unit::Hour => count * HOUR,
        Unit::Day | Unit::BusinessDay => (count * DAY).saturating_sub(2 * DAY),
        Unit::Month => (count * 28 * DAY).saturating_sub(2 * DAY),
    }
}

/// The most seconds that it can have. Holidays can be many.
fn longest(wait: Wait) -> u64 {
    let count = u64::from(wait.count);
    match wait.unit {
        Unit::Second => count,
        Unit::Minute => count * MINUTE,
        Unit::Hour => count * HOUR,
        Unit::Day => count * DAY + 2 * DAY,
        Unit::BusinessDay => count * 3 * DAY + 40 * DAY,
        Unit::Month => count * 31 * DAY + 2 * DAY,
    }
}
