//! Renderings of a summary: what to say is decided once, in `page`; text and Markdown only draw it.

mod done;
mod foot;
pub mod json;
mod markdown;
mod page;
mod part;
pub mod payload;
mod sections;
mod terse;
mod text;

pub use foot::MARK;

use super::Summary;
use crate::secrets::scrub;
use terse::BETWEEN;

/// A form in which a summary is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// JSON, `walletfix.summary/1`.
    Json,
}

impl Format {
    /// All forms with the word that `--format` uses.
    pub const ALL: [(&'static str, Self); 3] =
        [("text", Self::Text), ("markdown", Self::Markdown), ("json", Self::Json)];
}

/// The summary in that form, a line break at its end; `brief` cuts text and Markdown to 500 characters.
pub fn render(summary: &Summary, format: Format, brief: bool) -> String {
    together(std::slice::from_ref(summary), format, brief)
}

/// One summary in several languages, one after the other, no longer together than one; JSON is the first alone.
pub fn together(summaries: &[Summary], format: Format, brief: bool) -> String {
    let drawn = match (format, brief) {
        (Format::Text, false) => text::full(summaries),
        (Format::Markdown, false) => markdown::full(summaries),
        (Format::Text, true) => text::short(summaries, 0),
        (Format::Markdown, true) => markdown::short(summaries),
        (Format::Json, _) => return summaries.first().map(json::json).unwrap_or_default(),
    };
    // Nothing here should hold one. Should it, this is where it stops.
    let excused: Vec<String> = summaries.iter().flat_map(|summary| summary.excused.clone()).collect();
    let drawn: Vec<String> = drawn.iter().map(|text| scrub(text, &excused).into_owned()).collect();
    let gap = if format == Format::Markdown { "\n" } else { "" };
    foot::under(&drawn, summaries, (gap, if brief { "\n" } else { BETWEEN }), brief)
}
