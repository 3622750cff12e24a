//! Where a new flow goes: the pack's folder, and the files in it.

use crate::cli::device::is_device;
use crate::cli::reading::PACK;
use crate::i18n::Message;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of a pack, which need not be there yet.
#[derive(Debug, Clone)]
pub(super) struct Place {
    root: PathBuf,
}

impl Place {
    /// The folder that was named; else the working folder if it holds flows and no folder `flows`; else `flows`.
    pub(super) fn of(named: Option<&Path>) -> Self {
        let root = match named {
            Some(named) => named.to_owned(),
            None if !Path::new(PACK).is_dir() && holds_flows(Path::new(".")) => PathBuf::from("."),
            None => PathBuf::from(PACK),
        };
        Self { root }
    }

    /// The folder as commands take it.
    pub(super) fn shown(&self) -> String {
        shown(&self.root)
    }

    /// The id that somebody means who types `FLOW.toml` or `flows/FLOW`.
    pub(super) fn id(&self, typed: &str) -> String {
        let id = typed.trim();
        let id = id.strip_suffix(".toml").unwrap_or(id);
        let id = id.strip_prefix("./").unwrap_or(id);
        // Completion leaves a slash behind a folder's name.
        let below = format!("{}/", self.shown().trim_end_matches('/'));
        id.strip_prefix(&below).unwrap_or(id).to_owned()
    }

    /// The file of the flow.
    pub(super) fn flow(&self, id: &str) -> PathBuf {
        self.root.join(format!("{id}.toml"))
    }

    /// The file of its tests.
    pub(super) fn test(&self, id: &str) -> PathBuf {
        self.root.join("tests").join(format!("{id}.toml"))
    }

    /// Whether both kinds of file can name a schema that lies in the pack.
    pub(super) fn has_schemas(&self) -> bool {
        ["flow-1.json", "test-1.json"].iter().all(|file| self.root.join("schema").join(file).is_file())
    }

    /// What keeps a flow of that id from being written here, as far as can be seen before.
    pub(super) fn refuse(&self, id: &str) -> Option<Message> {
        if self.root.exists() && !self.root.is_dir() {
            return Some(Message::new("new-not-a-folder").with("path", self.shown()));
        }
        let files = [self.flow(id), self.test(id)];
        // A link that leads nowhere is there as well, and so is a device wherever one looks for it.
        let there = files.iter().find(|file| is_device(file) || fs::symlink_metadata(file).is_ok())?;
        Some(Message::new("new-exists").with("path", shown(there)))
    }
}

/// A path as people write it.
pub(super) fn shown(path: &Path) -> String {
    let text = path.display().to_string().replace('\\', "/");
    text.strip_prefix("./").unwrap_or(&text).to_owned()
}

/// Whether a flow lies right in that folder.
fn holds_flows(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut toml = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    toml.any(|path| fs::read_to_string(path).is_ok_and(|text| text.lines().any(|line| line.trim() == "[flow]")))
}
