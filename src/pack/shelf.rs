//! Where the files of a pack stand until somebody reads them, one at a time: in memory, or on a disk.

use super::PackFile;
use std::borrow::Cow;
use std::convert::Infallible;

/// The files of a pack, in order of their paths.
pub trait Shelf: Sync {
    /// Why a file could not be read.
    type Error: Send;

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

    /// What a file holds at this moment.
    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, Self::Error>;
}

impl Shelf for [PackFile] {
    type Error = Infallible;

    fn count(&self) -> usize {
        self.len()
    }

    fn path(&self, file: usize) -> &str {
        &self[file].path
    }

    fn name(&self, file: usize) -> &str {
        &self[file].name
    }

    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, Infallible> {
        Ok(Cow::Borrowed(&self[file].bytes))
    }
}
