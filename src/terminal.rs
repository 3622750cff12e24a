//! The state of the terminal and the signals that end the program. Whatever happens, the terminal goes back to how it was
//! found. Knows nothing of prompts and sessions: what to say and save at the end is handed in.

#[cfg(any(windows, test))]
mod spelling;
#[cfg_attr(unix, path = "terminal/unix.rs")]
#[cfg_attr(windows, path = "terminal/windows.rs")]
#[cfg_attr(not(any(unix, windows)), path = "terminal/elsewhere.rs")]
mod system;

use std::io::{self, Write as _};
use std::panic::{set_hook, take_hook};
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What stands at the end of the screen while something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Nothing.
    None,
    /// A line that is being typed and begins so many rows above the cursor. Should a signal end the program, the line goes
    /// with it: whoever sees what they pasted and flees must not find it on the screen.
    Typed {
        /// Rows from the first of the line to the cursor.
        above: usize,
    },
    /// A list with the cursor in its first row, which goes on for so many rows below it. It stays on the screen.
    List {
        /// Rows from the cursor to the last.
        below: usize,
    },
}

/// Erases all from the first column of a row on. Not by `ESC [ J` alone: in the first row of its window tmux takes that for
/// `clear` and puts what stands there into its history, where it then stands a second time.
pub const CLEAR: &str = "\x1b[K\x1b[C\x1b[J\r";

/// The prompt in one number: 0 for none, odd numbers for a line, even ones for a list.
static PROMPT: AtomicUsize = AtomicUsize::new(0);

/// Leaves an open prompt, so that what is said last stands below it.
fn leave_prompt() {
    let out = match PROMPT.swap(0, Ordering::SeqCst) {
        0 => return,
        1 => format!("\r{CLEAR}"),
        line if line % 2 == 1 => format!("\r\x1b[{}A{CLEAR}", line / 2),
        list => "\r\n".repeat(list / 2 - 1),
    };
    // A terminal that is gone shows nothing.
    let _ = write!(io::stderr(), "{out}");
}

/// What the program exits with after a panic: as Rust's programs do, and where a signal ends it already, as that signal.
static AFTER_PANIC: AtomicI32 = AtomicI32::new(PANICKED);

const PANICKED: i32 = 101;

/// Gives the terminal back when dropped, on a panic, and on a signal.
#[derive(Debug)]
pub struct Terminal {
    _made_by_watch: (),
}

impl Terminal {
    /// Remembers the terminal's state and watches for signals that end programs on a thread of its own, and for panics: the
    /// terminal is given back, `last_words` says what is to be said, and the program exits with 128 + n, after a panic with
    /// 101. Call it once, on the main thread, before any other thread is started. Errors: the system refuses.
    pub fn watch(last_words: impl FnOnce() + Send + 'static) -> io::Result<Self> {
        let last_words = Arc::new(Mutex::new(Some(last_words)));
        let for_panic = Arc::clone(&last_words);
        system::watch(move |signal| {
            // Words that cannot be said, since the window is closed, end the program no other way.
            AFTER_PANIC.store(128 + signal, Ordering::SeqCst);
            leave_prompt();
            say(&last_words);
        })?;
        end_on_panic(move || say(&for_panic));
        Ok(Self { _made_by_watch: () })
    }

    /// Stops the terminal from showing what is typed and from waiting for whole lines, until it is given back.
    /// Errors: standard input is no terminal.
    pub fn quiet(&self) -> io::Result<()> {
        system::quiet()
    }

    /// Forgets what was typed before anything was asked.
    pub fn forget_typed(&self) {
        system::forget_typed();
    }

    /// Reads what was typed, waiting for at most `patience`, or for ever. `None`: nothing in that time; 0: the input has
    /// ended. Errors: the terminal is gone.
    pub fn read(&self, buffer: &mut [u8], patience: Option<Duration>) -> io::Result<Option<usize>> {
        system::read(buffer, patience)
    }

    /// Whether there is something to read within `patience`, or the input has ended. Errors: the terminal is gone.
    pub fn waits(&self, patience: Duration) -> io::Result<bool> {
        system::waits(patience)
    }

    /// Takes what stands on a line that was begun and not ended with Enter out of a terminal that waits for whole lines,
    /// and returns its length. What is typed later is a line of its own. Errors: the terminal is gone.
    pub fn begun(&self, buffer: &mut [u8]) -> io::Result<usize> {
        system::begun(buffer)
    }

    /// Says what stands at the end of the screen, for whatever may end the program now.
    pub fn shows(&self, prompt: Prompt) {
        let number = match prompt {
            Prompt::None => 0,
            Prompt::Typed { above } => 2 * above + 1,
            Prompt::List { below } => 2 * (below + 1),
        };
        PROMPT.store(number, Ordering::SeqCst);
    }

    /// Whether the system can stop a program and go on with it.
    pub const CAN_STOP: bool = cfg!(unix);

    /// Whether a signal asked since the last look to stop the program for a while, while the terminal was not as it was
    /// found. Whoever asks gives it back first, by [`Self::suspend`].
    pub fn is_to_stop(&self) -> bool {
        #[cfg(unix)]
        return system::is_to_stop();
        #[cfg(not(unix))]
        false
    }

    /// Whether the window got another size since the last look, even if it has its old one again.
    pub fn was_resized(&self) -> bool {
        #[cfg(unix)]
        return system::was_resized();
        #[cfg(not(unix))]
        false
    }

    /// Gives the terminal back and stops the program and all that runs with it, as Ctrl-Z does, until a shell calls it
    /// back; then the terminal is quiet again. Errors: the terminal is gone.
    pub fn suspend(&self) -> io::Result<()> {
        #[cfg(unix)]
        system::suspend()?;
        Ok(())
    }

    /// Ends the program as Ctrl-C does, for readers that get it as a key.
    pub fn interrupt(&self) -> ! {
        system::interrupt();
        loop {
            thread::park();
        }
    }

    /// Lets a signal that came with the loss of the terminal end the program first, with its own exit code.
    pub fn let_signals_pass(&self) {
        thread::sleep(Duration::from_millis(200));
    }
}

/// Standard input without the standard library's buffer, which is never freed and so would keep what was typed.
impl io::Read for &Terminal {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Terminal::read(self, buffer, None).map(Option::unwrap_or_default)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        system::restore();
    }
}

/// From now on a panic says where it happened, and what is wrong only in words that stand in the source: a message that
/// was put together may quote an answer, as that of the standard library does when a text is cut inside a character.
pub fn keep_answers_out_of_panics() {
    set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let words =
            info.payload().downcast_ref::<&'static str>().copied().unwrap_or("(not said: it may quote an answer)");
        let thread = thread::current();
        let name = thread.name().unwrap_or("<unnamed>");
        // Where standard error is gone nobody can be told.
        let _ = writeln!(io::stderr(), "\nthread '{name}' panicked at {place}:\n{words}");
    }));
}

/// Whether what is printed may hold escape sequences, where that is for the system to say: a console of Windows takes them
/// for characters until it is told not to, which this does. `None`: `TERM` says it.
pub fn obeys_escapes() -> Option<bool> {
    system::obeys()
}

/// The last thing before the program ends by itself: nothing stays as this program set it.
pub fn leave() {
    system::leave();
}

/// What is left to say is said once.
fn say(last_words: &Mutex<Option<impl FnOnce()>>) {
    let words = last_words.lock().ok().and_then(|mut words| words.take());
    if let Some(words) = words {
        words();
    }
}

/// A panic, of whichever thread, gives the terminal back and ends the program: what was confirmed is in the journal. The
/// destructors that would do it otherwise do not run in a release, and a core dump would keep what was typed.
fn end_on_panic(last_words: impl Fn() + Send + Sync + 'static) {
    let tell = take_hook();
    set_hook(Box::new(move |info| {
        leave_prompt();
        system::leave();
        let code = AFTER_PANIC.load(Ordering::SeqCst);
        if code == PANICKED {
            tell(info);
            last_words();
        }
        std::process::exit(code);
    }));
}
