//! Which files were asked about, and, for a watch, what they hold at this moment.

use crate::library::{self, FileName, Folder, LibraryError};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;
use std::time::SystemTime;

/// The folder of a pack that is meant where none is named.
pub const PACK: &str = "flows";

/// What some paths on the command line stand for: a pack, and which of its files were asked about.
pub struct Part {
    /// The pack's folder, as it was named first.
    pub root: PathBuf,
    /// Where that is: one folder may be named in many ways.
    real: PathBuf,
    /// The files that were asked about; `None`: all.
    only: Option<HashSet<PathBuf>>,
}

impl Part {
    /// Whether the file at that path in the pack was asked about.
    pub fn wants(&self, path: &str) -> bool {
        let Some(only) = &self.only else { return true };
        let real = self.root.join(path).canonicalize();
        real.is_ok_and(|real| only.contains(&real))
    }
}

/// The packs that these paths are or belong to, each once; without a path, the folder `flows`.
pub fn parts(paths: &[PathBuf]) -> Vec<Result<Part, LibraryError>> {
    let own = [PathBuf::from(PACK)];
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
        let real = root.canonicalize().unwrap_or_else(|_| root.clone());
        let known = parts.iter_mut().filter_map(|part| part.as_mut().ok()).find(|part| part.real == real);
        match (known, file) {
            (Some(part), Some(file)) => part.only.iter_mut().for_each(|only| only.extend([file.clone()])),
            (Some(part), None) => part.only = None,
            (None, file) => parts.push(Ok(Part { root, real, only: file.map(|file| HashSet::from([file])) })),
        }
    }
    parts
}

/// Everything that some paths stand for. Two readings for a watch are equal where nobody saved anything between them.
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
    pub(super) folder: Folder,
    /// What each held; only where somebody watches.
    held: Vec<Held>,
    /// The names of those that were asked about; `None`: all.
    only: Option<HashSet<String>>,
}

/// What a file held and when it was saved, so that saving it unchanged counts too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Held {
    /// `None`: it cannot be read.
    hash: Option<u64>,
    saved: Option<SystemTime>,
}

impl Held {
    fn of(file: &FileName) -> Self {
        let hash = |bytes: Vec<u8>| {
            let mut hasher = DefaultHasher::new();
            bytes.hash(&mut hasher);
            hasher.finish()
        };
        Self { hash: file.read().ok().map(hash), saved: file.saved() }
    }
}

impl PackReading {
    /// Whether the file of that name was asked about.
    pub(super) fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(name))
    }
}

impl Reading {
    /// Looks up what these paths stand for; without a path, the folder `flows`.
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        Self::with(paths, |_| Vec::new())
    }

    /// The same, and what each file holds.
    pub(super) fn with_contents(paths: &[PathBuf]) -> Self {
        Self::with(paths, |folder| folder.files.iter().map(Held::of).collect())
    }

    fn with(paths: &[PathBuf], contents: impl Fn(&Folder) -> Vec<Held>) -> Self {
        let mut reading = Self { packs: Vec::new(), errors: Vec::new() };
        for part in parts(paths) {
            match part.and_then(|part| Ok((Folder::open(&part.root, true)?, part))) {
                Ok((folder, part)) => {
                    reading.errors.extend(folder.lost.iter().map(|lost| lost.error.clone()));
                    let wanted = folder.files.iter().filter(|file| part.wants(&file.path));
                    let only = part.only.is_some().then(|| wanted.map(|file| file.name.clone()).collect());
                    reading.packs.push(PackReading { held: contents(&folder), folder, only });
                }
                Err(error) => reading.errors.push(error),
            }
        }
        reading
    }

    /// The names of all files that were read, with what they held.
    fn files(&self) -> impl Iterator<Item = (&str, Held)> {
        self.packs
            .iter()
            .flat_map(|pack| pack.folder.files.iter().map(|file| file.name.as_str()).zip(pack.held.iter().copied()))
    }

    /// Whether something that `before` had is missing here.
    pub(super) fn lacks_some_of(&self, before: &Self) -> bool {
        let here: HashSet<&str> = self.files().map(|(name, _)| name).collect();
        before.files().any(|(name, _)| !here.contains(name))
    }

    /// The names of the files that differ, in order: changed, new, or gone.
    pub(super) fn changed_since<'r>(&'r self, before: &'r Self) -> Vec<&'r str> {
        let known: HashSet<(&str, Held)> = before.files().collect();
        let here: HashSet<&str> = self.files().map(|(name, _)| name).collect();
        let new = self.files().filter(|file| !known.contains(file));
        let gone = before.files().filter(|(name, _)| !here.contains(name));
        let mut names: Vec<&str> = new.chain(gone).map(|(name, _)| name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
