//! How much of a session the disk has, told to whoever must say so when a signal ends the program.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// How much of what was confirmed can be resumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing.
    Nothing,
    /// What came before the disk said no.
    Part,
    /// All of it.
    All,
}

/// The same, as it changes.
#[derive(Debug, Clone)]
pub struct Saving(Arc<AtomicU8>);

impl Saving {
    pub(super) fn new(saved: Saved) -> Self {
        let saving = Self(Arc::default());
        saving.set(saved);
        saving
    }

    /// How much it is now.
    pub fn now(&self) -> Saved {
        match self.0.load(Ordering::SeqCst) {
            0 => Saved::Nothing,
            1 => Saved::Part,
            _ => Saved::All,
        }
    }

    pub(super) fn set(&self, saved: Saved) {
        self.0.store(saved as u8, Ordering::SeqCst);
    }
}
