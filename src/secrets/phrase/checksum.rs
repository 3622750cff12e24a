//! The checksum of a phrase (BIP-39): the last bits are the first ones of the SHA-256 of all the others.

use sha2::{Digest as _, Sha256};
use std::ops::Range;

/// How many words a phrase has.
pub(super) const LENGTHS: [usize; 5] = [12, 15, 18, 21, 24];

/// Whether the words with these places in their list are a phrase: eleven bits each, one bit of checksum for every three
/// words.
pub(super) fn holds(indices: &[u16]) -> bool {
    if !LENGTHS.contains(&indices.len()) {
        return false;
    }
    let mut bytes = [0_u8; 33];
    for (at, bit) in indices.iter().flat_map(|index| (0..11).rev().map(move |bit| index >> bit & 1)).enumerate() {
        if let Some(byte) = bytes.get_mut(at / 8) {
            *byte |= u8::from(bit == 1) << (7 - at % 8);
        }
    }
    let checked = indices.len() / 3;
    let (entropy, rest) = bytes.split_at(checked * 4);
    let expected = Sha256::digest(entropy);
    let differing = rest.first().zip(expected.first()).map_or(u8::MAX, |(given, right)| given ^ right);
    differing >> (8 - checked) == 0
}

/// The phrases of any length among these words. They lie at the beginning of what people paste as one run, so that an
/// endless run costs no more than a long one.
pub(super) fn valid(indices: &[u16]) -> impl Iterator<Item = Range<usize>> {
    const PLACES: usize = 2000;
    LENGTHS.iter().rev().flat_map(move |length| {
        let windows = indices.windows(*length).take(PLACES).enumerate();
        windows.filter(|(_, window)| holds(window)).map(move |(at, _)| at..at + length)
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn official_vectors() {
        let cases: [(&[u16], bool); 6] = [
            (&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], true),
            (&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], false),
            (&[2047, 2047, 2047, 2047, 2047, 2047, 2047, 2047, 2047, 2047, 2047, 2037], true),
            (&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 102], true),
            (&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 103], false),
            (&[0, 0, 0], false),
        ];
        for (indices, right) in cases {
            assert_eq!(holds(indices), right, "{indices:?}");
        }
    }
}
