//! From a walk to a test as an author would write it.

use super::explore::Reply;
use crate::answer::{Form, Question};
use crate::flow::step::Verb;
use crate::flow::value::Value;
use crate::flowtest::coverage::{Kind, Way};
use crate::session::Session;
use crate::session::event::{Entry, Event, ProbeResult};
use crate::session::request::Request;
use indexmap::IndexMap;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a walk told and what came out.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// Answers by key, in the order in which they were asked.
    pub(super) answers: IndexMap<String, Value>,
    /// Findings by key.
    pub(super) probes: IndexMap<String, Value>,
    /// The path of its end, and the outcome; or what a shared flow returned.
    pub(super) end: End,
}

impl Told {
    /// Which of these answers was given at a step, of whichever flow on the way.
    fn said<'a>(&self, step: &str, answers: &[&'a str]) -> Option<&'a str> {
        let own = self.answers.iter().chain(&self.probes);
        let own = own.filter(|(path, _)| path.split('#').next().and_then(|path| path.rsplit('.').next()) == Some(step));
        let mut said = own.filter_map(|(_, value)| answers.iter().find(|answer| **answer == value.key()));
        said.next_back().or(answers.first()).copied()
    }
}

/// How a walk ended.
#[derive(Debug, Clone)]
pub(super) enum End {
    Ended { path: String, outcome: &'static str },
    Returned(String),
}

/// What the test file gives for a path, read as an answer to a question.
pub(super) type Given<'g> = &'g dyn Fn(&str, &Question, &Session<'_>) -> Option<Value>;

/// Walks the replies; what the file gives already is not told again. `None`: they do not lead to an end.
pub(super) fn tell(mut session: Session<'_>, replies: &[Reply], given: Given<'_>) -> Option<Told> {
    let (mut answers, mut probes) = (Notes::default(), Notes::default());
    for reply in replies {
        let at = session.clock();
        let event = match (session.request(false), reply) {
            (Request::Ask(asking), Reply::Seen) => Event::Seen(asking.path),
            (Request::Ask(asking), Reply::Value(value)) => {
                let known = given(&asking.path, asking.question.as_ref()?, &session);
                answers.add(&asking.path, asking.visit, value, known.as_ref());
                Event::Answer(asking.path, value.clone())
            }
            (Request::Probe(call), Reply::Value(value)) => {
                // A check that lacks what it needs is unknown without anybody's word.
                let has = |name: &str| call.inputs.get(name).is_some_and(Value::is_known);
                if call.probe.inputs().iter().all(|input| !input.needed || has(input.name)) {
                    let question = Question { form: Form::of_probe(call.probe), can_skip: true };
                    let known = given(&call.path, &question, &session);
                    probes.add(&call.path, session.times_reached(&call.path), value, known.as_ref());
                }
                Event::Probe(call.path, ProbeResult { value: value.clone(), reason: None, observed: None, ms: 0 })
            }
            _ => return None,
        };
        session.apply(&Entry { at, event }).ok()?;
    }
    let ending = session.story().ending?;
    let end = match ending.step.map(|step| &step.verb) {
        Some(Verb::Return(ret)) => End::Returned(ret.value.clone()),
        _ => End::Ended { path: ending.path, outcome: ending.outcome.id() },
    };
    Some(Told { answers: answers.own, probes: probes.own, end })
}

/// Values by key: one key serves all visits of a step; a visit that differs has a key of its own.
#[derive(Default)]
struct Notes {
    own: IndexMap<String, Value>,
    /// Paths whose value the file gives.
    given: BTreeMap<String, Value>,
}

impl Notes {
    fn add(&mut self, path: &str, visit: u32, value: &Value, given: Option<&Value>) {
        match self.own.get(path).or_else(|| self.given.get(path)) {
            Some(known) if known == value => {}
            Some(_) => drop(self.own.insert(format!("{path}#{visit}"), value.clone())),
            None if given == Some(value) => drop(self.given.insert(path.to_owned(), value.clone())),
            None => drop(self.own.insert(path.to_owned(), value.clone())),
        }
    }
}

/// A test as text, as the files of the shipped flows are laid out.
pub(super) fn text(name: &str, profile: Option<&str>, told: &Told, zone: &TimeZone) -> String {
    let mut out = format!("[[test]]\nname = {}\n", quoted(name));
    // Writing into a string cannot fail.
    if let Some(profile) = profile {
        let _ = writeln!(out, "profile = {}", quoted(profile));
    }
    for (key, values) in [("probes", &told.probes), ("answers", &told.answers)] {
        if !values.is_empty() {
            let pairs: Vec<String> =
                values.iter().map(|(path, value)| format!("{} = {}", bare(path), written(value, zone))).collect();
            let _ = writeln!(out, "{key} = {{ {} }}", pairs.join(", "));
        }
    }
    let _ = match &told.end {
        End::Ended { path, outcome } => {
            writeln!(out, "expect = {{ end = {}, outcome = {} }}", quoted(path), quoted(outcome))
        }
        End::Returned(value) => writeln!(out, "expect = {{ return = {} }}", quoted(value)),
    };
    out
}

/// What a test is called that is the first to take these ways: what decides, and where it ends.
pub(super) fn name(ways: &[&Way<'_>], told: &Told) -> String {
    let end = match &told.end {
        End::Ended { path, .. } => path,
        End::Returned(value) => value,
    };
    let id = |way: &Way<'_>| way.flow.step(way.step).id.clone();
    let chosen = ways.iter().filter_map(|way| match (&way.kind, way.condition()) {
        (Kind::Answers(answers) | Kind::Else(answers), _) => {
            Some(format!("{} {}", id(way), told.said(&id(way), answers)?))
        }
        (Kind::Case(_), Some(condition)) if condition.len() <= LONGEST => Some(condition.to_owned()),
        (Kind::Case(_), Some(_)) => Some(format!("{} to {}", id(way), way.target)),
        (Kind::Case(_), None) => Some(format!("{} else", id(way))),
        (Kind::Only | Kind::End, _) => None,
    });
    let mut parts: Vec<String> = Vec::new();
    for part in chosen {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        parts.extend(ways.iter().filter(|way| way.kind == Kind::Only).map(|way| format!("through {}", id(way))));
    }
    let more = parts.len().saturating_sub(MOST_PARTS);
    parts.truncate(MOST_PARTS);
    match (parts.is_empty(), more) {
        (true, _) => format!("to {end}"),
        (false, 0) => format!("{}: {end}", parts.join(", ")),
        (false, _) => format!("{} and {more} more: {end}", parts.join(", ")),
    }
}

/// A condition that is longer than this does not fit in a name.
const LONGEST: usize = 48;

/// A name with more decisions in it is no name.
const MOST_PARTS: usize = 3;

/// A value as test files write it.
fn written(value: &Value, zone: &TimeZone) -> String {
    match value {
        Value::Choice(id) if id == "yes" => "true".to_owned(),
        Value::Choice(id) if id == "no" => "false".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Time(instant) => instant.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Value::Choices(ticked) => {
            format!("[{}]", ticked.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", "))
        }
        other => quoted(&crate::flow::display::file_form(other)),
    }
}

/// A key, in quotes where TOML wants them.
fn bare(key: &str) -> String {
    let is_bare =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if is_bare { key.to_owned() } else { quoted(key) }
}

/// A TOML basic string (TOML 1.0, "String").
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            _ if character.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::{bare, quoted};

    #[test]
    fn keys_and_strings_are_toml() {
        assert_eq!(bare("app-version"), "app-version");
        assert_eq!(bare("network.this-device"), "\"network.this-device\"");
        assert_eq!(bare("again#2"), "\"again#2\"");
        assert_eq!(quoted("a \"b\" \\ \u{1} 余额"), "\"a \\\"b\\\" \\\\ \\u0001 余额\"");
    }
}
