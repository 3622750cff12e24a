//! A conversation with the real program over pipes: reads what it asks on standard error, answers line by line, and can
//! end it as a power cut does.

use super::command::{Ran, Run};
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use walletfix::i18n::{Lang, Message};

/// Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// What came on one of its outputs so far, and whether more can come.
#[derive(Default)]
struct Heard {
    bytes: Vec<u8>,
    closed: bool,
}

type Shared = Arc<(Mutex<Heard>, Condvar)>;

/// A running program and what it has said.
pub(crate) struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    errors: Shared,
    output: Shared,
    readers: Vec<JoinHandle<()>>,
    /// How much of standard error was already answered.
    answered: usize,
    home: Option<TempDir>,
    shown: String,
}

impl Run {
    /// Starts it and keeps its standard input open.
    pub(crate) fn talk(self) -> Talk {
        let (mut command, home, shown) = self.into_parts();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let (errors, output) = (Shared::default(), Shared::default());
        let readers = vec![
            listen(child.stderr.take().expect("standard error"), Arc::clone(&errors)),
            listen(child.stdout.take().expect("standard output"), Arc::clone(&output)),
        ];
        let input = child.stdin.take();
        Talk { child, input, errors, output, readers, answered: 0, home: Some(home), shown }
    }
}

fn listen(mut pipe: impl Read + Send + 'static, shared: Shared) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = pipe.read(&mut buffer) {
            shared.0.lock().unwrap().bytes.extend(&buffer[..read]);
            shared.1.notify_all();
        }
        shared.0.lock().unwrap().closed = true;
        shared.1.notify_all();
    })
}

impl Talk {
    /// Waits until it waits for an answer, and returns what it said since the last one.
    #[track_caller]
    pub(crate) fn prompt(&mut self) -> String {
        let ends: Vec<String> = Lang::ALL.iter().map(|lang| Message::new("prompt-answer").text(*lang)).collect();
        let start = Instant::now();
        let mut heard = self.errors.0.lock().unwrap();
        loop {
            let said = String::from_utf8_lossy(&heard.bytes[self.answered..]).into_owned();
            if ends.iter().any(|end| said.ends_with(end)) {
                return said;
            }
            let left = PATIENCE.saturating_sub(start.elapsed());
            if heard.closed || left.is_zero() {
                drop(heard);
                panic!("no prompt came from {}; it said\n{said}", self.shown);
            }
            heard = self.errors.1.wait_timeout(heard, left).unwrap().0;
        }
    }

    /// Types a line.
    #[track_caller]
    pub(crate) fn say(&mut self, line: &str) {
        self.answered = self.errors.0.lock().unwrap().bytes.len();
        let input = self.input.as_mut().expect("standard input is open");
        input.write_all(format!("{line}\n").as_bytes()).expect("it listens");
    }

    /// Waits for a prompt that says `part`, and types a line.
    #[track_caller]
    pub(crate) fn answer(&mut self, part: &str, line: &str) -> String {
        let said = self.prompt();
        assert!(said.contains(part), "{part:?} is not in what {} asks:\n{said}", self.shown);
        self.say(line);
        said
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal by name: `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let sent = std::process::Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Pulls the plug, and returns the home that it leaves.
    pub(crate) fn kill(mut self) -> TempDir {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
        self.home.take().expect("a home")
    }

    /// Waits for its end.
    pub(crate) fn end(mut self) -> Ran {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "still running: {}", self.shown);
            thread::sleep(Duration::from_millis(2));
        };
        for reader in self.readers.drain(..) {
            reader.join().expect("the reader ends");
        }
        let text = |shared: &Shared| String::from_utf8(shared.0.lock().unwrap().bytes.clone()).expect("UTF-8");
        let home = self.home.take().expect("a home");
        Ran::new(status.code(), text(&self.output), text(&self.errors), home, std::mem::take(&mut self.shown))
    }

    /// The data folder it uses.
    pub(crate) fn data(&self) -> std::path::PathBuf {
        self.home.as_ref().expect("a home").path().join("data")
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
