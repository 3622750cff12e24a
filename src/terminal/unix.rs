//! Terminal modes and signals by the system's own calls.
#![expect(unsafe_code, reason = "the standard library has neither terminal modes nor signal masks")]

use signal_hook::consts::{SIGALRM, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How standard input was found; `None`: it is no terminal.
static FOUND: OnceLock<Option<libc::termios>> = OnceLock::new();

/// Whether anything about the terminal was changed.
static CHANGED: AtomicBool = AtomicBool::new(false);

/// Whether somebody asked the program to stop for a while.
static TO_STOP: AtomicBool = AtomicBool::new(false);

/// Whether the window got another size.
static RESIZED: AtomicBool = AtomicBool::new(false);

/// What ends the program, with the terminal given back: what people and systems end programs by, and what would otherwise
/// end it as it stands.
const ENDING: [i32; 6] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGALRM];

pub(super) fn watch(on_signal: impl FnOnce(i32) + Send + 'static) -> io::Result<()> {
    FOUND.get_or_init(termios);
    let mut signals = Signals::new(ENDING)?;
    // Blocked here and so in every later thread: a signal must not interrupt a read of a key, since the console crate
    // takes that for Ctrl-C and ends the program. SIGTTOU: giving the terminal back must work from the background.
    mask(libc::SIG_BLOCK, &ENDING)?;
    mask(libc::SIG_BLOCK, &[SIGTSTP, SIGWINCH, libc::SIGTTOU])?;
    // SAFETY: takes no pointers; the thread lives as long as the program.
    let main = unsafe { libc::pthread_self() };
    thread::Builder::new().name("signals".to_owned()).stack_size(256 * 1024).spawn(move || {
        if mask(libc::SIG_UNBLOCK, &ENDING).and(mask(libc::SIG_UNBLOCK, &[SIGTSTP, SIGWINCH])).is_err() {
            return;
        }
        if let Some(signal) = signals.forever().next() {
            let changed = CHANGED.load(Ordering::SeqCst);
            restore();
            on_signal(signal);
            halt(main);
            // The main thread may have begun to read a key meanwhile, and now it cannot any more.
            CHANGED.store(changed, Ordering::SeqCst);
            restore();
            // SAFETY: takes no pointers. Nothing of the standard library, whose locks the halted thread may hold.
            unsafe { libc::_exit(128 + signal) };
        }
    })?;
    Ok(())
}

/// Whether the main thread stands still.
static HALTED: AtomicBool = AtomicBool::new(false);

/// Stops the main thread for good, so that it cannot change the terminal after it was given back.
fn halt(main: libc::pthread_t) {
    extern "C" fn stand_still(_: libc::c_int) {
        HALTED.store(true, Ordering::SeqCst);
        loop {
            // SAFETY: takes no pointers, and may be called where a signal is handled.
            unsafe { libc::pause() };
        }
    }
    let handler: extern "C" fn(libc::c_int) = stand_still;
    // SAFETY: the handler calls only what a handler may call; the main thread lives as long as the program.
    unsafe {
        libc::signal(libc::SIGUSR2, handler as libc::sighandler_t);
        libc::pthread_kill(main, libc::SIGUSR2);
    }
    for _ in 0..100 {
        if HALTED.load(Ordering::SeqCst) {
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
}

pub(super) fn quiet() -> io::Result<()> {
    let Some(found) = FOUND.get().copied().flatten() else {
        return Err(io::ErrorKind::NotConnected.into());
    };
    let mut quiet = found;
    quiet.c_lflag &= !(libc::ECHO | libc::ECHONL | libc::ICANON | libc::IEXTEN);
    quiet.c_lflag |= libc::ISIG;
    quiet.c_iflag &= !libc::IXON;
    // Suspending would leave the shell with a terminal that shows nothing that is typed: it comes as a key instead.
    quiet.c_cc[libc::VSUSP] = libc::_POSIX_VDISABLE;
    quiet.c_cc[libc::VQUIT] = libc::_POSIX_VDISABLE;
    quiet.c_cc[libc::VMIN] = 1;
    quiet.c_cc[libc::VTIME] = 0;
    CHANGED.store(true, Ordering::SeqCst);
    catch();
    apply(&quiet)
}

/// From now on a signal that would stop the program is noted instead, until the terminal is given back: a program that is
/// stopped as it stands leaves the shell a terminal that shows nothing that is typed. Whoever started the program with that
/// signal switched off wants it to go on.
fn catch() {
    extern "C" fn note(signal: libc::c_int) {
        let noted = if signal == SIGTSTP { &TO_STOP } else { &RESIZED };
        noted.store(true, Ordering::SeqCst);
    }
    let handler: extern "C" fn(libc::c_int) = note;
    // SAFETY: the handler calls only what a handler may call.
    unsafe {
        libc::signal(SIGWINCH, handler as libc::sighandler_t);
        if libc::signal(SIGTSTP, handler as libc::sighandler_t) == libc::SIG_IGN {
            libc::signal(SIGTSTP, libc::SIG_IGN);
        }
    }
}

/// A signal that stops the program does so again.
fn let_go() {
    // SAFETY: takes no pointers.
    unsafe {
        if libc::signal(SIGTSTP, libc::SIG_DFL) == libc::SIG_IGN {
            libc::signal(SIGTSTP, libc::SIG_IGN);
        }
    }
}

pub(super) fn is_to_stop() -> bool {
    TO_STOP.swap(false, Ordering::SeqCst)
}

pub(super) fn was_resized() -> bool {
    RESIZED.swap(false, Ordering::SeqCst)
}

pub(super) fn restore() {
    if !CHANGED.swap(false, Ordering::SeqCst) {
        return;
    }
    if let Some(found) = FOUND.get().copied().flatten() {
        // Without a terminal there is nothing left to give back.
        let _ = apply(&found);
    }
    write(b"\x1b[0m\x1b[?2004l\x1b[?25h");
    let_go();
}

/// `TERM` says it.
pub(super) fn obeys() -> Option<bool> {
    None
}

pub(super) fn leave() {
    restore();
}

pub(super) fn forget_typed() {
    // SAFETY: takes no pointers.
    unsafe { libc::tcflush(libc::STDIN_FILENO, libc::TCIFLUSH) };
}

pub(super) fn interrupt() {
    // SAFETY: takes no pointers; sends to this process only.
    unsafe { libc::kill(libc::getpid(), SIGINT) };
}

/// So often a program is called back into the background before it goes on there.
const MOST_CALLS: usize = 100;

/// Stops the whole process group, as the terminal itself would: in a pipe the shell waits for all of it.
pub(super) fn suspend() -> io::Result<()> {
    restore();
    // SAFETY: takes no pointers. Where no shell could call the program back the system stops nothing.
    unsafe { libc::kill(0, libc::SIGTSTP) };
    // Whichever thread the signal hits, by the end of this all stand still.
    thread::sleep(Duration::from_millis(20));
    for _ in 0..MOST_CALLS {
        // SAFETY: takes no pointers.
        if unsafe { libc::tcgetpgrp(libc::STDIN_FILENO) == libc::getpgrp() } {
            break;
        }
        // SAFETY: takes no pointers. Called back without the terminal, it waits for it as every reader does, however often.
        unsafe { libc::raise(libc::SIGTTIN) };
        thread::sleep(Duration::from_millis(20));
    }
    TO_STOP.store(false, Ordering::SeqCst);
    quiet()
}

pub(super) fn read(buffer: &mut [u8], patience: Option<Duration>) -> io::Result<Option<usize>> {
    if !readable(patience)? {
        return Ok(None);
    }
    loop {
        // SAFETY: the pointer and the length describe `buffer`, which lives through the call.
        let read = unsafe { libc::read(libc::STDIN_FILENO, buffer.as_mut_ptr().cast(), buffer.len()) };
        match usize::try_from(read) {
            Ok(read) => return Ok(Some(read)),
            Err(_) => ended_or(io::Error::last_os_error())?,
        }
    }
}

pub(super) fn waits(patience: Duration) -> io::Result<bool> {
    readable(Some(patience))
}

/// A terminal that no longer waits for whole lines hands over what it has, and then waits for them again.
pub(super) fn begun(buffer: &mut [u8]) -> io::Result<usize> {
    let Some(found) = termios().filter(|found| found.c_lflag & libc::ICANON != 0) else { return Ok(0) };
    let mut open = found;
    open.c_lflag &= !libc::ICANON;
    open.c_cc[libc::VMIN] = 0;
    open.c_cc[libc::VTIME] = 0;
    let changed = CHANGED.swap(true, Ordering::SeqCst);
    apply(&open)?;
    // SAFETY: the pointer and the length describe `buffer`, which lives through the call.
    let read = unsafe { libc::read(libc::STDIN_FILENO, buffer.as_mut_ptr().cast(), buffer.len()) };
    let failed = io::Error::last_os_error();
    apply(&found)?;
    CHANGED.store(changed, Ordering::SeqCst);
    match usize::try_from(read) {
        Ok(read) => Ok(read),
        Err(_) => ended_or(failed).map(|()| 0),
    }
}

/// Waits by `select`, since `poll` does not work on terminals everywhere.
fn readable(patience: Option<Duration>) -> io::Result<bool> {
    let mut timeout = patience.map(|patience| libc::timeval {
        tv_sec: libc::time_t::try_from(patience.as_secs()).unwrap_or(libc::time_t::MAX),
        tv_usec: libc::suseconds_t::from(patience.subsec_micros().cast_signed()),
    });
    loop {
        let mut set = MaybeUninit::<libc::fd_set>::zeroed();
        let timeout = timeout.as_mut().map_or(ptr::null_mut(), ptr::from_mut);
        // SAFETY: `set` is made empty before use, 0 is a valid member, and all pointers live through the call.
        let ready = unsafe {
            libc::FD_ZERO(set.as_mut_ptr());
            libc::FD_SET(libc::STDIN_FILENO, set.as_mut_ptr());
            libc::select(libc::STDIN_FILENO + 1, set.as_mut_ptr(), ptr::null_mut(), ptr::null_mut(), timeout)
        };
        if ready >= 0 {
            return Ok(ready > 0);
        }
        ended_or(io::Error::last_os_error())?;
    }
}

/// Passes over an interrupted call, which is made again.
fn ended_or(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::Interrupted { Ok(()) } else { Err(error) }
}

fn termios() -> Option<libc::termios> {
    let mut termios = MaybeUninit::<libc::termios>::uninit();
    // SAFETY: `termios` is written before it is read, and only read when the call says so.
    unsafe { (libc::tcgetattr(libc::STDIN_FILENO, termios.as_mut_ptr()) == 0).then(|| termios.assume_init()) }
}

fn apply(termios: &libc::termios) -> io::Result<()> {
    // SAFETY: the pointer is to a whole termios.
    if unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSANOW, termios) } == 0 {
        Ok(())
    } else {
        Err(io::Error::last_os_error())
    }
}

fn mask(how: libc::c_int, signals: &[libc::c_int]) -> io::Result<()> {
    let mut set = MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: the set is made empty before use, and the old mask is not asked for.
    let failed = unsafe {
        libc::sigemptyset(set.as_mut_ptr());
        for signal in signals {
            libc::sigaddset(set.as_mut_ptr(), *signal);
        }
        libc::pthread_sigmask(how, set.as_ptr(), ptr::null_mut())
    };
    if failed == 0 { Ok(()) } else { Err(io::Error::from_raw_os_error(failed)) }
}

/// Past the standard library's lock, which another thread may hold for ever when a signal comes.
fn write(bytes: &[u8]) {
    // SAFETY: the pointer and the length describe `bytes`. A terminal that is gone cannot be told.
    unsafe { libc::write(libc::STDERR_FILENO, bytes.as_ptr().cast(), bytes.len()) };
}
