//! Cuts a text into what could be words, and says what stands between them.

mod label;
mod tag;

use super::fold::is_accent;
use std::ops::Range;

/// What a token is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Kana,
    Hangul,
    Han,
    /// Long numbers, and letters that no list has.
    Other,
}

impl Script {
    /// The script of a letter; `None`: no letter.
    fn of(letter: char) -> Option<Self> {
        match letter {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Self::Latin),
            '\0'..='\u{bf}' => None,
            '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fc}' => Some(Self::Kana),
            '\u{ac00}'..='\u{d7a3}' => Some(Self::Hangul),
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' => Some(Self::Han),
            _ if letter.is_alphabetic() => Some(Self::Other),
            _ => None,
        }
    }
}

/// Letters in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    pub(super) script: Script,
    /// How many letters.
    pub(super) letters: usize,
    /// Whether only separators, numbers and labels stand between it and the token before.
    pub(super) joined: bool,
    /// It numbers the next one: the `word` of `word 1: abandon`.
    label: bool,
}

impl Token {
    /// Whether its length is that of a listed word, which costs no look into the table.
    pub(super) fn is_plausible(&self) -> bool {
        match self.script {
            Script::Latin => (3..=9).contains(&self.letters),
            Script::Kana => (3..=7).contains(&self.letters),
            Script::Hangul => (2..=4).contains(&self.letters),
            Script::Han => self.letters == 1,
            Script::Other => false,
        }
    }
}

/// More characters between two words tear them apart.
const WIDEST_GAP: usize = 64;

/// A number with more digits numbers no word.
const LONGEST_NUMBER: usize = 4;

/// Labels say something only where they come again: `word 1`, `word 2`, `word 3`.
const FEWEST_LABELS: usize = 3;

/// All tokens of a text.
pub(super) fn cut(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut gap = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (script, letters, bytes) = piece(rest);
        let Some(script) = script else {
            gap += letters;
            at += bytes;
            continue;
        };
        tokens.push(Token { range: at..at + bytes, script, letters, joined: gap <= WIDEST_GAP, label: false });
        gap = 0;
        at += bytes;
    }
    label::mark(text, &mut tokens);
    without_labels(tokens)
}

/// What a text begins with, its characters and bytes; no script: nothing that is a word.
fn piece(rest: &str) -> (Option<Script>, usize, usize) {
    let Some(first) = rest.chars().next() else { return (None, 0, 0) };
    if first.is_ascii_digit() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        return ((digits > LONGEST_NUMBER).then_some(Script::Other), digits, digits);
    }
    // Line ends as programs write them into one line.
    if first == '\\' && rest.as_bytes().get(1).is_some_and(|second| matches!(second, b'n' | b'r' | b't')) {
        return (None, 2, 2);
    }
    if let Some(bytes) = tag::length(rest) {
        return (None, 1, bytes);
    }
    let Some(script) = Script::of(first) else { return (None, 1, first.len_utf8()) };
    let (mut letters, mut bytes) = (0, 0);
    for character in rest.chars() {
        if Script::of(character) == Some(script) {
            letters += 1;
        } else if !is_accent(character) {
            break;
        }
        bytes += character.len_utf8();
    }
    (Some(script), letters, bytes)
}

/// Takes the labels out, where there are enough of them; what they stood between is joined if both gaps were.
fn without_labels(tokens: Vec<Token>) -> Vec<Token> {
    let labels = tokens.iter().filter(|token| token.label).count();
    if labels < FEWEST_LABELS {
        return tokens;
    }
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len() - labels);
    let mut joined = true;
    for mut token in tokens {
        joined &= token.joined;
        if !token.label {
            token.joined = joined;
            joined = true;
            kept.push(token);
        }
    }
    kept
}
