//! How many screens are still to come: the fewest and the most, over every way that is still open.
//!
//! What counts is every screen that somebody still answers or reads: the steps ahead, the end, the questions of the program
//! for the country and before a check. What does not: the menu behind the end; refusals, and what somebody takes back,
//! changes or calls up. A list ("another one?") may go on as long as somebody likes, so that in front of one only the fewest
//! are known; another loop may go on without anybody's wish, so that in front of one nothing is.
//!
//! The ways are followed from where the walk stands, through shared flows and on to other main flows. What can change no
//! more is used: profile keys, answers whose step lies on no way ahead, what was said to a question that is asked once, a
//! shared flow that is finished. Nothing else is weighed, so both bounds may be loose, and neither is wrong.

mod known;
mod steps;
mod ways;

use super::Session;
use super::frame::Frame;
use super::state::Waiting;
use crate::flow::step::{Step, Topic, Verb};
use crate::flow::value::Value;
use crate::flow::{Flow, StepIndex};
use std::collections::HashMap;
use ways::{ENDLESS, NONE, Ways};

/// The program's own questions that may still come between the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// For the country.
    pub country: bool,
    /// Whether checks may run.
    pub checks: bool,
    /// Whether somebody may see a number of the person's.
    pub numbers: bool,
}

/// A way longer than this helps nobody as a number.
const DEEPEST: usize = 300;

/// So many places are looked at.
const MOST_PLACES: usize = 20_000;

/// What is known of a place.
#[derive(Clone, Copy)]
enum Place {
    New,
    Open,
    Seen(Ways),
}

/// Answers given in advance, by step.
type Inputs<'p> = Vec<(&'p str, Option<Value>)>;

/// A flow that is being walked, or could be.
struct Scope<'s, 'p> {
    flow: &'p Flow,
    /// Where it is being walked.
    frame: Option<&'s Frame<'p>>,
    /// Where it could be: what its caller answers in advance; without a value where that is not known yet.
    inputs: Inputs<'p>,
    /// What is known in it, or will be.
    facts: HashMap<String, Value>,
    /// The steps whose facts may still become anything.
    open: Vec<bool>,
    anew: bool,
    /// Whether it makes a list.
    is_list: bool,
    /// Who called it, and at which step.
    caller: Option<(usize, StepIndex)>,
    places: Vec<Place>,
}

struct Outlook<'s, 'p> {
    session: &'s Session<'p>,
    between: Between,
    scopes: Vec<Scope<'s, 'p>>,
    /// Those of the scopes that could be entered from several places.
    entered: Vec<usize>,
    /// All questions that are asked once.
    questions: Vec<(Topic<'p>, &'p Step)>,
    /// What comes once a session, by bit.
    bits: Vec<Topic<'p>>,
    /// What may come twice on one way.
    twice: u32,
    /// Whether a step may ask for the country before the end; whether one was seen.
    early_country: bool,
    shows: bool,
    depth: usize,
    places: usize,
    /// It could go on without end.
    lost: bool,
}

impl Session<'_> {
    /// The fewest and the most screens that come after the one that waits, the end's among them; no most where a list may
    /// be made as long as somebody likes. `None`: nobody knows.
    pub fn to_come(&self, between: Between) -> Option<(u32, Option<u32>)> {
        let frames = &self.state.frames;
        let begins = frames.is_empty() || frames.iter().any(|frame| frame.flow.guard);
        // Answers that are kept could be used again, a walk that is gone again is told its way.
        if begins || !self.kept.is_empty() || self.world.guide.is_some() {
            return None;
        }
        if !matches!(self.state.waiting, Waiting::Person(_)) {
            return None;
        }
        let flows = self.world.pack.flows.values();
        let steps = flows.flat_map(|flow| flow.steps.values().map(move |step| (flow, step)));
        let mut outlook = Outlook {
            session: self,
            between,
            scopes: Vec::new(),
            entered: Vec::new(),
            questions: steps.filter_map(|(flow, step)| Some((Topic::of(flow, step)?, step))).collect(),
            bits: Vec::new(),
            twice: u32::MAX,
            early_country: true,
            shows: false,
            depth: 0,
            places: 0,
            lost: false,
        };
        // Looked over once, it is known what comes once at most; looked over again, that this comes for certain.
        outlook.twice = outlook.look()?.twice;
        outlook.early_country = outlook.shows;
        let ways = outlook.look()?;
        let checks = u32::from(between.checks && outlook.may_check());
        Some((ways.least, ways.most.map(|most| most + checks)))
    }
}

impl<'s, 'p> Outlook<'s, 'p> {
    /// The ways from where the walk stands; `None`: one of them has no end.
    fn look(&mut self) -> Option<Ways> {
        self.scopes.clear();
        self.entered.clear();
        let mut caller = None;
        let mut begun = 0;
        for frame in &self.session.state.frames {
            let scope = self.enter(frame.flow, Vec::new(), frame.anew, caller);
            if frame.flow.once {
                begun |= self.bit(Topic::Step(&frame.flow.id, ""));
            }
            let here = &mut self.scopes[scope];
            here.frame = Some(frame);
            here.facts.clone_from(&frame.facts);
            here.open = ahead(frame.flow, frame.at);
            here.places[frame.at.0] = Place::Open;
            caller = Some((scope, frame.at));
        }
        let (scope, at) = caller?;
        let Scope { flow, anew, .. } = self.scopes[scope];
        if let Some(topic) = Topic::of(flow, flow.step(at)).filter(|_| !anew) {
            begun |= self.bit(topic);
        }
        let ways = self.any(scope, flow.step(at).followers()).behind((0, 0), begun);
        (!self.lost && ways.least != u32::MAX).then_some(ways)
    }

    fn enter(&mut self, flow: &'p Flow, inputs: Inputs<'p>, anew: bool, caller: Option<(usize, StepIndex)>) -> usize {
        let (places, open) = (vec![Place::New; flow.steps.len()], vec![true; flow.steps.len()]);
        let (facts, is_list) = (HashMap::new(), flow.makes_list());
        self.scopes.push(Scope { flow, frame: None, inputs, facts, open, anew, is_list, caller, places });
        self.scopes.len() - 1
    }

    fn any(&mut self, scope: usize, steps: Vec<StepIndex>) -> Ways {
        steps.into_iter().fold(NONE, |ways, step| ways.or(self.at(scope, step)))
    }

    fn at(&mut self, scope: usize, at: StepIndex) -> Ways {
        let here = &self.scopes[scope];
        // Each way through a list is followed by itself.
        let is_list = here.is_list;
        match here.places[at.0] {
            Place::Seen(ways) => return ways,
            Place::Open => {
                self.lost |= !is_list;
                return ENDLESS;
            }
            Place::New => {}
        }
        self.places += 1;
        self.lost |= self.depth == DEEPEST || self.places == MOST_PLACES;
        if self.lost {
            return NONE;
        }
        self.depth += 1;
        self.scopes[scope].places[at.0] = Place::Open;
        let ways = self.through(scope, at);
        self.scopes[scope].places[at.0] = if is_list { Place::New } else { Place::Seen(ways) };
        self.depth -= 1;
        ways
    }

    /// The bit of what comes once a session. Those that share the last one are taken for one, which makes nothing certain.
    fn bit(&mut self, topic: Topic<'p>) -> u32 {
        let at = self.bits.iter().position(|known| *known == topic).unwrap_or_else(|| {
            self.bits.push(topic);
            self.bits.len() - 1
        });
        1 << at.min(31)
    }

    /// Whether a check that shows nobody a number lies ahead, also on a way that cannot be taken any more: the question for
    /// it comes before that is known.
    fn may_check(&self) -> bool {
        let frames = &self.session.state.frames;
        let open = |frame: &'s Frame<'p>| {
            let open = ahead(frame.flow, frame.at);
            frame.flow.steps.values().zip(open).filter(|(_, open)| *open).map(|(step, _)| step)
        };
        let mut steps: Vec<&Step> = frames.iter().flat_map(open).collect();
        let mut known: Vec<&str> = Vec::new();
        while let Some(step) = steps.pop() {
            let flow = match &step.verb {
                Verb::Probe(probe) if !probe.probe.is_pure() && !probe.probe.shows_number() => return true,
                Verb::Run(run) => &run.flow,
                Verb::Go(go) => &go.flow,
                _ => continue,
            };
            if let Some(flow) = self.session.world.pack.flows.get(flow)
                && !known.contains(&flow.id.as_str())
            {
                known.push(&flow.id);
                steps.extend(flow.steps.values());
            }
        }
        false
    }
}

/// Which steps of a flow lie ahead of one of them, itself among them.
fn ahead(flow: &Flow, at: StepIndex) -> Vec<bool> {
    let mut open = vec![false; flow.steps.len()];
    let mut queue = vec![at];
    while let Some(at) = queue.pop() {
        if !std::mem::replace(&mut open[at.0], true) {
            queue.extend(flow.step(at).followers());
        }
    }
    open
}
