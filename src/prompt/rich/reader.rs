//! Keys from the terminal, each as soon as it is whole. Of what was read nothing stays behind.

use super::keys::{Decoder, Key};
use super::late::Late;
use crate::terminal::Terminal;
use std::io;
use std::time::{Duration, Instant};
use zeroize::{Zeroize as _, Zeroizing};

/// How long a question holds still for the rest of a key.
const IN_BETWEEN: Duration = Duration::from_secs(5);

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
    /// A key that was looked at and not taken.
    peeked: Option<Key>,
    buffer: Zeroizing<Vec<u8>>,
    /// Since an Escape was believed that was the last key.
    late: Option<Late>,
    /// When the last bytes came.
    heard: Instant,
}

impl<'t> Keys<'t> {
    /// From the terminal. `late`: an Escape was believed that was the last key before.
    pub(super) fn new(terminal: &'t Terminal, late: Option<Late>) -> Self {
        Self {
            terminal,
            decoder: Decoder::default(),
            peeked: None,
            buffer: Zeroizing::new(vec![0; 4096]),
            late,
            heard: Instant::now(),
        }
    }

    /// The next key, waited for that long at most. Errors: the terminal is gone.
    pub(super) fn next(&mut self, patience: Duration) -> io::Result<Heard> {
        if let Some(key) = self.ready() {
            return Ok(Heard::Key(key));
        }
        // The rest of a pasted text may be long on its way, and a window changes meanwhile too.
        let rest = self.decoder.patience().map(|rest| rest.saturating_sub(self.heard.elapsed()));
        let held = self.late.as_ref().filter(|late| late.is_begun()).map(Late::patience);
        let patience = [rest, held].into_iter().flatten().fold(patience, Duration::min);
        let Some(read) = self.terminal.read(&mut self.buffer, Some(patience))? else {
            return Ok(self.give_up().map_or(Heard::Nothing, Heard::Key));
        };
        self.heard = Instant::now();
        if read == 0 {
            return Ok(Heard::End);
        }
        match &mut self.late {
            None => self.decoder.feed(&self.buffer[..read]),
            // The line was so slow that an arrow key passed for Escape. What comes now is no text.
            Some(late) => {
                if let Some(typed) = late.take(&self.buffer[..read]) {
                    self.decoder.feed(&typed);
                    self.late = None;
                }
            }
        }
        self.buffer[..read].zeroize();
        Ok(self.decoder.next().map_or(Heard::Nothing, Heard::Key))
    }

    /// What has begun and did not go on for too long.
    fn give_up(&mut self) -> Option<Key> {
        if let Some(typed) = self.late.as_mut().and_then(Late::give_up) {
            self.late = None;
            self.decoder.feed(&typed);
            return self.decoder.next();
        }
        let over = self.decoder.patience().is_some_and(|rest| self.heard.elapsed() >= rest);
        let given_up = if over { self.decoder.give_up() } else { None };
        if given_up == Some(Key::Escape) {
            self.late = Some(Late::new());
        }
        given_up
    }

    /// The Escape that was believed, if nothing came since.
    pub(super) fn take_late(&mut self) -> Option<Late> {
        self.late.take()
    }

    /// The next key of those that came already.
    pub(super) fn ready(&mut self) -> Option<Key> {
        self.peeked.take().or_else(|| self.decoder.next())
    }

    /// The same, and it stays the next.
    pub(super) fn peek(&mut self) -> Option<&Key> {
        self.peeked = self.ready();
        self.peeked.as_ref()
    }

    /// Whether the rest of a key is on its way.
    pub(super) fn is_in_between(&self) -> bool {
        let begun = self.decoder.patience().is_some() || self.late.as_ref().is_some_and(Late::is_begun);
        begun && self.heard.elapsed() < IN_BETWEEN
    }
}
