//! Solana keys: 64 bytes in base58, or as a list of numbers, which is how the command line keeps them.

use super::base58::run::{before, is_word, runs, says};
use super::base58::{BITCOIN, is_digit};
use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;
use std::ops::Range;

/// The lengths of 64 bytes in base58; with leading zeros 86, which is as rare as one in 200.
const LENGTHS: [usize; 3] = [88, 87, 86];

/// The bytes of a key with its public half, and without.
const WHOLE: usize = 64;
const HALF: usize = 32;

/// What makes a list of 32 numbers a key, and a transaction number none.
const CUES: [&str; 10] =
    ["私钥", "密钥", "秘钥", "private key", "privatekey", "secret key", "secretkey", "secret", "keypair", "seed"];

/// Finds Solana keys, and those of NEAR, which look the same behind `ed25519:`.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    find_text(reading, format, report);
    find_lists(reading, report);
}

fn find_text(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    let text = reading.text();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut said = false;
    for run in runs(text, LENGTHS[2], is_digit) {
        let whole = unescaped(text, run);
        if LENGTHS.contains(&whole.len()) && text.as_bytes().get(whole.clone()).is_some_and(is_key) {
            let near = before(reading.lower(), whole.start, 40);
            said |= says(near, &CUES) || near.ends_with("ed25519:");
            found.push(whole);
        }
    }
    // A transaction number is 64 bytes as well, and one is what that question asks for.
    if format == TextFormat::TxHash && found.len() == 1 && !said {
        return;
    }
    for range in found {
        report(range, Kind::PrivateKey, Confidence::Likely);
    }
}

/// A run behind a line break that somebody's log wrote as `\n`.
fn unescaped(text: &str, run: Range<usize>) -> Range<usize> {
    let escaped = run.start.checked_sub(1).and_then(|at| text.as_bytes().get(at)) == Some(&b'\\');
    if escaped { run.start + 1..run.end } else { run }
}

fn is_key(digits: &[u8]) -> bool {
    let letters = digits.iter().any(u8::is_ascii_uppercase) && digits.iter().any(u8::is_ascii_lowercase);
    letters && BITCOIN.decode(digits).is_some_and(|bytes| bytes.len() == WHOLE)
}

fn find_lists(reading: &Reading<'_>, report: &mut Report<'_>) {
    let text = reading.text();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let list = List::read(bytes, at + start);
        at = list.end.max(at + start + 1);
        if list.count < HALF || list.steady {
            continue;
        }
        let opened = bytes[..list.start].trim_ascii_end().ends_with(b"[");
        let closing = bytes.get(list.end..).unwrap_or_default().trim_ascii_start().starts_with(b"]");
        let said = says(before(reading.lower(), list.start, 60), &CUES);
        // Without its end, more than half of a list holds the part that signs.
        let key = match (opened, closing) {
            (true, true) => list.count == WHOLE || (list.count == HALF && said),
            (true, false) => list.count <= WHOLE,
            _ => list.count == WHOLE || said,
        };
        if key && list.count <= WHOLE {
            let whole = if opened && closing { with_brackets(bytes, &list) } else { list.start..list.end };
            let sure = if list.count == WHOLE { Confidence::Exact } else { Confidence::Likely };
            report(whole, Kind::PrivateKey, sure);
        }
    }
}

/// Numbers from 0 to 255 with commas or spaces between.
struct List {
    start: usize,
    end: usize,
    count: usize,
    /// Each one more than the last: somebody counts.
    steady: bool,
}

impl List {
    fn read(bytes: &[u8], start: usize) -> Self {
        let mut list = Self { start, end: start, count: 0, steady: true };
        let mut at = start;
        let mut last: Option<u32> = None;
        let glued = start.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(|byte| is_word(*byte));
        loop {
            let digits = bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
            let value = bytes
                .get(at..at + digits.min(4))
                .unwrap_or_default()
                .iter()
                .fold(0u32, |value, digit| value * 10 + u32::from(digit - b'0'));
            let next = bytes.get(at + digits);
            if !(1..=3).contains(&digits) || value > 255 || next.is_some_and(|byte| is_word(*byte) || *byte == b'.') {
                list.end = list.end.max(if list.count == 0 { at + digits } else { list.end });
                break;
            }
            list.steady &= last.is_none_or(|last| value == last + 1 || value == last);
            last = Some(value);
            list.count += 1;
            list.end = at + digits;
            let rest = bytes.get(list.end..).unwrap_or_default();
            let gap = rest.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b',').count();
            if gap == 0 {
                break;
            }
            at = list.end + gap;
        }
        if glued {
            list.count = 0;
        }
        list
    }
}

/// The list with the brackets around it.
fn with_brackets(bytes: &[u8], list: &List) -> Range<usize> {
    let start = bytes[..list.start].trim_ascii_end().len().saturating_sub(1);
    let rest = bytes.get(list.end..).unwrap_or_default();
    let blank = rest.len() - rest.trim_ascii_start().len();
    start..(list.end + blank + 1).min(bytes.len())
}
