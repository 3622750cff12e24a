//! A quick hash for what the search meets again and again. Whoever writes a flow can make it slow, not wrong; the budget
//! ends what takes too long.

use std::hash::{BuildHasherDefault, Hasher};

/// Builds [`QuickHasher`].
pub(super) type Quick = BuildHasherDefault<QuickHasher>;

/// Multiplies and turns; enough for small numbers.
#[derive(Debug, Default)]
pub(super) struct QuickHasher(u64);

/// An odd number without a pattern: the fraction of the golden ratio.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Hasher for QuickHasher {
    fn finish(&self) -> u64 {
        // The upper bits are the best mixed, and tables look at the lower ones too.
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(word.cast_unsigned() as u64);
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }
}
