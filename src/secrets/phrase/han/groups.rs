//! Chinese phrases in groups of a few characters, or in lines: `目派草阳 铅就武免 塞哩夜诚`.
//!
//! Prose comes in groups of all sizes, a phrase in equal ones; only the last may be shorter, and the first and the last
//! may stand right beside other words.

use super::run::Run;
use crate::secrets::Report;
use crate::secrets::phrase::checksum::LENGTHS;
use crate::secrets::phrase::table::Characters;
use crate::secrets::phrase::tokens::{Script, Token};
use std::ops::Range;

/// Reports every phrase in groups.
pub(super) fn find(lower: &str, tokens: &[Token], table: &Characters, report: &mut Report<'_>) {
    for parts in tokens.chunk_by(|one, next| continues(lower, one, next)) {
        for at in 0..parts.len().saturating_sub(1) {
            let parts = parts.get(at..).unwrap_or(&[]);
            for length in LENGTHS {
                if let Some(pieces) = size(parts, length).and_then(|size| cut(lower, parts, size, length)) {
                    Run::new(lower, &pieces, table).find(report);
                }
            }
        }
    }
}

/// Whether two tokens can be groups of one phrase: nothing but white space, numbers and commas stands between them.
fn continues(lower: &str, one: &Token, next: &Token) -> bool {
    let soft = |mark: char| mark.is_whitespace() || mark.is_ascii_digit() || ",、;/|-".contains(mark);
    let gap = lower.get(one.range.end..next.range.start);
    let han = one.script == Script::Han && next.script == Script::Han;
    han && next.joined && gap.is_some_and(|gap| gap.chars().all(soft))
}

/// How large the groups of a phrase are that begins in the first part: the second says it, or they are two of one size.
/// Single characters are looked at elsewhere, but for a first one beside another word.
fn size(parts: &[Token], length: usize) -> Option<usize> {
    let [first, second, ..] = parts else { return None };
    let size = second.letters;
    let fits = size <= first.letters && size * 2 <= length && (size > 1 || first.letters > 1);
    fits.then_some(size)
}

/// The places of the groups: the end of the first part, whole parts, and the beginning of the last. Two of them at least
/// stand alone.
fn cut(lower: &str, parts: &[Token], size: usize, length: usize) -> Option<Vec<Range<usize>>> {
    let count = length.div_ceil(size);
    let (parts, rest) = (parts.get(..count)?, length - (count - 1) * size);
    let [first, middle @ .., last] = parts else { return None };
    let alone = usize::from(first.letters == size) + middle.len() + usize::from(last.letters == rest);
    if alone < 2 || last.letters < rest || middle.iter().any(|part| part.letters != size) {
        return None;
    }
    let mut pieces: Vec<Range<usize>> = parts.iter().map(|part| part.range.clone()).collect();
    let end = |token: &Token, nth: usize| {
        let text = lower.get(token.range.clone())?;
        Some(token.range.start + text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at))
    };
    pieces.first_mut()?.start = end(first, first.letters - size)?;
    pieces.last_mut()?.end = end(last, rest)?;
    Some(pieces)
}
