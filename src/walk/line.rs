//! A line that somebody types for the program itself, not for a step.

use super::Walk;
use super::lists::Picked;
use super::person::Answered;
use super::secret::Heard;
use crate::answer::{Form, Question};
use crate::flow::step::TextFormat;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::prompt;
use std::io;

/// What became of it.
pub(super) enum Named {
    Line(String),
    /// Enter alone, which is an answer too.
    Nothing,
    Other(Picked),
}

impl Walk<'_, '_> {
    /// Asks for it; `how` says what to write and what Enter alone means.
    pub(super) fn line(&mut self, path: &str, text: &str, how: &Message) -> io::Result<Named> {
        let question = Question { form: Form::Text(TextFormat::Free), can_skip: false };
        loop {
            let lang = self.lang();
            let mut screen = self.blank(path, Message::new(text).text(lang));
            screen.form = prompt::Form::Line;
            screen.format_words = Some(how.text(lang));
            let reply = match self.hear(&screen, Some(&question))? {
                Heard::Reply(reply) => reply,
                Heard::Again => continue,
                Heard::Moved => return Ok(Named::Other(Picked::Moved)),
                Heard::Finish(finish) => return Ok(Named::Other(Picked::Finish(finish))),
            };
            return Ok(match self.read(&question, &reply, path)? {
                Answered::Value(Value::Text(line)) => Named::Line(line),
                Answered::Value(_) | Answered::Empty => Named::Nothing,
                Answered::Command(command) => Named::Other(Picked::Command(command)),
                Answered::Finish(finish) => Named::Other(Picked::Finish(finish)),
                Answered::Again => continue,
            });
        }
    }
}
