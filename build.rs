//! A file that is added to the pack is embedded at the next build, and the released program starts a little sooner.

use std::env::var;
use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    // Without the schemas, which are for editors: the program makes them from its own tables.
    let embedded = Path::new(&var("OUT_DIR").unwrap_or_default()).join("flows");
    if embedded.exists() {
        fs::remove_dir_all(&embedded)?;
    }
    copy(Path::new("flows"), &embedded)?;
    println!("cargo:rerun-if-changed=flows");
    println!("cargo:rerun-if-changed=src/explain/pages");
    println!("cargo:rerun-if-changed=build.rs");
    // A program at a fixed place needs none of its 10,000 addresses mended at the start: 40 pages that nobody has to touch
    // before the first prompt. What it gives up is a random place of its own code in memory; it has no unsafe code that a
    // flow or an answer could reach.
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
    Ok(())
}

/// Copies a folder and what is in it, but for schemas.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            if entry.file_name() != "schema" {
                copy(&entry.path(), &target)?;
            }
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
