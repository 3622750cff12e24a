//! When files that somebody is saving may be read: once they stay as they are for a moment.

use super::reading::Reading;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

/// Between two looks at the files.
const EVERY: Duration = Duration::from_millis(300);
/// A large pack is looked at less often, so that looking takes at most one part in so many of the time.
const SHARE: u32 = 10;
/// A file that is being written is left alone until it stays as it is for so long.
const SETTLED: Duration = Duration::from_millis(100);
/// A file that is gone may be on its way back: some editors delete it before they write it anew.
const GONE: Duration = Duration::from_secs(1);
/// Somebody who never stops saving gets a result all the same.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);

/// The first reading that stays as it is for a moment.
pub(super) fn settled(paths: &[PathBuf], mut reading: Reading, before: Option<&Reading>, start: Instant) -> Reading {
    let mut since = Instant::now();
    loop {
        let gone = before.is_some_and(|before| reading.lacks_some_of(before));
        if since.elapsed() >= if gone { GONE } else { SETTLED } || start.elapsed() > PATIENCE {
            return reading;
        }
        thread::sleep(SETTLED);
        let now = Reading::with_contents(paths);
        if now != reading {
            reading = now;
            since = Instant::now();
        }
    }
}

/// How long to wait for the next look after one that took so long.
pub(super) fn pause(looking: Duration) -> Duration {
    EVERY.max(looking * SHARE)
}
