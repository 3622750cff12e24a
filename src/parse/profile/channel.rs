//! `[[channel]]`: a place to turn to, of a provider or of a region.

use super::super::reader::{Node, Table};
use super::known::{CONFIDENCE, Known, date, id, wait};
use crate::diagnostic::{Findings, Rule};
use crate::flow::text::Text;
use crate::hours;
use crate::i18n::Message;
use crate::profile::{Channel, Purpose};
use crate::source::Span;

/// What a file's channels can be.
pub(in crate::parse) struct Channels {
    /// The words of `kind`.
    pub(in crate::parse) kinds: &'static [(&'static str, &'static str)],
    /// Whether `verified` and `source` must be there.
    pub(in crate::parse) sourced: bool,
}

const KINDS: [(&str, &str); 13] = [
    ("chat", "chat"),
    ("phone", "phone"),
    ("email", "email"),
    ("form", "form"),
    ("social", "social"),
    ("community", "community"),
    ("help-centre", "help-centre"),
    ("visit", "visit"),
    ("police", "police"),
    ("fraud-line", "fraud-line"),
    ("regulator", "regulator"),
    ("ombudsman", "ombudsman"),
    ("consumer", "consumer"),
];

/// The channels of a profile.
pub(in crate::parse) const PROVIDER: Channels = Channels { kinds: KINDS.first_chunk::<8>().unwrap(), sourced: false };
/// The channels of a region.
pub(in crate::parse) const REGIONAL: Channels = Channels { kinds: &KINDS, sourced: true };

/// Reads every `[[channel]]`.
pub(in crate::parse) fn read_all(root: &mut Table<'_>, what: &Channels, known: &mut Known) -> Vec<Channel> {
    let mut seen = Vec::new();
    let nodes = root.array("channel");
    nodes.into_iter().filter_map(Node::table).map(|table| read(table, what, &mut seen, known)).collect()
}

fn read(mut table: Table<'_>, what: &Channels, seen: &mut Vec<String>, known: &mut Known) -> Channel {
    let findings = table.findings();
    let header = table.span;
    let id = id(&mut table, seen);
    let mut place = |key: &str, span: Span| {
        if let Some(id) = &id {
            known.places.insert(format!("channel.{id}.{key}"), span);
        }
    };
    place("id", header);
    let kind = table.required_word("kind").and_then(|word| word.one_of(what.kinds, "kind", findings));
    let name = table.required_plain_text("name").unwrap_or_else(|| Text::plain("", ""));
    let mut address = None;
    if let Some(node) = table.get("address")
        && let Some(word) = node.word()
    {
        place("address", node.span);
        if word.text.trim().is_empty() {
            node.bad("bad-value-empty");
        } else {
            address = Some(word.text.to_owned());
        }
    }
    let languages = table.array("languages").into_iter().filter_map(language).collect();
    let hours = table.get("hours").and_then(opening_hours);
    let peak = table.get("peak").and_then(opening_hours);
    let replies = table.get("replies").and_then(wait);
    let purposes = purposes(&mut table, findings);
    let verified = if what.sourced { table.required("verified") } else { table.get("verified") };
    if let Some(node) = verified {
        place("verified", node.span);
    }
    let verified = verified.and_then(date);
    let origin = if what.sourced { table.required_word("source") } else { table.word("source") };
    let confidence = table.word("confidence").and_then(|word| word.one_of(&CONFIDENCE, "confidence", findings));
    table.done();
    // The file is not used with a mistake in it. What can be read stays for the rules, so that no channel is called missing
    // that is there; of an address of no kind they would say too much.
    Channel {
        id: id.unwrap_or_default(),
        address: address.filter(|_| kind.is_some()),
        kind: kind.unwrap_or_default().to_owned(),
        name,
        languages,
        hours,
        peak,
        replies,
        purposes,
        verified,
        low_confidence: confidence.unwrap_or(false),
        origin: origin.map(|word| word.text.to_owned()),
    }
}

/// What it is for. Where that cannot be read it may be for anything.
fn purposes(table: &mut Table<'_>, findings: &Findings) -> Vec<Purpose> {
    let anything = || Purpose::ALL.into_iter().map(|(_, purpose)| purpose).collect();
    let Some(node) = table.required("for") else { return anything() };
    let Some(list) = node.array() else { return anything() };
    if list.is_empty() {
        node.bad("bad-value-empty-list");
    }
    let purpose = |node: Node<'_>| node.word().and_then(|word| word.one_of(&Purpose::ALL, "for", findings));
    let read: Vec<Option<Purpose>> = list.into_iter().map(purpose).collect();
    if read.contains(&None) {
        return anything();
    }
    let mut purposes = Vec::new();
    for purpose in read.into_iter().flatten() {
        if !purposes.contains(&purpose) {
            purposes.push(purpose);
        }
    }
    purposes
}

/// A language tag such as `zh` or `zh-Hant`.
fn language(node: Node<'_>) -> Option<String> {
    let word = node.word()?;
    let first = word.text.split('-').next().unwrap_or_default();
    let plain = word.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain && (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Some(word.text.to_owned());
    }
    node.bad("bad-value-language");
    None
}

fn opening_hours(node: Node<'_>) -> Option<String> {
    let word = node.word()?;
    let Err(at) = hours::check(word.text) else { return Some(word.text.to_owned()) };
    // From the first thing that makes no sense to the end of that rule.
    let rest = word.text.get(at..).unwrap_or_default();
    let length = rest.find(';').filter(|&length| length > 0).unwrap_or(rest.len());
    let span = if rest.is_empty() { word.span } else { word.at(at, at + length) };
    let message = Message::new("bad-hours").with("key", node.name);
    node.findings().report_with(Rule::BadHours, span, message, Some(Message::new("bad-hours-help")));
    None
}
