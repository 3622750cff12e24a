//! The files of a pack on a disk, each read when somebody asks for it.

use super::{LibraryError, Lost, Problem, is_flow, read, walk};
use crate::pack::{PackFile, Shelf};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

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

    /// When it was saved last, where the system says so.
    pub fn saved(&self) -> Option<SystemTime> {
        std::fs::metadata(&self.place).and_then(|found| found.modified()).ok()
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

/// Reads the files of a folder, and remembers which it could not read.
#[derive(Debug)]
pub struct Reader<'f> {
    folder: &'f Folder,
    unread: Mutex<Vec<(usize, LibraryError)>>,
}

impl<'f> Reader<'f> {
    /// Of that folder.
    pub fn of(folder: &'f Folder) -> Self {
        Self { folder, unread: Mutex::new(Vec::new()) }
    }

    /// The numbers of the files that could not be read, each once and in order, and why.
    pub fn into_unread(self) -> Vec<(usize, LibraryError)> {
        let mut unread = self.unread.into_inner().unwrap_or_else(PoisonError::into_inner);
        unread.sort_by_key(|(file, _)| *file);
        unread.dedup_by_key(|(file, _)| *file);
        unread
    }
}

impl Shelf for Reader<'_> {
    fn count(&self) -> usize {
        self.folder.files.len()
    }

    fn path(&self, file: usize) -> &str {
        &self.folder.files[file].path
    }

    fn name(&self, file: usize) -> &str {
        &self.folder.files[file].name
    }

    fn lost(&self) -> Vec<&str> {
        self.folder.lost.iter().map(|lost| lost.path.as_str()).collect()
    }

    fn bytes(&self, file: usize) -> Option<Cow<'_, [u8]>> {
        let note = |error| self.unread.lock().unwrap_or_else(PoisonError::into_inner).push((file, error));
        self.folder.files[file].read().map(Cow::Owned).map_err(note).ok()
    }
}
