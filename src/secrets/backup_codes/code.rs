//! One code: letters and digits in one group, or in groups of one size with dashes or a blank between.

use super::super::base58::run::{is_word, runs};
use std::ops::Range;

/// The sizes of a code in one group, and of a group of several.
const WHOLE: std::ops::RangeInclusive<usize> = 6..=12;
const GROUP: std::ops::RangeInclusive<usize> = 3..=6;

/// The most groups: eight of six digits are a key of BitLocker.
const GROUPS: usize = 8;

/// What may be a code.
pub(super) struct Code {
    pub(super) range: Range<usize>,
    /// The size of a group, how many there are, and what stands between.
    pub(super) shape: (usize, usize, u8),
}

/// Everything in a text that has the shape of a code, in order.
pub(super) fn codes(text: &str) -> Vec<Code> {
    let mut all: Vec<Code> = Vec::new();
    let mut half: Option<Range<usize>> = None;
    for run in runs(text, 3, |byte| is_word(byte) || byte == b'-') {
        let word = text.get(run.clone()).unwrap_or_default();
        let before = half.take();
        if is_amount(text, &run) {
            continue;
        }
        let sizes: Vec<usize> = word.split('-').map(str::len).take(GROUPS + 1).collect();
        match sizes.as_slice() {
            [size] if WHOLE.contains(size) && !word.starts_with("0x") => {
                all.push(Code { range: run, shape: (*size, 1, 0) });
            }
            [size] if GROUP.contains(size) && word.bytes().any(|byte| byte.is_ascii_digit()) => {
                let pair =
                    before.filter(|before| before.len() == *size && text.get(before.end..run.start) == Some(" "));
                match pair {
                    Some(first) => all.push(Code { range: first.start..run.end, shape: (*size, 2, b' ') }),
                    None => half = Some(run),
                }
            }
            [size, rest @ ..]
                if GROUP.contains(size)
                    && rest.len() < GROUPS
                    && rest.iter().all(|other| other == size)
                    && !rest.is_empty() =>
            {
                all.push(Code { range: run, shape: (*size, sizes.len(), b'-') });
            }
            _ => {}
        }
    }
    all
}

/// A part of a number with a point in it, a share, or money.
fn is_amount(text: &str, run: &Range<usize>) -> bool {
    const UNITS: [&str; 10] = ["元", "块", "%", "usd", "cny", "eur", "btc", "eth", "rmb", "人民币"];
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let point = |at: usize| matches!(bytes.get(at), Some(b'.' | b'@' | b'/'));
    let before = run.start >= 2 && point(run.start - 1) && digit(run.start - 2) && digit(run.start);
    let after = point(run.end) && digit(run.end + 1) && digit(run.end - 1);
    let rest = text.get(run.end..).unwrap_or_default();
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let unit = UNITS.iter().any(|unit| rest.get(..unit.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(unit)));
    before || after || unit
}
