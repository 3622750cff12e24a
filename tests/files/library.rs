//! Tests: loading packs from the program and from folders.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use walletfix::i18n::Lang;
use walletfix::library::{self, LibraryError, Listing, Problem};
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

/// What could not be read: its path in the pack and why.
fn lost(listing: &Listing) -> Vec<(&str, &Problem)> {
    listing.lost.iter().map(|lost| (lost.path.as_str(), &lost.error.problem)).collect()
}

#[test]
fn what_cannot_be_read_keeps_nothing_else_from_being_read() {
    let tree = tree(&["b.toml", "folder.toml/x.toml", "a.toml", "profiles/p.toml"]);
    fs::File::create(tree.path().join("profiles/big.toml")).unwrap().set_len(library::LARGEST_FILE + 1).unwrap();
    let listing = library::listing(tree.path(), true).unwrap();
    assert_eq!(paths(&listing.files), ["a.toml", "b.toml", "profiles/p.toml"]);
    assert_eq!(lost(&listing), [("folder.toml", &Problem::NotAFile), ("profiles/big.toml", &Problem::TooLarge)]);
    assert_eq!(problem(library::folder(tree.path(), true)), Problem::NotAFile, "a walk needs all of it");
}

#[test]
fn a_pack_whose_only_flow_cannot_be_read_is_no_folder_without_flows() {
    let tree = tree(&["a.toml/x.txt"]);
    let listing = library::listing(tree.path(), false).unwrap();
    assert_eq!((listing.files.len(), lost(&listing)), (0, vec![("a.toml", &Problem::NotAFile)]));
}

#[test]
fn folders_are_not_endless() {
    let deep = |levels: usize| format!("{}a.toml", "d/".repeat(levels));
    let tree = tree(&["a.toml", &deep(16), &deep(17), &deep(40)]);
    let listing = library::listing(tree.path(), false).unwrap();
    assert_eq!(paths(&listing.files), ["a.toml", &deep(16)]);
    assert_eq!(lost(&listing), [(deep(17).trim_end_matches("/a.toml"), &Problem::TooDeep)]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_pack_and_never_in_circles() {
    use std::os::unix::fs::symlink;
    let tree = tree(&["pack/a.toml", "pack/.data/b.toml", "pack/c/d.toml"]);
    let at = |path: &str| tree.path().join(path);
    symlink(".data", at("pack/shared")).unwrap();
    symlink("a.toml", at("pack/copy.toml")).unwrap();
    symlink("c", at("pack/b")).unwrap();
    symlink(".", at("pack/loop")).unwrap();
    symlink("../../pack", at("pack/c/back")).unwrap();
    symlink(at("absent"), at("pack/broken")).unwrap();
    symlink("me", at("pack/me")).unwrap();
    symlink(at("pack"), at("another-name")).unwrap();
    for pack in ["pack", "another-name"] {
        let files = library::folder(&at(pack), false).unwrap();
        assert_eq!(paths(&files), ["a.toml", "c/d.toml", "copy.toml", "shared/b.toml"]);
    }
    symlink(at("absent.toml"), at("pack/broken.toml")).unwrap();
    symlink("me.toml", at("pack/me.toml")).unwrap();
    let listing = library::listing(&at("pack"), false).unwrap();
    assert_eq!(paths(&listing.files).len(), 4);
    assert_eq!(lost(&listing)[0], ("broken.toml", &Problem::Missing));
    assert!(matches!(lost(&listing)[1..], [("me.toml", Problem::Other(_))]), "{:?}", listing.lost);
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_pack_are_refused() {
    use std::os::unix::fs::symlink;
    let tree = tree(&["pack/a.toml", "pack/inside.txt", "elsewhere/b.toml", "pack-2/c.toml"]);
    let at = |path: &str| tree.path().join(path);
    symlink("../elsewhere", at("pack/shared")).unwrap();
    symlink("../pack-2/c.toml", at("pack/c.toml")).unwrap();
    symlink("../elsewhere/b.toml", at("pack/note.txt")).unwrap();
    symlink("/dev/zero", at("pack/zero.toml")).unwrap();
    let listing = library::listing(&at("pack"), false).unwrap();
    assert_eq!(paths(&listing.files), ["a.toml"]);
    let outside = &Problem::Outside;
    assert_eq!(lost(&listing), [("c.toml", outside), ("shared", outside), ("zero.toml", outside)]);
}

/// Folders full of links to all the others have more ways than anybody can go.
#[cfg(unix)]
#[test]
fn many_links_to_many_folders_end() {
    let tree = tree(&["a.toml"]);
    for from in 0..40 {
        let folder = tree.path().join(format!("f{from}"));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("x.toml"), "").unwrap();
        for to in 0..40 {
            std::os::unix::fs::symlink(format!("../f{to}"), folder.join(format!("to{to}"))).unwrap();
        }
    }
    assert_eq!(library::folder(tree.path(), false).unwrap().len(), 41);
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
