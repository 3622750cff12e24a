//! `test --write`: added whole or not at all, and nothing that stood there is touched.

use super::{copied, shop};
use crate::harness::command::{Ran, walletfix};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn write(pack: &TempDir) -> Ran {
    walletfix("test --write").arg(pack.path()).run()
}

/// What was told on standard error, whatever the width of its lines.
fn told(ran: &Ran) -> String {
    ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every file of a folder, hidden ones too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_stands_in_the_file_stays_and_a_second_run_adds_nothing() {
    let pack = copied(&shop(), &[]);
    let path = pack.path().join("tests/pay.toml");
    let before = fs::read_to_string(&path).unwrap();
    let ran = write(&pack).code(1);
    assert!(ran.stdout.contains("tests were added to"), "{}", ran.stdout);
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.starts_with(&before) && after.len() > before.len());
    assert!(!names(&pack.path().join("tests")).iter().any(|name| name.contains("tmp")));
    walletfix("validate --deny warnings").arg(pack.path()).run().code(0);
    let again = walletfix("test --write --min-coverage 100").arg(pack.path()).run().code(1).stderr("");
    assert!(!again.stdout.contains("added"), "{}", again.stdout);
    assert_eq!(fs::read_to_string(&path).unwrap(), after);
}

#[test]
fn a_missing_file_is_made_and_passes() {
    let pack = copied(&shop(), &["tests"]);
    write(&pack).code(0);
    walletfix("test --min-coverage 100").arg(pack.path()).run().code(0);
    let text = fs::read_to_string(pack.path().join("tests/pay.toml")).unwrap();
    assert!(text.starts_with("format = 1\nflow = \"pay\"\n\n[[test]]\nname = "), "{text}");
}

#[test]
fn a_file_without_a_test_is_completed() {
    let pack = copied(&shop(), &["tests"]);
    let path = pack.path().join("tests/pay.toml");
    fs::create_dir(pack.path().join("tests")).unwrap();
    fs::write(&path, "format = 1\nflow = \"pay\"\n").unwrap();
    walletfix("test --suggest").arg(pack.path()).run().code(1).complains("`test` is missing");
    write(&pack).code(0).stderr("");
    walletfix("test --min-coverage 100").arg(pack.path()).run().code(0);
    // Another mistake of such a file stays one.
    fs::write(&path, "format = 1\nflow = \"pay\"\nflw = 1\n").unwrap();
    write(&pack).code(1).complains("error[unknown-key]: `flw`");
}

#[test]
fn line_ends_and_a_last_line_without_one_are_kept() {
    let pack = copied(&shop(), &[]);
    let path = pack.path().join("tests/pay.toml");
    let text = fs::read_to_string(&path).unwrap();
    let before = format!("{}\r\n# the last line", text.trim_end().replace('\n', "\r\n"));
    fs::write(&path, &before).unwrap();
    write(&pack).code(1);
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.starts_with(&before));
    assert!(after[before.len()..].starts_with("\r\n\r\n[[test]]\r\n"), "{}", &after[before.len()..]);
    assert!(!after.replace("\r\n", "").contains('\n'));
}

#[test]
fn a_file_with_mistakes_is_left_alone() {
    let pack = copied(&shop(), &[]);
    let path = pack.path().join("tests/pay.toml");
    let broken = "format = 1\nflow = \"pay\"\n[[test]\n";
    fs::write(&path, broken).unwrap();
    let ran = write(&pack).code(1);
    assert!(told(&ran).contains("has mistakes, so no test was added"), "{}", ran.stderr);
    assert!(!ran.stdout.contains("pay.toml.\n"), "{}", ran.stdout);
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
}

#[test]
fn tests_in_one_array_cannot_be_added_to() {
    let pack = copied(&shop(), &[]);
    let path = pack.path().join("tests/pay.toml");
    let closed = "format = 1\nflow = \"pay\"\nprofile = \"card\"\nprobes = { \"network.probe\" = \"online\" }\n\
        test = [{ name = \"a\", answers = { shown = \"nothing\" }, expect = { end = \"support\" } }]\n";
    fs::write(&path, closed).unwrap();
    let ran = write(&pack).code(1);
    assert!(told(&ran).contains("Write its tests as [[test]] sections"), "{}", ran.stderr);
    assert!(ran.stdout.contains("1 test passed") && ran.stdout.contains("[[test]]\nname = "), "{}", ran.stdout);
    assert_eq!(fs::read_to_string(&path).unwrap(), closed);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let pack = copied(&shop(), &["tests"]);
    // A file where the folder should be.
    fs::write(pack.path().join("tests"), "").unwrap();
    let ran = write(&pack).code(4);
    assert!(told(&ran).contains("Cannot write to"), "{}", ran.stderr);
    assert!(pack.path().join("tests").is_file());
}

#[test]
#[cfg(unix)]
fn a_link_stays_a_link_and_the_mode_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let pack = copied(&shop(), &[]);
    let (path, real) = (pack.path().join("tests/pay.toml"), pack.path().join("real.txt"));
    fs::rename(&path, &real).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("../real.txt", &path).unwrap();
    let before = fs::read_to_string(&real).unwrap();
    write(&pack).code(1);
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().len() > before.len());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn suggestions_are_printed_as_they_would_be_written() {
    let (printed, written) = (copied(&shop(), &["tests"]), copied(&shop(), &["tests"]));
    let shown = walletfix("test --suggest").arg(printed.path()).run().code(0).stdout;
    assert!(!printed.path().join("tests").exists());
    write(&written).code(0);
    let text = fs::read_to_string(written.path().join("tests/pay.toml")).unwrap();
    let tests = text.split_once("\n\n").unwrap().1;
    assert!(shown.contains(tests), "{shown}");
    let json = walletfix("test --suggest --format json").arg(printed.path()).run().code(0).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let all = json["suggestions"].as_array().unwrap();
    assert!(!all.is_empty() && all.iter().all(|one| text.contains(one["toml"].as_str().unwrap())), "{json}");
}
