//! What a walk knows of the case that a text to support can name.

use super::Walk;
use crate::contact::Case;
use crate::flow::display;
use crate::i18n::Message;
use crate::session::story::Visit;

/// What support looks a case up by, once each: when and how much, and a number of any kind.
const NEEDED: [&[&str]; 3] = [&["occurred-at"], &["amount"], &["order-id", "merchant-order-id", "tx-hash"]];

impl Walk<'_, '_> {
    /// The case as far as it was told; what was asked for and not known is missing.
    pub(super) fn case(&self) -> Case {
        let (story, lang) = (self.session.story(), self.lang());
        let last = |name: &str| -> Option<&Visit<'_>> {
            let of_field = |visit: &&Visit<'_>| visit.step.field.is_some_and(|field| field.name() == name);
            story.visits.iter().rev().filter(|visit| visit.is_public()).find(of_field)
        };
        let known = |name: &str| last(name).filter(|visit| visit.value.is_known());
        let in_file = |name: &str| known(name).map(|visit| display::file_form(&visit.value));
        let missing = NEEDED.iter().filter(|names| !names.iter().any(|name| known(name).is_some()));
        let asked = missing.filter_map(|names| names.iter().find(|name| last(name).is_some()));
        Case {
            ticket: story.ticket().map(str::to_owned).or_else(|| in_file("ticket-no")),
            order: in_file("order-id"),
            missing: asked.map(|name| Message::new(format!("summary-field-{name}")).text(lang)).collect(),
        }
    }
}
