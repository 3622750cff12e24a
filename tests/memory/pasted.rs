//! A phrase with a word on each line, as many people keep it: pasted, it is one text and no answer to anything else.

use super::secret::Secret;
use super::{AMOUNT, WORDS, Walk};
use bip39::Language;

fn phrase() -> Secret {
    Secret::phrase("a pasted phrase", Language::English, 32)
}

/// How a terminal hands over the lines of a clipboard.
fn lines(secret: &Secret, end: &str) -> String {
    secret.words().join("\r") + end
}

/// What was saved names no words and no answer but the amount.
#[track_caller]
fn nothing_was_kept(walk: &Walk, secret: &Secret) {
    let mut folders = vec![walk.home.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).expect("a journal");
            assert!(secret.traces_in("the journal", text.as_bytes()).is_empty(), "{text}");
            assert_eq!(text.matches("\"event\":\"answer\"").count(), 1, "more than the amount was answered: {text}");
        }
    }
}

#[test]
fn a_terminal_that_says_so() {
    let secret = phrase();
    let mut walk = Walk::at_words("");
    walk.seen = walk.pty.output().len();
    walk.pty.send(&format!("\x1b[200~{}\x1b[201~", lines(&secret, "\r")));
    walk.pty.wait_for_output_after(walk.seen, secret.end());
    walk.type_in("");
    walk.waits_at("recovery phrase");
    walk.traces(&secret).none("a bracketed paste");
    nothing_was_kept(&walk, &secret);
}

#[test]
fn a_terminal_that_does_not_say_so() {
    for end in ["\r", ""] {
        let secret = phrase();
        let mut walk = Walk::at_words("");
        walk.seen = walk.pty.output().len();
        walk.pty.send(&lines(&secret, end));
        if end.is_empty() {
            walk.pty.wait_for_output_after(walk.seen, secret.end());
            walk.type_in("");
        }
        walk.waits_at("recovery phrase");
        walk.traces(&secret).none("lines at once");
        nothing_was_kept(&walk, &secret);
    }
}

#[test]
fn a_list_takes_it_for_one_text() {
    let secret = phrase();
    let mut walk = Walk::at_words("");
    walk.pty.send(":");
    walk.pty.wait_for("  :back");
    walk.seen = walk.pty.output().len();
    // Into the list of commands, which every prompt has.
    walk.pty.send(&lines(&secret, "\r"));
    walk.waits_at("recovery phrase");
    walk.traces(&secret).none("lines into a list");
    nothing_was_kept(&walk, &secret);
}

#[test]
fn plain_lines() {
    for end in ["\r", ""] {
        let secret = phrase();
        let mut walk = Walk::at_words("--plain");
        walk.seen = walk.pty.output().len();
        walk.pty.send(&lines(&secret, end));
        if end.is_empty() {
            std::thread::sleep(std::time::Duration::from_millis(200));
            walk.type_in("");
        }
        walk.waits_at("recovery phrase");
        assert!(!walk.pty.screen().contains("Please contact support."), "{}", walk.pty.screen());
        walk.traces(&secret).none("plain lines at once");
        nothing_was_kept(&walk, &secret);
    }
}

#[test]
fn a_pipe_answers_line_by_line() {
    let (run, _folder) = super::run("--plain");
    let mut talk = run.talk();
    talk.prompt();
    talk.say("12 CNY\nthe code never arrived\n");
    let ran = talk.end();
    assert!(ran.stdout.contains("the code never arrived"), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains(AMOUNT) && ran.stderr.contains(WORDS), "{}", ran.stderr);
}
