//! Runs of characters that keys are written in, and the words around them.

use std::ops::Range;

/// Every longest stretch of bytes that belong, of at least `least` of them. What belongs must be ASCII.
pub(in crate::secrets) fn runs(
    text: &str,
    least: usize,
    belongs: fn(u8) -> bool,
) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += bytes.get(at..)?.iter().position(|byte| belongs(*byte))?;
            let start = at;
            at = bytes.get(at..)?.iter().position(|byte| !belongs(*byte)).map_or(bytes.len(), |length| start + length);
            if at - start >= least {
                return Some(start..at);
            }
        }
    })
}

/// A letter or digit of ASCII.
pub(in crate::secrets) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// At most `reach` bytes before a place.
pub(in crate::secrets) fn before(text: &str, at: usize, reach: usize) -> &str {
    let from = (at.saturating_sub(reach)..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at);
    text.get(from..at).unwrap_or_default()
}

/// At most `reach` bytes from a place on.
pub(in crate::secrets) fn after(text: &str, at: usize, reach: usize) -> &str {
    let end = text.len().min(at.saturating_add(reach));
    let to = (at..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(at);
    text.get(at..to).unwrap_or_default()
}

/// Whether one of the words stands in a part of a text, not as a part of a longer English word. All in lower case.
pub(in crate::secrets) fn says(part: &str, words: &[&str]) -> bool {
    words.iter().any(|word| part.match_indices(word).any(|(at, _)| stands_alone(part, &(at..at + word.len()))))
}

/// Whether one of the words stands right before a place, with nothing but "is", "是", signs and spaces between. All in
/// lower case.
pub(in crate::secrets) fn leads(lower: &str, at: usize, words: &[&str]) -> bool {
    /// Far enough for `private key (hex) is: "`.
    const REACH: usize = 60;
    const LINKS: [&str; 16] = [
        "是", "为", "如下", "就是", "is", "are", "was", "here", "below", "follows", "as", "这个", "的", "hex", "内容",
        "值",
    ];
    let mut part = before(lower, at, REACH);
    loop {
        part = part.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let ends = |word: &&str| part.ends_with(*word) && stands_alone(part, &(part.len() - word.len()..part.len()));
        if words.iter().any(ends) {
            return true;
        }
        let Some(link) = LINKS.iter().find(|link| ends(link)) else { return false };
        part = part.get(..part.len() - link.len()).unwrap_or_default();
    }
}

/// Whether a stretch has digits, and letters.
pub(in crate::secrets) fn is_mixed(part: &str) -> bool {
    part.bytes().any(|byte| byte.is_ascii_digit()) && part.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn stands_alone(text: &str, word: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let open = letter(Some(word.start)) && letter(word.start.checked_sub(1));
    let close = letter(word.end.checked_sub(1)) && letter(Some(word.end));
    !open && !close
}
