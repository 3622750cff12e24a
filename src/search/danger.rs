//! Whether somebody is in danger by what they say. A word alone is not enough: who forgot a recovery phrase has lost
//! nothing to a thief, and who asks how not to be robbed has not been robbed.

use super::language::Sense;

/// How many words may stand between "not" and what it denies.
const REACH: usize = 4;

/// Whether the senses of a sentence add up to danger.
pub(super) fn is_danger(senses: &[(Sense, usize, usize)]) -> bool {
    let places = |sense: Sense| senses.iter().filter(move |(other, ..)| *other == sense);
    let calmed = |at: usize| places(Sense::Calm).any(|(_, from, to)| *from <= at && at <= to + REACH);
    let robbed = places(Sense::Danger).any(|(_, at, _)| !calmed(*at));
    let got_out = places(Sense::Secret).next().is_some() && places(Sense::Out).any(|(_, at, _)| !calmed(*at));
    robbed || got_out
}
