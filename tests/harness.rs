//! What the tests share: the real program, run and looked at.

pub(crate) mod alone;
pub(crate) mod command;
pub(crate) mod counter;
pub(crate) mod late;
pub(crate) mod page;
#[cfg(unix)]
pub(crate) mod pty;
pub(crate) mod server;
pub(crate) mod talk;
pub(crate) mod wander;

use std::path::Path;
use std::time::Duration;
use walletfix::record::{Journal, Record, RecordError};

/// How many cases a property test tries: `WALLETFIX_CASES` where it is set.
pub(crate) fn cases(default: u32) -> u32 {
    std::env::var("WALLETFIX_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(default)
}

/// Goes on with a journal that this process has just closed. Another test may be starting a program at that moment, and
/// what is being started shares every open file, locks included, until it runs.
#[track_caller]
pub(crate) fn go_on(path: &Path) -> (Journal, Record) {
    for _ in 0..500 {
        match Journal::go_on(path) {
            Err(RecordError::Held(_)) => std::thread::sleep(Duration::from_millis(2)),
            other => return other.expect("a journal"),
        }
    }
    panic!("{} stays held", path.display());
}
