//! `sessions note`: what happened after the walk, such as an answer from support.

use super::context::Context;
use super::exit::Exit;
use super::walking;
use crate::i18n::Message;
use crate::record::Journal;
use crate::secrets::{self, Verdict};
use crate::session::event::{Entry, Event};
use crate::wording::refusal;
use std::io::{self, BufRead as _};

/// More than anybody writes down at once, in characters; the same as for an answer.
const LONGEST: usize = 500;

/// Adds a note to a session. Without `words` one line of standard input is the note.
pub fn run(context: &Context, id: &str, words: &[String]) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let refuse = |error| walking::refuse(context, id, &error);
    let path = folder.find(id).map_err(refuse)?;
    let (mut journal, _) = Journal::go_on(&path).map_err(refuse)?;
    let text = if words.is_empty() { asked(context)? } else { words.join(" ") };
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    if text.is_empty() {
        context.complain(&Message::new("text-empty"));
        return Ok(Exit::Usage);
    }
    let mut append = |event| {
        let entry = Entry { at: walking::clock(None)(), event };
        journal.append(&entry).map_err(|error| {
            context.complain(
                &Message::new("session-io").with("path", path.display().to_string()).with("reason", refusal(&error)),
            );
            Exit::Inaccessible
        })
    };
    let text = match secrets::judge(&text, Some(crate::flow::step::TextFormat::Free)) {
        Verdict::Clean => text,
        Verdict::Shortened(rest, kind) => {
            append(Event::Refused(NOTE.to_owned(), kind.id().to_owned()))?;
            context.say(&Message::new("secret-shortened").with("kind", kind.name()).with("rest", rest.as_str()));
            rest
        }
        Verdict::Refused(kind) => {
            append(Event::Refused(NOTE.to_owned(), kind.id().to_owned()))?;
            context.complain(&Message::new("secret-refused").with("kind", kind.name()));
            context.say(&kind.instead());
            return Ok(Exit::Usage);
        }
    };
    append(Event::Note(text))?;
    context.say(&Message::new("session-noted").with("id", journal.id()));
    Ok(Exit::Done)
}

/// The path of what is no step.
const NOTE: &str = "<note>";

fn asked(context: &Context) -> Result<String, Exit> {
    if context.input_is_terminal {
        context.say(&Message::new("session-note-ask"));
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(|error| {
        context.complain(&Message::new("terminal-broken").with("reason", refusal(&error)));
        Exit::Inaccessible
    })?;
    if line.is_empty() {
        context.complain(&Message::new("session-note-missing"));
        return Err(Exit::Unanswered);
    }
    Ok(line)
}
