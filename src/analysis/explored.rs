//! What a search of one flow found.

use super::hash::Quick;
use super::step::Fault;
use super::store::Store;
use indexmap::{IndexMap, IndexSet};
use std::collections::HashMap;
use std::rc::Rc;

/// A step with what is known there.
#[derive(Debug)]
pub(super) struct State {
    pub(super) step: usize,
    pub(super) store: usize,
    pub(super) cost: usize,
    /// The state before it, and the call in between.
    pub(super) before: Option<(usize, Option<usize>)>,
    pub(super) settled: bool,
}

/// A way in which a shared flow returns.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The step that returns.
    pub(super) returned: usize,
    pub(super) store: Store,
    pub(super) cost: usize,
    /// The state of the shared flow in which it returns.
    pub(super) state: usize,
}

/// Everything that a search of one flow found.
#[derive(Debug)]
pub(super) struct Explored<'f> {
    pub(super) states: Vec<State>,
    pub(super) stores: IndexSet<Rc<Store>, Quick>,
    /// From state to state.
    pub(super) edges: Vec<(usize, usize)>,
    /// Calls between states: what the shared flow came to, and which of its outcomes it was. `None`: used again.
    pub(super) calls: Vec<Option<(Rc<Self>, usize)>>,
    pub(super) outcomes: Vec<Outcome>,
    /// States at which the flow, or one that it runs, can be over.
    pub(super) last: Vec<usize>,
    /// States with a call in which somebody can go round for ever, though not in that flow by itself.
    pub(super) stuck: Vec<usize>,
    /// Whether somebody can go round for ever in this flow or in one that it runs.
    pub(super) trapped: bool,
    /// Whether a way leads to somebody who helps, or to another flow.
    pub(super) support: bool,
    /// Whether a session can end in it, rather than return.
    pub(super) ends: bool,
    /// What is wrong, and the state in which that shows first.
    pub(super) faults: IndexMap<Fault<'f>, usize>,
    /// Which cases of a branch held and which failed; behind them `else`.
    pub(super) cases: HashMap<usize, Vec<Seen>>,
    /// The first state of each step.
    pub(super) first: Vec<Option<usize>>,
}

/// Whether a case was seen to hold, and to fail.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    pub(super) held: bool,
    pub(super) failed: bool,
}
