//! What is left of a text when its secrets are taken out.

use super::{Found, find};
use crate::flow::step::TextFormat;
use std::borrow::Cow;

/// What stands where a secret stood.
const MASK: &str = "****";

/// How much of a card or account number tells which one it is and harms nobody.
const TAIL: usize = 4;

/// How many secrets are looked for that touch each other.
const ROUNDS: usize = 8;

/// The text with every finding masked; of cards and accounts the last four characters stay.
pub(super) fn masked(text: &str, all: &[Found]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for found in all {
        out.push_str(&text[from..found.span.start]);
        out.push_str(MASK);
        if found.kind.keeps_tail() {
            out.push_str(&tail(&text[found.span.clone()]));
        }
        from = found.span.end;
    }
    out.push_str(&text[from..]);
    out
}

/// The last four digits or letters of a number.
fn tail(number: &str) -> String {
    let mut last: Vec<char> = number.chars().rev().filter(|character| character.is_alphanumeric()).take(TAIL).collect();
    last.reverse();
    last.into_iter().collect()
}

/// A text that is about to be shown or written, without its secrets. `excused`: what looks like one and was accepted where
/// it was asked for, see [`excused`].
pub fn scrub<'t>(text: &'t str, excused: &[String]) -> Cow<'t, str> {
    until_none_is_left(text, |text| {
        let mut all = find(text, TextFormat::Free);
        all.retain(|found| !excused.contains(&joined(&text[found.span.clone()])));
        (!all.is_empty()).then(|| masked(text, &all))
    })
}

/// What looks like a secret in an answer that was accepted: its format says otherwise, as a transaction's hash looks like a
/// key, and an error's number like a code.
pub fn excused(answer: &str, format: TextFormat) -> Vec<String> {
    if format == TextFormat::Free {
        return Vec::new();
    }
    find(answer, TextFormat::Free).into_iter().map(|found| joined(&answer[found.span])).collect()
}

/// Without the breaks of a wrapped line.
fn joined(found: &str) -> String {
    found.split_whitespace().collect()
}

/// Takes out what is found, and what only then stands apart from its neighbour: a token glued to a key is seen once the
/// key is gone.
fn until_none_is_left(text: &str, take_out: impl Fn(&str) -> Option<String>) -> Cow<'_, str> {
    let mut clean = Cow::Borrowed(text);
    for _ in 0..ROUNDS {
        match take_out(&clean) {
            Some(cleaner) => clean = Cow::Owned(cleaner),
            None => break,
        }
    }
    clean
}

/// The last look at bytes that leave the program: letters and digits of secrets become stars, one by one, so that the
/// shape of a table, of JSON or of a line in a file stays.
pub fn cover(text: &str) -> Cow<'_, str> {
    starred(text, |_| false, |_| 1)
}

/// The same for a page that may hold hashes: what could as well be one passes, since whoever made the page has judged it.
pub fn cover_page(text: &str) -> Cow<'_, str> {
    starred(text, could_be_hash, |_| 1)
}

/// The same with every byte after it where it was, for a text that something points into.
pub fn blot(text: &str) -> Cow<'_, str> {
    starred(text, |_| false, char::len_utf8)
}

/// Whether it could as well be a checksum, a transaction's number or an address: 64 hex digits, or the 87 or 88 characters
/// of Solana's.
pub fn could_be_hash(text: &str) -> bool {
    let text = text.trim();
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let is_hex = digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex || (matches!(text.len(), 87 | 88) && text.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn starred(text: &str, is_fine: impl Fn(&str) -> bool, stars: impl Fn(char) -> usize) -> Cow<'_, str> {
    until_none_is_left(text, |text| starred_once(text, &is_fine, &stars))
}

fn starred_once(text: &str, is_fine: impl Fn(&str) -> bool, stars: impl Fn(char) -> usize) -> Option<String> {
    let mut all = find(text, TextFormat::Free);
    all.retain(|found| !is_fine(&text[found.span.clone()]));
    if all.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for found in all {
        out.push_str(&text[from..found.span.start]);
        let secret = &text[found.span.clone()];
        let signs = secret.chars().filter(|character| character.is_alphanumeric()).count();
        let mut left = if found.kind.keeps_tail() { signs.saturating_sub(TAIL) } else { signs };
        let mut escaped = false;
        for character in secret.chars() {
            let covers = character.is_alphanumeric() && left > 0;
            left -= usize::from(covers);
            // `\n` in a JSON string is one sign, and a star behind the backslash would be none.
            if covers && !escaped {
                out.extend(std::iter::repeat_n('*', stars(character)));
            } else {
                out.push(character);
            }
            escaped = character == '\\' && !escaped;
        }
        from = found.span.end;
    }
    out.push_str(&text[from..]);
    Some(out)
}
