//! What the README files show is what happens: their commands are run, and their output is compared.
//!
//! `WALLETFIX_README=update cargo test readme` writes the output of today into the files instead.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use walletfix::cli::args;

/// A command of a `console` block and what is printed under it.
struct Shown {
    command: String,
    output: String,
}

/// A copy of what the examples need, so that commands may change files.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for part in ["examples", "flows"] {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(part), &folder.path().join(part));
        }
        Self { folder }
    }

    /// Runs a command as a reader would, and takes what would stand on the screen.
    fn run(&self, command: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_walletfix"));
        let mut path = OsString::from(program.parent().expect("a folder"));
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let output = Command::new("sh")
            .args(["-c", &format!("{{ {command}\n}} 2>&1")])
            .env_clear()
            .env("PATH", path)
            .env("HOME", self.folder.path())
            .env("LANG", "en_US.UTF-8")
            .env("WALLETFIX_DATA_DIR", self.folder.path().join("data"))
            .current_dir(self.folder.path())
            .output()
            .expect("sh");
        String::from_utf8(output.stdout).expect("output is UTF-8")
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of the repository") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The lines of a fenced block that begins at `fence`, and the number of the line after it.
fn block<'t>(lines: &[&'t str], fence: usize) -> (Vec<&'t str>, usize) {
    let end = lines[fence + 1..].iter().position(|line| *line == "```").expect("the block ends") + fence + 1;
    (lines[fence + 1..end].to_vec(), end + 1)
}

fn shown(lines: &[&str]) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for line in lines {
        if let Some(command) = line.strip_prefix("$ ") {
            all.push(Shown { command: command.to_owned(), output: String::new() });
        } else {
            let shown = all.last_mut().expect("a block begins with a command");
            let _ = writeln!(shown.output, "{line}");
        }
    }
    all
}

/// The file as it would stand if every command were run now.
fn as_it_is_now(text: &str) -> String {
    let place = Place::new();
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < lines.len() {
        let _ = writeln!(out, "{}", lines[at]);
        if lines[at] != "```console" {
            at += 1;
            continue;
        }
        let (inside, after) = block(&lines, at);
        for shown in shown(&inside) {
            let _ = write!(out, "$ {}\n{}", shown.command, place.run(&shown.command));
        }
        out.push_str("```\n");
        at = after;
    }
    out
}

fn check(file: &str, session: &Session) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).expect("a README");
    let now = session.shown_in(&as_it_is_now(&text));
    if std::env::var_os("WALLETFIX_README").is_some_and(|wish| wish == "update") {
        fs::write(&path, now).expect("the README can be written");
        return;
    }
    for (number, (written, real)) in text.lines().zip(now.lines()).enumerate() {
        assert_eq!(written, real, "{file}:{}", number + 1);
    }
    assert_eq!(text, now, "{file}");
}

/// A session at a terminal: what the person waits for, and what they then type.
struct Session {
    lang: &'static str,
    turns: [(&'static str, &'static str); 8],
}

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
        ("Top up, then pay.", "\r"),
    ],
};

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
        ("先充值，再付这一笔", "\r"),
    ],
};

/// What is typed at the prompt of the shell.
const SESSION: &str = "$ walletfix diagnose transfer-failed --profile demo-pay";

impl Session {
    /// The list of the third question while it is open, and everything that stands in the window at the end.
    #[cfg(unix)]
    fn screens(&self) -> (String, String) {
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_walletfix"));
        command.args(["diagnose", "transfer-failed", "--profile", "demo-pay"]);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", self.lang), ("TZ", "Asia/Shanghai")] {
            command.env(name, value);
        }
        command.env("WALLETFIX_DATA_DIR", home.path());
        let mut pty = crate::harness::pty::Pty::spawn(command, 120, 78);
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
fn text_block<'t>(text: &'t str, fence: &str) -> (&'t str, &'t str, &'t str) {
    let start = text.find(fence).expect("a block") + fence.len();
    let end = start + text[start..].find("\n```\n").expect("the block ends");
    (&text[..start], &text[start..end], &text[end..])
}

/// Without spaces at the ends of lines and without empty lines at the end.
fn trimmed(screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// The text without its dates and instants.
fn timeless(text: &str) -> Vec<&str> {
    let is_date = |word: &str| word.len() >= 10 && word.as_bytes()[4] == b'-' && word.as_bytes()[7] == b'-';
    text.split_inclusive(char::is_whitespace).map(|word| if is_date(word) { "a date" } else { word }).collect()
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
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a README");
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
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a README");
        let lines: Vec<&str> = text.lines().collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| **line == "```toml") {
            let step = block(&lines, at).0.join("\n");
            assert!(example.contains(&step), "{file}:{}: the example file says something else", at + 1);
        }
    }
}
