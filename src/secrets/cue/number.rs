//! Numbers as people write codes: "482913", "482 913", "482-913", "G-482913".

use std::ops::Range;

/// The number at a place, however long; brackets before it are passed over.
pub(in crate::secrets) fn at(text: &str, place: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let opening = bytes.get(place..)?.iter().take_while(|byte| b"[(<*#".contains(byte)).count();
    let start = place + opening.min(3);
    let prefixed = matches!(bytes.get(start..start + 3), Some([b'G' | b'g', b'-', digit]) if digit.is_ascii_digit());
    let from = if prefixed { start + 2 } else { start };
    let end = grouped_end(bytes, from);
    (end > from && ends_there(bytes, end, end - from)).then_some(start..end)
}

/// The number that ends at a place.
pub(in crate::secrets) fn ending(text: &str, end: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = end - digits_before(bytes, end);
    if end - start == 3 && start > 0 && b" -".contains(bytes.get(start - 1)?) && digits_before(bytes, start - 1) == 3 {
        start -= 4;
    }
    if start >= 2 && matches!(bytes.get(start - 2..start), Some([b'G' | b'g', b'-'])) {
        start -= 2;
    }
    let back = |by: usize| start.checked_sub(by).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let stands = match back(1) {
        b'.' | b',' | b':' | b'/' => !back(2).is_ascii_digit(),
        before => !(before.is_ascii_alphanumeric() || b"-_+@$".contains(&before)),
    };
    (start < end && stands).then_some(start..end)
}

/// How many digits a number has.
pub(in crate::secrets) fn digits(text: &str, range: &Range<usize>) -> usize {
    text.get(range.clone()).unwrap_or("").bytes().filter(u8::is_ascii_digit).count()
}

/// Whether a number of so many digits ends here: it is no piece of a date, a time, a decimal number, a name or an address.
pub(in crate::secrets) fn ends_there(bytes: &[u8], end: usize, length: usize) -> bool {
    let next = bytes.get(end).copied().unwrap_or(b' ');
    let then = bytes.get(end + 1).copied().unwrap_or(b' ');
    match next {
        b'.' | b':' => !then.is_ascii_digit(),
        b'/' => length >= 4 && digits_at(bytes, end + 1) == length || !then.is_ascii_digit(),
        b'-' => !then.is_ascii_alphanumeric(),
        b',' => length > 3 || digits_at(bytes, end + 1) != 3,
        b'*' => bytes.get(end..end + 3) != Some(&b"***"[..]),
        b'_' | b'@' | b'%' => false,
        other => !other.is_ascii_alphanumeric(),
    }
}

/// Other numbers of the same length right behind one: "482913 或者 482914", "482913/482914".
pub(in crate::secrets) fn more(text: &str, first: &Range<usize>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut end = first.end;
    while all.len() < 5 {
        let Some(rest) = text.get(end..) else { break };
        let next = rest.trim_start_matches([' ', '/', ',', '、', '或', '者', '和', '跟']);
        let next = ["or ", "and ", "then "].iter().find_map(|word| next.strip_prefix(word)).unwrap_or(next);
        let place = end + rest.len() - next.len();
        let Some(range) = at(text, place).filter(|range| place > end && range.start == place) else { break };
        if digits(text, &range) != digits(text, first) {
            break;
        }
        end = range.end;
        all.push(range);
    }
    all
}

/// Where the digits end, two groups of three or of four taken as one.
fn grouped_end(bytes: &[u8], from: usize) -> usize {
    let length = digits_at(bytes, from);
    let end = from + length;
    let parted = bytes.get(end).is_some_and(|byte| b" -".contains(byte));
    if parted && matches!(length, 3 | 4) && digits_at(bytes, end + 1) == length {
        let whole = end + 1 + length;
        if ends_there(bytes, whole, length * 2) && !next_group(bytes, whole) {
            return whole;
        }
    }
    end
}

/// Whether yet another group of digits follows.
fn next_group(bytes: &[u8], end: usize) -> bool {
    bytes.get(end).is_some_and(|byte| b" -".contains(byte)) && digits_at(bytes, end + 1) > 2
}

fn digits_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn digits_before(bytes: &[u8], end: usize) -> usize {
    bytes.get(..end).unwrap_or(&[]).iter().rev().take_while(|byte| byte.is_ascii_digit()).count()
}
