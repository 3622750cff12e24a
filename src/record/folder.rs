//! The folder of journals: finding, listing, deleting, forgetting.

use super::{Header, Journal, Record, RecordError, hold, shape};
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long a session is kept after its last change.
const KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// Crockford's base 32, lower case: no i, l, o, u.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Where journals lie.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// A journal and what it holds.
#[derive(Debug)]
pub struct Listed {
    /// Its file.
    pub path: PathBuf,
    /// When it was last written.
    pub changed: SystemTime,
    /// What it holds.
    pub record: Record,
}

impl Folder {
    /// The journals below the data folder.
    pub fn new(data: &Path) -> Self {
        Self(data.join("sessions"))
    }

    /// A new random session id: 8 base-32 letters.
    pub fn new_id() -> String {
        let mut bytes = [0_u8; 8];
        // Without randomness the clock still tells sessions apart.
        if getrandom::fill(&mut bytes).is_err() {
            let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            bytes = u64::try_from(now.as_nanos() & u128::from(u64::MAX)).unwrap_or_default().to_le_bytes();
        }
        bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
    }

    /// The file of a session.
    pub fn path(&self, id: &str) -> PathBuf {
        self.0.join(format!("{id}.jsonl"))
    }

    /// A new journal in this folder.
    pub fn begin(&self, header: &Header) -> Journal {
        Journal::begin(self.path(&header.id), header)
    }

    /// Every readable session, the latest first. One without a first event never began.
    pub fn list(&self) -> io::Result<Vec<Listed>> {
        let mut all: Vec<Listed> = self
            .files()?
            .into_iter()
            .filter_map(|path| {
                let changed = fs::metadata(&path).and_then(|meta| meta.modified()).ok()?;
                let record = shape::read(&fs::read(&path).ok()?).filter(|record| !record.entries.is_empty())?;
                Some(Listed { path, changed, record })
            })
            .collect();
        all.sort_by(|a, b| (b.changed, &b.record.header.id).cmp(&(a.changed, &a.record.header.id)));
        Ok(all)
    }

    /// The file of the session with that id or unambiguous beginning of one.
    pub fn find(&self, id: &str) -> Result<PathBuf, RecordError> {
        let wanted = id.to_ascii_lowercase();
        let files = self.files().map_err(|error| RecordError::Io(self.0.clone(), error))?;
        let mut found: Vec<PathBuf> =
            files.into_iter().filter(|path| !wanted.is_empty() && id_of(path).starts_with(&wanted)).collect();
        match found.len() {
            0 => Err(RecordError::Missing),
            1 => Ok(found.remove(0)),
            _ => Err(RecordError::Ambiguous(found.iter().map(|path| id_of(path)).collect())),
        }
    }

    /// Reads a session without holding it.
    pub fn read(&self, id: &str) -> Result<Record, RecordError> {
        let path = self.find(id)?;
        let bytes = fs::read(&path).map_err(|error| RecordError::Io(path.clone(), error))?;
        shape::read(&bytes).ok_or(RecordError::Unreadable(path))
    }

    /// Deletes a session, unless another process holds it.
    pub fn delete(&self, path: &Path) -> Result<(), RecordError> {
        let fail = |error| RecordError::Io(path.to_owned(), error);
        let _held = hold::open(path, OpenOptions::new().read(true))?;
        fs::remove_file(path).map_err(fail)
    }

    /// Deletes sessions that were last changed over 90 days before `now`. What cannot be deleted is left for next time.
    pub fn forget_old(&self, now: SystemTime) {
        for path in self.files().unwrap_or_default() {
            let changed = fs::metadata(&path).and_then(|meta| meta.modified());
            if changed.is_ok_and(|changed| now.duration_since(changed).is_ok_and(|age| age > KEPT)) {
                let _ = self.delete(&path);
            }
        }
    }

    /// The folder, as messages show it.
    pub fn shown(&self) -> String {
        self.0.display().to_string()
    }

    /// Every journal's file.
    pub fn files(&self) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            other => other?,
        };
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
        files.sort();
        Ok(files)
    }
}

/// The id of the session whose file that is.
pub(super) fn id_of(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Options for a file that nobody else may read. On Windows it has the rights of its folder, and the one for a user's data
/// is closed to other users.
pub(super) fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder, and those above it, that nobody else may enter.
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
