//! From a text to its words: one spelling of everything that people type, Chinese character by character.

use super::language::Language;
use crate::secrets::simpler;
use crate::wording::is_han;
use unicode_normalization::UnicodeNormalization as _;

/// A word without its ending, or one Chinese character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) is_han: bool,
    /// A word that says nothing and may stand anywhere.
    pub(super) is_filler: bool,
    /// Which part of the sentence it stands in: nothing is read across a comma.
    pub(super) clause: usize,
}

/// A longer text is read up to here: nobody tells a longer story in one line.
const LONGEST: usize = 1_000;

/// One spelling: NFKC, small letters, simplified characters, straight quotes.
pub(super) fn fold(text: &str) -> String {
    let head: String = text.chars().take(LONGEST).collect();
    let plain = head.nfkc().take(LONGEST).map(|character| match character {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' => '\'',
        other => simpler(other),
    });
    plain.flat_map(char::to_lowercase).collect()
}

/// The words of a text that say something.
pub(super) fn tokens(text: &str, language: &Language) -> Vec<Token> {
    let mut cutter = Cutter { language, out: Vec::new(), word: String::new(), clause: 0, after_space: false };
    for character in language.replace_han(fold(text)).chars() {
        cutter.take(character);
    }
    cutter.end_word();
    cutter.out
}

struct Cutter<'l> {
    language: &'l Language,
    out: Vec<Token>,
    word: String,
    clause: usize,
    after_space: bool,
}

impl Cutter<'_> {
    fn take(&mut self, character: char) {
        let han = is_han(character);
        if !han && (character.is_alphanumeric() || character == '\'') {
            self.word.push(character);
            return;
        }
        self.end_word();
        if han {
            self.push(character.to_string(), true);
        } else if character == ' ' {
            self.after_space = true;
        } else if !matches!(character, '-' | '_' | '/' | '"' | '\u{201c}' | '\u{201d}') {
            self.clause += 1;
        }
    }

    fn end_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        let word = word.trim_matches('\'');
        // `it's` and `mum's` are said of `it` and `mum`; what stands in `don't` is a word of its own.
        let word = word.strip_suffix("'s").unwrap_or(word).replace('\'', "");
        let is_number = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        if !word.is_empty() && !is_number {
            let base = self.language.base(&word);
            self.push(base, false);
        }
    }

    fn push(&mut self, text: String, is_han: bool) {
        // Who writes no commas writes spaces between Chinese.
        let pause = is_han && self.after_space && self.out.last().is_some_and(|last| last.is_han);
        self.clause += usize::from(pause);
        self.after_space = false;
        let is_filler = self.language.is_filler(&text);
        // Chinese is read by neighbours, and these characters stand between any two.
        if !(is_han && is_filler) {
            self.out.push(Token { text, is_han, is_filler, clause: self.clause });
        }
    }
}
