//! Runs the real program in a world of its own: no variables, a home and a data folder that clean up after themselves.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A run that is being set up.
pub(crate) struct Run {
    command: Command,
    input: Option<Vec<u8>>,
    home: TempDir,
    stdout_taken: bool,
    /// Whether a walk may ask for the network.
    asks: bool,
}

/// What a run came to.
pub(crate) struct Ran {
    /// The exit code; `None`: killed by a signal.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
    /// The home the program ran in, data folder included.
    pub(crate) home: TempDir,
    shown: String,
}

/// The program with these words as arguments, split at spaces: `walletfix("diagnose --plain")`. A walk sends no packet and
/// asks nobody whether it may, unless `--probe` is among them.
pub(crate) fn walletfix(line: &str) -> Run {
    Run { asks: false, ..online(line) }
}

/// The program as somebody starts it, whose walks ask whether they may use the network.
pub(crate) fn online(line: &str) -> Run {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_walletfix"));
    command
        .env_clear()
        .env("HOME", home.path())
        .env("WALLETFIX_DATA_DIR", home.path().join("data"))
        .env("LANG", "en_US.UTF-8")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(line.split_whitespace());
    // Without it no program of Windows has sockets.
    if let Some(folder) = std::env::var_os("SystemRoot") {
        command.env("SystemRoot", folder);
    }
    Run { command, input: None, home, stdout_taken: false, asks: true }
}

impl Run {
    /// One more argument, spaces and all.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// More arguments, split at spaces.
    pub(crate) fn words(mut self, words: &str) -> Self {
        self.command.args(words.split_whitespace());
        self
    }

    /// A variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Without a variable.
    pub(crate) fn env_remove(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// The working folder; it is the repository otherwise.
    pub(crate) fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// What is piped into it; nothing otherwise.
    pub(crate) fn stdin(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = Some(input.into());
        self
    }

    /// Where standard output goes instead of into the result.
    pub(crate) fn stdout_to(mut self, sink: impl Into<Stdio>) -> Self {
        self.command.stdout(sink);
        self.stdout_taken = true;
        self
    }

    /// A folder that another run left, so that a session can go on.
    pub(crate) fn home(mut self, home: TempDir) -> Self {
        self.command.env("HOME", home.path()).env("WALLETFIX_DATA_DIR", home.path().join("data"));
        self.home = home;
        self
    }

    /// The data folder it will use.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The command as it is set up, for those who run it in another way, with its home and how it is called in messages.
    pub(crate) fn into_parts(mut self) -> (Command, TempDir, String) {
        self.settle();
        let shown = format!("{:?}", self.command);
        (self.command, self.home, shown)
    }

    /// Keeps a walk off the network, where nothing was said about that.
    fn settle(&mut self) {
        let words: Vec<&OsStr> = self.command.get_args().collect();
        let language =
            |word: &&&OsStr| word.to_string_lossy().starts_with("--lang") || **word == "zh" || **word == "en";
        let walks =
            words.iter().find(|word| !language(word)).is_some_and(|word| *word == "diagnose" || *word == "resume");
        if walks && !self.asks && !words.iter().any(|word| *word == "--offline" || *word == "--probe") {
            self.command.arg("--offline");
        }
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Ran {
        self.settle();
        let shown = format!("{:?}", self.command);
        self.command.stderr(Stdio::piped()).stdin(if self.input.is_some() { Stdio::piped() } else { Stdio::null() });
        if !self.stdout_taken {
            self.command.stdout(Stdio::piped());
        }
        let mut child = self.command.spawn().expect("the program starts");
        // Written beside the reading, so that neither side waits for the other; the program may stop reading early.
        let writer = child
            .stdin
            .take()
            .zip(self.input)
            .map(|(mut pipe, input)| std::thread::spawn(move || drop(pipe.write_all(&input))));
        let output = child.wait_with_output().expect("the program ends");
        if let Some(writer) = writer {
            writer.join().expect("the writer ends");
        }
        Ran {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
            home: self.home,
            shown,
        }
    }
}

impl Ran {
    /// A run that somebody else watched.
    pub(crate) fn new(code: Option<i32>, stdout: String, stderr: String, home: TempDir, shown: String) -> Self {
        Self { code, stdout, stderr, home, shown }
    }

    /// It ended with this code.
    #[track_caller]
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n--- stdout\n{}--- stderr\n{}", self.shown, self.stdout, self.stderr);
        self
    }

    /// Standard output is exactly this.
    #[track_caller]
    pub(crate) fn stdout(self, expected: &str) -> Self {
        assert_eq!(self.stdout, expected, "standard output of {}", self.shown);
        self
    }

    /// Standard error is exactly this.
    #[track_caller]
    pub(crate) fn stderr(self, expected: &str) -> Self {
        assert_eq!(self.stderr, expected, "standard error of {}", self.shown);
        self
    }

    /// Standard output says this somewhere.
    #[track_caller]
    pub(crate) fn prints(self, part: &str) -> Self {
        assert!(self.stdout.contains(part), "{part:?} is not on standard output of {}:\n{}", self.shown, self.stdout);
        self
    }

    /// Standard error says this somewhere.
    #[track_caller]
    pub(crate) fn complains(self, part: &str) -> Self {
        assert!(self.stderr.contains(part), "{part:?} is not on standard error of {}:\n{}", self.shown, self.stderr);
        self
    }
}
