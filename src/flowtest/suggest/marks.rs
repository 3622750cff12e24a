//! The figures at which conditions change their mind, so that an answer on each side of every one is tried.

use crate::flow::Flow;
use crate::flow::condition::{Condition, Operand, Period, Test};
use crate::flow::duration::Wait;
use crate::flow::step::Verb;
use crate::flow::value::{Amount, Value, Version};
use crate::pack::Pack;
use crate::profile::Profile;
use crate::script::Given;

/// The figures that conditions of a pack compare with, each once, in the order of the files.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) amounts: Vec<Amount>,
    pub(super) numbers: Vec<i64>,
    pub(super) versions: Vec<Version>,
    pub(super) waits: Vec<Wait>,
    /// How many ticks matter.
    pub(super) counts: Vec<usize>,
}

impl Marks {
    /// The figures of `pack`, and of `profile`, which conditions read too.
    pub(super) fn new(pack: &Pack, profile: &Profile) -> Self {
        let mut marks = Self::default();
        for flow in pack.flows.values() {
            marks.add_flow(flow);
        }
        for value in profile.values.values() {
            match value {
                Value::Amount(amount) => add(&mut marks.amounts, amount.clone()),
                Value::Version(version) => add(&mut marks.versions, version.clone()),
                _ => {}
            }
        }
        for wait in profile.waits.values() {
            add(&mut marks.waits, *wait);
        }
        marks
    }

    /// Adds what a test file gives, so that an answer on each side of it is tried as well.
    pub(super) fn add_given(&mut self, given: &Given) {
        let Given::Text(text) = given else { return };
        if let Ok(amount) = text.parse() {
            add(&mut self.amounts, amount);
        } else if let (true, Ok(version)) = (text.contains('.'), text.parse()) {
            add(&mut self.versions, version);
        }
    }

    fn add_flow(&mut self, flow: &Flow) {
        for step in flow.steps.values() {
            if let Verb::Branch(branch) = &step.verb {
                branch.cases.iter().for_each(|case| self.add(&case.when));
            }
        }
    }

    fn add(&mut self, condition: &Condition) {
        match condition {
            Condition::Or(parts) | Condition::And(parts) => parts.iter().for_each(|part| self.add(part)),
            Condition::Not(part) => self.add(part),
            Condition::Test(Test::Compare(_, _, operand)) => match operand {
                Operand::Amount(amount) => add(&mut self.amounts, amount.clone()),
                Operand::Number(number) => add(&mut self.numbers, *number),
                Operand::Version(version) => add(&mut self.versions, version.clone()),
                Operand::Subject(_) => {}
            },
            Condition::Test(Test::Age { than: Period::Fixed(wait), .. }) => add(&mut self.waits, *wait),
            Condition::Test(Test::HasAtLeast(_, count)) => add(&mut self.counts, *count),
            Condition::Test(_) => {}
        }
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
