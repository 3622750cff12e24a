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
use std::path::is_separator;

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
    /// The path of a file that is to be: taken as it was typed, gaps and all, and judged with an eye for names of files.
    NewFile,
    /// The path of a file: the same, but whatever is there already may be called what it is called.
    KnownFile,
}

impl Wanted {
    fn is_path(self) -> bool {
        self != Self::Words
    }
}

/// Whether it is written as paths and names of files are: with a folder, or with an ending.
pub(super) fn is_like_path(text: &str) -> bool {
    let text = text.trim().trim_matches(['\'', '"']);
    let ending = text.rsplit_once('.').map(|(_, ending)| ending);
    let is_ending = |ending: &str| (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    text.contains(is_separator) || ending.is_some_and(is_ending)
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
            let heard = self.hear_wanted(&screen, Some(&question), wanted)?;
            let reply = match heard {
                Heard::Reply(reply) => reply,
                Heard::Again => continue,
                Heard::Moved => return Ok(Named::Other(Picked::Moved)),
                Heard::Finish(finish) => return Ok(Named::Other(Picked::Finish(finish))),
            };
            return Ok(match (self.read(&question, &reply, path)?, &reply) {
                (Answered::Value(_), Reply::Typed(line)) if wanted.is_path() => Named::Line(line.trim().to_owned()),
                (Answered::Value(Value::Text(line)), _) => Named::Line(line),
                (Answered::Value(_) | Answered::Empty, _) => Named::Nothing,
                (Answered::Command(command), _) => Named::Other(Picked::Command(command)),
                (Answered::Finish(finish), _) => Named::Other(Picked::Finish(finish)),
                (Answered::Again, _) => continue,
            });
        }
    }
}
