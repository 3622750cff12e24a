//! What a session wants next from the world.

use super::event::ProbeResult;
use super::story::Ending;
use crate::answer::Question;
use crate::flow::Flow;
use crate::flow::probe::ProbeCall;
use crate::flow::step::Step;
use crate::flow::value::Value;

/// The next thing to do. Each is answered by an event.
#[derive(Debug, Clone)]
pub enum Request<'p> {
    /// "What happened?": [`Event::Flow`](super::event::Event::Flow) with an empty path.
    Pick,
    /// "Where are you?": [`Event::Country`](super::event::Event::Country), before a screen that lists regional channels.
    Country,
    /// A screen for the person: `Answer`, or `Seen` for a `tell`.
    Ask(Asking<'p>),
    /// A check to run: `Probe`.
    Probe(ProbeCall),
    /// The end; only `Back`, `Change`, `Drop`, `Flow`, `Note` and `Attach` may follow.
    End(Ending<'p>),
}

/// A step that waits for the person.
#[derive(Debug, Clone)]
pub struct Asking<'p> {
    /// Its path.
    pub path: String,
    /// How often it has been reached, from 1. From the third time on the person is offered to stop.
    pub visit: u32,
    /// The flow it stands in.
    pub flow: &'p Flow,
    /// The main flow and the shared ones that it is running, outermost first; the last is `flow`.
    pub flows: Vec<&'p Flow>,
    /// The step.
    pub step: &'p Step,
    /// What can be answered; `None` for a `tell`.
    pub question: Option<Question>,
    /// An answer given here before and taken back.
    pub suggestion: Option<Value>,
    /// For a check that ended unknown: what it found, before the person is asked.
    pub finding: Option<ProbeResult>,
}
