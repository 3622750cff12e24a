//! Every name of the contracts has a test that somebody can point at: `names.tsv` lists kind, name and test, and must
//! say what the program's own tables say.

mod keys;
mod known;
mod places;

pub(crate) use keys::of_tables as keys_of_tables;
pub(crate) use known::events;

use std::collections::{BTreeMap, BTreeSet};

const NAMES: &str = include_str!("names.tsv");

/// Names by kind.
type Names = BTreeMap<String, BTreeSet<String>>;

/// A line of the list.
struct Line {
    kind: &'static str,
    name: &'static str,
    test: &'static str,
}

fn listed() -> impl Iterator<Item = Line> {
    NAMES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [kind, name, test] = columns[..] else { panic!("three columns: {line}") };
        Line { kind, name, test }
    })
}

#[test]
fn the_list_says_what_the_program_s_tables_say() {
    let mut names = Names::new();
    for line in listed() {
        names.entry(line.kind.to_owned()).or_default().insert(line.name.to_owned());
    }
    let known = known::names();
    let pairs = |names: &Names| -> BTreeSet<(String, String)> {
        let pair = |kind: &String, name: &String| (kind.clone(), name.clone());
        names.iter().flat_map(|(kind, names)| names.iter().map(|name| pair(kind, name)).collect::<Vec<_>>()).collect()
    };
    let (listed, known) = (pairs(&names), pairs(&known));
    let lines = |names: Vec<&(String, String)>| -> String {
        names.iter().map(|(kind, name)| format!("{kind}\t{name}")).collect::<Vec<_>>().join("\n")
    };
    let missing = lines(known.difference(&listed).collect());
    let gone = lines(listed.difference(&known).collect());
    assert!(missing.is_empty() && gone.is_empty(), "not in names.tsv:\n{missing}\nnot in the program:\n{gone}");
}

#[test]
fn every_named_test_exists_and_knows_the_name() {
    let tests = places::tests();
    let wrong: Vec<String> = listed()
        .filter_map(|line| Some(format!("{} {}: {}", line.kind, line.name, places::lacks(&line, &tests)?)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_name_stands_twice() {
    let mut seen = BTreeSet::new();
    for line in listed() {
        assert!(seen.insert((line.kind, line.name)), "{} {} twice", line.kind, line.name);
    }
}
