//! Taking hold of a journal: one window goes on with a session, all others may read it.
//!
//! A lock of Windows keeps everybody from reading what is locked, so that an open session would be missing from the list.
//! What a file may be shared for says the same without that.

use super::RecordError;
use super::folder::id_of;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a journal that nobody else holds, and holds it until the file is closed. Where the disk knows no locks that is
/// what is said, not that another window has it.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> Result<File, RecordError> {
    match held(path, options) {
        Ok(Some(file)) => Ok(file),
        Ok(None) => Err(RecordError::Held(id_of(path))),
        Err(error) => Err(RecordError::Io(path.to_owned(), error)),
    }
}

/// `None`: another process has it.
#[cfg(not(windows))]
fn held(path: &Path, options: &mut OpenOptions) -> io::Result<Option<File>> {
    use std::fs::TryLockError;
    let file = options.open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// For everybody to read and to delete, as long as nobody else writes.
#[cfg(windows)]
fn held(path: &Path, options: &mut OpenOptions) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt as _;
    use windows_sys::Win32::Foundation::ERROR_SHARING_VIOLATION;
    use windows_sys::Win32::Storage::FileSystem::{FILE_SHARE_DELETE, FILE_SHARE_READ};
    match options.share_mode(FILE_SHARE_READ | FILE_SHARE_DELETE).open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION.cast_signed()) => Ok(None),
        Err(error) => Err(error),
    }
}
