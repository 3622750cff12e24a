//! Draws rows at the end of what the terminal shows, and draws them again in the same place.
//!
//! While nothing is typed the cursor is hidden and waits in the first row. Whatever a window does to its text when its size
//! changes, breaking it anew (VTE, tmux) or cutting it off (xterm), the cursor stays in the row that it is in; so all that
//! was drawn begins there and can be taken away to the last cell. While something is typed the cursor has to stand where
//! typing goes on, since an input method opens its window there; then the way back depends on what the window did with the
//! rows above it, which is [reckoned](super::breaking).

use super::breaking::{Above, Resized};
use super::page::{Picture, Size};
use crate::palette::Palette;
use crate::prompt::layout::Line;
use crate::terminal::{CLEAR, Prompt, Terminal};
use console::Term;
use std::io;

/// Rows on a terminal.
pub(super) struct Canvas<'t> {
    terminal: &'t Terminal,
    term: &'t Term,
    palette: Palette,
    resized: Resized,
    drawn: Option<(Picture, Size)>,
    /// Whether some of what was drawn stands above, out of reach.
    left_over: bool,
}

impl<'t> Canvas<'t> {
    /// Nothing, below all that is shown.
    pub(super) fn new(terminal: &'t Terminal, term: &'t Term, palette: Palette, resized: Resized) -> Self {
        Self { terminal, term, palette, resized, drawn: None, left_over: false }
    }

    /// The size of the window.
    pub(super) fn size(&self) -> Size {
        let (rows, columns) = self.term.size();
        Size { rows: rows.into(), columns: columns.into() }
    }

    /// Whether something that was typed may stand above, out of reach, from when the window became narrower.
    pub(super) fn left_over(&self) -> bool {
        self.left_over
    }

    /// Draws a picture unless it stands there already. Errors: the terminal is gone.
    pub(super) fn draw(&mut self, picture: Picture, size: Size) -> io::Result<()> {
        // A window that was narrower in between may have lost what stood at its right.
        let stirred = self.terminal.was_resized();
        if !stirred && self.drawn.as_ref().is_some_and(|drawn| drawn.0 == picture && drawn.1 == size) {
            return Ok(());
        }
        // One write, and no row is empty in between: a window never shows half of it.
        let mut out = format!("\x1b[?25l{}", self.way_back(size));
        let known = match &self.drawn {
            Some((before, at)) if *at == size && !stirred => before.rows.as_slice(),
            _ => &[],
        };
        if known.is_empty() {
            out.push_str(CLEAR);
        }
        let last = picture.rows.len().saturating_sub(1);
        for (at, row) in picture.rows.iter().enumerate() {
            if at > 0 {
                out.push_str("\r\n");
            }
            if at == last || known.get(at) != Some(row) {
                out.push_str(&self.palette.paint(row.tone, &row.text));
                out.push_str(if at == last { "\x1b[J" } else { "\x1b[K" });
            }
        }
        let row = picture.cursor.as_ref().map_or(0, |(row, _)| *row);
        up(&mut out, last - row.min(last));
        out.push('\r');
        if let Some((_, before)) = &picture.cursor {
            out.push_str(before);
            out.push_str("\x1b[?25h");
        }
        self.terminal.shows(match &picture.cursor {
            Some((row, _)) => Prompt::Typed { above: row - picture.typed.min(*row) },
            None => Prompt::List { below: last },
        });
        // What stood there before is gone from memory when it is gone from the screen.
        self.drawn = Some((picture, size));
        self.term.write_str(&out)
    }

    /// Takes everything away. Errors: the terminal is gone.
    pub(super) fn erase(&mut self) -> io::Result<()> {
        let back = self.way_back(self.size());
        self.drawn = None;
        self.terminal.shows(Prompt::None);
        self.term.write_str(&format!("{back}{CLEAR}\x1b[?25h"))
    }

    /// Takes everything away and puts lines in its place that stay. Errors: the terminal is gone.
    pub(super) fn leave(&mut self, lines: &[Line]) -> io::Result<()> {
        let back = self.way_back(self.size());
        self.drawn = None;
        self.terminal.shows(Prompt::None);
        let painted: String = lines.iter().map(|line| self.palette.paint(line.tone, &line.text) + "\r\n").collect();
        self.term.write_str(&format!("{back}{CLEAR}{painted}\x1b[?25h"))
    }

    /// Goes below what is drawn and lets it stand, but for what was typed and all below it where `wiped`: that is drawn
    /// again later, and what is refused then must not stand above, too. Errors: the terminal is gone.
    pub(super) fn pass(&mut self, wiped: bool) -> io::Result<()> {
        let typed = self.drawn.as_ref().map_or(0, |(picture, _)| picture.typed);
        if wiped {
            let mut out = self.way_back(self.size());
            out.push_str(&"\x1b[B".repeat(typed));
            out.push_str(CLEAR);
            out.push_str("\x1b[?25h");
            self.drawn = None;
            self.terminal.shows(Prompt::None);
            return self.term.write_str(&out);
        }
        self.terminal.shows(Prompt::None);
        let Some((picture, _)) = self.drawn.take() else { return Ok(()) };
        let row = picture.cursor.as_ref().map_or(0, |(row, _)| *row);
        let mut out = "\r\n".repeat(picture.rows.len().saturating_sub(row));
        out.push_str("\x1b[?25h");
        self.term.write_str(&out)
    }

    /// To the first row of what is drawn. Where a part of it has left the window, to the first row there is.
    fn way_back(&mut self, size: Size) -> String {
        let mut out = String::new();
        if let Some((picture, before)) = &self.drawn
            && let Some((row, text)) = &picture.cursor
        {
            let above = if size.columns < before.columns {
                self.resized.above(picture, (*row, text), size.columns)
            } else {
                Above { picture: *row, typed: row - picture.typed.min(*row), is_sure: true }
            };
            up(&mut out, above.picture);
            self.left_over |= !above.is_sure || above.typed >= size.rows;
        }
        out.push('\r');
        out
    }
}

fn up(out: &mut String, rows: usize) {
    if rows > 0 {
        out.push_str("\x1b[");
        out.push_str(&rows.to_string());
        out.push('A');
    }
}
