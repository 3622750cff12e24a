//! Which files were asked about, and, for a watch, what they hold at this moment.

use crate::library::{self, FileName, Folder, LibraryError};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
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
    hash: u64,
    saved: Option<SystemTime>,
}

impl Held {
    fn of(file: &FileName) -> Result<Self, LibraryError> {
        let saved = std::fs::metadata(&file.name).and_then(|found| found.modified()).ok();
        let mut hasher = DefaultHasher::new();
        file.read()?.hash(&mut hasher);
        Ok(Self { hash: hasher.finish(), saved })
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
        Self::with(paths, |_| Ok(Vec::new()))
    }

    /// The same, and what each file holds.
    pub(super) fn with_contents(paths: &[PathBuf]) -> Self {
        Self::with(paths, |folder| folder.files.iter().map(Held::of).collect())
    }

    fn with(paths: &[PathBuf], hold: impl Fn(&Folder) -> Result<Vec<Held>, LibraryError>) -> Self {
        let mut reading = Self { packs: Vec::new(), errors: Vec::new() };
        for part in parts(paths) {
            let looked = part.and_then(|part| {
                let folder = Folder::open(&part.root, true)?;
                Ok((hold(&folder)?, folder, part))
            });
            match looked {
                Ok((held, folder, part)) => {
                    let names = folder.files.iter().map(|file| file.name.as_str());
                    let only = part.only.is_some();
                    let only = only.then(|| names.filter(|name| part.wants(name)).map(str::to_owned).collect());
                    reading.packs.push(PackReading { folder, held, only });
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
