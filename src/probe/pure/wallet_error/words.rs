//! A message as words that can be compared.

use crate::wording::{is_han, is_invisible};
use unicode_normalization::UnicodeNormalization;

/// Where a sentence ends.
pub(super) const STOP: &str = ".";

/// A message in small letters: its Latin words and numbers, and its Chinese without spaces.
pub(super) struct Words {
    latin: Vec<String>,
    /// The same on one line, with a space at each end.
    line: String,
    han: String,
}

impl Words {
    /// `InsufficientFunds`, `INSUFFICIENT_FUNDS` and `insufficient funds` are the same words.
    pub(super) fn of(text: &str) -> Self {
        let plain: Vec<char> =
            text.nfkc().filter(|sign| !is_invisible(*sign) && *sign != '\'' && *sign != '’').collect();
        let mut latin = vec![String::new()];
        for (at, sign) in plain.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| plain.get(before));
            let small = plain.get(at + 1).is_some_and(|next| next.is_lowercase());
            let hump = sign.is_uppercase()
                && before.is_some_and(|before| before.is_lowercase() || (before.is_numeric() && small));
            let ends = !sign.is_alphanumeric() || is_han(*sign) || before.is_some_and(|before| is_han(*before)) || hump;
            if ends {
                latin.push(String::new());
            }
            let behind = plain.get(at + 1).is_none_or(|next| next.is_whitespace());
            if matches!(sign, '.' | '!' | '?' | '。') && behind {
                latin.extend([STOP.to_owned(), String::new()]);
            }
            if let Some(word) = latin.last_mut().filter(|_| sign.is_alphanumeric() && !is_han(*sign)) {
                word.extend(sign.to_lowercase());
            }
        }
        latin.retain(|word| !word.is_empty());
        latin.pop_if(|last| last == STOP);
        let joined = plain.iter().filter(|sign| sign.is_alphanumeric());
        let line = format!(" {} ", latin.join(" "));
        Self { latin, line, han: joined.flat_map(|sign| sign.to_lowercase()).collect() }
    }

    /// Where the words of a phrase stand in a row, and the first word behind them.
    pub(super) fn places<'w>(&'w self, phrase: &'w str) -> impl Iterator<Item = (usize, usize)> + 'w {
        let length = phrase.split(' ').count();
        let stands = move |from: &usize| {
            let there = self.latin.iter().skip(*from).take(length).map(String::as_str);
            there.eq(phrase.split(' '))
        };
        (0..self.latin.len()).filter(stands).map(move |from| (from, from + length))
    }

    /// Whether a phrase stands there: Chinese anywhere, Latin as whole words.
    pub(super) fn say(&self, phrase: &str) -> bool {
        if phrase.chars().any(is_han) { self.han.contains(phrase) } else { self.line.contains(&format!(" {phrase} ")) }
    }

    /// Whether it says this and nothing else.
    pub(super) fn are(&self, phrase: &str) -> bool {
        self.line.trim() == phrase || (self.latin.is_empty() && self.han == phrase)
    }

    /// Whether nothing stands behind a phrase.
    pub(super) fn end_with(&self, phrase: &str) -> bool {
        self.places(phrase).any(|(_, behind)| behind == self.latin.len())
    }

    /// The words from one place to another.
    pub(super) fn between(&self, from: usize, to: usize) -> &[String] {
        self.latin.get(from.min(self.latin.len())..to.min(self.latin.len())).unwrap_or_default()
    }

    /// Its Chinese, and what stands between, without spaces.
    pub(super) fn han(&self) -> &str {
        &self.han
    }
}
