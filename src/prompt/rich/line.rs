//! A line being typed: characters as people see them, and how it looks in a given width. Pure.

use super::keys::Key;
use crate::prompt::Typed;
use crate::wording::{is_han, is_invisible, width};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use zeroize::Zeroize as _;

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
    /// How many rows there are besides, above and below.
    pub(super) hidden: usize,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl Line {
    /// What was typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Puts another text in its place.
    pub(super) fn set(&mut self, text: &str) {
        self.delete(0, self.text.len());
        self.insert(text);
        self.settle();
    }

    /// Applies a key that edits; others change nothing. What was removed at one stroke is handed out.
    pub(super) fn press(&mut self, key: &Key) -> Typed {
        let mut removed = Typed::default();
        match key {
            Key::Char(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            Key::Paste(text) => self.insert(text),
            Key::Left => self.at = self.character_before(),
            Key::Right => self.at = self.character_after(),
            Key::WordLeft => self.at = self.word_before(),
            Key::WordRight => self.at = self.word_after(),
            Key::Home => self.at = 0,
            Key::End => self.at = self.text.len(),
            Key::Backspace => drop(self.delete(self.character_before(), self.at)),
            Key::Delete => drop(self.delete(self.at, self.character_after())),
            Key::DeleteWord => removed = self.delete(self.word_before(), self.at),
            Key::DeleteWordAfter => removed = self.delete(self.at, self.word_after()),
            Key::DeleteToStart => removed = self.delete(0, self.at),
            Key::DeleteToEnd => removed = self.delete(self.at, self.text.len()),
            _ => {}
        }
        self.settle();
        removed
    }

    /// Goes on behind a line break, which is shown as a space.
    pub(super) fn go_on(&mut self) {
        if self.text[..self.at].chars().next_back().is_some_and(|before| !before.is_whitespace()) {
            self.insert(" ");
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
        let hidden = last + 1 - rows.len();
        View { rows, row: row - first, before, hidden }
    }

    /// Line breaks and tabs become spaces, since a line ends only when somebody presses Enter; what nobody sees and what
    /// turns around what stands behind it is left out.
    fn insert(&mut self, text: &str) {
        let breaks = ['\r', '\n', '\t'];
        let pieces: Vec<&str> = text.split(breaks).filter(|piece| !piece.is_empty()).collect();
        let mut before = self.text[..self.at].chars().next_back();
        let is_seen = |character: &char| {
            let seen = is_seen(*character, before);
            before = if seen { Some(*character) } else { before };
            seen
        };
        let clean: String = pieces.join(" ").chars().filter(is_seen).collect();
        let room = LONGEST.saturating_sub(self.text.len());
        let fits = (0..=clean.len().min(room)).rev().find(|end| clean.is_char_boundary(*end)).unwrap_or(0);
        self.text.insert_str(self.at, &clean[..fits]);
        self.at += fits;
    }

    fn delete(&mut self, from: usize, to: usize) -> Typed {
        let removed = Typed::from(&self.text[from..to]);
        // A text of its own: what was removed would stay in the memory behind the old one.
        self.text = [&self.text[..from], &self.text[to..]].concat();
        self.at = from;
        removed
    }

    /// What was just joined may form one character with its neighbours; the cursor never stands inside one.
    fn settle(&mut self) {
        // Looks only around the cursor: a long text may come key by key.
        let mut cursor = GraphemeCursor::new(self.at, self.text.len(), true);
        if cursor.is_boundary(&self.text, 0) == Ok(false)
            && let Ok(Some(after)) = cursor.next_boundary(&self.text, 0)
        {
            self.at = after;
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

/// Whether a character is seen behind another one. Joiners and selectors are no characters of their own: they belong to
/// emoji and to scripts whose letters join, the others of which all come before U+0590.
fn is_seen(character: char, before: Option<char>) -> bool {
    match character {
        '\u{200c}' | '\u{200d}' => before.is_some_and(|before| before >= '\u{590}' && !is_han(before)),
        '\u{fe00}'..='\u{fe0f}' => before.is_some_and(|before| !before.is_ascii() || is_keycap(before)),
        '\u{61c}' => false,
        _ => !character.is_control() && !is_invisible(character),
    }
}

/// What emoji make a key of.
fn is_keycap(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '#' | '*')
}

#[cfg(test)]
mod tests {
    use super::{Line, MARK};
    use crate::prompt::rich::keys::Key;
    use crate::wording::width;
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, TestCaseError, prop_assert, prop_assert_eq, prop_oneof, proptest};
    use proptest::sample::select;
    use unicode_segmentation::UnicodeSegmentation;

    fn typed(keys: &[Key]) -> Line {
        let mut line = Line::default();
        for key in keys {
            drop(line.press(key));
        }
        line
    }

    #[test]
    fn words_and_lines_are_deleted_as_wholes() {
        let text = Key::Paste("order 1234  钱包地址".into());
        assert_eq!(typed(&[text.clone(), Key::DeleteWord]).text(), "order 1234  钱包地");
        assert_eq!(typed(&[text.clone(), Key::Home, Key::DeleteWordAfter]).text(), " 1234  钱包地址");
        assert_eq!(typed(&[text.clone(), Key::Home, Key::WordRight, Key::DeleteToStart]).text(), " 1234  钱包地址");
        assert_eq!(typed(&[text, Key::Home, Key::WordRight, Key::DeleteToEnd]).text(), "order");
    }

    #[test]
    fn a_line_stays_one_line_and_has_an_end() {
        assert_eq!(typed(&[Key::Paste("\r\na\tb\u{7}\n\nc\n".into())]).text(), "a b c");
        assert_eq!(typed(&[Key::Paste("包".repeat(50_000).into()), Key::Char('x')]).text().len(), 64 * 1024);
    }

    #[test]
    fn what_nobody_sees_is_no_part_of_a_line() {
        for (text, seen) in [
            ("a\u{202e}b\u{200b}c\u{2066}d\u{feff}", "abcd"),
            ("\u{200d}a\u{200d}b\u{fe0f} \u{fe0f}钱\u{200d}包\u{61c}", "ab 钱包"),
        ] {
            assert_eq!(typed(&[Key::Paste(text.into())]).text(), seen);
            let keys: Vec<Key> = text.chars().map(Key::Char).collect();
            assert_eq!(typed(&keys).text(), seen);
        }
        // A family, a heart, a key, a flag; words of Persian and Hindi.
        for whole in
            ["👨‍👩‍👧", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}", "🏴\u{e0067}\u{e007f}", "می\u{200c}خواهم", "क\u{94d}\u{200d}ष"]
        {
            assert_eq!(typed(&whole.chars().map(Key::Char).collect::<Vec<_>>()).text(), whole);
        }
    }

    fn key() -> impl Strategy<Value = Key> {
        let texts = [
            "a",
            " ",
            "包",
            "e\u{301}",
            "\u{301}",
            "\u{200d}",
            "👨‍👩‍👧",
            "🇨🇳",
            "🇨",
            "ᄒ",
            "ᅡ",
            "\u{600}",
            "“",
            "\n",
            "long word 钱包",
        ];
        let moves = [
            Key::Left,
            Key::Right,
            Key::WordLeft,
            Key::WordRight,
            Key::Home,
            Key::End,
            Key::Backspace,
            Key::Delete,
            Key::DeleteWord,
            Key::DeleteWordAfter,
            Key::DeleteToEnd,
        ];
        prop_oneof![
            2 => select(texts.to_vec()).prop_map(|text| Key::Paste(text.into())),
            1 => select(moves.to_vec()),
            1 => Just(Key::Char('单')),
        ]
    }

    /// The cursor stands between characters, the rows say what was typed, and none is too wide.
    fn check(line: &Line, columns: usize, most: usize) -> Result<(), TestCaseError> {
        let between =
            line.text.grapheme_indices(true).map(|(at, _)| at).chain([line.text.len()]).any(|at| at == line.at);
        prop_assert!(between, "{line:?}");
        let whole = line.view(columns, usize::MAX);
        let told: String = whole.rows.iter().map(|row| &row[MARK.len()..]).collect();
        prop_assert_eq!(&told, &line.text);
        for row in &whole.rows {
            let wide: usize = row.graphemes(true).map(width).sum();
            // Some scripts build characters of any width, which no row can break. Marks that take no column may stand
            // before one: a row of their own would make it no narrower.
            let with_width = row[MARK.len()..].graphemes(true).filter(|character| width(character) > 0);
            prop_assert!(wide < columns || with_width.count() == 1, "{row:?}");
        }
        let seen = line.view(columns, most);
        prop_assert!(seen.rows.len() <= most);
        prop_assert_eq!(seen.rows.len() + seen.hidden, whole.rows.len());
        prop_assert!(seen.rows[seen.row].starts_with(&seen.before));
        prop_assert_eq!(&seen.before, &whole.before);
        Ok(())
    }

    #[test]
    fn a_mark_without_width_before_a_character_that_no_row_can_hold() {
        let line = typed(&[Key::Paste("\u{301}\u{600}单".into())]);
        check(&line, 5, 1).unwrap();
        assert_eq!(line.view(5, 1).rows, ["> \u{301}\u{600}单"]);
    }

    proptest! {
        #[test]
        fn the_cursor_stands_between_characters_and_no_row_is_too_wide(keys in vec(key(), 0..60), columns in 5..50_usize, most in 1..6_usize) {
            check(&typed(&keys), columns, most)?;
        }
    }
}
