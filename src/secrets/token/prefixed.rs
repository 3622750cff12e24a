//! Tokens that begin with the mark of who gave them.

use super::super::base58::run::{is_mixed, is_word, runs};
use std::ops::{Range, RangeInclusive};

/// The marks, and how many characters follow at least. From the documentation of GitHub, OpenAI, Stripe, Amazon, Slack,
/// Google, GitLab, npm, Hugging Face, PyPI, DigitalOcean, Shopify, SendGrid, Alibaba Cloud and Tencent Cloud.
const MARKS: [(&str, usize); 37] = [
    ("ghp_", 30),
    ("gho_", 30),
    ("ghu_", 30),
    ("ghs_", 30),
    ("ghr_", 30),
    ("github_pat_", 22),
    ("sk-", 20),
    ("sk_live_", 10),
    ("sk_test_", 10),
    ("rk_live_", 10),
    ("rk_test_", 10),
    ("whsec_", 20),
    ("AKIA", 16),
    ("ASIA", 16),
    ("xoxa-", 10),
    ("xoxb-", 10),
    ("xoxp-", 10),
    ("xoxr-", 10),
    ("xoxs-", 10),
    ("xapp-", 10),
    ("AIza", 35),
    ("ya29.", 20),
    ("GOCSPX-", 20),
    ("glpat-", 20),
    ("npm_", 30),
    ("hf_", 30),
    ("pypi-", 40),
    ("dop_v1_", 40),
    ("shpat_", 32),
    ("shpss_", 32),
    ("SG.", 40),
    ("LTAI", 16),
    ("AKID", 30),
    ("sq0atp-", 20),
    ("sq0csp-", 40),
    ("EAAA", 56),
    ("pk.eyJ", 40),
];

/// The shortest of them.
const SHORTEST: usize = 18;

/// What follows the number of a Telegram bot (Bot API, "Authorizing your bot").
const BOT: RangeInclusive<usize> = 34..=36;

/// Finds such tokens.
pub(super) fn find(text: &str, report: &mut dyn FnMut(Range<usize>)) {
    for run in runs(text, SHORTEST, belongs) {
        let word = text.get(run.clone()).unwrap_or_default();
        let first = MARKS.iter().filter_map(|(mark, least)| begin(text, &run, word, mark, *least)).min();
        if let Some(start) = first {
            let end = run.start + word.trim_end_matches(['.', '-', '_']).len();
            report(start..with_secret(text, start, end));
        }
    }
    for (colon, _) in text.match_indices(':') {
        let bytes = text.as_bytes();
        let number = bytes[..colon].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let rest = bytes.get(colon + 1..).unwrap_or_default();
        let body = rest.iter().take_while(|byte| is_word(**byte) || matches!(byte, b'_' | b'-')).count();
        let token = text.get(colon + 1..colon + 1 + body).unwrap_or_default();
        if (8..=10).contains(&number) && BOT.contains(&body) && is_mixed(token) {
            report(colon - number..colon + 1 + body);
        }
    }
}

/// How much of a token is looked at before it is believed.
const LOOKED_AT: usize = 120;

/// Where a token with this mark begins in a word.
fn begin(text: &str, run: &Range<usize>, word: &str, mark: &str, least: usize) -> Option<usize> {
    let capitals = matches!(mark, "AKIA" | "ASIA");
    word.match_indices(mark).find_map(|(at, _)| {
        let start = run.start + at;
        let head = text.as_bytes().get(..start)?;
        // `disk-` is no `sk-`; but a log writes line breaks as `\n`.
        let apart = head.last().is_none_or(|byte| !is_word(*byte)) || matches!(head, [.., b'\\', b'n' | b't' | b'r']);
        let body = word.get(at + mark.len()..)?;
        let body = body.get(..LOOKED_AT).unwrap_or(body).trim_end_matches(['.', '-', '_']);
        let first = body.split('.').next().unwrap_or_default();
        let long = if mark.ends_with('.') { body.len() } else { first.len() };
        let fits = if capitals {
            long == least && body.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        } else {
            long >= least && (is_mixed(body) || is_two_case(body)) && !is_spoken(body)
        };
        (apart && fits).then_some(start)
    })
}

/// Amazon gives its keys in pairs: the secret one has no mark and stands beside the other.
fn with_secret(text: &str, start: usize, end: usize) -> usize {
    let is_amazon = text.get(start..end).is_some_and(|key| key.starts_with("AKIA") || key.starts_with("ASIA"));
    let rest = text.get(end..).filter(|_| is_amazon).unwrap_or_default();
    let near = rest.bytes().take(SECRET_IS_NEAR).position(|byte| is_secret(byte) && byte != b'/');
    let Some(from) = near else { return end };
    let secret = rest.bytes().skip(from).take_while(|byte| is_secret(*byte)).count();
    if secret == AMAZON_SECRET { end + from + secret } else { end }
}

/// The length of Amazon's secret keys, and how far behind the other key one is looked for.
const AMAZON_SECRET: usize = 40;
const SECRET_IS_NEAR: usize = 12;

fn is_secret(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'+')
}

/// Letters of both cases as chance mixes them: a token may do without digits.
fn is_two_case(body: &str) -> bool {
    let pairs = body.as_bytes().windows(2);
    pairs.filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count() > 4
}

/// Words with dashes between, and a number among them.
fn is_spoken(body: &str) -> bool {
    body.split(['-', '_', '.']).all(|part| part.len() < 16 && !is_mixed(part))
        && body.split(['-', '_']).any(|part| part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn belongs(byte: u8) -> bool {
    is_word(byte) || matches!(byte, b'_' | b'-' | b'.')
}
