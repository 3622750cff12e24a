//! International bank account numbers (ISO 13616-1; the lengths are those of SWIFT's IBAN registry).

use std::ops::Range;

/// Countries with the length of their numbers, in the order of their letters.
const LENGTHS: [(&str, usize); 89] = [
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DJ", 27),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FK", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HN", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MN", 20),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NI", 28),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("RU", 33),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("SO", 23),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
    ("YE", 30),
];

/// All such numbers in a text, grouped or not.
pub(super) fn all(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter_map(move |start| {
        let inside = start > 0 && bytes.get(start - 1).is_some_and(u8::is_ascii_alphanumeric);
        let head = bytes.get(start..start + 2)?;
        if inside || !head.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let end = end_of(bytes, start)?;
        Some(start..end)
    })
}

/// The length of the numbers of the country that a text begins with, if it begins like one of them.
pub(crate) fn length(text: &str) -> Option<usize> {
    let (country, check) = text.split_at_checked(4)?.0.split_at_checked(2)?;
    let place = LENGTHS.binary_search_by(|(known, _)| (*known).cmp(country)).ok()?;
    check.bytes().all(|digit| digit.is_ascii_digit()).then_some(LENGTHS.get(place)?.1)
}

/// Whether the text is such a number and nothing else. Check digits are never 00, 01 or 99 (ISO 13616-1, annex A).
pub(crate) fn is_whole(text: &str) -> bool {
    let check = text.get(2..4).unwrap_or("00");
    end_of(text.as_bytes(), 0) == Some(text.len()) && !["00", "01", "99"].contains(&check)
}

/// Where the number that begins here ends, if it is one.
fn end_of(bytes: &[u8], start: usize) -> Option<usize> {
    let head = bytes.get(start..start + 2)?.to_ascii_uppercase();
    let place = LENGTHS.binary_search_by(|(country, _)| country.as_bytes().cmp(&head)).ok()?;
    let length = LENGTHS.get(place)?.1;
    let mut number = Vec::with_capacity(length);
    let mut gap = 0;
    for (offset, byte) in bytes.get(start..)?.iter().enumerate() {
        if byte.is_ascii_alphanumeric() {
            number.push(byte.to_ascii_uppercase());
            gap = 0;
        } else if matches!(byte, b' ' | b'-' | b'\n' | b'\r' | b'.') && gap < 2 && number.len() >= 2 {
            gap += 1;
        } else {
            return None;
        }
        if number.len() == 4 && !number.iter().skip(2).all(u8::is_ascii_digit) {
            return None;
        }
        if number.len() == length {
            let end = start + offset + 1;
            let whole = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
            return (whole && remainder(&number) == 1).then_some(end);
        }
    }
    None
}

/// What remains of the number modulo 97, its first four characters moved to the end, letters as 10 to 35 (ISO 7064).
fn remainder(number: &[u8]) -> u32 {
    number.iter().skip(4).chain(number.iter().take(4)).fold(0, |remainder, byte| match byte {
        b'0'..=b'9' => (remainder * 10 + u32::from(byte - b'0')) % 97,
        _ => (remainder * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use super::{LENGTHS, all};

    #[test]
    fn countries_are_in_order() {
        assert!(LENGTHS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn examples_of_the_registry() {
        for iban in [
            "GB29NWBK60161331926819",
            "GB29 NWBK 6016 1331 9268 19",
            "de89 3704 0044 0532 0130 00",
            "FR1420041010050500013M02606",
            "NO93-8601-1117-947",
            "MT84MALT011000012345MTLCAST001S",
        ] {
            let text = format!("收款IBAN是{iban}，谢谢");
            let found: Vec<_> = all(&text).map(|range| text[range].to_owned()).collect();
            assert_eq!(found, [iban]);
        }
        for other in
            ["GB29NWBK60161331926818", "GB29NWBK601613319268190", "XGB29NWBK60161331926819", "ZZ29NWBK60161331926819"]
        {
            assert_eq!(all(other).count(), 0, "{other}");
        }
    }
}
