//! The flows that benchmarks are measured on are sound, and what is wrong with the broken ones is found.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use corpus::{Made, Preset};
use std::borrow::Cow;
use walletfix::diagnostic::{Diagnostic, Severity};
use walletfix::pack::PackFile;
use walletfix::parse::read_pack;

/// The files of a preset, and everything that is wrong with them.
fn checked(name: &str) -> (&'static Preset, Vec<Made>, Vec<Diagnostic>) {
    let preset = Preset::named(name).expect("a preset");
    let made: Vec<Made> = preset.made().collect();
    let file = |made: &Made| PackFile {
        path: made.name.clone(),
        name: made.name.clone(),
        bytes: Cow::Owned(made.text.clone().into_bytes()),
    };
    let (_, found) = read_pack(&made.iter().map(file).collect::<Vec<_>>());
    (preset, made, found)
}

#[test]
fn measured_flows_have_no_error() {
    for name in ["small", "thousand"] {
        let (preset, made, found) = checked(name);
        let errors: Vec<_> = found.iter().filter(|found| found.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert_eq!(made.len(), preset.files);
        for made in made {
            assert!(made.fault.is_none());
            // A flow may have a common end besides.
            let extra = made.text.matches("\n[step.").count() - preset.steps;
            assert!(extra <= 1, "{} has {extra} steps too many", made.name);
        }
    }
}

#[test]
fn the_fault_of_each_broken_flow_is_found() {
    let (_, made, found) = checked("broken");
    let mut rules: Vec<&str> = made.iter().filter_map(|made| made.fault).collect();
    assert_eq!(rules.len(), 16);
    rules.sort_unstable();
    rules.dedup();
    assert_eq!(rules.len(), 8, "{rules:?}");
    for made in &made {
        let of_file: Vec<&str> =
            found.iter().filter(|found| found.source.name == made.name).map(|found| found.rule.id()).collect();
        assert!(
            made.fault.is_some_and(|rule| of_file.contains(&rule)),
            "{}: {:?} is not among {of_file:?}",
            made.name,
            made.fault
        );
    }
}

#[test]
fn the_same_preset_is_the_same_flows() {
    let texts = || Preset::named("broken").into_iter().flat_map(Preset::made).map(|made| made.text).collect::<Vec<_>>();
    let first = texts();
    assert_eq!(first, texts());
    // No two files are alike, so none is measured twice.
    assert!(first.windows(2).all(|pair| pair[0] != pair[1]));
}
