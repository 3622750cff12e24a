//! `sessions note`: what happened after the walk, such as an answer from support.

use super::context::Context;
use super::exit::Exit;
use super::walking;
use crate::answer::{self, Form, Question, Understood};
use crate::flow::step::TextFormat;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::prompt::Typed;
use crate::prompt::plain::Plain;
use crate::record::Journal;
use crate::secrets::{Verdict, judge};
use crate::session::event::{Entry, Event};
use crate::terminal::Terminal;
use crate::wording::refusal;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::io;
use zeroize::Zeroizing;

/// The path of what is no step.
const NOTE: &str = "<note>";

/// Adds a note to a session. Without `words` it is read from standard input.
pub fn run(context: &Context, id: &str, words: &[String]) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let refuse = |error| walking::refuse(context, id, &error);
    let path = folder.find(id).map_err(refuse)?;
    let (mut journal, _) = Journal::go_on(&path).map_err(refuse)?;
    let typed = if words.is_empty() { asked(context)? } else { Typed::from(words.join(" ")) };
    let mut append = |event| {
        journal.append(&Entry { at: Timestamp::now(), event }).map_err(|error| {
            let (path, reason) = (path.display().to_string(), refusal(&error));
            context.complain(&Message::new("session-io").with("path", path).with("reason", reason));
            Exit::Inaccessible
        })
    };
    let text = match judge(&typed, Some(TextFormat::Free)) {
        Verdict::Clean => typed,
        Verdict::Shortened(rest, kind) => {
            append(Event::Refused(NOTE.to_owned(), kind.id().to_owned()))?;
            context.say(&Message::new("secret-shortened").with("kind", kind.name()).with("rest", rest.as_str()));
            Typed::from(rest)
        }
        Verdict::Refused(kind) => {
            append(Event::Refused(NOTE.to_owned(), kind.id().to_owned()))?;
            let looks =
                if words.is_empty() && context.input_is_terminal { "secret-refused-visible" } else { "secret-refused" };
            context.complain(&Message::new(looks).with("kind", kind.name()));
            context.say(&kind.instead());
            if kind.opens_wallet() {
                context.say(&Message::new("secret-note-exposed").with("id", journal.id()));
            }
            return Ok(Exit::Usage);
        }
    };
    let Some(text) = one_line(context, &text) else {
        context.complain(&Message::new("text-empty"));
        return Ok(Exit::Usage);
    };
    append(Event::Note(text))?;
    context.say(&Message::new("session-noted").with("id", journal.id()));
    Ok(Exit::Done)
}

/// A note as an answer in own words is kept: one line, nothing invisible, not too long.
fn one_line(context: &Context, typed: &str) -> Option<String> {
    let question = Question { form: Form::Text(TextFormat::Free), can_skip: false };
    let around = answer::Context { lang: context.lang, zone: TimeZone::UTC, now: Timestamp::now() };
    match answer::read(&question, typed, &around) {
        Ok(Understood::Answer { value: Value::Text(text), notice }) => {
            if let Some(notice) = notice {
                context.say(&notice);
            }
            Some(text)
        }
        _ => None,
    }
}

/// Asks for the note: at a terminal one line, or what was pasted over several; elsewhere all there is.
fn asked(context: &Context) -> Result<Typed, Exit> {
    let by_hand = context.input_is_terminal;
    if by_hand {
        context.say(&Message::new("session-note-ask"));
    }
    let typed = Terminal::watch(|| {}).and_then(|terminal| {
        let mut plain = Plain::new(&terminal, io::stderr(), context.width);
        if by_hand {
            return plain.typed_by_hand(&terminal).line();
        }
        let mut lines = Zeroizing::new(String::new());
        while let Some(line) = plain.line()? {
            lines.push_str(&line);
            lines.push('\n');
        }
        Ok((!lines.is_empty()).then(|| Typed::from(lines.as_str())))
    });
    let typed = typed.map_err(|error| {
        context.complain(&Message::new("terminal-broken").with("reason", refusal(&error)));
        Exit::Inaccessible
    })?;
    typed.ok_or_else(|| {
        context.complain(&Message::new("session-note-missing"));
        Exit::Unanswered
    })
}
