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
    seal(&parts(document)).written()
}

/// Judges each document in a text; also what is left of the text without them, on the lines where it stands.
pub(super) fn verify(text: &str) -> (Vec<Verdict>, String) {
    let (mut verdicts, mut rest) = (Vec::new(), String::new());
    if !text.contains(SCHEMA) {
        return (verdicts, rest);
    }
    // In a mail each line may be quoted.
    let text = &*unquoted(text);
    // How far it was read, and what of that is told from text.
    let (mut from, mut broken) = (0, false);
    let mut keep = |piece: &str, is_text: bool| rest.extend(piece.chars().filter(|c| is_text || *c == '\n'));
    for (place, _) in text.match_indices(SCHEMA) {
        // It is a document only where the name is a string's.
        if place < from || !text[..place].trim_end().ends_with(['"', '“', '”']) {
            continue;
        }
        let Some(nearest) = text[from..place].rfind('{').map(|at| from + at) else {
            keep(&text[from..place], !broken);
            from = place;
            continue;
        };
        // Its keys may be in any order, so that other objects stand before its name.
        let starts = text[from..place].rmatch_indices('{').map(|(at, _)| from + at);
        let found = starts.filter_map(|at| read(&text[at..]).ok().map(|(it, length)| (at, it, at + length)));
        let found =
            found.into_iter().find(|(_, it, _)| it["schema"].as_str().is_some_and(|schema| schema.starts_with(SCHEMA)));
        let (start, end) = found.as_ref().map_or((nearest, place + SCHEMA.len()), |(start, _, end)| (*start, *end));
        keep(&text[from..start], !broken);
        keep(&text[start..end], false);
        broken = found.is_none();
        verdicts.push(match found {
            Some((_, document, _)) => judged(&document, &text[start..end]),
            None => Verdict { id: None, is_document: true, damages: unread(text, start).alone() },
        });
        from = end;
    }
    keep(&text[from..], !broken);
    (verdicts, rest)
}

/// Why the document that begins there cannot be read.
fn unread(text: &str, start: usize) -> Kind {
    match read(&text[start..]).err() {
        Some(error) if !error.is_eof() => {
            Kind::Broken(text[..start].matches('\n').count() + error.line(), error.column())
        }
        _ => {
            let last: Vec<char> = text.trim_end().chars().rev().take(40).collect();
            Kind::Cut(last.into_iter().rev().collect())
        }
    }
}

fn judged(document: &Value, written: &str) -> Verdict {
    let id = document["id"].as_str().filter(|id| is_id(&id.chars().collect::<Vec<_>>())).map(str::to_owned);
    let parts = parts(document);
    let found = seal(&parts);
    let damages = match document["checksum"].as_str().map(|sum| Seal::read(sum.chars())) {
        // Of a key that stands there twice only the last is read.
        _ if keys(written) != keys(&document.to_string()) => Kind::Somewhere.alone(),
        Some(Read::Whole(seal)) if seal == found => Vec::new(),
        Some(Read::Whole(seal)) => {
            let all: Vec<Damage> = differences(&seal.parts, &found.parts)
                .into_iter()
                .map(|(kind, id, _)| Damage { kind, part: Some(name(id)), lines: None })
                .collect();
            let one = || {
                let characters: Vec<char> = parts.iter().flat_map(|(_, text)| text.chars()).collect();
                let at = sum::changed(&characters, seal.whole)?;
                let mut end = 0;
                let (id, _) = parts.iter().find(|(_, text)| {
                    end += text.chars().count();
                    at < end
                })?;
                Some(vec![Damage { kind: Kind::Changed, part: Some(name(*id)), lines: None }])
            };
            if all.is_empty() { one().unwrap_or_else(|| Kind::Somewhere.alone()) } else { all }
        }
        Some(Read::Damaged(Some(seal))) if seal.whole == found.whole => Kind::Seal.alone(),
        None => Kind::Unsealed.alone(),
        _ => Kind::Sealless.alone(),
    };
    Verdict { id, is_document: true, damages }
}

/// How many keys a document has: colons outside its strings.
fn keys(written: &str) -> usize {
    let (mut inside, mut escaped, mut count) = (false, false, 0);
    for byte in written.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => inside = !inside,
            b':' if !inside => count += 1,
            _ => {}
        }
    }
    count
}

/// The value that a text begins with, and its length.
fn read(text: &str) -> serde_json::Result<(Value, usize)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter();
    let value = values.next().unwrap_or(Ok(Value::Null))?;
    Ok((value, values.byte_offset()))
}

fn unquoted(text: &str) -> String {
    text.lines().map(|line| line.trim_start_matches(['>', ' ', '\t'])).collect::<Vec<_>>().join("\n")
}

fn seal(parts: &[(u8, String)]) -> Seal {
    Seal {
        whole: sum::whole(parts.iter().flat_map(|(_, text)| text.chars())),
        parts: parts.iter().map(|(id, text)| (*id, sum::part(text.chars()))).collect(),
    }
}

/// Each key with what it holds, in order, those together that this program does not know.
fn parts(document: &Value) -> Vec<(u8, String)> {
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
    sums
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
