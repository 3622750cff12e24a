//! Keys in pieces: broken by the end of a line, or read out in groups.

use super::super::base58::is_digit;
use super::super::base58::run::{is_word, runs};
use super::{FIRST, LENGTHS, is_key};
use std::ops::Range;

/// The widest gap between two pieces.
const GAP: usize = 6;

/// Finds keys in pieces. Only a right checksum joins them: words of a sentence have the letters too.
pub(super) fn find(text: &str, report: &mut dyn FnMut(Range<usize>)) {
    let pieces: Vec<Range<usize>> = runs(text, 1, is_word).collect();
    let mut after = 0;
    for (at, first) in pieces.iter().enumerate() {
        let begins = text.as_bytes().get(first.start).is_some_and(|byte| FIRST.contains(byte));
        if !begins || first.start < after || first.len() >= LENGTHS[0] {
            continue;
        }
        if let Some(end) = pieces.get(at..).and_then(|pieces| end_of_key(text, pieces)) {
            after = end;
            report(first.start..end);
        }
    }
}

/// Where the key ends that begins with the first of the pieces.
fn end_of_key(text: &str, pieces: &[Range<usize>]) -> Option<usize> {
    let mut digits: Vec<u8> = Vec::with_capacity(LENGTHS[1]);
    let mut last: Option<usize> = None;
    for piece in pieces {
        let gap = last.map_or("", |last| text.get(last..piece.start).unwrap_or("-"));
        let part = text.as_bytes().get(piece.clone())?;
        let joined = gap.len() <= GAP && gap.bytes().all(|byte| byte.is_ascii_whitespace());
        if !joined || digits.len() + part.len() > LENGTHS[1] || !part.iter().all(|byte| is_digit(*byte)) {
            return None;
        }
        digits.extend(part);
        last = Some(piece.end);
        if LENGTHS.contains(&digits.len()) && is_key(&digits) {
            return last;
        }
    }
    None
}
