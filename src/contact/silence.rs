//! When no answer comes: the text to ask again with, and where to complain after that.

use super::beside::closing;
use super::times::Times;
use super::words::{head, paragraph};
use super::{Contacts, Listed, View, list};
use crate::i18n::{Lang, Message};
use crate::profile::Purpose;
use jiff::Timestamp;

/// What is known of a case that a text to support can name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// The number that support gave it.
    pub ticket: Option<String>,
    /// The number of the order.
    pub order: Option<String>,
    /// What the case needs and nobody knew: names of fields, in the person's language.
    pub missing: Vec<String>,
}

/// Authorities to complain to, after the provider: who settles disputes before who oversees.
const AUTHORITIES: [&str; 3] = ["consumer", "ombudsman", "regulator"];

/// One paragraph for support, ready to paste; what is not known stands in brackets.
pub fn follow_up(case: &Case, lang: Lang) -> String {
    let slot = |known: &Option<String>, key: &str| known.clone().unwrap_or_else(|| Message::new(key).text(lang));
    Message::new("contact-follow-up")
        .with("ticket", slot(&case.ticket, "contact-slot-ticket"))
        .with("order", slot(&case.order, "contact-slot-order"))
        .text(lang)
}

/// What an end that sends to support says after its channels.
pub fn after(view: &View<'_>, case: &Case) -> Vec<String> {
    let mut said = Vec::new();
    if !case.missing.is_empty() {
        let names = case.missing.join(&Message::new("list-comma").text(view.lang));
        said.push(Message::new("contact-missing").with("names", names).text(view.lang));
    }
    if list(view, &[Purpose::Contact]).iter().all(|listed| listed.due.is_none()) {
        said.push(Message::new("contact-no-promise").text(view.lang));
    }
    said.push(format!("{}\n{}", Message::new("contact-silence").text(view.lang), follow_up(case, view.lang)));
    said.push(Message::new("contact-complain").with("command", command(view)).text(view.lang));
    said
}

/// The command that shows the whole way for the same person.
fn command(view: &View<'_>) -> String {
    let mut command = "walletfix contact --follow-up".to_owned();
    if let Some(source) = &view.profile.source {
        let id = &view.profile.id;
        // One that does not come with the program is found by its file alone.
        let is_own = source.name == format!("flows/profiles/{id}.toml");
        command = match &source.name {
            _ if is_own => format!("{command} --profile {id}"),
            file if file.contains(' ') => format!("{command} --profile \"{file}\""),
            file => format!("{command} --profile {file}"),
        };
    }
    match view.country {
        Some(country) if view.profile.country.is_none() => format!("{command} --country {country}"),
        _ => command,
    }
}

/// By when each channel of ordinary support should have answered somebody who wrote at `asked`, in the order to try them.
pub fn deadlines(view: &View<'_>, asked: Timestamp) -> Vec<String> {
    let mut times = Times::of(view);
    let listed = list(view, &[Purpose::Contact]);
    let line = |listed: &Listed<'_>| {
        let due = listed.due_after(asked)?;
        let key = if due > view.now { "contact-due" } else { "contact-overdue" };
        let by = times.here(key, due, listed.zone);
        Some(Message::new("contact-due-of").with("channel", head(view, listed)).with("by", by).text(view.lang))
    };
    listed.iter().filter_map(line).collect()
}

/// The way of a complaint: the provider first, then each kind of authority.
pub fn complaints(view: &View<'_>) -> Contacts {
    let listed = route(view);
    let mut times = Times::of(view);
    let channels = listed.iter().map(|listed| paragraph(view, listed, false, &mut times)).collect();
    Contacts { channels, closing: closing(view, &[Purpose::Legal], &listed) }
}

fn route<'p>(view: &View<'p>) -> Vec<Listed<'p>> {
    let rank = |listed: &Listed<'_>| {
        let kind = AUTHORITIES.iter().position(|kind| *kind == listed.channel.kind);
        if listed.regional { kind.map(|kind| kind + 1) } else { Some(0) }
    };
    let mut ranked: Vec<_> =
        list(view, &[Purpose::Legal]).into_iter().filter_map(|listed| Some((rank(&listed)?, listed))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, listed)| listed).collect()
}
