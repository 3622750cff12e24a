//! A way through the flows: where it began, and each step that led on.

use crate::flow::condition::{Condition, Test};
use crate::flow::probe::ProbeKind;
use crate::flow::step::{Branch, Verb};
use crate::i18n::Lang;
use crate::session::guide::From;
use crate::session::passage::By;
use crate::session::{Move, Moved, Session};
use jiff::Timestamp;

/// A way, and what the person was asked beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Where it begins.
    pub from: From,
    /// The language it is told in.
    pub lang: Lang,
    /// The profile's id.
    pub profile: String,
    /// What led on, in order.
    pub steps: Vec<Step>,
    /// The lines that branches took which cannot be worked out from the steps, in order.
    pub ways: Vec<usize>,
    /// The problem in own words, where they are known.
    pub words: Option<String>,
    /// The country that was said: one, or none of those; `None`: nobody asked.
    pub country: Option<Option<String>>,
    /// What was said of checks over the network, of those that show a transaction, and of those that show an address.
    pub consents: [Option<bool>; 3],
    /// Whether it is known to have come to its end.
    pub finished: bool,
}

/// One step that led on.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The path at which the session waited.
    pub path: String,
    /// What happened there.
    pub moved: Moved,
    /// Which check that was.
    pub probe: Option<ProbeKind>,
    /// When; a code knows no time.
    pub at: Timestamp,
}

/// Which lines of branches a way tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Those that what was typed decides.
    Typed,
    /// All.
    Every,
}

impl Route {
    /// The way of a session.
    pub fn of(session: &Session<'_>, told: Origin) -> Self {
        let pack = session.pack();
        let branch = |flow: &str, at| match &pack.flows.get(flow)?.step(at).verb {
            Verb::Branch(branch) => Some(branch),
            _ => None,
        };
        let ways = session.passages().iter().filter_map(|passage| match passage.by {
            By::Case(case) => {
                let branch = branch(passage.flow, passage.step)?;
                (told == Origin::Every || is_open(branch)).then_some(case)
            }
            _ => None,
        });
        Self {
            from: session.beginning(),
            lang: session.lang(),
            profile: session.profile().id.clone(),
            steps: session.moves().iter().map(|moved| step(session, moved)).collect(),
            ways: ways.collect(),
            words: session.words().filter(|words| !words.is_empty()).map(str::to_owned),
            country: session.country_said().map(|said| said.map(str::to_owned)),
            consents: session.consents_asked(),
            finished: session.story().ending.is_some(),
        }
    }

    /// The same way for whoever named the flow at once: however it was chosen, the same answers have the same code.
    #[must_use]
    pub fn from_its_flow(mut self) -> Self {
        let Some(at) = self.steps.iter().position(|step| step.path.is_empty()) else { return self };
        if let (From::Start(flow @ None, _), Moved::Flow(chosen)) = (&mut self.from, &self.steps[at].moved) {
            *flow = Some(chosen.clone());
            self.steps.remove(at);
        }
        self
    }
}

fn step(session: &Session<'_>, moved: &Move) -> Step {
    let probe = match session.step_at(&moved.path).map(|step| &step.verb) {
        Some(Verb::Probe(probe)) => Some(probe.probe),
        _ => None,
    };
    Step { path: moved.path.clone(), moved: moved.step.clone(), probe, at: moved.at }
}

/// Whether something that was typed decides, or the clock.
pub(super) fn is_open(branch: &Branch) -> bool {
    branch.cases.iter().any(|case| compares(&case.when))
}

fn compares(condition: &Condition) -> bool {
    match condition {
        Condition::Or(parts) | Condition::And(parts) => parts.iter().any(compares),
        Condition::Not(part) => compares(part),
        Condition::Test(test) => match test {
            Test::Compare(..) | Test::Age { .. } => true,
            // A text may be one of a profile's words.
            Test::Yes(_) | Test::Known(_) | Test::Is(..) | Test::Has(..) | Test::HasAtLeast(..) => false,
        },
    }
}
