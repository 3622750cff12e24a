//! What a journal gives away: nothing that another program or another hand wrote into it. What this program writes was
//! judged at the keyboard, and answers are judged again where the session takes them.

use crate::flow::step::TextFormat;
use crate::flow::value::Value;
use crate::secrets::{Kind, cover, find};
use crate::session::event::Event;
use std::borrow::Cow;

/// The event with the secrets in its free texts covered.
pub(super) fn clean(mut event: Event) -> Event {
    match &mut event {
        Event::Words(text) | Event::Country(Some(text)) | Event::Attach { name: text, .. } => cover_in(text),
        Event::Note(note) => {
            cover_in(&mut note.said);
            [&mut note.channel, &mut note.agent].into_iter().flatten().for_each(cover_in);
            // A ticket's number may look like a card's, as an order's may.
            note.ticket.iter_mut().filter(|ticket| !find(ticket, TextFormat::OrderId).is_empty()).for_each(cover_in);
        }
        Event::Probe(_, result) => {
            if let Value::Text(text) = &mut result.value {
                cover_in(text);
            }
            result.observed.iter_mut().for_each(cover_in);
        }
        Event::Consent { hosts, .. } => hosts.iter_mut().for_each(cover_in),
        // A kind that this version does not know is still one.
        Event::Refused(_, kind) if Kind::named(kind).is_none() => "other".clone_into(kind),
        _ => {}
    }
    event
}

fn cover_in(text: &mut String) {
    if let Cow::Owned(covered) = cover(text) {
        *text = covered;
    }
}
