//! What a picture of a flow shows: a node for every step, an edge for every way, whatever language draws it.

use super::words;
use crate::flow::Flow;
use crate::flow::step::{Outcome, Verb};
use crate::flowtest::coverage::{Atlas, Covered, Kind};
use crate::i18n::{Lang, Message};
use crate::pack::Pack;

/// A picture that nobody has drawn yet.
#[derive(Debug)]
pub struct Chart {
    /// The flow's id.
    pub flow: String,
    /// Its name.
    pub title: Vec<String>,
    /// The number of the first step.
    pub start: usize,
    /// The flow's steps in its author's order, then the flows it leaves for.
    pub nodes: Vec<Node>,
    /// The ways, step by step.
    pub edges: Vec<Edge>,
    /// Whether tests were looked at: without any nobody knows what they reach.
    pub has_tests: bool,
}

/// A step, or a flow to leave for.
#[derive(Debug)]
pub struct Node {
    /// The step's id; `None` for a flow.
    pub step: Option<String>,
    /// What kind of thing it is.
    pub shape: Shape,
    /// What stands in it, line by line.
    pub lines: Vec<String>,
    /// How the session ends there.
    pub outcome: Option<Outcome>,
    /// For an end: whether a test comes to it.
    pub tested: bool,
}

/// What kind of thing a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A question.
    Ask,
    /// Something to read.
    Tell,
    /// Something to do.
    Act,
    /// An automatic check.
    Probe,
    /// Sorts by what is known.
    Branch,
    /// A checklist of its own.
    Run,
    /// Leaves the flow.
    Go,
    /// The end of the session or of a shared flow.
    End,
    /// Another flow.
    Outside,
}

/// A way.
#[derive(Debug)]
pub struct Edge {
    /// The number of the node it leaves.
    pub from: usize,
    /// The number of the node it leads to.
    pub to: usize,
    /// Which answers lead there, line by line; empty where there is no other way.
    pub lines: Vec<String>,
    /// Whether a test takes it.
    pub tested: bool,
}

impl Chart {
    /// Of one flow of a pack, with words in `lang` and with what tests reach; `None`: there are none, so that nothing can be
    /// said about it.
    pub fn new(pack: &Pack, atlas: &Atlas<'_>, reached: Option<&Covered>, flow: &Flow, lang: Lang) -> Self {
        let tested = |number| reached.is_none_or(|covered| covered.has(number));
        let mut nodes: Vec<Node> = flow.steps.values().map(|step| words::node(pack, step, lang)).collect();
        let mut edges = Vec::new();
        let mut outside: Vec<&str> = Vec::new();
        for number in atlas.of_flow(&flow.id) {
            let Some(way) = atlas.way(number) else { continue };
            let (from, step) = (way.step.0, flow.step(way.step));
            if way.kind == Kind::End {
                nodes[from].tested = tested(number);
                continue;
            }
            let to = if matches!(step.verb, Verb::Go(_)) {
                let at = outside.iter().position(|known| *known == way.target).unwrap_or_else(|| {
                    outside.push(way.target);
                    nodes.push(words::outside(pack, way.target, lang));
                    outside.len() - 1
                });
                flow.steps.len() + at
            } else {
                flow.steps.get_index_of(way.target).unwrap_or(from)
            };
            edges.push(Edge { from, to, lines: words::way(pack, way, lang), tested: tested(number) });
        }
        let title = words::short(&flow.title.as_plain(lang));
        Self { flow: flow.id.clone(), title, start: flow.start.0, nodes, edges, has_tests: reached.is_some() }
    }

    /// What dashed lines mean, or why there are none.
    pub fn note(&self) -> Message {
        match (self.has_tests, self.untested()) {
            (false, _) => Message::new("graph-no-tests"),
            (true, 0) => Message::new("graph-all-tested"),
            (true, count) => Message::new("graph-untested").with("count", count),
        }
    }

    /// How many of its ways and ends no test takes.
    pub fn untested(&self) -> usize {
        let edges = self.edges.iter().filter(|edge| !edge.tested).count();
        edges + self.nodes.iter().filter(|node| !node.tested).count()
    }
}
