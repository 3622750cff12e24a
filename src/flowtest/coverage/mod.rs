//! What tests reach: the ends of flows and the ways between their steps, lines of branches among them.
//!
//! A way counts as written: an option with its own `next` is one, and so is what all others share. A shared flow is reached
//! from wherever it is run. Only tests that pass count, and only what lies on their final path.

mod lines;
mod providers;
mod report;
mod ways;

pub use report::{FlowTally, Missing, Report, Tally};
pub use ways::{Kind, Way};

use crate::flow::StepIndex;
use crate::flow::step::Verb;
use crate::pack::Pack;
use crate::session::passage::{By, Passage};
use std::collections::HashMap;

/// Every way of a pack's sound flows, by number.
#[derive(Debug)]
pub struct Atlas<'p> {
    ways: Vec<Way<'p>>,
    /// By flow, the ways out of each step.
    places: HashMap<&'p str, Vec<std::ops::Range<usize>>>,
    /// Ways that no test can take, because the pack has no such provider.
    foreign: Vec<bool>,
}

impl<'p> Atlas<'p> {
    /// The ways of `pack`.
    pub fn new(pack: &'p Pack) -> Self {
        let mut ways = Vec::new();
        let mut places = HashMap::new();
        for flow in pack.flows.values() {
            let ranges = (0..flow.steps.len()).map(|at| {
                let first = ways.len();
                ways.extend(ways::of_step(pack, flow, StepIndex(at)));
                first..ways.len()
            });
            places.insert(flow.id.as_str(), ranges.collect());
        }
        let foreign = ways.iter().map(|way| is_foreign(pack, way)).collect();
        Self { ways, places, foreign }
    }

    /// A way by its number.
    pub fn way(&self, number: usize) -> Option<&Way<'p>> {
        self.ways.get(number)
    }

    /// How many ways there are.
    pub fn len(&self) -> usize {
        self.ways.len()
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    /// Whether no test can take it, because it asks for a provider of which the pack has no profile.
    pub fn is_foreign(&self, number: usize) -> bool {
        self.foreign.get(number).copied().unwrap_or(false)
    }

    /// The number of the way that a passage took.
    pub fn taken(&self, passage: &Passage<'_>) -> Option<usize> {
        self.out_of(passage.flow, passage.step, &passage.by)
    }

    /// The number of the way that an answer takes, by the word that `next` knows it by.
    pub fn way_by(&self, flow: &str, step: StepIndex, answer: &str) -> Option<usize> {
        self.out_of(flow, step, &By::Answer(answer.to_owned()))
    }

    fn out_of(&self, flow: &str, step: StepIndex, by: &By) -> Option<usize> {
        let mut range = self.places.get(flow)?.get(step.0)?.clone();
        range.find(|number| self.ways[*number].is_taken_by(by))
    }

    /// The numbers of the ways out of one flow's steps.
    pub fn of_flow(&self, flow: &str) -> std::ops::Range<usize> {
        let ranges = self.places.get(flow).map(Vec::as_slice).unwrap_or_default();
        match (ranges.first(), ranges.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// The ways that were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    taken: Vec<bool>,
}

impl Covered {
    /// Nothing yet.
    pub fn none(atlas: &Atlas<'_>) -> Self {
        Self { taken: vec![false; atlas.len()] }
    }

    /// Adds what a walk went through.
    pub fn add(&mut self, atlas: &Atlas<'_>, passages: &[Passage<'_>]) {
        for number in passages.iter().filter_map(|passage| atlas.taken(passage)) {
            self.taken[number] = true;
        }
    }

    /// Whether a way was taken.
    pub fn has(&self, number: usize) -> bool {
        self.taken.get(number).copied().unwrap_or(false)
    }
}

fn is_foreign(pack: &Pack, way: &Way<'_>) -> bool {
    match (&way.kind, &way.flow.step(way.step).verb) {
        (Kind::Case(at), Verb::Branch(branch)) => {
            branch.cases.get(*at).is_some_and(|case| providers::has_none(pack, &case.when))
        }
        _ => false,
    }
}
