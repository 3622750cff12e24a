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
use crate::profile::{Profile, Region};
use indexmap::IndexMap;

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

/// The rules that files break together.
pub fn pack(
    drafts: &IndexMap<String, Draft>,
    profiles: &IndexMap<String, Profile>,
    regions: &IndexMap<String, Region>,
) -> Vec<Diagnostic> {
    let mut found = calls::guard_twice(drafts);
    found.extend(channels::outcome_without_channel(drafts, profiles, regions));
    let recursive = calls::run_cycle(drafts);
    // In a circle of runs nothing has an end, so ways are not measured.
    if recursive.is_empty() {
        found.extend(cycle::cycle_without_user(drafts));
        found.extend(depth::too_deep(drafts));
    }
    found.extend(recursive);
    found
}
