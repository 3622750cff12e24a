//! How well each problem fits what was said.

use super::danger::is_danger;
use super::index::{Index, terms};
use super::language::{Language, match_at};
use super::tokens::{Token, tokens};
use super::typing::mended;
use std::cmp::Reverse;

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
    let mut found: Vec<(usize, u64)> = scores.into_iter().enumerate().filter(|(_, score)| *score >= enough).collect();
    found.sort_by_key(|(_, score)| Reverse(*score));
    found
}

fn add_phrases(index: &Index, language: &Language, text: &[Token], scores: &mut [u64]) {
    let mut whole: Vec<(usize, u64)> = Vec::new();
    for (problem, phrase) in &index.phrases {
        if (0..text.len()).any(|at| match_at(text, at, phrase).is_some()) {
            let terms = terms(phrase, &[], language);
            whole.push((*problem, terms.iter().map(|term| index.says(term)).sum()));
        }
    }
    whole.sort_by_key(|(problem, weight)| (*problem, Reverse(*weight)));
    for one in whole.chunk_by(|(a, _), (b, _)| a == b) {
        for ((problem, weight), share) in one.iter().zip(WHOLE) {
            scores[*problem] += weight * share / 100;
        }
    }
}

/// The best of the dangerous problems comes before all others.
fn put_safety_first(index: &Index, scores: &mut [u64]) {
    for (score, dangerous) in scores.iter_mut().zip(&index.dangerous) {
        *score += if *dangerous { DANGER } else { 0 };
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    let safest = (0..scores.len()).filter(|at| index.dangerous[*at]).max_by_key(|at| (scores[*at], Reverse(*at)));
    if let Some(score) = safest.and_then(|at| scores.get_mut(at)) {
        *score = (best + 1).max(*score);
    }
}
