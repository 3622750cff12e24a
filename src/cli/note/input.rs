//! Where the words of a note come from: a terminal, line by line, or all of standard input.

use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::i18n::Message;
use crate::prompt::Typed;
use crate::prompt::plain::Plain;
use crate::terminal::Terminal;
use crate::wording::refusal;
use std::io::{self, Write as _};
use zeroize::Zeroizing;

/// A terminal at which somebody answers a few questions. Until the last is answered nothing is noted.
pub(super) struct Input(Terminal);

impl Input {
    /// Watches the terminal: a signal ends the program, and that nothing was noted is said.
    pub(super) fn of(context: &Context) -> Result<Self, Exit> {
        let nothing = Message::new("note-nothing").text(context.lang);
        let watched = Terminal::watch(move || {
            let _ = writeln!(io::stderr(), "\n{nothing}");
        });
        watched.map(Self).map_err(|error| broken(context, &error))
    }

    /// One line, or what was pasted over several.
    pub(super) fn line(&mut self, context: &Context) -> Result<Typed, Exit> {
        context.say_text(&Message::new("prompt-answer").text(context.lang));
        let mut plain = Plain::new(&self.0, io::stderr(), context.width).typed_by_hand(&self.0);
        let line = plain.line().map_err(|error| broken(context, &error))?;
        line.ok_or_else(|| {
            context.say_text("\n");
            context.say(&Message::new("note-nothing"));
            Exit::Unanswered
        })
    }
}

/// All there is on standard input.
pub(super) fn piped(context: &Context) -> Result<Typed, Exit> {
    let typed = Terminal::watch(|| {}).and_then(|terminal| {
        let mut plain = Plain::new(&terminal, io::stderr(), context.width);
        let mut lines = Zeroizing::new(String::new());
        while let Some(line) = plain.line()? {
            lines.push_str(&line);
            lines.push('\n');
        }
        Ok((!lines.is_empty()).then(|| Typed::from(lines.as_str())))
    });
    typed.map_err(|error| broken(context, &error))?.ok_or_else(|| {
        context.complain(&Message::new("session-note-missing"));
        Exit::Unanswered
    })
}

fn broken(context: &Context, error: &io::Error) -> Exit {
    context.complain(&Message::new("terminal-broken").with("reason", refusal(error)));
    Exit::Inaccessible
}
