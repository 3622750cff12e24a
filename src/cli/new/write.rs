//! Writes both files or none, and never over anything.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// A file to be.
pub(super) struct Planned {
    /// Where.
    pub(super) path: PathBuf,
    /// What it will hold.
    pub(super) text: String,
}

/// Writes all of them, folders included. The error names the file that could not be written; then nothing is left of any.
pub(super) fn all(files: &[Planned]) -> Result<(), (PathBuf, io::Error)> {
    let mut made = Made::default();
    let written = made.write(files);
    if written.is_err() {
        made.undo();
    }
    written
}

/// What has been made so far.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn write(&mut self, files: &[Planned]) -> Result<(), (PathBuf, io::Error)> {
        let mut ready = Vec::new();
        for file in files {
            let beside = self.beside(file).map_err(|error| (file.path.clone(), error))?;
            ready.push((beside, file));
        }
        for (beside, file) in ready {
            publish(&beside, &file.path).map_err(|error| (file.path.clone(), error))?;
            self.files.push(file.path.clone());
            // Gone already where it was renamed.
            let _ = fs::remove_file(&beside);
        }
        Ok(())
    }

    /// The whole text under another name in the same folder, safely on the disk.
    fn beside(&mut self, file: &Planned) -> io::Result<PathBuf> {
        let folder = file.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        self.folder(folder)?;
        let beside = folder.join(format!(".walletfix-{}.tmp", std::process::id()));
        let mut out: File = OpenOptions::new().write(true).create_new(true).open(&beside)?;
        self.files.push(beside.clone());
        out.write_all(file.text.as_bytes())?;
        out.sync_all()?;
        Ok(beside)
    }

    /// Makes a folder and those above it that are missing, and remembers which.
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let below = folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists());
        let missing: Vec<&Path> = below.collect();
        for path in missing.into_iter().rev() {
            fs::create_dir(path)?;
            self.folders.push(path.to_owned());
        }
        Ok(())
    }

    /// Takes everything away again. What cannot be taken away was not ours, or is told about with the first error.
    fn undo(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Gives a file its name, unless something has that name by now.
fn publish(beside: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(beside, path) {
        // A disk that knows no second names.
        Err(error) if error.kind() != ErrorKind::AlreadyExists && fs::symlink_metadata(path).is_err() => {
            fs::rename(beside, path)
        }
        linked => linked,
    }
}

#[cfg(test)]
mod tests {
    use super::{Planned, all};
    use std::fs;
    use std::path::Path;

    fn planned(folder: &Path, names: [&str; 2]) -> Vec<Planned> {
        names.map(|name| Planned { path: folder.join(name), text: name.to_owned() }).into()
    }

    #[test]
    fn both_are_written_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        all(&planned(folder.path(), ["a/b/one", "a/two"])).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a/b/one")).unwrap(), "a/b/one");
        let names = |at: &str| fs::read_dir(folder.path().join(at)).unwrap().count();
        assert_eq!((names("."), names("a"), names("a/b")), (1, 2, 1));
    }

    #[test]
    fn where_one_cannot_be_written_the_other_is_not_there_either() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("two"), "mine").unwrap();
        for names in [["new/one", "two"], ["one", "two/three"]] {
            let (path, _) = all(&planned(folder.path(), names)).unwrap_err();
            assert_eq!(path, folder.path().join(names[1]));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
            assert_eq!(fs::read_to_string(folder.path().join("two")).unwrap(), "mine");
        }
    }
}
