//! What the provider's status page says: Atlassian Statuspage, version 2, and pages that answer alike.
//!
//! The profile names the page as people open it, `https://status.example.com`, or the JSON itself, by an address that ends
//! in `.json`: `summary.json` tells most, `status.json` will do where nobody asks for a part.

mod notice;
mod part;

use super::Net;
use super::net::{Request, host_of};
use super::quote::quote;
use super::reply::Reply;
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::probe::World;
use crate::probe::pure::input;
use crate::profile::Profile;
use notice::Notice;
use serde_json::Value as Json;
use std::time::Duration;

/// Where a page has its summary.
const SUMMARY: &str = "/api/v2/summary.json";

/// Columns of a part's name.
const NAME: usize = 60;
/// Columns of a word that is not known.
const WORD: usize = 30;
/// Parts and notices that are told.
const TOLD: usize = 2;

pub(super) async fn check(call: &ProbeCall, world: &World, net: &Net) -> Finding {
    let Some(page) = address(&world.profile) else { return Finding::unknown(Message::new("status-no-page")) };
    let request =
        Request { url: &page, json: None, accept: "application/json", patience: super::patience(call.deadline) };
    let part = input(call, "component");
    match Reply::of(net, &request, &[], world.now).await {
        Ok(reply) => judge(&reply, part, &world.now.to_zoned(world.zone.clone())),
        Err(reason) => Finding::unknown(reason),
    }
}

pub(super) fn hosts(profile: &Profile) -> Vec<String> {
    address(profile).map(|page| host_of(&page)).into_iter().collect()
}

/// The address of the JSON.
fn address(profile: &Profile) -> Option<String> {
    let Some(Value::Text(page)) = profile.values.get("status-page") else { return None };
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let is_json = path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("json"));
    Some(if is_json { page.clone() } else { format!("{}{SUMMARY}", path.trim_end_matches('/')) })
}

/// How things stand, from good to bad. Behind a word that nobody knows may be anything that is not worse than `Down`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Ok,
    Maintenance,
    Degraded,
    Unclear(String),
    Down,
}

impl State {
    /// Of `status.indicator`.
    fn of_page(word: &str) -> Self {
        match word {
            "none" => Self::Ok,
            "maintenance" => Self::Maintenance,
            "minor" | "major" => Self::Degraded,
            "critical" => Self::Down,
            _ => Self::unclear(word),
        }
    }

    /// Of a component's `status`.
    fn of_part(word: &str) -> Self {
        match word {
            "operational" => Self::Ok,
            "under_maintenance" => Self::Maintenance,
            "degraded_performance" | "partial_outage" => Self::Degraded,
            "major_outage" => Self::Down,
            _ => Self::unclear(word),
        }
    }

    fn unclear(word: &str) -> Self {
        // A page can have thousands, of which one is told: that one is made fit to be shown.
        Self::Unclear(word.chars().take(WORD).collect())
    }
}

/// What a page says about the whole service, or about one part of it, at that moment.
///
/// The page's own word counts. Only a calm one is not believed while somebody works on an incident, or maintenance runs.
pub fn judge(reply: &Reply, part: Option<&str>, now: &jiff::Zoned) -> Finding {
    let page = match reply.json(now) {
        Ok(page) => page,
        Err(reason) => return Finding::unknown(reason),
    };
    let Some(indicator) = page["status"]["indicator"].as_str() else { return Finding::unknown(reply.unexpected()) };
    let (mut state, mut seen, parts) = match part.filter(|part| !part.trim().is_empty()) {
        None => (State::of_page(indicator), vec![tell(indicator, word(&page["status"], "description"))], None),
        Some(wanted) => match part::find(&page["components"], wanted) {
            Ok(parts) => (part::worst(&parts), part::tell(&parts), Some(part::ids(&parts))),
            Err(reason) => return Finding::unknown(reason),
        },
    };
    let mut notices: Vec<Notice> =
        notice::current(&page, now).into_iter().filter(|notice| notice.concerns(parts.as_ref())).collect();
    for notice in notices.iter().filter(|notice| notice.is_about(parts.as_ref())) {
        state = state.max(notice.state.clone());
    }
    notices.sort_by(|one, other| (&other.state, other.at).cmp(&(&one.state, one.at)));
    seen.extend(notices.iter().take(TOLD).map(|notice| notice.tell(now.time_zone())));
    seen.retain(|fact| !fact.is_empty());
    if notices.len() > TOLD {
        seen.push(format!("+{}", notices.len() - TOLD));
    }
    let (value, reason) = match state {
        State::Ok => (Value::Choice("ok".to_owned()), None),
        State::Maintenance => (Value::Choice("maintenance".to_owned()), None),
        State::Degraded => (Value::Choice("degraded".to_owned()), None),
        State::Down => (Value::Choice("down".to_owned()), None),
        State::Unclear(word) => (Value::Unknown, Some(not_known(&word, reply))),
    };
    Finding { value, reason, observed: Some(seen.join("; ")), elapsed: Duration::ZERO }
}

/// The page's word for the whole service, behind what it says of it to people.
fn tell(indicator: &str, description: &str) -> String {
    let (indicator, description) = (quote(indicator, WORD), quote(description, NAME));
    if description.is_empty() { indicator } else { format!("{description} ({indicator})") }
}

fn not_known(word: &str, reply: &Reply) -> Message {
    match quote(word, WORD) {
        word if word.is_empty() => reply.unexpected(),
        word => Message::new("status-new-word").with("word", word),
    }
}

/// The rows of a list; whatever else stands there has none.
fn rows(list: &Json) -> &[Json] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// A word of a row; empty where there is none.
fn word<'p>(row: &'p Json, key: &str) -> &'p str {
    row[key].as_str().unwrap_or_default()
}
