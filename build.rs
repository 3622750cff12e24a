//! A file that is added to the pack is embedded at the next build.

fn main() {
    println!("cargo:rerun-if-changed=flows");
}
