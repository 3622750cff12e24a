//! Names that authors choose.

use super::condition;
use super::word::Word;
use crate::diagnostic::{Findings, Rule};
use crate::flow::draft::Named;
use crate::i18n::Message;
use crate::source::Span;

/// The longest id, in bytes.
pub(super) const LONGEST: usize = 40;

/// Steps may not be called so, nor a word of conditions: paths and conditions would read wrongly.
pub const NOT_STEPS: [&str; 3] = ["profile", "guard", "gave-up"];

/// Options and return values may not be called so: `next` tables would read wrongly.
pub const NOT_VALUES: [&str; 4] = ["else", "known", "unknown", "skipped"];

/// Whether `name` has the form of an id.
pub fn is_id(name: &str) -> bool {
    name.len() <= LONGEST
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Checks the id of a step.
pub(super) fn check_step(name: &str, span: Span, findings: &Findings) {
    check(name, span, NOT_STEPS.contains(&name) || condition::WORDS.contains(&name), findings);
}

/// Checks the id of an option or return value.
pub(super) fn check_value(name: &str, span: Span, findings: &Findings) {
    check(name, span, NOT_VALUES.contains(&name), findings);
}

/// Checks any other id.
pub fn check_plain(name: &str, span: Span, findings: &Findings) {
    check(name, span, false, findings);
}

fn check(name: &str, span: Span, reserved: bool, findings: &Findings) {
    let key = if reserved {
        "bad-id-reserved"
    } else if is_id(name) {
        return;
    } else if name.len() > LONGEST {
        "bad-id-long"
    } else {
        "bad-id"
    };
    let small = name.to_lowercase().replace(['_', ' ', '.'], "-");
    let help = match key {
        "bad-id-reserved" => Message::new("bad-id-reserved-help"),
        _ if is_id(&small) => Message::new("did-you-mean").with("name", small),
        _ => Message::new("bad-id-help"),
    };
    findings.report_with(Rule::BadId, span, Message::new(key).with("name", name), Some(help));
}

/// Whether a code such as `CNY` or `ETH` has the form that amounts are written with.
pub fn is_currency(code: &str) -> bool {
    (2..=10).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// The code of a currency that many call by another.
pub fn currency_meant(code: &str) -> Option<&'static str> {
    // ISO 4217 has no RMB; an amount in it would never be one in CNY.
    (code == "RMB").then_some("CNY")
}

/// A word that names something, its place without quotes.
pub(super) fn named(word: &Word<'_>) -> Named {
    Named { name: word.text.to_owned(), span: word.at(0, word.text.len()) }
}
