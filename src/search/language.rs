//! What the search knows of the two languages: which words are one, which say nothing, which mean danger.
//!
//! It lies in the program, beside the search, and not in the pack: that 没到账 and "never arrived" are the same is true for
//! every provider, while what people call one problem stands as `keywords` in its flow.

use super::stem::stem;
use super::tokens::{Token, tokens};
use std::collections::{HashMap, HashSet};

/// The words of the file, ready to be looked up.
pub(super) struct Language {
    /// Other forms of a word, and what they stand for.
    aliases: HashMap<String, String>,
    /// The same for Chinese, longest first.
    han: Vec<(String, String)>,
    /// Words that are not even looked at.
    filler: HashSet<String>,
    /// Words that say something only beside others.
    weak: HashSet<String>,
    /// Characters that sound alike, of which people pick the wrong one.
    sounds: Vec<String>,
    /// Phrases by their first token.
    phrases: HashMap<String, Vec<Phrase>>,
}

/// What a phrase of the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Sense {
    /// One of a group of phrases that mean the same.
    Same(usize),
    /// Somebody is being robbed.
    Danger,
    /// What nobody else may know.
    Secret,
    /// It got out.
    Out,
    /// It has not happened.
    Calm,
}

struct Phrase {
    tokens: Vec<Token>,
    sense: Sense,
}

/// How many other words may stand between two of a phrase.
const BETWEEN: usize = 2;

impl Language {
    /// Reads the file: a section in brackets, then a line a group.
    pub(super) fn read(text: &str) -> Self {
        let mut language = Self {
            aliases: HashMap::new(),
            han: Vec::new(),
            filler: HashSet::new(),
            weak: HashSet::new(),
            sounds: Vec::new(),
            phrases: HashMap::new(),
        };
        let mut section = "";
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            match (section, line.split_once(": ")) {
                _ if line.starts_with('[') => section = line,
                ("[forms]", Some((base, forms))) => language.add_forms(base, forms),
                ("[filler]", _) => language.filler.extend(line.split(' ').map(str::to_owned)),
                ("[weak]", _) => language.weak.extend(line.split(' ').map(stem)),
                ("[sounds]", _) => language.sounds.extend(line.split(' ').map(str::to_owned)),
                ("[danger]", _) => language.add_phrases(line, Sense::Danger),
                ("[secret]", _) => language.add_phrases(line, Sense::Secret),
                ("[out]", _) => language.add_phrases(line, Sense::Out),
                ("[calm]", _) => language.add_phrases(line, Sense::Calm),
                _ => language.add_phrases(line, Sense::Same(number)),
            }
        }
        language
    }

    fn add_forms(&mut self, base: &str, forms: &str) {
        for form in forms.split(' ') {
            if form.is_ascii() {
                self.aliases.insert(form.to_owned(), stem(base));
            } else {
                self.han.push((form.to_owned(), base.to_owned()));
            }
        }
        self.han.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    }

    fn add_phrases(&mut self, line: &str, sense: Sense) {
        for phrase in line.split(", ") {
            let tokens = tokens(phrase, self);
            if let Some(first) = tokens.first() {
                self.phrases.entry(first.text.clone()).or_default().push(Phrase { tokens, sense });
            }
        }
    }

    /// A text with the Chinese forms of the file as one.
    pub(super) fn replace_han(&self, mut text: String) -> String {
        for (form, base) in &self.han {
            if text.contains(form.as_str()) {
                text = text.replace(form.as_str(), base);
            }
        }
        text
    }

    /// What a word is looked up by.
    pub(super) fn base(&self, word: &str) -> String {
        self.aliases.get(word).cloned().unwrap_or_else(|| stem(word))
    }

    pub(super) fn is_filler(&self, base: &str) -> bool {
        self.filler.contains(base)
    }

    pub(super) fn is_weak(&self, base: &str) -> bool {
        self.weak.contains(base) || base.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Characters that sound like this one.
    pub(super) fn sounds_like(&self, character: &str) -> impl Iterator<Item = char> + '_ {
        let wanted = character.to_owned();
        self.sounds.iter().filter(move |group| group.contains(&wanted)).flat_map(|group| group.chars())
    }

    /// Every word of every phrase.
    pub(super) fn words(&self) -> impl Iterator<Item = &Token> {
        self.phrases.values().flatten().flat_map(|phrase| &phrase.tokens)
    }

    /// The senses in a text, each with the places of its first and last token.
    pub(super) fn senses(&self, text: &[Token]) -> Vec<(Sense, usize, usize)> {
        let mut found = Vec::new();
        for (at, token) in text.iter().enumerate() {
            for phrase in self.phrases.get(&token.text).into_iter().flatten() {
                if let Some(last) = match_at(text, at, &phrase.tokens) {
                    found.push((phrase.sense, at, last));
                }
            }
        }
        found
    }
}

/// Where a phrase that begins at a place ends: Chinese without a gap, other words with a few between them.
pub(super) fn match_at(text: &[Token], at: usize, phrase: &[Token]) -> Option<usize> {
    let (first, rest) = phrase.split_first()?;
    let begins = text.get(at).filter(|token| token.text == first.text)?;
    let (mut here, mut before) = (at, first);
    for wanted in rest {
        let mut room = if wanted.is_han && before.is_han { 0 } else { BETWEEN };
        here += 1;
        while text.get(here)?.text != wanted.text {
            if !text.get(here)?.is_filler {
                room = usize::checked_sub(room, 1)?;
            }
            here += 1;
        }
        before = wanted;
    }
    (text.get(here)?.clause == begins.clause).then_some(here)
}
