//! Pages whose commands are run and whose output is compared.
//!
//! `WALLETFIX_README=update cargo test` writes the output of today into the files instead.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A command of a `console` block and what is printed under it.
pub(crate) struct Shown {
    pub(crate) command: String,
    output: String,
}

/// A copy of what the examples need, so that commands may change files.
struct Place {
    folder: TempDir,
    locale: &'static str,
}

impl Place {
    fn new(locale: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for part in ["examples", "flows"] {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(part), &folder.path().join(part));
        }
        Self { folder, locale }
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
            .env("LANG", self.locale)
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
pub(crate) fn block<'t>(lines: &[&'t str], fence: usize) -> (Vec<&'t str>, usize) {
    let end = lines[fence + 1..].iter().position(|line| *line == "```").expect("the block ends") + fence + 1;
    (lines[fence + 1..end].to_vec(), end + 1)
}

pub(crate) fn shown(lines: &[&str]) -> Vec<Shown> {
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

/// The file as it would stand if every command were run now, in the language of that locale.
pub(crate) fn as_it_is_now(text: &str, locale: &'static str) -> String {
    let place = Place::new(locale);
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
            let now = place.run(&shown.command);
            // A code names the flows' version, so it changes with every word of theirs.
            let same = without_codes(&now) == without_codes(&shown.output);
            let _ = write!(out, "$ {}\n{}", shown.command, if same { &shown.output } else { &now });
        }
        out.push_str("```\n");
        at = after;
    }
    out
}

/// The text without the lines that are worked out from everything else.
fn without_codes(text: &str) -> Vec<&str> {
    let is_code = |line: &str| ["walletfix replay ", "walletfix verify "].iter().any(|mark| line.starts_with(mark));
    text.lines().filter(|line| !is_code(line)).collect()
}

/// The text of a file of the repository.
pub(crate) fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a page")
}

/// Compares a page with what it would say now, or writes that into it where that is wished.
#[track_caller]
pub(crate) fn same_or_written(file: &str, text: &str, now: &str) {
    if std::env::var_os("WALLETFIX_README").is_some_and(|wish| wish == "update") {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(file), now).expect("the page can be written");
        return;
    }
    for (number, (written, real)) in text.lines().zip(now.lines()).enumerate() {
        assert_eq!(written, real, "{file}:{}", number + 1);
    }
    assert_eq!(text, now, "{file}");
}
