//! How many screens are still to come: the fewest and the most, over every way that is still open.
//!
//! What counts is every screen that somebody still answers or reads: the steps ahead, the end, the questions of the program
//! for the country and before a check. What does not: the menu behind the end; refusals, and what somebody takes back,
//! changes or calls up; and what is added to a list of one's own accord ("another one?"), which is counted as one entry.
//! Another loop could be walked without end, so that in front of one nothing is known.
//!
//! The ways are followed from where the walk stands, through shared flows and on to other main flows. What can change no
//! more is used: profile keys, answers whose step lies on no way ahead, what was said to a question that is asked once, a
//! shared flow that is finished. Nothing else is weighed, so both bounds may be loose, and neither is ever wrong.

use super::facts::View;
use super::frame::{Frame, argument_value};
use super::state::Waiting;
use super::{Session, question};
use crate::flow::condition::{Condition, Subject, Test};
use crate::flow::step::{Argument, Ask, Go, Run, Step, Topic, Verb};
use crate::flow::value::Value;
use crate::flow::{Flow, StepIndex};
use crate::profile::Purpose;
use indexmap::IndexMap;
use std::collections::HashMap;
use std::ops::RangeInclusive;

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

/// The ways on from a place.
#[derive(Clone, Copy)]
struct Ways {
    least: u32,
    most: u32,
    /// Questions and flows that come once a session, by bit: those on some way, and those more than once on one way.
    once: u32,
    twice: u32,
}

/// No way at all.
const NONE: Ways = Ways { least: u32::MAX, most: 0, once: 0, twice: 0 };

/// The end, behind which nothing comes.
const LAST: Ways = Ways { least: 1, most: 1, once: 0, twice: 0 };

impl Ways {
    fn or(self, other: Self) -> Self {
        Self {
            least: self.least.min(other.least),
            most: self.most.max(other.most),
            once: self.once | other.once,
            twice: self.twice | other.twice,
        }
    }

    /// The same behind something that takes so many screens.
    fn behind(self, (least, most): (u32, u32), bit: u32) -> Self {
        if self.least == u32::MAX {
            return self;
        }
        Self {
            least: self.least + least,
            most: self.most + most,
            once: self.once | bit,
            twice: self.twice | (self.once & bit),
        }
    }
}

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
    /// The fewest and the most screens that come after the one that waits, the end's among them; `None`: nobody knows.
    pub fn to_come(&self, between: Between) -> Option<RangeInclusive<u32>> {
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
        Some(ways.least..=ways.most + checks)
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
        // Each way through a list is followed by itself, without what is added once more.
        let is_list = here.is_list;
        match here.places[at.0] {
            Place::Seen(ways) => return ways,
            Place::Open => {
                self.lost |= !is_list;
                return NONE;
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

    /// The ways on from a step, its own screen among them.
    fn through(&mut self, scope: usize, at: StepIndex) -> Ways {
        let flow = self.scopes[scope].flow;
        let step = flow.step(at);
        let shown = u32::from(step.show.is_some_and(|purpose| self.asks_country(&[purpose])));
        match &step.verb {
            Verb::Ask(ask) => {
                let (least, most, bit, told) = self.asked(scope, step, ask);
                let next = match told {
                    Some(told) => {
                        let next = ask.next.target(told.key());
                        self.know(scope, at, [(step.id.clone(), told)]);
                        next.into_iter().collect()
                    }
                    None => step.followers(),
                };
                self.shows |= most * shown > 0;
                self.any(scope, next).behind((least, most + most * shown), bit)
            }
            Verb::Tell(_) | Verb::Do(_) | Verb::Try(_) => {
                self.shows |= shown > 0;
                self.any(scope, step.followers()).behind((1, 1 + shown), 0)
            }
            Verb::Probe(probe) => {
                let asks = u32::from(probe.ask.is_some());
                self.shows |= asks * shown > 0;
                let by_hand = u32::from(self.session.by_hand);
                let number = u32::from(self.between.numbers && probe.probe.shows_number());
                self.any(scope, step.followers()).behind((by_hand, by_hand + number + asks + asks * shown), 0)
            }
            Verb::Branch(branch) => {
                let mut next = Vec::new();
                for case in &branch.cases {
                    let holds = self.decided(scope, &case.when);
                    if holds != Some(false) {
                        next.push(case.next);
                    }
                    if holds == Some(true) {
                        return self.any(scope, next);
                    }
                }
                next.push(branch.otherwise);
                self.any(scope, next)
            }
            Verb::Run(run) => self.run(scope, at, run),
            Verb::Go(go) => self.go(scope, go),
            Verb::Return(ret) => match self.scopes[scope].caller {
                Some((caller, at)) => match &self.scopes[caller].flow.step(at).verb {
                    Verb::Run(run) => self.any(caller, run.next.target(&ret.value).into_iter().collect()),
                    _ => NONE,
                },
                None => LAST,
            },
            Verb::End(end) => {
                let country = u32::from(self.asks_country(end.outcome.purposes()));
                LAST.behind((country * u32::from(!self.early_country), country), 0)
            }
        }
    }

    /// How many screens a question takes, its bit where it is asked once and has not been, and its answer where that is
    /// known.
    fn asked(&mut self, scope: usize, step: &'p Step, ask: &Ask) -> (u32, u32, u32, Option<Value>) {
        let here = &self.scopes[scope];
        let mut certain = 1;
        if ask.input {
            let given = match here.frame {
                Some(frame) => frame.inputs.get(&step.id).map(|value| Some(value.clone())),
                None => here.inputs.iter().find(|(name, _)| *name == step.id).map(|(_, value)| value.clone()),
            };
            match given {
                Some(Some(value)) => return (0, 0, 0, Some(value)),
                Some(None) => certain = 0,
                None => {}
            }
        }
        let again = here.anew || here.frame.is_some_and(|frame| frame.facts.contains_key(&step.id));
        let Some(topic) = Topic::of(here.flow, step).filter(|_| !again) else { return (certain, 1, 0, None) };
        let Some(said) = self.session.state.said_of(topic) else {
            let bit = self.bit(topic);
            return (certain * u32::from(self.twice & bit == 0), 1, bit, None);
        };
        // One that does not fit somewhere is asked again there, and then counts everywhere.
        let (profile, lang) = (self.session.world.profile, self.session.world.lang);
        let fits = |step: &Step| question::of(step, profile, lang).is_some_and(|asked| question::fits(&asked, said));
        if self.questions.iter().all(|(of, step)| *of != topic || fits(step)) {
            (0, 0, 0, Some(said.clone()).filter(|_| certain == 1))
        } else {
            (0, 1, 0, None)
        }
    }

    fn run(&mut self, scope: usize, at: StepIndex, run: &'p Run) -> Ways {
        let session = self.session;
        let Some(callee) = session.world.pack.flows.get(&run.flow) else { return NONE };
        let inputs = self.handed(scope, &run.with);
        let id = &self.scopes[scope].flow.step(at).id;
        let mut again = false;
        if callee.once {
            let mut finished = session.state.finished.iter().filter(|done| done.flow == callee.id).peekable();
            again = finished.peek().is_some() && inputs.iter().any(|(_, value)| value.is_none());
            let same = finished.find(|done| {
                done.inputs.len() == inputs.len()
                    && inputs.iter().all(|(name, value)| value.is_some() && done.inputs.get(*name) == value.as_ref())
            });
            if let Some(done) = same {
                let gives = done.gives.iter().map(|(fact, value)| (format!("{id}.{fact}"), value.clone()));
                self.know(scope, at, gives.chain([(id.clone(), Value::Choice(done.returned.value.clone()))]));
                return self.any(scope, run.next.target(&done.returned.value).into_iter().collect());
            }
        }
        let bit = if callee.once { self.bit(Topic::Step(&callee.id, "")) } else { 0 };
        let anew = run.anew || self.scopes[scope].anew;
        let inner = self.enter(callee, inputs, anew, Some((scope, at)));
        let mut ways = self.at(inner, callee.start);
        if again || self.twice & bit != 0 {
            ways = ways.or(self.any(scope, run.next.targets()));
        }
        ways.behind((0, 0), bit)
    }

    fn go(&mut self, scope: usize, go: &'p Go) -> Ways {
        let Some(flow) = self.session.world.pack.flows.get(&go.flow) else { return NONE };
        // Who comes back to a flow for the third time is asked whether to go on.
        self.lost |= self.session.state.goes_round(&go.flow);
        let (inputs, anew) = (self.handed(scope, &go.with), go.anew || self.scopes[scope].anew);
        let same = |scope: &Scope<'_, '_>| scope.flow.id == flow.id && scope.anew == anew && scope.inputs == inputs;
        let target = match self.entered.iter().find(|entered| same(&self.scopes[**entered])) {
            Some(target) => *target,
            None => {
                let target = self.enter(flow, inputs, anew, None);
                self.entered.push(target);
                target
            }
        };
        self.at(target, flow.start)
    }

    /// What a flow is given. What is known to be unknown is not handed over.
    fn handed(&self, scope: usize, with: &'p IndexMap<String, Argument>) -> Inputs<'p> {
        let value = |argument: &Argument| match argument {
            Argument::Fact(name) if !self.stays(scope, name) => None,
            argument => Some(argument_value(argument, &self.scopes[scope].facts, &self.session.world)),
        };
        let inputs = with.iter().map(|(name, argument)| (name.as_str(), value(argument)));
        inputs.filter(|(_, value)| *value != Some(Value::Unknown)).collect()
    }

    /// Takes it that a step has these facts once it is passed; one that had others before may be read before that.
    fn know(&mut self, scope: usize, at: StepIndex, facts: impl IntoIterator<Item = (String, Value)>) {
        let here = &mut self.scopes[scope];
        if here.frame.is_none_or(|frame| !frame.facts.contains_key(&here.flow.step(at).id)) {
            here.open[at.0] = false;
            here.facts.extend(facts);
        }
    }

    /// Whether a fact can change no more.
    fn stays(&self, scope: usize, name: &str) -> bool {
        let here = &self.scopes[scope];
        let step = name.split_once('.').map_or(name, |(step, _)| step);
        here.flow.step_named(step).is_some_and(|(at, _)| !here.open[at.0])
    }

    /// Whether a condition will hold when its branch is reached; `None`: nobody knows yet.
    fn decided(&self, scope: usize, condition: &Condition) -> Option<bool> {
        let one_of = |parts: &[Condition], wanted: bool| {
            let mut rest = Some(!wanted);
            for part in parts {
                match self.decided(scope, part) {
                    Some(holds) if holds == wanted => return Some(wanted),
                    None => rest = None,
                    Some(_) => {}
                }
            }
            rest
        };
        match condition {
            Condition::Or(parts) => one_of(parts, true),
            Condition::And(parts) => one_of(parts, false),
            Condition::Not(part) => self.decided(scope, part).map(|holds| !holds),
            // Time goes on.
            Condition::Test(Test::Age { .. }) => None,
            Condition::Test(_) => {
                let mut stays = true;
                condition.each_subject(&mut |subject| {
                    stays &= matches!(subject, Subject::Profile(_))
                        || matches!(subject, Subject::Fact(name) if self.stays(scope, name));
                });
                stays.then(|| condition.holds(&self.view(scope)))
            }
        }
    }

    fn view(&self, scope: usize) -> View<'_> {
        let (here, world) = (&self.scopes[scope], &self.session.world);
        View {
            pack: world.pack,
            flow: here.flow,
            facts: &here.facts,
            visits: &self.session.state.visits,
            profile: world.profile,
            country: world.profile.country.as_deref(),
            zone: &world.zone,
            untold: None,
            now: self.session.clock,
        }
    }

    fn asks_country(&self, purposes: &[Purpose]) -> bool {
        self.between.country && self.session.needs_country(purposes)
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
