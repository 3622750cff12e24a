//! The same for a summary as JSON: its checksum is over the document without it, however that is indented or sorted.

use super::line::{Read, Seal};
use super::sum;
use super::verdict::{Damage, Kind, Verdict, differences, is_id};
use crate::i18n::Message;
use serde_json::Value;

/// The keys that have a sum of their own. A checksum names one by its place here: new ones go to the end.
const KEYS: [&str; 30] = [
    "schema",
    "id",
    "created_at",
    "tool",
    "lang",
    "flow",
    "end",
    "outcome",
    "category",
    "subject",
    "facts",
    "checks",
    "probes",
    "next",
    "redactions",
    "replay_code",
    "ticket.problem",
    "ticket.request",
    "ticket.deadline",
    "ticket.urgency_reason",
    "ticket.ticket_no",
    "ticket.urgency",
    "ticket.account",
    "ticket.transaction",
    "ticket.error",
    "ticket.environment",
    "ticket.evidence",
    "ticket.communication_log",
    "ticket.security",
    "timeline",
];

/// The names of documents that are summaries.
const SCHEMA: &str = "walletfix.summary/";

/// The checksum of a summary as JSON.
pub fn checksum(document: &Value) -> String {
    seal(document).written()
}

/// Judges the document in a text; `None`: there is none in it.
pub(super) fn verify(text: &str) -> Option<Verdict> {
    let place = text.find(SCHEMA)?;
    // It is a document only where the name is a string's.
    let start = text[..place].rfind('{').filter(|_| text[..place].trim_end().ends_with(['"', '“', '”']))?;
    // In a mail each line may be quoted.
    let Some(document) = found(text, place).or_else(|| found(&unquoted(text), place)) else {
        let kind = match read(&unquoted(&text[start..])).err() {
            Some(error) if !error.is_eof() => {
                Kind::Broken(text[..start].matches('\n').count() + error.line(), error.column())
            }
            _ => {
                let last: Vec<char> = text.trim_end().chars().rev().take(40).collect();
                Kind::Cut(last.into_iter().rev().collect())
            }
        };
        return Some(Verdict { id: None, damages: kind.alone() });
    };
    let id = document["id"].as_str().filter(|id| is_id(&id.chars().collect::<Vec<_>>())).map(str::to_owned);
    let found = seal(&document);
    let damages = match document["checksum"].as_str().map(|sum| Seal::read(sum.chars())) {
        Some(Read::Whole(seal)) if seal == found => Vec::new(),
        Some(Read::Whole(seal)) => {
            let all: Vec<Damage> = differences(&seal.parts, &found.parts)
                .into_iter()
                .map(|(kind, id, _)| Damage { kind, part: Some(name(id)), lines: None })
                .collect();
            if all.is_empty() { Kind::Somewhere.alone() } else { all }
        }
        Some(Read::Damaged(Some(seal))) if seal.whole == found.whole => Kind::Seal.alone(),
        _ => Kind::Sealless.alone(),
    };
    Some(Verdict { id, damages })
}

/// The document that begins before `place`, whatever stands around it: its keys may be in any order.
fn found(text: &str, place: usize) -> Option<Value> {
    const TRIES: usize = 50;
    let starts = text.match_indices('{').map(|(at, _)| at).take_while(|at| *at < place).take(TRIES);
    let documents = starts.filter_map(|at| read(&text[at..]).ok());
    documents.into_iter().find(|it| it["schema"].as_str().is_some_and(|schema| schema.starts_with(SCHEMA)))
}

/// The value that a text begins with.
fn read(text: &str) -> serde_json::Result<Value> {
    serde_json::Deserializer::from_str(text).into_iter().next().unwrap_or(Ok(Value::Null))
}

fn unquoted(text: &str) -> String {
    text.lines().map(|line| line.trim_start_matches(['>', ' ', '\t'])).collect::<Vec<_>>().join("\n")
}

fn seal(document: &Value) -> Seal {
    let mut document = document.clone();
    document.sort_all_objects();
    for probe in document["probes"].as_array_mut().into_iter().flatten() {
        // How long a check took is no part of the case.
        probe.as_object_mut().map(|probe| probe.remove("ms"));
    }
    let mut parts: Vec<(u8, String)> = Vec::new();
    for (key, value) in document.as_object().into_iter().flatten().filter(|(key, _)| *key != "checksum") {
        match value.as_object().filter(|_| key == "ticket") {
            Some(ticket) => parts.extend(ticket.iter().map(|(key, value)| part(&format!("ticket.{key}"), value))),
            None => parts.push(part(key, value)),
        }
    }
    parts.sort();
    let mut sums: Vec<(u8, String)> = Vec::new();
    for (id, text) in parts {
        match sums.last_mut().filter(|(last, _)| *last == id) {
            // Keys that this program does not know have one sum together.
            Some((_, all)) => all.push_str(&text),
            None => sums.push((id, text)),
        }
    }
    Seal {
        whole: sum::whole(sums.iter().flat_map(|(_, text)| text.chars())),
        parts: sums.iter().map(|(id, text)| (*id, sum::part(text.chars()))).collect(),
    }
}

fn part(key: &str, value: &Value) -> (u8, String) {
    let id = KEYS.iter().position(|known| **known == *key).unwrap_or(KEYS.len());
    (u8::try_from(id).unwrap_or(u8::MAX), format!("{key}:{value}\n"))
}

/// The key for people.
fn name(id: u8) -> Message {
    match KEYS.get(usize::from(id)) {
        Some(key) => Message::new("verify-key").with("key", *key),
        None => Message::new("verify-part-other"),
    }
}
