//! What stands beside channels: where to confirm them, what to be careful with, what support never asks for.

use super::order::is_public;
use super::{Listed, View};
use crate::i18n::Message;
use crate::profile::Purpose;

/// Whether money may be leaving, so that nobody should wait for an answer.
pub(super) fn acts(purposes: &[Purpose]) -> bool {
    purposes.iter().any(|purpose| matches!(purpose, Purpose::Urgent | Purpose::Fraud))
}

/// The paragraphs under a list of channels of these purposes.
pub(super) fn closing(view: &View<'_>, purposes: &[Purpose], listed: &[Listed<'_>]) -> Vec<String> {
    if purposes.is_empty() {
        return Vec::new();
    }
    let say = |key: &str| Message::new(key).text(view.lang);
    let with_address = |regional: bool| listed.iter().any(|l| l.regional == regional && l.channel.address.is_some());
    let mut closing = Vec::new();
    if purposes.contains(&Purpose::Fraud) && !listed.iter().any(|listed| listed.regional) {
        closing.push(say("contact-none-local"));
    } else if listed.is_empty() {
        closing.push(say("contact-none"));
    }
    if acts(purposes) && listed.len() > 1 {
        closing.push(say("contact-next-at-once"));
    }
    if with_address(false) {
        closing.push(say("contact-confirm-official"));
    }
    if let Some(region) = view.region.filter(|_| listed.iter().any(|listed| listed.regional)) {
        // Somebody far from their provider is shown the offices of the provider's country, where 110 is no emergency number.
        let name = region.name.as_plain(view.lang);
        closing.push(Message::new("contact-of-region").with("region", name).text(view.lang));
    }
    if with_address(true) {
        closing.push(say("contact-confirm-regional"));
    }
    if listed.iter().any(|listed| listed.may_be_holiday) {
        closing.push(say("contact-holidays"));
    }
    if listed.iter().any(is_public) {
        closing.push(say("contact-public"));
    }
    if let Some(region) = view.region
        && (purposes.contains(&Purpose::Legal) || listed.iter().any(|l| l.regional))
    {
        closing.push(region.disclaimer.as_plain(view.lang));
    }
    closing.push(say("contact-secrets"));
    closing
}
