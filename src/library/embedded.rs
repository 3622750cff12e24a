//! The pack inside the program: small until somebody reads it, a file at a time.

use super::is_wanted;
use crate::pack::{PackFile, Shelf};
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::borrow::Cow;

/// A file as the build left it.
struct Stored {
    /// As messages show it: its path in the pack behind `flows/`.
    name: &'static str,
    /// Its bytes when they are read.
    size: usize,
    /// RFC 1951.
    deflated: &'static [u8],
}

impl Stored {
    fn path(&self) -> &'static str {
        self.name.trim_start_matches("flows/")
    }
}

include!(concat!(env!("OUT_DIR"), "/pack.rs"));

/// The pack inside the program, without its tests, to be read a file at a time.
#[derive(Debug, Clone, Default)]
pub struct Embedded {
    /// Places in the list of all files.
    files: Vec<usize>,
}

impl Embedded {
    /// All files but tests, sorted by path.
    pub fn open() -> Self {
        Self::with(false)
    }

    fn with(tests: bool) -> Self {
        Self { files: (0..FILES.len()).filter(|file| is_wanted(FILES[*file].path(), tests)).collect() }
    }
}

impl Shelf for Embedded {
    fn count(&self) -> usize {
        self.files.len()
    }

    fn path(&self, file: usize) -> &str {
        FILES[self.files[file]].path()
    }

    fn name(&self, file: usize) -> &str {
        FILES[self.files[file]].name
    }

    fn bytes(&self, file: usize) -> Option<Cow<'_, [u8]>> {
        let stored = &FILES[self.files[file]];
        // The build made it, so it is whole; were it not, it would count as a file that cannot be read.
        decompress_to_vec_with_limit(stored.deflated, stored.size).ok().map(Cow::Owned)
    }

    fn guard(&self) -> Option<usize> {
        (0..self.count()).find(|file| Some(self.path(*file)) == GUARD)
    }
}

/// The same, read whole; test files only where they are asked for.
pub fn embedded(with_tests: bool) -> Vec<PackFile> {
    let shelf = Embedded::with(with_tests);
    let file = |file| PackFile {
        path: shelf.path(file).to_owned(),
        name: shelf.name(file).to_owned(),
        bytes: Cow::Owned(shelf.bytes(file).unwrap_or_default().into_owned()),
    };
    (0..shelf.count()).map(file).collect()
}
