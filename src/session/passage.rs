//! Which ways a walk took, and what it still carries: for those who judge flows rather than people.
//!
//! The story tells what somebody said and saw; these tell also which line of a branch decided, and where each flow on the
//! way stands.

use super::Session;
use super::frame::Frame;
use super::state::State;
use crate::flow::value::Value;
use crate::flow::{Flow, StepIndex};
use std::collections::HashMap;

/// A step that the walk went through or ended at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'p> {
    /// The flow it stands in.
    pub flow: &'p str,
    /// The step.
    pub step: StepIndex,
    /// By which of its ways.
    pub by: By,
}

/// The way that was taken out of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// By an answer, a finding or what a shared flow gave back: the word that `next` knows it by.
    Answer(String),
    /// By that line of a branch; the number of its lines means `else`.
    Case(usize),
    /// By its only way, or it was an end.
    Only,
}

/// A flow that is being walked.
#[derive(Debug)]
pub struct Standing<'s> {
    /// The flow.
    pub flow: &'s Flow,
    /// The step at which it stands.
    pub at: StepIndex,
    /// What is known in it.
    pub facts: &'s HashMap<String, Value>,
    /// What its caller answered in advance.
    pub inputs: &'s HashMap<String, Value>,
    /// Whether it is about something else, so that what was said before does not count there.
    pub anew: bool,
}

/// A shared flow that runs once a session, and what came out of it.
#[derive(Debug)]
pub struct Done<'s> {
    /// The flow.
    pub flow: &'s str,
    /// What its caller answered in advance.
    pub inputs: &'s HashMap<String, Value>,
    /// What it returned.
    pub returned: &'s str,
    /// What it gave.
    pub gives: &'s [(String, Value)],
}

impl<'p> Session<'p> {
    /// Every step on the way here, in order, with the way out of it that was taken.
    pub fn passages(&self) -> &[Passage<'p>] {
        &self.state.passages
    }

    /// The flows that are being walked, outermost first; none at the list of problems.
    pub fn standings<'s>(&'s self) -> Vec<Standing<'s>> {
        let standing = |frame: &'s Frame<'p>| Standing {
            flow: frame.flow,
            at: frame.at,
            facts: &frame.facts,
            inputs: &frame.inputs,
            anew: frame.anew,
        };
        self.state.frames.iter().map(standing).collect()
    }

    /// The shared flows that will not be run again with the same inputs.
    pub fn finished(&self) -> Vec<Done<'_>> {
        let all = self.state.finished.iter();
        all.map(|done| Done {
            flow: done.flow,
            inputs: &done.inputs,
            returned: &done.returned.value,
            gives: &done.gives,
        })
        .collect()
    }
}

impl State<'_> {
    /// Notes that the current step is left by that way.
    pub(super) fn pass(&mut self, by: By) {
        if let Some(frame) = self.frames.last() {
            self.passages.push(Passage { flow: &frame.flow.id, step: frame.at, by });
        }
    }
}
