//! Keys in the wallet import format: what Bitcoin wallets export (Bitcoin wiki, "Wallet import format").

use super::base58::run::{is_word, leads, runs};
use super::base58::{BITCOIN, is_digit};
use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;

/// The shortest and the longest that is taken for a key with a mistake in it.
const SHORTEST: usize = 49;
const LONGEST: usize = 53;

/// The lengths of a key: without and with the mark for a compressed public key.
const LENGTHS: [usize; 2] = [51, 52];

/// What people call it.
const CUES: [&str; 8] = ["wif", "private key", "privatekey", "private_key", "privkey", "私钥", "密钥", "秘钥"];

/// Finds keys in the wallet import format, of Bitcoin and of the coins that took it over.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let text = reading.text();
    for run in runs(text, SHORTEST - 1, is_word) {
        let Some(token) = text.get(run.clone()) else { continue };
        let mut proven = false;
        for part in runs(token, LENGTHS[0], is_digit) {
            let mut start = part.start;
            while start + LENGTHS[0] <= part.end {
                let length = LENGTHS.into_iter().find(|length| {
                    let end = start + length;
                    end <= part.end && token.as_bytes().get(start..end).is_some_and(is_key)
                });
                if let Some(length) = length {
                    report(run.start + start..run.start + start + length, Kind::PrivateKey, Confidence::Exact);
                    proven = true;
                }
                start += length.unwrap_or(1);
            }
        }
        if !proven && (is_nearly(token) || (is_like(token) && leads(reading.lower(), run.start, &CUES))) {
            report(run, Kind::PrivateKey, Confidence::Likely);
        }
    }
}

/// A version byte, 32 bytes of key, perhaps the mark, and a checksum that is right. No address has as many bytes.
fn is_key(digits: &[u8]) -> bool {
    // The first digit of every version byte in use; others need no arithmetic.
    let begins = digits.first().is_some_and(|first| b"5KL9c67TQXE".contains(first));
    begins && BITCOIN.checked(digits).is_some_and(|bytes| matches!(bytes.len(), 33 | 34))
}

/// The look of a key, with a mistake or a character too few or too many.
fn is_nearly(token: &str) -> bool {
    let lengths = match token.as_bytes() {
        [b'5', b'H' | b'J' | b'K', ..] | [b'9', ..] => 50..=52,
        [b'K' | b'L' | b'c', ..] => 51..=53,
        _ => return false,
    };
    lengths.contains(&token.len()) && is_like(token)
}

/// Letters of both cases and digits, as chance mixes them, with at most two characters that base58 does not have.
fn is_like(token: &str) -> bool {
    let count = |test: fn(u8) -> bool| token.bytes().filter(|byte| test(*byte)).count();
    (SHORTEST..=LONGEST).contains(&token.len())
        && count(|byte| byte.is_ascii_digit()) >= 2
        && count(|byte| byte.is_ascii_uppercase()) >= 6
        && count(|byte| byte.is_ascii_lowercase()) >= 6
        && count(|byte| !is_digit(byte)) <= 2
}
