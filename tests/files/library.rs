//! Tests: loading packs from the program and from folders.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walletfix::i18n::Lang;
use walletfix::library::{self, LibraryError, Problem};
use walletfix::pack::PackFile;

/// A folder with these files in it.
fn tree(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("# {file}\n")).unwrap();
    }
    folder
}

fn paths(files: &[PackFile]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

fn problem<T: std::fmt::Debug>(result: Result<T, LibraryError>) -> Problem {
    result.unwrap_err().problem
}

#[test]
fn the_embedded_pack_is_the_flows_folder() {
    let flows = Path::new(env!("CARGO_MANIFEST_DIR")).join("flows");
    for with_tests in [false, true] {
        let embedded = library::embedded(with_tests);
        let loaded = library::folder(&flows, with_tests).unwrap();
        assert_eq!(paths(&embedded), paths(&loaded));
        assert!(embedded.iter().zip(&loaded).all(|(a, b)| a.bytes == b.bytes));
        assert_eq!(embedded.iter().any(|file| file.path.starts_with("tests/")), with_tests);
    }
    assert!(library::embedded(false).iter().all(|file| file.name == format!("flows/{}", file.path)));
}

#[test]
fn a_folder_is_read_sorted_without_what_is_no_part_of_the_pack() {
    let pack = tree(&[
        "b.toml",
        "a.toml",
        "shared/deep/c.toml",
        "profiles/p.toml",
        "regions/r.toml",
        "tests/a.toml",
        "tests/shared/deep/c.toml",
        "schema/flow.toml",
        "README.md",
        ".hidden.toml",
        ".git/x.toml",
        "a.toml.bak",
    ]);
    let all = ["a.toml", "b.toml", "profiles/p.toml", "regions/r.toml", "shared/deep/c.toml"];
    assert_eq!(paths(&library::folder(pack.path(), false).unwrap()), all);
    let with_tests = library::folder(pack.path(), true).unwrap();
    assert_eq!(paths(&with_tests)[5..], ["tests/a.toml", "tests/shared/deep/c.toml"]);
    let first = &with_tests[0];
    assert_eq!(first.bytes.as_ref(), b"# a.toml\n");
    assert_eq!(first.name, pack.path().join("a.toml").to_str().unwrap());
}

#[test]
fn a_file_belongs_to_the_nearest_pack_above_it() {
    let tree = tree(&[
        "flows/a.toml",
        "flows/shared/x/b.toml",
        "flows/shared/b.toml",
        "alone/c.toml",
        "tested/d.toml",
        "tested/tests/d.toml",
        "tested/tests/shared/e.toml",
    ]);
    let real = tree.path().to_owned();
    for (file, root) in [
        ("flows/a.toml", "flows"),
        ("flows/shared/b.toml", "flows"),
        ("flows/shared/x/b.toml", "flows"),
        ("alone/c.toml", "alone"),
        ("tested/tests/d.toml", "tested"),
        ("tested/tests/shared/e.toml", "tested"),
        ("alone", "alone"),
    ] {
        assert_eq!(library::root(&real.join(file)).unwrap(), real.join(root), "{file}");
    }
    let here = PathBuf::from("flows/shared/check-network.toml");
    assert_eq!(library::root(&here).unwrap(), PathBuf::from("flows"), "relative below the working directory");
    let files = library::folder(&here, false).unwrap();
    assert!(files.iter().any(|file| file.name == "flows/shared/check-network.toml"));
}

#[test]
fn what_cannot_be_loaded_says_why() {
    let tree = tree(&["empty/profiles/p.toml", "folder/a.toml/b.toml", "note.txt", "big/a.toml"]);
    let at = |path: &str| tree.path().join(path);
    fs::create_dir(at("nothing")).unwrap();
    fs::File::create(at("big/a.toml")).unwrap().set_len(library::LARGEST_FILE + 1).unwrap();
    let cases = [
        ("absent", Problem::Missing),
        ("absent.toml", Problem::Missing),
        ("nothing", Problem::NoFlow),
        ("empty", Problem::NoFlow),
        ("folder", Problem::NotAFile),
        ("note.txt", Problem::NotToml),
        ("big", Problem::TooLarge),
    ];
    for (path, expected) in cases {
        let error = library::folder(&at(path), true).unwrap_err();
        assert_eq!(error.problem, expected, "{path}");
        for lang in Lang::ALL {
            let text = error.message().text(lang);
            assert!(text.contains(path) && !text.starts_with("files-"), "{text}");
        }
    }
    assert_eq!(problem(library::answers_file(&at("absent.toml"))), Problem::Missing);
    assert_eq!(problem(library::answers_file(tree.path())), Problem::NotAFile);
    assert_eq!(library::profile_file(&at("note.txt")).unwrap().path, "note.txt");
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_never_in_circles() {
    use std::os::unix::fs::symlink;
    let tree = tree(&["pack/a.toml", "elsewhere/b.toml"]);
    let at = |path: &str| tree.path().join(path);
    symlink(at("elsewhere"), at("pack/shared")).unwrap();
    symlink(at("pack"), at("pack/loop")).unwrap();
    symlink(at("pack"), at("elsewhere/back")).unwrap();
    symlink(at("absent"), at("pack/broken")).unwrap();
    symlink(at("pack/me"), at("pack/me")).unwrap();
    let files = library::folder(&at("pack"), false).unwrap();
    assert_eq!(paths(&files), ["a.toml", "shared/b.toml"]);
    symlink(at("absent.toml"), at("pack/broken.toml")).unwrap();
    assert_eq!(problem(library::folder(&at("pack"), false)), Problem::Missing);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let tree = tree(&["a.toml"]);
    let pipe = tree.path().join("b.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    assert_eq!(problem(library::folder(tree.path(), false)), Problem::NotAFile);
}
