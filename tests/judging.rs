//! A pack that is judged file by file comes to the same as one that is judged at once, whatever stands in it.

use crate::harness::{cases, wander::Dice};
use crate::proofs::random;
use std::borrow::Cow;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use walletfix::analysis::BUDGET;
use walletfix::diagnostic::Diagnostic;
use walletfix::i18n::Lang;
use walletfix::library::{self, Folder, Reader};
use walletfix::pack::{InMemory, PackFile};
use walletfix::parse::{judge, read_pack};

/// Everything that is said, each finding with its place, its help and its example.
fn listing(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for found in diagnostics {
        let at = found.source.position(found.span.start);
        let text = found.message.text(Lang::En);
        write!(out, "{}:{}:{} {:?} {text}", found.source.name, at.line, at.column, found.rule).unwrap();
        writeln!(out, " {:?} {:?}", found.help.as_ref().map(|help| help.text(Lang::En)), found.example).unwrap();
    }
    out
}

fn compare(files: &[PackFile], shown: &str) -> usize {
    let (_, at_once) = read_pack(files);
    let one_by_one = judge(&InMemory::from(files), false, BUDGET);
    let (one_by_one, said) = (listing(&one_by_one.diagnostics), listing(&at_once));
    assert!(one_by_one == said, "{shown}\none by one:\n{one_by_one}\nat once:\n{said}");
    at_once.len()
}

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// All folders and single files of the fixtures, each as a pack.
fn fixtures() -> Vec<(PathBuf, Vec<PackFile>)> {
    let mut found = Vec::new();
    for folder in ["tests/flows/err", "tests/flows/ok", "tests/packs"] {
        for entry in std::fs::read_dir(root(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(library::folder(&path, true).ok().map(|files| (path, files)));
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                let bytes = Cow::Owned(std::fs::read(&path).unwrap());
                found.push((path, vec![PackFile { path: name.clone(), name, bytes }]));
            }
        }
    }
    assert!(found.len() > 100);
    found
}

#[test]
fn every_fixture() {
    let mut packs = fixtures();
    let mut found = 0;
    for (path, files) in &packs {
        found += compare(files, &path.display().to_string());
    }
    assert!(found > 300, "{found}");
    // And all single files as one pack, in which they know each other. Where flows run each other in circles, ways are
    // measured of none that are judged together with them, which at once are all.
    packs.retain(|(path, files)| files.len() == 1 && !path.ends_with("run-cycle-self.toml"));
    let together: Vec<PackFile> = packs.into_iter().flat_map(|(_, files)| files).collect();
    compare(&together, "all of them");
}

#[test]
fn the_shipped_pack_from_the_disk() {
    let files = library::folder(&root("flows"), true).unwrap();
    compare(&files, "shipped");
    let folder = Folder::open(&root("flows"), true).unwrap();
    let judged = judge(&Reader::of(&folder), false, BUDGET);
    assert_eq!(listing(&judged.diagnostics), listing(&read_pack(&files).1));
}

#[test]
fn packs_by_dice() {
    for seed in 0..u64::from(cases(150)) {
        compare(&random::pack(&mut Dice::new(seed)), &format!("seed {seed}"));
    }
}
