//! Moving on: through branches, calls, returns and whatever else needs nobody, up to where somebody is needed.

use super::{Finished, State, Waiting, World};
use crate::flow::display;
use crate::flow::step::{Argument, Go, Outcome, Return, Run, Verb};
use crate::flow::value::Value;
use crate::session::ending::both;
use crate::session::frame::{Handed, argument_value, call};
use crate::session::once::Said;
use crate::session::passage::By;
use crate::session::story::{Ending, Origin, Told};
use indexmap::IndexMap;
use jiff::Timestamp;
use std::collections::HashMap;

/// A flow without a person in its loops cannot pass the checks; this many automatic steps in a row cannot happen.
const AUTOMATIC_STEPS: usize = 100_000;

impl<'p> State<'p> {
    /// Moves on until somebody is needed.
    pub(in crate::session) fn advance(&mut self, world: &World<'p>, now: Timestamp) {
        for _ in 0..AUTOMATIC_STEPS {
            let Some((flow, step)) = self.step() else { return };
            match &step.verb {
                Verb::Ask(ask) => {
                    if let Some(frame) = self.frames.last().filter(|_| ask.input)
                        && let Some(value) = frame.inputs.get(&step.id).cloned()
                    {
                        let origin = if frame.said.contains(&step.id) { Origin::User } else { Origin::Input };
                        self.settle(value, origin, Told::ByCaller, None, now);
                    } else if let Some(Said { value, origin, at }) = self.said_before(world) {
                        self.settle(value, origin, Told::Before, None, at);
                    } else {
                        self.waiting = Waiting::Person(None);
                        return;
                    }
                }
                Verb::Tell(_) | Verb::Do(_) | Verb::Try(_) => {
                    self.waiting = Waiting::Person(None);
                    return;
                }
                Verb::Probe(probe) => {
                    let facts = self.frames.last().map(|frame| &frame.facts);
                    let call = call(self.path(), probe, world, facts.unwrap_or(&HashMap::new()));
                    self.waiting = Waiting::Probe(call);
                    return;
                }
                Verb::Branch(branch) => {
                    let country = world.profile.country.as_deref();
                    let Some(view) = self.view(world, country, now) else { return };
                    let told = world.guide.as_ref().and_then(|guide| guide.way(branch));
                    let case = match told {
                        Some(case) => Some(case).filter(|case| *case < branch.cases.len()),
                        None => branch.cases.iter().position(|case| case.when.holds(&view)),
                    };
                    let next = case.map_or(branch.otherwise, |case| branch.cases[case].next);
                    self.pass(By::Case(case.unwrap_or(branch.cases.len())));
                    if let Some(frame) = self.frames.last_mut() {
                        frame.at = next;
                    }
                    self.arrive();
                }
                Verb::Run(run) => self.call(world, run, now),
                Verb::Go(go) => self.go(world, go),
                Verb::Return(ret) => {
                    if self.give_back(world, ret, now) {
                        return;
                    }
                }
                Verb::End(end) => {
                    self.pass(By::Only);
                    let ending = self.ending(world, flow, step, end, now);
                    self.waiting = Waiting::End(Box::new(ending));
                    return;
                }
            }
        }
        self.give_up();
    }

    fn handed(&self, with: &IndexMap<String, Argument>, anew: bool, world: &World<'p>) -> Handed {
        let none = HashMap::new();
        let facts = self.frames.last().map_or(&none, |frame| &frame.facts);
        let inputs = with
            .iter()
            .map(|(name, argument)| (name.clone(), argument_value(argument, facts, world)))
            .filter(|(_, value)| value.is_known());
        let said = with.iter().filter(|(_, argument)| match argument {
            Argument::Fact(fact) => self.was_said(fact),
            Argument::Profile(_) | Argument::Literal(_) => false,
        });
        // What a flow that is about something else leads to is about that too.
        let anew = anew || self.frames.last().is_some_and(|frame| frame.anew);
        Handed { inputs: inputs.collect(), said: said.map(|(name, _)| name.clone()).collect(), anew }
    }

    /// Whether the person said what the current flow knows as that fact.
    fn was_said(&self, fact: &str) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        let mut latest = self.visits.iter().rev();
        let visit = match fact.split_once('.') {
            None => latest.find(|visit| visit.path.strip_prefix(frame.prefix.as_str()) == Some(fact)),
            // A result that was used again was come to elsewhere.
            Some((run, given)) => match frame.flow.step_named(run).map(|(_, step)| &step.verb) {
                Some(Verb::Run(run)) => latest.find(|visit| visit.flow.id == run.flow && visit.step.id == given),
                _ => None,
            },
        };
        visit.is_some_and(|visit| visit.origin == Origin::User)
    }

    fn call(&mut self, world: &World<'p>, run: &'p Run, now: Timestamp) {
        let handed = self.handed(&run.with, run.anew, world);
        let Some(callee) = world.pack.flows.get(&run.flow) else { return self.give_up() };
        let again =
            self.finished.iter().find(|done| callee.once && done.flow == callee.id && done.inputs == handed.inputs);
        match again.cloned() {
            Some(done) => self.hand_over(done.returned, done.gives, now),
            None => self.push(callee, format!("{}.", self.path()), handed),
        }
    }

    fn go(&mut self, world: &World<'p>, go: &'p Go) {
        let handed = self.handed(&go.with, go.anew, world);
        let Some(target) = world.pack.flows.get(&go.flow) else { return self.give_up() };
        self.pass(By::Only);
        self.enter(target, format!("{}.", self.path()), handed);
    }

    /// Ends a shared flow; `true` where that ends the whole walk, because nobody called it.
    fn give_back(&mut self, world: &World<'p>, ret: &'p Return, now: Timestamp) -> bool {
        self.pass(By::Only);
        let Some(frame) = self.frames.last() else { return true };
        let gives: Vec<(String, Value)> = frame
            .flow
            .gives
            .iter()
            .map(|fact| (fact.clone(), frame.facts.get(fact).cloned().unwrap_or(Value::Unknown)))
            .collect();
        if frame.flow.once {
            let done =
                Finished { flow: &frame.flow.id, inputs: frame.inputs.clone(), returned: ret, gives: gives.clone() };
            self.finished.push(done);
        }
        if self.frames.len() > 1 {
            self.frames.pop();
            self.hand_over(ret, gives, now);
            return false;
        }
        if frame.flow.guard && frame.prefix == "guard." {
            self.enter_pending(world);
            return self.frames.is_empty();
        }
        let (flow, path) = (frame.flow, self.path());
        let text = both(|lang| display::returned(&ret.value, ret.text.as_ref(), lang));
        let step = self.step().map(|(_, step)| step);
        let category = format!("{}/{}", flow.id, step.map_or("", |step| &step.id));
        let (outcome, follow_up) = (Outcome::Advice, None);
        self.waiting = Waiting::End(Box::new(Ending { path, flow, step, outcome, category, follow_up, text }));
        true
    }

    /// Gives a shared flow's result to the step that called it.
    fn hand_over(&mut self, ret: &'p Return, gives: Vec<(String, Value)>, now: Timestamp) {
        let Some((_, step)) = self.step() else { return };
        let value = Value::Choice(ret.value.clone());
        // Seen by the program or said by the person: whatever decided last.
        let origin = self.visits.last().map_or(Origin::Input, |visit| visit.origin);
        self.note(value.clone(), origin, Told::Here, None, Some(ret), now);
        let Verb::Run(run) = &step.verb else { return };
        self.pass(By::Answer(value.key().to_owned()));
        if let Some(frame) = self.frames.last_mut() {
            frame.facts.extend(gives.into_iter().map(|(fact, value)| (format!("{}.{fact}", step.id), value)));
            frame.facts.insert(step.id.clone(), value.clone());
            if let Some(next) = run.next.target(value.key()) {
                frame.at = next;
            }
        }
        self.arrive();
    }
}
