//! Whether somebody is in danger by what they say. A word alone is not enough: who forgot a recovery phrase has lost
//! nothing to a thief, and who asks how not to be robbed has not been robbed.

use super::language::{Said, Sense};

/// How many words may stand between "not" and what it denies.
const REACH: usize = 4;

/// Whether the senses of a sentence add up to danger.
pub(super) fn is_danger(said: &[Said]) -> bool {
    let all = |sense: Sense| said.iter().filter(move |said| said.sense == sense);
    let calmed = |what: &Said| all(Sense::Calm).any(|calm| calm.from <= what.from && what.from <= calm.to + REACH);
    let robbed = all(Sense::Danger).any(|what| !calmed(what));
    let got_out = all(Sense::Secret).next().is_some() && all(Sense::Out).any(|what| !calmed(what));
    robbed || got_out
}
