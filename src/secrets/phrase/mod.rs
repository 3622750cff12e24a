//! Recovery phrases: BIP-39 in its ten official lists, in whatever way people write them down.
//!
//! A text is cut into tokens, and only where so many tokens stand in a row that could be listed words does anybody open
//! the table. What is found is a run of listed words; the checksum says how sure that is.

mod abbreviated;
mod announced;
mod checksum;
mod cue;
mod fold;
mod han;
mod marks;
mod run;
mod stretch;
mod table;
mod tokens;

pub(crate) use han::simpler;

use crate::flow::step::TextFormat;
use crate::secrets::reading::Reading;
use crate::secrets::{Confidence, Kind, Report};
use std::ops::Range;
use stretch::Stretch;

/// Fewer listed words in a row are prose: English sentences hold eight, and a phrase has at least twelve, of which one
/// may be missing.
const FEWEST: usize = 11;

/// Finds recovery phrases.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let text = reading.text();
    let tokens = tokens::cut(text);
    let mut found: Vec<(Range<usize>, Confidence)> = Vec::new();
    let mut collect = |range: Range<usize>, _, confidence| found.push((range, confidence));
    han::find(reading.lower(), &tokens, &mut collect);
    announced::find(text, reading.lower(), &tokens, &mut collect);
    for stretch in Stretch::all(text, &tokens) {
        run::find(&stretch, &mut collect);
        abbreviated::find(&stretch, &mut collect);
    }
    for (range, confidence) in joined(found) {
        report(range, Kind::RecoveryPhrase, confidence);
    }
}

/// Several lists see the same phrase, one more of it than the other; together they see all of it.
fn joined(mut found: Vec<(Range<usize>, Confidence)>) -> Vec<(Range<usize>, Confidence)> {
    found.sort_by_key(|(range, _)| range.start);
    let mut apart: Vec<(Range<usize>, Confidence)> = Vec::new();
    for (range, confidence) in found {
        match apart.last_mut().filter(|(before, _)| range.start < before.end) {
            Some((before, sure)) => {
                before.end = before.end.max(range.end);
                *sure = confidence.max(*sure);
            }
            None => apart.push((range, confidence)),
        }
    }
    apart
}
