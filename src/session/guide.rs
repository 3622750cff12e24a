//! A walk that is gone again: which line of a branch was taken is told, since not everything that decided is known.

use super::Session;
use super::frame::{Frame, Handed};
use super::passage::{By, Passage};
use super::state::{State, World};
use super::trail::Move;
use crate::flow::StepIndex;
use crate::flow::step::Branch;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::Profile;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// What is told instead of worked out.
#[derive(Clone)]
pub struct Guide {
    way: Way,
    /// What stands where an instant would, which nobody knows any more. Then any text is good enough as an answer.
    pub(super) untold: Option<String>,
}

type Way = Arc<dyn Fn(&Branch) -> Option<usize> + Send + Sync>;

impl Guide {
    /// A guide that knows the way; `None` from it: what is known decides.
    pub fn new(way: impl Fn(&Branch) -> Option<usize> + Send + Sync + 'static) -> Self {
        Self { way: Arc::new(way), untold: None }
    }

    /// The same where answers are not known, but that there was one.
    #[must_use]
    pub fn blind(self, untold: String) -> Self {
        Self { untold: Some(untold), ..self }
    }

    pub(super) fn way(&self, branch: &Branch) -> Option<usize> {
        (self.way)(branch).map(|case| case.min(branch.cases.len()))
    }
}

impl fmt::Debug for Guide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guide").field("untold", &self.untold).finish_non_exhaustive()
    }
}

impl World<'_> {
    /// What stands for an instant that nobody knows.
    pub(super) fn untold(&self) -> Option<&str> {
        self.guide.as_ref()?.untold.as_deref()
    }
}

/// Where a walk begins that is gone again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// At its first screen: the flow asked for, and whether the guard runs first.
    Start(Option<String>, bool),
    /// In the middle: the flows that are being walked, outermost first, and at which step each stands.
    Middle(Vec<(String, StepIndex)>),
}

impl<'p> Session<'p> {
    /// A session that a guide leads.
    pub fn guided(
        pack: &'p Pack,
        profile: &'p Profile,
        zone: TimeZone,
        (lang, at): (Lang, Timestamp),
        from: &From,
        guide: Guide,
    ) -> Self {
        let world = World { pack, profile, zone, lang, guide: Some(guide) };
        let (flow, guard) = match from {
            From::Start(flow, guard) => (flow.clone(), *guard),
            From::Middle(_) => (None, false),
        };
        let mut session = Self::in_world(world, flow, guard, at);
        if let From::Middle(frames) = from {
            session.state = State::standing(&session.world, frames, at);
        }
        // What a check found is told too, each time.
        session.take_findings_by_hand();
        session
    }

    /// When it began.
    pub fn began(&self) -> Timestamp {
        self.began
    }

    /// Whether it is gone again by a code, which knows no time.
    pub fn is_timeless(&self) -> bool {
        self.world.untold().is_some()
    }

    /// What led here, step by step; what was taken back is not part of it.
    pub fn moves(&self) -> &[Move] {
        &self.trail
    }

    /// The flows that were being walked before that move, outermost first, and at which step each stood; and the lines that
    /// branches took from there on.
    pub fn middle(&self, before: usize) -> (Vec<(String, StepIndex)>, Vec<usize>) {
        let mut trial = self.clone();
        trial.trail.truncate(before);
        trial.rewalk_without_settling();
        let frames = trial.state.frames.iter().map(|frame| (frame.flow.id.clone(), frame.at)).collect();
        let passed = self.state.passages.get(trial.state.passages.len()..).unwrap_or_default();
        let case = |passage: &Passage<'_>| match passage.by {
            By::Case(case) => Some(case),
            _ => None,
        };
        (frames, passed.iter().filter_map(case).collect())
    }

    /// The flow asked for at the start, and whether the guard ran first.
    pub fn beginning(&self) -> From {
        From::Start(self.asked_flow.clone(), self.guard)
    }
}

impl<'p> State<'p> {
    /// A walk in the middle: of what came before nothing is known.
    fn standing(world: &World<'p>, frames: &[(String, StepIndex)], now: Timestamp) -> Self {
        let mut state = Self::start(world, None, false, now);
        let mut prefix = String::new();
        for (flow, at) in frames {
            let Some(flow) = world.pack.flows.get(flow).filter(|flow| at.0 < flow.steps.len()) else { break };
            let Handed { inputs, said, anew } = Handed::default();
            let frame = Frame { flow, prefix, facts: HashMap::new(), inputs, said, anew, at: *at };
            prefix = format!("{}{}.", frame.prefix, frame.step().id);
            state.frames.push(frame);
        }
        state.advance(world, now);
        state
    }
}
