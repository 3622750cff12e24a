//! A line that somebody types for the program itself, not for a step.

use super::Walk;
use super::lists::Picked;
use super::person::Answered;
use super::secret::Heard;
use crate::answer::{Form, Question};
use crate::flow::step::TextFormat;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::prompt::{self, Reply};
use std::io;

/// What became of it.
pub(super) enum Named {
    Line(String),
    /// Enter alone, which is an answer too.
    Nothing,
    Other(Picked),
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Words that are kept: read and judged like every answer.
    Words,
    /// The path of a file, which is not kept: taken as it was typed, gaps and all, and a name of digits only is no card
    /// number. What a summary says of it is covered there.
    Path,
}

impl Walk<'_, '_> {
    /// Asks for it; `how` says what to write and what Enter alone means.
    pub(super) fn line(&mut self, wanted: Wanted, path: &str, text: &str, how: &Message) -> io::Result<Named> {
        let question = Question { form: Form::Text(TextFormat::Free), can_skip: false };
        loop {
            let lang = self.lang();
            let mut screen = self.blank(path, Message::new(text).text(lang));
            screen.form = prompt::Form::Line;
            screen.format_words = Some(how.text(lang));
            let heard = match wanted {
                Wanted::Words => self.hear(&screen, Some(&question))?,
                Wanted::Path => {
                    let reply = self.prompter.ask(&screen)?;
                    self.waited_no_more();
                    Heard::Reply(reply)
                }
            };
            let reply = match heard {
                Heard::Reply(reply) => reply,
                Heard::Again => continue,
                Heard::Moved => return Ok(Named::Other(Picked::Moved)),
                Heard::Finish(finish) => return Ok(Named::Other(Picked::Finish(finish))),
            };
            return Ok(match (self.read(&question, &reply, path)?, &reply) {
                (Answered::Value(_), Reply::Typed(line)) if wanted == Wanted::Path => {
                    Named::Line(line.trim().to_owned())
                }
                (Answered::Value(Value::Text(line)), _) => Named::Line(line),
                (Answered::Value(_) | Answered::Empty, _) => Named::Nothing,
                (Answered::Command(command), _) => Named::Other(Picked::Command(command)),
                (Answered::Finish(finish), _) => Named::Other(Picked::Finish(finish)),
                (Answered::Again, _) => continue,
            });
        }
    }
}
