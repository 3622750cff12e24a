//! Every file below a folder, through the symbolic links that stay in it; each folder once, so never in circles.

use super::{FileName, Folder, LibraryError, Lost, Problem, is_entered, is_unseen, is_wanted, slashed};
use std::collections::{HashSet, VecDeque};
use std::fs::FileType;
use std::io;
use std::path::{Path, PathBuf};

/// Deeper than any pack; a folder that far down is not looked into.
const DEEPEST: usize = 16;

/// Every file below `root` that a pack reads. Hidden files and folders are left alone. Errors: `root` itself.
pub(super) fn look(root: &Path, with_tests: bool) -> Result<Folder, LibraryError> {
    let io = |error: io::Error| LibraryError::io(root, &error);
    let real = std::fs::canonicalize(root).map_err(io)?;
    let entries = std::fs::read_dir(root).map_err(io)?;
    let found = Folder { files: Vec::new(), lost: Vec::new() };
    let mut walk = Walk {
        with_tests,
        given: root.to_owned(),
        root: real.clone(),
        found,
        seen: HashSet::from([real]),
        linked: VecDeque::new(),
    };
    walk.entries(entries, root, "", 1);
    while let Some((path, inside, depth)) = walk.linked.pop_front() {
        walk.folder(&path, inside, depth);
    }
    let Walk { mut found, .. } = walk;
    found.files.sort_by(|a, b| a.path.cmp(&b.path));
    found.lost.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

struct Walk {
    with_tests: bool,
    /// The path of the pack as it was named.
    given: PathBuf,
    /// The real path of the pack, out of which no link may lead.
    root: PathBuf,
    found: Folder,
    /// The real paths of the folders that were read.
    seen: HashSet<PathBuf>,
    /// Folders that are links, read last: a folder that is there twice counts under its own name.
    linked: VecDeque<(PathBuf, String, usize)>,
}

impl Walk {
    fn folder(&mut self, path: &Path, inside: String, depth: usize) {
        if depth > DEEPEST {
            return self.lose(path, inside, Problem::TooDeep);
        }
        let real = match std::fs::canonicalize(path) {
            Ok(real) => real,
            Err(error) => return self.fail(path, inside, &error),
        };
        if !real.starts_with(&self.root) {
            return self.lose(path, inside, Problem::Outside);
        }
        if !self.seen.insert(real) {
            return;
        }
        match std::fs::read_dir(path) {
            Ok(entries) => self.entries(entries, path, &inside, depth + 1),
            Err(error) => self.fail(path, inside, &error),
        }
    }

    fn entries(&mut self, entries: std::fs::ReadDir, folder: &Path, inside: &str, depth: usize) {
        let mut found = Vec::new();
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?))) {
                Ok(entry) => found.push(entry),
                Err(error) => self.fail(folder, inside.to_owned(), &error),
            }
        }
        // In an order of their own, since the disk's is another one everywhere.
        found.sort_by(|(a, _), (b, _)| a.cmp(b));
        for (name, kind) in found {
            let shown = name.to_string_lossy();
            if !shown.starts_with('.') {
                let inside = if inside.is_empty() { shown.into_owned() } else { format!("{inside}/{shown}") };
                self.entry(&folder.join(&name), kind, inside, depth);
            }
        }
    }

    fn entry(&mut self, path: &Path, kind: FileType, inside: String, depth: usize) {
        if is_wanted(&inside, self.with_tests) {
            match self.check(path, kind) {
                Ok(()) => {
                    self.found.files.push(FileName { path: inside, name: slashed(path), place: path.to_owned() });
                }
                Err(error) => self.found.lost.push(Lost { path: inside, error }),
            }
        } else if !is_entered(&inside, self.with_tests) {
            // Nothing below it is read.
        } else if kind.is_dir() {
            self.folder(path, inside, depth);
        } else if kind.is_symlink() && std::fs::metadata(path).is_ok_and(|target| target.is_dir()) {
            // A link that leads nowhere matters only where a file should be.
            self.linked.push_back((path.to_owned(), inside, depth));
        }
    }

    /// Whether a file may be read: its name can be shown, and it lies in the pack.
    fn check(&self, path: &Path, kind: FileType) -> Result<(), LibraryError> {
        let name = path.strip_prefix(&self.given).ok().and_then(Path::to_str);
        if name.is_none_or(|name| name.contains(is_unseen)) {
            return Err(LibraryError::new(path, Problem::BadName));
        }
        if kind.is_symlink() {
            let real = std::fs::canonicalize(path).map_err(|error| LibraryError::io(path, &error))?;
            if !real.starts_with(&self.root) {
                return Err(LibraryError::new(path, Problem::Outside));
            }
        }
        Ok(())
    }

    fn fail(&mut self, path: &Path, inside: String, error: &io::Error) {
        self.found.lost.push(Lost { path: inside, error: LibraryError::io(path, error) });
    }

    fn lose(&mut self, path: &Path, inside: String, problem: Problem) {
        self.found.lost.push(Lost { path: inside, error: LibraryError::new(path, problem) });
    }
}
