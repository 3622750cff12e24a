//! One question from the first row to the answer: draws it, reads keys, draws again, and notices when the window changes.
//! The same loop for lists, lines and notes.

use super::canvas::Canvas;
use super::history::History;
use super::keys::Key;
use super::list::{List, Outcome, Under};
use super::page::{Page, Size, widest};
use super::reader::{Heard, Keys};
use crate::palette::Tone;
use crate::prompt::layout::Line;
use crate::prompt::{BETWEEN_LINES, Command, Typed};
use crate::terminal::Terminal;
use console::Term;
use std::io;
use std::time::Duration;

/// How often to look whether the window has another size.
const LOOK_AT_SIZE: Duration = Duration::from_millis(100);

/// How a question ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Typed(Typed),
    /// Options, by index.
    Picked(Vec<usize>),
    Command(Command),
    /// Ctrl-D, or the terminal is gone.
    Input,
    /// Something else came up while nothing was typed.
    Disturbed,
}

/// What of the question stands above for good.
#[derive(Debug, Clone, Copy)]
struct Printed {
    columns: usize,
    widest: usize,
    low: bool,
    /// How many rows of it stand below the question.
    below: usize,
}

/// Asked a few times a second while nobody types.
pub(super) type Disturbance<'t> = &'t dyn Fn() -> bool;

/// A question that stands open.
pub(super) struct Asking<'a, 't> {
    pub(super) terminal: &'t Terminal,
    pub(super) term: &'a Term,
    pub(super) keys: Keys<'t>,
    pub(super) canvas: Canvas<'a>,
    pub(super) page: Page<'a>,
    pub(super) list: List<'a>,
    pub(super) history: &'a mut History,
    pub(super) disturbance: Option<Disturbance<'t>>,
    /// Whether help was asked for by one key just before: people press Enter behind it.
    pub(super) helped: bool,
    printed: Option<Printed>,
    /// What of it is still to be printed, where it is read a window at a time.
    unread: Vec<Line>,
    /// How many rows of it were printed last, while somebody reads them.
    reading: Option<usize>,
    /// How many rows stood below what was printed, at most, in a window of what size.
    highest: (usize, Option<Size>),
}

/// What a question is asked with.
pub(super) struct Means<'a, 't> {
    pub(super) terminal: &'t Terminal,
    pub(super) term: &'a Term,
    pub(super) keys: Keys<'t>,
    pub(super) canvas: Canvas<'a>,
    pub(super) history: &'a mut History,
    pub(super) disturbance: Option<Disturbance<'t>>,
    pub(super) helped: bool,
}

impl<'a, 't> Asking<'a, 't> {
    /// Nothing of it is shown yet.
    pub(super) fn new(means: Means<'a, 't>, page: Page<'a>, list: List<'a>) -> Self {
        let Means { terminal, term, keys, canvas, history, disturbance, helped } = means;
        Self {
            terminal,
            term,
            keys,
            canvas,
            page,
            list,
            history,
            disturbance,
            helped,
            printed: None,
            unread: Vec::new(),
            reading: None,
            highest: (0, None),
        }
    }

    /// Whether the question stands above for good.
    pub(super) fn is_printed(&self) -> bool {
        self.printed.is_some()
    }

    /// Asks until it is answered; then it still stands there. Errors: the terminal is gone.
    pub(super) fn ask(&mut self) -> io::Result<Ending> {
        self.term.write_str(PASTE_ON)?;
        let ending = self.listen();
        self.term.write_str(PASTE_OFF)?;
        ending
    }

    fn listen(&mut self) -> io::Result<Ending> {
        loop {
            self.serve()?;
            match self.keys.next(LOOK_AT_SIZE)? {
                Heard::End => return Ok(Ending::Input),
                Heard::Nothing => {
                    if !self.keys.is_in_between() && !self.list.is_begun() && self.disturbance.is_some_and(|now| now())
                    {
                        return Ok(Ending::Disturbed);
                    }
                }
                Heard::Key(key) => {
                    let mut next = Some(key);
                    // All that came at once is drawn at once.
                    while let Some(key) = next {
                        if let Some(ending) = self.press(key)? {
                            return Ok(ending);
                        }
                        next = self.keys.ready();
                    }
                }
            }
        }
    }

    /// Does what is wanted of a question besides keys: it stops when it is to, and stands there as the window is now.
    fn serve(&mut self) -> io::Result<()> {
        if self.terminal.is_to_stop() {
            self.suspend()?;
        }
        self.draw()
    }

    fn press(&mut self, key: Key) -> io::Result<Option<Ending>> {
        let mut key = key;
        if self.reading.is_some() && self.turns(&key)? {
            return Ok(None);
        }
        if std::mem::take(&mut self.helped) && key == Key::Enter {
            return Ok(None);
        }
        let outcome = loop {
            match key {
                Key::Enter => match self.pasted_behind()? {
                    None => break self.list.enter(),
                    Some(next) => {
                        if next != Key::Enter {
                            self.list.go_on();
                        }
                        key = next;
                    }
                },
                Key::Char('?' | '？') if self.list.is_bare_list() => match self.pasted_behind()? {
                    None => {
                        self.helped = true;
                        break Outcome::Command(Command::Help);
                    }
                    Some(next) => {
                        self.list.take(&Key::Char('?'), self.history);
                        key = next;
                    }
                },
                Key::Char(' ' | '\u{3000}') if self.is_between_words() => {
                    break self.list.take(&Key::Paste(" ".into()), self.history);
                }
                Key::Interrupt => self.terminal.interrupt(),
                Key::EndOfInput if !self.list.is_written() => return Ok(Some(Ending::Input)),
                Key::EndOfInput => break self.list.take(&Key::Delete, self.history),
                Key::Suspend if !Terminal::CAN_STOP => break Outcome::On,
                Key::Suspend => {
                    self.suspend()?;
                    break Outcome::On;
                }
                Key::Redraw => {
                    self.canvas.erase()?;
                    break Outcome::On;
                }
                key => break self.list.take(&key, self.history),
            }
        };
        Ok(match outcome {
            Outcome::On => None,
            Outcome::Typed(text) => Some(Ending::Typed(text)),
            Outcome::Picked(places) => Some(Ending::Picked(places)),
            Outcome::Command(command) => Some(Ending::Command(command)),
        })
    }

    /// Whether a space that came now stands between words that were pasted, and ticks nothing.
    fn is_between_words(&mut self) -> bool {
        let is_text = matches!(self.keys.peek(), Some(Key::Char(character)) if !character.is_whitespace());
        is_text && !self.list.line().text().is_empty()
    }

    /// What was written right behind a key, which then was no key but part of a pasted text: many terminals do not say that
    /// a text is pasted, and a phrase with a word on each line must not answer twelve questions.
    fn pasted_behind(&mut self) -> io::Result<Option<Key>> {
        loop {
            match self.keys.next(BETWEEN_LINES)? {
                Heard::Key(key @ (Key::Enter | Key::Interrupt | Key::Char(_) | Key::Paste(_))) => return Ok(Some(key)),
                Heard::Nothing if self.keys.is_in_between() => self.serve()?,
                _ => return Ok(None),
            }
        }
    }

    /// Gives the terminal to the shell until somebody calls the program back. The question then stands far above, so it is
    /// shown again.
    fn suspend(&mut self) -> io::Result<()> {
        self.term.write_str(PASTE_OFF)?;
        self.canvas.pass(!self.list.line().text().is_empty())?;
        self.terminal.suspend()?;
        self.printed = None;
        self.term.write_str(PASTE_ON)
    }

    /// What a key does while the question is read a window at a time: it shows the next part or does nothing. `false`: it
    /// is no such key, and what is left to read stands above.
    fn turns(&mut self, key: &Key) -> io::Result<bool> {
        match key {
            Key::Enter | Key::Char(' ' | '\u{3000}') | Key::Down | Key::PageDown => self.turn(self.canvas.size())?,
            Key::Up | Key::PageUp | Key::Left | Key::Right | Key::Home | Key::End => {}
            Key::Escape | Key::Interrupt | Key::EndOfInput | Key::Suspend | Key::Redraw => return Ok(false),
            _ => {
                self.reading = None;
                let unread = std::mem::take(&mut self.unread);
                self.canvas.print(unread)?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Prints the next part for good; behind the last there is nothing more to read.
    fn turn(&mut self, size: Size) -> io::Result<()> {
        let room = size.rows.saturating_sub(self.page.more(size).rows.len()).max(1);
        let part: Vec<Line> = self.unread.drain(..room.min(self.unread.len())).collect();
        self.reading = (!part.is_empty()).then_some(part.len());
        self.canvas.print(part)
    }

    fn draw(&mut self) -> io::Result<()> {
        let size = self.canvas.settled();
        self.list.catch_up();
        self.list.set_low(size.is_low());
        if self.printed.is_some_and(|printed| printed.low && !size.is_low()) {
            self.canvas.take_back()?;
            self.printed = None;
        }
        if self.printed.is_none() {
            self.reading = None;
        }
        if self.printed.is_none()
            && let Some(picture) = self.page.whole(&mut self.list, size)
        {
            return self.canvas.draw(picture, size);
        }
        if self.is_to_be_printed(size) {
            let lines = self.page.for_good(&self.list, size);
            let below = lines.iter().rev().take_while(|line| line.tone == Tone::Hint).count();
            self.printed = Some(Printed { columns: size.columns, widest: widest(&lines), low: size.is_low(), below });
            self.highest = (0, None);
            self.reading = None;
            // What was printed before says the same.
            self.canvas.take_back()?;
            if self.page.is_read_in_parts(&lines, size) {
                self.unread = lines;
                self.turn(size)?;
            } else {
                self.canvas.print(lines)?;
            }
        }
        let mut picture = self.page.rest(&mut self.list, size, false);
        if self.highest.1 != Some(size) {
            self.highest = (0, Some(size));
        }
        self.highest.0 = self.highest.0.max(picture.rows.len());
        let is_out = self.printed.is_some_and(|printed| printed.below + self.highest.0 >= size.rows);
        if is_out && !self.list.has_options() && self.list.under() == Under::Nothing {
            // The question has left the window, and what was printed does not come back.
            picture = self.page.rest(&mut self.list, size, true);
        }
        if let Some(part) = self.reading {
            // What was read last stays in sight above the answers, if they leave room for it.
            if !self.unread.is_empty() || part + picture.rows.len() > size.rows {
                return self.canvas.draw(self.page.more(size), size);
            }
            self.reading = None;
        }
        self.canvas.draw(picture, size)
    }

    /// Whether what was printed for good says too little, or became too wide for the window.
    fn is_to_be_printed(&self, size: Size) -> bool {
        self.printed.is_none_or(|printed| {
            let narrower = size.columns < printed.columns && printed.widest >= size.columns;
            narrower || size.is_low() && !printed.low
        })
    }
}

/// The terminal says what is pasted.
const PASTE_ON: &str = "\x1b[?2004h";
const PASTE_OFF: &str = "\x1b[?2004l";
