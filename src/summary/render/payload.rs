//! The summary as a ticket system takes it: the body of the request that makes a ticket, or the address of a form that is
//! filled in already. Nothing is sent from here.
//!
//! Shapes: Zendesk's Tickets and Requests API, Zammad's REST API, GitHub's query parameters for new issues and its REST
//! API. What an installation calls its own fields stands in the profile (`[profile.tickets]`).

use super::{Format, together};
use crate::flow::field::Field;
use crate::flow::step::Outcome;
use crate::profile::Desk;
use crate::summary::{Summary, TOOL, Urgency};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// A ticket system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum System {
    /// An agent's `POST /api/v2/tickets.json`.
    Zendesk,
    /// The person's own `POST /api/v2/requests.json`.
    ZendeskRequest,
    /// `POST /api/v1/tickets`
    Zammad,
    /// A public issue.
    GitHub,
}

/// GitHub answers 414 to longer addresses.
const LONGEST_ADDRESS: usize = 8_000;

/// The group that every new Zammad has.
const GROUP: &str = "Users";

impl System {
    /// All systems with the word that `--for` uses.
    pub const ALL: [(&'static str, Self); 4] = [
        ("zendesk", Self::Zendesk),
        ("zendesk-request", Self::ZendeskRequest),
        ("zammad", Self::Zammad),
        ("github", Self::GitHub),
    ];

    /// The name under which a profile keeps what it needs.
    pub fn desk(self) -> &'static str {
        match self {
            Self::Zendesk | Self::ZendeskRequest => "zendesk",
            Self::Zammad => "zammad",
            Self::GitHub => "github",
        }
    }
}

/// What that system takes, a line break at its end; `summaries` are one case in one or several languages, the first of
/// which gives the subject.
pub fn payload(summaries: &[Summary], system: System, desk: &Desk, brief: bool) -> String {
    payload_or_less(summaries, system, desk, brief).0
}

/// The same, and whether it holds less than that because an address would be too long.
pub fn payload_or_less(summaries: &[Summary], system: System, desk: &Desk, brief: bool) -> (String, bool) {
    let Some(first) = summaries.first() else { return (String::new(), false) };
    let body = together(summaries, Format::Text, brief);
    let value = match system {
        System::Zendesk => json!({ "ticket": zendesk(first, desk, &body) }),
        System::ZendeskRequest => json!({ "request": request(first, desk, &body) }),
        System::Zammad => zammad(first, desk, &body),
        System::GitHub => match desk.get("repository") {
            Some(repository) => return issue(summaries, desk, repository, &body),
            None => json!({ "title": first.subject, "body": fenced(&body), "labels": [first.flow] }),
        },
    };
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    (text, false)
}

fn zendesk(summary: &Summary, desk: &Desk, body: &str) -> Value {
    let mut ticket = request(summary, desk, body);
    // Tags hold no spaces, and neither has a flow or a category.
    let tags: Vec<&str> = [TOOL, &summary.flow].into_iter().chain(summary.category.as_deref()).collect();
    ticket["tags"] = json!(tags.iter().filter(|tag| !tag.is_empty()).collect::<Vec<_>>());
    ticket["external_id"] = json!(summary.id);
    ticket
}

/// What the person may set as well.
fn request(summary: &Summary, desk: &Desk, body: &str) -> Value {
    let mut ticket = json!({
        "subject": summary.subject,
        "comment": { "body": body },
        "priority": priority(summary),
        "type": match summary.outcome {
            Some(Outcome::Urgent) => "incident",
            Some(Outcome::Resolved | Outcome::Advice | Outcome::Wait) => "question",
            Some(Outcome::Contact | Outcome::Legal) | None => "problem",
        },
    });
    let fields: Vec<Value> = custom(summary, desk)
        .map(
            |(id, value)| json!({ "id": id.parse::<u64>().map_or_else(|_| json!(id), |id| json!(id)), "value": value }),
        )
        .collect();
    if !fields.is_empty() {
        ticket["custom_fields"] = json!(fields);
    }
    ticket
}

fn priority(summary: &Summary) -> &'static str {
    match summary.ticket.urgency {
        Urgency::Urgent => "urgent",
        Urgency::High => "high",
        Urgency::Normal => "normal",
    }
}

fn zammad(summary: &Summary, desk: &Desk, body: &str) -> Value {
    let mut ticket: Map<String, Value> =
        custom(summary, desk).map(|(name, value)| (name.into(), json!(value))).collect();
    ticket.insert("title".into(), json!(summary.subject));
    ticket.insert("group".into(), json!(desk.get("group").map_or(GROUP, String::as_str)));
    ticket.insert(
        "priority".into(),
        json!(match summary.ticket.urgency {
            Urgency::Urgent | Urgency::High => "3 high",
            Urgency::Normal => "2 normal",
        }),
    );
    ticket.insert("tags".into(), json!([TOOL, &summary.flow].join(",").trim_end_matches(',')));
    ticket.insert(
        "article".into(),
        json!({
            "subject": summary.subject,
            "body": body,
            "type": "web",
            "internal": false,
            "content_type": "text/plain",
        }),
    );
    Value::Object(ticket)
}

/// The address of a new issue: with the whole text where it fits, else with the short one; and which of them.
fn issue(summaries: &[Summary], desk: &Desk, repository: &str, body: &str) -> (String, bool) {
    let first = &summaries[0];
    let with = |body: &str, fields: bool| {
        let mut address = format!("https://github.com/{repository}/issues/new?");
        if let Some(template) = desk.get("template") {
            parameter(&mut address, "template", template);
        }
        parameter(&mut address, "title", &first.subject);
        // A form has no body, but a field for each thing.
        parameter(&mut address, desk.get("body").map_or("body", String::as_str), &fenced(body));
        for (id, value) in custom(first, desk).filter(|_| fields) {
            parameter(&mut address, id, value);
        }
        address.push('\n');
        address
    };
    let short = together(&summaries[..1], Format::Text, true);
    let whole = with(body, true);
    if whole.len() <= LONGEST_ADDRESS {
        return (whole, false);
    }
    let mut tries = [true, false].into_iter().map(|fields| with(&short, fields));
    let less = tries.find(|address| address.len() <= LONGEST_ADDRESS).unwrap_or_else(|| with("", false));
    (less, true)
}

/// As it is, where Markdown would join its lines.
fn fenced(body: &str) -> String {
    format!("```text\n{}\n```\n", body.trim_end().replace("```", "'''"))
}

fn parameter(address: &mut String, name: &str, value: &str) {
    if !address.ends_with('?') {
        address.push('&');
    }
    encode(address, name);
    address.push('=');
    encode(address, value);
}

/// Percent-encoding of everything but the unreserved characters (RFC 3986, 2.3).
fn encode(address: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string never fails.
            let _ = write!(address, "%{byte:02X}");
        }
    }
}

/// What stands for each field that the installation has a place for: its name there and the words.
fn custom<'s>(summary: &'s Summary, desk: &'s Desk) -> impl Iterator<Item = (&'s str, &'s str)> {
    desk.iter().filter_map(|(key, place)| {
        let field = Some(Field::named(key)?);
        let fact = summary.facts.iter().find(|fact| fact.stands && fact.field == field)?;
        Some((place.as_str(), fact.words.as_deref()?))
    })
}
