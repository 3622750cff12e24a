//! Profiles and regions.

use super::super::profile::channel::{PROVIDER, REGIONAL};
use super::super::profile::{CONFIDENCE, EXPLORERS, LIMITS, PLATFORMS, SYSTEMS};
use super::keys::Keys;
use super::value::{
    by_id, country, date, duration, either, id, list, number, one_of, some, some_word, text, word, word_of,
};
use crate::flow::field::Field;
use crate::profile::{Kind, Purpose};
use serde_json::{Value, json};

/// A profile file.
pub(super) fn profile_file() -> Value {
    root("profile-file").needs("profile", profile()).may("channel", channels(false)).table()
}

/// A region file.
pub(super) fn region_file() -> Value {
    let region = Keys::of("region")
        .needs("name", text())
        .needs("disclaimer", text())
        .needs("countries", some(&country()))
        .needs("time-zone", word())
        .table();
    root("region-file").needs("region", region).may("channel", channels(true)).table()
}

fn root(kind: &'static str) -> Keys {
    Keys::of(kind).needs("format", json!({ "type": "integer", "const": 1 }))
}

fn profile() -> Value {
    let limits = LIMITS.into_iter().fold(Keys::of("limits"), |keys, key| keys.may(key, figure(&word())));
    let versions = PLATFORMS.into_iter().fold(Keys::of("versions"), |keys, key| keys.may(key, version()));
    let endpoint = Keys::of("endpoint").needs("host", word()).needs("operator", word()).table();
    let portal = Keys::of("portal")
        .needs("url", word())
        .needs("operator", word())
        .may("status", json!({ "type": "integer", "minimum": 100, "maximum": 599 }))
        .may("body", word())
        .table();
    let connectivity = Keys::of("connectivity")
        .may("endpoints", list(&endpoint))
        .may("portal", list(&portal))
        .may("time", list(&endpoint))
        .table();
    Keys::of("profile")
        .needs("name", text())
        .may("kind", word_of(&Kind::ALL))
        .needs("currency", word())
        .may("country", country())
        .needs("time-zone", word())
        .may("official-domains", list(&word()))
        .may("status-page", word())
        .may("verified", date())
        .may("confidence", word_of(&CONFIDENCE))
        .may("limits", limits.table())
        .may("versions", versions.table())
        .may("explorers", by_id(&only_one("explorer", &EXPLORERS, None)))
        .may("waits", by_id(&figure(&duration())))
        .may("connectivity", connectivity)
        .may("addresses", by_id(&some_word()))
        .may("tickets", tickets())
        .table()
}

/// What ticket systems call the fields of a summary.
fn tickets() -> Value {
    let name = either(&[some_word(), number()]);
    let desk = |system, own: &[&'static str]| {
        let keys = own.iter().fold(Keys::of(system), |keys, key| keys.may(key, some_word()));
        Field::all().fold(keys, |keys, field| keys.may_be(field.name(), name.clone(), "schema-desk-field")).table()
    };
    SYSTEMS.into_iter().fold(Keys::of("tickets"), |keys, (system, own)| keys.may(system, desk(system, own))).table()
}

/// A number that goes stale: as it is, or with the day on which it was checked.
fn figure(value: &Value) -> Value {
    let dated = Keys::of("figure")
        .needs("value", value.clone())
        .may("verified", date())
        .may("confidence", word_of(&CONFIDENCE))
        .table();
    either(&[value.clone(), dated])
}

fn version() -> Value {
    either(&[one_of(["ask"]), only_one("feed", &["itunes", "github", "feed"], Some("country"))])
}

/// A table with exactly one of these keys, and perhaps another.
fn only_one(kind: &'static str, keys: &[&'static str], other: Option<&'static str>) -> Value {
    let table = |key: &&'static str| {
        let table = Keys::of(kind).needs(key, some_word());
        other.into_iter().fold(table, |table, other| table.may(other, some_word())).table()
    };
    either(&keys.iter().map(table).collect::<Vec<_>>())
}

fn channels(regional: bool) -> Value {
    let (kind, what) = if regional { ("region-channel", &REGIONAL) } else { ("channel", &PROVIDER) };
    let keys = Keys::of(kind)
        .needs("id", id())
        .needs("kind", word_of(what.kinds))
        .needs("name", text())
        .may("address", some_word())
        .may("languages", list(&word()))
        .may("hours", word())
        .may("peak", word())
        .may("replies", duration())
        .needs("for", some(&word_of(&Purpose::ALL)))
        .may("confidence", word_of(&CONFIDENCE));
    let keys = if what.sourced {
        keys.needs("verified", date()).needs("source", word())
    } else {
        keys.may("verified", date()).may("source", word())
    };
    list(&keys.table())
}
