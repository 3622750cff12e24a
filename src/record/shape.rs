//! The shapes in the file, version 1, and one converter each way. Inner types may change; these may not.

use super::clean::clean;
use super::{Header, Record, SHAPES};
use crate::flow::value::Value;
use crate::i18n::{Arg, Lang, Message};
use crate::session::event::{Entry, Event, Note, ProbeResult};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One line behind the header.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Line {
    at: Timestamp,
    #[serde(flatten)]
    event: Shape,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
enum Shape {
    Start {
        flow: Option<String>,
        profile: String,
        lang: String,
        guard: bool,
    },
    Words {
        text: String,
    },
    Country {
        country: Option<String>,
    },
    Consent {
        yes: bool,
        hosts: Vec<String>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        by_command: bool,
    },
    Answer {
        path: String,
        value: Value,
    },
    Seen {
        path: String,
    },
    Probe {
        path: String,
        value: Value,
        reason: Option<Reason>,
        observed: Option<String>,
        ms: u64,
    },
    Back,
    Change {
        path: String,
        value: Value,
    },
    Drop {
        path: String,
    },
    Flow {
        path: String,
        flow: String,
    },
    Lang {
        lang: String,
    },
    Refused {
        path: String,
        kind: String,
    },
    Exposed {
        yes: bool,
    },
    Note(Noted),
    Attach {
        name: String,
        size: u64,
        sha256: String,
    },
    GiveUp,
    Resume,
}

/// A note. Once it had a text alone, and it may have no more today.
#[derive(Debug, Serialize, Deserialize)]
struct Noted {
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    when: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    channel: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agent: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promised: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ticket: Option<String>,
}

/// Why a check is unknown: the key of a sentence and its values.
#[derive(Debug, Serialize, Deserialize)]
struct Reason {
    key: String,
    #[serde(default)]
    values: Vec<(String, String)>,
}

/// Reads a whole file; `None` where it is no journal or one of a newer program.
pub(super) fn read(bytes: &[u8]) -> Option<Record> {
    let mut lines = bytes.split_inclusive(|&byte| byte == b'\n');
    let first = lines.next()?;
    let header: Header = serde_json::from_slice(first).ok()?;
    if header.walletfix > SHAPES || !first.ends_with(b"\n") {
        return None;
    }
    let mut record =
        Record { header, entries: Vec::new(), torn: false, unknown: 0, whole: u64::try_from(first.len()).ok()? };
    for line in lines {
        // A line that is no JSON, or has no end, was being written when the power went: it and what follows is left out.
        let whole = line.ends_with(b"\n") && serde_json::from_slice::<serde_json::Value>(line).is_ok();
        if !whole {
            record.torn = true;
            break;
        }
        record.whole += u64::try_from(line.len()).ok()?;
        match serde_json::from_slice::<Line>(line) {
            Ok(line) => {
                let Entry { at, event } = line.into();
                record.entries.push(Entry { at, event: clean(event) });
            }
            Err(_) => record.unknown += 1,
        }
    }
    Some(record)
}

impl From<&Entry> for Line {
    fn from(entry: &Entry) -> Self {
        let event = match clean(entry.event.clone()) {
            Event::Start { flow, profile, lang, guard } => {
                Shape::Start { flow, profile, lang: lang.tag().to_owned(), guard }
            }
            Event::Words(text) => Shape::Words { text },
            Event::Country(country) => Shape::Country { country },
            Event::Consent { yes, hosts, by_command } => Shape::Consent { yes, hosts, by_command },
            Event::Answer(path, value) => Shape::Answer { path, value },
            Event::Seen(path) => Shape::Seen { path },
            Event::Probe(path, ProbeResult { value, reason, observed, ms }) => {
                Shape::Probe { path, value, reason: reason.map(Reason::from), observed, ms }
            }
            Event::Back => Shape::Back,
            Event::Change(path, value) => Shape::Change { path, value },
            Event::Drop(path) => Shape::Drop { path },
            Event::Flow(path, flow) => Shape::Flow { path, flow },
            Event::Lang(lang) => Shape::Lang { lang: lang.tag().to_owned() },
            Event::Refused(path, kind) => Shape::Refused { path, kind },
            Event::Exposed(yes) => Shape::Exposed { yes },
            Event::Note(Note { said: text, at: when, channel, agent, promised, ticket }) => {
                Shape::Note(Noted { text, when, channel, agent, promised, ticket })
            }
            Event::Attach { name, size, sha256 } => Shape::Attach { name, size, sha256 },
            Event::GiveUp => Shape::GiveUp,
            Event::Resume => Shape::Resume,
        };
        Self { at: entry.at, event }
    }
}

impl From<Line> for Entry {
    fn from(line: Line) -> Self {
        let lang = |tag: &str| Lang::from_tag(tag).unwrap_or(Lang::En);
        let event = match line.event {
            Shape::Start { flow, profile, lang: tag, guard } => Event::Start { flow, profile, lang: lang(&tag), guard },
            Shape::Words { text } => Event::Words(text),
            Shape::Country { country } => Event::Country(country),
            Shape::Consent { yes, hosts, by_command } => Event::Consent { yes, hosts, by_command },
            Shape::Answer { path, value } => Event::Answer(path, value),
            Shape::Seen { path } => Event::Seen(path),
            Shape::Probe { path, value, reason, observed, ms } => {
                Event::Probe(path, ProbeResult { value, reason: reason.map(Message::from), observed, ms })
            }
            Shape::Back => Event::Back,
            Shape::Change { path, value } => Event::Change(path, value),
            Shape::Drop { path } => Event::Drop(path),
            Shape::Flow { path, flow } => Event::Flow(path, flow),
            Shape::Lang { lang: tag } => Event::Lang(lang(&tag)),
            Shape::Refused { path, kind } => Event::Refused(path, kind),
            Shape::Exposed { yes } => Event::Exposed(yes),
            Shape::Note(Noted { text: said, when: at, channel, agent, promised, ticket }) => {
                Event::Note(Note { said, at, channel, agent, promised, ticket })
            }
            Shape::Attach { name, size, sha256 } => Event::Attach { name, size, sha256 },
            Shape::GiveUp => Event::GiveUp,
            Shape::Resume => Event::Resume,
        };
        Self { at: line.at, event }
    }
}

impl From<Message> for Reason {
    fn from(message: Message) -> Self {
        let text = |arg: Arg| match arg {
            Arg::Text(text) => text,
            Arg::Number(number) => number.to_string(),
            Arg::Message(message) => message.text(Lang::En),
            Arg::Both { en, .. } => en,
            Arg::OneOf(names) | Arg::OneOfNames(names) => names.join(", "),
        };
        let values = message.args.into_iter().map(|(name, arg)| (name.to_owned(), text(arg))).collect();
        Self { key: message.key, values }
    }
}

/// The names of values that reasons use; another program's are left out.
const NAMES: [&str; 10] = ["seconds", "host", "reason", "status", "chain", "chains", "code", "count", "id", "minutes"];

impl From<Reason> for Message {
    fn from(reason: Reason) -> Self {
        let known = |(name, value): (String, String)| {
            // A sentence has one form for 1 and another for 2 only where it is given a number.
            let number = value.parse().ok().filter(|number: &i64| number.to_string() == value);
            let arg = number.map_or_else(|| Arg::Text(value), Arg::Number);
            NAMES.iter().find(|known| **known == name).map(|known| (*known, arg))
        };
        Self { key: reason.key, args: reason.values.into_iter().filter_map(known).collect() }
    }
}
