//! The problem search: from what somebody says happened to the flows that fit, best first.
//!
//! A function of a pack and some words; it knows no screen and no session. What a provider's own people call a problem
//! stands in the flows, as title, about and `keywords`; what holds for the two languages, whoever keeps the wallet, lies
//! beside this page in `words.txt`. Both are read at the first search and not before.
//!
//! A sentence is cut into words ([`tokens`]): one spelling, English without endings ([`stem`]), Chinese by character, with
//! slips mended ([`typing`]). Its terms (words, neighbouring characters, phrases that mean the same) are weighed by how
//! few problems share them ([`index`]) and added up ([`score`]); danger comes first ([`danger`]). All of it is whole
//! numbers, so every computer finds the same.

mod cards;
mod danger;
mod index;
mod language;
mod score;
mod stem;
mod tokens;
mod typing;

use crate::deflated::Deflated;
use crate::flow::{Flow, Group};
use crate::i18n::Lang;
use crate::pack::Pack;
use index::{Index, Place, Problem};
use language::Language;
use std::sync::OnceLock;

static WORDS: Deflated = Deflated::new(include_bytes!(concat!(env!("OUT_DIR"), "/search-words.txt.z")));

/// A flow that fits.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'p> {
    /// The flow.
    pub flow: &'p Flow,
    /// How well it fits, beside other flows and the same words; the number itself means nothing.
    pub score: u64,
}

/// The main flows of a pack, ready to be searched.
pub struct Problems<'p> {
    flows: Vec<&'p Flow>,
    index: Index,
}

impl<'p> Problems<'p> {
    /// Reads what the flows say of themselves.
    pub fn of(pack: &'p Pack) -> Self {
        let flows: Vec<&Flow> = pack.flows.values().filter(|flow| flow.is_main()).collect();
        let problems: Vec<Problem> = flows.iter().map(|flow| problem(flow)).collect();
        Self { index: Index::of(&problems, language()), flows }
    }

    /// Those that fit what somebody said, best first; equal ones in the pack's order. None: nothing is like it.
    pub fn find(&self, words: &str) -> Vec<Hit<'p>> {
        let found = score::find(&self.index, language(), words);
        found.into_iter().filter_map(|(at, score)| Some(Hit { flow: self.flows.get(at).copied()?, score })).collect()
    }
}

fn language() -> &'static Language {
    static LANGUAGE: OnceLock<Language> = OnceLock::new();
    LANGUAGE.get_or_init(|| Language::read(&WORDS))
}

fn problem(flow: &Flow) -> Problem {
    let mut texts = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        texts.push((Place::Title, flow.title.as_plain(lang)));
        texts.extend(flow.about.iter().map(|about| (Place::About, about.as_plain(lang))));
    }
    let keywords = flow.keywords.zh.iter().chain(&flow.keywords.en);
    texts.extend(keywords.map(|keyword| (Place::Keyword, keyword.clone())));
    Problem { texts, is_safety: flow.group == Some(Group::Safety) }
}
