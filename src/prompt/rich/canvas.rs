//! Draws rows at the end of what the terminal shows, and draws them again in the same place.
//!
//! While nothing is typed the cursor is hidden and waits in the first row. Whatever a window does to its text when its size
//! changes, breaking it anew (VTE, tmux) or cutting it off (xterm), the cursor stays in the row that it is in; so all that
//! was drawn begins there and can be taken away to the last cell. While something is typed the cursor has to stand where
//! typing goes on, since an input method opens its window there; then the way back depends on what the window did with the
//! rows above it, which is [reckoned](super::breaking).

use super::breaking::{Resized, first_rows};
use super::page::{Picture, Size};
use crate::palette::Palette;
use crate::prompt::layout::Line;
use crate::terminal::{CLEAR, Prompt, Terminal};
use console::Term;
use std::io;
use std::thread;
use std::time::{Duration, Instant};

/// Whoever drags the edge of a window for longer than this sees it drawn meanwhile.
const LONGEST_DRAG: Duration = Duration::from_secs(3);

/// How often to look whether a window is still being dragged.
const LOOK: Duration = Duration::from_millis(10);

/// Rows on a terminal.
pub(super) struct Canvas<'t> {
    terminal: &'t Terminal,
    term: &'t Term,
    palette: Palette,
    resized: Resized,
    drawn: Option<(Picture, Size)>,
    /// Rows of this question that stand right above what is drawn: the first of them where it could not be taken away when
    /// the window became smaller, then what was printed for good.
    above: Vec<Line>,
    /// Whether any of them was printed for good.
    printed: bool,
    /// Whether the window has changed since something was drawn.
    stirred: bool,
    /// Whether some of what was drawn stands above, out of reach.
    left_over: bool,
    /// Whether what is drawn goes with the program, should a signal end it.
    passing: bool,
}

impl<'t> Canvas<'t> {
    /// Nothing, below all that is shown.
    pub(super) fn new(terminal: &'t Terminal, term: &'t Term, palette: Palette, resized: Resized) -> Self {
        Self {
            terminal,
            term,
            palette,
            resized,
            drawn: None,
            above: Vec::new(),
            printed: false,
            stirred: false,
            left_over: false,
            passing: false,
        }
    }

    /// The same for what nobody needs to see any more when a signal ends the program.
    pub(super) fn passing(self) -> Self {
        Self { passing: true, ..self }
    }

    /// The size of the window.
    pub(super) fn size(&self) -> Size {
        let (rows, columns) = self.term.size();
        Size { rows: rows.into(), columns: columns.into() }
    }

    /// The size of the window when nobody drags it any more. What is drawn for a window that has become lower meanwhile
    /// leaves it at the top, and nothing takes it back from there.
    pub(super) fn settled(&mut self) -> Size {
        let mut size = self.size();
        self.stirred |= self.terminal.was_resized();
        if !self.stirred && self.drawn.as_ref().is_none_or(|(_, before)| *before == size) {
            return size;
        }
        let begin = Instant::now();
        let mut changed = begin;
        while changed.elapsed() < self.resized.lag() && begin.elapsed() < LONGEST_DRAG {
            thread::sleep(LOOK);
            let now = self.size();
            if self.terminal.was_resized() || now != size {
                (size, changed) = (now, Instant::now());
            }
        }
        self.stirred = true;
        size
    }

    /// Whether something that was typed may stand above, out of reach, from when the window became narrower.
    pub(super) fn left_over(&self) -> bool {
        self.left_over
    }

    /// Draws a picture unless it stands there already. Errors: the terminal is gone.
    pub(super) fn draw(&mut self, picture: Picture, size: Size) -> io::Result<()> {
        // A window that was narrower in between may have lost what stood at its right.
        let stirred = std::mem::take(&mut self.stirred);
        if !stirred && self.drawn.as_ref().is_some_and(|drawn| drawn.0 == picture && drawn.1 == size) {
            return Ok(());
        }
        // What had left the window and has come back to it is drawn over.
        let larger = |before: Size| size.rows > before.rows || size.columns > before.columns;
        let comes_back = !self.printed && self.drawn.as_ref().is_some_and(|(_, before)| larger(*before));
        // One write, and no row is empty in between: a window never shows half of it.
        let mut out = format!("\x1b[?25l{}", self.way_back(size, comes_back));
        let known = match &self.drawn {
            Some((before, at)) if *at == size && !stirred => before.rows.as_slice(),
            _ => &[],
        };
        if known.is_empty() {
            out.push_str(CLEAR);
        }
        let last = picture.rows.len().saturating_sub(1);
        // Room for all rows comes first, and nothing scrolls while they are drawn: should the window be lower than it was
        // a moment ago, empty rows leave it and nothing stands in two places.
        let there = known.len().saturating_sub(1);
        if last > there {
            down(&mut out, there);
            out.push_str(&"\n".repeat(last - there));
            up(&mut out, last);
            out.push('\r');
        }
        for (at, row) in picture.rows.iter().enumerate() {
            if at > 0 {
                out.push_str("\x1b[B\r");
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
            None if self.passing => Prompt::Typed { above: 0 },
            None => Prompt::List { below: last },
        });
        // What stood there before is gone from memory when it is gone from the screen.
        self.drawn = Some((picture, size));
        self.term.write_str(&out)
    }

    /// Takes away what is drawn. Errors: the terminal is gone.
    pub(super) fn erase(&mut self) -> io::Result<()> {
        self.replace(&[], false)
    }

    /// Takes away what is drawn and all of this question that was printed for good, as far as it is in the window. Errors:
    /// the terminal is gone.
    pub(super) fn take_back(&mut self) -> io::Result<()> {
        self.replace(&[], true)?;
        self.printed = false;
        Ok(())
    }

    /// Takes away what is drawn and puts lines in its place that stay above what is drawn next. Errors: the terminal is
    /// gone.
    pub(super) fn print(&mut self, lines: Vec<Line>) -> io::Result<()> {
        self.replace(&lines, false)?;
        self.above.extend(lines);
        self.printed = true;
        Ok(())
    }

    /// Takes away what is drawn and puts lines in its place that stay; what is drawn next is another question. Errors: the
    /// terminal is gone.
    pub(super) fn leave(&mut self, lines: &[Line]) -> io::Result<()> {
        self.replace(lines, !self.printed)?;
        self.above.clear();
        self.printed = false;
        Ok(())
    }

    fn replace(&mut self, lines: &[Line], and_above: bool) -> io::Result<()> {
        let size = self.settled();
        let back = self.way_back(size, and_above);
        self.drawn = None;
        self.terminal.shows(Prompt::None);
        let painted: String = lines.iter().map(|line| self.palette.paint(line.tone, &line.text) + "\r\n").collect();
        self.term.write_str(&format!("{back}{CLEAR}{painted}\x1b[?25h"))
    }

    /// Goes below what is drawn and lets it stand, but for what was typed and all below it where `wiped`: that is drawn
    /// again later, and what is refused then must not stand above, too. Errors: the terminal is gone.
    pub(super) fn pass(&mut self, wiped: bool) -> io::Result<()> {
        let Some((picture, _)) = &self.drawn else { return Ok(()) };
        let row = picture.cursor.as_ref().map_or(0, |(row, _)| *row);
        let (typed, below) = (picture.typed, picture.rows.len().saturating_sub(row));
        let mut out = "\r\n".repeat(if wiped { 0 } else { below });
        if wiped {
            let size = self.settled();
            out.push_str(&self.way_back(size, false));
            down(&mut out, typed);
            out.push_str(CLEAR);
        }
        out.push_str("\x1b[?25h");
        self.drawn = None;
        self.above.clear();
        self.printed = false;
        self.terminal.shows(Prompt::None);
        self.term.write_str(&out)
    }

    /// To the first row of what is drawn, or of all that stands above it too. Where a part of it has left the window, to
    /// the first row there is; that part is remembered, since it comes back where the window becomes higher.
    fn way_back(&mut self, size: Size, and_above: bool) -> String {
        let mut out = String::new();
        let mut behind = if and_above { std::mem::take(&mut self.above) } else { Vec::new() };
        let mut rows = self.resized.height(&behind, size.columns);
        if let Some((picture, _)) = &self.drawn
            && let Some((row, text)) = &picture.cursor
        {
            let above = self.resized.above(picture, (*row, text), size.columns);
            rows += above.picture;
            behind.extend(picture.rows.iter().take(*row).cloned());
            self.left_over |= !above.is_sure || above.typed >= size.rows;
        }
        up(&mut out, rows);
        out.push('\r');
        let gone = (rows + 1).saturating_sub(size.rows);
        if gone > 0 && self.resized != Resized::Cuts {
            self.above.extend(first_rows(behind, gone, size.columns));
        }
        out
    }
}

fn up(out: &mut String, rows: usize) {
    by(out, rows, 'A');
}

fn down(out: &mut String, rows: usize) {
    by(out, rows, 'B');
}

fn by(out: &mut String, rows: usize, way: char) {
    if rows > 0 {
        out.push_str("\x1b[");
        out.push_str(&rows.to_string());
        out.push(way);
    }
}
