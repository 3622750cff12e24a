//! Whether somebody has saved a file of the pack.

use crate::cli::reading::Reading;
use crate::cli::settling::{pause, settled};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The files as they were when they were last read.
pub(super) struct Edits {
    /// The pack's folder; none: the pack is the program's own and nobody can edit it.
    folder: Option<PathBuf>,
    seen: Option<Reading>,
    looked: Instant,
    pause: Duration,
}

impl Edits {
    /// Of a folder as it was read; `None` for the program's own pack.
    pub(super) fn of(folder: Option<PathBuf>, seen: Option<Reading>) -> Self {
        Self { folder, seen, looked: Instant::now(), pause: Duration::ZERO }
    }

    /// Whether the files differ from what was read. Looks at them a few times a second at most.
    pub(super) fn are_there(&mut self) -> bool {
        let (Some(folder), Some(seen)) = (&self.folder, &self.seen) else { return false };
        if self.looked.elapsed() < self.pause {
            return false;
        }
        let start = Instant::now();
        let now = Reading::with_contents(std::slice::from_ref(folder));
        self.looked = Instant::now();
        self.pause = pause(start.elapsed());
        now != *seen
    }

    /// Looks at once, however short a time ago the last look was.
    pub(super) fn are_there_now(&mut self) -> bool {
        self.pause = Duration::ZERO;
        self.are_there()
    }

    /// The files as they are once they stay so for a moment, with the names of those that differ.
    pub(super) fn take(&mut self) -> Option<(&Reading, Vec<String>)> {
        let folder = self.folder.as_ref()?;
        let paths = std::slice::from_ref(folder);
        let now = settled(paths, Reading::with_contents(paths), self.seen.as_ref(), Instant::now());
        let before = self.seen.replace(now);
        let now = self.seen.as_ref()?;
        let names = before.map(|before| now.changed_since(&before).into_iter().map(str::to_owned).collect());
        Some((now, names.unwrap_or_default()))
    }
}
