//! What `flows/schema/summary-1.json` promises to other programs, held against every JSON summary that is made here.

use super::{cases, told};
use crate::harness::command::walletfix;
use jsonschema::Validator;
use serde_json::Value;
use std::sync::OnceLock;
use walletfix::flow::field::Field;
use walletfix::flow::step::Outcome;
use walletfix::i18n::Lang;
use walletfix::session::story::Origin;
use walletfix::summary::render::{Format, json, render};
use walletfix::summary::{CheckKind, DatedKind};

fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(|| serde_json::from_str(json::schema()).expect("JSON"))
}

/// Fails where a summary breaks the promise, or has a key that it does not name.
pub(super) fn promised(name: &str, summary: &str) {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    let validator = VALIDATOR.get_or_init(|| jsonschema::options().build(document()).expect("a schema"));
    let summary: Value = serde_json::from_str(summary).unwrap_or_else(|error| panic!("{name}: {error}"));
    let broken: Vec<String> =
        validator.iter_errors(&summary).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(broken.is_empty(), "{name}: {broken:#?}");
    let mut unnamed = Vec::new();
    unnamed_keys(&summary, document(), "", &mut unnamed);
    assert!(unnamed.is_empty(), "{name}: the schema does not know {unnamed:?}");
}

fn unnamed_keys(value: &Value, schema: &Value, path: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                match schema["properties"].get(key) {
                    Some(schema) => unnamed_keys(value, schema, &format!("{path}/{key}"), all),
                    None => all.push(format!("{path}/{key}")),
                }
            }
        }
        Value::Array(items) if schema["items"].is_object() => {
            for item in items {
                unnamed_keys(item, &schema["items"], path, all);
            }
        }
        _ => {}
    }
}

#[test]
fn the_published_schema_is_printed() {
    walletfix("schema summary").run().code(0).stdout(json::schema()).stderr("");
    assert_eq!(document()["title"], "walletfix.summary/1");
}

/// Once a key is published it stays, and so does what may stand there.
#[test]
fn what_is_promised_stays() {
    let mut keys = Vec::new();
    paths(document(), "", &mut keys);
    super::kept("schema.keys.txt", &(keys.join("\n") + "\n"));
}

fn paths(schema: &Value, path: &str, all: &mut Vec<String>) {
    for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{key}");
        let kinds = [&schema["type"], &schema["enum"], &schema["const"]].map(Value::to_string);
        all.push(format!("{path} {}", kinds.iter().find(|kind| *kind != "null").cloned().unwrap_or_default()));
        paths(schema, &path, all);
        paths(&schema["items"], &path, all);
    }
}

#[test]
fn closed_lists_are_the_program_s() {
    let at = |pointer: &str| -> Vec<Value> {
        document().pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_else(|| panic!("{pointer}"))
    };
    let or_null =
        |words: Vec<&str>| -> Vec<Value> { words.into_iter().map(Value::from).chain([Value::Null]).collect() };
    let words = |words: Vec<&str>| -> Vec<Value> { words.into_iter().map(Value::from).collect() };
    let same = |mut one: Vec<Value>, mut other: Vec<Value>| {
        one.sort_by_key(Value::to_string);
        other.sort_by_key(Value::to_string);
        assert_eq!(one, other);
    };
    let item = "/items/properties";
    same(at(&format!("/properties/facts{item}/field/enum")), or_null(Field::all().map(Field::name).collect()));
    same(at("/properties/outcome/enum"), or_null(Outcome::ALL.map(|(id, _)| id).to_vec()));
    let sources = [Origin::User, Origin::Probe, Origin::Skipped, Origin::Input].map(Origin::id);
    same(at(&format!("/properties/facts{item}/source/enum")), words(sources.to_vec()));
    same(at(&format!("/properties/checks{item}/source/enum")), words(sources.to_vec()));
    same(at(&format!("/properties/checks{item}/kind/enum")), words(CheckKind::ALL.map(|(id, _)| id).to_vec()));
    same(at(&format!("/properties/timeline{item}/event/enum")), words(DatedKind::ALL.map(|(id, _)| id).to_vec()));
    same(at("/properties/lang/enum"), words(Lang::ALL.map(Lang::tag).to_vec()));
}

#[test]
fn the_kept_stories_keep_the_promise() {
    let pack = cases::wallet();
    for (name, story) in cases::all(&pack) {
        for lang in Lang::ALL {
            promised(name, &render(&told(&story, lang), Format::Json, false));
        }
    }
}

#[test]
fn a_broken_promise_is_seen() {
    let pack = cases::wallet();
    let text = render(&told(&cases::support(&pack), Lang::En), Format::Json, false);
    for (from, to) in [
        ("\"outcome\": \"contact\"", "\"outcome\": \"phone\""),
        ("\"amount\": \"1280.00 CNY\"", "\"amount\": 1280"),
        ("\"redactions\":", "\"hidden\":"),
        ("T09:00:00+08:00", " 09:00"),
    ] {
        assert!(text.contains(from), "{from}");
        let broken = text.replace(from, to);
        assert!(std::panic::catch_unwind(|| promised("broken", &broken)).is_err(), "{to} passes");
    }
}
