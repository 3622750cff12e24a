//! Renderings of a summary: what to say is decided once, in `page`; text and Markdown only draw it.

mod foot;
pub mod json;
mod markdown;
mod page;
mod part;
mod sections;
mod terse;
mod text;

pub use foot::MARK;
pub use markdown::markdown;
pub use text::{short, text};

use super::Summary;
use crate::secrets::scrub;

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
    let drawn = match (format, brief) {
        (Format::Text, false) => text(summary),
        (Format::Markdown, false) => markdown(summary),
        (Format::Text, true) => short(summary),
        (Format::Markdown, true) => markdown::short(summary),
        (Format::Json, _) => return json::json(summary),
    };
    // Nothing here should hold one. Should it, this is where it stops.
    let gap = if format == Format::Markdown { "\n" } else { "" };
    foot::under(scrub(&drawn, &summary.excused).into_owned(), summary, gap, brief)
}
