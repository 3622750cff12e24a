//! Groups of hex digits, and which of them stand close enough to be one number.

use std::ops::Range;

/// The widest gap inside a number: a line break and the indent behind it.
const GAP: usize = 12;

/// As many digits mean something even where letters touch them.
const ALONE: usize = 32;

/// Hex digits in a row.
pub(super) struct Group {
    /// With `0x`.
    pub(super) range: Range<usize>,
    /// Without.
    pub(super) digits: Range<usize>,
    /// How many of the digits are letters.
    pub(super) letters: usize,
    /// Letters that are no digits touch it: a part of a word.
    pub(super) glued: bool,
    /// A comma stands before it.
    pub(super) comma: bool,
}

/// The groups of a text, those in one chain that have only blanks, dashes, colons and the like between them.
pub(super) fn chains(text: &str) -> impl Iterator<Item = Vec<Group>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut ahead: Option<Group> = None;
    std::iter::from_fn(move || {
        let mut chain = Vec::new();
        while let Some(mut group) = ahead.take().or_else(|| next(bytes, &mut at)) {
            // The many short ones in words are no part of anything.
            if group.glued && group.digits.len() < ALONE {
                continue;
            }
            let gap = chain.last().map(|last: &Group| &bytes[last.range.end..group.range.start]);
            if gap.is_some_and(|gap| !joins(gap)) {
                ahead = Some(group);
                return Some(chain);
            }
            group.comma = gap.is_some_and(|gap| gap.contains(&b','));
            chain.push(group);
        }
        (!chain.is_empty()).then_some(chain)
    })
}

/// Between two groups of one number stand one sign and blanks at most.
fn joins(gap: &[u8]) -> bool {
    let signs = gap.iter().filter(|byte| !byte.is_ascii_whitespace()).count();
    let known = gap.iter().all(|byte| byte.is_ascii_whitespace() || b"-:,_;|\\>+".contains(byte));
    !gap.is_empty() && gap.len() <= GAP && known && signs <= 1
}

/// The next group from a place on.
fn next(bytes: &[u8], at: &mut usize) -> Option<Group> {
    let end_of = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + rest.iter().position(|byte| !byte.is_ascii_hexdigit()).unwrap_or(rest.len())
    };
    let mut start = *at + bytes.get(*at..)?.iter().position(u8::is_ascii_hexdigit)?;
    let mut end = end_of(start);
    let mut digits = start;
    let prefixed = bytes.get(end - 1) == Some(&b'0')
        && matches!(bytes.get(end), Some(b'x' | b'X'))
        && bytes.get(end + 1).is_some_and(u8::is_ascii_hexdigit);
    if prefixed && end - 1 - start >= ALONE {
        // A number stands before it, and takes no part of its prefix.
        end -= 1;
    } else if prefixed {
        start = end - 1;
        digits = end + 1;
        end = end_of(digits);
    }
    *at = end;
    let word = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let glued = word(start.checked_sub(1)) || word(Some(end));
    let letters = bytes[digits..end].iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    Some(Group { range: start..end, digits: digits..end, letters, glued, comma: false })
}
