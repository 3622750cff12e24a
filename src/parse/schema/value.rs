//! The kinds of values that several tables have.

use super::super::ids::LONGEST;
use super::keys::Keys;
use crate::flow::duration::Unit;
use serde_json::{Map, Value, json};

/// Any text in quotes.
pub(super) fn word() -> Value {
    json!({ "type": "string" })
}

/// A text in quotes that says something.
pub(super) fn some_word() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

/// One of the words of a closed list.
pub(super) fn one_of(words: impl IntoIterator<Item = &'static str>) -> Value {
    json!({ "type": "string", "enum": words.into_iter().collect::<Vec<_>>() })
}

/// One of the words of a table.
pub(super) fn word_of<T>(table: &[(&'static str, T)]) -> Value {
    one_of(table.iter().map(|(word, _)| *word))
}

/// `true` or `false`.
pub(super) fn switch() -> Value {
    json!({ "type": "boolean" })
}

/// A whole number.
pub(super) fn number() -> Value {
    json!({ "type": "integer" })
}

/// A day.
pub(super) fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}

/// A date and time with its offset.
pub(super) fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

/// What an id looks like.
pub(super) fn id_pattern() -> String {
    format!("^[a-z][a-z0-9-]{{0,{}}}$", LONGEST - 1)
}

/// An id.
pub(super) fn id() -> Value {
    json!({ "type": "string", "pattern": id_pattern() })
}

/// A country by its code.
pub(super) fn country() -> Value {
    json!({ "type": "string", "pattern": "^[A-Z]{2}$" })
}

/// A duration.
pub(super) fn duration() -> Value {
    let units: Vec<&str> = Unit::ALL.iter().map(|(unit, _)| *unit).collect();
    json!({ "type": "string", "pattern": format!("^[0-9]+({})$", units.join("|")) })
}

/// A list of such values.
pub(super) fn list(of: &Value) -> Value {
    json!({ "type": "array", "items": of })
}

/// A list of at least one such value.
pub(super) fn some(of: &Value) -> Value {
    json!({ "type": "array", "items": of, "minItems": 1 })
}

/// A text in both languages.
pub(super) fn text() -> Value {
    Keys::of("text").needs("zh", some_word()).needs("en", some_word()).table()
}

/// A table whose keys are ids that the author chooses.
pub(super) fn by_id(of: &Value) -> Value {
    json!({ "type": "object", "patternProperties": { id_pattern(): of }, "additionalProperties": false })
}

/// One of these.
pub(super) fn either(of: &[Value]) -> Value {
    json!({ "oneOf": of })
}

/// A value that a file gives by hand: to an input, or as an answer.
pub(super) fn given() -> Value {
    // A time is a string where files are JSON, and something else for readers of TOML.
    json!({ "anyOf": [
        { "type": "string" },
        instant(),
        { "type": "integer" },
        { "type": "boolean" },
        { "type": "array", "items": { "type": "string" } },
    ] })
}

/// The definitions by name.
pub(super) fn definitions(of: impl IntoIterator<Item = (&'static str, Value)>) -> Map<String, Value> {
    of.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
