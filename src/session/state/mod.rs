//! Where a walk stands: frames of flows, facts, visits; and what an answer or a finding changes about it.

mod onward;

use super::ending::both;
use super::event::ProbeResult;
use super::facts::View;
use super::frame::{Frame, Handed};
use super::guide::Guide;
use super::once::Said;
use super::passage::{By, Passage};
use super::story::{Ending, Origin, Told, Visit};
use crate::flow::Flow;
use crate::flow::probe::ProbeCall;
use crate::flow::step::{Outcome, Return, Step, Topic, Verb};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::pack::Pack;
use crate::profile::Profile;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashMap;

/// What never changes during a session.
#[derive(Debug, Clone)]
pub(super) struct World<'p> {
    pub(super) pack: &'p Pack,
    pub(super) profile: &'p Profile,
    pub(super) zone: TimeZone,
    /// The language in which the session began; a profile's name that a flow is given stays as it was then.
    pub(super) lang: Lang,
    /// Whoever leads a walk that is gone again.
    pub(super) guide: Option<Guide>,
}

/// What the walk waits for.
#[derive(Debug, Clone)]
pub(super) enum Waiting<'p> {
    /// The list of problems.
    Pick,
    /// The person, at a step; with what the step's own check found, when that was unknown.
    Person(Option<ProbeResult>),
    /// A check.
    Probe(ProbeCall),
    /// Nothing.
    End(Box<Ending<'p>>),
}

/// A main flow on the trail, the prefix under which it was first entered, and how often it was.
#[derive(Debug, Clone)]
struct Entered<'p> {
    flow: &'p str,
    prefix: String,
    times: usize,
}

/// A finished shared flow whose result may be used again.
#[derive(Debug, Clone)]
pub(super) struct Finished<'p> {
    pub(super) flow: &'p str,
    pub(super) inputs: HashMap<String, Value>,
    pub(super) returned: &'p Return,
    pub(super) gives: Vec<(String, Value)>,
}

/// Where a walk stands.
#[derive(Debug, Clone)]
pub(super) struct State<'p> {
    pub(super) frames: Vec<Frame<'p>>,
    pub(super) waiting: Waiting<'p>,
    pub(super) visits: Vec<Visit<'p>>,
    /// Which ways were taken, branches and ends included.
    pub(super) passages: Vec<Passage<'p>>,
    counts: HashMap<String, u32>,
    /// Main flows on the trail.
    entered: Vec<Entered<'p>>,
    pub(super) finished: Vec<Finished<'p>>,
    /// What was answered to questions that are asked once, in order.
    pub(super) said: Vec<(Topic<'p>, Said)>,
    /// The flow asked for at the start, until the guard lets it begin.
    pending: Option<String>,
    /// The first main flow that was entered.
    pub(super) main: String,
}

impl<'p> State<'p> {
    /// The state before anything was answered.
    pub(super) fn start(world: &World<'p>, flow: Option<&str>, guard: bool, now: Timestamp) -> Self {
        let mut state = Self {
            frames: Vec::new(),
            waiting: Waiting::Pick,
            visits: Vec::new(),
            passages: Vec::new(),
            counts: HashMap::new(),
            entered: Vec::new(),
            finished: Vec::new(),
            said: Vec::new(),
            pending: flow.map(str::to_owned),
            main: String::new(),
        };
        match world.pack.guard().filter(|_| guard) {
            Some(guard) => state.push(guard, "guard.".to_owned(), Handed::default()),
            None => state.enter_pending(world),
        }
        state.advance(world, now);
        state
    }

    /// The path of the step at which the walk waits; empty at the list of problems.
    pub(super) fn path(&self) -> String {
        self.frames.last().map_or_else(String::new, |frame| format!("{}{}", frame.prefix, frame.step().id))
    }

    /// The step at which the walk waits, and its flow.
    pub(super) fn step(&self) -> Option<(&'p Flow, &'p Step)> {
        self.frames.last().map(|frame| (frame.flow, frame.step()))
    }

    /// The flows that are being walked, the main one first.
    pub(super) fn flows(&self) -> Vec<&'p Flow> {
        self.frames.iter().map(|frame| frame.flow).collect()
    }

    /// How often the waiting step has been reached.
    pub(super) fn visit_number(&self) -> u32 {
        self.times_reached(&self.path())
    }

    /// How often the step at a path has been reached.
    pub(super) fn times_reached(&self, path: &str) -> u32 {
        self.counts.get(path).copied().unwrap_or(0)
    }

    /// What the current frame sees.
    pub(super) fn view<'a>(
        &'a self,
        world: &'a World<'p>,
        country: Option<&'a str>,
        now: Timestamp,
    ) -> Option<View<'a>> {
        self.frames.last().map(|frame| View {
            pack: world.pack,
            flow: frame.flow,
            facts: &frame.facts,
            visits: &self.visits,
            profile: world.profile,
            country,
            zone: &world.zone,
            untold: world.untold(),
            now,
        })
    }

    /// Takes the person's answer, read as this step's fact; moves on.
    pub(super) fn answer(&mut self, world: &World<'p>, value: Value, at: Timestamp, now: Timestamp) {
        let Waiting::Person(finding) = std::mem::replace(&mut self.waiting, Waiting::Pick) else { return };
        let origin = match (&value, self.step().map(|(_, step)| &step.verb)) {
            (Value::Unknown, _) => Origin::Skipped,
            (Value::Choice(id), Some(Verb::Do(_) | Verb::Try(_))) if id == "skipped" => Origin::Skipped,
            _ => Origin::User,
        };
        self.know_whole_guard(world);
        self.settle(value, origin, Told::Here, finding, at);
        self.advance(world, now);
    }

    /// Takes what a check found; moves on, or asks the person where the step says so.
    pub(super) fn found(&mut self, world: &World<'p>, result: ProbeResult, at: Timestamp, now: Timestamp) {
        let asks = matches!(self.step().map(|(_, step)| &step.verb), Some(Verb::Probe(probe)) if probe.ask.is_some());
        if result.value == Value::Unknown && asks {
            self.waiting = Waiting::Person(Some(result));
            return;
        }
        self.settle(result.value.clone(), Origin::Probe, Told::Here, Some(result), at);
        self.advance(world, now);
    }

    /// Leaves for another main flow from where the walk waits.
    pub(super) fn leave_for(&mut self, world: &World<'p>, flow: &'p Flow, now: Timestamp) {
        let prefix = if self.frames.is_empty() { String::new() } else { format!("{}.", self.path()) };
        self.enter(flow, prefix, Handed::default());
        self.advance(world, now);
    }

    /// Ends here, for support, because the person has been at this step too often.
    pub(super) fn give_up(&mut self) {
        let Some((flow, _)) = self.step() else { return };
        self.waiting = Waiting::End(Box::new(Ending {
            path: self.path(),
            flow,
            step: None,
            outcome: Outcome::Contact,
            category: format!("{}/gave-up", flow.id),
            follow_up: None,
            text: both(|lang| Message::new("screen-gave-up").text(lang)),
        }));
    }

    /// Whether a main flow was entered more than once, so that earlier answers there are offered again.
    pub(super) fn was_entered_again(&self, flow: &str) -> bool {
        self.entered.iter().any(|entry| entry.flow == flow && entry.times > 1)
    }

    /// Whether a main flow was entered before, and some step has been reached again.
    pub(super) fn goes_round(&self, flow: &str) -> bool {
        self.entered.iter().any(|entry| entry.flow == flow) && self.counts.values().any(|count| *count > 1)
    }

    fn push(&mut self, flow: &'p Flow, prefix: String, handed: Handed) {
        let Handed { inputs, said, anew } = handed;
        self.frames.push(Frame { flow, prefix, facts: HashMap::new(), inputs, said, anew, at: flow.start });
        self.arrive();
    }

    fn enter(&mut self, flow: &'p Flow, prefix: String, handed: Handed) {
        let prefix = match self.entered.iter_mut().find(|entry| entry.flow == flow.id) {
            Some(entry) => {
                entry.times += 1;
                entry.prefix.clone()
            }
            None => {
                self.entered.push(Entered { flow: &flow.id, prefix: prefix.clone(), times: 1 });
                prefix
            }
        };
        if self.main.is_empty() {
            self.main.clone_from(&flow.id);
        }
        self.frames.clear();
        self.push(flow, prefix, handed);
    }

    fn enter_pending(&mut self, world: &World<'p>) {
        self.frames.clear();
        self.waiting = Waiting::Pick;
        if let Some(flow) = self.pending.take().and_then(|id| world.pack.flows.get(&id)) {
            self.enter(flow, String::new(), Handed::default());
        }
    }

    /// The guard's first screen may have been shown before the rest of the pack was read; where it leads needs all of it.
    fn know_whole_guard(&mut self, world: &World<'p>) {
        if let Some(frame) = self.frames.last_mut().filter(|frame| frame.flow.guard)
            && let Some(whole) = world.pack.flows.get(&frame.flow.id)
        {
            frame.flow = whole;
        }
    }

    /// Counts the visit of the step just reached.
    fn arrive(&mut self) {
        *self.counts.entry(self.path()).or_default() += 1;
    }

    /// Notes the fact of the current step and goes where it leads.
    fn settle(&mut self, value: Value, origin: Origin, told: Told, finding: Option<ProbeResult>, at: Timestamp) {
        self.note(value.clone(), origin, told, finding, None, at);
        if told == Told::Here {
            self.remember(&value, origin, at);
        }
        let Some((_, step)) = self.step() else { return };
        self.pass(match step.verb {
            Verb::Tell(_) => By::Only,
            _ => By::Answer(value.key().to_owned()),
        });
        let next = match &step.verb {
            Verb::Tell(tell) => Some(tell.next),
            Verb::Ask(ask) => ask.next.target(value.key()),
            Verb::Do(action) | Verb::Try(action) => action.next.target(value.key()),
            Verb::Probe(probe) => probe.next.target(value.key()),
            Verb::Run(run) => run.next.target(value.key()),
            Verb::Branch(_) | Verb::Go(_) | Verb::Return(_) | Verb::End(_) => None,
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.facts.insert(step.id.clone(), value);
            if let Some(next) = next {
                frame.at = next;
            }
        }
        self.arrive();
    }

    fn note(
        &mut self,
        value: Value,
        origin: Origin,
        told: Told,
        finding: Option<ProbeResult>,
        returned: Option<&'p Return>,
        at: Timestamp,
    ) {
        let Some((flow, step)) = self.step() else { return };
        let (path, number) = (self.path(), self.visit_number());
        self.visits.push(Visit {
            path,
            flow,
            step,
            number,
            at,
            value,
            origin,
            told,
            finding,
            returned,
            dropped: false,
        });
    }
}
