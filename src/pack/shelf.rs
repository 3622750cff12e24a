//! Where the files of a pack stand until somebody reads them, one at a time: in memory, or on a disk.

use super::PackFile;
use std::borrow::Cow;

/// The files of a pack, in order of their paths.
pub trait Shelf: Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// The path of a file in the pack, always with `/`.
    fn path(&self, file: usize) -> &str;

    /// A file's name as messages show it.
    fn name(&self, file: usize) -> &str;

    /// The paths of files and folders of the pack that are known to be there and cannot be read.
    fn lost(&self) -> Vec<&str> {
        Vec::new()
    }

    /// What a file holds at this moment; `None`: it cannot be read, and whoever owns the shelf knows why.
    fn bytes(&self, file: usize) -> Option<Cow<'_, [u8]>>;

    /// The file that says it is the guard, also one that cannot be read as TOML.
    fn guard(&self) -> Option<usize> {
        const GUARD: &[u8] = b"\nguard = true";
        let says = |bytes: &[u8]| bytes.windows(GUARD.len()).any(|window| window == GUARD);
        (0..self.count()).find(|file| self.bytes(*file).is_some_and(|bytes| says(&bytes)))
    }
}

/// Files that were read already.
#[derive(Debug, Clone, Copy)]
pub struct InMemory<'f> {
    /// The files.
    pub files: &'f [PackFile],
    /// The paths of those, and of folders, that could not be read.
    pub lost: &'f [&'f str],
}

impl<'f> From<&'f [PackFile]> for InMemory<'f> {
    fn from(files: &'f [PackFile]) -> Self {
        Self { files, lost: &[] }
    }
}

impl Shelf for InMemory<'_> {
    fn count(&self) -> usize {
        self.files.len()
    }

    fn path(&self, file: usize) -> &str {
        &self.files[file].path
    }

    fn name(&self, file: usize) -> &str {
        &self.files[file].name
    }

    fn lost(&self) -> Vec<&str> {
        self.lost.to_vec()
    }

    fn bytes(&self, file: usize) -> Option<Cow<'_, [u8]>> {
        Some(Cow::Borrowed(&self.files[file].bytes))
    }
}

/// The same for whoever keeps the files.
impl Shelf for Vec<PackFile> {
    fn count(&self) -> usize {
        self.len()
    }

    fn path(&self, file: usize) -> &str {
        &self[file].path
    }

    fn name(&self, file: usize) -> &str {
        &self[file].name
    }

    fn bytes(&self, file: usize) -> Option<Cow<'_, [u8]>> {
        Some(Cow::Borrowed(&self[file].bytes))
    }
}
