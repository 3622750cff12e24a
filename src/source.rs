//! A file's text and the places in it. Everything below this floor works on text that is already in memory.

use std::sync::Arc;

/// One file: the name people know it by, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As shown in messages, such as `flows/transfer-failed.toml`.
    pub name: String,
    /// UTF-8, without a byte order mark.
    pub text: String,
    /// Of an excerpt: where a run of lines begins in the text, and the number of its first line.
    runs: Vec<(usize, usize)>,
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
        Arc::new(Self { name: name.into(), text: text.into(), runs: Vec::new() })
    }

    /// Where `byte` lies; past the end counts as the end.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &self.text[..byte];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let (run_start, run_line) = self.run_before(byte);
        Position {
            line: before[run_start..].bytes().filter(|&b| b == b'\n').count() + run_line,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The run of lines in which a byte lies: where it begins, and the number of its first line.
    fn run_before(&self, byte: usize) -> (usize, usize) {
        let after = self.runs.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).map_or((0, 1), |run| self.runs[run])
    }

    /// The number of the line that begins at this byte, if what stands before it in the file was left out.
    pub fn line_of_run(&self, start: usize) -> Option<usize> {
        self.runs.binary_search_by_key(&start, |run| run.0).ok().map(|run| self.runs[run].1)
    }

    /// The lines in which these spans lie, and nothing else; the spans then point into the excerpt. Lines keep their
    /// numbers.
    pub fn excerpt(&self, spans: &mut [&mut Span]) -> Arc<Self> {
        let text = self.text.as_str();
        let bytes = text.as_bytes();
        let line_start = |at: usize| bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let line_end =
            |at: usize| bytes[at..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |end| at + end + 1);
        let clamp = |at: usize| at.min(text.len());
        let mut wanted: Vec<(usize, usize)> = spans
            .iter()
            .map(|span| (line_start(clamp(span.start)), line_end(clamp(span.end.max(span.start)))))
            .collect();
        wanted.sort_unstable();
        let mut kept: Vec<(usize, usize)> = Vec::new();
        for (start, end) in wanted {
            match kept.last_mut() {
                Some((_, last)) if start <= *last => *last = end.max(*last),
                _ => kept.push((start, end)),
            }
        }
        let mut excerpt = Self { name: self.name.clone(), text: String::new(), runs: Vec::with_capacity(kept.len()) };
        let (mut counted, mut line) = (0, 1);
        let mut shifts: Vec<(usize, usize)> = Vec::with_capacity(kept.len());
        for (start, end) in kept {
            line += bytes[counted..start].iter().filter(|&&byte| byte == b'\n').count();
            counted = start;
            excerpt.runs.push((excerpt.text.len(), line));
            shifts.push((start, start - excerpt.text.len()));
            excerpt.text.push_str(&text[start..end]);
        }
        for span in spans {
            let (start, end) = (clamp(span.start), clamp(span.end.max(span.start)));
            let run = shifts.partition_point(|(from, _)| *from <= start);
            let shift = run.checked_sub(1).map_or(0, |run| shifts[run].1);
            **span = Span { start: start - shift, end: end - shift };
        }
        Arc::new(excerpt)
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, Span};

    #[test]
    fn an_excerpt_says_the_same_of_its_places() {
        let text = "one\ntwo 二\n\nfour\r\nfive\nsix";
        let source = Source::new("a.toml", text);
        let places = (0..=text.len()).filter(|at| text.is_char_boundary(*at));
        for start in places.clone() {
            for end in places.clone().filter(|end| *end >= start) {
                for other in places.clone() {
                    let (mut first, mut second) = (Span { start, end }, Span { start: other, end: other });
                    let excerpt = source.excerpt(&mut [&mut first, &mut second]);
                    assert_eq!(&excerpt.text[first.start..first.end], &text[start..end]);
                    assert_eq!(excerpt.position(first.start), source.position(start));
                    assert_eq!(excerpt.position(first.end), source.position(end));
                    assert_eq!(excerpt.position(second.start), source.position(other));
                }
            }
        }
    }
}
