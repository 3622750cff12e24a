//! Tests: how mistakes are shown, and how profiles, regions, tests and packs are read.

mod ci;
mod library;
mod reading;
mod render;
mod schema;
mod scripts;

use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

/// Every `.toml` of a folder, sorted, with its name without the ending.
fn cases(name: &str) -> Vec<(String, String)> {
    let mut cases: Vec<(String, String)> = std::fs::read_dir(folder(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no case in {name}");
    cases
}

/// Compares with the file beside the case, or writes it with `WALLETFIX_BLESS=1`.
fn same_as_file(path: &Path, actual: &str) {
    if std::env::var_os("WALLETFIX_BLESS").is_some() {
        std::fs::write(path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(actual, expected, "{} differs; WALLETFIX_BLESS=1 writes it", path.display());
}
