//! The words of all problems, and how much each says: a word of one problem alone says more than a word of all.

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

/// A term in the texts of a problem. A term is a word, two Chinese characters in a row, one alone, or `#` and a sense.
struct Entry {
    term: String,
    problem: usize,
    /// The sum of the weights of its places.
    weight: u64,
}

/// What a kind of term weighs, in hundredths.
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
    /// In the order of the terms, each once for a problem.
    entries: Vec<Entry>,
    /// Titles and keywords of several words, each with its problem.
    pub(super) phrases: Vec<(usize, Vec<Token>)>,
    /// Those among the problems to which danger leads.
    pub(super) dangerous: Vec<bool>,
}

impl Index {
    pub(super) fn of(problems: &[Problem], language: &Language) -> Self {
        let mut index = Self { entries: Vec::new(), phrases: Vec::new(), dangerous: vec![false; problems.len()] };
        for (number, problem) in problems.iter().enumerate() {
            for (place, text) in &problem.texts {
                let tokens = tokens(text, language);
                let said = language.senses(&tokens);
                index.dangerous[number] |= problem.is_safety && is_danger(&said);
                for term in terms(&tokens, &said, language) {
                    index.entries.push(Entry { term, problem: number, weight: place.weight() });
                }
                let phrase: Vec<Token> = tokens.into_iter().filter(|token| !token.is_filler).collect();
                if *place != Place::About && phrase.len() > 1 {
                    index.phrases.push((number, phrase));
                }
            }
        }
        index.entries.sort_by(|a, b| a.term.cmp(&b.term));
        index.entries.dedup_by(|next, kept| {
            let same = next.problem == kept.problem && next.term == kept.term;
            kept.weight += if same { next.weight } else { 0 };
            same
        });
        index
    }

    fn places(&self, term: &str) -> &[Entry] {
        let from = self.entries.partition_point(|entry| entry.term.as_str() < term);
        let rest = self.entries.get(from..).unwrap_or(&[]);
        &rest[..rest.partition_point(|entry| entry.term == term)]
    }

    pub(super) fn has(&self, term: &str) -> bool {
        !self.places(term).is_empty()
    }

    /// Every term.
    pub(super) fn terms(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.term.as_str())
    }

    /// What a term says at best: the fewer problems have it, the more. A problem that names it once counts less than one
    /// that speaks of nothing else.
    pub(super) fn says(&self, term: &str) -> u64 {
        let weights = || self.places(term).iter().map(|entry| entry.weight);
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
        let (places, says) = (self.places(term), self.says(term));
        let most = places.iter().map(|entry| entry.weight).max().unwrap_or(0);
        for Entry { problem, weight, .. } in places {
            scores[*problem] += says * weight * 13 / (weight * 10 + most * 3);
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
    ((whole - 10) * 100 + (ratio * 100 >> whole) - 100).saturating_sub(COMMON)
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
    terms.sort_unstable();
    terms.dedup();
    terms
}
