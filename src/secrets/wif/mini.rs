//! Mini keys, as they stand under the foil of coins and on paper (Bitcoin wiki, "Mini private key format").

use super::super::base58::is_digit;
use super::super::base58::run::{is_word, runs};
use sha2::{Digest as _, Sha256};
use std::ops::Range;

/// Their lengths: the usual one, and that of the first series.
const LENGTHS: [usize; 2] = [30, 22];

/// Finds mini keys: an `S`, and a hash of the key with a question mark that begins with a zero byte.
pub(super) fn find(text: &str, report: &mut dyn FnMut(Range<usize>)) {
    for run in runs(text, LENGTHS[1], is_word) {
        let Some(key) = text.as_bytes().get(run.clone()) else { continue };
        let fits = key.first() == Some(&b'S') && LENGTHS.contains(&key.len()) && key.iter().all(|byte| is_digit(*byte));
        // The shorter ones are rare, and words of codes are as long: 1 of 256 of those passes by chance.
        if fits && Sha256::new().chain_update(key).chain_update(b"?").finalize().first() == Some(&0) {
            report(run);
        }
    }
}
