//! The lines under everything: by which the way can be gone again, and by which the text can be verified.

use crate::i18n::Message;
use crate::seal::{ROOM_OF_SHORT, sealed};
use crate::summary::Summary;
use crate::wording::wrap;

/// What the line begins with: the command that reads it.
pub const MARK: &str = "walletfix replay";

/// The most characters that the line about the way takes in a full text.
pub(super) const ROOM: usize = 120;

/// No line is wider.
const COLUMNS: usize = 78;

/// The most characters of a short text.
const SHORT: usize = 500;

/// What sealing a short text in so many languages takes.
pub(super) fn room_of_short(languages: usize) -> usize {
    ROOM_OF_SHORT + 30 * languages.saturating_sub(1)
}

/// The text with its last lines; `gap` stands before each of them.
pub(super) fn under(mut text: String, summaries: &[Summary], gap: &str, brief: bool) -> String {
    if let Some(line) = summaries.first().and_then(replay) {
        let line = format!("{gap}{}\n", wrap(&line, COLUMNS).join("\n"));
        // In a chat the case counts more than how it was found.
        if !brief || text.chars().count() + line.chars().count() + gap.len() + room_of_short(summaries.len()) <= SHORT {
            text.push_str(&line);
        }
    }
    sealed(&text, gap)
}

fn replay(summary: &Summary) -> Option<String> {
    let note = summary.replay_note.map(|key| Message::new(key).text(summary.lang));
    match (&summary.replay_code, note) {
        (Some(code), Some(note)) => Some(format!("{MARK} {code} ({note})")),
        (Some(code), None) => Some(format!("{MARK} {code}")),
        (None, note) => note,
    }
}
