//! A flow being walked: where in it the walk stands, its facts, and what it hands to flows and checks.

use super::state::World;
use crate::flow::probe::ProbeCall;
use crate::flow::step::{Argument, ProbeStep, Step};
use crate::flow::value::Value;
use crate::flow::{Flow, StepIndex};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::time::Duration;

/// A flow being walked.
#[derive(Debug, Clone)]
pub(super) struct Frame<'p> {
    pub(super) flow: &'p Flow,
    /// Before every step id of this frame: empty, or a path with a dot at its end.
    pub(super) prefix: String,
    pub(super) facts: HashMap<String, Value>,
    pub(super) inputs: HashMap<String, Value>,
    /// Those of the inputs that the person had said.
    pub(super) said: HashSet<String>,
    /// Whether it is about something else than what was said before.
    pub(super) anew: bool,
    pub(super) at: StepIndex,
}

/// What a flow is given by whoever enters it.
#[derive(Debug, Clone, Default)]
pub(super) struct Handed {
    pub(super) inputs: HashMap<String, Value>,
    /// Those of the inputs that the person had said.
    pub(super) said: HashSet<String>,
    pub(super) anew: bool,
}

impl<'p> Frame<'p> {
    pub(super) fn step(&self) -> &'p Step {
        self.flow.step(self.at)
    }
}

pub(super) fn argument_value(argument: &Argument, facts: &HashMap<String, Value>, world: &World<'_>) -> Value {
    match argument {
        Argument::Fact(name) => facts.get(name).cloned().unwrap_or(Value::Unknown),
        Argument::Profile(path) => profile_value(path, world),
        Argument::Literal(value) => value.clone(),
    }
}

/// A profile key; the three that are always known are so without a provider too.
fn profile_value(path: &str, world: &World<'_>) -> Value {
    match (path, world.profile.value(path)) {
        ("name", _) => Value::Text(world.profile.name.as_plain(world.lang)),
        ("currency", Value::Unknown) => Value::Text(world.profile.currency(world.lang).to_owned()),
        // A zone without a name has one offset, whenever.
        ("time-zone", Value::Unknown) => Value::Text(match world.zone.iana_name() {
            Some(name) => name.to_owned(),
            None => world.zone.to_offset(Timestamp::UNIX_EPOCH).to_string(),
        }),
        (_, value) => value,
    }
}

pub(super) fn call(path: String, probe: &ProbeStep, world: &World<'_>, facts: &HashMap<String, Value>) -> ProbeCall {
    let inputs = probe
        .with
        .iter()
        .map(|(name, argument)| (name.clone(), argument_value(argument, facts, world)))
        .filter(|(_, value)| value.is_known())
        .collect();
    ProbeCall { path, probe: probe.probe, inputs, deadline: Duration::from_millis(probe.timeout_ms) }
}
