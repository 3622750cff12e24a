//! What the README files show is what happens: their commands are run, and their output is compared.
//!
//! `WALLETFIX_README=update cargo test readme` writes the output of today into the files instead.

#[cfg(unix)]
mod picture;

#[cfg(unix)]
use crate::harness::page::{as_it_is_now, same_or_written};
use crate::harness::page::{block, read};
use std::ffi::OsString;
use walletfix::cli::args;

#[cfg(unix)]
fn check(file: &str, session: &Session) {
    let text = read(file);
    let now = session.shown_in(&as_it_is_now(&text, "en_US.UTF-8"));
    same_or_written(file, &text, &now);
}

/// A session at a terminal: what the person waits for, and what they then type.
#[cfg(unix)]
struct Session {
    lang: &'static str,
    turns: [(&'static str, &'static str); 10],
}

#[cfg(unix)]
const ENGLISH: Session = Session {
    lang: "en",
    turns: [
        ("Somebody contacted me first", "\r"),
        ("Show the list again", "\r"),
        ("There is one that I did not make", "\r"),
        ("Has the available balance gone down?", "\u{1b}[B\r"),
        ("What was the error message about?", "\u{1b}[B\r"),
        ("How much did you try to send?", "100\r"),
        ("What available balance does the wallet show?", "20\r"),
        ("is part of it on hold?", "\u{1b}[B\r"),
        ("Top up", "\r"),
        ("Add a file, by name only", "\r"),
    ],
};

#[cfg(unix)]
const CHINESE: Session = Session {
    lang: "zh",
    turns: [
        ("有人主动来找我", "\r"),
        ("再看一遍", "\r"),
        ("有一笔不是我操作的", "\r"),
        ("可用余额变少了吗？", "\u{1b}[B\r"),
        ("付款时的错误提示，说的是哪一类？", "\u{1b}[B\r"),
        ("您想转多少钱？", "100\r"),
        ("钱包显示的可用余额是多少？", "20 元\r"),
        ("有一部分显示“冻结”吗？", "\u{1b}[B\r"),
        ("先充值，充够了", "\r"),
        ("加一个文件，只写名字", "\r"),
    ],
};

/// What is typed at the prompt of the shell.
#[cfg(unix)]
const SESSION: &str = "$ walletfix diagnose transfer-failed --profile demo-pay --offline";

#[cfg(unix)]
impl Session {
    /// The list of the third question while it is open, and everything that stands in the window at the end.
    fn screens(&self) -> (String, String) {
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_walletfix"));
        command.args(["diagnose", "transfer-failed", "--profile", "demo-pay", "--offline"]);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", self.lang), ("TZ", "Asia/Shanghai")] {
            command.env(name, value);
        }
        command.env("WALLETFIX_DATA_DIR", home.path());
        let mut pty = crate::harness::pty::Pty::spawn(command, 160, 80);
        let mut list = String::new();
        for (number, (shown, keys)) in self.turns.into_iter().enumerate() {
            pty.wait_for(shown);
            // A list is drawn line by line; whoever reads it is slower than that.
            std::thread::sleep(std::time::Duration::from_millis(150));
            if number == 2 {
                list = trimmed(&pty.screen());
            }
            pty.send(keys);
        }
        pty.wait_for("/ transfer-failed/top-up /");
        assert_eq!(pty.exit_code(), 0);
        (list, format!("{SESSION}\n{}", trimmed(&pty.screen())))
    }

    /// The file with the session as it is now. One that differs only in its instants stays.
    fn shown_in(&self, text: &str) -> String {
        let (before, list, text) = text_block(text, "```text\n");
        let (between, shown, after) = text_block(text, "```text\n");
        let (open, now) = self.screens();
        let title = list.lines().next().unwrap_or_default();
        let open = open.rfind(title).map_or("", |at| &open[at..]);
        let block = if timeless(shown) == timeless(&now) { shown } else { &now };
        format!("{before}{open}{between}{block}{after}")
    }
}

/// The text up to the inside of the next block, its inside, and the rest.
#[cfg(unix)]
fn text_block<'t>(text: &'t str, fence: &str) -> (&'t str, &'t str, &'t str) {
    let start = text.find(fence).expect("a block") + fence.len();
    let end = start + text[start..].find("\n```\n").expect("the block ends");
    (&text[..start], &text[start..end], &text[end..])
}

/// Without spaces at the ends of lines and without empty lines at the end.
#[cfg(unix)]
fn trimmed(screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// The text without its dates and instants, and without what is worked out from them.
#[cfg(unix)]
fn timeless(text: &str) -> Vec<&str> {
    let is_date = |word: &str| word.len() >= 10 && word.as_bytes()[4] == b'-' && word.as_bytes()[7] == b'-';
    let lines = text.split_inclusive('\n').map(|line| {
        if line.starts_with("walletfix verify ") || line.starts_with("walletfix replay ") { "a seal" } else { line }
    });
    let words = lines.flat_map(|line| line.split_inclusive(char::is_whitespace));
    words.map(|word| if is_date(word) { "a date" } else { word }).collect()
}

#[test]
#[cfg(unix)]
fn the_english_readme() {
    check("README.md", &ENGLISH);
}

#[test]
#[cfg(unix)]
fn the_chinese_readme() {
    check("README.zh-CN.md", &CHINESE);
}

#[test]
fn both_readmes_show_the_same_two_commands() {
    for file in ["README.md", "README.zh-CN.md"] {
        let text = read(file);
        let lines: Vec<&str> = text.lines().collect();
        let fences = lines.iter().enumerate().filter(|(_, line)| **line == "```sh");
        let commands: Vec<&str> = fences.flat_map(|(at, _)| block(&lines, at).0).collect();
        assert_eq!(commands, ["cargo run --release -- diagnose", "cargo test"], "{file}");
    }
    // What follows the `--` is a command line that the program understands.
    let words = ["walletfix", "diagnose"].map(OsString::from);
    assert!(args::parse(&words).is_ok());
}

#[test]
fn the_shown_step_is_the_example_s() {
    let example = include_str!("../examples/first-flow/app-does-not-open.toml");
    for file in ["README.md", "README.zh-CN.md"] {
        let text = read(file);
        let lines: Vec<&str> = text.lines().collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| **line == "```toml") {
            let step = block(&lines, at).0.join("\n");
            assert!(example.contains(&step), "{file}:{}: the example file says something else", at + 1);
        }
    }
}
