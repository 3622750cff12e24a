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

/// The texts with their last lines, `between` each two: each is sealed by itself, so that one that is pasted alone is still
/// whole, and the last says how the way can be gone again. `gap` stands before each last line.
pub(super) fn under(texts: &[String], summaries: &[Summary], (gap, between): (&str, &str), brief: bool) -> String {
    let mut sealed_texts: Vec<String> = Vec::new();
    let length = |text: &str| text.chars().count();
    let room = texts.len() * (ROOM_OF_SHORT + gap.len() + length(between)) - length(between);
    let taken = room + texts.iter().map(|text| length(text)).sum::<usize>();
    for (at, text) in texts.iter().enumerate() {
        let line = summaries.first().and_then(replay).filter(|_| at + 1 == texts.len());
        let line = line.map(|line| format!("{gap}{}\n", wrap(&line, COLUMNS).join("\n")));
        // In a chat the case counts more than how it was found.
        let line = line.filter(|line| !brief || taken + length(line) <= SHORT);
        sealed_texts.push(sealed(&(text.clone() + &line.unwrap_or_default()), gap));
    }
    sealed_texts.join(between)
}

fn replay(summary: &Summary) -> Option<String> {
    let note = summary.replay_note.map(|key| Message::new(key).text(summary.lang));
    match (&summary.replay_code, note) {
        (Some(code), Some(note)) => Some(format!("{MARK} {code} ({note})")),
        (Some(code), None) => Some(format!("{MARK} {code}")),
        (None, note) => note,
    }
}
