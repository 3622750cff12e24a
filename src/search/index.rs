//! The words of all problems, and how much each says: a word of one problem alone says more than a word of all.

use super::cards::{Card, Cards};
use super::danger::is_danger;
use super::language::{Language, Said, Sense};
use super::tokens::{Token, tokens};
use crate::wording::is_han;

/// A problem that can be found.
pub(super) struct Problem {
    /// Its texts: the title, when it fits, what people call it.
    pub(super) texts: Vec<(Place, String)>,
    /// Whether it stands among those about theft and scams.
    pub(super) is_safety: bool,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    About,
    Keyword,
}

impl Place {
    /// What a word there weighs, in hundredths.
    fn weight(self) -> u64 {
        match self {
            Self::Title => 200,
            Self::Keyword => 100,
            Self::About => 70,
        }
    }
}

/// What a kind of term weighs, in hundredths: a word, two Chinese characters in a row, one alone, or `#` and a sense.
fn worth(term: &str) -> u64 {
    let mut characters = term.chars();
    match (characters.next(), characters.next()) {
        (Some('#'), _) => 150,
        (Some(first), second) if is_han(first) => second.map_or(25, |_| 60),
        _ => 100,
    }
}

/// All problems by their words.
pub(super) struct Index {
    /// Which problems have a term, and the sum of the weights of its places there.
    terms: Cards,
    /// Titles and keywords of several words, each with its problem.
    pub(super) phrases: Vec<(usize, Vec<Token>)>,
    /// Those among the problems to which danger leads.
    pub(super) dangerous: Vec<bool>,
}

impl Index {
    pub(super) fn of(problems: &[Problem], language: &Language) -> Self {
        let mut index = Self { terms: Cards::default(), phrases: Vec::new(), dangerous: vec![false; problems.len()] };
        for (number, problem) in problems.iter().enumerate() {
            for (place, text) in &problem.texts {
                let tokens = tokens(text, language);
                let said = language.senses(&tokens);
                index.dangerous[number] |= problem.is_safety && is_danger(&said);
                for term in terms(&tokens, &said, language) {
                    index.terms.add(term, number, place.weight());
                }
                let phrase: Vec<Token> = tokens.into_iter().filter(|token| !token.is_filler).collect();
                if *place != Place::About && phrase.len() > 1 {
                    index.phrases.push((number, phrase));
                }
            }
        }
        index.terms.put_in_order();
        index
    }

    pub(super) fn has(&self, term: &str) -> bool {
        self.terms.has(term)
    }

    /// Every term, some of them several times.
    pub(super) fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.words()
    }

    /// What a term says at best: the fewer problems have it, the more. A problem that names it once counts less than one
    /// that speaks of nothing else.
    pub(super) fn says(&self, term: &str) -> u64 {
        let weights = || self.terms.of(term).iter().map(|card| card.weight);
        let (all, squares): (u64, u64) = (weights().sum(), weights().map(|weight| weight * weight).sum());
        if squares == 0 {
            return 0;
        }
        worth(term) * rarity(self.dangerous.len() as u64 * PARTS, all * all * PARTS / squares) / 100
    }

    /// Less than this is chance: a quarter of what a word says that a single problem has.
    pub(super) fn least(&self) -> u64 {
        rarity(self.dangerous.len() as u64, 1) / 4
    }

    /// Adds what a term says to the score of each problem that has it.
    pub(super) fn score(&self, term: &str, scores: &mut [u64]) {
        let (places, says) = (self.terms.of(term), self.says(term));
        let most = places.iter().map(|card| card.weight).max().unwrap_or(0);
        for Card { number, weight, .. } in places {
            scores[*number] += says * weight * 13 / (weight * 10 + most * 3);
        }
    }
}

/// How many problems have a term is counted in so many parts of one.
const PARTS: u64 = 16;

/// What a word of every problem would weigh; it is left a little of it, for packs of a single flow.
const COMMON: u64 = 75;

/// Hundredths of the binary logarithm of how rare something is, by whole numbers, so that every computer agrees.
fn rarity(all: u64, having: u64) -> u64 {
    let ratio = ((all + having) * 1024 / having.max(1)).max(1024);
    // By bits, and between two of them on a straight line.
    let whole = u64::from(ratio.ilog2());
    ((whole - 10) * 100 + ((ratio * 100) >> whole) - 100).saturating_sub(COMMON)
}

/// The terms of a text, each once.
pub(super) fn terms(tokens: &[Token], said: &[Said], language: &Language) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !token.is_filler && (token.is_han || !language.is_weak(&token.text)) {
            terms.push(token.text.clone());
        }
        let next = tokens.get(at + 1).filter(|next| token.is_han && next.is_han && next.clause == token.clause);
        let pair = next.map(|next| format!("{}{}", token.text, next.text));
        terms.extend(pair.filter(|pair| !language.is_weak(pair)));
    }
    for said in said {
        terms.push(match said.sense {
            Sense::Same(line) => format!("#{line}"),
            Sense::Danger => "#danger".to_owned(),
            Sense::Calm => "#calm".to_owned(),
            Sense::Secret | Sense::Out => continue,
        });
    }
    let mut once: Vec<String> = Vec::new();
    for term in terms {
        if !once.contains(&term) {
            once.push(term);
        }
    }
    once
}
