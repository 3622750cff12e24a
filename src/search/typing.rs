//! What was mistyped: a letter too many, two swapped, a character that only sounds right.

use super::index::Index;
use super::language::Language;
use super::tokens::Token;
use crate::wording::is_han;
use strsim::osa_distance;

/// Short words are other words, not mistyped ones.
const SHORTEST: usize = 4;

/// Nobody means a longer word.
const LONGEST: usize = 30;

/// From this length on a word may have two slips.
const TWO: usize = 8;

/// The same words, with those that nobody knows replaced by the known ones that were meant.
pub(super) fn mended(mut tokens: Vec<Token>, index: &Index, language: &Language) -> Vec<Token> {
    for token in tokens.iter_mut().filter(|token| !token.is_han && !token.is_filler) {
        if let Some(meant) = meant(&token.text, index, language) {
            token.text = meant;
        }
    }
    for at in 1..tokens.len() {
        let (first, second) = (tokens[at - 1].clone(), tokens[at].clone());
        let known = |first: &str, second: &str| index.has(&format!("{first}{second}"));
        if !first.is_han || !second.is_han || known(&first.text, &second.text) {
            continue;
        }
        let mut wrong_second = language.sounds_like(&second.text).map(String::from);
        let mut wrong_first = language.sounds_like(&first.text).map(String::from);
        if let Some(meant) = wrong_second.find(|meant| known(&first.text, meant)) {
            tokens[at].text = meant;
        } else if let Some(meant) = wrong_first.find(|meant| known(meant, &second.text)) {
            tokens[at - 1].text = meant;
        }
    }
    tokens
}

/// The known word that is nearest to an unknown one, if it is near enough.
fn meant(word: &str, index: &Index, language: &Language) -> Option<String> {
    let length = word.chars().count();
    let words = || language.words().map(|token| token.text.as_str()).chain(index.terms());
    let can_be_wrong = (SHORTEST..=LONGEST).contains(&length) && !language.is_weak(word);
    if !can_be_wrong || words().any(|known| known == word) {
        return None;
    }
    let most = if length < TWO { 1 } else { 2 };
    let initial = word.chars().next();
    let near = words().filter(|known| {
        let mut letters = known.chars();
        let (first, second) = (letters.next(), letters.next());
        known.len() >= SHORTEST
            && known.len().abs_diff(word.len()) <= most
            && (first == initial || second == initial)
            && !first.is_some_and(is_han)
    });
    let distances = near.map(|known| (osa_distance(word, known), known)).filter(|(distance, _)| *distance <= most);
    // Of two that are equally near the first by name, wherever it stands.
    distances.min().map(|(_, known)| known.to_owned())
}
