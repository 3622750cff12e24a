//! Sums over characters. Both are polynomials over a prime field, so that one changed character, or two different
//! neighbours swapped, always change the large one. The small one, which only says where, misses characters whose codes
//! are 31 apart, such as 0 and O: then something was changed, and where cannot be told.

/// The largest prime below 2^30: six symbols.
const WHOLE: u64 = 1_073_741_789;

/// It generates enough of that field.
const BY: u64 = 48_271;

/// A prime below 32: one symbol.
const PART: u64 = 31;

/// Over everything.
pub(super) fn whole(characters: impl Iterator<Item = char>) -> u64 {
    folded(characters, BY, WHOLE)
}

/// Over one part.
pub(super) fn part(characters: impl Iterator<Item = char>) -> u8 {
    // 3 generates the whole field.
    u8::try_from(folded(characters, 3, PART)).unwrap_or(0)
}

/// The sum over everything from each character on.
pub(super) fn endings(characters: impl DoubleEndedIterator<Item = char>) -> Vec<u64> {
    let (mut sum, mut power) = (0, 1);
    let mut all: Vec<u64> = characters
        .rev()
        .map(|character| {
            sum = (sum + u64::from(u32::from(character)) * power) % WHOLE;
            power = power * BY % WHOLE;
            (sum + power) % WHOLE
        })
        .collect();
    all.reverse();
    all
}

fn folded(characters: impl Iterator<Item = char>, by: u64, prime: u64) -> u64 {
    characters.fold(1, |sum, character| (sum * by + u64::from(u32::from(character))) % prime)
}
