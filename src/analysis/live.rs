//! What somebody may still read from a step on; all else is forgotten there, or the ways would multiply.

use super::program::Program;
use super::reads;
use super::store::{Key, Level};
use super::trap::loops;
use crate::flow::Flow;
use crate::flow::condition::{Condition, Operand, Test};
use crate::flow::step::{Step, Verb};
use std::cell::OnceCell;
use std::collections::HashMap;

/// More entries than this are not kept; the flow is then not proven.
const MOST: usize = 2_000_000;

/// Where a flow compares more pairs of values than this, what could turn a comparison is not told apart.
const PAIRS: usize = 6;

/// What is read from each step of a flow on.
#[derive(Debug, Default)]
pub(super) struct Live {
    /// By step, sorted.
    steps: Vec<Vec<(Key, Level)>>,
    /// What the flow reads that lives longer than a call of it: profile keys and results of shared flows that run once.
    pub(super) beyond: Vec<Key>,
    /// Whether there was too much to keep.
    pub(super) too_much: bool,
    /// Once somebody asks.
    comparisons: OnceCell<Comparisons>,
}

/// Comparisons of two values of a flow.
#[derive(Debug, Default)]
struct Comparisons {
    /// There are so many that what could turn each of them cannot be told apart: the ways would multiply.
    too_many: bool,
    /// Which steps can be reached from themselves.
    around: Vec<bool>,
}

impl Live {
    pub(super) fn of(program: &Program<'_>, flow: usize) -> Self {
        let steps = &program.flow(flow).steps;
        let mut readers: HashMap<(Key, Level), Vec<usize>> = HashMap::new();
        let mut order: Vec<(Key, Level)> = Vec::new();
        for place in 0..steps.len() {
            reads::each(program, flow, place, &mut |key, level| {
                let of_key = readers.entry((key, level)).or_insert_with(|| {
                    order.push((key, level));
                    Vec::new()
                });
                if of_key.last() != Some(&place) {
                    of_key.push(place);
                }
            });
        }
        let mut live = Self { steps: vec![Vec::new(); steps.len()], ..Self::default() };
        if order.is_empty() {
            live.keep_once(program, flow);
            return live;
        }
        // Values before presence, so that a step that needs both has the greater need.
        order.sort_by_key(|(key, level)| (*key, std::cmp::Reverse(*level)));
        let before = Before::of(steps.values(), steps.len());
        let mut marked: Vec<usize> = vec![0; steps.len()];
        let mut count = 0;
        let mut round = 0;
        let mut last = None;
        for (key, level) in order {
            // Another level of the same key goes on with the same marks.
            if last != Some(key) {
                round += 1;
                last = Some(key);
            }
            let mut waiting = readers.remove(&(key, level)).unwrap_or_default();
            while let Some(step) = waiting.pop() {
                if marked[step] == round {
                    continue;
                }
                marked[step] = round;
                live.steps[step].push((key, level));
                count += 1;
                waiting.extend(before.of_step(step).iter().filter(|before| !sets(key, **before)));
            }
            if count > MOST {
                live.too_much = true;
                return live;
            }
        }
        for step in &mut live.steps {
            step.sort_unstable();
        }
        let mut beyond: Vec<Key> = live
            .steps
            .iter()
            .flatten()
            .map(|(key, _)| *key)
            .filter(|key| matches!(key, Key::Profile(_) | Key::Once(_)))
            .collect();
        beyond.sort_unstable();
        beyond.dedup();
        live.beyond = beyond;
        live.keep_once(program, flow);
        live
    }

    /// A caller asks whether a flow that runs once has run.
    fn keep_once(&mut self, program: &Program<'_>, flow: usize) {
        if program.flow(flow).once
            && let Err(at) = self.beyond.binary_search(&Key::Once(flow))
        {
            self.beyond.insert(at, Key::Once(flow));
        }
    }

    /// Whether two values that are compared at a step may be compared there again with one of them asked anew, and that can
    /// be told apart. `given`: the caller may ask anew.
    pub(super) fn compares_again(&self, flow: &Flow, step: usize, given: bool) -> bool {
        let comparisons = self.comparisons.get_or_init(|| {
            let mut pairs = 0;
            for step in flow.steps.values() {
                match &step.verb {
                    Verb::Branch(branch) => branch.cases.iter().for_each(|case| pairs += pairs_in(&case.when)),
                    Verb::Do(action) | Verb::Try(action) => {
                        pairs += action.repeats_payment.as_ref().map_or(0, pairs_in);
                    }
                    _ => {}
                }
            }
            if pairs > PAIRS {
                return Comparisons { too_many: true, around: Vec::new() };
            }
            let mut onward: Vec<Vec<usize>> = vec![Vec::new(); flow.steps.len()];
            for (next, step) in onward.iter_mut().zip(flow.steps.values()) {
                each_follower(step, &mut |to| next.push(to));
            }
            let loops = loops(&vec![true; onward.len()], &onward);
            let mut sizes = vec![0; loops.count];
            loops.of.iter().for_each(|own| sizes[*own] += 1);
            let goes_round = |step: usize| sizes[loops.of[step]] > 1 || onward[step].contains(&step);
            Comparisons { too_many: false, around: (0..onward.len()).map(goes_round).collect() }
        });
        !comparisons.too_many && (given || comparisons.around.get(step).copied().unwrap_or(false))
    }

    /// How much of a name is read from a step on.
    pub(super) fn level(&self, step: usize, key: Key) -> Option<Level> {
        let list = &self.steps[step];
        list.binary_search_by_key(&key, |entry| entry.0).ok().map(|at| list[at].1)
    }
}

/// How often a condition compares two values.
fn pairs_in(condition: &Condition) -> usize {
    match condition {
        Condition::And(parts) | Condition::Or(parts) => parts.iter().map(pairs_in).sum(),
        Condition::Not(part) => pairs_in(part),
        Condition::Test(test) => usize::from(matches!(test, Test::Compare(_, _, Operand::Subject(_)))),
    }
}

/// Whether a step sets that name.
fn sets(key: Key, step: usize) -> bool {
    match key {
        Key::Fact(_, of) | Key::Given(_, of, _) => of == step,
        _ => false,
    }
}

/// The steps from which each step can follow.
struct Before {
    starts: Vec<usize>,
    list: Vec<usize>,
}

impl Before {
    fn of<'s>(steps: impl Iterator<Item = &'s Step> + Clone, count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for step in steps.clone() {
            each_follower(step, &mut |next| starts[next + 1] += 1);
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut fill = starts.clone();
        let mut list = vec![0; starts[count]];
        for (place, step) in steps.enumerate() {
            each_follower(step, &mut |next| {
                list[fill[next]] = place;
                fill[next] += 1;
            });
        }
        Self { starts, list }
    }

    fn of_step(&self, step: usize) -> &[usize] {
        &self.list[self.starts[step]..self.starts[step + 1]]
    }
}

/// Calls `visit` with every step of the same flow that can follow; some more than once.
pub(super) fn each_follower(step: &Step, visit: &mut dyn FnMut(usize)) {
    match &step.verb {
        Verb::Ask(_) | Verb::Do(_) | Verb::Try(_) | Verb::Probe(_) | Verb::Run(_) => {
            let next = match &step.verb {
                Verb::Ask(ask) => &ask.next,
                Verb::Do(action) | Verb::Try(action) => &action.next,
                Verb::Probe(probe) => &probe.next,
                Verb::Run(run) => &run.next,
                _ => return,
            };
            next.by_answer.iter().for_each(|(_, next)| visit(next.0));
            next.otherwise.iter().for_each(|next| visit(next.0));
        }
        Verb::Tell(tell) => visit(tell.next.0),
        Verb::Branch(branch) => {
            branch.cases.iter().for_each(|case| visit(case.next.0));
            visit(branch.otherwise.0);
        }
        Verb::Go(_) | Verb::Return(_) | Verb::End(_) => {}
    }
}
