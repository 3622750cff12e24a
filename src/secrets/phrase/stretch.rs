//! Tokens joined by separators only, where so many could be listed words that looking them up is worth it.

use super::FEWEST;
use super::fold::fold;
use super::table::{LISTS, Places};
use super::tokens::Token;
use std::ops::Range;

/// Such tokens of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch<'s> {
    text: &'s str,
    pub(super) tokens: &'s [Token],
}

impl<'s> Stretch<'s> {
    /// All of a text.
    pub(super) fn all(text: &'s str, tokens: &'s [Token]) -> impl Iterator<Item = Self> {
        let stretches = tokens.chunk_by(|_, next| next.joined).map(move |tokens| Self { text, tokens });
        stretches.filter(|stretch| is_promising(stretch.tokens))
    }

    /// What a token says.
    pub(super) fn word(&self, token: &Token) -> &'s str {
        self.text.get(token.range.clone()).unwrap_or("")
    }

    /// What stands before a token, as far as the one before; nothing before the first.
    pub(super) fn gap_before(&self, at: usize) -> &'s str {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let gap =
            before.zip(self.tokens.get(at)).and_then(|(one, next)| self.text.get(one.range.end..next.range.start));
        gap.unwrap_or("")
    }

    /// Looks a token up, if its length is right.
    pub(super) fn look_up(&self, token: &Token, table: fn(&str) -> Places) -> Places {
        if token.is_plausible() { table(&fold(self.word(token))) } else { [None; LISTS] }
    }

    /// From the first token of a range to the last, in bytes of the text, the number before the first included.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        let words = self.tokens.get(range).unwrap_or(&[]);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
        let before = self.text.get(..first.range.start).unwrap_or("");
        let numbered = before.trim_end_matches([' ', '.', ')', ':', '、', '"', '\'']);
        let number = numbered.trim_end_matches(|character: char| character.is_ascii_digit());
        let start = if number.len() < numbered.len() { number.len() } else { before.len() };
        start..last.range.end
    }
}

/// Whether enough plausible tokens stand in a row, one stranger among them.
fn is_promising(tokens: &[Token]) -> bool {
    let (mut before, mut now) = (0, 0);
    for token in tokens {
        if token.is_plausible() {
            now += 1;
            if before + now >= FEWEST {
                return true;
            }
        } else {
            (before, now) = (now, 0);
        }
    }
    false
}
