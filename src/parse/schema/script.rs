//! Tests of a flow, and answers files.

use super::keys::Keys;
use super::value::{country, given, instant, list, one_of, some_word, word, word_of};
use crate::flow::step::Outcome;
use crate::i18n::Lang;
use serde_json::{Map, Value, json};

/// A test file.
pub(super) fn test_file() -> Value {
    let expect = Keys::of("expect")
        .may("end", word())
        .may("outcome", word_of(&Outcome::ALL))
        .may("return", word())
        .may("category", word())
        .may("facts", values())
        .may("visits", list(&word()))
        .may("not-asked", list(&word()))
        .may("follow-up", instant());
    let test = setting(Keys::of("test").needs("name", some_word()))
        .may("answers", values())
        .may("events", list(&word()))
        .needs("expect", expect.table())
        .table();
    setting(root("test-file").needs("flow", word())).may("answers", values()).needs("test", list(&test)).table()
}

/// An answers file.
pub(super) fn answers_file() -> Value {
    setting(root("answers-file").may("flow", word())).may("answers", values()).table()
}

/// What both kinds of file share.
pub(super) fn definitions() -> Map<String, Value> {
    let mut value = given();
    if let Some(kinds) = value["anyOf"].as_array_mut() {
        kinds.push(values());
    }
    super::value::definitions([("value", value)])
}

fn root(kind: &'static str) -> Keys {
    Keys::of(kind).needs("format", json!({ "type": "integer", "const": 1 }))
}

fn setting(keys: Keys) -> Keys {
    keys.may("profile", word())
        .may("now", instant())
        .may("country", country())
        .may("lang", one_of(Lang::ALL.map(Lang::tag)))
        .may("probes", values())
}

/// Values by step path; tables in it go deeper.
fn values() -> Value {
    json!({ "type": "object", "additionalProperties": { "$ref": "#/definitions/value" } })
}
