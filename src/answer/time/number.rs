//! Numbers inside times: digits, and the Chinese numerals people use for hours and days.

/// A number at the beginning of `text`: its value, how many digits it had, and what follows.
pub(in crate::answer) fn leading(text: &str) -> Option<(i64, usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let number = text[..digits].parse().ok()?;
        return Some((number, digits, &text[digits..]));
    }
    let end = text.find(|c| value(c).is_none()).unwrap_or(text.len());
    let numerals: Vec<i64> = text[..end].chars().filter_map(value).collect();
    let number = match *numerals.as_slice() {
        [only] => only,
        [10, ones] if ones < 10 => 10 + ones,
        [tens, 10] if tens < 10 => tens * 10,
        [tens, 10, ones] if tens < 10 && ones < 10 => tens * 10 + ones,
        _ => return None,
    };
    Some((number, 0, &text[end..]))
}

fn value(numeral: char) -> Option<i64> {
    let at = "零一二三四五六七八九十".chars().position(|known| known == numeral);
    match numeral {
        '两' => Some(2),
        '〇' => Some(0),
        _ => at.and_then(|at| i64::try_from(at).ok()),
    }
}
