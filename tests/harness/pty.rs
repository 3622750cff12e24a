//! A real pseudo-terminal with a program in it: keys go in, and what stands on the screen comes out.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the terminal shows, and every byte it was sent.
struct Shown {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    closing: bool,
}

/// A program in a terminal.
pub(crate) struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    /// Kept open, so that the terminal and its modes outlive the program.
    slave: Option<Box<dyn SlavePty + Send>>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    /// Whether it breaks rows that are wider than the window, as most terminals do; else it cuts them off.
    breaks: bool,
}

impl Pty {
    /// Starts a command in a terminal of that size.
    pub(crate) fn spawn(command: CommandBuilder, rows: u16, columns: u16) -> Self {
        let pair = native_pty_system().openpty(size(rows, columns)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let (mut reader, writer) = (descriptor_of(&*pair.master), Box::new(descriptor_of(&*pair.master)));
        let parser = vt100::Parser::new(one_or_more(rows), one_or_more(columns), 500);
        let shown = Arc::new((Mutex::new(Shown { parser, bytes: Vec::new(), closing: false }), Condvar::new()));
        let shared = Arc::clone(&shown);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                has_more(reader.as_raw_fd(), None);
                // Nobody can look between the reading of something and its showing.
                let mut shown = shared.0.lock().unwrap();
                let Ok(read @ 1..) = reader.read(&mut buffer) else { break };
                shown.parser.process(&buffer[..read]);
                shown.bytes.extend(&buffer[..read]);
                shared.1.notify_all();
                if shown.closing {
                    break;
                }
            }
        });
        Self { child, master: pair.master, writer, slave: Some(pair.slave), shown, breaks: false }
    }

    /// The same for a command that was set up for running without a terminal.
    pub(crate) fn of(command: &std::process::Command, rows: u16, columns: u16) -> Self {
        let mut builder = CommandBuilder::new(command.get_program());
        builder.env_clear();
        builder.args(command.get_args());
        for (name, value) in command.get_envs() {
            if let Some(value) = value {
                builder.env(name, value);
            }
        }
        if let Some(folder) = command.get_current_dir() {
            builder.cwd(folder);
        }
        Self::spawn(builder, rows, columns)
    }

    /// Sends keys as their bytes.
    pub(crate) fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Sends bytes one by one with a pause after each, as a slow line does. The longest pause there was.
    pub(crate) fn send_slowly(&mut self, bytes: &[u8], pause: Duration) -> Duration {
        let mut longest = Duration::ZERO;
        for byte in bytes {
            let sent = Instant::now();
            self.send_bytes(&[*byte]);
            thread::sleep(pause);
            longest = longest.max(sent.elapsed());
        }
        longest
    }

    /// Sends any bytes. Whoever has just ended does not read them.
    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("{text:?} to be shown"), |screen| screen.contents().contains(text))
    }

    /// Waits until the screen no longer shows `text`.
    #[track_caller]
    pub(crate) fn wait_for_no(&self, text: &str) -> String {
        self.wait_until(&format!("{text:?} to be gone"), |screen| !screen.contents().contains(text))
    }

    /// Waits until the screen is as it should be, and returns what it shows.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, right: impl Fn(&vt100::Screen) -> bool) -> String {
        self.wait(what, |shown| right(shown.parser.screen()))
    }

    /// Waits until the program has written `text`, even if it does not stand on the screen any more.
    #[track_caller]
    pub(crate) fn wait_for_output(&self, text: &str) {
        let bytes = text.as_bytes();
        self.wait(text, |shown| shown.bytes.windows(bytes.len()).any(|window| window == bytes));
    }

    /// The same for what it has written after its first `from` bytes.
    #[track_caller]
    pub(crate) fn wait_for_output_after(&self, from: usize, text: &str) {
        let bytes = text.as_bytes();
        self.wait(text, |shown| shown.bytes[from..].windows(bytes.len()).any(|window| window == bytes));
    }

    #[track_caller]
    fn wait(&self, what: &str, right: impl Fn(&Shown) -> bool) -> String {
        let start = Instant::now();
        let mut shown = self.shown.0.lock().unwrap();
        while !right(&shown) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            if left.is_zero() {
                let contents = shown.parser.screen().contents();
                drop(shown);
                panic!("waited for {what} on\n{contents}");
            }
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
        shown.parser.screen().contents()
    }

    /// What the screen shows now.
    pub(crate) fn screen(&self) -> String {
        self.shown.0.lock().unwrap().parser.screen().contents()
    }

    /// Something about the screen, such as whether its cursor is hidden.
    pub(crate) fn look<T>(&self, at: impl Fn(&vt100::Screen) -> T) -> T {
        at(self.shown.0.lock().unwrap().parser.screen())
    }

    /// Every byte that the program has written.
    pub(crate) fn output(&self) -> Vec<u8> {
        self.shown.0.lock().unwrap().bytes.clone()
    }

    /// Gives the window another size.
    pub(crate) fn resize(&self, rows: u16, columns: u16) {
        let mut shown = self.shown.0.lock().unwrap();
        if self.breaks {
            shown.parser = broken(shown.parser.screen(), rows, columns);
        } else {
            shown.parser.set_size(one_or_more(rows), one_or_more(columns));
        }
        drop(shown);
        self.master.resize(size(rows, columns)).unwrap();
    }

    /// From now on rows that are wider than the window are broken.
    pub(crate) fn break_rows(&mut self) {
        self.breaks = true;
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Sends a signal by name: `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &process]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for the end of the program and returns its exit code, 1000 when a signal killed it. The screen then shows all
    /// that it wrote.
    #[track_caller]
    pub(crate) fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                while self.is_behind() && start.elapsed() < PATIENCE {
                    thread::sleep(Duration::from_millis(1));
                }
                return if status.signal().is_some() { 1000 } else { status.exit_code() };
            }
            assert!(start.elapsed() < PATIENCE, "still running:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Its exit code if it has ended, as [`Self::exit_code`] says it.
    pub(crate) fn ended(&mut self) -> Option<u32> {
        self.child.try_wait().unwrap().map(|_| self.exit_code())
    }

    /// Whether it has read all that was typed and sleeps.
    pub(crate) fn waits_for_keys(&self) -> bool {
        let tty = File::options().read(true).custom_flags(libc::O_NOCTTY).open(self.master.tty_name().unwrap());
        tty.is_ok_and(|tty| !has_more(tty.as_raw_fd(), Some(Duration::ZERO)))
            && !self.is_behind()
            && sleeps(self.process())
    }

    /// Whether something that was written is not shown yet.
    fn is_behind(&self) -> bool {
        let _shown = self.shown.0.lock().unwrap();
        self.master.as_raw_fd().is_some_and(|master| has_more(master, Some(Duration::ZERO)))
    }

    /// Whether the terminal shows what is typed and reads lines, as a shell expects it.
    pub(crate) fn is_sane(&self) -> bool {
        let modes = self.master.get_termios().unwrap().local_flags.bits();
        let wanted = libc::ICANON | libc::ECHO | libc::ISIG;
        modes & wanted == wanted && !self.look(|screen| screen.hide_cursor() || screen.bracketed_paste())
    }

    /// The same, given the time in which the last bytes are read.
    pub(crate) fn becomes_sane(&self) -> bool {
        let start = Instant::now();
        while !self.is_sane() && start.elapsed() < Duration::from_secs(2) {
            thread::sleep(Duration::from_millis(5));
        }
        self.is_sane()
    }

    /// Closes the window and returns how the program took it, as [`Self::exit_code`] does. `stirring` makes the program
    /// write something, since its last words have to be read before the terminal can be closed.
    #[track_caller]
    pub(crate) fn close(mut self, stirring: &str) -> u32 {
        self.shown.0.lock().unwrap().closing = true;
        self.send(stirring);
        self.slave = None;
        self.writer = Box::new(std::io::sink());
        self.master = native_pty_system().openpty(size(1, 1)).unwrap().master;
        self.exit_code()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The same text in a window of another size, as terminals that break rows show it: what was one row and is too wide takes
/// several, what was broken is joined, and what there is no room for leaves at the top. Colours are lost.
fn broken(screen: &vt100::Screen, rows: u16, columns: u16) -> vt100::Parser {
    let (old_rows, old_columns) = screen.size();
    let (cursor_row, cursor_column) = screen.cursor_position();
    // Lines that the program ended, each with the place in it where the cursor stands, if it does.
    let mut lines: Vec<(Vec<&vt100::Cell>, Option<usize>)> = vec![(Vec::new(), None)];
    for row in 0..old_rows.get() {
        let wraps = screen.row_wrapped(row);
        let cells: Vec<&vt100::Cell> = (0..old_columns.get()).filter_map(|at| screen.cell(row, at)).collect();
        let end = cells.iter().rposition(|cell| cell.has_contents()).map_or(0, |last| last + 1);
        let (line, cursor) = lines.last_mut().unwrap();
        for (at, cell) in cells.iter().enumerate() {
            if row == cursor_row && at == usize::from(cursor_column) {
                *cursor = Some(line.len());
            }
            if (at < end || row == cursor_row && at < usize::from(cursor_column)) && !cell.is_wide_continuation() {
                line.push(cell);
            }
        }
        if row == cursor_row && usize::from(cursor_column) >= cells.len() {
            *cursor = Some(line.len());
        }
        if !wraps {
            lines.push((Vec::new(), None));
        }
    }
    let last = lines.iter().rposition(|(line, cursor)| !line.is_empty() || cursor.is_some()).unwrap_or(0);
    let mut parser = vt100::Parser::new(one_or_more(rows), one_or_more(columns), 500);
    // How many rows below the top of a window of endless height: the window shows the last of them.
    let (mut row, mut place) = (0_usize, (0, 0));
    for (number, (line, cursor)) in lines[..=last].iter().enumerate() {
        if number > 0 {
            parser.process(b"\r\n");
            row += 1;
        }
        let mut column = 0;
        for (at, cell) in line.iter().enumerate() {
            let wide = 1 + usize::from(cell.is_wide());
            if column + wide > usize::from(columns) && column > 0 {
                (row, column) = (row + 1, 0);
            }
            if *cursor == Some(at) {
                place = (row, column);
            }
            column += wide;
            parser.process(if cell.has_contents() { cell.contents().as_bytes() } else { b" " });
        }
        if *cursor == Some(line.len()) {
            place = (row, column.min(usize::from(columns) - 1));
        }
    }
    let gone = (row + 1).saturating_sub(usize::from(rows));
    parser.process(format!("\x1b[{};{}H", (place.0 + 1).saturating_sub(gone), place.1 + 1).as_bytes());
    parser.process(if screen.hide_cursor() { b"\x1b[?25l" } else { b"\x1b[?25h" });
    parser.process(if screen.bracketed_paste() { b"\x1b[?2004h" } else { b"\x1b[?2004l" });
    parser
}

/// The terminal's end of the line, to read and to write. The crate's own writer types Enter when it is dropped, which is no
/// closed window but an answer; its reader cannot be waited for.
#[expect(unsafe_code, reason = "the crate hands out a bare descriptor")]
fn descriptor_of(master: &dyn MasterPty) -> File {
    let descriptor = master.as_raw_fd().unwrap();
    // SAFETY: the master is open, and the descriptor is only borrowed to be duplicated.
    let own = unsafe { BorrowedFd::borrow_raw(descriptor) }.try_clone_to_owned().unwrap();
    File::from(own)
}

/// Whether there is something to read within `patience`, or, without one, as soon as there is or the line is cut.
#[expect(unsafe_code, reason = "the standard library cannot ask this")]
fn has_more(descriptor: RawFd, patience: Option<Duration>) -> bool {
    let mut asked = libc::pollfd { fd: descriptor, events: libc::POLLIN, revents: 0 };
    let patience = patience.map_or(-1, |patience| i32::try_from(patience.as_millis()).unwrap());
    // SAFETY: one entry, which lives as long as the call.
    unsafe { libc::poll(&raw mut asked, 1, patience) };
    asked.revents & libc::POLLIN != 0
}

/// Whether a process waits for something that is no disk.
#[cfg(target_os = "linux")]
fn sleeps(process: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('S'))
}

#[cfg(not(target_os = "linux"))]
fn sleeps(_process: u32) -> bool {
    true
}

fn size(rows: u16, columns: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn one_or_more(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}
