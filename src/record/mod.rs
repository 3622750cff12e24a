//! The journal on disk: one append-only file a session, flushed before the next screen.
//!
//! Knows files and shapes, not flows: what the events mean is the session's business.

mod clean;
mod folder;
mod hold;
mod saved;
mod shape;

pub use folder::{Folder, Listed};
pub use saved::{Saved, Saving};

use crate::pack::PackHash;
use crate::session::event::{Entry, Event};
use serde::{Deserialize, Serialize};
use shape::Line;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The version of the shapes in the file.
    pub walletfix: u32,
    /// The session's id.
    pub id: String,
    /// The version of the program that began it.
    pub tool: String,
    /// The pack's hash.
    pub pack: PackHash,
    /// The folder the flows came from; `None` for the embedded pack.
    pub flows: Option<String>,
    /// The profile's file, where it came from outside the pack.
    pub profile_file: Option<String>,
    /// The person's zone, as an IANA name or an offset.
    pub zone: String,
}

/// The version of the shapes that this program writes.
pub const SHAPES: u32 = 1;

/// What a journal file holds.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its first line.
    pub header: Header,
    /// Its events.
    pub entries: Vec<Entry>,
    /// The last line was cut off in the middle and is left out.
    pub torn: bool,
    /// Events of a kind this program does not know.
    pub unknown: usize,
    /// How many bytes are whole lines.
    whole: u64,
}

/// A journal that lies anywhere; `None`: it is none, or one of a newer program.
pub fn read(bytes: &[u8]) -> Option<Record> {
    shape::read(bytes).filter(|record| !record.entries.is_empty())
}

/// Why a journal cannot be opened.
#[derive(Debug)]
pub enum RecordError {
    /// There is no such session.
    Missing,
    /// More than one session begins like that: their ids.
    Ambiguous(Vec<String>),
    /// Another process holds it.
    Held(String),
    /// It is no journal, or one of a newer program.
    Unreadable(PathBuf),
    /// The disk says no.
    Io(PathBuf, io::Error),
}

/// A journal that is written to, or the decision to keep none.
#[derive(Debug)]
pub struct Journal {
    id: String,
    path: Option<PathBuf>,
    file: Option<File>,
    /// Written with the first event that somebody confirmed, so that looking at the first screen leaves no file.
    header: Option<Header>,
    waiting: Vec<String>,
    lost: bool,
    saving: Saving,
}

impl Journal {
    /// A session that leaves no file.
    pub fn none(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            path: None,
            file: None,
            header: None,
            waiting: Vec::new(),
            lost: false,
            saving: Saving::new(Saved::Nothing),
        }
    }

    /// A new journal; its file comes into being with the first event after `start`.
    pub fn begin(path: PathBuf, header: &Header) -> Self {
        Self {
            id: header.id.clone(),
            path: Some(path),
            file: None,
            header: Some(header.clone()),
            waiting: Vec::new(),
            lost: false,
            saving: Saving::new(Saved::Nothing),
        }
    }

    /// Goes on with a journal that exists: holds it, drops a torn last line.
    pub fn go_on(path: &Path) -> Result<(Self, Record), RecordError> {
        let fail = |error| RecordError::Io(path.to_owned(), error);
        // Held before it is read: what another window writes in between would be cut off below.
        let mut file = hold::open(path, OpenOptions::new().read(true).write(true))?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).map_err(fail)?;
        let record = shape::read(&text).ok_or_else(|| RecordError::Unreadable(path.to_owned()))?;
        file.set_len(record.whole).map_err(fail)?;
        file.seek(SeekFrom::End(0)).map_err(fail)?;
        let id = record.header.id.clone();
        let (path, saving) = (Some(path.to_owned()), Saving::new(Saved::All));
        Ok((Self { id, path, file: Some(file), header: None, waiting: Vec::new(), lost: false, saving }, record))
    }

    /// The session's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How much of what was confirmed can be resumed; it can be asked while the journal is in use.
    pub fn saving(&self) -> Saving {
        self.saving.clone()
    }

    /// Whether it keeps a file at all.
    pub fn keeps(&self) -> bool {
        self.path.is_some()
    }

    /// Writes one event and flushes it to the disk. After an error nothing more is written: a gap would replay wrongly.
    pub fn append(&mut self, entry: &Entry) -> io::Result<()> {
        if self.path.is_none() || self.lost {
            return Ok(());
        }
        let result = self.add(entry);
        self.lost = result.is_err();
        match (&result, self.saving.now()) {
            // The first event waits for the next one: until then there is no file.
            (Ok(()), _) if self.file.is_some() => self.saving.set(Saved::All),
            (Ok(()), _) => {}
            (Err(_), Saved::Nothing) => self.clear_away(),
            (Err(_), _) => self.saving.set(Saved::Part),
        }
        result
    }

    fn add(&mut self, entry: &Entry) -> io::Result<()> {
        self.waiting.push(serde_json::to_string(&Line::from(entry))?);
        let is_start = matches!(entry.event, Event::Start { .. });
        if self.file.is_none() && is_start { Ok(()) } else { self.write() }
    }

    fn write(&mut self) -> io::Result<()> {
        if self.file.is_none() {
            self.file = Some(self.create()?);
        }
        let Some(file) = &mut self.file else { return Ok(()) };
        let header = self.header.as_ref().map(serde_json::to_string).transpose()?;
        let text: String = header.iter().chain(&self.waiting).flat_map(|line| [line, "\n"]).collect();
        file.write_all(text.as_bytes())?;
        self.header = None;
        self.waiting.clear();
        file.sync_data()
    }

    /// A file that was made but could not be filled is of no use to anybody.
    fn clear_away(&mut self) {
        if let (Some(_), Some(path)) = (self.file.take(), &self.path) {
            // Where even that is refused, it is forgotten with the old ones.
            let _ = fs::remove_file(path);
        }
    }

    fn create(&self) -> io::Result<File> {
        let path = self.path.as_deref().unwrap_or(Path::new(""));
        if let Some(folder) = path.parent() {
            folder::make_private(folder)?;
        }
        hold::open(path, folder::private_options().create_new(true)).map_err(|error| match error {
            RecordError::Io(_, error) => error,
            _ => io::ErrorKind::WouldBlock.into(),
        })
    }
}
