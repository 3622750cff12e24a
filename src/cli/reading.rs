//! Which files were asked about, and what they hold at this moment.

use crate::library::{self, LibraryError};
use crate::pack::PackFile;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What some paths on the command line stand for: a pack, and which of its files were asked about.
pub struct Part {
    /// The pack's folder.
    pub root: PathBuf,
    /// The files that were asked about; `None`: all.
    only: Option<Vec<PathBuf>>,
}

impl Part {
    /// Whether the file of that name was asked about.
    pub fn wants(&self, name: &str) -> bool {
        let Some(only) = &self.only else { return true };
        let real = Path::new(name).canonicalize();
        real.is_ok_and(|real| only.contains(&real))
    }
}

/// The packs that these paths are or belong to, each once; without a path, the folder `flows`.
pub fn parts(paths: &[PathBuf]) -> Vec<Result<Part, LibraryError>> {
    let own = [PathBuf::from("flows")];
    let mut parts: Vec<Result<Part, LibraryError>> = Vec::new();
    for path in if paths.is_empty() { &own } else { paths } {
        let root = match library::root(path) {
            Ok(root) => root,
            Err(error) => {
                parts.push(Err(error));
                continue;
            }
        };
        let file = path.is_file().then(|| path.canonicalize().unwrap_or_else(|_| path.clone()));
        let known = parts.iter_mut().filter_map(|part| part.as_mut().ok()).find(|part| part.root == root);
        match (known, file) {
            (Some(part), Some(file)) => part.only.iter_mut().for_each(|only| only.push(file.clone())),
            (Some(part), None) => part.only = None,
            (None, file) => parts.push(Ok(Part { root, only: file.map(|file| vec![file]) })),
        }
    }
    parts
}

/// Everything that some paths stand for, read once. Two readings are equal where nobody saved anything between them.
#[derive(Debug, PartialEq)]
pub(super) struct Reading {
    /// The packs.
    pub(super) packs: Vec<PackReading>,
    /// What could not be read.
    pub(super) errors: Vec<LibraryError>,
}

/// The files of a pack.
#[derive(Debug, PartialEq)]
pub(super) struct PackReading {
    /// All of them, since one file can break another.
    pub(super) files: Vec<PackFile>,
    /// When each was saved, so that saving it unchanged counts too; only where somebody watches.
    saved: Vec<Option<SystemTime>>,
    /// The names of those that were asked about; `None`: all.
    only: Option<HashSet<String>>,
}

impl PackReading {
    /// Whether the file of that name was asked about.
    pub(super) fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(name))
    }
}

impl Reading {
    /// Reads what these paths stand for; without a path, the folder `flows`.
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        let mut reading = Self { packs: Vec::new(), errors: Vec::new() };
        for part in parts(paths) {
            match part.and_then(|part| Ok((library::folder(&part.root, true)?, part))) {
                Ok((files, part)) => {
                    let names = files.iter().map(|file| file.name.as_str());
                    let only = part.only.is_some();
                    let only = only.then(|| names.filter(|name| part.wants(name)).map(str::to_owned).collect());
                    reading.packs.push(PackReading { files, saved: Vec::new(), only });
                }
                Err(error) => reading.errors.push(error),
            }
        }
        reading
    }

    /// The same, and when each file was saved.
    pub(super) fn with_times(paths: &[PathBuf]) -> Self {
        let mut reading = Self::of(paths);
        for pack in &mut reading.packs {
            let saved = |file: &PackFile| std::fs::metadata(&file.name).and_then(|found| found.modified()).ok();
            pack.saved = pack.files.iter().map(saved).collect();
        }
        reading
    }

    /// The names of all files that were read, with what they hold and when they were saved.
    fn files(&self) -> impl Iterator<Item = (&PackFile, Option<SystemTime>)> {
        self.packs.iter().flat_map(|pack| pack.files.iter().zip(pack.saved.iter().copied()))
    }

    /// Whether something that `before` had is missing here.
    pub(super) fn lacks_some_of(&self, before: &Self) -> bool {
        let here: HashSet<&str> = self.files().map(|(file, _)| file.name.as_str()).collect();
        before.files().any(|(file, _)| !here.contains(file.name.as_str()))
    }

    /// The names of the files that differ, in order: changed, new, or gone.
    pub(super) fn changed_since<'r>(&'r self, before: &'r Self) -> Vec<&'r str> {
        let known: HashSet<_> = before.files().map(|(file, saved)| (&file.name, saved, &file.bytes)).collect();
        let here: HashSet<&str> = self.files().map(|(file, _)| file.name.as_str()).collect();
        let new = self.files().filter(|(file, saved)| !known.contains(&(&file.name, *saved, &file.bytes)));
        let gone = before.files().filter(|(file, _)| !here.contains(file.name.as_str()));
        let mut names: Vec<&str> = new.chain(gone).map(|(file, _)| file.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
