//! How well each problem fits what was said.

use super::danger::is_danger;
use super::index::{Index, terms};
use super::language::{Language, match_at};
use super::tokens::{Token, tokens};
use super::typing::mended;

/// What a keyword that stands whole in the sentence adds to the weight of its words, in hundredths: the best, the second,
/// the third.
const WHOLE: [u64; 3] = [100, 50, 25];

/// A problem that has less than this share of the best one's score is not meant.
const SHARE: u64 = 4;

/// What a dangerous situation gives to those problems that are about it.
const DANGER: u64 = 300;

/// The problems that fit, best first: number and score. Equal ones keep their order.
pub(super) fn find(index: &Index, language: &Language, words: &str) -> Vec<(usize, u64)> {
    let tokens = mended(tokens(words, language), index, language);
    let said = language.senses(&tokens);
    let mut scores = vec![0_u64; index.dangerous.len()];
    for term in terms(&tokens, &said, language) {
        index.score(&term, &mut scores);
    }
    add_phrases(index, language, &tokens, &mut scores);
    if is_danger(&said) {
        put_safety_first(index, &mut scores);
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    let enough = index.least().max(best / SHARE).max(1);
    let mut found: Vec<(usize, u64)> = Vec::new();
    for (problem, score) in scores.into_iter().enumerate().filter(|(_, score)| *score >= enough) {
        let at = found.partition_point(|(_, better)| *better >= score);
        found.insert(at, (problem, score));
    }
    found
}

fn add_phrases(index: &Index, language: &Language, text: &[Token], scores: &mut [u64]) {
    let mut whole = vec![[0_u64; WHOLE.len()]; scores.len()];
    for (problem, phrase) in &index.phrases {
        if (0..text.len()).any(|at| match_at(text, at, phrase).is_some()) {
            let mut weight: u64 = terms(phrase, &[], language).iter().map(|term| index.says(term)).sum();
            for best in &mut whole[*problem] {
                // The lighter one of two goes on to the next place.
                (*best, weight) = (weight.max(*best), weight.min(*best));
            }
        }
    }
    for (score, whole) in scores.iter_mut().zip(whole) {
        *score += whole.iter().zip(WHOLE).map(|(weight, share)| weight * share / 100).sum::<u64>();
    }
}

/// The dangerous problems come before all others, in their own order.
fn put_safety_first(index: &Index, scores: &mut [u64]) {
    let safe = scores.iter().zip(&index.dangerous).filter(|(_, dangerous)| !**dangerous);
    let best = safe.map(|(score, _)| *score).max().unwrap_or(0);
    for (score, dangerous) in scores.iter_mut().zip(&index.dangerous) {
        *score += if *dangerous { best + DANGER } else { 0 };
    }
}
