//! On a terminal an edit is seen as soon as the file is saved.

use super::{FIRST, folder, save};
use crate::harness::command::walletfix;
use crate::harness::pty::Pty;
use std::path::Path;
use tempfile::TempDir;

/// High enough that nothing scrolls away before it is looked at.
const ROWS: u16 = 120;

fn open(folder: &Path, words: &str) -> (Pty, TempDir) {
    let (command, home, _) =
        walletfix(&format!("play app {words}")).arg("--flows").arg(folder).env("TERM", "xterm-256color").into_parts();
    (Pty::of(&command, ROWS, 80), home)
}

/// Waits for a text and for the prompt below it: what is typed before that is forgotten.
#[track_caller]
fn asked(pty: &Pty, text: &str) {
    pty.wait_until(&format!("{text:?} and a prompt"), |screen| {
        let contents = screen.contents();
        contents
            .rsplit_once(text)
            .is_some_and(|(_, below)| below.lines().any(|row| row.starts_with('>')) && below.contains("Esc"))
    });
}

#[test]
fn an_edit_is_shown_at_once() {
    let (folder, file) = folder();
    let (mut pty, _home) = open(folder.path(), "--lang en");
    asked(&pty, "Restart the phone, then open the app.");
    save(&file, &FIRST.replace("Restart the phone, then", "Switch the phone off and on, then"));
    pty.wait_for("app.toml has changed.");
    asked(&pty, "Switch the phone off and on, then");
    pty.send("2\r");
    asked(&pty, "Which version is the app?");
    // Somebody who is typing is not disturbed.
    pty.send("7.");
    pty.wait_for("> 7.");
    save(&file, &FIRST.replace("Which version is the app?", "Which version does it say?"));
    std::thread::sleep(std::time::Duration::from_millis(900));
    assert!(!pty.screen().contains("does it say?"), "{}", pty.screen());
    pty.send("1\r");
    asked(&pty, "Contact support with this summary.");
    // With mistakes: what is wrong, and the last sound version.
    save(&file, &FIRST.replace(r#"next = "support""#, r#"next = "suport""#));
    pty.wait_for("no step is named `suport`");
    asked(&pty, "The last version without mistakes stays");
    save(&file, &FIRST.replace("Contact support with", "Go to support with"));
    asked(&pty, "Go to support with this summary.");
    pty.send("\r");
    assert_eq!(pty.exit_code(), 0);
    assert!(pty.becomes_sane());
    assert!(pty.screen().contains("Restart the phone: did not help"), "{}", pty.screen());
}

#[test]
fn ctrl_c_gives_the_terminal_back() {
    let (folder, _file) = folder();
    for words in ["--lang zh", "--lang zh --plain"] {
        let (mut pty, _home) = open(folder.path(), words);
        pty.wait_for(if words.contains("plain") { "回答：" } else { "Esc" });
        pty.send("\u{3}");
        assert_eq!(pty.exit_code(), 130);
        assert!(pty.becomes_sane());
    }
}

#[test]
fn escape_goes_back() {
    let (folder, _file) = folder();
    let (mut pty, _home) = open(folder.path(), "--lang en");
    asked(&pty, "Restart the phone");
    pty.send("2\r");
    asked(&pty, "Which version is the app?");
    pty.send("\u{1b}");
    pty.wait_for("Enter means did not help");
}
