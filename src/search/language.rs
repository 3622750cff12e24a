//! What the search knows of the two languages: which words are one, which say nothing, which mean danger.
//!
//! It lies in the program, beside the search, and not in the pack: that 没到账 and "never arrived" are the same is true for
//! every provider, while what people call one problem stands as `keywords` in its flow.

use super::cards::Cards;
use super::stem::stem;
use super::tokens::{Token, tokens};

/// The words of the file, ready to be looked up.
#[derive(Default)]
pub(super) struct Language {
    /// Other forms of a word, and which of `bases` they stand for.
    forms: Cards,
    bases: Vec<String>,
    /// The same for Chinese, longest first.
    han: Vec<(String, String)>,
    /// Words that are hardly looked at.
    filler: Cards,
    /// Words that say something only beside others.
    weak: Cards,
    /// Characters that sound alike, of which people pick the wrong one.
    sounds: Vec<String>,
    phrases: Vec<Phrase>,
    /// Which phrases begin with a word.
    beginnings: Cards,
}

/// What a phrase of the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// One of a group of phrases that mean the same: the line it stands on.
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

/// A phrase in a text, with the places of its first and last token.
pub(super) struct Said {
    pub(super) sense: Sense,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// How many other words may stand between two of a phrase.
const BETWEEN: usize = 2;

impl Language {
    /// Reads the file: a section in brackets, then a line a group.
    pub(super) fn read(text: &str) -> Self {
        let mut language = Self::default();
        let mut section = "";
        for (number, line) in text.lines().enumerate() {
            if line.starts_with('[') {
                language.put_in_order();
                section = line;
            } else if !line.is_empty() && !line.starts_with('#') {
                language.take(section, number, line);
            }
        }
        language.put_in_order();
        language
    }

    fn take(&mut self, section: &str, number: usize, line: &str) {
        match section {
            "[forms]" => self.take_forms(line),
            "[filler]" => take_words(&mut self.filler, line),
            "[weak]" => take_words(&mut self.weak, line),
            "[sounds]" => self.sounds.extend(line.split(' ').map(str::to_owned)),
            "[danger]" => self.take_phrases(line, Sense::Danger),
            "[secret]" => self.take_phrases(line, Sense::Secret),
            "[out]" => self.take_phrases(line, Sense::Out),
            "[calm]" => self.take_phrases(line, Sense::Calm),
            _ => self.take_phrases(line, Sense::Same(number)),
        }
    }

    /// Each section is read by means of those before it.
    fn put_in_order(&mut self) {
        for cards in [&mut self.forms, &mut self.filler, &mut self.weak, &mut self.beginnings] {
            cards.put_in_order();
        }
    }

    fn take_forms(&mut self, line: &str) {
        let Some((base, forms)) = line.split_once(": ") else { return };
        for form in forms.split(' ') {
            if form.is_ascii() {
                self.forms.add(form.to_owned(), self.bases.len(), 0);
            } else {
                let at = self.han.partition_point(|(other, _)| other.len() >= form.len());
                self.han.insert(at, (form.to_owned(), base.to_owned()));
            }
        }
        self.bases.push(stem(base));
    }

    fn take_phrases(&mut self, line: &str, sense: Sense) {
        for phrase in line.split(", ") {
            let tokens = tokens(phrase, self);
            // Of 空了 only 空 is left, which says something else.
            let is_whole = tokens.len() > 1 || phrase.chars().count() == 1 || tokens.iter().any(|token| !token.is_han);
            if let Some(first) = tokens.first().filter(|_| is_whole) {
                self.beginnings.add(first.text.clone(), self.phrases.len(), 0);
                self.phrases.push(Phrase { tokens, sense });
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
        let form = self.forms.of(word).first().and_then(|card| self.bases.get(card.number));
        form.cloned().unwrap_or_else(|| stem(word))
    }

    pub(super) fn is_filler(&self, base: &str) -> bool {
        self.filler.has(base)
    }

    /// Whether a word says nothing alone, as numbers do.
    pub(super) fn is_weak(&self, base: &str) -> bool {
        self.weak.has(base) || base.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The characters that sound like this one, itself among them.
    pub(super) fn sounds_like(&self, character: &str) -> impl Iterator<Item = char> {
        self.sounds.iter().filter(move |group| group.contains(character)).flat_map(|group| group.chars())
    }

    /// Every word of every phrase.
    pub(super) fn words(&self) -> impl Iterator<Item = &Token> {
        self.phrases.iter().flat_map(|phrase| &phrase.tokens)
    }

    /// The senses in a text.
    pub(super) fn senses(&self, text: &[Token]) -> Vec<Said> {
        let mut said = Vec::new();
        for (from, token) in text.iter().enumerate() {
            let begun = self.beginnings.of(&token.text).iter();
            for phrase in begun.filter_map(|card| self.phrases.get(card.number)) {
                if let Some(to) = match_at(text, from, &phrase.tokens) {
                    said.push(Said { sense: phrase.sense, from, to });
                }
            }
        }
        said
    }
}

fn take_words(cards: &mut Cards, line: &str) {
    for word in line.split(' ') {
        cards.add(stem(word), 0, 0);
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

#[cfg(test)]
mod tests {
    use super::super::WORDS;
    use super::Language;
    use std::collections::HashSet;

    const SECTIONS: [&str; 9] =
        ["[forms]", "[filler]", "[weak]", "[sounds]", "[same]", "[danger]", "[secret]", "[out]", "[calm]"];

    /// What an author of the file may get wrong.
    #[test]
    fn every_phrase_of_the_file_says_something() {
        let lines: Vec<&str> = WORDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let sections: Vec<&str> = lines.iter().copied().filter(|line| line.starts_with('[')).collect();
        assert_eq!(sections, SECTIONS);
        let phrases = lines.iter().skip_while(|line| **line != "[same]").filter(|line| !line.starts_with('['));
        let mut all = 0;
        for line in phrases {
            let words: HashSet<&str> = line.split(", ").collect();
            assert_eq!(words.len(), line.split(", ").count(), "a phrase stands twice in {line}");
            all += words.len();
        }
        assert_eq!(Language::read(&WORDS).phrases.len(), all, "of a phrase nothing is left but a character");
    }
}
