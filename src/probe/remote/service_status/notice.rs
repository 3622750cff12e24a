//! What somebody wrote on the page: incidents that are not over, and scheduled maintenance that runs now.

use super::super::quote::quote;
use super::{State, WORD, rows, word};
use crate::flow::display::iso;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde_json::Value as Json;
use std::collections::HashSet;

/// Columns of a title, and of what was last said about it.
const TITLE: usize = 80;
const UPDATE: usize = 120;

/// An incident or maintenance that is not over.
#[derive(Debug)]
pub(super) struct Notice<'p> {
    /// What it means for the service.
    pub(super) state: State,
    /// When something was last said about it.
    pub(super) at: Option<Timestamp>,
    planned: Option<(Timestamp, Timestamp)>,
    title: &'p str,
    status: &'p str,
    update: &'p str,
    /// The ids of the parts that it names.
    parts: Vec<&'p str>,
}

/// Everything that is not over.
pub(super) fn current<'p>(page: &'p Json, now: &Zoned) -> Vec<Notice<'p>> {
    let incidents = rows(&page["incidents"]).iter().filter_map(|row| {
        let state = of_incident(word(row, "status"), word(row, "impact"))?;
        Some(Notice::new(row, state))
    });
    let maintenances = rows(&page["scheduled_maintenances"]).iter().filter_map(|row| {
        let planned = instant(row, "scheduled_for").zip(instant(row, "scheduled_until"));
        let is_planned_for_now = planned.is_some_and(|(from, until)| (from..until).contains(&now.timestamp()));
        let state = of_maintenance(word(row, "status"), is_planned_for_now)?;
        Some(Notice { planned, ..Notice::new(row, state) })
    });
    incidents.chain(maintenances).collect()
}

/// `None`: it is over. Once the cure is only watched, the page's word for the service counts again.
fn of_incident(status: &str, impact: &str) -> Option<State> {
    Some(match (status, impact) {
        ("resolved" | "postmortem", _) => return None,
        ("monitoring", _) | ("investigating" | "identified", "none") => State::Ok,
        ("investigating" | "identified", "maintenance") => State::Maintenance,
        ("investigating" | "identified", _) => State::Degraded,
        _ => State::unclear(status),
    })
}

/// `None`: it is over or does not run yet. Not every page is told when a maintenance begins.
fn of_maintenance(status: &str, is_planned_for_now: bool) -> Option<State> {
    match status {
        "completed" => None,
        "in_progress" | "verifying" => Some(State::Maintenance),
        "scheduled" => is_planned_for_now.then_some(State::Maintenance),
        _ => Some(State::unclear(status)),
    }
}

impl<'p> Notice<'p> {
    fn new(row: &'p Json, state: State) -> Self {
        let updates = rows(&row["incident_updates"]);
        let said =
            |update: &Json| ["display_at", "updated_at", "created_at"].into_iter().find_map(|key| instant(update, key));
        // The page has the newest first, should two be of the same time.
        let last = updates.iter().rev().max_by_key(|update| said(update));
        let named = rows(&row["components"]).iter().map(|part| word(part, "id"));
        let affected = updates.iter().flat_map(|update| rows(&update["affected_components"]));
        let parts = named.chain(affected.map(|part| word(part, "code"))).filter(|id| !id.is_empty()).collect();
        Self {
            state,
            at: last.and_then(said).or_else(|| instant(row, "updated_at")),
            planned: None,
            title: word(row, "name"),
            status: word(row, "status"),
            update: last.map_or("", |update| word(update, "body")),
            parts,
        }
    }

    /// Whether it is known to be about these parts; about the whole service everything is.
    pub(super) fn is_about(&self, parts: Option<&HashSet<&str>>) -> bool {
        parts.is_none_or(|parts| self.parts.iter().any(|part| parts.contains(part)))
    }

    /// Whether it could be: it says of no part that it is about it.
    pub(super) fn concerns(&self, parts: Option<&HashSet<&str>>) -> bool {
        self.parts.is_empty() || self.is_about(parts)
    }

    /// In the page's words, cut; empty where it has none.
    pub(super) fn tell(&self, zone: &TimeZone) -> String {
        let times = match self.planned {
            Some((from, until)) => Some(format!("{}/{}", iso(from, zone), iso(until, zone))),
            None => self.at.map(|at| iso(at, zone)),
        };
        let (title, status, update) = (quote(self.title, TITLE), quote(self.status, WORD), quote(self.update, UPDATE));
        if title.is_empty() && update.is_empty() {
            return String::new();
        }
        let status = [Some(status).filter(|status| !status.is_empty()), times];
        let facts = status.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let told = [title, if facts.is_empty() { facts } else { format!("({facts})") }].join(" ");
        [told.trim(), &update].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ")
    }
}

fn instant(row: &Json, key: &str) -> Option<Timestamp> {
    row[key].as_str()?.parse().ok()
}
