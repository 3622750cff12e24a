//! The shape of a flow: which kinds of steps it has, and where each leads.

use super::dice::Dice;
use std::collections::HashMap;

/// What a step does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Choice,
    YesNo,
    Amount,
    Try,
    Tell,
    Probe,
    Branch,
    End,
}

/// What follows something that is no branch and no end. Choices are what flows have most of.
const COMMON: [Kind; 10] = [
    Kind::Choice,
    Kind::Choice,
    Kind::Choice,
    Kind::YesNo,
    Kind::YesNo,
    Kind::Amount,
    Kind::Try,
    Kind::Try,
    Kind::Tell,
    Kind::Probe,
];

/// How far ahead a step lies that others lead to already.
const NEAR: usize = 64;

/// A step without words.
pub(crate) struct Planned {
    pub(crate) kind: Kind,
    /// Where each answer leads: the number of a later step, or `None`, the common end.
    pub(crate) next: Vec<Option<usize>>,
    /// The step for which it was thought up.
    pub(crate) parent: Option<usize>,
}

/// So many steps, each before those that it leads to, so that no way leads round.
pub(crate) fn plan(dice: &mut Dice, count: usize) -> Vec<Planned> {
    let mut steps: Vec<Planned> = Vec::with_capacity(count);
    let mut parents: HashMap<usize, usize> = HashMap::new();
    // How many steps something leads to so far.
    let mut known = 1;
    for at in 0..count {
        let parent = parents.get(&at).copied();
        let follows_amount = |step: usize| steps.get(step).is_some_and(|step| step.kind == Kind::Amount);
        let kind = if known >= count || (known - at > 4 && dice.in_hundred(12)) {
            Kind::End
        } else if parent.is_some_and(follows_amount) {
            // Only here, since nothing but the amount that it asks about leads to it.
            Kind::Branch
        } else {
            dice.pick(&COMMON)
        };
        let mut next = Vec::new();
        for _ in 0..ways(kind, dice) {
            let mut shared = Vec::new();
            if known - at > 2 && dice.in_hundred(5) {
                let open = |step: &usize| !parents.get(step).is_some_and(|parent| follows_amount(*parent));
                shared.extend((at + 1..known.min(at + NEAR)).filter(open));
            }
            next.push(if known < count && shared.is_empty() {
                parents.insert(known, at);
                known += 1;
                Some(known - 1)
            } else if shared.is_empty() || kind == Kind::Amount {
                None
            } else {
                Some(dice.pick(&shared))
            });
        }
        steps.push(Planned { kind, next, parent });
    }
    steps
}

fn ways(kind: Kind, dice: &mut Dice) -> usize {
    match kind {
        Kind::Choice => dice.between(2, 4),
        Kind::YesNo | Kind::Try | Kind::Probe | Kind::Branch => 2,
        Kind::Amount | Kind::Tell => 1,
        Kind::End => 0,
    }
}
