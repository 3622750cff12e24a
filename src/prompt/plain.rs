//! Plain lines: for screen readers, pipes and simple terminals. Nothing moves, nothing is repainted, no escape sequence,
//! and everything is said in words.

use super::layout::{MOST_COLUMNS, advice, head, numbered};
use super::{Form, Prompter, Reply, Screen, Wiped, waiting};
use crate::i18n::{Lang, Message};
use crate::wording::wrap;
use std::io::{self, BufRead, Read, Write};
use std::time::Duration;

/// More than anybody types; what follows on the same line is dropped.
const LONGEST_LINE: u64 = 64 * 1024;

/// Asks by printing numbered options and reading one line.
pub struct Plain<R, W> {
    input: R,
    output: W,
    columns: usize,
    echoed: bool,
    introduced: bool,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    /// Reads lines from `input`, writes lines of at most `columns` columns to `output`.
    pub fn new(input: R, output: W, columns: usize) -> Self {
        Self { input, output, columns: columns.clamp(20, MOST_COLUMNS), echoed: false, introduced: false }
    }

    /// The same for somebody who types at a terminal, which shows the line and its end by itself.
    #[must_use]
    pub fn typed_by_hand(mut self) -> Self {
        self.echoed = true;
        self
    }

    /// Gives back both ends, for reading what was written.
    pub fn into_parts(self) -> (R, W) {
        (self.input, self.output)
    }

    fn introduce(&mut self, lang: Lang) -> io::Result<()> {
        if !self.introduced {
            self.introduced = true;
            self.paragraph(&Message::new("prompt-plain-hint").text(lang))?;
        }
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        for line in wrap(text, self.columns) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// One line without its end; `None` at the end of input. Invalid UTF-8 reads as replacement characters.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let read = self.input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(None);
        }
        if bytes.last() != Some(&b'\n') {
            self.drop_rest_of_line()?;
        }
        Ok(Some(typed(&String::from_utf8_lossy(&bytes))))
    }

    fn drop_rest_of_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                return Ok(());
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(buffer.len(), |at| at + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}

impl<R: BufRead, W: Write> Prompter for Plain<R, W> {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        writeln!(self.output)?;
        for line in head(screen, self.columns) {
            writeln!(self.output, "{}", line.text)?;
        }
        for line in numbered(screen, self.columns) {
            writeln!(self.output, "{line}")?;
        }
        if screen.form == Form::Several {
            self.paragraph(&Message::new("prompt-several-lines").text(screen.lang))?;
        }
        for line in advice(screen, self.columns) {
            writeln!(self.output, "{line}")?;
        }
        self.introduce(screen.lang)?;
        write!(self.output, "{}", Message::new("prompt-answer").text(screen.lang))?;
        self.output.flush()?;
        let line = self.line()?;
        if !self.echoed || line.is_none() {
            writeln!(self.output)?;
            self.output.flush()?;
        }
        Ok(line.map_or(Reply::End, Reply::Typed))
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        self.paragraph(paragraph)?;
        self.output.flush()
    }

    fn wipe(&mut self) -> io::Result<Wiped> {
        Ok(if self.echoed { Wiped::Visible } else { Wiped::Unshown })
    }

    fn wait(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        self.paragraph(&waiting::sentence(label, deadline).text(lang))?;
        self.output.flush()?;
        Ok(waiting::until(deadline, deadline, done, || false))
    }
}

/// A line as it is passed on: without its end and without control characters, tabs as spaces.
pub(super) fn typed(line: &str) -> String {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    line.chars()
        .map(|character| if character == '\t' { ' ' } else { character })
        .filter(|character| !character.is_control())
        .collect()
}
