//! The state of the terminal and the signals that end the program. Whatever happens, the terminal goes back to how it was
//! found. Knows nothing of prompts and sessions: what to say and save at the end is handed in.

#[cfg_attr(unix, path = "terminal/unix.rs")]
#[cfg_attr(not(unix), path = "terminal/elsewhere.rs")]
mod system;

use std::cell::Cell;
use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ThreadId};
use std::time::Duration;

/// One more than the row of the cursor in the line that is being typed; 0: none is.
static ROW_TYPED: AtomicUsize = AtomicUsize::new(0);

fn wipe_typed() {
    if let Some(row) = ROW_TYPED.load(Ordering::SeqCst).checked_sub(1) {
        let up = if row > 0 { format!("\x1b[{row}A") } else { String::new() };
        // A terminal that is gone shows nothing.
        let _ = write!(io::stderr(), "\r{up}\x1b[J");
    }
}

thread_local! {
    static CAUGHT_HERE: Cell<bool> = const { Cell::new(false) };
}

/// Gives the terminal back when dropped, on a panic of the thread that made it, and on a signal.
#[derive(Debug)]
pub struct Terminal {
    _made_by_watch: (),
}

impl Terminal {
    /// Remembers the terminal's state and watches for SIGINT, SIGTERM and SIGHUP on a thread of its own: the terminal is
    /// given back, `on_signal` gets the signal's number and says what is to be said, and the program exits with 128 + n.
    /// Call it once, on the main thread, before any other thread is started. Errors: the system refuses.
    pub fn watch(on_signal: impl FnOnce(i32) + Send + 'static) -> io::Result<Self> {
        // Words that cannot be said, since the window is closed, must not keep the program from ending.
        system::watch(|signal| {
            silently(|| {
                wipe_typed();
                on_signal(signal);
            })
            .unwrap_or_default();
        })?;
        give_back_on_panic(thread::current().id());
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

    /// Says that a line is being typed whose cursor stands so many rows below its first, or that none is. Should a signal
    /// end the program, the line goes with it: whoever sees what they pasted and flees must not find it on the screen.
    pub fn types(&self, row: Option<usize>) {
        ROW_TYPED.store(row.map_or(0, |row| row + 1), Ordering::SeqCst);
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

    /// Runs foreign code that may panic; `None`: it did, and nothing was printed.
    pub fn guarded<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let result = silently(work);
        if result.is_none() {
            system::show_cursor();
        }
        result
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

fn silently<T>(work: impl FnOnce() -> T) -> Option<T> {
    CAUGHT_HERE.set(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    CAUGHT_HERE.set(false);
    result.ok()
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

fn give_back_on_panic(owner: ThreadId) {
    let previous = take_hook();
    set_hook(Box::new(move |info| {
        if CAUGHT_HERE.get() {
            return;
        }
        // Another thread's panic does not end the program, so the prompts go on and need the terminal as it is.
        if thread::current().id() == owner {
            system::restore();
        }
        previous(info);
    }));
}
