//! A flow file.

use super::keys::{Keys, about_it};
use super::step;
use super::value::{by_id, date, list, some_word, switch, text, word, word_of};
use crate::diagnostic::Rule;
use crate::flow::Group;
use serde_json::{Map, Value, json};

/// The file.
pub(super) fn file() -> Value {
    Keys::of("flow-file")
        .needs("format", json!({ "type": "integer", "const": 1 }))
        .needs("flow", header())
        .needs("step", by_id(&json!({ "$ref": "#/definitions/step" })))
        .table()
}

/// What several places of the file share.
pub(super) fn definitions() -> Map<String, Value> {
    super::value::definitions([("step", step::step()), ("allow", allow())])
}

fn header() -> Value {
    let keywords = Keys::of("keywords").may("zh", list(&word())).may("en", list(&word())).table();
    Keys::of("flow")
        .needs("title", text())
        .may("about", text())
        .may("group", word_of(&Group::ALL))
        .may("keywords", keywords)
        .needs("owner", word())
        .may("reviewed", date())
        .needs("start", word())
        .may("shared", switch())
        .may("gives", list(&word()))
        .may("once", switch())
        .may("guard", switch())
        .may("secret-out", switch())
        .may("allow", allow_here())
        .table()
}

/// `allow`, wherever it stands.
pub(super) fn allow_here() -> Value {
    json!({ "$ref": "#/definitions/allow" })
}

/// A reason for each rule that may be suppressed.
fn allow() -> Value {
    let rules = Rule::ALL.iter().filter(|rule| !rule.fixed());
    let reason = |rule: &Rule| (rule.id().to_owned(), about_it(some_word(), &format!("rule-{}", rule.id())));
    let reasons: Map<String, Value> = rules.map(reason).collect();
    json!({ "title": "allow", "type": "object", "properties": reasons, "additionalProperties": false })
}
