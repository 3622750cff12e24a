//! What changes where there is a terminal: who is asked, and colours.

use crate::harness::pty::Pty;
use portable_pty::CommandBuilder;
use tempfile::TempDir;

/// The program in a terminal of 80 columns.
fn open(words: &[&str], variables: &[(&str, &str)]) -> (Pty, TempDir) {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_walletfix"));
    command.args(words);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "en_US.UTF-8");
    command.env("WALLETFIX_DATA_DIR", home.path());
    for (name, value) in variables {
        command.env(name, value);
    }
    (Pty::spawn(command, 30, 80), home)
}

/// Whether any escape sequence chooses a colour for text.
fn has_colour(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).split("\u{1b}[").skip(1).any(|rest| {
        let (numbers, rest) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(0));
        let colours = |number: &str| number.parse().is_ok_and(|number: u8| matches!(number, 30..=38 | 90..=97));
        rest.starts_with('m') && numbers.split(';').any(colours)
    })
}

#[test]
fn bare_on_a_terminal_is_the_wizard() {
    let (wizard, _home) = open(&[], &[]);
    wizard.wait_for("Is any of this happening now?");
    let (wizard, _home) = open(&["--lang", "zh"], &[]);
    wizard.wait_for("下面有正在发生的情况吗？");
    // Options of the wizard ask for it without its name.
    let (wizard, _home) = open(&["--offline", "--lang", "zh", "--plain"], &[]);
    wizard.wait_for("下面有正在发生的情况吗？");
    wizard.wait_for("回答：");
}

#[test]
fn colour_where_it_is_wanted() {
    let broken = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(broken.path().join("broken.toml"), "format = 1\n[flow]\nstart = \"nowhere\"\n").expect("a file");
    let path = broken.path().to_string_lossy().into_owned();
    let coloured = |variables: &[(&str, &str)]| {
        let (mut pty, _home) = open(&["validate", &path], variables);
        pty.wait_for("errors in 1 file");
        assert_eq!(pty.exit_code(), 1);
        has_colour(&pty.output())
    };
    assert!(coloured(&[]));
    assert!(coloured(&[("NO_COLOR", "")]), "an empty NO_COLOR says nothing");
    assert!(!coloured(&[("NO_COLOR", "1")]));
    assert!(!coloured(&[("TERM", "dumb")]));
}

#[test]
fn help_is_as_wide_as_the_terminal() {
    for columns in [40, 80, 100] {
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_walletfix"));
        command.args(["diagnose", "--help", "--lang", "zh"]);
        command.env("WALLETFIX_DATA_DIR", home.path());
        let mut pty = Pty::spawn(command, 80, columns);
        pty.wait_for("walletfix diagnose > ticket.md");
        assert_eq!(pty.exit_code(), 0);
        let page = walletfix::cli::help::page("diagnose", walletfix::i18n::Lang::Zh, usize::from(columns));
        let shown: Vec<String> = pty.screen().lines().map(|line| line.trim_end().to_owned()).collect();
        assert_eq!(shown.join("\n").trim_end(), page.trim_end(), "{columns} columns");
    }
}
