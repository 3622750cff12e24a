//! Why a pack could not be loaded: the place and what is the matter with it.

use super::slashed;
use crate::i18n::Message;
use crate::wording::refusal;
use std::io;
use std::path::Path;

/// What could not be read, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct LibraryError {
    /// As messages show it.
    pub path: String,
    /// What is the matter.
    pub problem: Problem,
}

/// What can be the matter with a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// Nothing is there.
    Missing,
    /// The folder holds no flow.
    NoFlow,
    /// Reading is not allowed.
    NotAllowed,
    /// A folder, a pipe or a device where a file should be.
    NotAFile,
    /// A file that is no `.toml`.
    NotToml,
    /// A symbolic link that leads out of the pack: whoever checks or copies the folder would get something else.
    Outside,
    /// A name that is no text, or has characters in it that nobody sees.
    BadName,
    /// Folders within folders, deeper than any pack.
    TooDeep,
    /// Larger than [`LARGEST_FILE`](super::LARGEST_FILE).
    TooLarge,
    /// What the system says.
    Other(Message),
}

impl LibraryError {
    pub(super) fn new(path: &Path, problem: Problem) -> Self {
        Self { path: slashed(path), problem }
    }

    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        let problem = match error.kind() {
            io::ErrorKind::NotFound => Problem::Missing,
            io::ErrorKind::PermissionDenied => Problem::NotAllowed,
            io::ErrorKind::IsADirectory => Problem::NotAFile,
            _ => Problem::Other(refusal(error)),
        };
        Self::new(path, problem)
    }

    /// The sentence: what, where, what would be right.
    pub fn message(&self) -> Message {
        let message = |key: &str| Message::new(key).with("path", self.path.as_str());
        match &self.problem {
            Problem::Missing => message("files-missing"),
            Problem::NoFlow => message("files-no-flow"),
            Problem::NotAllowed => message("files-not-allowed"),
            Problem::NotAFile => message("files-not-a-file"),
            Problem::NotToml => message("files-not-toml"),
            Problem::Outside => message("files-outside"),
            Problem::BadName => message("files-bad-name"),
            Problem::TooDeep => message("files-too-deep"),
            Problem::TooLarge => {
                message("files-too-large").with("megabytes", (super::LARGEST_FILE >> 20).cast_signed())
            }
            Problem::Other(reason) => message("files-unreadable").with("reason", reason.clone()),
        }
    }
}
