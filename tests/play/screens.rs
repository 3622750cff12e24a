//! What stands on terminals of 80 and of 40 columns.

use super::folder;
use crate::harness::command::walletfix;
use crate::harness::pty::Pty;

/// The screen at the second step, without the folder's own name.
fn screen(columns: u16, words: &str) -> String {
    let (folder, file) = folder();
    let (command, _home, _) = walletfix(&format!("play app --at version {words}"))
        .dir(folder.path())
        .words("--flows .")
        .env("TERM", "xterm-256color")
        .into_parts();
    let pty = Pty::of(&command, 50, columns);
    pty.wait_until("a prompt", |screen| screen.contents().contains("\n>") && screen.contents().contains("Esc"));
    drop(file);
    pty.screen().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn side_by_side() {
    insta::assert_snapshot!("en-80", screen(80, "--lang en"));
    insta::assert_snapshot!("zh-120", screen(120, "--lang zh"));
}

#[test]
fn one_below_the_other() {
    insta::assert_snapshot!("en-40", screen(40, "--lang en"));
    insta::assert_snapshot!("zh-40", screen(40, "--lang zh"));
}
