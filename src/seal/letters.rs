//! Symbols that survive being read aloud: Crockford's base 32, and sums over them that find a slip.
//!
//! <https://www.crockford.com/base32.html>: no I, L, O or U, and whoever writes one of the first three means 1, 1 or 0.

/// The symbols in the order of their values.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The symbol of a value below 32.
pub fn letter(value: u8) -> char {
    char::from(LETTERS[usize::from(value & 31)])
}

/// The value of a symbol as people write it.
pub fn value(symbol: char) -> Option<u8> {
    let symbol = match symbol.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let at = LETTERS.iter().position(|letter| char::from(*letter) == symbol)?;
    u8::try_from(at).ok()
}

/// The symbols with a hyphen between groups of `size`.
pub fn grouped(values: &[u8], size: usize) -> String {
    let groups: Vec<String> = values.chunks(size).map(|group| group.iter().copied().map(letter).collect()).collect();
    groups.join("-")
}

/// In the field of 32 elements (over x^5 + x^2 + 1), `value` times x, which generates all of them but zero.
pub fn times_x(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

/// Every symbol times a power of x of its own, so that one that is wrong, or two neighbours that are swapped, are seen.
pub fn weighed(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| times_x(sum) ^ value)
}
