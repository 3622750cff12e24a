//! The secret filter: what must not be stored, shown or written, one detector a file.
//!
//! Pure: a text goes in, places and kinds come out. It knows neither screens nor journals; who asks decides what becomes
//! of a finding.

mod backup_codes;
mod bank_account;
mod base58;
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
pub use mask::{MASK, blot, cover, scrub};
pub use verdict::{Verdict, judge};

use crate::flow::step::TextFormat;
use reading::Reading;
use std::cmp::Reverse;
use std::collections::BTreeMap;
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

/// Of findings that overlap the surer one stays, then the longer one.
fn apart(mut all: Vec<Found>) -> Vec<Found> {
    all.sort_by_key(|found| (Reverse(found.confidence), Reverse(found.span.len())));
    let mut kept: BTreeMap<usize, Found> = BTreeMap::new();
    for found in all {
        // Those kept lie apart, so that only the last one that begins before its end can be in the way.
        let before = kept.range(..found.span.end).next_back();
        let clear = before.is_none_or(|(_, other)| other.span.end <= found.span.start);
        if clear && !found.span.is_empty() {
            kept.insert(found.span.start, found);
        }
    }
    kept.into_values().collect()
}
