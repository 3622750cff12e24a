//! What was promised, and whether its time has passed without a word.

use super::story::{Noted, Story};
use crate::profile::Channel;
use jiff::Timestamp;

/// A time that has passed while nothing was noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overdue<'s> {
    /// Until when an answer was promised, or until when the end of the walk said to wait.
    pub since: Timestamp,
    /// The contact at which it was promised; `None`: it is the end's own time to wait.
    pub promise: Option<&'s Noted>,
    /// How many promises were not kept, this one among them.
    pub missed: usize,
}

impl Noted {
    /// When the contact was.
    pub fn at(&self) -> Timestamp {
        self.note.at.unwrap_or(self.written)
    }
}

impl<'p> Story<'p> {
    /// What is overdue at `now`. The promise of the latest contact is the one that counts, else the time to wait of the end;
    /// a later contact that was noted after that time had passed is taken as the answer, or as the reminder that was sent.
    pub fn overdue(&self, now: Timestamp) -> Option<Overdue<'_>> {
        let silent = |notes: &[&Noted], since| since < now && notes.iter().all(|later| later.written < since);
        let history = self.history();
        if let Some((at, since)) = last_promise(&history) {
            if silent(&history[at + 1..], since) {
                let missed = missed_before(&history[..=at]) + 1;
                return Some(Overdue { since, promise: Some(history[at]), missed });
            }
            // It is still time.
            if since >= now {
                return None;
            }
        }
        let since = self.ending.as_ref()?.follow_up?;
        silent(&history, since).then_some(Overdue { since, promise: None, missed: 0 })
    }

    /// Until when an answer is still promised at `now`, by the latest contact that promised one.
    pub fn awaited(&self, now: Timestamp) -> Option<Timestamp> {
        last_promise(&self.history()).map(|(_, until)| until).filter(|until| *until >= now)
    }

    /// Contacts and notes in the order in which they happened.
    pub fn history(&self) -> Vec<&Noted> {
        let mut notes: Vec<&Noted> = self.notes.iter().collect();
        notes.sort_by_key(|noted| noted.at());
        notes
    }

    /// The number of the latest ticket that support gave.
    pub fn ticket(&self) -> Option<&str> {
        self.history().into_iter().rev().find_map(|noted| noted.note.ticket.as_deref())
    }

    /// The channel of the profile or region that a note names by its id.
    pub fn channel(&self, id: &str) -> Option<&'p Channel> {
        let regional = self.region.into_iter().flat_map(|region| &region.channels);
        self.profile.channels.iter().chain(regional).find(|channel| channel.id == id)
    }
}

/// The latest contact at which something was promised, by its place, and until when.
fn last_promise(history: &[&Noted]) -> Option<(usize, Timestamp)> {
    history.iter().enumerate().rev().find_map(|(at, noted)| Some((at, noted.note.promised?)))
}

/// How many promises before the last of these contacts had passed when the next contact came.
fn missed_before(history: &[&Noted]) -> usize {
    history.windows(2).filter(|pair| pair[0].note.promised.is_some_and(|since| since < pair[1].at())).count()
}
