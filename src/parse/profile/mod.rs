//! A profile file (`profiles/<id>.toml`): the provider and whom to turn to.

pub(super) mod channel;
mod connectivity;
mod known;
mod shape;
mod tickets;
mod versions;

use super::ids;
use super::reader::{Node, Table};
use crate::diagnostic::{Findings, Rule};
use crate::flow::text::Text;
use crate::flow::value::Value;
use crate::hours::holiday;
use crate::i18n::Message;
use crate::profile::{Connectivity, Explorer, ExplorerKind, Kind, Profile};
use crate::source::Span;
use crate::zone;
use indexmap::IndexMap;
use jiff::tz::TimeZone;
pub(super) use known::{CONFIDENCE, Known};
use std::sync::Arc;
pub(super) use tickets::SYSTEMS;
pub(super) use versions::PLATFORMS;

/// Chains are named by the author; each is read in one of these ways.
pub(super) const EXPLORERS: [&str; 3] = [ExplorerKind::ALL[0].0, ExplorerKind::ALL[1].0, ExplorerKind::ALL[2].0];

/// Payments have these limits.
pub(super) const LIMITS: [&str; 4] = ["single", "daily", "monthly", "yearly"];

/// Reads the root table of the profile `id`. What is wrong in it is left out of the profile.
pub fn read(id: &str, mut root: Table<'_>) -> Profile {
    let findings = root.findings();
    if id == "generic" {
        let help = Some(Message::new("bad-id-generic-help"));
        findings.report_with(Rule::BadId, Span::default(), Message::new("bad-id-generic"), help);
    }
    ids::check_plain(id, Span::default(), findings);
    let mut profile = Profile {
        source: Some(Arc::clone(findings.source())),
        id: id.to_owned(),
        channels: Vec::new(),
        name: Text::plain(id, id),
        ..Profile::generic()
    };
    let mut known = Known::default();
    if let Some(table) = root.required_table("profile") {
        header(&mut profile, table, &mut known);
    }
    profile.channels = channel::read_all(&mut root, &channel::PROVIDER, &mut known);
    root.done();
    profile.values = known.values;
    profile.waits = known.waits;
    profile.places = known.places;
    profile
}

fn header(profile: &mut Profile, mut table: Table<'_>, known: &mut Known) {
    let findings = table.findings();
    known.places.insert("profile".to_owned(), table.span);
    if let Some(name) = table.required_plain_text("name") {
        profile.name = name;
    }
    profile.kind = table.word("kind").and_then(|word| word.one_of(&Kind::ALL, "kind", findings));
    profile.currency = table.required("currency").and_then(|node| currency(node, known));
    profile.country = table.get("country").and_then(|node| country(node, known));
    profile.time_zone = table.required("time-zone").and_then(time_zone);
    for node in table.array("official-domains") {
        let Some(word) = node.word() else { continue };
        if shape::is_host(word.text) {
            known.places.insert(format!("official-domains.{}", word.text), node.span);
            profile.official_domains.push(word.text.to_owned());
        } else {
            findings.report_with(
                Rule::BadValue,
                node.span,
                Message::new("bad-value-host").with("value", word.text),
                Some(Message::new("bad-value-host-help")),
            );
        }
    }
    if let Some(node) = table.get("status-page") {
        url(node, "status-page", known);
    }
    if let Some(node) = table.get("verified") {
        profile.verified = known::date(node);
        known.places.insert("verified".to_owned(), node.span);
    }
    if let Some(word) = table.word("confidence")
        && word.one_of(&known::CONFIDENCE, "confidence", findings).is_some()
    {
        known.put("confidence", Value::Text(word.text.to_owned()), word.span);
    }
    if let Some(limits) = table.table("limits") {
        self::limits(limits, known);
    }
    if let Some(versions) = table.table("versions") {
        profile.versions = versions::read(versions, known);
    }
    if let Some(explorers) = table.table("explorers") {
        profile.explorers = self::explorers(explorers, known);
    }
    if let Some(waits) = table.table("waits") {
        for node in waits.rest() {
            let path = format!("waits.{}", node.name);
            ids::check_plain(node.name, node.key, findings);
            if let Some(wait) = known.number_that_ages(node, &path).and_then(known::wait) {
                known.places.insert(path.clone(), node.span);
                known.waits.insert(path, wait);
            }
        }
    }
    if let Some(addresses) = table.table("addresses") {
        for node in addresses.rest() {
            ids::check_plain(node.name, node.key, findings);
            let Some(word) = node.word() else { continue };
            if word.text.is_empty() || word.text.contains(char::is_whitespace) {
                node.bad("bad-value-address");
            } else {
                known.put(&format!("addresses.{}", node.name), Value::Text(word.text.to_owned()), node.span);
            }
        }
    }
    if let Some(tickets) = table.table("tickets") {
        profile.tickets = tickets::read(tickets, known);
    }
    profile.connectivity =
        table.table("connectivity").map_or_else(Connectivity::default, |table| connectivity::read(table, known));
    table.done();
}

fn limits(mut table: Table<'_>, known: &mut Known) {
    for key in LIMITS {
        let path = format!("limits.{key}");
        let Some(node) = table.get(key).and_then(|node| known.number_that_ages(node, &path)) else { continue };
        let Some(word) = node.word() else { continue };
        match word.text.parse() {
            Ok(amount) => known.put(&path, Value::Amount(amount), node.span),
            Err(_) => node.findings().report_with(
                Rule::BadValue,
                node.span,
                Message::new("bad-value-amount").with("value", word.text),
                Some(Message::new("bad-value-amount-help")),
            ),
        }
    }
    table.done();
}

/// The explorer of each chain; its address can be read in texts too.
fn explorers(table: Table<'_>, known: &mut Known) -> IndexMap<String, Explorer> {
    let mut explorers = IndexMap::new();
    for node in table.rest() {
        ids::check_plain(node.name, node.key, node.findings());
        let Some(mut explorer) = node.table() else { continue };
        if let Some((kind, source)) = only_one(&mut explorer, &EXPLORERS, node) {
            let path = format!("explorers.{}", node.name);
            url(source, &path, known);
            let kind = ExplorerKind::ALL.into_iter().find(|(key, _)| *key == kind);
            if let (Some(Value::Text(url)), Some((_, kind))) = (known.values.get(&path), kind) {
                explorers.insert(node.name.to_owned(), Explorer { kind, url: url.clone() });
            }
        }
        explorer.done();
    }
    explorers
}

/// The only one of some keys that a table has; otherwise what is wrong is reported at `owner`.
fn only_one<'t>(table: &mut Table<'t>, keys: &[&'static str], owner: Node<'t>) -> Option<(&'static str, Node<'t>)> {
    let mut found = Vec::new();
    for &key in keys {
        found.extend(table.get(key).map(|node| (key, node)));
    }
    if let [only] = found[..] {
        return Some(only);
    }
    let names: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
    let (rule, span, key) = match found.get(1) {
        Some((_, second)) => (Rule::BadValue, second.key, "bad-value-one-of-keys"),
        None => (Rule::MissingKey, owner.key, "missing-key-one-of"),
    };
    owner.findings().report(rule, span, Message::new(key).with("key", owner.name).with("names", names));
    None
}

fn url(node: Node<'_>, path: &str, known: &mut Known) {
    let Some(word) = node.word() else { return };
    if shape::is_url(word.text) {
        known.put(path, Value::Text(word.text.to_owned()), node.span);
    } else {
        let help = Some(Message::new("bad-value-url-help"));
        let message = Message::new("bad-value-url").with("value", word.text);
        node.findings().report_with(Rule::BadValue, node.span, message, help);
    }
}

fn currency(node: Node<'_>, known: &mut Known) -> Option<String> {
    let word = node.word()?;
    // As long as an amount can be read with it.
    if format!("1 {}", word.text).parse::<crate::flow::value::Amount>().is_err() {
        node.bad("bad-value-profile-currency");
        return None;
    }
    if let Some(code) = ids::currency_meant(word.text) {
        let message = Message::new("bad-value-currency-code").with("value", word.text);
        let help = Message::new("did-you-mean").with("name", code);
        node.findings().report_with(Rule::BadValue, word.span, message, Some(help));
        return None;
    }
    known.places.insert("currency".to_owned(), node.span);
    Some(word.text.to_owned())
}

/// A country by its code.
pub(super) fn country(node: Node<'_>, known: &mut Known) -> Option<String> {
    let word = node.word()?;
    if !holiday::is_country(word.text) {
        bad_country(word.text, node.span, node.findings());
        return None;
    }
    known.places.insert(format!("country.{}", word.text), node.span);
    Some(word.text.to_owned())
}

/// Reports a country that the standard does not have.
pub(super) fn bad_country(code: &str, span: Span, findings: &Findings) {
    let upper = code.to_ascii_uppercase();
    let help = if holiday::is_country(&upper) {
        Message::new("did-you-mean").with("name", upper)
    } else {
        Message::new("bad-value-country-help")
    };
    findings.report_with(Rule::BadValue, span, Message::new("bad-value-country").with("value", code), Some(help));
}

/// A zone by its IANA name.
pub(super) fn time_zone(node: Node<'_>) -> Option<TimeZone> {
    let word = node.word()?;
    let zone = zone::named(word.text);
    if zone.is_none() {
        let message = Message::new("bad-time-zone").with("value", word.text);
        node.findings().report_with(Rule::BadTimeZone, node.span, message, Some(Message::new("bad-time-zone-help")));
    }
    zone
}
