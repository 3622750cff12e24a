//! Recovery phrases: BIP-39 in its ten official lists, in whatever way people write them down.
//!
//! A text is cut into tokens, and only where so many tokens stand in a row that could be listed words does anybody open
//! the table. What is found is a run of listed words; the checksum says how sure that is.

mod abbreviated;
mod checksum;
mod cue;
mod fold;
mod han;
mod run;
mod stretch;
mod table;
mod tokens;

use crate::flow::step::TextFormat;
use crate::secrets::Report;
use crate::secrets::reading::Reading;
use stretch::Stretch;

/// Fewer listed words in a row are prose: English sentences hold eight, and a phrase has at least twelve, of which one
/// may be missing.
const FEWEST: usize = 11;

/// Finds recovery phrases.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let text = reading.text();
    let tokens = tokens::cut(text);
    han::find(reading.lower(), &tokens, report);
    for stretch in Stretch::all(text, &tokens) {
        run::find(&stretch, report);
        abbreviated::find(&stretch, report);
    }
}
