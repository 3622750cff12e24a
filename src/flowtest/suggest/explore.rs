//! Every way a flow can be walked, as far as walks differ in what still matters: found by trying answers on real sessions.

use super::live::Live;
use super::marks::Marks;
use super::samples;
use crate::answer::{Form, Question};
use crate::flow::probe::ProbeCall;
use crate::flow::value::Value;
use crate::flowtest::coverage::Atlas;
use crate::session::Session;
use crate::session::event::{Entry, Event, ProbeResult};
use crate::session::request::{Asking, Request};
use std::collections::{HashMap, VecDeque};

/// How many steps are walked at most to look around in one flow; each move walks all steps before it once more.
const MOST: usize = 300_000;

/// What is tried at a screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reply {
    /// An answer, or what a check finds.
    Value(Value),
    /// A `tell` was read.
    Seen,
}

/// Where one reply leads.
#[derive(Debug)]
pub(super) struct Move {
    pub(super) reply: Reply,
    pub(super) to: usize,
    /// One, and one more where the test has to say it, because its file does not.
    pub(super) cost: usize,
    /// The ways taken by it, and by all that follows without anybody.
    pub(super) ways: Vec<usize>,
}

/// A standing, and what can be replied there.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The node from which it was first reached, and by which of its moves.
    pub(super) parent: Option<(usize, usize)>,
    pub(super) moves: Vec<Move>,
    pub(super) ended: bool,
}

/// Every standing that was found, each behind the one it was first reached from.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    /// The nodes, each behind those it leads to, except where that would close a loop.
    pub(super) order: Vec<usize>,
    /// The ways taken before anybody is asked anything.
    pub(super) first: Vec<usize>,
    /// Whether that is all there is.
    pub(super) complete: bool,
}

impl Graph {
    /// The nodes as a walk in depth leaves them: each behind those it leads to.
    pub(super) fn ordered(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut known = vec![false; self.nodes.len()];
        known[0] = true;
        let mut path = vec![(0, 0)];
        while let Some((at, number)) = path.pop() {
            let Some(step) = self.nodes[at].moves.get(number) else {
                order.push(at);
                continue;
            };
            path.push((at, number + 1));
            if !known[step.to] {
                known[step.to] = true;
                path.push((step.to, 0));
            }
        }
        order
    }

    /// Every way that some move takes.
    pub(super) fn ways(&self) -> impl Iterator<Item = usize> + '_ {
        let moves = self.nodes.iter().flat_map(|node| &node.moves);
        moves.flat_map(|step| &step.ways).chain(&self.first).copied()
    }
}

pub(super) fn is_ended(session: &Session<'_>) -> bool {
    matches!(session.request(false), Request::End(_))
}

/// What exploring needs to know.
pub(super) struct Guide<'g, 'p> {
    pub(super) atlas: &'g Atlas<'p>,
    pub(super) live: &'g Live<'p>,
    pub(super) marks: &'g Marks,
    /// What the test file gives for a path, to be tried first: tests are short where they agree with their file.
    pub(super) preferred: &'g dyn Fn(&str, &Question, &Session<'_>) -> Option<Value>,
}

impl Guide<'_, '_> {
    /// Walks `session` on in every way.
    pub(super) fn explore(&self, session: Session<'_>) -> Graph {
        let first = self.ways(&session, 0);
        let mut graph = Graph { nodes: vec![Node::default()], order: Vec::new(), first, complete: true };
        let mut known = HashMap::from([(self.live.standing_of(&session), 0)]);
        let mut queue = VecDeque::from([(0, session)]);
        let mut walked = 0;
        while let Some((at, session)) = queue.pop_front() {
            let passed = session.passages().len();
            graph.nodes[at].ended = is_ended(&session);
            for (event, reply) in self.replies(&session) {
                walked += passed + 1;
                if walked > MOST {
                    graph.complete = false;
                    graph.order = graph.ordered();
                    return graph;
                }
                let mut next = session.clone();
                if next.apply(&Entry { at: session.clock(), event }).is_err() {
                    continue;
                }
                let standing = self.live.standing_of(&next);
                let ways = self.ways(&next, passed);
                let to = match known.get(&standing) {
                    Some(to) => *to,
                    None => {
                        let to = graph.nodes.len();
                        let parent = Some((at, graph.nodes[at].moves.len()));
                        graph.nodes.push(Node { parent, ..Node::default() });
                        known.insert(standing, to);
                        queue.push_back((to, next));
                        to
                    }
                };
                let cost = self.cost(&session, &reply);
                graph.nodes[at].moves.push(Move { reply, to, cost, ways });
            }
        }
        graph.order = graph.ordered();
        graph
    }

    /// The ways that a session took after so many passages.
    pub(super) fn ways(&self, session: &Session<'_>, after: usize) -> Vec<usize> {
        let passages = session.passages().iter().skip(after);
        passages.filter_map(|passage| self.atlas.taken(passage)).collect()
    }

    /// What is worth trying where a session waits.
    pub(super) fn replies(&self, session: &Session<'_>) -> Vec<(Event, Reply)> {
        match session.request(false) {
            Request::Ask(asking) => match &asking.question {
                Some(question) => self.answers(session, &asking, question),
                None => vec![(Event::Seen(asking.path), Reply::Seen)],
            },
            Request::Probe(call) => self.findings(session, &call),
            Request::Pick | Request::Country | Request::End(_) => Vec::new(),
        }
    }

    /// What a reply adds to a test.
    pub(super) fn cost(&self, session: &Session<'_>, reply: &Reply) -> usize {
        if *reply == Reply::Seen || self.usual(session).as_ref() == Some(reply) { 1 } else { 2 }
    }

    /// What the test file gives where a session waits.
    fn usual(&self, session: &Session<'_>) -> Option<Reply> {
        let given = match session.request(false) {
            Request::Ask(asking) => (self.preferred)(&asking.path, asking.question.as_ref()?, session),
            Request::Probe(call) => {
                let question = Question { form: Form::of_probe(call.probe), can_skip: true };
                (self.preferred)(&call.path, &question, session)
            }
            _ => None,
        };
        given.map(Reply::Value)
    }

    fn answers(&self, session: &Session<'_>, asking: &Asking<'_>, question: &Question) -> Vec<(Event, Reply)> {
        let deep = self.is_read_later(session);
        let mut values: Vec<Value> = (self.preferred)(&asking.path, question, session).into_iter().collect();
        values.extend(samples::of(&question.form, session, self.marks, deep));
        values.extend(question.can_skip.then_some(Value::Unknown));
        let event = |value: &Value| Event::Answer(asking.path.clone(), value.clone());
        self.apart(session, values, deep).into_iter().map(|value| (event(&value), Reply::Value(value))).collect()
    }

    fn findings(&self, session: &Session<'_>, call: &ProbeCall) -> Vec<(Event, Reply)> {
        let deep = self.is_read_later(session);
        let question = Question { form: Form::of_probe(call.probe), can_skip: true };
        let known = |name: &str| call.inputs.get(name).is_some_and(Value::is_known);
        let mut values = Vec::new();
        if call.probe.inputs().iter().all(|input| !input.needed || known(input.name)) {
            values.extend((self.preferred)(&call.path, &question, session));
            values.extend(samples::of(&question.form, session, self.marks, deep));
        }
        values.push(Value::Unknown);
        let event = |value: &Value| {
            let result = ProbeResult { value: value.clone(), reason: None, observed: None, ms: 0 };
            Event::Probe(call.path.clone(), result)
        };
        // What is unknown goes on to a question where the step has one, so it is never the same as a result.
        self.apart(session, values, deep).into_iter().map(|value| (event(&value), Reply::Value(value))).collect()
    }

    fn is_read_later(&self, session: &Session<'_>) -> bool {
        session.standings().last().is_none_or(|standing| {
            let step = standing.flow.step(standing.at);
            self.live.is_read_later(&standing.flow.id, standing.at, &step.id)
        })
    }

    /// Each value once; where nothing reads the fact later, one for each way out of the step is enough.
    fn apart(&self, session: &Session<'_>, values: Vec<Value>, deep: bool) -> Vec<Value> {
        let standings = session.standings();
        let Some(standing) = standings.last() else { return values };
        let mut ways: Vec<Option<usize>> = Vec::new();
        let mut kept: Vec<Value> = Vec::new();
        for value in values {
            let way = self.atlas.way_by(&standing.flow.id, standing.at, value.key());
            if kept.contains(&value) || (!deep && value.is_known() && ways.contains(&way)) {
                continue;
            }
            ways.push(way.filter(|_| value.is_known()));
            kept.push(value);
        }
        kept
    }
}
