//! Shows every screen in both languages and hands it on to whoever asks; says when a file was saved meanwhile.

use super::columns::{is_reload, merged, text};
use super::edits::Edits;
use crate::cli::context::columns;
use crate::i18n::Lang;
use crate::palette::Palette;
use crate::prompt::{Beside, Prompter, Reply, Screen, Wiped};
use std::cell::RefCell;
use std::io::{self, Write as _};
use std::time::Duration;

/// A way to ask, seen by an author.
pub(super) struct Both<'b> {
    inner: &'b mut dyn Prompter,
    edits: &'b RefCell<Edits>,
    palette: Palette,
    beside: Option<Beside>,
}

impl<'b> Both<'b> {
    /// Asks by `inner`.
    pub(super) fn new(inner: &'b mut dyn Prompter, edits: &'b RefCell<Edits>, palette: Palette) -> Self {
        Self { inner, edits, palette, beside: None }
    }
}

impl Prompter for Both<'_> {
    fn compares(&self) -> bool {
        true
    }

    fn beside(&mut self, beside: Beside) {
        self.beside = Some(beside);
    }

    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        let beside = self.beside.take().filter(|beside| beside.screen.path == screen.path);
        // Saved between two questions.
        if self.edits.borrow_mut().are_there_now() {
            return Ok(Reply::Changed);
        }
        let screen = match beside {
            Some(beside) => {
                if !screen.notices.is_empty() {
                    self.inner.say("")?;
                }
                for notice in &screen.notices {
                    self.inner.say(notice)?;
                }
                let columns = columns().saturating_sub(1);
                let text = text(screen, &beside, columns, self.palette);
                // Past the wrapping of whoever asks: the lines are laid out already.
                io::stderr().write_all(text.as_bytes())?;
                Screen { notices: Vec::new(), ..merged(screen, &beside, columns) }
            }
            None => screen.clone(),
        };
        let reply = self.inner.ask(&screen)?;
        let again = match &reply {
            Reply::Typed(line) if is_reload(line) => true,
            Reply::Typed(line) if line.trim().is_empty() => self.edits.borrow_mut().are_there_now(),
            _ => false,
        };
        Ok(if again { Reply::Changed } else { reply })
    }

    fn help(&self) -> &'static str {
        self.inner.help()
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        self.inner.say(paragraph)
    }

    fn wipe(&mut self) -> io::Result<Wiped> {
        self.inner.wipe()
    }

    fn wait(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        self.inner.wait(label, lang, deadline, done)
    }
}
