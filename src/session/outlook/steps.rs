//! Through each kind of step: its own screens, and where it may lead.

use super::ways::{LAST, NONE, Ways};
use super::{Outlook, Scope};
use crate::flow::StepIndex;
use crate::flow::step::{Ask, Go, Run, Step, Topic, Verb};
use crate::flow::value::Value;
use crate::session::question;

impl<'p> Outlook<'_, 'p> {
    /// The ways on from a step, its own screen among them.
    pub(super) fn through(&mut self, scope: usize, at: StepIndex) -> Ways {
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
}
