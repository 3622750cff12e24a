//! A file that is added to the pack is embedded at the next build, and the released program starts a little sooner.

use std::env::var;

fn main() {
    println!("cargo:rerun-if-changed=flows");
    println!("cargo:rerun-if-changed=build.rs");
    // A program at a fixed place needs none of its 10,000 addresses mended at the start: 40 pages that nobody has to touch
    // before the first prompt. What it gives up is a random place of its own code in memory; it has no unsafe code that a
    // flow or an answer could reach.
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
