//! Which walks to suggest: greedily the one that takes most of the ways still wanted, until none takes any.
//!
//! The graph may have loops; the greedy search leaves out the moves that close one, so that no walk meets itself. A way that
//! lies on no such walk is reached on the shortest walk through it.

use super::explore::{Graph, Reply};
use std::collections::{BTreeSet, VecDeque};

/// A walk that is worth trying.
#[derive(Debug, Clone)]
pub(super) struct Route {
    pub(super) replies: Vec<Reply>,
    /// The wanted ways it should take.
    pub(super) ways: BTreeSet<usize>,
}

/// The walk to an end that takes most of the wanted ways, if any; of several the one with least to say.
pub(super) fn richest(graph: &Graph, wanted: &BTreeSet<usize>) -> Route {
    // By node: how many wanted ways lie ahead, what the moves cost, and the first of them.
    let mut best: Vec<Option<(usize, usize, Option<usize>)>> = vec![None; graph.nodes.len()];
    for at in &graph.order {
        let (at, node) = (*at, &graph.nodes[*at]);
        let mut own = node.ended.then_some((0, 0, None));
        // What comes later in the order would close a loop, and is not known yet.
        for (number, step) in node.moves.iter().enumerate() {
            let Some((ahead, cost, _)) = best[step.to] else { continue };
            let gain = ahead + step.ways.iter().filter(|way| wanted.contains(way)).count();
            let cost = cost + step.cost;
            if own.is_none_or(|(most, least, _)| (gain, least) > (most, cost)) {
                own = Some((gain, cost, Some(number)));
            }
        }
        best[at] = own;
    }
    let mut moves = Vec::new();
    let mut at = 0;
    while let Some((_, _, Some(number))) = best[at] {
        moves.push((at, number));
        at = graph.nodes[at].moves[number].to;
    }
    match best[0] {
        Some(_) => route(graph, &moves, wanted),
        None => Route { replies: Vec::new(), ways: BTreeSet::new() },
    }
}

/// Walks through one way, the first found first: as it was found, then the shortest way to an end.
pub(super) fn through(graph: &Graph, way: usize) -> Vec<Route> {
    let onward = onward(graph);
    let wanted = BTreeSet::from([way]);
    let mut routes = Vec::new();
    if graph.first.contains(&way) {
        routes.extend(ending(graph, &onward, Vec::new(), 0).map(|moves| route(graph, &moves, &wanted)));
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        for (number, step) in node.moves.iter().enumerate().filter(|(_, step)| step.ways.contains(&way)) {
            let mut moves = history(graph, at);
            moves.push((at, number));
            routes.extend(ending(graph, &onward, moves, step.to).map(|moves| route(graph, &moves, &wanted)));
        }
    }
    routes.sort_by_key(|route| route.replies.len());
    routes
}

fn route(graph: &Graph, moves: &[(usize, usize)], wanted: &BTreeSet<usize>) -> Route {
    let steps = moves.iter().map(|(at, number)| &graph.nodes[*at].moves[*number]);
    let ways = steps.clone().flat_map(|step| &step.ways).chain(&graph.first);
    let ways = ways.copied().filter(|way| wanted.contains(way)).collect();
    Route { replies: steps.map(|step| step.reply.clone()).collect(), ways }
}

/// The moves by which a node was first reached.
fn history(graph: &Graph, mut at: usize) -> Vec<(usize, usize)> {
    let mut moves = Vec::new();
    while let Some((from, number)) = graph.nodes[at].parent {
        moves.push((from, number));
        at = from;
    }
    moves.reverse();
    moves
}

/// By node, the move that is nearest to an end.
fn onward(graph: &Graph) -> Vec<Option<usize>> {
    let mut before: Vec<Vec<(usize, usize)>> = vec![Vec::new(); graph.nodes.len()];
    for (at, node) in graph.nodes.iter().enumerate() {
        for (number, step) in node.moves.iter().enumerate() {
            before[step.to].push((at, number));
        }
    }
    let mut onward = vec![None; graph.nodes.len()];
    let mut known: Vec<bool> = graph.nodes.iter().map(|node| node.ended).collect();
    let ends = graph.nodes.iter().enumerate().filter(|(_, node)| node.ended);
    let mut queue: VecDeque<usize> = ends.map(|(at, _)| at).collect();
    while let Some(at) = queue.pop_front() {
        for (from, number) in &before[at] {
            if !known[*from] {
                known[*from] = true;
                onward[*from] = Some(*number);
                queue.push_back(*from);
            }
        }
    }
    onward
}

/// The moves with those to the nearest end behind them; `None`: there is no end.
fn ending(
    graph: &Graph,
    onward: &[Option<usize>],
    mut moves: Vec<(usize, usize)>,
    mut at: usize,
) -> Option<Vec<(usize, usize)>> {
    while !graph.nodes[at].ended {
        let number = onward[at]?;
        moves.push((at, number));
        at = graph.nodes[at].moves[number].to;
    }
    Some(moves)
}
