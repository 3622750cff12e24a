//! A text made readable for detectors: one spelling of every character, nothing invisible, and the way back to the source.

use crate::wording::is_invisible;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// A text in one spelling (NFKC: full-width becomes plain, `①` becomes `1`), with the place of every byte in the source.
#[derive(Debug)]
pub(super) struct Reading<'t> {
    text: Cow<'t, str>,
    lower: String,
    /// For every byte of `text`, the character of the source it came from; `None`: each byte is its own.
    origins: Option<Vec<Range<usize>>>,
}

impl<'t> Reading<'t> {
    /// Reads a text. Line breaks stay.
    pub(super) fn new(source: &'t str) -> Self {
        if source.is_ascii() {
            return Self { text: Cow::Borrowed(source), lower: source.to_ascii_lowercase(), origins: None };
        }
        let mut text = String::with_capacity(source.len());
        let mut origins = Vec::with_capacity(source.len());
        for (at, cluster) in source.grapheme_indices(true) {
            let before = text.len();
            text.extend(cluster.chars().filter(|character| !is_unseen(*character)).nfkc());
            origins.resize(origins.len() + text.len() - before, at..at + cluster.len());
        }
        let lower = text.to_ascii_lowercase();
        Self { text: Cow::Owned(text), lower, origins: Some(origins) }
    }

    /// The text in one spelling.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The same with ASCII letters in lower case: every byte stands at the same place.
    pub(super) fn lower(&self) -> &str {
        &self.lower
    }

    /// A range of the text as a range of the source.
    pub(super) fn in_source(&self, range: Range<usize>) -> Range<usize> {
        let Some(origins) = &self.origins else { return range };
        let start = origins.get(range.start).map_or(0, |origin| origin.start);
        let end = range.end.checked_sub(1).and_then(|last| origins.get(last)).map_or(start, |origin| origin.end);
        start..end.max(start)
    }
}

/// Invisible, or only there to join or colour its neighbours.
fn is_unseen(character: char) -> bool {
    is_invisible(character) || matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}
