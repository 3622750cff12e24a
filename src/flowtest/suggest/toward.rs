//! The shortest way to a place in a flow, for those who want to begin there.

use super::explore::Guide;
use super::live::Live;
use super::marks::Marks;
use crate::flowtest::coverage::Atlas;
use crate::session::Session;
use crate::session::event::Entry;
use std::collections::{HashSet, VecDeque};

/// How many steps are walked at most to look for it.
const MOST: usize = 100_000;

/// The fewest replies that lead `session` to where `is_there` holds. `None`: none were found.
pub fn toward<'p>(session: &Session<'p>, is_there: &dyn Fn(&Session<'p>) -> bool) -> Option<Vec<Entry>> {
    if is_there(session) {
        return Some(Vec::new());
    }
    let pack = session.pack();
    let (atlas, live) = (Atlas::new(pack), Live::new(pack));
    let marks = Marks::new(pack, session.profile());
    let guide = Guide { atlas: &atlas, live: &live, marks: &marks, preferred: &|_, _, _| None };
    // Each reply with the one before it.
    let mut replies: Vec<(Option<usize>, Entry)> = Vec::new();
    let mut known = HashSet::from([live.standing_of(session)]);
    let mut queue = VecDeque::from([(None, session.clone())]);
    let mut walked = 0;
    while let Some((before, session)) = queue.pop_front() {
        walked += session.passages().len() + 1;
        if walked > MOST {
            return None;
        }
        for (event, _) in guide.replies(&session) {
            let entry = Entry { at: session.clock(), event };
            let mut next = session.clone();
            if next.apply(&entry).is_err() {
                continue;
            }
            let is_new = known.insert(live.standing_of(&next));
            let is_there = is_there(&next);
            if is_new || is_there {
                replies.push((before, entry));
            }
            let last = replies.len().checked_sub(1);
            if is_there {
                return Some(history(&replies, last));
            }
            if is_new {
                queue.push_back((last, next));
            }
        }
    }
    None
}

fn history(replies: &[(Option<usize>, Entry)], mut at: Option<usize>) -> Vec<Entry> {
    let mut entries = Vec::new();
    while let Some((before, entry)) = at.and_then(|at| replies.get(at)) {
        entries.push(entry.clone());
        at = *before;
    }
    entries.reverse();
    entries
}
