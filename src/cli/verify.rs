//! `verify`: whether a pasted summary is whole, and what became of it if it is not.

use super::args::support::VerifyArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::pasted;
use crate::i18n::Message;
use crate::record;
use crate::seal::{Damage, Kind, Verdict, verify};
use crate::wording::{one_line, wrap};
use serde_json::Value;

/// Runs `verify`.
pub fn run(context: &Context, args: &VerifyArgs) -> Exit {
    settle(judge(context, args))
}

fn judge(context: &Context, args: &VerifyArgs) -> Result<Exit, Exit> {
    if args.file.is_none() && context.input_is_terminal {
        context.say(&Message::new("verify-paste"));
    }
    let pasted = pasted::text(context, args.file.as_deref())?;
    let inner = inner(&pasted);
    let mut verdicts = verify(inner.as_deref().unwrap_or(&pasted));
    if verdicts.is_empty() {
        context.complain(&Message::new(nothing(&pasted)));
        return Err(Exit::Usage);
    }
    // One that was quoted again and again is told once.
    let mut told_of: Vec<Verdict> = Vec::new();
    verdicts.retain(|verdict| {
        let new = !told_of.contains(verdict);
        if new {
            told_of.push(verdict.clone());
        }
        new
    });
    let mut text = String::new();
    let payload = inner.map(|_| Message::new("verify-payload"));
    for message in payload.into_iter().chain(verdicts.iter().flat_map(told)) {
        for line in wrap(&one_line(&message.text(context.lang)), context.width) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    context.print(&text)?;
    let whole = verdicts.iter().all(|verdict| verdict.damages.is_empty());
    Ok(if whole { Exit::Done } else { Exit::Findings })
}

/// What a payload for a ticket system holds: the texts in JSON, or what an address of a form fills in.
fn inner(text: &str) -> Option<String> {
    let text = text.trim();
    let mut all = Vec::new();
    let document = serde_json::from_str::<Value>(text).ok();
    match document {
        Some(document) if document["schema"].is_null() => gather(&document, &mut all),
        None if text.starts_with("https://") && !text.contains(char::is_whitespace) => {
            all.push(decoded(text.split_once('?')?.1));
        }
        _ => {}
    }
    all.retain(|text| text.contains("walletfix verify"));
    (!all.is_empty()).then(|| all.join("\n"))
}

fn gather(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|value| gather(value, all)),
        Value::Object(map) => map.values().for_each(|value| gather(value, all)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Each parameter on lines of its own, without percent-encoding (RFC 3986, 2.1).
fn decoded(query: &str) -> String {
    let query = query.replace('&', "\n");
    let mut pieces = query.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let byte = piece.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.extend(byte);
        bytes.extend_from_slice(piece.get(2..).filter(|_| byte.is_some()).unwrap_or(piece).as_bytes());
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a text is in which no summary was found.
fn nothing(text: &str) -> &'static str {
    match () {
        () if record::read(text.as_bytes()).is_some() => "verify-journal",
        () if serde_json::from_str::<Value>(text.trim()).is_ok_and(|it| it.is_object()) => "verify-other-json",
        () => "verify-none",
    }
}

/// One line about a summary, and one about each thing that is wrong with it.
fn told(verdict: &Verdict) -> Vec<Message> {
    let name = match (&verdict.id, verdict.is_document) {
        (Some(id), false) => Message::new("verify-summary").with("id", id.as_str()),
        (Some(id), true) => Message::new("verify-summary-json").with("id", id.as_str()),
        (None, _) => Message::new("verify-summary-unnamed"),
    };
    let head = match verdict.damages.as_slice() {
        [] if verdict.is_document => "verify-intact-json",
        [] => "verify-intact",
        [Damage { kind: Kind::Unsealed, .. }] => {
            return vec![Message::new("verify-unsealed").with("summary", name)];
        }
        _ => "verify-damaged",
    };
    let damages = verdict.damages.iter().map(damage);
    std::iter::once(Message::new(head).with("summary", name)).chain(damages).collect()
}

fn damage(damage: &Damage) -> Message {
    let number = |line: usize| i64::try_from(line).unwrap_or(i64::MAX);
    let key = match &damage.kind {
        Kind::Changed => "verify-changed",
        Kind::Missing => "verify-missing",
        Kind::Added => "verify-added",
        Kind::Somewhere => "verify-somewhere",
        Kind::Seal => "verify-seal",
        Kind::Sealless | Kind::Unsealed => "verify-sealless",
        Kind::Broken(line, column) => {
            return Message::new("verify-broken").with("line", number(*line)).with("column", number(*column));
        }
        Kind::Cut(words) => {
            let key = if damage.part.is_some() { "verify-cut" } else { "verify-cut-document" };
            let message = Message::new(key).with("words", words.as_str());
            return with_part(message, damage);
        }
    };
    with_part(Message::new(key), damage)
}

/// Names the part and where it stands now.
fn with_part(message: Message, damage: &Damage) -> Message {
    let Some(part) = damage.part.clone() else { return message };
    let part = match damage.lines {
        Some((first, last)) if first == last => Message::new("verify-part-line").with("part", part).with("line", first),
        Some((first, last)) => {
            Message::new("verify-part-lines").with("part", part).with("first", first).with("last", last)
        }
        None => Message::new("verify-part").with("part", part),
    };
    message.with("part", part)
}
