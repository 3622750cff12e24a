//! The seal under a summary: what it survives, and what it finds.

mod changes;
mod command;
mod journeys;

use std::path::Path;
use walletfix::seal::{Verdict, verify};

/// The summaries that are kept as files, by name: text, short text, Markdown and JSON, in both languages.
fn kept(endings: &[&str]) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/summary");
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_summary = name.contains(".en.") || name.contains(".zh.");
        if is_summary && endings.iter().any(|ending| name.ends_with(ending)) {
            all.push((name, std::fs::read_to_string(&path).expect("a text")));
        }
    }
    all.sort();
    assert!(all.len() >= 10, "only {} summaries are kept", all.len());
    all
}

/// Whether there is one summary, as it was written.
fn is_intact(text: &str) -> bool {
    matches!(verify(text).as_slice(), [Verdict { damages, .. }] if damages.is_empty())
}
