//! Sums over characters. Both are polynomials over a prime field, so that one changed character, or two different
//! neighbours swapped, always change the large one. The small one, which says where, has 31 values for 95 characters of a
//! keyboard: it tells all apart that look alike, and where one of the others was changed, the large one says which it was.

/// The largest prime below 2^30: six symbols.
const WHOLE: u64 = 1_073_741_789;

/// It generates enough of that field.
const BY: u64 = 48_271;

/// What undoes one step of it: its inverse.
const BACK: u64 = 996_999_870;

/// A prime below 32: one symbol.
const PART: u64 = 31;

/// Over everything.
pub(super) fn whole(characters: impl Iterator<Item = char>) -> u64 {
    folded(characters.map(u32::from), BY, WHOLE)
}

/// Over one part.
pub(super) fn part(characters: impl Iterator<Item = char>) -> u8 {
    // 3 generates the whole field. Codes that are 31 apart, such as those of 0 and O, are not, once each column of the
    // table of ASCII is moved by two.
    let spread = characters.map(|character| u32::from(character) + 2 * (u32::from(character) >> 5));
    u8::try_from(folded(spread, 3, PART)).unwrap_or(0)
}

/// Where the one character stands that was another of a keyboard when the sum over everything was `was`.
pub(super) fn changed(characters: &[char], was: u64) -> Option<usize> {
    // What the sum is short of is what the character is short of, times a power of BY for each that follows it.
    let mut short = (was + WHOLE - whole(characters.iter().copied()) % WHOLE) % WHOLE;
    characters.iter().rposition(|character| {
        let then = (u64::from(u32::from(*character)) + short) % WHOLE;
        short = short * BACK % WHOLE;
        (0x21..0x7f).contains(&then)
    })
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

fn folded(values: impl Iterator<Item = u32>, by: u64, prime: u64) -> u64 {
    values.fold(1, |sum, value| (sum * by + u64::from(value)) % prime)
}
