//! The timeline: what happened when, and what is still to come, oldest first.

use super::contacts::Contacted;
use super::fact::Fact;
use super::next::Next;
use super::words::{self, Teller};
use crate::flow::field::Field;
use jiff::Timestamp;

/// A dated thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// When, with the offset of the person's zone.
    pub at: String,
    /// What kind of thing.
    pub event: DatedKind,
    /// What it was, in words.
    pub label: String,
}

/// What kind of thing a [`Dated`] is; those that an agent misses least come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatedKind {
    /// The first answer.
    Began,
    /// A contact with support.
    Contact,
    /// Until when an answer was promised.
    Promised,
    /// Another time that the person named.
    Fact,
    /// When the person asks again, or has waited long enough.
    FollowUp,
    /// The summary was made.
    Made,
    /// Until when the person needs an answer.
    Deadline,
    /// It happened.
    Occurred,
}

impl DatedKind {
    /// All kinds with the words that JSON uses.
    pub const ALL: [(&'static str, Self); 8] = [
        ("began", Self::Began),
        ("contact", Self::Contact),
        ("promised", Self::Promised),
        ("fact", Self::Fact),
        ("follow-up", Self::FollowUp),
        ("made", Self::Made),
        ("deadline", Self::Deadline),
        ("occurred", Self::Occurred),
    ];

    /// The word that JSON uses.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(id, _)| id)
    }
}

/// All dated things; none where nothing but the summary itself has a date.
pub(super) fn of(teller: &Teller, facts: &[Fact], contacts: &[Contacted], next: &Next) -> Vec<Dated> {
    let (story, lang) = (teller.story, teller.lang);
    let mut dated: Vec<(Timestamp, DatedKind, String)> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.stands) {
        let Some((at, _)) = fact.instant else { continue };
        let event = match fact.field.map(Field::name) {
            Some("occurred-at") => DatedKind::Occurred,
            Some("deadline") => DatedKind::Deadline,
            _ => DatedKind::Fact,
        };
        // The flow's own name for it says more, where it has one.
        let label = match event {
            DatedKind::Occurred if fact.label == words::say("summary-field-occurred-at", lang) => {
                words::say("summary-event-occurred", lang)
            }
            _ => fact.label.clone(),
        };
        dated.push((at, event, label));
    }
    for (noted, contact) in story.history().into_iter().zip(contacts.iter().filter(|contact| contact.at.is_some())) {
        let with = [&contact.channel_name, &contact.agent].into_iter().flatten().map(String::as_str);
        let with = words::commas(with, lang);
        let told = |key: &str| match with.as_str() {
            "" => words::say(key, lang),
            with => format!("{}: {with}", words::say(key, lang)),
        };
        dated.push((noted.at(), DatedKind::Contact, told("summary-event-contact")));
        dated.extend(noted.note.promised.map(|until| (until, DatedKind::Promised, told("summary-event-promised"))));
    }
    if dated.is_empty() {
        return Vec::new();
    }
    if let Some(at) = next.follow_up.filter(|until| dated.iter().all(|(at, ..)| at != until)) {
        dated.push((at, DatedKind::FollowUp, words::say(next.follow_up_key(), lang)));
    }
    // A walk of one minute needs no beginning.
    let began = story.visits.first().map(|visit| visit.at);
    let began = began.filter(|began| story.at.duration_since(*began).as_secs() >= 60);
    dated.extend(began.map(|at| (at, DatedKind::Began, words::say("summary-event-began", lang))));
    dated.push((story.at, DatedKind::Made, words::say("summary-event-made", lang)));
    dated.sort_by_key(|(at, ..)| *at);
    dated.into_iter().map(|(at, event, label)| Dated { at: teller.instant(at), event, label }).collect()
}
