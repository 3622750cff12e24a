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

fn check(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).expect("a README");
    let now = as_it_is_now(&text);
    if std::env::var_os("WALLETFIX_README").is_some_and(|wish| wish == "update") {
        fs::write(&path, now).expect("the README can be written");
        return;
    }
    for (number, (written, real)) in text.lines().zip(now.lines()).enumerate() {
        assert_eq!(written, real, "{file}:{}", number + 1);
    }
    assert_eq!(text, now, "{file}");
}

#[test]
#[cfg(unix)]
fn the_english_readme() {
    check("README.md");
}

#[test]
#[cfg(unix)]
fn the_chinese_readme() {
    check("README.zh-CN.md");
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
