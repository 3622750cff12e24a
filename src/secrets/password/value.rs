//! Whether what follows a word for passwords looks like one.

use super::stop::is_plain;
use crate::secrets::cue::{counts, window};
use std::ops::Range;

/// The shortest value that counts.
const SHORTEST: usize = 4;
/// The longest value that is looked for, in bytes.
const LONGEST: usize = 256;
/// The longest value in quotes, in characters.
const LONGEST_QUOTED: usize = 64;

/// What is said where a value may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// Its place.
    pub(super) range: Range<usize>,
    /// Whether quotes are around it.
    pub(super) quoted: bool,
}

/// The value at a place: what quotes enclose, or a word of ASCII.
pub(super) fn at(text: &str, place: usize) -> Option<Value> {
    let before = text.get(..place)?.chars().next_back().unwrap_or(' ');
    let rest = window(text, place, LONGEST);
    if let Some(close) = closing(before) {
        let length = rest.find([close, '\n'])?;
        let inner = rest.get(..length)?;
        let closed = rest.get(length..)?.starts_with(close);
        let fits = inner.chars().count() <= LONGEST_QUOTED && !inner.starts_with([',', ' ', ';', ':', '=', ')']);
        let end = place + inner.trim_end().len();
        return (fits && closed && end > place).then_some(Value { range: place..end, quoted: true });
    }
    let stop = |letter: char| !letter.is_ascii_graphic() || matches!(letter, '"' | '`');
    let token = rest.split(stop).next().unwrap_or("");
    // Another value follows: "password=a&user=b", "password: a,user: b".
    let next = |at: usize| token.get(at..).is_some_and(|rest| rest.contains(['=', ':']));
    let cut = token.match_indices([',', ';', '&']).find(|(at, _)| *at >= SHORTEST && next(*at));
    let cut = cut.map_or(token.len(), |(at, _)| at);
    let token = token.get(..cut)?.trim_end_matches([',', ';', ')', ']', '}', '>', '\'', '.', ':']);
    (!token.is_empty()).then(|| Value { range: place..place + token.len(), quoted: false })
}

/// The quote that closes what this one opens.
fn closing(open: char) -> Option<char> {
    Some(match open {
        '"' => '"',
        '\'' => '\'',
        '`' => '`',
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '【' => '】',
        _ => return None,
    })
}

/// Whether a text in Chinese quotes may be a password: a sentence that somebody made up.
pub(super) fn is_saying(text: &str) -> bool {
    let plain =
        ["密码", "口令", "忘", "错", "重置", "修改", "不正确", "失败", "按钮", "无效", "登录", "请", "必须", "不能"];
    text.chars().filter(|letter| letter.is_alphanumeric()).count() >= SHORTEST
        && !plain.iter().any(|word| text.contains(word))
}

/// Whether a token may be a password at all.
pub(super) fn is_possible(lower: &str, token: &str, end: usize) -> bool {
    let core = token.trim_end_matches(['!', '?', '.']).trim_matches(['[', ']', '<', '>', '(', ')', '{', '}', '*', '_']);
    let masked = token.bytes().all(|byte| b"*.-_xX#?<>[]()/".contains(&byte));
    let counted = token.bytes().take(2).all(|byte| byte.is_ascii_digit()) && token.contains('-') && is_count(core);
    token.len() >= SHORTEST
        && !masked
        && !counted
        && !is_plain(core)
        && !is_address(token)
        && !token.starts_with(['<', '{', '/', '?', '&', ':', '-', '='])
        && !is_ordinal(core)
        && !(core.bytes().all(|byte| byte.is_ascii_digit()) && counts(lower, end))
}

/// "12-character", "8-16".
fn is_count(token: &str) -> bool {
    let (_, rest) = token.split_once('-').unwrap_or(("", ""));
    rest.bytes().all(|byte| byte.is_ascii_lowercase()) || rest.bytes().all(|byte| byte.is_ascii_digit())
}

/// "25th".
fn is_ordinal(token: &str) -> bool {
    let word = token.trim_start_matches(|letter: char| letter.is_ascii_digit());
    word.len() < token.len() && matches!(word, "th" | "st" | "nd" | "rd")
}

/// Three or more plain words to the end of a line, as passphrases are: "correct horse battery staple".
pub(super) fn words(text: &str, place: usize) -> Option<Range<usize>> {
    let line = window(text, place, LONGEST).lines().next().unwrap_or("").trim_end();
    let plain = |word: &str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let count = line.split(' ').count();
    let known = line.split(' ').filter(|word| is_plain(word)).count();
    let all = (3..=12).contains(&count) && known * 2 < count && line.split(' ').all(plain);
    all.then(|| place..place + line.len())
}

/// Whether an English sentence goes on behind a token, so that the token is rather its first word.
pub(super) fn goes_on(lower: &str, end: usize) -> bool {
    let rest = window(lower, end, 32).strip_prefix(' ').unwrap_or("");
    let word = rest.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or("");
    !matches!(word, "" | "and" | "user" | "username" | "login" | "email" | "pin" | "please" | "pls" | "thanks" | "but")
}

/// A mail address or a web address.
fn is_address(token: &str) -> bool {
    let mail = token.split_once('@').is_some_and(|(name, host)| {
        let known = host.rsplit_once('.').is_some_and(|(name, end)| !name.is_empty() && end.len() >= 2 && is_word(end));
        !name.is_empty() && known
    });
    let lower = token.to_ascii_lowercase();
    mail || lower.contains("://") || lower.starts_with("www.") || lower.contains(".com")
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether a token looks like no word of a sentence: digits, signs or large letters in between.
pub(super) fn is_odd(token: &str) -> bool {
    let core = token.trim_end_matches(['!', '?', '.', ',']);
    let digit = core.bytes().any(|byte| byte.is_ascii_digit());
    let sign =
        core.bytes().any(|byte| b"!@#$%^&*+=~|\\?<>{}[]".contains(&byte)) || core.contains('_') && core.len() > 5;
    let inner = core.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
        && core.bytes().any(|byte| byte.is_ascii_lowercase());
    digit || sign || inner
}

/// Whether a token mixes letters and digits or signs, as hardly any word does.
pub(super) fn is_mixed(token: &str) -> bool {
    let letters = token.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let version = token.trim_start_matches(['v', 'V']).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let code = letters <= 1 && token.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
    // The version of a program, behind its name: "KeePassXC-2.7.6".
    let release = token.rsplit('-').next().is_some_and(|last| {
        last.matches('.').count() > 1 && last.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    !version
        && !release
        && !code
        && letters > 0
        && is_odd(token)
        && (digits > 0 || token.bytes().any(|byte| b"!@#$%^&*+=~".contains(&byte)))
}
