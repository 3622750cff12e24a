//! When several codes are one list, and when a list is one of backup codes.

use super::super::base58::run::is_mixed;
use super::CUES;
use super::code::Code;

/// The widest gap between two codes of a list: a line break, a bullet, a number.
const GAP: usize = 24;

/// Whether the next code belongs to the list: the same shape, and only signs and numbers between.
pub(super) fn goes_on(lower: &str, last: &Code, next: &Code) -> bool {
    const WORDS: [&str; 6] = ["and", "和", "及", "与", "or", "或"];
    let gap = lower.get(last.range.end..next.range.start).unwrap_or_default();
    if last.shape != next.shape || gap.len() > GAP {
        return false;
    }
    let plain = WORDS.iter().find_map(|word| gap.trim().strip_suffix(word)).unwrap_or(gap);
    let numbers = plain.bytes().filter(u8::is_ascii_digit).count();
    // "Backup code 2:" names the next one.
    let named = CUES.iter().filter(|cue| plain.contains(**cue)).max_by_key(|cue| cue.len());
    let plain = &named.map_or(plain.to_owned(), |cue| plain.replace(cue, ""));
    let words = plain.chars().any(char::is_alphabetic);
    // `1:` numbers a code; a colon without a number is what stands behind "codes".
    let colon = plain.contains(':') && numbers == 0;
    let sentence = plain.contains(['。', '!', '?', '=', '@']);
    !words && !colon && !sentence && numbers <= 2 && !gap.is_empty()
}

/// The list without words of the sentence beside it, which have no digit in them.
pub(super) fn trimmed<'c>(text: &str, codes: &'c [Code]) -> &'c [Code] {
    let mut codes = codes;
    let touches = |one: &Code, other: &Code| text.get(one.range.end..other.range.start) == Some(" ");
    while let [first, second, ..] = codes {
        if !is_word(text, first) || !touches(first, second) {
            break;
        }
        codes = &codes[1..];
    }
    while let [.., before, last] = codes {
        if !is_word(text, last) || !touches(before, last) {
            break;
        }
        codes = &codes[..codes.len() - 1];
    }
    codes
}

/// Whether these are codes, where a word says so.
pub(super) fn is_said(text: &str, codes: &[Code]) -> bool {
    let with_digits = codes.iter().filter(|code| !is_word(text, code)).count();
    // Names of accounts and of orders begin alike.
    let head = codes.first().map(|code| word(text, code)).and_then(|word| word.get(..3)).unwrap_or_default();
    let alike = head.bytes().all(|byte| byte.is_ascii_alphabetic())
        && codes.iter().all(|code| word(text, code).starts_with(head));
    with_digits * 2 >= codes.len()
        && !(alike && codes.len() > 1)
        && !codes.iter().all(|code| is_date(text, code) || is_phone(text, code))
}

/// Whether a single one is a code, where a word right before says so.
pub(super) fn is_one(text: &str, code: &Code) -> bool {
    let (size, groups, _) = code.shape;
    (!is_word(text, code) || groups > 3) && size * groups >= 8 && !is_date(text, code) && !is_phone(text, code)
}

/// Whether these are codes, where nothing says so: of a shape that only they have, and not numbered one after another.
pub(super) fn is_plain(text: &str, codes: &[Code]) -> bool {
    let ([first, ..], true) = (codes, is_said(text, codes)) else { return false };
    let words = || codes.iter().map(|code| word(text, code));
    let (size, groups, sign) = first.shape;
    let digits = words().all(|word| word.bytes().all(|byte| !byte.is_ascii_alphabetic()));
    let lines = codes.windows(2).all(|pair| {
        pair.first().zip(pair.last()).is_some_and(|(one, other)| {
            text.get(one.range.end..other.range.start).is_some_and(|gap| gap.contains(['\n', '\r']))
        })
    });
    let shape = match (groups, sign) {
        (1, _) if digits => size == 8 && lines,
        (1, _) => size >= 8 && lines && words().filter(|word| is_mixed(word)).count() * 3 >= codes.len() * 2,
        (2, b' ') => lines,
        _ => true,
    };
    let round = words().filter(|word| word.ends_with("00")).count() * 2 >= codes.len();
    let head = word(text, first).get(..3).unwrap_or_default();
    let series = words().all(|word| word.starts_with(head));
    let dates = words().filter(|word| is_date_text(word)).count() * 2 >= codes.len();
    shape && !round && !series && !dates
}

fn word<'t>(text: &'t str, code: &Code) -> &'t str {
    text.get(code.range.clone()).unwrap_or_default()
}

/// Letters only.
fn is_word(text: &str, code: &Code) -> bool {
    !word(text, code).bytes().any(|byte| byte.is_ascii_digit())
}

fn is_date(text: &str, code: &Code) -> bool {
    is_date_text(word(text, code))
}

/// Year, month and day in eight digits.
fn is_date_text(word: &str) -> bool {
    let part = |from: usize, to: usize| word.get(from..to).and_then(|part| part.parse::<u32>().ok());
    word.len() == 8
        && part(0, 4).is_some_and(|year| (1900..2100).contains(&year))
        && part(4, 6).is_some_and(|month| (1..=12).contains(&month))
        && part(6, 8).is_some_and(|day| (1..=31).contains(&day))
}

/// A mobile number of China.
fn is_phone(text: &str, code: &Code) -> bool {
    let word = word(text, code);
    word.len() == 11 && word.starts_with('1') && word.bytes().all(|byte| byte.is_ascii_digit())
}
