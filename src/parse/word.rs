//! A string of a file, and the places inside it.

use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::source::Span;
use crate::wording::nearest;
use jiff::Zoned;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;

/// A string and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Word<'t> {
    /// What it says.
    pub text: &'t str,
    /// As the file writes it, quotes included.
    pub(super) raw: &'t str,
    /// The whole value, quotes included.
    pub span: Span,
    /// Its key.
    pub key: Span,
}

impl Word<'_> {
    /// The place of `text[start..end]`. Where escapes shift the places, the whole value.
    pub fn at(&self, start: usize, end: usize) -> Span {
        match self.offset() {
            Some(offset) => Span { start: offset + start, end: offset + end.max(start) },
            None => self.span,
        }
    }

    /// Where the first byte of `text` stands in the file, if the text is written as it is.
    pub fn offset(&self) -> Option<usize> {
        let quotes = if self.raw.starts_with("\"\"\"") || self.raw.starts_with("'''") {
            // A line break right after three quotes is not part of the text.
            match self.raw.get(3..5) {
                Some("\r\n") => 5,
                Some(next) if next.starts_with('\n') => 4,
                _ => 3,
            }
        } else {
            1
        };
        let plain = self.raw.get(quotes..quotes + self.text.len()) == Some(self.text);
        plain.then_some(self.span.start + quotes)
    }

    /// The value that `words` gives this string, or `bad-value` with the nearest of them.
    pub fn one_of<T: Copy>(&self, words: &[(&'static str, T)], key: &str, findings: &Findings) -> Option<T> {
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == self.text) {
            return Some(*value);
        }
        let message = Message::new("bad-value-word").with("key", key).with("value", self.text);
        let help = match nearest(self.text, words.iter().map(|(word, _)| *word)) {
            Some(near) => Message::new("did-you-mean").with("name", near),
            None => Message::new("one-of-help").with_names("names", words.iter().map(|(word, _)| *word)),
        };
        findings.report_with(Rule::BadValue, self.span, message, Some(help));
        None
    }
}

/// A date-time with offset as TOML writes it; `None` where a part is missing or impossible.
pub(super) fn zoned(time: &str) -> Option<Zoned> {
    let pieces = Pieces::parse(time).ok()?;
    let offset = pieces.to_numeric_offset()?;
    let zone = TimeZone::fixed(offset);
    zone.to_timestamp(pieces.date().to_datetime(pieces.time()?)).ok().map(|instant| instant.to_zoned(zone))
}
