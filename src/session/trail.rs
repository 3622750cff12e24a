//! The trail: what led to the present state. Back shortens it, a changed answer rewrites it.

use super::event::ProbeResult;
use super::request::Request;
use super::state::{State, Waiting};
use super::{Misfit, Named, Notice, Session, question};
use crate::flow::probe::{FRESH, ProbeCall};
use crate::flow::value::Value;
use jiff::Timestamp;
use std::time::Duration;

/// One thing that moved the session on.
#[derive(Debug, Clone)]
pub struct Move {
    /// The path at which the session waited.
    pub path: String,
    /// How often it had been reached, from 1.
    pub visit: u32,
    /// What happened there.
    pub step: Step,
    /// When.
    pub at: Timestamp,
}

/// How it moved.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// An answer.
    Answer(Value),
    /// A `tell` was read.
    Seen,
    /// What a check found.
    Probe(ProbeResult),
    /// On to another main flow.
    Flow(String),
    /// The person stopped.
    GiveUp,
}

/// A check's result that may be used again while it is fresh.
#[derive(Debug, Clone)]
pub(super) struct Recent {
    pub(super) call: ProbeCall,
    result: ProbeResult,
    at: Timestamp,
}

impl Session<'_> {
    /// Moves on by one step, if it fits where the session waits.
    pub(super) fn make(&mut self, path: &str, step: Step, at: Timestamp) -> Result<Vec<Notice>, Misfit> {
        let moved = Move { path: path.to_owned(), visit: self.state.visit_number(), step, at };
        if !self.fits(&moved) {
            return Err(self.misfit());
        }
        if let Step::Probe(result) = &moved.step
            && let Waiting::Probe(call) = &self.state.waiting
        {
            self.recent.retain(|recent| recent.call != *call);
            self.recent.push(Recent { call: call.clone(), result: result.clone(), at });
        }
        self.suggestions.remove(path);
        self.walk(moved);
        self.settle();
        Ok(self.orphans())
    }

    /// Undoes the last answer or `seen`; what was answered becomes a suggestion.
    pub(super) fn back(&mut self) -> Vec<Notice> {
        if self.asks_country_again() || self.takes_consent_back() {
            return Vec::new();
        }
        let is_said = |moved: &Move| self.by_hand || !matches!(moved.step, Step::Probe(_));
        let Some(last) = self.trail.iter().rposition(is_said) else {
            return vec![Notice::FirstScreen];
        };
        let undone = self.trail.split_off(last);
        // Asked again from where it was asked, and from nowhere else.
        self.latest_consent = self.latest_consent.take().filter(|latest| latest.at <= last);
        if let Some(Move { path, step: Step::Answer(value), .. }) = undone.first() {
            self.suggestions.insert(path.clone(), value.clone());
        }
        let mut dropped = Vec::new();
        for moved in std::mem::take(&mut self.kept) {
            if let Step::Answer(value) = moved.step {
                self.suggestions.insert(moved.path.clone(), value);
                dropped.push(moved.path);
            }
        }
        self.rewalk();
        if dropped.is_empty() { Vec::new() } else { vec![Notice::Orphaned(dropped)] }
    }

    /// Where the screen before was the question for the country, it is asked again: a slip there would hide the numbers
    /// that somebody needs most.
    fn asks_country_again(&mut self) -> bool {
        if self.named_at != self.trail.len() {
            return false;
        }
        let named = std::mem::replace(&mut self.named, Named::NotAsked);
        let asks = named != Named::NotAsked && matches!(self.request(true), Request::Country);
        if !asks {
            self.named = named;
        }
        asks
    }

    /// Answers an earlier question anew; later answers are used again where they still fit.
    pub(super) fn change(&mut self, path: &str, value: &Value, at: Timestamp) -> Result<Vec<Notice>, Misfit> {
        let place = self.trail.iter().rposition(|moved| moved.path == path && matches!(moved.step, Step::Answer(_)));
        let Some(place) = place else { return Err(self.misfit()) };
        let mut trial = self.clone();
        // In front of what an earlier change still keeps: it lies behind that on the way.
        let mut kept = trial.trail.split_off(place + 1);
        kept.append(&mut trial.kept);
        trial.kept = kept;
        if let Some(old) = trial.trail.pop() {
            trial.rewalk_without_settling();
            let moved = Move { step: Step::Answer(value.clone()), at, ..old };
            if !trial.fits(&moved) {
                return Err(self.misfit());
            }
            trial.walk(moved);
            trial.settle();
        }
        *self = trial;
        self.latest_consent = None;
        Ok(self.orphans())
    }

    /// The fresh result of such a check.
    pub(super) fn fresh(&self, call: &ProbeCall) -> Option<(ProbeResult, Timestamp)> {
        let recent = self.recent.iter().rev().find(|recent| {
            recent.call.probe == call.probe && recent.call.path == call.path && recent.call.inputs == call.inputs
        })?;
        let age = Duration::try_from(self.clock.duration_since(recent.at)).ok()?;
        (age < FRESH && !self.by_hand).then(|| (recent.result.clone(), recent.at))
    }

    fn fits(&self, moved: &Move) -> bool {
        if moved.path != self.state.path() {
            return false;
        }
        match (&moved.step, &self.state.waiting) {
            (Step::Flow(flow), _) => self.world.pack.flows.get(flow).is_some_and(crate::flow::Flow::is_main),
            (Step::Probe(result), Waiting::Probe(call)) => {
                let told = self.world.untold().is_some();
                !result.value.is_known() || told || question::result_fits(call.probe, &result.value)
            }
            (Step::GiveUp, Waiting::Person(_)) => true,
            (Step::Seen | Step::Answer(_), Waiting::Person(_)) => {
                let asked = self.state.step().and_then(|(_, step)| question::of(step, self.world.profile, self.lang));
                match (&moved.step, asked) {
                    (Step::Seen, None) => true,
                    (Step::Answer(_), Some(_)) if self.world.untold().is_some() => true,
                    (Step::Answer(value), Some(asked)) => question::fits(&asked, value),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Makes a move that fits.
    fn walk(&mut self, moved: Move) {
        let now = self.clock;
        match &moved.step {
            Step::Answer(value) => self.state.answer(&self.world, value.clone(), moved.at, now),
            Step::Seen => self.state.answer(&self.world, Value::Unknown, moved.at, now),
            Step::Probe(result) => self.state.found(&self.world, result.clone(), moved.at, now),
            Step::GiveUp => self.state.give_up(),
            Step::Flow(id) => {
                if let Some(flow) = self.world.pack.flows.get(id) {
                    self.state.leave_for(&self.world, flow, now);
                }
            }
        }
        self.trail.push(moved);
        self.suggest_again();
    }

    /// Uses fresh check results and kept answers as long as they fit.
    fn settle(&mut self) {
        loop {
            let (path, visit) = (self.state.path(), self.state.visit_number());
            let next = if let Waiting::Probe(call) = &self.state.waiting
                && let Some((result, at)) = self.fresh(call)
            {
                Move { path, visit, step: Step::Probe(result), at }
            } else if let Some(place) = self.kept.iter().position(|kept| {
                kept.path == path && kept.visit == visit && !matches!(kept.step, Step::Probe(_)) && self.fits(kept)
            }) {
                self.kept.remove(place)
            } else {
                return;
            };
            if !self.fits(&next) {
                return;
            }
            self.walk(next);
        }
    }

    /// Walks the trail again from the beginning, then on as far as fresh results reach.
    pub(super) fn rewalk(&mut self) {
        self.rewalk_without_settling();
        self.settle();
    }

    pub(super) fn rewalk_without_settling(&mut self) {
        let trail = std::mem::take(&mut self.trail);
        let now = std::mem::replace(&mut self.clock, self.began);
        self.state = State::start(&self.world, self.asked_flow.as_deref(), self.guard, self.began);
        for moved in trail {
            self.clock = self.clock.max(moved.at);
            if self.fits(&moved) {
                self.walk(moved);
            }
        }
        self.clock = now;
    }

    /// Answers that were kept but lie on no path any more, once the end is reached.
    fn orphans(&mut self) -> Vec<Notice> {
        if self.kept.is_empty() || !matches!(self.state.waiting, Waiting::End(_)) {
            return Vec::new();
        }
        let kept = std::mem::take(&mut self.kept);
        let paths: Vec<String> =
            kept.into_iter().filter(|moved| matches!(moved.step, Step::Answer(_))).map(|moved| moved.path).collect();
        if paths.is_empty() { Vec::new() } else { vec![Notice::Orphaned(paths)] }
    }

    /// In a flow that was entered again, the earlier answer of the waiting step is offered. Not where one thing after the
    /// other is asked for: what was said there stays, and Enter alone would say it again without end.
    fn suggest_again(&mut self) {
        let (path, visit) = (self.state.path(), self.state.visit_number());
        let Some((flow, _)) = self.state.step() else { return };
        let entered_again = self.state.was_entered_again(&flow.id);
        if visit > 1
            && entered_again
            && !flow.makes_list()
            && !self.suggestions.contains_key(&path)
            && let Some(Move { step: Step::Answer(value), .. }) =
                self.trail.iter().rev().find(|moved| moved.path == path && matches!(moved.step, Step::Answer(_)))
        {
            self.suggestions.insert(path, value.clone());
        }
    }
}
