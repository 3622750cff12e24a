//! JSON Web Tokens (RFC 7519): parts of base64url with dots between, the first of which is JSON.

use super::super::base58::run::{is_word, runs};
use std::ops::Range;

/// How JSON begins in base64.
const HEAD: &str = "eyJ";

/// The shortest part that has something in it: `{"alg":"x"}` has 15, a short claim set about ten.
const PART: usize = 10;

/// Finds such tokens, the last part of which may be missing.
pub(super) fn find(text: &str, report: &mut dyn FnMut(Range<usize>)) {
    for run in runs(text, 2 * PART, |byte| is_word(byte) || matches!(byte, b'_' | b'-' | b'.')) {
        let word = text.get(run.clone()).unwrap_or_default().trim_end_matches('.');
        let mut at = 0;
        let mut parts = word.split('.').peekable();
        while let Some(part) = parts.next() {
            let next = parts.peek().is_some_and(|next| next.len() >= PART);
            if let Some(start) = part.find(HEAD).filter(|start| next && part.len() - start >= PART) {
                report(run.start + at + start..run.start + word.len());
                break;
            }
            at += part.len() + 1;
        }
    }
}
