//! Checks whose result follows from what was pasted and the profile: no packet, no clock, the same answer every time.

pub(super) mod address;
pub(super) mod domain;
pub(super) mod same_address;
pub(super) mod wallet_error;

use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::wording::is_invisible;
use std::time::Duration;

/// An input in words; `None`: it is unknown, or not of a kind that has words.
pub(super) fn input<'c>(call: &'c ProbeCall, name: &str) -> Option<&'c str> {
    match call.inputs.get(name) {
        Some(Value::Text(text) | Value::Choice(text)) => Some(text),
        _ => None,
    }
}

fn found(result: &str, observed: impl Into<String>) -> Finding {
    let observed = Some(observed.into()).filter(|observed| !observed.is_empty());
    Finding { value: Value::Choice(result.to_owned()), reason: None, observed, elapsed: Duration::ZERO }
}

fn missing() -> Finding {
    Finding::unknown(Message::new("probe-input-missing"))
}

/// What was pasted, on one line of at most `longest` characters, without what nobody sees.
fn short(text: &str, longest: usize) -> String {
    let seen: String = text.chars().filter(|sign| !is_invisible(*sign)).collect();
    let words = seen.split(|sign: char| sign.is_whitespace() || sign.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}...", &line[..end]),
        None => line,
    }
}
