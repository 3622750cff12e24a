//! A promised time that has passed: the mark in the list of sessions, and what `resume` says about it first.

use super::history::channel_name;
use super::kept::Kept;
use crate::contact::{View, contacts};
use crate::flow::display;
use crate::i18n::{Lang, Message};
use crate::profile::Purpose;
use crate::session::Session;
use crate::session::event::Note;
use crate::session::promise::Overdue;
use crate::session::story::Story;
use crate::wording::width;
use jiff::Timestamp;

/// What was said is quoted where it is no longer than this.
const QUOTED: usize = 80;

/// From so many broken promises on there is more to do than to write again.
const TWICE: usize = 2;

/// The state of a session with a mark where something is overdue.
pub(super) fn marked(state: Message, story: &Story<'_>, lang: Lang, now: Timestamp) -> Message {
    let Some(Overdue { since, promise, .. }) = story.overdue(now) else { return state };
    let key = if promise.is_some() { "sessions-state-overdue" } else { "sessions-state-waited" };
    let when = display::clock_time(since, lang, &story.zone, now);
    Message::new(key).with("state", state).with("when", when)
}

/// What to say on the first screen where something is overdue: who promised what, and what to do now. Where the screen
/// below shows nobody to turn to, the channels follow.
pub(super) fn reminder(kept: &Kept, session: &Session<'_>, id: &str, now: Timestamp) -> Vec<Message> {
    let (lang, story) = (session.lang(), session.story());
    let Some(overdue) = story.overdue(now) else { return Vec::new() };
    let mut sentences = vec![happened(&story, &overdue, lang, now)];
    sentences.push(match story.ticket() {
        Some(ticket) => Message::new("overdue-write-ticket").with("ticket", ticket),
        None => Message::new("overdue-write").with("id", id),
    });
    if overdue.missed >= TWICE {
        let command = kept.complaint_command();
        sentences.push(Message::new("overdue-again").with("count", overdue.missed).with("command", command));
    }
    sentences.push(Message::new("overdue-answered").with("id", id));
    let gap = if lang == Lang::Zh { "" } else { " " };
    let paragraph: Vec<String> = sentences.iter().map(|sentence| sentence.text(lang)).collect();
    let mut notices = vec![said(paragraph.join(gap))];
    let shown = |ending: &crate::session::story::Ending<'_>| ending.outcome.purposes().contains(&Purpose::Contact);
    if story.ending.as_ref().is_some_and(|ending| !shown(ending)) {
        let view = View {
            profile: story.profile,
            region: story.region,
            country: story.country.as_deref(),
            lang,
            zone: &story.zone,
            now,
        };
        let contacts = contacts(&view, &[Purpose::Contact]);
        notices.extend(contacts.channels.into_iter().chain(contacts.closing).map(said));
    }
    notices
}

/// Who promised what and until when, or how long the end said to wait.
fn happened(story: &Story<'_>, overdue: &Overdue<'_>, lang: Lang, now: Timestamp) -> Message {
    let when = display::time(overdue.since, lang, &story.zone, now);
    let Some(noted) = overdue.promise else { return Message::new("overdue-waited").with("when", when) };
    let words = display::first_sentence(&noted.note.said);
    let message = if width(&words) <= QUOTED {
        Message::new("overdue-promise-said").with("said", words)
    } else {
        Message::new("overdue-promise")
    };
    message.with("who", who(story, &noted.note, lang)).with("when", when)
}

/// The agent, with the channel behind the name.
fn who(story: &Story<'_>, note: &Note, lang: Lang) -> Message {
    let name = match &note.agent {
        Some(agent) => said(agent.clone()),
        None => Message::new("overdue-support"),
    };
    match &note.channel {
        Some(channel) => {
            Message::new("overdue-who").with("name", name).with("channel", channel_name(story, channel, lang))
        }
        None => name,
    }
}

/// Words that are complete as they are.
fn said(words: String) -> Message {
    Message::new("overdue-words").with("words", words)
}
