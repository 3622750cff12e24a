//! How well each problem fits what was said.

use super::danger::is_danger;
use super::index::{Index, Term, terms};
use super::language::{Language, match_at};
use super::tokens::{Token, tokens};
use super::typing::mended;
use std::cmp::Reverse;

/// What a phrase that stands whole in the sentence adds to the weight of its words, in hundredths: the best, the second,
/// the third.
const WHOLE: [u64; 3] = [100, 50, 25];

/// Less than this is chance.
const LEAST: u64 = 90;

/// A problem that has less than this share of the best one's score is not meant.
const SHARE: u64 = 6;

/// What a dangerous situation gives to those problems that are about it.
const DANGER: u64 = 300;

/// The problems that fit, best first: number and score. Equal ones keep their order.
pub(super) fn find(index: &Index, language: &Language, words: &str) -> Vec<(usize, u64)> {
    let tokens = mended(tokens(words, language), index, language);
    let senses = language.senses(&tokens);
    let mut scores = vec![0_u64; index.dangerous.len()];
    for term in terms(&tokens, &senses, language) {
        for (problem, says) in index.shares(&term) {
            scores[problem] += says;
        }
    }
    add_phrases(index, language, &tokens, &mut scores);
    if is_danger(&senses) {
        put_safety_first(index, &mut scores);
    }
    let best = scores.iter().copied().max().unwrap_or(0);
    let enough = LEAST.max(best / SHARE);
    let mut found: Vec<(usize, u64)> = scores.into_iter().enumerate().filter(|(_, score)| *score >= enough).collect();
    found.sort_by_key(|(_, score)| Reverse(*score));
    found
}

fn add_phrases(index: &Index, language: &Language, text: &[Token], scores: &mut [u64]) {
    let mut whole: Vec<Vec<u64>> = vec![Vec::new(); scores.len()];
    for (at, token) in text.iter().enumerate() {
        for (problem, phrase) in index.phrases.get(&token.text).into_iter().flatten() {
            if match_at(text, at, phrase).is_some() {
                let senses = language.senses(phrase);
                let terms = terms(phrase, &senses, language);
                let singles = |term: &&Term| !matches!(term, Term::Sense(_));
                whole[*problem].push(terms.iter().filter(singles).map(|term| index.says(term)).sum());
            }
        }
    }
    for (score, mut found) in scores.iter_mut().zip(whole) {
        found.sort_by_key(|weight| Reverse(*weight));
        *score += found.iter().zip(WHOLE).map(|(weight, share)| weight * share / 100).sum::<u64>();
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
