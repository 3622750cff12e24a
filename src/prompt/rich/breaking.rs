//! Where rows are found again in a window that became narrower. Pure.
//!
//! Nearly every terminal breaks rows anew that are wider than the window, so that what stands above the cursor takes more
//! rows than before; a few, such as xterm, cut them off. No terminal says which of both it does.

use super::page::Picture;
use crate::prompt::layout::Line;
use std::time::Duration;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// What a terminal does with rows that are wider than the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Resized {
    /// They are broken, and take more rows.
    #[default]
    Breaks,
    /// The same, and the program hears of it up to a quarter of a second later: tmux collects changes.
    BreaksAhead,
    /// They are cut off, and stay where they are.
    Cuts,
}

/// How many rows stand above the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Above {
    /// From the first that was drawn.
    pub(super) picture: usize,
    /// From the first of what is typed.
    pub(super) typed: usize,
    /// Whether nothing of what is typed can be anywhere else.
    pub(super) is_sure: bool,
}

impl Resized {
    /// By what a terminal says of itself: `TERM`, `XTERM_VERSION`, and whether there is a terminal within it that has
    /// rows of its own (`TMUX`, `STY`, `VTE_VERSION`). Who says nothing breaks rows.
    pub fn of(term: Option<&str>, xterm: Option<&str>, within: bool) -> Self {
        let cuts = |term: &str| {
            let name = term.split('-').next().unwrap_or_default();
            matches!(name, "linux" | "putty" | "st" | "stterm" | "rxvt" | "vt100" | "vt220")
        };
        let collects = |term: &str| term.starts_with("tmux") || term.starts_with("screen");
        if term.is_some_and(collects) {
            Self::BreaksAhead
        } else if !within && (xterm.is_some() || term.is_some_and(cuts)) {
            Self::Cuts
        } else {
            Self::Breaks
        }
    }

    /// A window that has kept its size for so long is at rest.
    pub(super) fn lag(self) -> Duration {
        Duration::from_millis(if self == Self::BreaksAhead { 300 } else { 30 })
    }

    /// How many rows these take in a window of so many columns.
    pub(super) fn height(self, rows: &[Line], columns: usize) -> usize {
        let height = |row: &Line| 1 + last_row(&row.text, row.text.len(), columns);
        if self == Self::Cuts { rows.len() } else { rows.iter().map(height).sum() }
    }

    /// Where the rows of a picture are in a window of fewer columns, seen from its cursor: a row and what stands before it
    /// there.
    pub(super) fn above(self, picture: &Picture, (row, before): (usize, &str), columns: usize) -> Above {
        let rows = &picture.rows[..row.min(picture.rows.len())];
        let typed = picture.typed.min(row);
        if self == Self::Cuts {
            let is_sure = picture.rows[typed..].iter().take(row + 1 - typed).all(|row| row.text.width() < columns);
            return Above { picture: row, typed: row - typed, is_sure };
        }
        let last = picture.rows.get(row).map_or(before, |row| &row.text);
        let own = last_row(last, before.len(), columns);
        let height = |rows: &[Line]| self.height(rows, columns);
        Above { picture: height(rows) + own, typed: height(&rows[typed.min(rows.len())..]) + own, is_sure: true }
    }
}

/// Those that stand whole in the first `most` rows of a window of so many columns, where rows are broken. One of which only
/// a part stands there is none of them: terminals may join that part with what is written below it.
pub(super) fn first_rows(mut rows: Vec<Line>, most: usize, columns: usize) -> Vec<Line> {
    let mut left = most;
    let whole = rows.iter().take_while(|row| {
        let height = 1 + last_row(&row.text, row.text.len(), columns);
        let fits = height <= left;
        left = left.saturating_sub(height);
        fits
    });
    let whole = whole.count();
    rows.truncate(whole);
    rows
}

/// The row, from 0, in which the place `at` of a text stands that fills rows of so many columns. Its end stands in its last
/// row, however full that is.
fn last_row(text: &str, at: usize, columns: usize) -> usize {
    let (mut row, mut used) = (0, 0);
    for (place, character) in text.grapheme_indices(true) {
        // As terminals draw it: narrow, where it could be wide.
        let wide = character.width();
        if used + wide > columns && used > 0 {
            (row, used) = (row + 1, 0);
        }
        if place >= at {
            break;
        }
        used += wide;
    }
    row
}

#[cfg(test)]
mod tests {
    use super::{Above, Resized, first_rows, last_row};
    use crate::palette::Tone;
    use crate::prompt::layout::Line;
    use crate::prompt::rich::page::Picture;

    #[test]
    fn places_are_found_in_broken_rows() {
        for (text, at, columns, row) in [
            ("", 0, 10, 0),
            ("abcdefghij", 10, 10, 0),
            ("abcdefghij", 10, 5, 1),
            ("abcdefghij", 5, 5, 1),
            ("abcdefghij", 4, 5, 0),
            // No half of a wide character stands in the last column.
            ("钱包钱包", 12, 5, 1),
            ("钱包钱包", 6, 5, 1),
            ("钱包钱包", 12, 3, 3),
            ("钱包", 6, 1, 1),
        ] {
            assert_eq!(last_row(text, at, columns), row, "{text} {at} {columns}");
        }
    }

    #[test]
    fn broken_rows_are_higher_and_cut_rows_are_not() {
        let row = |text: &str| Line { tone: Tone::Body, text: text.to_owned() };
        let rows = vec![row(""), row("what does it say?"), row("> one two"), row("  three"), row("Enter")];
        let picture = Picture { rows, cursor: Some((3, "  thr".to_owned())), typed: 2 };
        let above = |resized: Resized, columns| resized.above(&picture, (3, "  thr"), columns);
        assert_eq!(above(Resized::Breaks, 20), Above { picture: 3, typed: 1, is_sure: true });
        assert_eq!(above(Resized::Breaks, 8), Above { picture: 6, typed: 2, is_sure: true });
        assert_eq!(above(Resized::Breaks, 4), Above { picture: 10, typed: 4, is_sure: true });
        assert_eq!(above(Resized::Cuts, 20), Above { picture: 3, typed: 1, is_sure: true });
        assert_eq!(above(Resized::Cuts, 8), Above { picture: 3, typed: 1, is_sure: false });
    }

    #[test]
    fn what_left_the_window_is_known_by_whole_rows() {
        let row = |text: &str| Line { tone: Tone::Body, text: text.to_owned() };
        let rows = vec![row(""), row("Do you see it?"), row("  钱包钱包"), row("> ")];
        assert_eq!(Resized::Breaks.height(&rows, 80), 4);
        assert_eq!(Resized::Breaks.height(&rows, 5), 1 + 3 + 3 + 1);
        assert_eq!(Resized::Cuts.height(&rows, 5), 4);
        for (most, whole) in [(0, 0), (1, 1), (2, 1), (4, 2), (6, 2), (7, 3), (20, 4)] {
            assert_eq!(first_rows(rows.clone(), most, 5), rows[..whole], "{most}");
        }
    }

    #[test]
    fn a_terminal_says_what_it_does_or_does_what_nearly_all_do() {
        for (term, xterm, within, resized) in [
            (Some("xterm-256color"), None, false, Resized::Breaks),
            (Some("xterm-256color"), Some("XTerm(390)"), false, Resized::Cuts),
            (Some("tmux-256color"), Some("XTerm(390)"), true, Resized::BreaksAhead),
            (Some("linux"), None, false, Resized::Cuts),
            (Some("st-256color"), None, false, Resized::Cuts),
            (Some("screen"), None, true, Resized::BreaksAhead),
            (None, None, false, Resized::Breaks),
        ] {
            assert_eq!(Resized::of(term, xterm, within), resized, "{term:?} {xterm:?} {within}");
        }
    }
}
