//! Which error a wallet's message is.
//!
//! Wallets, libraries and nodes wrap each other's messages, so the words that name a cause are looked for wherever they
//! stand, and the one that says most wins. Codes alone say little: -32000 is every other error of a node.

mod decoded;
mod phrases;
mod words;

use super::{found, input, missing, short};
use crate::flow::probe::{Finding, ProbeCall};
use words::Words;

/// Longer pastes are cut: answers are far shorter.
const LONGEST: usize = 10_000;

/// How much of a message that says nothing is shown.
const SHOWN: usize = 60;

/// Names the error.
pub(in crate::probe) fn check(call: &ProbeCall) -> Finding {
    let Some(text) = input(call, "text").filter(|text| !text.trim().is_empty()) else { return missing() };
    let text: String = text.chars().take(LONGEST).collect();
    let words = Words::of(&(decoded::unescaped(&text) + " " + &decoded::from_hex(&text)));
    match phrases::class(&words) {
        Some((class, seen)) => found(class, short(&seen, SHOWN)),
        None => found("other", short(&text, SHOWN)),
    }
}
