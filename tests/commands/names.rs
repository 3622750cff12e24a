//! Every command and flag by name: `names.txt` has one line for each, and each line must change what is asked for.

use clap::Command;
use std::collections::BTreeSet;
use walletfix::cli::args::{Invocation, definition, parse};

const NAMES: &str = include_str!("names.txt");

fn read(line: &str) -> Result<Invocation, clap::Error> {
    let words: Vec<std::ffi::OsString> = line.split_whitespace().map(Into::into).collect();
    parse(&words)
}

/// `diagnose --plain` for every flag, `diagnose FLOW` for every argument, `diagnose` for every command.
fn defined(command: &Command, path: &str, all: &mut BTreeSet<String>) {
    for arg in command.get_arguments() {
        let name = match arg.get_long() {
            Some(long) => format!("--{long}"),
            None => arg.get_value_names().and_then(<[_]>::first).map(ToString::to_string).unwrap_or_default(),
        };
        all.insert(format!("{path} {name}"));
    }
    for child in command.get_subcommands() {
        let path = format!("{path} {}", child.get_name());
        all.insert(path.clone());
        defined(child, &path, all);
    }
}

/// The name on the left, the line that shows it on the right.
fn listed() -> impl Iterator<Item = (&'static str, &'static str)> {
    NAMES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (name, example) = line.split_once(" : ").unwrap_or((line, line));
        (name.trim(), example.trim())
    })
}

#[test]
fn the_list_is_complete() {
    let mut all = BTreeSet::new();
    defined(&definition(), "walletfix", &mut all);
    let listed: BTreeSet<String> = listed().map(|(name, _)| name.to_owned()).collect();
    let missing: Vec<_> = all.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&all).collect();
    assert!(missing.is_empty() && gone.is_empty(), "missing in names.txt: {missing:#?}, not defined: {gone:#?}");
}

#[test]
fn every_name_is_read_and_changes_what_is_asked_for() {
    for (name, example) in listed() {
        if ["--help", "--version"].iter().any(|flag| name.ends_with(flag)) {
            assert!(read(example).is_err_and(|error| !error.use_stderr()), "{example}");
            continue;
        }
        let with = read(example).unwrap_or_else(|error| panic!("{example}: {error}"));
        // What names the thing itself, taken away: a flag with its value, or the last word.
        let words: Vec<&str> = example.split_whitespace().collect();
        let last = words.iter().rposition(|word| word.starts_with("--")).unwrap_or(words.len() - 1);
        let Ok(without) = read(&words[..last].join(" ")) else { continue };
        // The language is read before everything else and is no part of what is asked for.
        let same = format!("{with:?}") == format!("{without:?}");
        assert!(name.ends_with("--lang") || name == "walletfix sessions list" || !same, "{example} changes nothing");
    }
}
