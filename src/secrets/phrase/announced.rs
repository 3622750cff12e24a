//! Words of a phrase that somebody announces: `my words are legal winner thank year wave sausage worth useful`.
//!
//! Where the sentence says what follows, fewer of them are enough; whoever has these finds the rest by trying.

use super::cue;
use super::fold::fold;
use super::table::{LISTS, places};
use super::tokens::Token;
use crate::secrets::{Confidence, Kind, Report};

/// So many listed words in a row, right behind the announcement. Fewer leave more to try than anybody can.
const FEWEST: usize = 6;

/// Reports such words.
pub(super) fn find(text: &str, lower: &str, tokens: &[Token], report: &mut Report<'_>) {
    if tokens.len() < FEWEST {
        return;
    }
    for (at, first) in tokens.iter().enumerate() {
        if !first.is_plausible() || !cue::announces(lower, first.range.start) {
            continue;
        }
        let words = tokens.get(at..).unwrap_or(&[]);
        let mut alike = [true; LISTS];
        let mut last = None;
        for (number, token) in words.iter().enumerate() {
            if !token.is_plausible() || number > 0 && !token.joined {
                break;
            }
            let found = places(&fold(text.get(token.range.clone()).unwrap_or("")));
            let still = std::array::from_fn(|list| alike[list] && found[list].is_some());
            if still == [false; LISTS] {
                break;
            }
            alike = still;
            last = Some((number, token.range.end));
        }
        if let Some((_, end)) = last.filter(|(number, _)| number + 1 >= FEWEST) {
            report(first.range.start..end, Kind::RecoveryPhrase, Confidence::Likely);
        }
    }
}
