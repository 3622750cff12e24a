//! The problem search: sentences as people say them, laws that hold for any words, and the command.

mod command;
mod laws;
mod sentences;

use std::sync::OnceLock;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::search::Problems;

fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| read_pack(&library::embedded(true)).0)
}

fn problems() -> &'static Problems<'static> {
    static PROBLEMS: OnceLock<Problems> = OnceLock::new();
    PROBLEMS.get_or_init(|| Problems::of(pack()))
}

/// The ids of what the words find in the shipped pack, best first.
fn found(words: &str) -> Vec<&'static str> {
    problems().find(words).iter().map(|hit| hit.flow.id.as_str()).collect()
}
