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

#[cfg(test)]
mod tests {
    use super::{changed, part, whole};

    /// Where the sum of a part misses a change, the sum over everything tells the place, for whichever two characters.
    #[test]
    fn every_change_between_two_characters_of_a_keyboard_has_its_place() {
        let text: Vec<char> = "Amount:1,280.00CNY主题Request:refund".chars().collect();
        let keyboard = || (0x21_u8..0x7f).map(char::from);
        for at in [0, 7, 12, text.len() - 1] {
            let with = |c: char| [&text[..at], &[c], &text[at + 1..]].concat();
            for (was, is) in keyboard().flat_map(|was| keyboard().map(move |is| (was, is))).filter(|(a, b)| a != b) {
                let (before, after) = (with(was), with(is));
                let sum = whole(before.iter().copied());
                assert_ne!(sum, whole(after.iter().copied()), "{was} {is}");
                assert_eq!(changed(&after, sum), Some(at), "{was} {is}");
            }
        }
        // 95 characters share 31 sums, so that some must have the same; none of these look alike.
        let sum = |c: char| part(std::iter::once(c));
        let same =
            keyboard().flat_map(|was| keyboard().map(move |is| (was, is))).filter(|(a, b)| a < b && sum(*a) == sum(*b));
        let same: Vec<(char, char)> = same.collect();
        assert!(same.len() <= 96, "{}", same.len());
        for alike in ["0O", "1P", "9X", "1I", "1l", "Il", "5S", "8B", "2Z", "6G", "0D", "0Q", "mn", "uv", "cC", "oO"] {
            let pair: Vec<char> = alike.chars().collect();
            assert!(!same.contains(&(pair[0], pair[1])) && !same.contains(&(pair[1], pair[0])), "{alike}");
        }
    }
}
