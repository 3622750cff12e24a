//! Lines and columns of many findings at once: each file is read through a single time, however many mistakes it has.

use crate::diagnostic::Diagnostic;
use crate::source::{Position, Source};
use std::collections::HashMap;
use std::sync::Arc;

/// Where the findings stand, for people.
#[derive(Debug)]
pub struct Places {
    by_source: HashMap<*const Source, HashMap<usize, Place>>,
}

/// A place and the line it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line and column.
    pub position: Position,
    /// Starts at 1, counts UTF-16 code units, as SARIF and everything written in JavaScript does.
    pub utf16_column: usize,
    /// The byte at which its line begins.
    pub line_start: usize,
}

/// Where every file begins.
const BEGINNING: Place = Place { position: Position { line: 1, column: 1 }, utf16_column: 1, line_start: 0 };

impl Places {
    /// Finds the start and the end of every finding.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut wanted: HashMap<*const Source, (&Source, Vec<usize>)> = HashMap::new();
        for diagnostic in diagnostics {
            let (_, bytes) = wanted
                .entry(Arc::as_ptr(&diagnostic.source))
                .or_insert_with(|| (diagnostic.source.as_ref(), Vec::new()));
            bytes.extend([diagnostic.span.start, diagnostic.span.end]);
        }
        let by_source = wanted.into_iter().map(|(key, (source, bytes))| (key, walk(source, bytes))).collect();
        Self { by_source }
    }

    /// The place of a byte at which one of the findings starts or ends; any other counts as the file's beginning.
    pub fn at(&self, source: &Arc<Source>, byte: usize) -> Place {
        self.by_source.get(&Arc::as_ptr(source)).and_then(|places| places.get(&byte)).copied().unwrap_or(BEGINNING)
    }
}

/// One pass over the text. A byte inside a character counts as that character's first, one past the end as the end.
fn walk(source: &Source, mut bytes: Vec<usize>) -> HashMap<usize, Place> {
    let text = source.text.as_str();
    bytes.sort_unstable();
    bytes.dedup();
    let mut wanted = bytes.into_iter().peekable();
    let mut places = HashMap::new();
    let mut place = BEGINNING;
    place.position.line = source.line_of_run(0).unwrap_or(1);
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        while let Some(byte) = wanted.next_if(|&byte| byte < end) {
            places.insert(byte, place);
        }
        if wanted.peek().is_none() {
            return places;
        }
        if character == '\n' {
            let line = source.line_of_run(end).unwrap_or(place.position.line + 1);
            let position = Position { line, column: 1 };
            place = Place { position, utf16_column: 1, line_start: end };
        } else {
            place.position.column += 1;
            place.utf16_column += character.len_utf16();
        }
    }
    places.extend(wanted.map(|byte| (byte, place)));
    places
}
