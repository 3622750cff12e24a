//! An example as a `[[test]]`: checks, answers, and what must come out.

use super::super::program::Program;
use super::super::step::Fault;
use super::Passed;
use super::onward::Stand;
use super::solve::{NOON, Solved};
use crate::flow::display;
use crate::flow::step::{Topic, Verb};
use crate::flow::value::Value;
use std::fmt::Write;

/// The test; `None` where a file cannot say it.
pub(super) fn test(
    program: &Program<'_>,
    name: &str,
    stand: &Stand,
    passed: &[Passed],
    solved: &Solved<'_>,
    fault: Option<Fault<'_>>,
) -> Option<String> {
    let mut probes: Vec<Entry> = Vec::new();
    let mut answers: Vec<Entry> = Vec::new();
    let mut topics: Vec<Topic<'_>> = Vec::new();
    let mut polled: Vec<&str> = Vec::new();
    for (passed, value) in passed.iter().zip(&solved.values) {
        let Some(value) = value else { continue };
        let step = &program.flow(passed.flow).steps[passed.step];
        let Verb::Probe(probe) = &step.verb else {
            // What was said before is not asked again.
            if let Some(topic) = Topic::of(program.flow(passed.flow), step) {
                if topics.contains(&topic) {
                    return None;
                }
                topics.push(topic);
            }
            answers.push(Entry::new(passed, passed.visit, value));
            continue;
        };
        // The clock of a test stands still, so that a check that was just made is not made again.
        if polled.contains(&passed.path.as_str()) {
            return None;
        }
        polled.push(&passed.path);
        let asked = passed.asked || passed.lacks_input || *value == Value::Unknown;
        if probe.ask.is_some() && asked {
            answers.push(Entry::new(passed, passed.visit, value));
        }
        if !passed.lacks_input {
            let found = if passed.asked { &Value::Unknown } else { value };
            probes.push(Entry::new(passed, 1, found));
        }
    }
    let has_time = solved.values.iter().flatten().any(|value| matches!(value, Value::Time(_)));
    let mut out = format!("[[test]]\nname = {}\n", quoted(name));
    if let Some(profile) = solved.profile {
        // Writing into a string cannot fail.
        let _ = writeln!(out, "profile = {}", quoted(profile));
    }
    if has_time {
        let _ = writeln!(out, "now = {NOON}");
    }
    for (key, entries) in [("probes", &probes), ("answers", &answers)] {
        if !entries.is_empty() {
            let _ = writeln!(out, "{key} = {{ {} }}", written(entries).join(", "));
        }
    }
    let _ = writeln!(out, "expect = {{ {} }}", expected(program, stand, passed, solved, fault)?.join(", "));
    Some(out)
}

/// A value at a path.
struct Entry {
    path: String,
    visit: usize,
    value: String,
}

impl Entry {
    fn new(passed: &Passed, visit: usize, value: &Value) -> Self {
        Self { path: passed.path.clone(), visit, value: literal(value) }
    }
}

/// One line for each path; a path with several answers names the visit.
fn written(entries: &[Entry]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for entry in entries {
        let same = entries.iter().filter(|other| other.path == entry.path).all(|other| other.value == entry.value);
        let key = if same { entry.path.clone() } else { format!("{}#{}", entry.path, entry.visit) };
        let line = format!("{} = {}", bare(&key), entry.value);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// What shows that the walk gets where the finding is.
fn expected(
    program: &Program<'_>,
    stand: &Stand,
    passed: &[Passed],
    solved: &Solved<'_>,
    fault: Option<Fault<'_>>,
) -> Option<Vec<String>> {
    let path = stand.path(program);
    let (flow, _, _) = stand.top()?;
    let mut lines = vec![format!("visits = [{}]", quoted(&path))];
    let is_asked = |name: &str| matches!(program.flow(flow).steps.get(name).map(|step| &step.verb), Some(Verb::Ask(_)));
    match fault {
        Some(Fault::Misuse { misuse, .. }) if !misuse.profile && is_asked(misuse.name) => {
            let later = passed.iter().any(|passed| passed.path == misuse.name);
            if misuse.unset && !later {
                lines.push(format!("not-asked = [{}]", quoted(misuse.name)));
            }
            let last = passed.iter().zip(&solved.values).rev().find(|(passed, _)| passed.path == misuse.name);
            if !misuse.unset && last.is_some_and(|(_, value)| *value == Some(Value::Unknown)) {
                lines.push(format!("facts = {{ {} = \"unknown\" }}", bare(misuse.name)));
            }
        }
        Some(Fault::Export { fact, .. }) => {
            let name = &program.flow(flow).gives[fact];
            if is_asked(name) {
                lines.push(format!("not-asked = [{}]", quoted(name)));
            }
        }
        _ => {}
    }
    Some(lines)
}

/// A value as a test file writes it.
fn literal(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Time(instant) => instant.to_string(),
        Value::Choices(ticked) => {
            let ids: Vec<String> = ticked.iter().map(|id| quoted(id)).collect();
            format!("[{}]", ids.join(", "))
        }
        other => quoted(&display::file_form(other)),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// A key, in quotes where it needs them.
fn bare(key: &str) -> String {
    let plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if plain { key.to_owned() } else { quoted(key) }
}
