//! A step: one shape for each verb, and for `ask` one for each type of answer.

use super::super::flow_file::{TYPES, VERBS};
use super::super::link::WORDED;
use super::flow::allow_here;
use super::keys::{Keys, about_it};
use super::value::{given, number, one_of, some, some_word, switch, text, word, word_of};
use crate::flow::field::Field;
use crate::flow::probe::ProbeKind;
use crate::flow::step::{Outcome, TextFormat, Verb};
use crate::profile::Purpose;
use serde_json::{Map, Value, json};

/// Any step.
pub(super) fn step() -> Value {
    let shapes: Vec<Value> = VERBS.into_iter().flat_map(shapes).collect();
    json!({ "title": "step", "oneOf": shapes })
}

/// The shapes of steps with that verb.
fn shapes(verb: &'static str) -> Vec<Value> {
    let keys = Keys::of(verb);
    let keys = match verb {
        "ask" => return TYPES.iter().map(|(name, _)| ask(name)).collect(),
        "tell" => keys.needs("tell", text()).may("show", word_of(&Purpose::ALL)).needs("next", word()),
        "do" => action(keys, "do", &Verb::DO_ANSWERS),
        "try" => action(keys, "try", &Verb::TRY_ANSWERS),
        "probe" => keys
            .needs("probe", word_of(&ProbeKind::ALL))
            .may("ask", text())
            .may("can-skip", switch())
            .may("with", with())
            .may("timeout", json!({ "type": "string", "pattern": "^0*[1-5]s$" }))
            .may("label", text())
            .needs("next", next(None)),
        "branch" => {
            let case = Keys::of("case").needs("when", word()).needs("next", word()).table();
            keys.needs("branch", some(&case)).needs("else", word())
        }
        "run" => keys
            .needs("run", word())
            .may("with", with())
            .may("anew", switch())
            .may("label", text())
            .needs("next", next(None)),
        "go" => keys.needs("go", word()).may("with", with()).may("anew", switch()),
        "return" => return vec![returning(true), returning(false)],
        _ => return vec![end(true), end(false)],
    };
    vec![keys.may("allow", allow_here()).table()]
}

fn ask(kind: &'static str) -> Value {
    let keys = Keys::of("ask")
        .needs("ask", text())
        .needs("type", json!({ "type": "string", "const": kind }))
        .may("hint", text())
        .may("label", text())
        .may("can-skip", switch())
        .may("private", switch())
        .may("input", switch())
        .may("once", switch())
        .may("field", one_of(Field::all().map(Field::name)))
        .may("allow", allow_here());
    match kind {
        "choice" => leading(keys.needs("options", options()).may("next", next(None)).table()),
        "choices" => keys
            .needs("options", options())
            .may("min", number())
            .may("max", number())
            .needs("next", next(Some(&[])))
            .table(),
        "yes-no" => keys.needs("next", next(Some(&["yes", "no"]))).table(),
        "amount" => keys.may("currency", word()).needs("next", next(Some(&[]))).table(),
        "number" => keys.may("min", number()).may("max", number()).needs("next", next(Some(&[]))).table(),
        "time" => keys.may("past", switch()).needs("next", next(Some(&[]))).table(),
        "text" => keys.may("format", word_of(&TextFormat::ALL)).needs("next", next(Some(&[]))).table(),
        _ => keys.needs("next", next(Some(&[]))).table(),
    }
}

fn options() -> Value {
    let option =
        Keys::of("option").needs("value", word()).needs("zh", some_word()).needs("en", some_word()).may("next", word());
    some(&option.table())
}

/// Either the step says what is next, or each of its options does.
fn leading(mut choice: Value) -> Value {
    // Open in so many words: editors take a table for closed that does not say so.
    let has_next = json!({ "required": ["next"], "additionalProperties": true });
    let all_lead = json!({ "properties": { "options": { "items": has_next } }, "additionalProperties": true });
    choice["anyOf"] = json!([has_next, all_lead]);
    choice
}

fn action(keys: Keys, verb: &'static str, answers: &[&'static str]) -> Keys {
    keys.needs(verb, text())
        .may("hint", text())
        .may("label", text())
        .may("show", word_of(&Purpose::ALL))
        .may("repeats-payment", word())
        .needs("next", next(Some(answers)))
}

/// Some values have words of their own, the others need a text.
fn returning(worded: bool) -> Value {
    let keys = Keys::of("return").may("allow", allow_here());
    let words = one_of(WORDED);
    if worded {
        keys.needs("return", words).may("text", text())
    } else {
        keys.needs("return", json!({ "type": "string", "not": words })).needs("text", text())
    }
    .table()
}

fn end(waits: bool) -> Value {
    let outcomes = Outcome::ALL.iter().filter(|(_, outcome)| (*outcome == Outcome::Wait) == waits);
    let keys = Keys::of("end")
        .needs("end", one_of(outcomes.map(|(name, _)| *name)))
        .needs("text", text())
        .may("label", text())
        .may("allow", allow_here());
    if waits { keys.needs("wait", word()).may("since", word()) } else { keys }.table()
}

/// A step, or a table of answers and their steps. `answers`: the only ones there are, beside `unknown` and `else`.
fn next(answers: Option<&[&'static str]>) -> Value {
    let known = answers.unwrap_or_default().iter().chain(&["unknown", "else"]);
    let ways: Map<String, Value> = known.map(|answer| ((*answer).to_owned(), word())).collect();
    let others = if answers.is_some() { json!(false) } else { word() };
    json!({ "oneOf": [word(), { "type": "object", "properties": ways, "additionalProperties": others }] })
}

fn with() -> Value {
    about_it(json!({ "type": "object", "additionalProperties": given() }), "schema-with")
}
