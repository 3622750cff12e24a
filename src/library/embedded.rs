//! The pack inside the program: small until somebody reads it, what belongs together at a time.

use crate::pack::{PackFile, Shelf};
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::borrow::Cow;
use std::sync::OnceLock;

/// A file as the build left it.
struct Stored {
    /// As messages show it: its path in the pack behind `flows/`.
    name: &'static str,
    /// The group in which it lies, and where there.
    group: usize,
    start: usize,
    size: usize,
}

/// Files that were made small together.
struct Group {
    size: usize,
    /// RFC 1951, or as it is where that is its size.
    stored: &'static [u8],
    texts: OnceLock<Vec<u8>>,
}

impl Group {
    const fn new(size: usize, stored: &'static [u8]) -> Self {
        Self { size, stored, texts: OnceLock::new() }
    }

    /// All of its files, one behind the other.
    fn texts(&self) -> &[u8] {
        if self.stored.len() == self.size {
            return self.stored;
        }
        // The build made it, so it is whole; were it not, its files would count as ones that cannot be read.
        self.texts.get_or_init(|| decompress_to_vec_with_limit(self.stored, self.size).unwrap_or_default())
    }
}

impl Stored {
    fn path(&self) -> &'static str {
        self.name.strip_prefix("flows/").unwrap_or(self.name)
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
        let wanted = |file: &usize| tests || !FILES[*file].path().starts_with("tests/");
        Self { files: (0..FILES.len()).filter(wanted).collect() }
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
        let texts = GROUPS[stored.group].texts();
        texts.get(stored.start..stored.start + stored.size).map(Cow::Borrowed)
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
