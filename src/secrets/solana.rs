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

/// Of 32 bytes by chance 30 differ; where fewer than so many do, somebody drew a table.
const DIFFERENT: usize = 16;

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
        if list.count < HALF || list.steady || list.seen.iter().filter(|seen| **seen).count() < DIFFERENT {
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
    /// Which numbers there are.
    seen: [bool; 256],
}

impl List {
    fn read(bytes: &[u8], start: usize) -> Self {
        let mut list = Self { start, end: start, count: 0, steady: true, seen: [false; 256] };
        let mut at = start;
        let mut previous: Option<u32> = None;
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
            list.steady &= previous.is_none_or(|number| value == number + 1 || value == number);
            previous = Some(value);
            list.count += 1;
            if let Some(seen) = usize::try_from(value).ok().and_then(|value| list.seen.get_mut(value)) {
                *seen = true;
            }
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

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Kind, find};
    use proptest::array::uniform32;
    use proptest::prelude::any;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    fn found(text: &str, format: TextFormat) -> Vec<String> {
        let all = find(text, format).into_iter();
        all.filter(|found| found.kind == Kind::PrivateKey).map(|found| text[found.span].to_owned()).collect()
    }

    fn list(bytes: &[u8], sign: &str) -> String {
        bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(sign)
    }

    #[test]
    fn other_lists_and_addresses_stay() {
        let counted: Vec<u8> = (0..64).collect();
        for text in [
            "4wBqpZM9xaSheZzJSMawUHDgZ7miWfSsxmfVF5jJpYP".to_owned(),
            "ed25519:4wBqpZM9xaSheZzJSMawUHDgZ7miWfSsxmfVF5jJpYP".to_owned(),
            format!("[{}]", list(&counted, ", ")),
            "[1, 255, 3]".to_owned(),
            format!("[{}]", list(&[0, 2].repeat(32), ",")),
            "我 3 月 5 日 10:20 转了 100, 200, 300 元".to_owned(),
        ] {
            assert!(found(&text, TextFormat::Free).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn finds_any_key(one in uniform32(any::<u8>()), other in uniform32(1u8..), head in "[ -~]{0,30}[ (\"]", tail in "([ ,)\"][ -~]{0,30})?") {
            let bytes = [other, one].concat();
            let key = bs58::encode(&bytes).into_string();
            let text = [head.as_str(), &key, &tail].concat();
            prop_assert!(found(&text, TextFormat::Free).contains(&key));
            prop_assert!(found(&key, TextFormat::TxHash).is_empty());
            prop_assert_eq!(found(&format!("ed25519:{key}"), TextFormat::TxHash).len(), 1);
            prop_assert_eq!(found(&format!("{key}，{key}"), TextFormat::TxHash).len(), 2);
            let address = bs58::encode(&one).into_string();
            prop_assert_eq!(found(&format!("地址{address}"), TextFormat::Free), Vec::<String>::new());

            for sign in [",", ", ", ",\n  ", " "] {
                let key = format!("[{}]", list(&bytes, sign));
                prop_assert_eq!(found(&format!("密钥{key}。"), TextFormat::Free), [key.as_str()]);
            }
            let half = format!("[{}]", list(&one, ","));
            prop_assert_eq!(found(&format!("secretKey: {half}"), TextFormat::Free), [half.as_str()]);
            prop_assert!(found(&half, TextFormat::Free).is_empty());
            let torn = list(&bytes[..40], ",");
            prop_assert_eq!(found(&format!("[{torn},"), TextFormat::Free), [torn.as_str()]);
        }
    }
}
