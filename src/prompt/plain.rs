//! Plain lines: for screen readers, pipes and simple terminals. Nothing moves, nothing is repainted, no escape sequence,
//! and everything is said in words.

use super::layout::{MOST_COLUMNS, advice, head, numbered, steps};
use super::lines::{LONGEST, Lines, typed};
use super::{BETWEEN_LINES, Form, Prompter, Reply, Screen, Typed, Wiped, waiting};
use crate::i18n::{Lang, Message};
use crate::terminal::Terminal;
use crate::wording::wrap;
use std::io::{self, Read, Write};
use std::time::Duration;
use zeroize::Zeroizing;

/// So often somebody who waits is looked after.
const SLICE: Duration = Duration::from_millis(90);

/// No terminal keeps a longer line than this.
const LINE_OF_TERMINAL: usize = 4096;

/// Asks by printing numbered options and reading one line.
pub struct Plain<'t, R, W> {
    lines: Lines<R>,
    output: W,
    columns: usize,
    /// As wide as lines can be that are laid out already.
    room: usize,
    /// Where somebody types by hand.
    terminal: Option<&'t Terminal>,
    introduced: bool,
    kept: bool,
}

impl<'t, R: Read, W: Write> Plain<'t, R, W> {
    /// Reads lines from `input`, writes lines of at most `columns` columns to `output`.
    pub fn new(input: R, output: W, columns: usize) -> Self {
        let room = columns.max(20);
        let columns = room.min(MOST_COLUMNS);
        Self { lines: Lines::of(input), output, columns, room, terminal: None, introduced: false, kept: true }
    }

    /// The same for somebody who types at a terminal, which shows the line and its end by itself, and where several lines
    /// may be pasted as one answer.
    #[must_use]
    pub fn typed_by_hand(mut self, terminal: &'t Terminal) -> Self {
        self.terminal = Some(terminal);
        self
    }

    /// The same for a conversation of which nothing is kept when somebody quits.
    #[must_use]
    pub fn unkept(mut self) -> Self {
        self.kept = false;
        self
    }

    /// The same for a conversation that nobody has any more.
    #[must_use]
    pub fn without_introduction(mut self) -> Self {
        self.introduced = true;
        self
    }

    /// Gives back both ends, for reading what was written.
    pub fn into_parts(self) -> (R, W) {
        (self.lines.into_input(), self.output)
    }

    fn introduce(&mut self, lang: Lang) -> io::Result<()> {
        if !self.introduced {
            self.introduced = true;
            let hint = if self.kept { "prompt-plain-hint" } else { "prompt-plain-hint-unkept" };
            self.paragraph(&Message::new(hint).text(lang))?;
        }
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        for line in wrap(text, self.columns) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// One line without its end, or all that was pasted; `None` at the end of input.
    pub fn line(&mut self) -> io::Result<Option<Typed>> {
        let mut bytes = Zeroizing::new(Vec::new());
        if !self.lines.next(&mut bytes)? {
            return Ok(None);
        }
        if let Some(terminal) = self.terminal {
            self.rest_of_paste(terminal, &mut bytes)?;
            // Whoever ends the input in the middle of a line wants out, and has not answered.
            if bytes.last() != Some(&b'\n') && bytes.len() < LONGEST {
                return Ok(None);
            }
        }
        Ok(Some(typed(&bytes)))
    }

    /// Lines that come at once are one text: a phrase with a word on each line must not answer twelve questions.
    fn rest_of_paste(&mut self, terminal: &Terminal, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut begun = Zeroizing::new(vec![0; LINE_OF_TERMINAL]);
        loop {
            while self.lines.holds_more() || terminal.waits(BETWEEN_LINES)? {
                if !self.lines.next(bytes)? {
                    return Ok(());
                }
            }
            // The last pasted line has no end of its own: the terminal keeps it and would begin the next answer with it.
            // So this one goes on until Enter, as everybody expects who sees it standing there.
            let length = terminal.begun(&mut begun)?;
            if length == 0 {
                return Ok(());
            }
            bytes.extend_from_slice(&begun[..length.min(LONGEST.saturating_sub(bytes.len()))]);
            self.lines.next(bytes)?;
        }
    }
}

impl<R: Read, W: Write> Prompter for Plain<'_, R, W> {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        writeln!(self.output)?;
        for line in head(screen, self.columns, "") {
            writeln!(self.output, "{}", line.text)?;
        }
        for line in numbered(screen, self.columns) {
            writeln!(self.output, "{line}")?;
        }
        if screen.form == Form::Several {
            self.paragraph(&Message::new("prompt-several-lines").text(screen.lang))?;
        }
        for line in advice(screen, self.columns).into_iter().chain(steps(screen, self.columns)) {
            writeln!(self.output, "{line}")?;
        }
        self.introduce(screen.lang)?;
        write!(self.output, "{}", Message::new("prompt-answer").text(screen.lang))?;
        self.output.flush()?;
        let line = self.line()?;
        if self.terminal.is_none() || line.is_none() {
            writeln!(self.output)?;
            self.output.flush()?;
        }
        Ok(line.map_or(Reply::End, Reply::Typed))
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        self.paragraph(paragraph)?;
        self.output.flush()
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        for line in wrap(text, self.room) {
            writeln!(self.output, "{line}")?;
        }
        self.output.flush()
    }

    fn wipe(&mut self) -> io::Result<Wiped> {
        Ok(if self.terminal.is_some() { Wiped::Visible } else { Wiped::Unshown })
    }

    fn wait(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        if done(waiting::UNSEEN.min(deadline)) {
            return Ok(true);
        }
        self.paragraph(&waiting::sentence(label, deadline).text(lang))?;
        let Some(terminal) = self.terminal else {
            self.output.flush()?;
            return Ok(waiting::until(deadline, deadline, done, || false));
        };
        terminal.forget_typed();
        self.paragraph(&Message::new("prompt-wait-enter").text(lang))?;
        self.output.flush()?;
        let (lines, mut ended) = (&mut self.lines, false);
        let finished = waiting::until(deadline, SLICE, done, || match terminal.waits(Duration::ZERO) {
            Ok(false) => false,
            Ok(true) => {
                // What is wrong with the input the next question meets.
                ended = matches!(lines.next(&mut Zeroizing::new(Vec::new())), Ok(false));
                true
            }
            Err(_) => true,
        });
        // What was typed while nothing was asked answers nothing.
        terminal.forget_typed();
        if ended { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(finished) }
    }
}
