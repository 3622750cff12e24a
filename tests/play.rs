//! `walletfix play`: what an author sees, and how it follows what the author saves.

mod places;
mod plain;
#[cfg(unix)]
mod saving;
#[cfg(unix)]
mod screens;

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The flow that every reader of the README knows.
const FIRST: &str = include_str!("../examples/first-flow/app-does-not-open.toml");

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of one's own with that flow in it.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("app.toml");
    fs::write(&file, FIRST).unwrap();
    (folder, file)
}

/// Saves as many editors do: beside the file, then over it.
fn save(file: &Path, text: &str) {
    let beside = file.with_extension("toml~");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, file).unwrap();
}
