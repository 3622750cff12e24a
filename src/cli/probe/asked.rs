//! Which checks the words of the command line ask for: `latest-version platform=ios network`. What stands behind `=` is read
//! and judged as if somebody had typed it.

use crate::answer::{self, Context, Form, Question};
use crate::flow::probe::{DEADLINE, Input, ProbeCall, ProbeKind};
use crate::flow::step::TextFormat;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::script::Given;
use crate::secrets::{Verdict, judge};
use crate::wording::nearest;
use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Words that ask for nothing that there is.
pub(super) struct Refused {
    pub(super) message: Message,
    /// What to do instead.
    pub(super) advice: Vec<Message>,
}

impl From<Message> for Refused {
    fn from(message: Message) -> Self {
        Self { message, advice: Vec::new() }
    }
}

/// The checks, each once; none where there are no words.
pub(super) fn calls(words: &[String], lang: Lang) -> Result<Vec<ProbeCall>, Refused> {
    let mut calls: Vec<ProbeCall> = Vec::new();
    for word in words {
        match word.split_once('=') {
            None => calls.push(check_of(word)?),
            Some((name, value)) => {
                let Some(call) = calls.last_mut() else {
                    return Err(Message::new("probe-input-first").with("name", name).into());
                };
                let input = input_of(call.probe, name)?;
                let value = read(input, value, lang)?;
                if call.inputs.insert(input.name.to_owned(), value).is_some() {
                    return Err(Message::new("usage-twice").with("argument", input.name).into());
                }
            }
        }
    }
    let missing = |call: &ProbeCall| call.probe.inputs().iter().find(|i| i.needed && !call.inputs.contains_key(i.name));
    if let Some((call, input)) = calls.iter().find_map(|call| Some((call, missing(call)?))) {
        let message = Message::new("probe-input-needed").with("name", call.probe.id());
        let example = match input.words {
            Some(words) => words.join("|"),
            None => Message::new("probe-input-any").text(lang),
        };
        return Err(message.with("input", input.name).with("example", example).into());
    }
    let mut once: Vec<ProbeCall> = Vec::new();
    for call in calls {
        if !once.contains(&call) {
            once.push(call);
        }
    }
    Ok(once)
}

fn check_of(name: &str) -> Result<ProbeCall, Refused> {
    let Some(probe) = ProbeKind::named(name) else {
        let known = ProbeKind::ALL.map(|(id, _)| id);
        let message = unknown("probe-name-unknown", name, nearest(name, known));
        let list = Message::new("probe-name-list").with("names", known.join(", "));
        return Err(Refused { message, advice: vec![list] });
    };
    Ok(ProbeCall { path: name.to_owned(), probe, inputs: IndexMap::new(), deadline: DEADLINE })
}

fn input_of(probe: ProbeKind, name: &str) -> Result<Input, Refused> {
    let inputs = probe.inputs();
    inputs.iter().find(|input| input.name == name).copied().ok_or_else(|| {
        if inputs.is_empty() {
            return Message::new("probe-input-none").with("probe", probe.id()).into();
        }
        let known: Vec<&str> = inputs.iter().map(|input| input.name).collect();
        let message = unknown("probe-input-unknown", name, nearest(name, known.iter().copied()));
        message.with("probe", probe.id()).with("known", known.join(", ")).into()
    })
}

/// "There is no …", with the nearest name where there is one.
fn unknown(key: &str, name: &str, near: Option<&str>) -> Message {
    match near {
        Some(near) => Message::new(format!("{key}-nearest")).with("name", name).with("nearest", near),
        None => Message::new(key).with("name", name),
    }
}

/// A value, as a flow would have it from the person.
fn read(input: Input, written: &str, lang: Lang) -> Result<Value, Refused> {
    let format = format_of(input.name);
    let kept = match judge(written, Some(format)) {
        Verdict::Clean => written.to_owned(),
        Verdict::Shortened(rest, _) => rest,
        Verdict::Refused(kind) => {
            let message = Message::new("secret-refused").with("kind", kind.name());
            let freely = matches!(format, TextFormat::Free | TextFormat::Error);
            let instead = if freely { kind.instead() } else { Message::new("secret-instead-line") };
            return Err(Refused { message, advice: vec![instead, Message::new("probe-secret-typed")] });
        }
    };
    if let Some(words) = input.words {
        let word = kept.trim();
        return if words.contains(&word) {
            Ok(Value::Choice(word.to_owned()))
        } else {
            let names: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            Err(Message::new("usage-bad-word")
                .with("argument", input.name)
                .with("value", word)
                .with("valid", names)
                .into())
        };
    }
    let question = Question { form: Form::Text(format), can_skip: false };
    let context = Context { lang, zone: TimeZone::UTC, now: Timestamp::UNIX_EPOCH };
    // Of a text that is no secret only an empty one is refused.
    answer::given(&question, &Given::Text(kept), &context)
        .map_err(|_| Message::new("usage-missing-value").with("argument", input.name).into())
}

/// What such an input holds, for whoever judges whether it is a secret.
fn format_of(input: &str) -> TextFormat {
    match input {
        "tx" => TextFormat::TxHash,
        "address" | "a" | "b" => TextFormat::Address,
        "url" => TextFormat::Url,
        "text" => TextFormat::Error,
        _ => TextFormat::Free,
    }
}
