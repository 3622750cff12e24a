//! Where the words of a note come from: somebody who is asked, or all of standard input.

use super::part::Part;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::i18n::{Lang, Message};
use crate::prompt::plain::Plain;
use crate::prompt::{Form, Prompter, Screen, Typed, Wiped};
use crate::secrets::cover;
use crate::terminal::Terminal;
use crate::wording::refusal;
use std::io::{self, Write as _};
use zeroize::Zeroizing;

/// To whom it is said what became of a part: somebody at a terminal, or whoever reads standard error.
pub(super) struct Voice<'v> {
    pub(super) context: &'v Context,
    /// `None`: nobody is asked.
    pub(super) prompter: Option<&'v mut dyn Prompter>,
}

impl Voice<'_> {
    /// Says something.
    pub(super) fn say(&mut self, lang: Lang, message: &Message) -> Result<(), Exit> {
        match &mut self.prompter {
            Some(prompter) => {
                prompter.say(&cover(&message.text(lang))).map_err(|error| broken(self.context, &error))?;
            }
            None => self.context.say_in(lang, message),
        }
        Ok(())
    }

    /// Says what is wrong.
    pub(super) fn complain(&mut self, lang: Lang, message: &Message) -> Result<(), Exit> {
        if self.prompter.is_some() {
            return self.say(lang, message);
        }
        self.context.complain(message);
        Ok(())
    }

    /// Takes what was just typed off the screen, where that is possible.
    pub(super) fn wipe(&mut self) -> Result<Wiped, Exit> {
        match &mut self.prompter {
            Some(prompter) => prompter.wipe().map_err(|error| broken(self.context, &error)),
            None => Ok(Wiped::Unshown),
        }
    }
}

/// Watches the terminal: a signal ends the program, and that nothing was noted is said.
pub(super) fn watched(context: &Context) -> Result<Terminal, Exit> {
    let nothing = Message::new("note-nothing").text(context.lang);
    let watched = Terminal::watch(move || {
        let _ = writeln!(io::stderr(), "\n{nothing}");
    });
    watched.map_err(|error| broken(context, &error))
}

/// A part as it is asked. `before`: what was typed when it was asked the last time.
pub(super) fn screen(part: Part, question: &Message, lang: Lang, before: Option<&str>) -> Screen {
    Screen {
        path: format!("<note {}>", part.option()),
        visit: 1,
        lang,
        form: Form::Line,
        title: None,
        notices: Vec::new(),
        text: cover(&question.text(lang)).into_owned(),
        channels: Vec::new(),
        options: Vec::new(),
        default: before.map(str::to_owned).into_iter().collect(),
        default_words: before.map(str::to_owned),
        format_words: None,
        ahead: None,
        urgent: false,
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

/// Says that the terminal is gone.
pub(super) fn broken(context: &Context, error: &io::Error) -> Exit {
    context.complain(&Message::new("terminal-broken").with("reason", refusal(error)));
    Exit::Inaccessible
}
