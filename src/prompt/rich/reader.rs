//! Keys from the terminal, each as soon as it is whole. Of what was read nothing stays behind.

use super::keys::{Decoder, Key};
use super::sequence::late_rest;
use crate::prompt::BETWEEN_LINES;
use crate::terminal::Terminal;
use std::io;
use std::time::{Duration, Instant};
use zeroize::{Zeroize as _, Zeroizing};

/// How late the rest of a sequence may come whose Escape was believed already.
const LATEST_REST: Duration = Duration::from_millis(500);

/// What was heard.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    Key(Key),
    /// Nothing in that time.
    Nothing,
    /// The input has ended, or the terminal is gone.
    End,
}

/// Reads keys.
pub(super) struct Keys<'t> {
    terminal: &'t Terminal,
    decoder: Decoder,
    buffer: Zeroizing<Vec<u8>>,
    /// When an Escape was believed before, until the next bytes come.
    escaped: Option<Instant>,
    /// When the last bytes came.
    heard: Instant,
}

impl<'t> Keys<'t> {
    /// From the terminal. `escaped`: when an Escape was believed that was the last key before.
    pub(super) fn new(terminal: &'t Terminal, escaped: Option<Instant>) -> Self {
        Self {
            terminal,
            decoder: Decoder::default(),
            buffer: Zeroizing::new(vec![0; 4096]),
            escaped,
            heard: Instant::now(),
        }
    }

    /// The next key, waited for that long at most. Errors: the terminal is gone.
    pub(super) fn next(&mut self, patience: Duration) -> io::Result<Heard> {
        if let Some(key) = self.decoder.next() {
            return Ok(Heard::Key(key));
        }
        // The rest of a pasted text may be long on its way, and a window changes meanwhile too.
        let rest = self.decoder.patience().map(|rest| rest.saturating_sub(self.heard.elapsed()));
        let Some(read) =
            self.terminal.read(&mut self.buffer, Some(rest.map_or(patience, |rest| rest.min(patience))))?
        else {
            let over = self.decoder.patience().is_some_and(|rest| self.heard.elapsed() >= rest);
            let given_up = if over { self.decoder.give_up() } else { None };
            if given_up == Some(Key::Escape) {
                self.escaped = Some(Instant::now());
            }
            return Ok(given_up.map_or(Heard::Nothing, Heard::Key));
        };
        self.heard = Instant::now();
        if read == 0 {
            return Ok(Heard::End);
        }
        let late = self.escaped.take().is_some_and(|escaped| escaped.elapsed() < LATEST_REST);
        // The line was so slow that an arrow key passed for Escape. What comes now is no text.
        let rest = if late { late_rest(&self.buffer[..read]) } else { 0 };
        self.decoder.feed(&self.buffer[rest..read]);
        self.buffer[..read].zeroize();
        Ok(self.decoder.next().map_or(Heard::Nothing, Heard::Key))
    }

    /// When an Escape was believed, if nothing came since.
    pub(super) fn escaped(&self) -> Option<Instant> {
        self.escaped
    }

    /// The next key of those that came already.
    pub(super) fn ready(&mut self) -> Option<Key> {
        self.decoder.next()
    }

    /// Whether the rest of a key is on its way.
    pub(super) fn is_in_between(&self) -> bool {
        self.decoder.patience().is_some()
    }

    /// What was written right behind a key, which then was no key but part of a pasted text: many terminals do not say that
    /// a text is pasted, and a phrase with a word on each line must not answer twelve questions.
    pub(super) fn pasted_behind(&mut self) -> io::Result<Option<Key>> {
        loop {
            match self.next(BETWEEN_LINES)? {
                Heard::Key(key @ (Key::Enter | Key::Interrupt | Key::Char(_) | Key::Paste(_))) => return Ok(Some(key)),
                Heard::Nothing if self.is_in_between() => {}
                _ => return Ok(None),
            }
        }
    }
}
