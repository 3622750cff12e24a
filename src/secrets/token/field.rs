//! Tokens that only the name before them gives away: `api_key=`, `Bearer`, `Cookie:`, "API 密钥是".

use super::super::base58::is_digit;
use super::super::base58::run::{after, before, is_mixed, is_word, leads, runs, says};
use super::super::reading::Reading;
use std::ops::Range;

/// What stands right before a token.
const NAMES: [&str; 62] = [
    "api key",
    "api-key",
    "api_key",
    "apikey",
    "api secret",
    "api-secret",
    "api_secret",
    "apisecret",
    "api 密钥",
    "api密钥",
    "api 秘钥",
    "api秘钥",
    "api 私钥",
    "api私钥",
    "api token",
    "api_token",
    "secret",
    "secret key",
    "secret-key",
    "secret_key",
    "secretkey",
    "client secret",
    "client_secret",
    "clientsecret",
    "app secret",
    "app_secret",
    "appsecret",
    "app key",
    "app_key",
    "appkey",
    "access key",
    "access_key",
    "accesskey",
    "access_key_id",
    "access_key_secret",
    "accesskeyid",
    "accesskeysecret",
    "secret_access_key",
    "access token",
    "access_token",
    "access-token",
    "accesstoken",
    "refresh token",
    "refresh_token",
    "refreshtoken",
    "id_token",
    "auth token",
    "auth_token",
    "authtoken",
    "session token",
    "session_token",
    "session",
    "session id",
    "session_id",
    "session-id",
    "sessionid",
    "jsessionid",
    "phpsessid",
    "sid",
    "bearer",
    "访问令牌",
    "会话令牌",
];

/// Names that also stand before what is public: the address of a token on a chain.
const LOOSE: [&str; 4] = ["token", "令牌", "csrf", "auth"];

/// What makes 64 letters and digits the secret of an exchange's API, wherever in the sentence.
const NEAR: [&str; 12] = [
    "api secret",
    "api key",
    "apikey",
    "api_key",
    "api_secret",
    "secret key",
    "secret",
    "密钥",
    "秘钥",
    "私钥",
    "private key",
    "secretkey",
];

/// The shortest token.
const LEAST: usize = 16;

/// The secret of an exchange's API.
const API_SECRET: usize = 64;

/// Finds such tokens.
pub(super) fn find(reading: &Reading<'_>, report: &mut dyn FnMut(Range<usize>)) {
    let (text, lower) = (reading.text(), reading.lower());
    let cookies = cookies(text, lower);
    for cookie in &cookies {
        report(cookie.clone());
    }
    for run in runs(text, 12, belongs) {
        let word = text.get(run.clone()).unwrap_or_default();
        let word = word.trim_end_matches(['.', '-', '/']);
        let range = run.start..padded(text, run.start + word.len());
        let cookie = cookies.partition_point(|cookie| cookie.end <= range.start);
        if cookies.get(cookie).is_some_and(|cookie| cookie.contains(&range.start)) {
            continue;
        }
        let named = || leads(lower, run.start, &NAMES) || (!is_address(word) && leads(lower, run.start, &LOOSE));
        let near = || says(before(lower, run.start, 80), &NEAR) || says(after(lower, run.end, 40), &NEAR);
        let token = word.len() >= LEAST && is_chance(word) && named();
        let secret = word.len() == API_SECRET && is_two_case(word) && word.bytes().all(is_word) && near();
        let base64 = range.len().is_multiple_of(4) && !word.contains(['.', '-', '_', '%']);
        let basic = base64 && is_two_case(word) && before(lower, run.start, 8).ends_with("basic ");
        if token || secret || basic {
            report(range);
        }
    }
}

/// Letters and digits, not an address and not the name of a file.
fn is_chance(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let file = word.rsplit_once('.').is_some_and(|(_, end)| end.len() <= 4);
    digits >= 2 && letters >= 2 && is_mixed(word) && !file && !is_hex_address(word)
}

fn is_two_case(word: &str) -> bool {
    word.bytes().filter(u8::is_ascii_uppercase).count() > 2 && word.bytes().filter(u8::is_ascii_lowercase).count() > 2
}

/// An address on an EVM chain.
fn is_hex_address(word: &str) -> bool {
    word.strip_prefix("0x")
        .is_some_and(|digits| digits.len() == 40 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// An address on any chain, or the number of a transaction.
fn is_address(word: &str) -> bool {
    let base58 = word.bytes().all(is_digit) && (26..=48).contains(&word.len()) && is_two_case(word);
    base58 || (word.bytes().all(is_word) && (word.starts_with("0x") || word.starts_with("bc1")))
}

/// The values of `Cookie:` and `Set-Cookie:` that hold a token.
fn cookies(text: &str, lower: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut last = 0;
    for (at, name) in lower.match_indices("cookie:") {
        if at < last {
            continue;
        }
        let start = at + name.len();
        let rest = text.get(start..).unwrap_or_default();
        let line = rest
            .find(|sign: char| !sign.is_ascii() || sign.is_ascii_control())
            .map_or(rest, |end| rest.get(..end).unwrap_or_default());
        let value = line.trim();
        last = start + line.len();
        let holds = value.split([';', ' ', '=']).any(|part| part.len() >= LEAST && is_mixed(part));
        if holds && value.contains('=') {
            let start = start + (line.len() - line.trim_start().len());
            all.push(start..start + value.len());
        }
    }
    all
}

/// The end with the signs that fill base64 up.
fn padded(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    end + (rest.len() - rest.trim_start_matches('=').len()).min(2)
}

fn belongs(byte: u8) -> bool {
    is_word(byte) || matches!(byte, b'_' | b'-' | b'+' | b'/' | b'.' | b'%')
}
