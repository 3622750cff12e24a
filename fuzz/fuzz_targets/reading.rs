//! Any bytes as a flow, a profile, a region, a test or answers: read, linked, proved within a small budget.
#![no_main]

#[path = "../../tests/laws/kept.rs"]
#[allow(dead_code)]
mod laws;
mod pack;

use libfuzzer_sys::fuzz_target;
use walletfix::parse::beside::{read_answers, read_profile};

fuzz_target!(|data: &[u8]| {
    let Some(files) = pack::files(data) else { return };
    laws::examples(&laws::read(&files, 300));
    if data[0] == b'a' {
        laws::places(&read_answers(&laws::file("answers.toml", &data[1..])).1);
    } else if data[0] == b'p' {
        laws::places(&read_profile(&laws::file("p.toml", &data[1..])).1);
    }
});
