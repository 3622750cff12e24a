//! The same case for a place that everybody can read.

use super::mask::{is_distinct, replace_word};
use crate::flow::field::{Field, Place};
use crate::flow::value::Value;
use crate::session::story::Story;

/// The story without what tells who the person is, and without its hashes, addresses and order numbers unless
/// `numbers` asks for them: as if the person had taken those answers out, and wherever else they had written them.
pub(super) fn story<'p>(story: &Story<'p>, numbers: bool) -> Story<'p> {
    let mut public = story.clone();
    let mut withheld: Vec<String> = Vec::new();
    for visit in &mut public.visits {
        if visit.step.field.is_some_and(|field| is_personal(field) || !numbers && is_number(field)) {
            visit.dropped = true;
            if let Value::Text(text) = &visit.value
                && is_distinct(text.trim())
                && visit.step.field != Field::named("card-last4")
            {
                withheld.push(text.trim().to_owned());
            }
        }
    }
    withheld.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let without = |text: &str, value: &str| {
        if value.len() >= LONG { text.replace(value, LEFT_OUT) } else { replace_word(text, value, LEFT_OUT) }
    };
    let clean = |text: &mut String| withheld.iter().for_each(|value| *text = without(text, value));
    public.words.iter_mut().for_each(clean);
    for visit in &mut public.visits {
        if let (Value::Text(text), false) = (&mut visit.value, visit.dropped) {
            clean(text);
        }
    }
    if let Some(ending) = &mut public.ending {
        clean(&mut ending.text.0);
        clean(&mut ending.text.1);
    }
    // Names of agents, tickets and files are nobody else's business.
    public.notes.clear();
    public.attachments.clear();
    public
}

/// Values from this length on, in bytes, are themselves also inside a longer word.
const LONG: usize = 16;

/// What stands in the place of a value.
const LEFT_OUT: &str = "[-]";

fn is_personal(field: Field) -> bool {
    field.masked()
        || matches!(field.place(), Place::Account | Place::Evidence | Place::ContactLog | Place::Security)
        || field.name() == "ticket-no"
}

fn is_number(field: Field) -> bool {
    matches!(field.name(), "order-id" | "merchant-order-id" | "tx-hash" | "from-address" | "to-address" | "memo")
}
