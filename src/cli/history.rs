//! The contacts that were noted, as `sessions show` lists them.

use crate::flow::display;
use crate::i18n::{Lang, Message};
use crate::session::story::{Noted, Story};
use crate::wording::wrap;
use jiff::Timestamp;

/// A heading and an item a contact, as they happened; nothing where there is none.
pub(super) fn drawn(story: &Story<'_>, lang: Lang, now: Timestamp, columns: usize) -> String {
    let history = story.history();
    if history.is_empty() {
        return String::new();
    }
    let mut out = Message::new("sessions-history").text(lang) + "\n";
    for noted in history {
        for (at, line) in wrap(&item(story, noted, lang, now), columns.saturating_sub(2)).iter().enumerate() {
            out.push_str(if at == 0 { "- " } else { "  " });
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// When, where and with whom; what was said; what was promised, and the ticket.
fn item(story: &Story<'_>, noted: &Noted, lang: Lang, now: Timestamp) -> String {
    let note = &noted.note;
    let time = |at| display::clock_time(at, lang, &story.zone, now);
    let mut head = vec![time(noted.at())];
    head.extend(note.channel.as_ref().map(|channel| channel_name(story, channel, lang)));
    head.extend(note.agent.clone());
    let gap = if lang == Lang::Zh { "，" } else { ", " };
    let said = Message::new("sessions-note-line").with("head", head.join(gap)).with("said", note.said.as_str());
    let mut lines = vec![said.text(lang)];
    if let Some(until) = note.promised {
        lines.push(Message::new("sessions-note-promised").with("when", time(until)).text(lang));
    }
    if let Some(ticket) = &note.ticket {
        lines.push(Message::new("sessions-note-ticket").with("ticket", ticket.as_str()).text(lang));
    }
    lines.join("\n")
}

/// The name of a channel that a note names, else what the person calls it.
pub(super) fn channel_name(story: &Story<'_>, channel: &str, lang: Lang) -> String {
    story.channel(channel).map_or_else(|| channel.to_owned(), |known| known.name.as_plain(lang))
}
