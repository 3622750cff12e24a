//! Suggested tests pass, reach what they say, and leave nothing out that can be reached.

use super::{copied, shop};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use walletfix::flowtest::coverage::{Atlas, Covered, Report};
use walletfix::flowtest::suggest::{Suggestion, Suggestions, appended, read, suggest};
use walletfix::flowtest::{self};
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack_within;

fn pack(folder: &Path) -> Pack {
    // Some of these packs show what happens where a flow uses what is unknown, which no proof allows.
    read_pack_within(&library::folder(folder, true).unwrap(), 0).0
}

/// What the tests of a pack reach.
fn reached(pack: &Pack, atlas: &Atlas<'_>) -> Covered {
    let mut covered = Covered::none(atlas);
    let run = |script| flowtest::run(pack, script);
    for verdict in pack.tests.values().flat_map(run).filter(flowtest::Verdict::passed) {
        covered.add(atlas, &verdict.passages);
    }
    covered
}

fn suggestions(pack: &Pack) -> Suggestions {
    let atlas = Atlas::new(pack);
    let flows: Vec<&str> = pack.flows.keys().map(String::as_str).collect();
    suggest(pack, &atlas, &reached(pack, &atlas), &flows)
}

/// Runs suggested tests as their files would hold them, one after the other, and says what is still missing then.
fn missing_after(pack: &Pack, tests: &[Suggestion]) -> Vec<String> {
    let atlas = Atlas::new(pack);
    let mut covered = reached(pack, &atlas);
    for flow in tests.iter().map(|one| one.flow.as_str()).collect::<BTreeSet<_>>() {
        let own: Vec<&str> = tests.iter().filter(|one| one.flow == flow).map(|one| one.text.as_str()).collect();
        let before = pack.tests.get(flow).map_or("", |script| script.source.text.as_str());
        let old = pack.tests.get(flow).map_or(0, |script| script.tests.len());
        let script = read(flow, appended(before, flow, &own.join("\n"))).expect("a test file");
        let names: BTreeSet<&str> = script.tests.iter().map(|test| test.name.as_str()).collect();
        assert_eq!(names.len(), script.tests.len(), "{flow}: two tests with one name");
        assert_eq!(script.tests.len(), old + own.len());
        for verdict in flowtest::run(pack, &script).into_iter().skip(old) {
            assert!(verdict.passed(), "{flow}: {}: {:?}", verdict.name, verdict.reasons);
            covered.add(&atlas, &verdict.passages);
        }
    }
    let mut report = Report::default();
    pack.flows.keys().for_each(|flow| report.add(&atlas, &covered, flow));
    report.missing.into_iter().map(|one| one.edge).collect()
}

/// The little packs of `tests/packs`, the shop and the shipped flows.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root.join("tests/packs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    // There everything is live at once; it has a test of its own.
    folders.retain(|folder| !folder.ends_with("conditions"));
    folders.extend([shop(), root.join("flows")]);
    folders
}

#[test]
fn without_any_test_everything_that_can_be_reached_is() {
    for folder in folders() {
        let copy = copied(&folder, &["tests"]);
        let is_shipped = folder.ends_with("flows");
        if is_shipped {
            // What is shipped is too much for one search from nothing: there only the shared lists lose their tests, but
            // for the one that leads to everything else.
            let guard = "shared/safety-first.toml";
            let (kept, tests) = (copied(&folder.join("tests"), &["shared"]), copy.path().join("tests"));
            std::fs::rename(kept.path(), &tests).unwrap();
            std::fs::create_dir(tests.join("shared")).unwrap();
            std::fs::copy(folder.join("tests").join(guard), tests.join(guard)).unwrap();
        }
        let pack = pack(copy.path());
        let found = suggestions(&pack);
        // There the search cannot look at everything either; what matters is what it leaves out.
        assert!(!found.tests.is_empty() && (is_shipped || !found.cut), "{}", folder.display());
        let mut missing = missing_after(&pack, &found.tests);
        let mut unreached = found.unreached.clone();
        missing.sort();
        unreached.sort();
        assert_eq!(missing, unreached, "{}", folder.display());
        // The only way in all these flows that nobody can go: each value of a fact has a line of its own.
        let can = if folder.ends_with("verbs") { vec!["sort: else -> stuck".to_owned()] } else { Vec::new() };
        assert_eq!(unreached, can, "{}", folder.display());
    }
}

#[test]
fn each_suggestion_reaches_something_that_those_before_it_do_not() {
    let copy = copied(&shop(), &["tests"]);
    let pack = pack(copy.path());
    let found = suggestions(&pack);
    let all: Vec<&String> = found.tests.iter().flat_map(|one| &one.reaches).collect();
    let once: BTreeSet<&String> = all.iter().copied().collect();
    assert_eq!(all.len(), once.len(), "{all:?}");
    for left_out in 0..found.tests.len() {
        let mut fewer = found.tests.clone();
        fewer.remove(left_out);
        assert!(!missing_after(&pack, &fewer).is_empty(), "{} is not needed", found.tests[left_out].name);
    }
}

#[test]
fn the_same_pack_gives_the_same_suggestions() {
    let copy = copied(&shop(), &["tests"]);
    assert_eq!(suggestions(&pack(copy.path())), suggestions(&pack(copy.path())));
}

#[test]
fn what_is_reached_already_needs_no_test() {
    let copy = copied(Path::new(env!("CARGO_MANIFEST_DIR")).join("flows").as_path(), &[]);
    assert_eq!(suggestions(&pack(copy.path())), Suggestions::default());
}

/// Eight facts that are all asked first and read in the end: there are too many of their combinations.
#[test]
fn a_flow_that_is_too_large_gets_tests_for_most_of_it() {
    let copy = copied(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/conditions"), &["tests"]);
    let pack = pack(copy.path());
    let found = suggestions(&pack);
    assert!(found.cut);
    let missing = missing_after(&pack, &found.tests);
    assert!(missing.len() < 10, "{missing:?}");
}
