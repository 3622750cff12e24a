//! A file's text and the places in it. Everything below this floor works on text that is already in memory.

use std::sync::Arc;

/// One file: the name people know it by, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As shown in messages, such as `flows/transfer-failed.toml`.
    pub name: String,
    /// UTF-8, without a byte order mark.
    pub text: String,
}

/// A range of bytes of a [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl Span {
    /// The part of this span that lies `offset` bytes in and is `len` bytes long.
    #[must_use]
    pub fn slice(self, offset: usize, len: usize) -> Self {
        let start = (self.start + offset).min(self.end);
        Self { start, end: (start + len).min(self.end) }
    }
}

/// A place for people: lines and columns start at 1, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Starts at 1.
    pub line: usize,
    /// Starts at 1, counts characters.
    pub column: usize,
}

impl Source {
    /// A source ready to be shared by everything that points into it.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into() })
    }

    /// Where `byte` lies; past the end counts as the end.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &self.text[..byte];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|&b| b == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}
