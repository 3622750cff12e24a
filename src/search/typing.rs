//! What was mistyped: a letter too many, two swapped, a character that only sounds right.

use super::index::{Index, Term};
use super::language::Language;
use super::tokens::Token;
use strsim::osa_distance;

/// Short words are other words, not mistyped ones.
const SHORTEST: usize = 4;

/// Nobody means a longer word.
const LONGEST: usize = 30;

/// The same words, with those that nobody knows replaced by the known ones that were meant.
pub(super) fn mended(mut tokens: Vec<Token>, index: &Index, language: &Language) -> Vec<Token> {
    for token in tokens.iter_mut().filter(|token| !token.is_han && !token.is_filler) {
        if !index.known.contains_key(&token.text)
            && !language.is_weak(&token.text)
            && let Some(meant) = meant(&token.text, index)
        {
            token.text = meant;
        }
    }
    let is_known = |first: &str, second: &str| {
        index.places.contains_key(&Term::Pair(first.to_owned(), second.to_owned()))
    };
    for at in 1..tokens.len() {
        let (first, second) = (tokens[at - 1].clone(), tokens[at].clone());
        if !first.is_han || !second.is_han || is_known(&first.text, &second.text) {
            continue;
        }
        let wrong_second = language.sounds_like(&second.text).map(|meant| (at, meant.to_string()));
        let wrong_first = language.sounds_like(&first.text).map(|meant| (at - 1, meant.to_string()));
        let fits = |(place, meant): &(usize, String)| {
            if *place == at { is_known(&first.text, meant) } else { is_known(meant, &second.text) }
        };
        if let Some((place, meant)) = wrong_second.chain(wrong_first).find(fits) {
            tokens[place].text = meant;
        }
    }
    tokens
}

/// The known word that is nearest, if it is near enough.
fn meant(word: &str, index: &Index) -> Option<String> {
    let length = word.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return None;
    }
    let most = if length < 8 { 1 } else { 2 };
    let begins = |known: &str| known.chars().next() == word.chars().next() || known.chars().nth(1) == word.chars().next();
    let near = index.known.iter().filter(|(known, is_han)| {
        !**is_han && known.len() >= SHORTEST && known.len().abs_diff(word.len()) <= most && begins(known)
    });
    near.map(|(known, _)| (osa_distance(word, known), known))
        .filter(|(distance, _)| *distance <= most)
        // Of two that are equally near the first by name, whatever the order of the table.
        .min()
        .map(|(_, known)| known.clone())
}
