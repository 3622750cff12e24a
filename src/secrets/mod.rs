//! The secret filter: what must not be stored, shown or written, one detector a file.
//!
//! Pure: a text goes in, places and kinds come out. It knows neither screens nor journals; who asks decides what becomes
//! of a finding.

mod backup_codes;
mod bank_account;
pub(crate) mod base58;
mod card;
mod cue;
mod cvv;
mod extended_key;
mod hex_key;
mod id_number;
mod keystore;
mod kind;
mod mask;
mod one_time_code;
mod otp_secret;
mod password;
mod pem;
mod phrase;
mod pin;
mod reading;
mod solana;
mod token;
mod verdict;
mod wif;

pub use kind::Kind;
pub use mask::{blot, could_be_hash, cover, cover_page, excused, scrub};
pub use verdict::{Verdict, judge};
// Addresses are written as keys are: whoever judges them reads them with the same hands.
pub(crate) use bank_account::iban;
pub(crate) use extended_key::stellar::{crc16, strkey};
// Whoever looks for Chinese words reads traditional characters as this room does.
pub(crate) use phrase::simpler;

use crate::flow::step::TextFormat;
use reading::Reading;
use std::ops::Range;

/// How sure a detector is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// Form and context speak for it.
    Likely,
    /// A checksum or an unmistakable form proves it.
    Exact,
}

/// A secret in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// What it looks like.
    pub kind: Kind,
    /// How sure that is.
    pub confidence: Confidence,
}

/// Where a detector reports what it finds; the range is one of the reading's text.
type Report<'r> = dyn FnMut(Range<usize>, Kind, Confidence) + 'r;

/// A detector: reports every secret of its kind in the reading.
type Detector = fn(&Reading<'_>, TextFormat, &mut Report<'_>);

const DETECTORS: [Detector; 17] = [
    phrase::find,
    hex_key::find,
    wif::find,
    extended_key::find,
    keystore::find,
    pem::find,
    solana::find,
    otp_secret::find,
    backup_codes::find,
    card::find,
    cvv::find,
    one_time_code::find,
    pin::find,
    password::find,
    id_number::find,
    bank_account::find,
    token::find,
];

/// Every secret in a text, in order, none overlapping another. `format` is that of the question it answers; whatever is no
/// answer to a question of its own is `Free`.
pub fn find(text: &str, format: TextFormat) -> Vec<Found> {
    let reading = Reading::new(text);
    let mut all: Vec<Found> = Vec::new();
    for detector in DETECTORS {
        detector(&reading, format, &mut |range, kind, confidence| {
            all.push(Found { span: reading.in_source(range), kind, confidence });
        });
    }
    apart(all)
}

/// Findings that overlap become one: what any of them covers must not be seen, and the surest one says what it is, then the
/// longest. A tail may stay only where all agree.
fn apart(mut all: Vec<Found>) -> Vec<Found> {
    all.retain(|found| !found.span.is_empty());
    all.sort_by_key(|found| found.span.start);
    let mut kept: Vec<(Found, usize)> = Vec::new();
    for found in all {
        let length = found.span.len();
        let Some((last, longest)) = kept.last_mut().filter(|(last, _)| found.span.start < last.span.end) else {
            kept.push((found, length));
            continue;
        };
        let is_surer = (found.confidence, length) > (last.confidence, *longest);
        let (winner, loser) = if is_surer { (found.kind, last.kind) } else { (last.kind, found.kind) };
        last.kind = if winner.keeps_tail() && !loser.keeps_tail() { loser } else { winner };
        last.span.end = last.span.end.max(found.span.end);
        if is_surer {
            (last.confidence, *longest) = (found.confidence, length);
        }
    }
    kept.into_iter().map(|(found, _)| found).collect()
}
