//! Secrets in base32 (RFC 4648) near words that say so: in one piece or in groups of four, in either case.

use super::super::base58::run::{after, before, is_word, leads, runs, says};
use super::super::reading::Reading;
use std::ops::Range;

/// What stands near a secret.
const CUES: [&str; 32] = [
    "密钥",
    "秘钥",
    "验证器",
    "二次验证",
    "两步验证",
    "双重验证",
    "双重认证",
    "二步验证",
    "动态口令",
    "动态码",
    "secret",
    "secrets",
    "setup key",
    "set-up key",
    "set up key",
    "manual key",
    "manual entry",
    "authenticator",
    "authy",
    "2fa",
    "mfa",
    "otp",
    "totp",
    "hotp",
    "two-factor",
    "two factor",
    "2-step",
    "two-step",
    "base32",
    "private key",
    "令牌密钥",
    "谷歌验证",
];

/// What says so of letters and digits that nothing else looks like, right before them.
const KEYS: [&str; 2] = ["key", "口令"];

/// The shortest secret of 80 bits, and the longest in use.
const SHORTEST: usize = 16;
const LONGEST: usize = 128;

/// The size of a group.
const GROUP: usize = 4;

/// How near the words must be.
const REACH: usize = 80;

/// Which letter often follows which in English, a row of bits for every letter: counted over the words of free software's
/// manuals, of which these pairs are 96 in 100. Of pairs by chance they are 43 in 100.
const COMMON: [u32; 26] = [
    0x01fe_bd4e,
    0x0016_4b55,
    0x001e_5d95,
    0x0016_4919,
    0x01ef_f97f,
    0x001e_4931,
    0x0016_69d1,
    0x001a_4111,
    0x02ae_f87f,
    0x0000_4010,
    0x0004_0111,
    0x011c_c919,
    0x0014_d91b,
    0x013c_ed7d,
    0x007e_fd6f,
    0x011e_c99d,
    0x0010_0000,
    0x013e_fd7d,
    0x015c_ddb5,
    0x015e_d9bd,
    0x000e_f97f,
    0x0000_4111,
    0x0006_6191,
    0x000c_8114,
    0x000c_9110,
    0x0000_0010,
];

/// Finds such secrets.
pub(super) fn find(reading: &Reading<'_>, report: &mut dyn FnMut(Range<usize>)) {
    let (text, lower) = (reading.text(), reading.lower());
    if text.len() < SHORTEST || !CUES.iter().chain(&KEYS).any(|cue| lower.contains(cue)) {
        return;
    }
    let near = |range: &Range<usize>| {
        says(before(lower, range.start, REACH), &CUES) || says(after(lower, range.end, REACH), &CUES)
    };
    let mut groups: Vec<Range<usize>> = Vec::new();
    for run in runs(text, 1, is_word) {
        let word = text.get(run.clone()).unwrap_or_default();
        if (SHORTEST..=LONGEST).contains(&word.len())
            && is_base32(word)
            && !is_address(word, after(lower, run.end, 6))
            && is_chance(text, std::slice::from_ref(&run))
            && (near(&run) || (word.len() % 8 == 0 && !is_letters(word) && leads(lower, run.start, &KEYS)))
        {
            report(run.start..padded(text, run.end));
        }
        let goes_on = groups.last().is_some_and(|last| {
            text.get(last.end..run.start).is_some_and(|gap| matches!(gap, " " | "-" | "\n" | "\r\n" | "  " | "\\n"))
                && text.get(last.clone()).is_some_and(|last| same_case(last, word))
                && last.len() == GROUP
        });
        if !goes_on {
            finish(text, &mut groups, &near, report);
        }
        if word.len() <= GROUP && is_base32(word) && (word.len() == GROUP || goes_on) {
            groups.push(run);
        } else {
            finish(text, &mut groups, &near, report);
        }
    }
    finish(text, &mut groups, &near, report);
}

/// Reports groups that are a secret together.
fn finish(
    text: &str,
    groups: &mut Vec<Range<usize>>,
    near: &dyn Fn(&Range<usize>) -> bool,
    report: &mut dyn FnMut(Range<usize>),
) {
    let all = std::mem::take(groups);
    let mut part = all.as_slice();
    // Words of four letters beside it, a short one at its end: secrets are made of eights.
    while part.len() * GROUP > SHORTEST {
        let [first, .., last] = part else { break };
        if last.len() < GROUP && is_plain(text, last) {
            part = &part[..part.len() - 1];
        } else if part.len() % 2 == 1 && is_plain(text, first) {
            part = &part[1..];
        } else if part.len() % 2 == 1 && is_plain(text, last) {
            part = &part[..part.len() - 1];
        } else {
            break;
        }
    }
    let ([first, ..], [.., last]) = (part, part) else { return };
    let range = first.start..last.end;
    let size: usize = part.iter().map(Range::len).sum();
    if (SHORTEST..=LONGEST).contains(&size) && is_chance(text, part) && near(&range) {
        report(range.start..padded(text, range.end));
    }
}

/// Letters of one case, and digits from 2 to 7.
fn is_base32(word: &str) -> bool {
    let one_case = !(word.bytes().any(|b| b.is_ascii_lowercase()) && word.bytes().any(|b| b.is_ascii_uppercase()));
    one_case && word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'2'..=b'7'))
}

fn same_case(one: &str, other: &str) -> bool {
    is_base32(&[one, other].concat())
}

/// Addresses and file names that are written in base32 too: Stellar (56), Algorand (58), IPFS, onion services.
fn is_address(word: &str, behind: &str) -> bool {
    let stellar = matches!(word.len(), 56 | 69) && word.starts_with(['G', 'M', 'C', 'S']);
    stellar || word.len() == 58 || word.starts_with("baf") || behind.starts_with(".onion")
}

fn is_letters(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A word of a sentence: no digit, and no pair of letters that English does not have.
fn is_plain(text: &str, group: &Range<usize>) -> bool {
    let word = text.get(group.clone()).unwrap_or_default();
    is_letters(word) && rare(word) == 0
}

/// Whether these are letters and digits by chance, and no words and no numbers.
fn is_chance(text: &str, groups: &[Range<usize>]) -> bool {
    let words = groups.iter().filter_map(|group| text.get(group.clone()));
    let (mut letters, mut digits, mut unlikely, mut pairs, mut mixed) = (0, 0, 0, 0, 0);
    for word in words {
        let inside = word.bytes().filter(u8::is_ascii_digit).count();
        digits += inside;
        letters += word.len() - inside;
        mixed += usize::from(inside > 0 && inside < word.len());
        unlikely += rare(word);
        pairs += word.len().saturating_sub(1);
    }
    let scattered = mixed > 0 && letters * 5 > digits;
    scattered && (groups.len() > 1 || unlikely > 0 || digits > 1) || unlikely * 10 >= pairs * 3 && letters > digits
}

/// How many pairs of letters in a word English hardly has.
fn rare(word: &str) -> usize {
    let letters = word.as_bytes().windows(2).filter(|pair| pair.iter().all(u8::is_ascii_alphabetic));
    letters
        .filter(|pair| {
            let [one, other] = [pair[0], pair[1]].map(|letter| letter.to_ascii_lowercase() - b'a');
            COMMON.get(usize::from(one)).is_some_and(|row| row >> other & 1 == 0)
        })
        .count()
}

/// The end with the signs that fill base32 up.
fn padded(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    end + (rest.len() - rest.trim_start_matches('=').len()).min(6)
}
