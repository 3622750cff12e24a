//! Words that say what the number or the word behind them is.
//!
//! One table for all detectors, so that the longest word wins: in "error code: 482913" the code is the error's, and no
//! detector takes it for one that came by SMS.

pub(super) mod around;
mod back;
mod counter;
pub(super) mod glue;
pub(super) mod groups;
mod link;
pub(super) mod number;
pub(super) mod tie;
mod words;

pub(super) use back::before;
pub(super) use counter::counts;
pub(super) use link::{Link, Place, behind, window};

use super::reading::Reading;
use std::ops::Range;
use words::WORDS;

/// What a word says of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A code that counts once, and nothing else.
    OneTime,
    /// A code of some person or message: a one-time code where it is said outright.
    TheirCode,
    /// Just "code".
    BareCode,
    /// The PIN of a device or a card.
    Pin,
    /// The PIN of a payment.
    PaymentPin,
    /// A password.
    Password,
    /// An abbreviation that means a password only where a value is plainly given.
    Pass,
    /// The number of a payment card.
    Card,
    /// The digits on a card's back.
    Cvv,
    /// Either the digits on a card's back or a one-time code.
    SecurityCode,
    /// When a card ends.
    Expiry,
    /// An identity number.
    Identity,
    /// A bank account.
    Account,
    /// A bank, whose account may follow.
    Bank,
    /// An account of any kind.
    AnyAccount,
    /// An order, a transaction, a ticket.
    Order,
    /// Something else that has a number and is no secret.
    Other,
}

/// A word of the table in a text.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What it says.
    pub(super) sense: Sense,
}

/// All such words of a text, in order, none overlapping another.
pub(super) fn all(reading: &Reading<'_>) -> Vec<Cue> {
    let text = reading.lower();
    let bytes = text.as_bytes();
    let mut cues = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(cue) = longest(text, at) {
            at = cue.range.end;
            cues.push(cue);
        } else {
            at += 1;
        }
    }
    cues
}

/// The longest word that stands at a place.
fn longest(text: &str, at: usize) -> Option<Cue> {
    let bytes = text.as_bytes();
    let pair = (*bytes.get(at)?, *bytes.get(at + 1)?, *bytes.get(at + 2)?);
    if !may_start(pair.0, pair.1, pair.2) {
        return None;
    }
    let inside = at > 0 && pair.0.is_ascii() && bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric);
    let key = [pair.0, pair.1];
    let from = WORDS.partition_point(|(word, _)| word.as_bytes().get(..2) < Some(&key[..]));
    let mut best: Option<Cue> = None;
    for (word, sense) in WORDS.get(from..)? {
        if word.as_bytes().get(..2) != Some(&key[..]) {
            break;
        }
        if inside && !GLUED.contains(word) {
            continue;
        }
        if let Some(end) = end_of(bytes, at, word.as_bytes())
            && best.as_ref().is_none_or(|best| best.range.end < end)
        {
            best = Some(Cue { range: at..end, sense: *sense });
        }
    }
    best
}

/// Words that also count at the end of a longer one: userPassword.
const GLUED: [&str; 3] = ["password", "passphrase", "passwd"];

/// Where a word of the table ends that stands at a place. Its spaces stand for any gap, also for none: "PIN code", "pin-code",
/// "pincode".
fn end_of(text: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    let mut end = at;
    for letter in word {
        if *letter == b' ' {
            end += text.get(end..)?.iter().take_while(|byte| b" -_\t\n\r".contains(byte)).count().min(3);
        } else if text.get(end) == Some(letter) {
            end += 1;
        } else {
            return None;
        }
    }
    let last = word.last()?;
    let next = text.get(end).copied().unwrap_or(b' ');
    let cut = last.is_ascii() && (next.is_ascii_alphabetic() || last.is_ascii_digit() && next.is_ascii_digit());
    (!cut).then_some(end)
}

/// One bit for every beginning of a word: nearly all places of a text are passed after one look.
const STARTS: [u64; 64] = {
    let mut bits = [0; 64];
    let mut index = 0;
    while index < WORDS.len() {
        let word = WORDS[index].0.as_bytes();
        let slot = slot(word[0], word[1], if word.len() > 2 { word[2] } else { 0 });
        bits[slot / 64] |= 1 << (slot % 64);
        index += 1;
    }
    bits
};

/// Whether a word may begin with these bytes.
fn may_start(first: u8, second: u8, third: u8) -> bool {
    let slot = slot(first, second, third);
    STARTS[slot / 64] >> (slot % 64) & 1 == 1
}

/// ASCII words are told apart by two letters (a third one may be a gap of another spelling), Chinese ones by their first
/// character.
const fn slot(first: u8, second: u8, third: u8) -> usize {
    let third = if first < 0x80 { 0 } else { third as usize };
    (first as usize * 31 + second as usize * 67 + third * 129) % 4096
}

/// What one detector finds in a text that answers no question of its own: the places' text, and the kinds.
#[cfg(test)]
pub(super) fn found_by(detector: super::Detector, text: &str) -> Vec<(&str, super::Kind)> {
    found_in(detector, text, crate::flow::step::TextFormat::Free)
}

/// The same in the answer to a question.
#[cfg(test)]
pub(super) fn found_in(
    detector: super::Detector,
    text: &str,
    format: crate::flow::step::TextFormat,
) -> Vec<(&str, super::Kind)> {
    let reading = Reading::new(text);
    let mut all = Vec::new();
    detector(&reading, format, &mut |range, kind, confidence| {
        all.push(super::Found { span: reading.in_source(range), kind, confidence });
    });
    super::apart(all).into_iter().map(|found| (&text[found.span], found.kind)).collect()
}

#[cfg(test)]
mod tests;
