//! The lines of base64 between the first and the last line of a key.

use std::ops::Range;

/// A word this long is a line of base64, no word of a sentence.
const LINE: usize = 16;

/// How far headers such as `DEK-Info` may reach.
const HEADERS: usize = 400;

/// The base64 that begins behind a place, headers let aside: lines, and a short one at the end.
pub(super) fn behind(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = from;
    let mut body: Option<Range<usize>> = None;
    loop {
        let blank = bytes.get(at..)?.iter().take_while(|byte| is_blank(**byte)).count();
        let start = at + blank;
        let length = length_at(bytes, start);
        let long = length >= LINE;
        match &mut body {
            None if long => body = Some(start..start + length),
            // A header, or what somebody wrote: it must be near, and in the same script.
            None => {
                let word = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii() && !is_blank(**byte)).count();
                if word.max(length) == 0 || start - from > HEADERS {
                    return None;
                }
                at = start + word.max(length);
                continue;
            }
            Some(body) if long => body.end = start + length,
            Some(body) => {
                // The last line is short: it has its line for itself, or the sign that fills it up.
                let last = bytes.get(start..start + length).unwrap_or_default();
                let alone = bytes
                    .get(start + length)
                    .is_none_or(|next| !next.is_ascii() || matches!(next, b'\n' | b'\r' | b'-'));
                let below = bytes.get(at..start)?.iter().any(|byte| matches!(byte, b'\n' | b'\\'));
                let mixed = last.iter().any(u8::is_ascii_digit) || last.contains(&b'=');
                if length > 0 && (last.ends_with(b"=") || (below && alone && mixed)) {
                    body.end = start + length;
                }
                return Some(body.clone());
            }
        }
        at = start + length;
    }
}

/// The base64 that ends before a place, and not before `least`.
pub(super) fn in_front(text: &str, least: usize, to: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes().get(..to)?;
    let mut end = to;
    let mut start = None;
    loop {
        let blank = bytes.get(least..end)?.iter().rev().take_while(|byte| is_blank(**byte)).count();
        let word = bytes.get(least..end - blank)?.iter().rev().take_while(|byte| is_base64(**byte)).count();
        // Only the lowest line is short.
        if word == 0 || (word < LINE && (start.is_some() || end < to)) {
            break;
        }
        end -= blank + word;
        if word >= LINE {
            start = Some(end);
        }
    }
    start.map(|start| start..to)
}

/// How much base64 stands at a place, the `n` of a written `\n` let aside.
fn length_at(bytes: &[u8], start: usize) -> usize {
    bytes.get(start..).unwrap_or_default().iter().take_while(|byte| is_base64(**byte)).count()
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

/// Between lines: also the backslash of a written `\n`.
fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'\\' | b'>' | b'"' | b',')
}
