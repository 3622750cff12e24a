//! Rules over drafts: what is written soundly and still wrong, or probably not meant. Never reads text of its own, knows
//! no terminal and no clock. One file per group of rules, one function per rule.

use crate::diagnostic::{Diagnostic, Findings};
use crate::flow::draft::Draft;
use indexmap::IndexMap;

/// The rules that one flow alone can break.
pub fn flow(_draft: &Draft, _findings: &Findings) {}

/// The rules that flows break together.
pub fn pack(_drafts: &IndexMap<String, Draft>) -> Vec<Diagnostic> {
    Vec::new()
}
