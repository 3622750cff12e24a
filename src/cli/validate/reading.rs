//! Which files were asked about, and what they hold at this moment.

use crate::analysis;
use crate::diagnostic::Diagnostic;
use crate::library::{self, LibraryError, Listing};
use crate::pack::{Pack, PackFile};
use crate::parse;
use std::collections::HashSet;
use std::path::PathBuf;
use std::time::SystemTime;

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
    /// The paths in the pack of what could not be read.
    lost: Vec<String>,
    /// When each was saved, so that saving it unchanged counts too; only where somebody watches.
    saved: Vec<Option<SystemTime>>,
    /// The names of those that were asked about; `None`: all.
    only: Option<HashSet<String>>,
}

impl PackReading {
    /// Everything that the files say together, and what is wrong with it.
    pub(super) fn read(&self) -> (Pack, Vec<Diagnostic>) {
        let lost: Vec<&str> = self.lost.iter().map(String::as_str).collect();
        parse::read_what_is_left(&self.files, &lost, analysis::BUDGET)
    }

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
            match part.and_then(|part| Ok((library::listing(&part.root, true)?, part))) {
                Ok((Listing { files, lost }, part)) => {
                    let wanted = files.iter().filter(|file| part.wants(&file.path));
                    let only = part.only.is_some().then(|| wanted.map(|file| file.name.clone()).collect());
                    let (lost, errors): (Vec<_>, Vec<_>) = lost.into_iter().map(|lost| (lost.path, lost.error)).unzip();
                    reading.errors.extend(errors);
                    reading.packs.push(PackReading { files, lost, saved: Vec::new(), only });
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
