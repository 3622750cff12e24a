//! `validate --watch`: a real process, real files, and everything that editors do when they save.

use crate::harness::command::walletfix;
use crate::harness::pty::Pty;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, sleep};
use std::time::Duration;
use tempfile::TempDir;

const SOUND: &str = include_str!("../../examples/first-flow/app-does-not-open.toml");
/// Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);
/// Long enough for a second result, if there were one.
const QUIET: Duration = Duration::from_millis(1200);
/// What stands at the end of every result.
const END: &str = "Waiting for changes. Ctrl-C ends.";

fn broken(name: &str) -> String {
    SOUND.replace(r#"next = "support""#, &format!(r#"next = "{name}""#))
}

/// A running watch over one file of a folder of its own.
struct Watch {
    child: Child,
    lines: Receiver<String>,
    folder: TempDir,
    _home: TempDir,
}

impl Watch {
    fn start(words: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("app.toml"), SOUND).expect("a file");
        let (mut command, home, _) = walletfix(words).dir(folder.path()).into_parts();
        // One pipe for both, so that the lines stay in order.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        command.stdin(Stdio::null()).stdout(writer.try_clone().expect("a pipe")).stderr(writer);
        let child = command.spawn().expect("the program starts");
        drop(command);
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(reader).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines, folder, _home: home }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("app.toml")
    }

    /// The next result.
    #[track_caller]
    fn result(&self) -> String {
        let mut text = String::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line == END => return text,
                Ok(line) => text = text + &line + "\n",
                Err(error) => panic!("{error} after\n{text}"),
            }
        }
    }

    /// The next result is the only one.
    #[track_caller]
    fn only_result(&self) -> String {
        let result = self.result();
        assert_eq!(self.lines.recv_timeout(QUIET), Err(RecvTimeoutError::Timeout), "after\n{result}");
        result
    }

    /// The result after which there is no more for a while.
    #[track_caller]
    fn last_result(&self) -> String {
        let (mut last, mut text) = (self.result(), String::new());
        while let Ok(line) = self.lines.recv_timeout(QUIET * 2) {
            if line == END {
                last = std::mem::take(&mut text);
            } else {
                text = text + &line + "\n";
            }
        }
        assert_eq!(text, "", "a result without an end");
        last
    }

    /// Sends a signal and takes the exit code.
    fn end(mut self, signal: &str) -> Option<i32> {
        let sent = Command::new("kill").args([signal, &self.child.id().to_string()]).status().expect("kill");
        assert!(sent.success());
        self.child.wait().expect("the program ends").code()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It has ended already, unless the test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Saves as many editors do: beside the file, then over it.
fn save_by_rename(file: &Path, text: &str) {
    let beside = file.with_extension("toml~");
    fs::write(&beside, text).expect("a file");
    fs::rename(beside, file).expect("a rename");
}

#[test]
fn every_way_to_save_is_one_fresh_result() {
    let watch = Watch::start("validate --watch .");
    assert_eq!(watch.only_result(), "No mistakes in 1 file, 1 of them a flow.\n");
    let file = watch.file();
    // In place.
    fs::write(&file, broken("suport")).expect("a file");
    let result = watch.only_result();
    assert!(
        result.starts_with("\napp.toml has changed.\nerror[unknown-step]: no step is named `suport`\n"),
        "{result}"
    );
    assert!(result.ends_with("1 error in 1 file\n"), "{result}");
    // By renaming.
    save_by_rename(&file, &broken("supprt"));
    assert!(watch.only_result().contains("no step is named `supprt`"));
    // Deleted, and written anew.
    fs::remove_file(&file).expect("the file goes");
    sleep(Duration::from_millis(100));
    fs::write(&file, SOUND).expect("a file");
    assert_eq!(watch.only_result(), "\napp.toml has changed.\nNo mistakes in 1 file, 1 of them a flow.\n");
    // In pieces.
    let text = broken("sport");
    for end in [text.len() / 3, text.len() / 2, text.len()] {
        fs::write(&file, &text.as_bytes()[..end]).expect("a file");
        sleep(Duration::from_millis(5));
    }
    let last = watch.last_result();
    assert!(last.contains("no step is named `sport`"), "{last}");
    // Unchanged.
    fs::write(&file, &text).expect("a file");
    assert!(watch.only_result().contains("no step is named `sport`"));
    assert_eq!(watch.end("-INT"), Some(130));
}

#[test]
fn files_come_and_go() {
    let watch = Watch::start("validate --watch . --format human");
    watch.result();
    let other = watch.folder.path().join("other.toml");
    fs::write(&other, broken("suport")).expect("a file");
    assert!(watch.result().contains("other.toml has changed.\nerror[unknown-step]"));
    fs::remove_file(&other).expect("the file goes");
    assert_eq!(watch.only_result(), "\nother.toml has changed.\nNo mistakes in 1 file, 1 of them a flow.\n");
    fs::remove_file(watch.file()).expect("the file goes");
    assert!(watch.only_result().contains("error: No flow is in "));
    fs::write(watch.file(), SOUND).expect("a file");
    assert!(watch.only_result().contains("No mistakes in 1 file"));
    assert_eq!(watch.end("-TERM"), Some(143));
}

#[test]
fn a_save_while_checking_is_checked_too() {
    let watch = Watch::start("validate --watch .");
    // A pack that takes a while.
    for number in 0..300 {
        fs::write(watch.folder.path().join(format!("flow-{number}.toml")), SOUND).expect("a file");
    }
    for number in 0..20 {
        fs::write(watch.file(), broken(&format!("suport{number}"))).expect("a file");
        sleep(Duration::from_millis(30));
    }
    // However many results there were, the last is that of the last save.
    let last = watch.last_result();
    assert!(last.contains("no step is named `suport19`"), "{last}");
    assert!(last.ends_with("1 error in 1 file\n"), "{last}");
    assert_eq!(watch.end("-INT"), Some(130));
}

#[test]
fn a_reader_that_goes_away_ends_the_watch() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (text, code) in [(SOUND.to_owned(), 0), (broken("suport"), 1)] {
        fs::write(folder.path().join("app.toml"), text).expect("a file");
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        walletfix("validate --watch .").dir(folder.path()).stdout_to(writer).run().code(code).stderr("");
    }
}

#[test]
fn programs_get_one_report_after_the_other() {
    let (mut command, _home, _) = walletfix("validate --watch . --format json").into_parts();
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("app.toml"), SOUND).expect("a file");
    command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let output = child.stdout.take().expect("a pipe");
    let mut reports = serde_json::Deserializer::from_reader(output).into_iter::<serde_json::Value>();
    let mut errors = || reports.next().expect("a report").expect("JSON")["summary"]["errors"].clone();
    assert_eq!(errors(), 0);
    save_by_rename(&folder.path().join("app.toml"), &broken("suport"));
    assert_eq!(errors(), 1);
    child.kill().expect("it still runs");
    child.wait().expect("it ends");
}

#[test]
fn the_terminal_keeps_what_stood_on_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("app.toml"), SOUND).expect("a file");
    let mut command = portable_pty::CommandBuilder::new("sh");
    let line = format!("echo first; exec {} validate --watch .", env!("CARGO_BIN_EXE_walletfix"));
    command.args(["-c", &line]);
    command.cwd(folder.path());
    command.env_clear();
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "zh_CN.UTF-8"), ("PATH", "/usr/bin:/bin")] {
        command.env(name, value);
    }
    let mut pty = Pty::spawn(command, 40, 80);
    pty.wait_for("正在等文件变动，按 Ctrl-C 结束。");
    fs::write(folder.path().join("app.toml"), broken("suport")).expect("a file");
    let screen = pty.wait_for("1 个文件里有 1 个错误");
    assert!(screen.starts_with("first"), "{screen}");
    pty.send("\u{3}");
    assert_eq!(pty.exit_code(), 130);
    assert!(pty.is_sane());
}
