//! Plays a scene: does what its file says, and waits until the screen is as it says.

use super::scene::{Deed, Scene};
use crate::harness::command::online;
use crate::harness::counter::Counter;
use crate::harness::pty::Pty;
use std::cell::Cell;
use std::os::unix::fs::symlink;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The instant at which all scenes play.
const NOW: &str = "2026-11-24T10:00:00+08:00";

/// A screen that does not change for so long is done, where the expected ones are written.
const SETTLED: Duration = Duration::from_millis(500);

/// So soon a program that draws at all has drawn anew for another window.
const SEEN: Duration = Duration::from_secs(1);

/// Only a failing scene waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A session's id is another each time.
const ID: &str = "########";

/// What a scene plays on.
struct Stage<'s> {
    home: TempDir,
    columns: u16,
    rows: u16,
    variables: Vec<(String, String)>,
    server: Option<Counter>,
    redirections: String,
    /// Whether windows that become narrower break their rows; else they cut them off.
    breaks: bool,
    window: Option<Pty>,
    /// What is written into the scene instead of comparing: its line and rows.
    seen: Option<Vec<(usize, Vec<String>)>>,
    /// Whether what was to be typed slowly was typed too slowly.
    late: &'s Cell<bool>,
}

/// Bytes of one key that come so far apart are a slower line than the scene is about: the computer has too much to do.
const TOO_LATE: Duration = Duration::from_millis(60);

/// How often a scene is begun again when that happened.
const AGAIN: usize = 20;

/// Plays it; it panics where something is not as written. `bless`: what is seen becomes what is expected.
pub(super) fn play(scene: &Scene, bless: bool) {
    for _ in 0..AGAIN {
        let late = Cell::new(false);
        match catch_unwind(AssertUnwindSafe(|| play_once(scene, bless, &late))) {
            Err(_) if late.get() => {}
            Err(wrong) => resume_unwind(wrong),
            Ok(()) => return,
        }
    }
    panic!("{}: this computer has too much to do", scene.shown());
}

fn play_once(scene: &Scene, bless: bool, late: &Cell<bool>) {
    let mut stage = Stage {
        home: tempfile::tempdir().expect("a temporary folder"),
        columns: 80,
        rows: 24,
        variables: Vec::new(),
        server: None,
        redirections: String::new(),
        breaks: false,
        window: None,
        seen: bless.then(Vec::new),
        late,
    };
    // No path of this computer stands on a screen.
    symlink(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenes/pack"), stage.home.path().join("pack")).expect("a link");
    for step in &scene.steps {
        let place = format!("{}:{}", scene.shown(), step.line + 1);
        stage.act(&step.deed, step.line, &place);
    }
    if let Some(seen) = stage.seen {
        scene.bless(&seen);
    }
}

impl Stage<'_> {
    fn act(&mut self, deed: &Deed, line: usize, place: &str) {
        match deed {
            Deed::Size(columns, rows) => (self.columns, self.rows) = (*columns, *rows),
            Deed::Variable(name, value) => self.variables.push((name.clone(), value.clone())),
            Deed::Breaks(breaks) => self.breaks = *breaks,
            Deed::Server => self.server = Some(Counter::start()),
            Deed::Redirect(redirections) => self.redirections.clone_from(redirections),
            Deed::Run(words) => {
                let command = self.command(words);
                self.open(&command);
            }
            Deed::Shell(words) => self.shell(words),
            Deed::Send(keys, None) => self.window().send(keys),
            Deed::Send(keys, Some(pause)) => {
                let longest = self.window().send_slowly(keys.as_bytes(), *pause);
                self.late.set(self.late.get() || *pause < TOO_LATE && longest > TOO_LATE);
            }
            Deed::Pause(pause) => {
                let began = Instant::now();
                std::thread::sleep(*pause);
                self.late.set(self.late.get() || began.elapsed() > *pause + TOO_LATE);
            }
            Deed::Resize(columns, rows) => {
                // What was drawn for the old window must not be on its way when the new one is there.
                self.rest();
                let before = self.window().output().len();
                self.window().resize(*rows, *columns);
                // Nor must the next change come before this one was seen.
                let start = Instant::now();
                while self.window().output().len() == before && start.elapsed() < SEEN {
                    std::thread::sleep(Duration::from_millis(5));
                }
            }
            Deed::Signal(name) => self.signal(name),
            Deed::Wait(text) => drop(self.look(place, &format!("{text:?}"), |screen| says(screen, text))),
            Deed::Gone(text) => drop(self.look(place, &format!("no {text:?}"), |screen| !says(screen, text))),
            Deed::Expect(from, rows) => self.expect(from, rows, line, place),
            Deed::Cursor(cursor) => self.cursor(cursor, line, place),
            Deed::Sent(bytes, true) => self.window().wait_for_output(bytes),
            Deed::Sent(bytes, false) => {
                let sent = String::from_utf8_lossy(&self.window().output()).into_owned();
                assert!(!sent.contains(bytes), "{place}: {bytes:?} in {sent:?}");
            }
            Deed::SentAscii => {
                let sent = self.window().output();
                assert!(sent.is_ascii(), "{place}: {}", String::from_utf8_lossy(&sent));
            }
            Deed::SentLines => {
                let sent = String::from_utf8_lossy(&self.window().output()).replace("\r\n", "\n");
                let odd = sent.chars().find(|character| character.is_control() && *character != '\n');
                assert_eq!(odd, None, "{place}: {sent:?}");
            }
            Deed::Colours(wanted) => assert_eq!(self.window().look(has_colours), *wanted, "{place}"),
            Deed::Tty(true) => assert!(self.window().becomes_sane(), "{place}: {}", self.window().screen()),
            Deed::Tty(false) => assert!(!self.window().is_sane(), "{place}: {}", self.window().screen()),
            Deed::Exit(code) => {
                let ended = self.window().exit_code();
                assert_eq!(ended, *code, "{place}: {}", self.window().screen());
            }
            Deed::Close(keys, codes) => {
                let ended = self.window.take().expect("a window").close(keys);
                assert!(codes.contains(&ended), "{place}: {ended}");
            }
            Deed::File(name, text) => {
                let written = std::fs::read_to_string(self.home.path().join(name)).expect("a file");
                assert!(written.contains(text), "{place}: {text:?} in\n{written}");
            }
            Deed::Saved(text, wanted) => {
                let start = Instant::now();
                while *wanted && !self.journal().contains(text) && start.elapsed() < PATIENCE {
                    std::thread::sleep(Duration::from_millis(5));
                }
                let journal = self.journal();
                assert_eq!(journal.contains(text), *wanted, "{place}: {text:?} in\n{journal}");
            }
        }
    }

    fn window(&mut self) -> &mut Pty {
        self.window.as_mut().expect("a window: `run:` comes first")
    }

    /// The program in this scene's world.
    fn command(&self, words: &str) -> Command {
        let mut run = online(words).env("TERM", "xterm-256color").env("LANG", "zh_CN.UTF-8").env("TZ", "Asia/Shanghai");
        if words.starts_with("diagnose") || words.starts_with("resume") {
            run = run.words("--now").arg(NOW);
            if !words.contains("--flows") && !words.contains("--shipped") {
                run = run.words("--flows pack");
            }
            if let Some(server) = &self.server
                && words.starts_with("diagnose")
            {
                run = run.words("--profile").arg(server.profile(self.home.path()));
            } else if !words.contains("--probe") {
                run = run.words("--offline");
            }
        }
        if !self.breaks {
            run = run.env("XTERM_VERSION", "XTerm(390)");
        }
        for (name, value) in &self.variables {
            run = run.env(name, value);
        }
        let (mut command, _folder_of_nobody, _) = run.into_parts();
        command.env("HOME", self.home.path()).env("WALLETFIX_DATA_DIR", self.home.path().join("data"));
        command.current_dir(self.home.path());
        command
    }

    fn open(&mut self, command: &Command) {
        let window = if self.redirections.is_empty() {
            Pty::of(command, self.rows, self.columns)
        } else {
            let mut shell = same_world(command, "/bin/sh");
            shell.arg("-c").arg(format!("exec \"$@\" {}", self.redirections)).arg("sh");
            shell.arg(command.get_program()).args(command.get_args());
            Pty::of(&shell, self.rows, self.columns)
        };
        self.put(window);
    }

    fn put(&mut self, mut window: Pty) {
        if self.breaks {
            window.break_rows();
        }
        self.window = Some(window);
    }

    /// To the program, which is the window's own or one that a shell started there.
    fn signal(&mut self, name: &str) {
        match std::fs::read_to_string(self.home.path().join("pid")) {
            Ok(process) => {
                let sent = Command::new("kill").args(["-s", name, process.trim()]).status().expect("kill");
                assert!(sent.success(), "{name}");
            }
            Err(_) => self.window().signal(name),
        }
    }

    /// A shell that a person sits at, who starts the program in it.
    fn shell(&mut self, words: &str) {
        let command = self.command(words);
        let mut shell = same_world(&command, "/bin/sh");
        shell.arg("-i").env("PS1", "prompt> ").env_remove("ENV");
        let mut window = Pty::of(&shell, self.rows, self.columns);
        window.wait_for("prompt> ");
        let file = self.home.path().join("w");
        let words: Vec<String> = std::iter::once(command.get_program())
            .chain(command.get_args())
            .map(|word| format!("'{}'", word.to_string_lossy()))
            .collect();
        std::fs::write(&file, format!("#!/bin/sh\necho $$ > pid\nexec {}\n", words.join(" "))).expect("a script");
        // The script becomes the program, which is the job that the shell stops and goes on with.
        window.send("sh ./w\r");
        self.put(window);
    }

    fn expect(&mut self, from: &str, rows: &[String], line: usize, place: &str) {
        if self.seen.is_some() {
            self.settle();
            let ids = ids_in(self.home.path());
            let shown = masked(part(&self.window().look(rows_on), from), &ids);
            self.note(line, shown);
            return;
        }
        let wanted: Vec<&str> = rows.iter().map(|row| row.trim_end()).collect();
        let home = self.home.path().to_owned();
        self.look(place, &format!("\n{}\nto be shown", wanted.join("\n")), |screen| {
            masked(part(&rows_on(screen), from), &ids_in(&home)) == wanted
        });
    }

    fn cursor(&mut self, wanted: &str, line: usize, place: &str) {
        if self.seen.is_some() {
            self.settle();
            let shown = self.window().look(cursor_on);
            self.note(line, vec![shown]);
            return;
        }
        self.look(place, &format!("the cursor {wanted}"), |screen| cursor_on(screen) == wanted);
    }

    /// The screen as soon as it is right.
    fn look(&mut self, place: &str, what: &str, right: impl Fn(&vt100::Screen) -> bool) -> String {
        self.window().wait_until(&format!("{what} ({place})"), right)
    }

    fn note(&mut self, line: usize, rows: Vec<String>) {
        if let Some(seen) = &mut self.seen {
            seen.push((line, rows));
        }
    }

    /// Waits until the program waits for keys.
    fn rest(&mut self) {
        let (start, mut looks) = (Instant::now(), 0);
        while looks < 3 && start.elapsed() < PATIENCE {
            looks = if self.window().waits_for_keys() { looks + 1 } else { 0 };
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until nothing is written any more.
    fn settle(&mut self) {
        let window = self.window();
        let mut before = window.output().len();
        loop {
            std::thread::sleep(SETTLED);
            let now = window.output().len();
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// All that was saved.
    fn journal(&self) -> String {
        journals(self.home.path()).iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
    }
}

/// The files of the sessions in that home.
pub(super) fn journals(home: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(home.join("data/sessions")) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// The ids of those sessions.
fn ids_in(home: &Path) -> Vec<String> {
    journals(home).iter().filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect()
}

/// Without the ids, which are others each time.
fn masked(rows: Vec<String>, ids: &[String]) -> Vec<String> {
    let masked = |row: String| ids.iter().fold(row, |row, id| row.replace(id, ID));
    rows.into_iter().map(masked).collect()
}

/// Another program with the variables and the folder of this one.
fn same_world(command: &Command, program: &str) -> Command {
    let mut other = Command::new(program);
    other.env_clear();
    for (name, value) in command.get_envs() {
        other.env(name, value.unwrap_or_default());
    }
    if let Some(folder) = command.get_current_dir() {
        other.current_dir(folder);
    }
    other.env("PATH", "/usr/bin:/bin");
    other
}

/// Whether the parts of the text stand there, each on a row below the one before.
fn says(screen: &vt100::Screen, text: &str) -> bool {
    let rows = rows_on(screen);
    let mut rest = rows.as_slice();
    for (number, part) in text.split(" ... ").enumerate() {
        let found = if number == 0 {
            rest.iter().rposition(|row| row.contains(part))
        } else {
            rest.iter().position(|row| row.contains(part))
        };
        let Some(at) = found else { return false };
        rest = &rest[at + 1..];
    }
    true
}

fn has_colours(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    let plain = |cell: &vt100::Cell| cell.fgcolor() == vt100::Color::Default && cell.bgcolor() == vt100::Color::Default;
    (0..rows.get())
        .any(|row| (0..columns.get()).any(|column| screen.cell(row, column).is_some_and(|cell| !plain(cell))))
}

fn cursor_on(screen: &vt100::Screen) -> String {
    let (row, column) = screen.cursor_position();
    format!("{} {row},{column}", if screen.hide_cursor() { "hidden" } else { "shown" })
}

/// The rows down to the last one that shows something.
fn rows_on(screen: &vt100::Screen) -> Vec<String> {
    let (_, columns) = screen.size();
    let mut rows: Vec<String> = screen.rows(0, columns.get()).map(|row| row.trim_end().to_owned()).collect();
    while rows.last().is_some_and(String::is_empty) {
        rows.pop();
    }
    rows
}

/// From the last row that says so.
fn part(rows: &[String], from: &str) -> Vec<String> {
    let start = rows.iter().rposition(|row| row.contains(from)).filter(|_| !from.is_empty()).unwrap_or(0);
    rows[start..].to_vec()
}
