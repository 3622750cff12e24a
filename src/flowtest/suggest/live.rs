//! What still matters at a step: facts, inputs and finished checklists that something behind it can read.
//!
//! Two walks that stand at the same step and agree in all of that go on alike, so that only one need be looked at. Texts
//! do not count here: a placeholder changes what is read, not where it leads.

use crate::flow::condition::Subject;
use crate::flow::step::{Argument, Ask, Step, Topic, Verb};
use crate::flow::{Flow, StepIndex, display};
use crate::pack::Pack;
use crate::session::Session;
use crate::session::passage::Standing;
use crate::session::request::Request;
use std::collections::{BTreeSet, HashMap};

type Names<'p> = BTreeSet<&'p str>;

/// A flow with more steps is not looked through: its facts would have to be noted at every one of them.
const LARGEST: usize = 2_000;

/// What matters, flow by flow.
pub(super) struct Live<'p> {
    flows: HashMap<&'p str, FlowLive<'p>>,
}

/// What matters at each step of a flow.
struct FlowLive<'p> {
    /// Facts that are read at the step or behind it.
    facts: Vec<Names<'p>>,
    /// Facts that are read behind the step, once it is passed.
    after: Vec<Names<'p>>,
    /// Facts that a `return` behind the step hands over.
    given: Vec<Names<'p>>,
    /// Questions at the step or behind it that a caller can have answered.
    inputs: Vec<Names<'p>>,
    /// Flows at the step or behind it that run once a session, and the topics of questions that are asked once.
    onces: Vec<Names<'p>>,
}

impl<'p> Live<'p> {
    pub(super) fn new(pack: &'p Pack) -> Self {
        let onces = onces(pack);
        let of = |flow: &'p Flow| (flow.id.as_str(), FlowLive::new(flow, &onces));
        Self { flows: pack.flows.values().filter(|flow| flow.steps.len() <= LARGEST).map(of).collect() }
    }

    /// Whether anything is known of a flow and those it leads to; a flow can be too large for that.
    pub(super) fn knows_all(&self, pack: &Pack) -> bool {
        pack.flows.keys().all(|flow| self.flows.contains_key(flow.as_str()))
    }

    /// Whether anything behind the step can read its fact.
    pub(super) fn is_read_later(&self, flow: &str, at: StepIndex, fact: &str) -> bool {
        let Some(live) = self.flows.get(flow) else { return true };
        live.after.get(at.0).is_none_or(|names| names.contains(fact))
            || live.given.get(at.0).is_none_or(|names| names.contains(fact))
    }

    /// Where a session stands and what still matters there: sessions with the same words go on alike.
    pub(super) fn standing_of(&self, session: &Session<'_>) -> String {
        let mut words = vec![match session.request(false) {
            Request::Ask(_) => "ask".to_owned(),
            Request::Probe(_) => "probe".to_owned(),
            Request::End(ending) => format!("end {}", ending.category),
            Request::Pick | Request::Country => "list".to_owned(),
        }];
        let standings = session.standings();
        let mut onces = Names::new();
        for (depth, standing) in standings.iter().enumerate() {
            let Some(live) = self.flows.get(standing.flow.id.as_str()) else { continue };
            let at = standing.at.0;
            let runs_on = depth + 1 < standings.len();
            let facts = if runs_on { &live.after[at] } else { &live.facts[at] };
            let wanted = depth.checked_sub(1).map(|caller| self.wanted(&standings[caller]));
            let given =
                live.given[at].iter().filter(|fact| wanted.as_ref().is_some_and(|wanted| wanted.contains(**fact)));
            let anew = if standing.anew { " anew" } else { "" };
            words.push(format!("{} {at}{anew}", standing.flow.id));
            let known = facts.iter().chain(given).filter_map(|fact| Some((*fact, standing.facts.get(*fact)?)));
            for (fact, value) in known {
                words.push(format!("{fact} = {}", display::file_form(value)));
            }
            let inputs = live.inputs[at].iter().filter_map(|input| Some((*input, standing.inputs.get(*input)?)));
            for (input, value) in inputs {
                words.push(format!("{input} < {}", display::file_form(value)));
            }
            onces.extend(&live.onces[at]);
        }
        for done in session.finished().iter().filter(|done| onces.contains(done.flow)) {
            words.push(format!("{} > {}", done.flow, done.returned));
            let mut inputs: Vec<_> = done.inputs.iter().collect();
            inputs.sort_by_key(|(name, _)| *name);
            for (name, value) in inputs.into_iter().chain(done.gives.iter().map(|(name, value)| (name, value))) {
                words.push(format!(" {name} = {}", display::file_form(value)));
            }
        }
        for (topic, value) in session.said_once() {
            if onces.contains(topic.name()) {
                words.push(format!("{topic:?} : {}", display::file_form(&value)));
            }
        }
        words.join("\n")
    }

    /// The facts that a caller wants of the flow it runs.
    fn wanted(&self, caller: &Standing<'_>) -> BTreeSet<String> {
        let Some(live) = self.flows.get(caller.flow.id.as_str()) else { return BTreeSet::new() };
        let step = &caller.flow.step(caller.at).id;
        let targets = caller.flow.step(caller.at).followers();
        let read = targets.iter().flat_map(|next| &live.facts[next.0]);
        read.filter_map(|name| Some(name.strip_prefix(step.as_str())?.strip_prefix('.')?.to_owned())).collect()
    }
}

impl<'p> FlowLive<'p> {
    fn new(flow: &'p Flow, onces: &HashMap<&'p str, Names<'p>>) -> Self {
        let kills = |step: &'p Step, name: &str| {
            name == step.id || name.strip_prefix(step.id.as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        let keeps = |_: &'p Step, _: &str| false;
        let facts = backward(flow, &reads, &kills);
        let after = flow.steps.values().map(|step| {
            let behind = step.followers().into_iter().flat_map(|next| facts[next.0].iter().copied());
            behind
                .filter(|name| !name.strip_prefix(step.id.as_str()).is_some_and(|rest| rest.starts_with('.')))
                .collect()
        });
        let gives = |step: &'p Step| match &step.verb {
            Verb::Return(_) => flow.gives.iter().map(String::as_str).collect(),
            _ => Names::new(),
        };
        let input = |step: &'p Step| match &step.verb {
            Verb::Ask(Ask { input: true, .. }) => Names::from([step.id.as_str()]),
            _ => Names::new(),
        };
        let once = |step: &'p Step| match &step.verb {
            Verb::Run(run) => onces.get(run.flow.as_str()).cloned().unwrap_or_default(),
            Verb::Go(go) => onces.get(go.flow.as_str()).cloned().unwrap_or_default(),
            _ => topic(flow, step),
        };
        Self {
            after: after.collect(),
            given: backward(flow, &gives, &keeps),
            inputs: backward(flow, &input, &keeps),
            onces: backward(flow, &once, &keeps),
            facts,
        }
    }
}

/// What each step and all behind it name, except what a step on the way sets anew.
fn backward<'p>(
    flow: &'p Flow,
    own: &dyn Fn(&'p Step) -> Names<'p>,
    kills: &dyn Fn(&'p Step, &str) -> bool,
) -> Vec<Names<'p>> {
    let steps: Vec<&'p Step> = flow.steps.values().collect();
    let mut found: Vec<Names<'p>> = steps.iter().map(|step| own(step)).collect();
    let mut grows = true;
    while grows {
        grows = false;
        for at in (0..steps.len()).rev() {
            let behind: Names<'p> =
                steps[at].followers().into_iter().flat_map(|next| found[next.0].iter().copied()).collect();
            let before = found[at].len();
            found[at].extend(behind.into_iter().filter(|name| !kills(steps[at], name)));
            grows |= found[at].len() > before;
        }
    }
    found
}

/// The facts that a step reads.
fn reads(step: &Step) -> Names<'_> {
    match &step.verb {
        Verb::Branch(branch) => {
            let mut read = Vec::new();
            for case in &branch.cases {
                case.when.each_subject(&mut |subject| read.push(subject));
            }
            let names = read.into_iter().filter_map(|subject| match subject {
                Subject::Fact(name) => Some(name.as_str()),
                Subject::Profile(_) => None,
            });
            names.collect()
        }
        Verb::Probe(probe) => probe.with.values().filter_map(fact_of).collect(),
        Verb::Run(run) => run.with.values().filter_map(fact_of).collect(),
        Verb::Go(go) => go.with.values().filter_map(fact_of).collect(),
        _ => Names::new(),
    }
}

fn fact_of(argument: &Argument) -> Option<&str> {
    match argument {
        Argument::Fact(name) => Some(name),
        _ => None,
    }
}

/// What a question is about that is asked once.
fn topic<'p>(flow: &'p Flow, step: &'p Step) -> Names<'p> {
    Topic::of(flow, step).into_iter().map(Topic::name).collect()
}

/// For each flow, the flows that run once a session and that it is or runs, and what is asked once there, however deep.
fn onces(pack: &Pack) -> HashMap<&str, Names<'_>> {
    fn own(flow: &Flow) -> Names<'_> {
        let itself = flow.once.then_some(flow.id.as_str());
        flow.steps.values().flat_map(|step| topic(flow, step)).chain(itself).collect()
    }
    let mut found: HashMap<&str, Names<'_>> = pack.flows.values().map(|flow| (flow.id.as_str(), own(flow))).collect();
    let mut grows = true;
    while grows {
        grows = false;
        for flow in pack.flows.values() {
            let called = flow.steps.values().filter_map(|step| match &step.verb {
                Verb::Run(run) => Some(run.flow.as_str()),
                Verb::Go(go) => Some(go.flow.as_str()),
                _ => None,
            });
            let more: Names<'_> = called.filter_map(|called| found.get(called)).flatten().copied().collect();
            let all = found.entry(flow.id.as_str()).or_default();
            let before = all.len();
            all.extend(more);
            grows |= all.len() > before;
        }
    }
    found
}
