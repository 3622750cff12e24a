//! What is left of a text when its secrets are taken out.

use super::{Found, find};
use crate::flow::step::TextFormat;
use std::borrow::Cow;

/// What stands where a secret stood.
pub const MASK: &str = "****";

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
pub(super) fn tail(number: &str) -> String {
    let mut last: Vec<char> = number.chars().rev().filter(|character| character.is_alphanumeric()).take(TAIL).collect();
    last.reverse();
    last.into_iter().collect()
}

/// A text that is about to be shown or written, without its secrets. `allowed`: what was typed where a transaction hash was
/// asked for, and the program's own checksums; they look like keys and are none.
pub fn scrub<'t>(text: &'t str, allowed: &[String]) -> Cow<'t, str> {
    until_none_is_left(text, |text| {
        let mut all = find(text, TextFormat::Free);
        all.retain(|found| !is_allowed(&text[found.span.clone()], allowed));
        (!all.is_empty()).then(|| masked(text, &all))
    })
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

/// Whether that is, but for breaks where a line was wrapped, a part of something allowed.
fn is_allowed(found: &str, allowed: &[String]) -> bool {
    let plain: String = found.split_whitespace().collect();
    allowed.iter().any(|whole| whole.contains(&plain))
}

/// The last look at bytes that leave the program, whatever they are: letters and digits of secrets become stars, one by
/// one, so that the shape of a table, of JSON or of a line in a file stays. What could as well be a hash passes: who knows
/// where it comes from has decided that before.
pub fn cover(text: &str) -> Cow<'_, str> {
    starred(text, is_hash, |_| 1)
}

/// The same for somebody's own file: whatever could be a key is covered, and every byte after it stays where it was, since
/// something points into the text.
pub fn blot(text: &str) -> Cow<'_, str> {
    starred(text, |_| false, char::len_utf8)
}

/// Whether it could as well be a checksum or a transaction's number: 64 hex digits, or the 87 or 88 characters of Solana's.
fn is_hash(found: &str) -> bool {
    let digits = found.strip_prefix("0x").unwrap_or(found);
    let is_hex = digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex || (matches!(found.len(), 87 | 88) && found.bytes().all(|byte| byte.is_ascii_alphanumeric()))
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
