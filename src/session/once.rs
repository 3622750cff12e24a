//! Questions that are asked once a session: what was answered to them.

use super::state::{State, World};
use super::story::Origin;
use super::{Session, question};
use crate::flow::step::Topic;
use crate::flow::value::Value;
use jiff::Timestamp;

/// An answer that somebody gave earlier.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) value: Value,
    pub(super) origin: Origin,
    pub(super) at: Timestamp,
}

impl<'p> State<'p> {
    /// What was said before to the waiting question, where it is asked once. A flow that comes back to its own question asks
    /// again: a loop such as "another one?" is meant to.
    pub(super) fn said_before(&self, world: &World<'p>) -> Option<Said> {
        let frame = self.frames.last()?;
        let step = frame.step();
        let topic = Topic::of(frame.flow, step)?;
        if frame.anew || frame.facts.contains_key(&step.id) {
            return None;
        }
        let asked = question::of(step, world.profile, world.lang)?;
        // Of what was typed a walk that is gone again knows only that it fitted.
        let told = |said: &Said| world.untold().is_some() && matches!(said.value, Value::Text(_));
        self.latest(topic).filter(|said| told(said) || question::fits(&asked, &said.value)).cloned()
    }

    /// Keeps an answer of the waiting question for those that ask the same.
    pub(super) fn remember(&mut self, value: &Value, origin: Origin, at: Timestamp) {
        let Some(frame) = self.frames.last().filter(|frame| !frame.anew) else { return };
        if let Some(topic) = Topic::of(frame.flow, frame.step()) {
            self.said.push((topic, Said { value: value.clone(), origin, at }));
        }
    }

    /// The same, where it counts at the next such question.
    pub(super) fn said_of(&self, topic: Topic<'_>) -> Option<&Value> {
        self.latest(topic).map(|said| &said.value)
    }

    /// The latest answer that is known, else that nobody knew.
    fn latest(&self, topic: Topic<'_>) -> Option<&Said> {
        let mut answers = self.said.iter().rev().filter(|(of, _)| *of == topic).map(|(_, said)| said);
        let last = answers.next()?;
        if last.value.is_known() { Some(last) } else { answers.find(|said| said.value.is_known()).or(Some(last)) }
    }
}

impl<'p> Session<'p> {
    /// What was said to questions that are asked once, and counts where they come up again.
    pub fn said_once(&self) -> Vec<(Topic<'p>, Value)> {
        let mut topics: Vec<Topic<'p>> = self.state.said.iter().map(|(topic, _)| *topic).collect();
        topics.sort_unstable();
        topics.dedup();
        let said = topics.into_iter().filter_map(|topic| Some((topic, self.state.latest(topic)?.value.clone())));
        said.collect()
    }
}
