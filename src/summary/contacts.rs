//! Earlier contacts: what a flow asked about them, and what was noted after the walk.

use super::fact::{self, Fact};
use super::words::{self, Teller};
use crate::session::story::Noted;
use serde::Serialize;

/// An earlier contact.
#[derive(Debug, Clone, Serialize)]
#[expect(missing_docs, reason = "the contract names these")]
pub struct Contacted {
    pub at: Option<String>,
    /// A channel's id in the profile or region, else what the person calls it.
    pub channel: Option<String>,
    pub agent: Option<String>,
    pub said: Option<String>,
    pub promised: Option<String>,
    pub ticket_no: Option<String>,
    /// The channel's name for people.
    #[serde(skip)]
    pub channel_name: Option<String>,
}

/// The contacts: those of the flow's answers, then the noted ones as they happened.
pub(super) fn of(teller: &Teller, facts: &[Fact]) -> Vec<Contacted> {
    // A flow asks what was said, not when; the instant of the answer is not that of the contact.
    let logged = fact::standing(facts, "contact-log").filter_map(|fact| fact.words.clone()).map(|said| Contacted {
        at: None,
        channel: None,
        agent: None,
        said: Some(said),
        promised: None,
        ticket_no: None,
        channel_name: None,
    });
    logged.chain(teller.story.history().into_iter().map(|noted| contacted(teller, noted))).collect()
}

fn contacted(teller: &Teller, noted: &Noted) -> Contacted {
    let own = |text: &String| teller.own_words(text);
    let note = &noted.note;
    let channel = note.channel.as_ref();
    let known = channel.and_then(|id| teller.story.channel(id));
    Contacted {
        at: Some(teller.instant(noted.at())),
        channel: channel.map(own),
        agent: note.agent.as_ref().map(own),
        said: Some(teller.own_words(&note.said)),
        promised: note.promised.map(|until| teller.instant(until)),
        ticket_no: note.ticket.as_ref().map(own),
        channel_name: match known {
            Some(known) => Some(words::one_line(&known.name.as_plain(teller.lang))),
            None => channel.map(own),
        },
    }
}
