//! The words of all problems, and how much each says: a word of one problem alone says more than a word of all.

use super::language::{Language, Sense};
use super::tokens::{Token, tokens};
use std::collections::HashMap;

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
            Self::Title => 130,
            Self::Keyword => 100,
            Self::About => 70,
        }
    }
}

/// What is counted: a word, two Chinese characters in a row, one alone, or a sense.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Term {
    Word(String),
    Pair(String, String),
    Single(String),
    Sense(Sense),
}

impl Term {
    /// What it weighs, in hundredths.
    fn weight(&self) -> u64 {
        match self {
            Self::Word(_) => 100,
            Self::Sense(_) => 120,
            Self::Pair(..) => 70,
            Self::Single(_) => 25,
        }
    }
}

/// All problems by their words.
pub(super) struct Index {
    /// Which problems have a term, and the weight of its best place there.
    pub(super) places: HashMap<Term, Vec<(usize, u64)>>,
    /// Keywords and titles of several words, by their first word.
    pub(super) phrases: HashMap<String, Vec<(usize, Vec<Token>)>>,
    /// Every word that is written anywhere, for those that were mistyped.
    pub(super) known: HashMap<String, bool>,
    /// Those among the problems to which danger leads.
    pub(super) dangerous: Vec<bool>,
    count: usize,
}

impl Index {
    pub(super) fn of(problems: &[Problem], language: &Language) -> Self {
        let mut index = Self {
            places: HashMap::new(),
            phrases: HashMap::new(),
            known: HashMap::new(),
            dangerous: Vec::new(),
            count: problems.len(),
        };
        for word in language.words() {
            index.known.insert(word.text.clone(), word.is_han);
        }
        for (number, problem) in problems.iter().enumerate() {
            let mut dangerous = false;
            for (place, text) in &problem.texts {
                let tokens = tokens(text, language);
                let senses = language.senses(&tokens);
                dangerous |= problem.is_safety && super::danger::is_danger(&senses);
                for term in terms(&tokens, &senses, language) {
                    let places = index.places.entry(term).or_default();
                    match places.iter_mut().find(|(other, _)| *other == number) {
                        Some((_, weight)) => *weight += place.weight(),
                        None => places.push((number, place.weight())),
                    }
                }
                for token in &tokens {
                    index.known.insert(token.text.clone(), token.is_han);
                }
                let phrase: Vec<Token> = tokens.into_iter().filter(|token| !token.is_filler).collect();
                if *place != Place::About
                    && let [first, _, ..] = phrase.as_slice()
                {
                    index.phrases.entry(first.text.clone()).or_default().push((number, phrase));
                }
            }
            index.dangerous.push(dangerous);
        }
        index
    }

    /// What a term says at best: the fewer problems have it, the more. A problem that names it once counts less than one
    /// that speaks of nothing else.
    pub(super) fn says(&self, term: &Term) -> u64 {
        let Some(places) = self.places.get(term) else { return 0 };
        let all: u64 = places.iter().map(|(_, weight)| weight).sum();
        let squares: u64 = places.iter().map(|(_, weight)| weight * weight).sum();
        term.weight() * rarity(self.count as u64, all * all * 16 / squares.max(1)) / 100
    }

    /// What a term says for each problem that has it.
    pub(super) fn shares(&self, term: &Term) -> impl Iterator<Item = (usize, u64)> + '_ {
        let places = self.places.get(term).map_or(&[][..], Vec::as_slice);
        let (most, says) = (places.iter().map(|(_, weight)| *weight).max().unwrap_or(0), self.says(term));
        places.iter().map(move |(problem, weight)| (*problem, says * weight * 13 / (weight * 10 + most * 3)))
    }
}

/// What a word of every problem would weigh; it is left a little of it, for packs of a single flow.
const COMMON: u64 = 75;

/// Hundredths of the binary logarithm of how rare something is, which `having` sixteenths of all have, by whole numbers, so that every computer agrees.
fn rarity(all: u64, having: u64) -> u64 {
    let ratio = ((all * 16 + having) * 1024 / having.max(1)).max(1024);
    // log2 by bits, and between two of them on a straight line.
    let whole = u64::from(ratio.ilog2());
    let rest = (ratio * 100 >> whole) - 100;
    ((whole - 10) * 100 + rest).saturating_sub(COMMON)
}

/// The terms of a text, each once.
pub(super) fn terms(tokens: &[Token], senses: &[(Sense, usize, usize)], language: &Language) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let mut add = |term: Term| {
        if !terms.contains(&term) {
            terms.push(term);
        }
    };
    for (at, token) in tokens.iter().enumerate() {
        if !token.is_han {
            if !token.is_filler && !language.is_weak(&token.text) {
                add(Term::Word(token.text.clone()));
            }
            continue;
        }
        add(Term::Single(token.text.clone()));
        if let Some(next) = tokens.get(at + 1).filter(|next| next.is_han && next.clause == token.clause) {
            let pair = format!("{}{}", token.text, next.text);
            if !language.is_weak(&pair) {
                add(Term::Pair(token.text.clone(), next.text.clone()));
            }
        }
    }
    for (sense, ..) in senses {
        add(Term::Sense(*sense));
    }
    terms
}
