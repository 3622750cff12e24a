//! No journal gives a secret away: neither one that is written, nor one that comes from another program or hand.

use crate::flow::value::Value;
use crate::secrets::cover;
use crate::session::event::Event;
use std::borrow::Cow;

/// The event with the secrets in its texts covered. The keyboard lets none in, so this is for what came another way.
pub(super) fn clean(mut event: Event) -> Event {
    match &mut event {
        Event::Words(text)
        | Event::Note(text)
        | Event::Attach { name: text, .. }
        | Event::Answer(_, Value::Text(text))
        | Event::Change(_, Value::Text(text)) => cover_in(text),
        Event::Probe(_, result) => {
            if let Value::Text(text) = &mut result.value {
                cover_in(text);
            }
            result.observed.iter_mut().for_each(cover_in);
        }
        _ => {}
    }
    event
}

fn cover_in(text: &mut String) {
    if let Cow::Owned(covered) = cover(text) {
        *text = covered;
    }
}
