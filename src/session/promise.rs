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
    /// What is overdue at `now`. The latest promise is the one that counts, else the time to wait of the end; whatever was
    /// noted after that time had passed is taken as the answer, or as the reminder that was sent.
    pub fn overdue(&self, now: Timestamp) -> Option<Overdue<'_>> {
        let silent = |notes: &[Noted], since| since < now && notes.iter().all(|later| later.written < since);
        let last = self.notes.iter().enumerate().rev().find_map(|(at, noted)| Some((at, noted, noted.note.promised?)));
        if let Some((at, noted, since)) = last {
            if silent(&self.notes[at + 1..], since) {
                return Some(Overdue { since, promise: Some(noted), missed: self.missed_before(at) + 1 });
            }
            // It is still time.
            if since >= now {
                return None;
            }
        }
        let since = self.ending.as_ref()?.follow_up?;
        silent(&self.notes, since).then_some(Overdue { since, promise: None, missed: 0 })
    }

    /// Until when an answer is still promised at `now`: the latest promise is the one that counts.
    pub fn awaited(&self, now: Timestamp) -> Option<Timestamp> {
        self.notes.iter().rev().find_map(|noted| noted.note.promised).filter(|until| *until >= now)
    }

    /// How many promises before that note had passed when the next note was taken.
    fn missed_before(&self, note: usize) -> usize {
        let pairs = self.notes[..=note].windows(2);
        pairs.filter(|pair| pair[0].note.promised.is_some_and(|since| since < pair[1].written)).count()
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
