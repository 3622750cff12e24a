//! What a summary as JSON knows more than its code: the values that were typed, and what checks saw.

use super::route::Route;
use crate::flow::value::Value;
use crate::session::Moved;
use crate::wording::one_line;
use serde_json::Value as Json;

/// The way with the typed answers of the summary, visit by visit; what it masks stays masked.
pub fn fill(route: &mut Route, summary: &Json) {
    let list = |name: &str| summary[name].as_array().map(Vec::as_slice).unwrap_or_default();
    route.words = list("facts").iter().find(|fact| fact["step"].is_null()).and_then(|fact| written(&fact["value"]));
    let mut facts: Vec<&Json> = list("facts").iter().collect();
    let mut probes: Vec<&Json> = list("probes").iter().collect();
    for step in &mut route.steps {
        let take = |from: &mut Vec<&Json>| {
            let at = from.iter().position(|entry| entry["step"] == step.path.as_str())?;
            Some(from.remove(at).clone())
        };
        match &mut step.moved {
            Moved::Answer(value) => {
                let Some(fact) = take(&mut facts) else { continue };
                if let Value::Text(text) = value {
                    *text = written(&fact["value"]).unwrap_or_else(|| text.clone());
                }
            }
            Moved::Probe(result) => {
                let Some(probe) = take(&mut probes) else { continue };
                if let (Value::Text(text), Some(found)) = (&mut result.value, written(&probe["result"])) {
                    *text = found;
                }
                result.observed = probe["observed"].as_str().map(str::to_owned);
            }
            _ => {}
        }
    }
}

/// The same way with what was typed or seen in one line each, so that no answer looks like a screen or moves the cursor:
/// a summary and a journal may come from anywhere.
pub fn clean(route: &mut Route) {
    let in_line = |text: &mut String| *text = one_line(text);
    route.words.iter_mut().for_each(in_line);
    for step in &mut route.steps {
        let value = match &mut step.moved {
            Moved::Answer(value) => value,
            Moved::Probe(result) => {
                result.observed.iter_mut().for_each(in_line);
                &mut result.value
            }
            _ => continue,
        };
        if let Value::Text(text) = value {
            in_line(text);
        }
    }
}

fn written(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
