//! What the memory of the waiting program still holds after somebody typed a secret: the real program in a terminal or at
//! a pipe, read from outside as a debugger does.
//!
//! Not wiped, since it is not the program's: the terminal's own buffers in the kernel, what the terminal window keeps to
//! scroll back to, a clipboard, the file that answers were read from, and the history of a shell for words of a command.

mod pasted;
mod scan;
mod secret;

use crate::harness::command::{Run, walletfix};
use crate::harness::pty::Pty;
use scan::{Traces, holds};
use secret::Secret;
use tempfile::TempDir;

/// An amount, then an order number, then an end.
const FLOW: &str = r#"format = 1

[flow]
title.zh = "记忆"
title.en = "Memory"
start = "amount"
owner = "support"

[step.amount]
ask.zh = "多少钱？"
ask.en = "How much was it?"
type = "amount"
field = "amount"
next = "words"

[step.words]
ask.zh = "写了什么？"
ask.en = "What does it say?"
type = "text"
format = "free"
field = "request"
next = "done"

[step.done]
end = "advice"
text.zh = "请联系客服。"
text.en = "Please contact support."
"#;

const AMOUNT: &str = "How much was it?";
const WORDS: &str = "What does it say?";

/// The program with that flow, and the folder that the flow lies in.
fn run(words: &str) -> (Run, TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("memory.toml"), FLOW).expect("a flow");
    let run = walletfix("diagnose memory --offline --flows").arg(folder.path()).words(words);
    (run.env("TERM", "xterm-256color"), folder)
}

/// A walk in a terminal that waits at its first question.
struct Walk {
    pty: Pty,
    seen: usize,
    /// What every screen ends with.
    end: &'static str,
    home: TempDir,
    _folder: TempDir,
}

impl Walk {
    fn at_amount(words: &str) -> Self {
        let (run, folder) = run(words);
        let (command, home, _) = run.into_parts();
        let pty = Pty::of(&command, 40, 100);
        let end = if words.contains("--plain") { "Answer: " } else { "Esc" };
        let mut walk = Self { pty, seen: 0, end, home, _folder: folder };
        walk.waits_at(AMOUNT);
        walk
    }

    fn at_words(words: &str) -> Self {
        let mut walk = Self::at_amount(words);
        walk.type_in("12 CNY");
        walk.waits_at(WORDS);
        walk
    }

    fn type_in(&mut self, text: &str) {
        self.seen = self.pty.output().len();
        self.pty.send(&format!("{text}\r"));
    }

    #[track_caller]
    fn waits_at(&mut self, text: &str) {
        self.pty.wait_for_output_after(self.seen, text);
        self.waits();
    }

    /// It waits for the next answer.
    #[track_caller]
    fn waits(&mut self) {
        self.pty.wait_for_output_after(self.seen, self.end);
    }

    fn traces(&self, secret: &Secret) -> Traces {
        scan::traces(self.pty.process(), secret)
    }

    /// The search itself works: this text is known to be in the memory.
    #[track_caller]
    fn finds_what_is_there(&self) {
        let home = self.home.path().display().to_string();
        assert!(holds(self.pty.process(), home.as_bytes()), "not even the environment is found");
    }
}

#[test]
fn what_a_line_of_a_terminal_held_is_wiped() {
    for words in ["", "--plain"] {
        for secret in Secret::all() {
            let mut walk = Walk::at_amount(words);
            walk.type_in(&secret.text);
            walk.waits();
            walk.traces(&secret).none(&format!("{} at an amount, {words:?}", secret.name));
            walk.finds_what_is_there();
        }
    }
}

#[test]
fn what_a_line_held_is_wiped_where_any_text_is_an_answer() {
    for words in ["", "--plain"] {
        for secret in Secret::all() {
            let mut walk = Walk::at_words(words);
            walk.type_in(&secret.text);
            walk.waits();
            walk.traces(&secret).none(&format!("{} as a text, {words:?}", secret.name));
            walk.finds_what_is_there();
        }
    }
}

#[test]
fn a_line_that_is_being_typed_is_found_until_it_is_sent() {
    for secret in Secret::all() {
        let mut walk = Walk::at_words("");
        walk.seen = walk.pty.output().len();
        walk.pty.send(&secret.text);
        walk.pty.wait_for_output_after(walk.seen, secret.end());
        assert!(walk.traces(&secret).any(), "{}: the search finds nothing at all", secret.name);
        walk.type_in("");
        walk.waits();
        walk.traces(&secret).none(secret.name);
    }
}

#[test]
fn what_was_removed_from_a_line_is_kept_only_where_it_is_no_secret() {
    for secret in Secret::all() {
        let mut walk = Walk::at_words("");
        walk.seen = walk.pty.output().len();
        walk.pty.send(&secret.text);
        walk.pty.wait_for_output_after(walk.seen, secret.end());
        // Away, something else, and what was removed last is asked for: that is not the secret.
        walk.pty.send("\x15my order\x15\x19\x15\x1b[A\x1b[A");
        walk.pty.wait_for("> my order");
        walk.traces(&secret).none(&format!("{} that was removed", secret.name));
        walk.seen = walk.pty.output().len();
        walk.pty.send(&format!("\x15{}", secret.text));
        walk.pty.wait_for_output_after(walk.seen, secret.end());
        walk.seen = walk.pty.output().len();
        walk.pty.send("\x1b");
        walk.waits_at(AMOUNT);
        walk.traces(&secret).none(&format!("{} on a line that was left", secret.name));
    }
}

#[test]
fn what_a_pipe_brought_is_wiped() {
    for secret in Secret::all() {
        let (run, _folder) = run("--plain");
        let mut talk = run.talk();
        talk.answer(AMOUNT, &secret.text);
        talk.prompt();
        scan::traces(talk.process(), &secret).none(&format!("{} from a pipe", secret.name));
    }
}

#[test]
fn a_secret_in_an_answers_file_is_nowhere_in_what_the_program_writes() {
    for secret in Secret::all() {
        let (run, folder) = run("--answers");
        let answers = folder.path().join("answers.toml");
        let text =
            format!("format = 1\nflow = \"memory\"\n[answers]\namount = \"12 CNY\"\nwords = {:?}\n", secret.text);
        std::fs::write(&answers, text).expect("answers");
        let ran = run.arg(&answers).run();
        let mut traces = secret.traces_in("standard output", ran.stdout.as_bytes());
        traces.extend(secret.traces_in("standard error", ran.stderr.as_bytes()));
        assert!(traces.is_empty(), "{}: {traces:?}\n{}", secret.name, ran.stderr);
    }
}
