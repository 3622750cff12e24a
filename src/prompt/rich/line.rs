//! A line being typed: characters as people see them, and how it looks in a given width. Pure.

use super::keys::Key;
use crate::wording::width;
use unicode_segmentation::UnicodeSegmentation;

/// More than anybody types, in bytes.
const LONGEST: usize = 64 * 1024;

/// The mark before the first row; further rows are indented as far.
const MARK: &str = "> ";

/// Text and the place in it where typing goes on.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Line {
    text: String,
    at: usize,
}

/// How a line looks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct View {
    /// Rows, the mark or the indent included.
    pub(super) rows: Vec<String>,
    /// The row of the cursor.
    pub(super) row: usize,
    /// What stands before the cursor in its row. Writing it again is how the cursor gets there, since only the terminal
    /// knows how wide it draws some characters.
    pub(super) before: String,
}

impl Line {
    /// What was typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Applies a key that edits; others change nothing.
    pub(super) fn press(&mut self, key: &Key) {
        match key {
            Key::Char(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            Key::Paste(text) => self.insert(text),
            Key::Left => self.at = self.character_before(),
            Key::Right => self.at = self.character_after(),
            Key::WordLeft => self.at = self.word_before(),
            Key::WordRight => self.at = self.word_after(),
            Key::Home => self.at = 0,
            Key::End => self.at = self.text.len(),
            Key::Backspace => self.delete(self.character_before(), self.at),
            Key::Delete => self.delete(self.at, self.character_after()),
            Key::DeleteWord => self.delete(self.word_before(), self.at),
            Key::DeleteWordAfter => self.delete(self.at, self.word_after()),
            Key::DeleteToStart => self.delete(0, self.at),
            Key::DeleteToEnd => self.delete(self.at, self.text.len()),
            Key::Enter | Key::Escape | Key::Interrupt | Key::EndOfInput => {}
        }
    }

    /// The rows in a terminal of that width, at most `most` of them, around the cursor.
    pub(super) fn view(&self, columns: usize, most: usize) -> View {
        // One column stays free, so that the cursor never stands behind the last one.
        let room = columns.saturating_sub(MARK.len() + 1).max(2);
        let mut rows = vec![MARK.to_owned()];
        let (mut used, mut cursor) = (0, None);
        for (at, character) in self.text.grapheme_indices(true) {
            let wide = width(character);
            if used + wide > room && used > 0 {
                rows.push(" ".repeat(MARK.len()));
                used = 0;
            }
            if at == self.at {
                cursor = Some((rows.len() - 1, rows[rows.len() - 1].clone()));
            }
            used += wide;
            if let Some(row) = rows.last_mut() {
                row.push_str(character);
            }
        }
        let last = rows.len() - 1;
        let (row, before) = cursor.unwrap_or_else(|| (last, rows[last].clone()));
        let most = most.max(1);
        let first = row.saturating_sub(most - 1);
        rows.truncate(first + most);
        rows.drain(..first);
        View { rows, row: row - first, before }
    }

    /// Line breaks and tabs become spaces, since a line ends only when somebody presses Enter.
    fn insert(&mut self, text: &str) {
        let breaks = ['\r', '\n', '\t'];
        let pieces: Vec<&str> = text.split(breaks).filter(|piece| !piece.is_empty()).collect();
        let clean: String = pieces.join(" ").chars().filter(|character| !character.is_control()).collect();
        let room = LONGEST.saturating_sub(self.text.len());
        let fits = (0..=clean.len().min(room)).rev().find(|end| clean.is_char_boundary(*end)).unwrap_or(0);
        self.text.insert_str(self.at, &clean[..fits]);
        self.at += fits;
        self.settle();
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.at = from;
        self.settle();
    }

    /// What was just joined may form one character with its neighbours; the cursor never stands inside one.
    fn settle(&mut self) {
        let inside = |(at, character): &(usize, &str)| *at < self.at && self.at < at + character.len();
        if let Some((at, character)) = self.text.grapheme_indices(true).find(inside) {
            self.at = at + character.len();
        }
    }

    fn character_before(&self) -> usize {
        self.text[..self.at].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn character_after(&self) -> usize {
        self.text[self.at..].graphemes(true).next().map_or(self.at, |character| self.at + character.len())
    }

    fn word_before(&self) -> usize {
        let mut words = self.text[..self.at].split_word_bound_indices();
        words.rfind(|(_, word)| !word.trim().is_empty()).map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let mut words = self.text[self.at..].split_word_bound_indices();
        let word = words.find(|(_, word)| !word.trim().is_empty());
        word.map_or(self.text.len(), |(at, word)| self.at + at + word.len())
    }
}
