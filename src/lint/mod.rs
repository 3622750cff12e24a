//! Rules over drafts: what is written soundly and still wrong, or probably not meant. Never reads text of its own, knows
//! no terminal and no clock. One file per group of rules, one function per rule.

mod calls;
mod cycle;
mod depth;
mod facts;
mod graph;
mod language;
mod steps;

use crate::diagnostic::{Diagnostic, Findings};
use crate::flow::draft::Draft;
use indexmap::IndexMap;

/// The rules that one flow alone can break.
pub fn flow(draft: &Draft, findings: &Findings) {
    graph::return_outside_shared(draft, findings);
    graph::shared_without_return(draft, findings);
    facts::unused_fact(draft, findings);
    facts::text_without_field(draft, findings);
    language::texts(draft, findings);
}

/// The rules that flows break together.
pub fn pack(drafts: &IndexMap<String, Draft>) -> Vec<Diagnostic> {
    let mut found = calls::guard_twice(drafts);
    let recursive = calls::run_cycle(drafts);
    // In a circle of runs nothing has an end, so ways are not measured.
    if recursive.is_empty() {
        found.extend(cycle::cycle_without_user(drafts));
        found.extend(depth::too_deep(drafts));
    }
    found.extend(recursive);
    found
}
