//! The files of a pack on a disk, each read when somebody asks for it.

use super::{LibraryError, Lost, Problem, is_flow, read, walk};
use crate::pack::{PackFile, Shelf};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// A file of a pack that nobody has read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// Its path in the pack, always with `/`.
    pub path: String,
    /// As messages show it.
    pub name: String,
    /// Where it lies; not every system's paths can be shown.
    pub(super) place: PathBuf,
}

impl FileName {
    /// What the file holds.
    pub fn read(&self) -> Result<Vec<u8>, LibraryError> {
        read(&self.place)
    }

    /// The file with what it holds.
    pub fn load(&self) -> Result<PackFile, LibraryError> {
        Ok(PackFile { path: self.path.clone(), name: self.name.clone(), bytes: Cow::Owned(self.read()?) })
    }
}

/// A pack's folder as it was when it was looked through, sorted by path.
#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    /// All files of the pack.
    pub files: Vec<FileName>,
    /// What in it cannot be read, as far as one can tell without reading.
    pub lost: Vec<Lost>,
}

impl Folder {
    /// Looks through the folder `root`; test files only where they are asked for.
    ///
    /// Errors: the folder is missing or holds no flow.
    pub fn open(root: &Path, with_tests: bool) -> Result<Self, LibraryError> {
        let found = walk::look(root, with_tests)?;
        if found.lost.is_empty() && !found.files.iter().any(|file| is_flow(&file.path)) {
            return Err(LibraryError::new(root, Problem::NoFlow));
        }
        Ok(found)
    }
}

impl Shelf for Folder {
    type Error = LibraryError;

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
        self.lost.iter().map(|lost| lost.path.as_str()).collect()
    }

    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, LibraryError> {
        self.files[file].read().map(Cow::Owned)
    }
}
