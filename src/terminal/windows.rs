//! Consoles of Windows: their modes and code pages, and the events that end the program, by the system's own calls. Every
//! name stands in Microsoft's console documentation.
#![expect(unsafe_code, reason = "the standard library has neither modes of consoles nor their events")]

#[path = "windows/calls.rs"]
mod calls;
#[path = "windows/typing.rs"]
mod typing;

pub(super) use typing::{begun, forget_typed, read, waits};

use calls::{done, lock, mode, set_mode, set_pages, write};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::{io, thread};
use windows_sys::Win32::Foundation::TRUE;
use windows_sys::Win32::System::Console::{
    CTRL_C_EVENT, CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, DISABLE_NEWLINE_AUTO_RETURN, ENABLE_ECHO_INPUT,
    ENABLE_LINE_INPUT, ENABLE_PROCESSED_INPUT, ENABLE_PROCESSED_OUTPUT, ENABLE_VIRTUAL_TERMINAL_INPUT,
    ENABLE_VIRTUAL_TERMINAL_PROCESSING, GetConsoleCP, GetConsoleOutputCP, STD_ERROR_HANDLE, STD_HANDLE,
    STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, SetConsoleCtrlHandler,
};
use windows_sys::Win32::System::Threading::{
    GetCurrentProcess, GetCurrentThreadId, OpenThread, SuspendThread, THREAD_SUSPEND_RESUME, TerminateProcess,
};
use windows_sys::core::BOOL;

/// `CP_UTF8`
const UTF8: u32 = 65001;

// What the numbers mean to whoever started the program: the same as elsewhere.
const SIGHUP: i32 = 1;
const SIGINT: i32 = 2;
const SIGTERM: i32 = 15;

/// The outputs that may be consoles, the one for questions first.
const OUTPUTS: [STD_HANDLE; 2] = [STD_ERROR_HANDLE, STD_OUTPUT_HANDLE];

/// How the consoles were found.
struct Found {
    /// The mode of standard input; `None`: it is no console.
    input: Option<u32>,
    /// The modes of the outputs.
    outputs: [Option<u32>; 2],
    /// The code pages of input and output; 0: there is no console at all.
    pages: (u32, u32),
}

static FOUND: OnceLock<Found> = OnceLock::new();

/// Whether the mode of standard input or a code page was changed.
static CHANGED: AtomicBool = AtomicBool::new(false);

/// Whether the console may show what escape sequences asked of it: plain lines send none, not even to take them back.
static MOVED: AtomicBool = AtomicBool::new(false);

/// Whether the outputs were told to obey escape sequences.
static OBEYS: AtomicBool = AtomicBool::new(false);

type Ending = Box<dyn FnOnce(i32) + Send>;

/// What is done when an event ends the program; taken by the first that does.
static ENDING: Mutex<Option<Ending>> = Mutex::new(None);

/// The thread that asks.
static MAIN: AtomicU32 = AtomicU32::new(0);

fn found() -> &'static Found {
    FOUND.get_or_init(|| Found {
        input: mode(STD_INPUT_HANDLE),
        outputs: OUTPUTS.map(mode),
        // SAFETY: take no arguments.
        pages: unsafe { (GetConsoleCP(), GetConsoleOutputCP()) },
    })
}

/// Consoles obey escape sequences since Windows 10, once they are told to. `None`: no output is a console.
pub(super) fn obeys() -> Option<bool> {
    let modes = found().outputs;
    let told = OUTPUTS.into_iter().zip(modes).filter_map(|(output, mode)| {
        // A line feed begins a new line, whatever the program before wanted.
        let lines = mode? & !DISABLE_NEWLINE_AUTO_RETURN;
        let wanted = lines | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING;
        OBEYS.store(true, Ordering::SeqCst);
        Some(set_mode(output, wanted).is_ok())
    });
    // Both are told before anything is said about either.
    told.collect::<Vec<_>>().into_iter().reduce(|one, other| one && other)
}

/// Ctrl-C ends the program as SIGINT does elsewhere (130); closing the window and logging off as SIGHUP (129); Ctrl-Break,
/// by which programs end one another, and shutting down as SIGTERM (143).
pub(super) fn watch(on_signal: impl FnOnce(i32) + Send + 'static) -> io::Result<()> {
    let found = found();
    // SAFETY: takes no arguments.
    MAIN.store(unsafe { GetCurrentThreadId() }, Ordering::SeqCst);
    *lock(&ENDING) = Some(Box::new(on_signal));
    // SAFETY: the handler lives as long as the program.
    done(unsafe { SetConsoleCtrlHandler(Some(on_event), TRUE) })?;
    obeys();
    if found.input.is_some() || found.outputs.iter().any(Option::is_some) {
        CHANGED.store(true, Ordering::SeqCst);
        // For programs that share the console, and for what is read or written as bytes. Without: only ASCII passes.
        set_pages((UTF8, UTF8));
    }
    Ok(())
}

/// Called by the system on a thread of its own. When it returns after a window was closed the program is ended, so it
/// does not return.
unsafe extern "system" fn on_event(event: u32) -> BOOL {
    end(match event {
        CTRL_C_EVENT => SIGINT,
        CTRL_CLOSE_EVENT | CTRL_LOGOFF_EVENT => SIGHUP,
        _ => SIGTERM,
    })
}

fn end(signal: i32) -> ! {
    // Another event is ending it already.
    let Some(ending) = lock(&ENDING).take() else {
        loop {
            thread::park();
        }
    };
    let changed = CHANGED.load(Ordering::SeqCst);
    restore();
    ending(signal);
    halt();
    // The thread that asks may have begun to read a key meanwhile, and now it cannot any more.
    CHANGED.store(changed, Ordering::SeqCst);
    leave();
    let code = u32::try_from(128 + signal).unwrap_or(1);
    // SAFETY: ends this process, without asking for locks that the halted thread may hold.
    unsafe { TerminateProcess(GetCurrentProcess(), code) };
    std::process::exit(128 + signal);
}

/// Stops the thread that asks for good, so that it cannot change the console after it was given back.
fn halt() {
    // SAFETY: takes no pointers; 0 is no thread, and then nothing is stopped.
    unsafe {
        let main = OpenThread(THREAD_SUSPEND_RESUME, 0, MAIN.load(Ordering::SeqCst));
        if !main.is_null() {
            SuspendThread(main);
        }
    }
}

/// Keys come at once and are not shown. Ctrl-C stays an event.
pub(super) fn quiet() -> io::Result<()> {
    let Some(mode) = found().input else { return Err(io::ErrorKind::NotConnected.into()) };
    let quiet = (mode & !(ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT)) | ENABLE_PROCESSED_INPUT;
    CHANGED.store(true, Ordering::SeqCst);
    MOVED.store(true, Ordering::SeqCst);
    // With sequences from the console itself, which then also says where a pasted text begins and ends.
    set_mode(STD_INPUT_HANDLE, quiet | ENABLE_VIRTUAL_TERMINAL_INPUT).or_else(|_| set_mode(STD_INPUT_HANDLE, quiet))
}

pub(super) fn restore() {
    if !CHANGED.swap(false, Ordering::SeqCst) {
        return;
    }
    let found = found();
    if MOVED.load(Ordering::SeqCst) {
        write(b"\x1b[0m\x1b[?2004l\x1b[?25h");
    }
    // A console that is gone needs nothing back.
    if let Some(mode) = found.input {
        let _ = set_mode(STD_INPUT_HANDLE, mode);
    }
    set_pages(found.pages);
}

/// The same, and outputs obey escape sequences no longer unless they did before.
pub(super) fn leave() {
    restore();
    if OBEYS.swap(false, Ordering::SeqCst) {
        for (output, mode) in OUTPUTS.into_iter().zip(found().outputs) {
            let _ = mode.map(|mode| set_mode(output, mode));
        }
    }
}

/// On a thread of its own, as the event does.
pub(super) fn interrupt() {
    thread::spawn(|| end(SIGINT));
}
