//! `events`: what happens in a test, one string an event.

use super::super::reader::Node;
use super::inner;
use crate::diagnostic::{Findings, Rule};
use crate::hours::holiday;
use crate::i18n::{Lang, Message};
use crate::script::ScriptEvent;
use crate::secrets::Kind;
use crate::source::Span;
use crate::wording::nearest;

/// Every first word of an event that is no answer.
pub const WORDS: [&str; 18] = [
    "answer", "seen", "probe", "back", "change", "drop", "flow", "lang", "country", "clock", "give-up", "resume",
    "words", "note", "exposed", "refused", "consent", "attach",
];

/// Reads one event.
pub(super) fn read(node: Node<'_>) -> Option<(ScriptEvent, Span)> {
    let word = node.word()?;
    let event = event(word.text);
    if event.is_none() {
        refuse(word.text, word.span, node.findings());
    }
    event.map(|event| (event, inner(&word)))
}

fn event(text: &str) -> Option<ScriptEvent> {
    let text = text.trim();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim();
    let own = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if first == "flow" && rest.starts_with('=') {
        return own(rest[1..].trim()).map(|flow| ScriptEvent::Flow(String::new(), flow));
    }
    // What goes on with an equals sign is an answer, whatever its step is called.
    if rest.starts_with('=') || first.contains('=') {
        return assignment(text).map(|(path, value)| ScriptEvent::Answer(path, value));
    }
    match first {
        "answer" => assignment(rest).map(|(path, value)| ScriptEvent::Answer(path, value)),
        "seen" => path(rest).map(ScriptEvent::Seen),
        "probe" => assignment(rest).map(|(path, result)| ScriptEvent::Probe(path, result)),
        "resume" if rest.is_empty() => Some(ScriptEvent::Resume),
        "refused" => refused(rest),
        "consent" => consent(rest),
        "attach" => attach(rest),
        "back" if rest.is_empty() => Some(ScriptEvent::Back),
        "change" => assignment(rest).map(|(path, value)| ScriptEvent::Change(path, value)),
        "drop" => path(rest).map(ScriptEvent::Drop),
        "flow" => assignment(rest).map(|(path, flow)| ScriptEvent::Flow(path, flow)),
        "lang" => Lang::ALL.into_iter().find(|lang| lang.tag() == rest).map(ScriptEvent::Lang),
        "country" => own(rest).filter(|code| holiday::is_country(code)).map(ScriptEvent::Country),
        "clock" => rest.strip_prefix('+')?.parse().ok().map(ScriptEvent::Clock),
        "give-up" if rest.is_empty() => Some(ScriptEvent::GiveUp),
        "words" => own(rest).map(ScriptEvent::Words),
        "note" => own(rest).map(ScriptEvent::Note),
        "exposed" => match rest {
            "yes" => Some(ScriptEvent::Exposed(true)),
            "no" => Some(ScriptEvent::Exposed(false)),
            _ => None,
        },
        _ => None,
    }
}

/// `PATH KIND`; the kind is one that the secret filter knows.
fn refused(text: &str) -> Option<ScriptEvent> {
    let (at, kind) = text.split_once(char::is_whitespace)?;
    let kind = Kind::named(kind.trim())?;
    path(at).map(|path| ScriptEvent::Refused(path, kind.id().to_owned()))
}

/// `yes` or `no`, and the hosts that were shown.
fn consent(text: &str) -> Option<ScriptEvent> {
    let mut words = text.split_whitespace();
    let yes = match words.next()? {
        "yes" => true,
        "no" => false,
        _ => return None,
    };
    Some(ScriptEvent::Consent(yes, words.map(str::to_owned).collect()))
}

/// `NAME SIZE SHA256`; the name is that of a file without its folder and may have spaces.
fn attach(text: &str) -> Option<ScriptEvent> {
    let (rest, sha256) = text.rsplit_once(char::is_whitespace)?;
    let (name, size) = rest.trim_end().rsplit_once(char::is_whitespace)?;
    let (name, size) = (name.trim_end(), size.parse().ok()?);
    let is_hash =
        sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let is_name = !name.is_empty() && !name.contains(['/', '\\']);
    (is_hash && is_name).then(|| ScriptEvent::Attach(name.to_owned(), size, sha256.to_owned()))
}

/// `PATH = VALUE`.
fn assignment(text: &str) -> Option<(String, String)> {
    let (left, value) = text.split_once('=')?;
    let value = value.trim();
    (!value.is_empty()).then(|| path(left.trim())).flatten().map(|path| (path, value.to_owned()))
}

fn path(text: &str) -> Option<String> {
    (!text.is_empty() && !text.contains(char::is_whitespace)).then(|| text.to_owned())
}

fn refuse(text: &str, span: Span, findings: &Findings) {
    let first = text.split_whitespace().next().unwrap_or_default();
    let help = match nearest(first, WORDS).filter(|near| *near != first) {
        Some(near) => Message::new("did-you-mean").with("name", near),
        None => Message::new("bad-value-event-help"),
    };
    findings.report_with(Rule::BadValue, span, Message::new("bad-value-event").with("value", text), Some(help));
}
