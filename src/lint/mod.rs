//! Rules over drafts: what is written soundly and still wrong, or probably not meant. Never reads text of its own, knows
//! no terminal and no clock. One file per group of rules, one function per rule.

mod calls;
mod channels;
mod contact;
mod cycle;
mod depth;
mod facts;
mod graph;
mod hosts;
mod language;
mod script;
mod secret;
mod sieve;
mod steps;
mod texts;
mod words;

use crate::diagnostic::{Diagnostic, Findings};
use crate::flow::draft::Draft;
use crate::flow::layers::Layers;
use crate::profile::{Profile, Region};
pub use channels::{Lacking, Use};

/// The rules that one flow alone can break.
pub fn flow(draft: &Draft, findings: &Findings) {
    graph::return_outside_shared(draft, findings);
    graph::shared_without_return(draft, findings);
    facts::unused_fact(draft, findings);
    facts::text_without_field(draft, findings);
    texts::texts(draft, findings);
}

/// The rules that a profile alone can break.
pub fn profile(profile: &Profile, findings: &Findings) {
    hosts::of_profile(profile, findings);
}

/// The rules that a region alone can break.
pub fn region(region: &Region, findings: &Findings) {
    hosts::of_region(region, findings);
}

/// What the rules learned of flows that others build on.
#[derive(Debug, Default)]
pub struct Learned {
    passing: cycle::Passing,
    costs: depth::Costs,
    /// Whether flows run each other in circles: nothing has an end there, so ways are not measured.
    recursive: bool,
}

/// What the rules say about flows together.
#[derive(Debug)]
pub struct Together {
    /// What is wrong, in whichever flow.
    pub found: Vec<Diagnostic>,
    /// For each flow what it shows that some profile has no channel for.
    pub uses: Vec<Vec<Use>>,
    /// For flows above them.
    pub learned: Learned,
}

/// The rules that the upper flows break together, or with those below. `below`: what was learned of those.
pub fn together(flows: Layers<'_, Draft>, below: &Learned, lacking: &Lacking) -> Together {
    let mut found = calls::guard_twice(flows);
    let uses = flows.own.values().map(|draft| lacking.uses(draft, &mut found)).collect();
    let recursive = calls::run_cycle(flows);
    let mut learned = Learned { recursive: below.recursive || !recursive.is_empty(), ..Learned::default() };
    found.extend(recursive);
    if !learned.recursive {
        let (cycles, passing) = cycle::cycle_without_user(flows, &below.passing);
        let (deep, costs) = depth::too_deep(flows, &below.costs);
        found.extend(cycles.into_iter().chain(deep));
        learned = Learned { passing, costs, recursive: false };
    }
    Together { found, uses, learned }
}
