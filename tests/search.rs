//! The problem search: sentences as people say them, laws that hold for any words, and the command.

mod command;
mod laws;
mod sentences;

use std::sync::OnceLock;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::search::search;

fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| read_pack(&library::embedded(true)).0)
}

/// The ids of what the words find in the shipped pack, best first.
fn found(words: &str) -> Vec<&'static str> {
    search(pack(), words).iter().map(|hit| hit.flow.id.as_str()).collect()
}
