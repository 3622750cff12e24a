//! Card security codes, in context.

mod aside;

use super::Confidence;
use super::Report;
use super::cue::{self, Cue, Sense, counts, number};
use super::kind::Kind;
use super::reading::Reading;
use crate::flow::step::TextFormat;
use std::ops::Range;

/// Finds card security codes.
pub(super) fn find(reading: &Reading<'_>, format: TextFormat, report: &mut Report<'_>) {
    if matches!(format, TextFormat::Phone | TextFormat::Email)
        || !reading.text().bytes().any(|byte| byte.is_ascii_digit())
    {
        return;
    }
    let cues = cue::all(reading);
    for (index, cue) in cues.iter().enumerate() {
        if matches!(cue.sense, Sense::Cvv | Sense::SecurityCode) {
            let behind = cue::behind(reading, &cues, index).into_iter().find_map(|place| {
                let range = number::at(reading.text(), place.at)?;
                (is_short(reading, &range) && !counts(reading.lower(), range.end)).then_some(range)
            });
            let before = || number::ending(reading.text(), cue::before(reading, &cues, index)?);
            if let Some(range) = behind.or_else(|| before().filter(|range| is_short(reading, range))) {
                report(range, Kind::Cvv, Confidence::Likely);
            }
        }
    }
    if format != TextFormat::Error {
        aside::find(reading, &mut |range| report(range, Kind::Cvv, Confidence::Likely));
    }
    let bytes = reading.text().as_bytes();
    for slash in bytes.iter().enumerate().filter(|(_, byte)| matches!(**byte, b'/' | b'|')).map(|(at, _)| at) {
        if let Some((start, range)) = after_expiry(bytes, slash)
            && !counts(reading.lower(), range.end)
            && (behind_card(bytes, start) || behind_word(&cues, start))
        {
            report(range, Kind::Cvv, Confidence::Likely);
        }
    }
}

/// Whether a number has three or four digits.
fn is_short(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    range.len() == number::digits(reading.text(), range) && (3..=4).contains(&range.len())
}

/// Whether a word for cards or their end stands right before a place.
fn behind_word(cues: &[Cue], place: usize) -> bool {
    let last = cues.partition_point(|cue| cue.range.end <= place).checked_sub(1).and_then(|last| cues.get(last));
    last.is_some_and(|cue| matches!(cue.sense, Sense::Expiry | Sense::Card | Sense::Cvv) && place - cue.range.end <= 16)
}

/// "12/28 123", told by its slash: where the month begins, and the code.
fn after_expiry(bytes: &[u8], slash: usize) -> Option<(usize, Range<usize>)> {
    let start = slash.checked_sub(2)?;
    let month = matches!(bytes.get(start..slash)?, [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']);
    let whole = start == 0 || !bytes.get(start - 1)?.is_ascii_alphanumeric();
    let year = digits_at(bytes, slash + 1);
    let from = slash + 1 + year;
    let gap = bytes.get(from..)?.iter().take_while(|byte| b" ,/|;\n\t".contains(byte)).count();
    let length = digits_at(bytes, from + gap);
    let end = from + gap + length;
    // A day: "11/24/2026".
    let day = year == 2 && bytes.get(slash) == Some(&b'/') && bytes.get(from) == Some(&b'/');
    let fits = month && !day && whole && matches!(year, 2 | 4) && (1..=3).contains(&gap) && matches!(length, 3 | 4);
    (fits && number::ends_there(bytes, end, length)).then_some((start, from + gap..end))
}

/// Whether a card number may stand shortly before a place: 13 digits or more.
fn behind_card(bytes: &[u8], place: usize) -> bool {
    let near = bytes.get(place.saturating_sub(60)..place).unwrap_or(&[]);
    let gap = near.iter().rev().take_while(|byte| !byte.is_ascii_digit()).count();
    let number = near.iter().rev().skip(gap).take_while(|byte| byte.is_ascii_digit() || b" -.".contains(byte));
    gap <= 20 && number.filter(|byte| byte.is_ascii_digit()).count() >= 13
}

fn digits_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::secrets::cue::found_by as one;
    use crate::secrets::kind::Kind;

    #[test]
    fn security_codes() {
        for (text, code) in [
            ("CVV 123", "123"),
            ("cvv:123", "123"),
            ("cvv123", "123"),
            ("CVC is 1234", "1234"),
            ("CVV2=123", "123"),
            ("CVN: 123", "123"),
            ("the CVV on the back is 123", "123"),
            ("security code: 1234", "1234"),
            ("123 is my CVV", "123"),
            ("three digits on the back: 123", "123"),
            ("card verification code 123", "123"),
            ("CID 1234 on an Amex", "1234"),
            ("安全码123", "123"),
            ("安全码是：１２３", "１２３"),
            ("卡背面三位数是 123", "123"),
            ("卡背面的后三位数字123", "123"),
            ("背面 3 位是 123", "123"),
            ("cvv码 123", "123"),
            ("4111111111111111 12/28 123", "123"),
            ("4111 1111 1111 1111, 12/2028, 123", "123"),
            ("4111111111111111|12|2028|123", "123"),
            ("有效期 12/28 123", "123"),
            ("exp 12/28, 123", "123"),
            ("three-digit code 206 on the back of my card", "206"),
            ("网页让我填CVV，我填731", "731"),
        ] {
            assert_eq!(one(find, text), [(code, Kind::Cvv)], "{text}");
        }
    }

    #[test]
    fn no_security_codes() {
        for text in [
            "CVV 输错 3 次",
            "CVV 输错 100 次",
            "安全码是 3 位",
            "the CVV has 3 digits",
            "CVV mismatch, error 123",
            "CVV 错误，错误码 123",
            "security code 48291357",
            "cvv 123 times",
            "on 12/28 123 people came",
            "12/28 100 USDT",
            "CVV 2026-11-24",
            "CVV failed at 10:30",
            "CVV, then 123",
            "安全码。123",
            "cvv is 123.45",
            "CVC 1000 元",
            "卡号后四位 1234",
            "card ending in 1234",
            "error 123, cvv asked for",
            "安全码忘了，打 95188",
            "有效期 12/28",
            "CVV https://example.com/123",
        ] {
            assert_eq!(one(find, text), [], "{text}");
        }
    }
}
