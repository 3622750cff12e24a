//! Reads the memory of a running program that the test has started.

use super::secret::Secret;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;

/// Where a secret was found.
pub(super) struct Traces(Vec<String>);

impl Traces {
    /// Nowhere.
    #[track_caller]
    pub(super) fn none(&self, what: &str) {
        assert!(self.0.is_empty(), "{what}: still found {} times:\n{}", self.0.len(), self.0.join("\n"));
    }

    /// Somewhere.
    pub(super) fn any(&self) -> bool {
        !self.0.is_empty()
    }
}

/// Searches everything that the process can read and write.
pub(super) fn traces(process: u32, secret: &Secret) -> Traces {
    Traces(regions(process).into_iter().flat_map(|(name, bytes)| secret.traces_in(&name, &bytes)).collect())
}

/// Whether the process holds these bytes anywhere.
pub(super) fn holds(process: u32, bytes: &[u8]) -> bool {
    regions(process).iter().any(|(_, held)| held.windows(bytes.len()).any(|window| window == bytes))
}

/// The regions that can be read and written, with their addresses and names.
fn regions(process: u32) -> Vec<(String, Vec<u8>)> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).expect("the map of its memory");
    let memory = File::open(format!("/proc/{process}/mem")).expect("its memory");
    let mut all = Vec::new();
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|may| may.starts_with("rw"))) {
        let (from, to) = line.split(' ').next().and_then(|range| range.split_once('-')).expect("a range");
        let address = |text: &str| u64::from_str_radix(text, 16).expect("an address");
        let (from, to) = (address(from), address(to));
        let mut bytes = vec![0; usize::try_from(to - from).expect("a length")];
        // The program waits, so nothing of it goes away meanwhile.
        memory.read_exact_at(&mut bytes, from).unwrap_or_else(|error| panic!("{line}: {error}"));
        all.push((line.to_owned(), bytes));
    }
    assert!(all.iter().any(|(name, _)| name.ends_with("[stack]")), "{maps}");
    all
}
