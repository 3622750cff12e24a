//! Every file below a folder, through symbolic links but never in circles.

use super::{FileName, LibraryError, slashed};
use std::path::{Path, PathBuf};

/// Deeper than any pack; a folder that far down is not looked into.
const DEEPEST: usize = 16;

/// Every file below `root` whose path in it is `wanted`. Hidden files and folders are left alone.
pub(super) fn files(root: &Path, wanted: &dyn Fn(&str) -> bool) -> Result<Vec<FileName>, LibraryError> {
    let real = std::fs::canonicalize(root).map_err(|error| LibraryError::io(root, &error))?;
    let mut walk = Walk { wanted, files: Vec::new(), above: vec![real] };
    walk.folder(root, "")?;
    Ok(walk.files)
}

struct Walk<'w> {
    wanted: &'w dyn Fn(&str) -> bool,
    files: Vec<FileName>,
    /// The real paths of the folders that are being read, the root first.
    above: Vec<PathBuf>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, inside: &str) -> Result<(), LibraryError> {
        let io = |error: std::io::Error| LibraryError::io(folder, &error);
        for entry in std::fs::read_dir(folder).map_err(io)? {
            let entry = entry.map_err(io)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = folder.join(entry.file_name());
            let inside = if inside.is_empty() { name } else { format!("{inside}/{name}") };
            self.entry(&path, inside)?;
        }
        Ok(())
    }

    fn entry(&mut self, path: &Path, inside: String) -> Result<(), LibraryError> {
        let wanted = (self.wanted)(&inside);
        // A link that leads nowhere matters only where a file should be.
        let is_folder = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_dir());
        if is_folder && !wanted {
            let real = std::fs::canonicalize(path).map_err(|error| LibraryError::io(path, &error))?;
            if self.above.len() < DEEPEST && !self.above.contains(&real) {
                self.above.push(real);
                self.folder(path, &inside)?;
                self.above.pop();
            }
        } else if wanted {
            self.files.push(FileName { path: inside, name: slashed(path), place: path.to_owned() });
        }
        Ok(())
    }
}
