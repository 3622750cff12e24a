//! The state of the terminal and the signals that end the program. Whatever happens, the terminal goes back to how it was
//! found. Knows nothing of prompts and sessions: what to say and save at the end is handed in.

#[cfg_attr(unix, path = "terminal/unix.rs")]
#[cfg_attr(not(unix), path = "terminal/elsewhere.rs")]
mod system;

use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::thread::{self, ThreadId};
use std::time::Duration;

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
        system::watch(|signal| silently(|| on_signal(signal)).unwrap_or_default())?;
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
