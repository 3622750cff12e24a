//! Where a flow is too large to look everywhere: walks that answer the plain way, and from each that went somewhere new,
//! walks that differ from it in one reply.

use super::explore::{Graph, Guide, Move, Node, Reply, is_ended};
use crate::session::Session;
use crate::session::event::{Entry, Event};
use std::collections::{BTreeSet, VecDeque};

/// How many steps are walked at most; each walk goes all the way from the beginning.
const MOST: usize = 200_000;

/// No walk is longer: nobody answers that many screens.
const LONGEST: usize = 300;

/// Walks as a tree: each beginning that they share is there once.
struct Wandering<'w, 'g, 'p> {
    guide: &'w Guide<'g, 'p>,
    graph: Graph,
    /// The ways that some walk took.
    seen: BTreeSet<usize>,
    walked: usize,
}

impl Guide<'_, '_> {
    /// Walks `session` on in some ways that differ.
    pub(super) fn wander(&self, session: &Session<'_>) -> Graph {
        let first = self.ways(session, 0);
        let graph = Graph { nodes: vec![Node::default()], order: Vec::new(), first, complete: false };
        let mut wandering = Wandering { guide: self, graph, seen: BTreeSet::new(), walked: 0 };
        wandering.run(session);
        let mut graph = wandering.graph;
        graph.order = graph.ordered();
        graph
    }
}

impl Wandering<'_, '_, '_> {
    fn run(&mut self, start: &Session<'_>) {
        let mut walks = VecDeque::from([(0, self.follow(0, start.clone()))]);
        while let Some((from, to)) = walks.pop_front() {
            let path = self.path(to);
            let mut session = start.clone();
            // What lies before the reply by which the walk differs has been varied already.
            let mut is_new = from == 0;
            for (at, number) in path {
                if self.walked > MOST {
                    return;
                }
                is_new |= at == from;
                if is_new {
                    walks.extend(self.vary(at, &session));
                }
                let reply = self.graph.nodes[at].moves[number].reply.clone();
                let Some((event, _)) = self.guide.replies(&session).into_iter().find(|(_, known)| *known == reply)
                else {
                    break;
                };
                self.walked += 1;
                let _ = session.apply(&Entry { at: session.clock(), event });
            }
        }
    }

    /// Tries every other reply at a node, each followed to an end; those that went somewhere new.
    fn vary(&mut self, at: usize, session: &Session<'_>) -> Vec<(usize, usize)> {
        let mut new = Vec::new();
        for (event, reply) in self.guide.replies(session) {
            if self.graph.nodes[at].moves.iter().any(|known| known.reply == reply) {
                continue;
            }
            let before = self.seen.len();
            let mut next = session.clone();
            let Some(to) = self.step(at, &mut next, event, reply) else { continue };
            let end = self.follow(to, next);
            if self.seen.len() > before {
                new.push((to, end));
            }
        }
        new
    }

    /// Answers the plain way up to an end; at a step that comes again and again, another way each time.
    fn follow(&mut self, mut at: usize, mut session: Session<'_>) -> usize {
        for _ in 0..LONGEST {
            let mut replies = self.guide.replies(&session);
            if replies.is_empty() {
                break;
            }
            let visit = session.times_reached(&session.path()).saturating_sub(1);
            let chosen = usize::try_from(visit).unwrap_or(0) % replies.len();
            let (event, reply) = replies.swap_remove(chosen);
            let Some(to) = self.step(at, &mut session, event, reply) else { break };
            at = to;
        }
        self.graph.nodes[at].ended = is_ended(&session);
        at
    }

    /// Makes one reply; the node it leads to.
    fn step(&mut self, at: usize, session: &mut Session<'_>, event: Event, reply: Reply) -> Option<usize> {
        let passed = session.passages().len();
        let cost = self.guide.cost(session, &reply);
        self.walked += 1;
        session.apply(&Entry { at: session.clock(), event }).ok()?;
        let ways = self.guide.ways(session, passed);
        self.seen.extend(&ways);
        let to = self.graph.nodes.len();
        let parent = Some((at, self.graph.nodes[at].moves.len()));
        self.graph.nodes[at].moves.push(Move { reply, to, cost, ways });
        self.graph.nodes.push(Node { parent, ..Node::default() });
        Some(to)
    }

    /// The moves that lead to a node.
    fn path(&self, mut at: usize) -> Vec<(usize, usize)> {
        let mut path = Vec::new();
        while let Some((from, number)) = self.graph.nodes[at].parent {
            path.push((from, number));
            at = from;
        }
        path.reverse();
        path
    }
}
