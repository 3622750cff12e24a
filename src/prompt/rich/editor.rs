//! Reads one line on a terminal: draws it, redraws it after every key, and leaves it there when it is finished.

use super::keys::{Decoder, Key};
use super::line::{Line, View};
use crate::prompt::BETWEEN_LINES;
use crate::terminal::Terminal;
use crate::wording::width;
use console::Term;
use std::io;
use std::time::Duration;
use zeroize::Zeroizing;

/// How often to look whether the window has another size.
const LOOK_AT_SIZE: Duration = Duration::from_millis(200);

/// How a line ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Enter.
    Entered,
    /// Escape; the line is off the screen and can be gone on with.
    Escaped,
    /// Ctrl-D, or the terminal is gone.
    Input,
    /// Something else came up while nothing was typed.
    Disturbed,
}

/// What is on the screen of the line.
struct Drawn {
    view: View,
    columns: usize,
}

/// Draws on `term` what `terminal` reads.
pub(super) struct Editor<'t> {
    terminal: &'t Terminal,
    term: &'t Term,
    drawn: Option<Drawn>,
    left_over: bool,
    /// Says when to stop waiting for a line.
    disturbance: Option<Disturbance<'t>>,
}

/// Asked a few times a second while nobody types.
type Disturbance<'t> = &'t dyn Fn() -> bool;

impl<'t> Editor<'t> {
    /// An editor for one line.
    pub(super) fn new(terminal: &'t Terminal, term: &'t Term, disturbance: Option<Disturbance<'t>>) -> Self {
        Self { terminal, term, drawn: None, left_over: false, disturbance }
    }

    /// Whether something of the line may stand above it, from when the window became narrower.
    pub(super) fn left_over(&self) -> bool {
        self.left_over
    }

    /// Edits `line` until it ends. Errors: the terminal is gone.
    pub(super) fn edit(&mut self, line: &mut Line) -> io::Result<Ending> {
        self.term.write_str("\x1b[?2004h")?;
        let ending = self.keys(line);
        self.term.write_str("\x1b[?2004l")?;
        let ending = ending?;
        self.erase()?;
        Ok(ending)
    }

    fn keys(&mut self, line: &mut Line) -> io::Result<Ending> {
        let mut decoder = Decoder::default();
        let mut buffer = Zeroizing::new([0; 4096]);
        self.draw(line)?;
        loop {
            let patience = decoder.patience().unwrap_or(LOOK_AT_SIZE);
            let key = match self.terminal.read(buffer.as_mut_slice(), Some(patience))? {
                Some(0) => return Ok(Ending::Input),
                Some(read) => {
                    decoder.feed(&buffer[..read]);
                    decoder.next()
                }
                None if decoder.patience().is_none() && line.text().is_empty() && self.is_disturbed() => {
                    return Ok(Ending::Disturbed);
                }
                None => decoder.give_up(),
            };
            let mut next = key;
            while let Some(key) = next {
                match key {
                    Key::Enter => match self.after_enter(&mut decoder, buffer.as_mut_slice())? {
                        None => return Ok(Ending::Entered),
                        Some(key) => {
                            if key != Key::Enter {
                                line.go_on();
                            }
                            next = Some(key);
                            continue;
                        }
                    },
                    Key::Escape => return Ok(Ending::Escaped),
                    Key::Interrupt => self.terminal.interrupt(),
                    Key::EndOfInput if line.text().is_empty() => return Ok(Ending::Input),
                    Key::EndOfInput => line.press(&Key::Delete),
                    key => line.press(&key),
                }
                next = decoder.next();
            }
            self.draw(line)?;
        }
    }

    fn is_disturbed(&self) -> bool {
        self.disturbance.is_some_and(|disturbance| disturbance())
    }

    /// What was written right behind an Enter, which then was no key but a line break in a pasted text: many terminals do
    /// not say that a text is pasted, and a phrase with a word on each line must not answer twelve questions.
    fn after_enter(&self, decoder: &mut Decoder, buffer: &mut [u8]) -> io::Result<Option<Key>> {
        let next = loop {
            if let Some(key) = decoder.next() {
                break Some(key);
            }
            let patience = decoder.patience().unwrap_or(BETWEEN_LINES);
            match self.terminal.read(buffer, Some(patience))? {
                Some(read @ 1..) => decoder.feed(&buffer[..read]),
                _ => break None,
            }
        };
        Ok(next.filter(|key| matches!(key, Key::Enter | Key::Interrupt | Key::Char(_) | Key::Paste(_))))
    }

    /// Draws the line unless it stands there already.
    fn draw(&mut self, line: &Line) -> io::Result<()> {
        let (rows, columns) = self.term.size();
        let columns = usize::from(columns);
        let view = line.view(columns, usize::from(rows).saturating_sub(1));
        if self.drawn.as_ref().is_some_and(|drawn| drawn.view == view && drawn.columns == columns) {
            return Ok(());
        }
        let mut out = self.way_back(columns);
        out.push_str("\r\x1b[J");
        out.push_str(&view.rows.join("\r\n"));
        let up = view.rows.len() - 1 - view.row;
        let up = if up > 0 { format!("\x1b[{up}A") } else { String::new() };
        self.term.write_str(&format!("{out}{up}\r{}", view.before))?;
        self.terminal.types(Some(view.row));
        self.drawn = Some(Drawn { view, columns });
        Ok(())
    }

    fn erase(&mut self) -> io::Result<()> {
        let columns = usize::from(self.term.size().1);
        let back = self.way_back(columns);
        self.drawn = None;
        self.terminal.types(None);
        self.term.write_str(&format!("{back}\r\x1b[J"))
    }

    /// To the first row of what is drawn. After the window became too narrow for it, nobody knows where that is now, so
    /// the line begins again below: something stands there twice, but nothing above is lost.
    fn way_back(&mut self, columns: usize) -> String {
        match &self.drawn {
            None => String::new(),
            Some(Drawn { view, columns: before }) => {
                if columns < *before && view.rows.iter().any(|row| width(row) >= columns) {
                    self.left_over = true;
                    "\r\n".repeat(view.rows.len() - view.row)
                } else if view.row > 0 {
                    format!("\x1b[{}A", view.row)
                } else {
                    String::new()
                }
            }
        }
    }
}
