//! A path that somebody types for the program itself, not for a step.

use super::Walk;
use super::lists::Picked;
use super::person::Answered;
use crate::answer::{Form, Question};
use crate::flow::step::TextFormat;
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

impl Walk<'_, '_> {
    /// Asks for it; `how` says what to write and what Enter alone means.
    pub(super) fn line(&mut self, path: &str, text: &str, how: &Message) -> io::Result<Named> {
        let question = Question { form: Form::Text(TextFormat::Free), can_skip: false };
        loop {
            let lang = self.lang();
            let mut screen = self.blank(path, Message::new(text).text(lang));
            screen.form = prompt::Form::Line;
            screen.format_words = Some(how.text(lang));
            // A path is no answer: it is taken as it was typed, gaps and all, and a name of digits only is no card number.
            // What a summary says of it is covered there.
            let reply = self.prompter.ask(&screen)?;
            self.waited_no_more();
            return Ok(match (self.read(&question, &reply, path)?, &reply) {
                (Answered::Value(_), Reply::Typed(line)) => Named::Line(line.trim().to_owned()),
                (Answered::Value(_) | Answered::Empty, _) => Named::Nothing,
                (Answered::Command(command), _) => Named::Other(Picked::Command(command)),
                (Answered::Finish(finish), _) => Named::Other(Picked::Finish(finish)),
                (Answered::Again, _) => continue,
            });
        }
    }
}
