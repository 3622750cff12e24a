//! The replay code: every way that the tests of the shipped flows go, there and back.

mod codes;
mod command;
mod slips;
mod wanders;

use std::sync::LazyLock;
use walletfix::flowtest::outcome;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::pack::read_pack;
use walletfix::session::Session;

static PACK: LazyLock<Pack> = LazyLock::new(|| read_pack(&library::embedded(true)).0);

/// Every tested walk of the shipped flows, by name.
fn walks() -> impl Iterator<Item = (String, Session<'static>)> {
    PACK.tests.values().flat_map(|script| {
        script.tests.iter().filter_map(move |test| {
            let (session, _) = outcome(&PACK, script, test);
            Some((format!("{}: {}", script.flow, test.name), session?))
        })
    })
}
