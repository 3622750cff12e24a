//! `walletfix test --coverage`, `--suggest` and `--write`: what tests reach, and the tests that reach the rest.

mod passages;
mod report;
mod suggest;
mod write;

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A flow with every kind of way, a shared flow it runs, and a provider.
fn shop() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/coverage/shop")
}

/// Copies a folder, without those files.
fn copy(from: &Path, to: &Path, without: &[&str]) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        if without.iter().any(|skipped| name == *skipped) {
            continue;
        }
        let target = to.join(&name);
        if entry.path().is_dir() {
            copy(&entry.path(), &target, &[]);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A pack of one's own, made from that folder.
fn copied(from: &Path, without: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(from, folder.path(), without);
    folder
}
