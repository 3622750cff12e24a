//! JSON Web Tokens (RFC 7519): parts of base64url with dots between, the first of which is JSON.

use super::super::base58::run::is_word;
use std::ops::Range;

/// How JSON begins in base64.
const HEAD: &str = "eyJ";

/// The shortest part that has something in it: `{"alg":"x"}` has 15, a short claim set about ten.
const PART: usize = 10;

/// Finds such tokens, the last part of which may be missing.
pub(super) fn find(text: &str, report: &mut dyn FnMut(Range<usize>)) {
    let mut after = 0;
    for (start, _) in text.match_indices(HEAD) {
        if start < after {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let belongs = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.');
        let body = rest.find(|sign| !belongs(sign)).map_or(rest, |end| rest.get(..end).unwrap_or_default());
        let body = body.trim_end_matches('.');
        let mut parts = body.split('.');
        let sound =
            parts.next().is_some_and(|part| part.len() >= PART) && parts.next().is_some_and(|part| part.len() >= PART);
        if sound && body.bytes().any(is_word) {
            after = start + body.len();
            report(start..after);
        }
    }
}
