//! Consoles of Windows: their modes and code pages, their keys, and the events that end the program, by the system's own
//! calls. Every name stands in Microsoft's console documentation.
//!
//! What is typed is read as UTF-16, since a console hands over no UTF-8 (`ReadFile` loses what is not ASCII). Where
//! standard input is no console (a pipe, a file, the pipes behind which Git Bash hides its terminal) it is read as it is.
#![expect(unsafe_code, reason = "the standard library has neither modes of consoles nor their keys and events")]

use super::spelling::{Spelling, Stroke};
use std::fs::File;
use std::io::{self, Read as _};
use std::os::windows::io::AsHandle as _;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use windows_sys::Win32::Foundation::{
    ERROR_INVALID_HANDLE, ERROR_OPERATION_ABORTED, GetLastError, HANDLE, SetLastError, TRUE, WAIT_FAILED,
    WAIT_TIMEOUT,
};
use windows_sys::Win32::System::Console::{
    CONSOLE_READCONSOLE_CONTROL, CTRL_C_EVENT, CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, ENABLE_ECHO_INPUT,
    ENABLE_LINE_INPUT, ENABLE_PROCESSED_INPUT, ENABLE_PROCESSED_OUTPUT, ENABLE_VIRTUAL_TERMINAL_INPUT,
    ENABLE_VIRTUAL_TERMINAL_PROCESSING, FlushConsoleInputBuffer, GetConsoleCP, GetConsoleMode, GetConsoleOutputCP,
    GetNumberOfConsoleInputEvents, GetStdHandle, INPUT_RECORD, KEY_EVENT, LEFT_ALT_PRESSED, LEFT_CTRL_PRESSED,
    PeekConsoleInputW, RIGHT_ALT_PRESSED, RIGHT_CTRL_PRESSED, ReadConsoleInputW, ReadConsoleW, SHIFT_PRESSED,
    STD_ERROR_HANDLE, STD_HANDLE, STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, SetConsoleCP, SetConsoleCtrlHandler,
    SetConsoleMode, SetConsoleOutputCP, WriteConsoleW,
};
use windows_sys::Win32::System::Pipes::PeekNamedPipe;
use windows_sys::Win32::System::Threading::{
    GetCurrentProcess, GetCurrentThreadId, INFINITE, OpenThread, SuspendThread, THREAD_SUSPEND_RESUME,
    TerminateProcess, WaitForSingleObject,
};
use windows_sys::core::BOOL;

/// `CP_UTF8`
const UTF8: u32 = 65001;

/// The units that a line may have; longer ones come in pieces.
const LINE: u32 = 8 * 1024;

/// Records that are taken at once.
const RECORDS: u32 = 128;

/// How often a pipe is looked at, which cannot be waited for.
const LOOK_AT_PIPE: Duration = Duration::from_millis(10);

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

/// Whether the outputs were told to obey escape sequences.
static OBEYS: AtomicBool = AtomicBool::new(false);

/// What was typed and not yet read.
static TYPED: Mutex<Spelling> = Mutex::new(Spelling::new());

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
        let wanted = mode? | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING;
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
    // With sequences from the console itself, which then also says where a pasted text begins and ends.
    set_mode(STD_INPUT_HANDLE, quiet | ENABLE_VIRTUAL_TERMINAL_INPUT).or_else(|_| set_mode(STD_INPUT_HANDLE, quiet))
}

pub(super) fn restore() {
    if !CHANGED.swap(false, Ordering::SeqCst) {
        return;
    }
    let found = found();
    if OBEYS.load(Ordering::SeqCst) {
        write("\x1b[0m\x1b[?2004l\x1b[?25h");
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

pub(super) fn forget_typed() {
    lock(&TYPED).clear();
    // SAFETY: takes no pointers; where standard input is no console it does nothing.
    unsafe { FlushConsoleInputBuffer(handle(STD_INPUT_HANDLE)) };
}

/// On a thread of its own, as the event does.
pub(super) fn interrupt() {
    thread::spawn(|| end(SIGINT));
}

pub(super) fn read(buffer: &mut [u8], patience: Option<Duration>) -> io::Result<Option<usize>> {
    let mut typed = lock(&TYPED);
    if typed.is_empty() {
        match mode(STD_INPUT_HANDLE) {
            None if piped_within(patience)? => return read_bytes(buffer).map(Some),
            Some(mode) if mode & ENABLE_LINE_INPUT != 0 => {
                if patience.is_some() && !line_within(patience)? {
                    return Ok(None);
                }
                read_line(&mut typed)?;
            }
            Some(_) if keys_within(&mut typed, patience)? => {}
            _ => return Ok(None),
        }
    }
    Ok(Some(typed.hand_out(buffer)))
}

pub(super) fn waits(patience: Duration) -> io::Result<bool> {
    let mut typed = lock(&TYPED);
    if !typed.is_empty() {
        return Ok(true);
    }
    match mode(STD_INPUT_HANDLE) {
        None => piped_within(Some(patience)),
        Some(mode) if mode & ENABLE_LINE_INPUT != 0 => line_within(Some(patience)),
        Some(_) => keys_within(&mut typed, Some(patience)),
    }
}

/// A console keeps no line that was begun: what was typed ahead waits to be read, shown or not.
pub(super) fn begun(_buffer: &mut [u8]) -> io::Result<usize> {
    Ok(0)
}

/// Takes keys until one types something.
fn keys_within(typed: &mut Spelling, patience: Option<Duration>) -> io::Result<bool> {
    let until = patience.and_then(|patience| Instant::now().checked_add(patience));
    loop {
        let mut waiting = 0;
        // SAFETY: the pointer is to the number that is written.
        done(unsafe { GetNumberOfConsoleInputEvents(handle(STD_INPUT_HANDLE), &raw mut waiting) })?;
        if waiting > 0 {
            strokes(ReadConsoleInputW)?.iter().for_each(|stroke| typed.press(stroke));
        }
        if !typed.is_empty() {
            return Ok(true);
        }
        if waiting == 0 && !wait(until)? {
            return Ok(false);
        }
    }
}

/// Whether something of a line has been typed. What says nothing is thrown away: Enter being let go of, for one.
fn line_within(patience: Option<Duration>) -> io::Result<bool> {
    let until = patience.and_then(|patience| Instant::now().checked_add(patience));
    loop {
        let seen = strokes(PeekConsoleInputW)?;
        if seen.iter().any(Stroke::types) {
            return Ok(true);
        }
        if seen.is_empty() {
            if !wait(until)? {
                return Ok(false);
            }
        } else {
            strokes(ReadConsoleInputW)?;
        }
    }
}

type Look = unsafe extern "system" fn(HANDLE, *mut INPUT_RECORD, u32, *mut u32) -> BOOL;

/// The records that wait, by one of the two calls that look at them; what is no key counts as one that says nothing.
fn strokes(look: Look) -> io::Result<Vec<Stroke>> {
    let mut records = vec![INPUT_RECORD::default(); RECORDS as usize];
    let mut read = 0;
    // SAFETY: the pointer and the length describe `records`, which lives through the call.
    done(unsafe { look(handle(STD_INPUT_HANDLE), records.as_mut_ptr(), RECORDS, &raw mut read) })?;
    records.truncate(read as usize);
    Ok(records.iter().map(stroke).collect())
}

fn stroke(record: &INPUT_RECORD) -> Stroke {
    if u32::from(record.EventType) != KEY_EVENT {
        return Stroke::default();
    }
    // SAFETY: the record says that it is a key, and all of its bits mean something.
    let (key, unit) = unsafe { (record.Event.KeyEvent, record.Event.KeyEvent.uChar.UnicodeChar) };
    let held = |keys: u32| key.dwControlKeyState & keys != 0;
    Stroke {
        down: key.bKeyDown != 0,
        times: key.wRepeatCount,
        key: key.wVirtualKeyCode,
        unit,
        shift: held(SHIFT_PRESSED),
        alt: held(LEFT_ALT_PRESSED | RIGHT_ALT_PRESSED),
        ctrl: held(LEFT_CTRL_PRESSED | RIGHT_CTRL_PRESSED),
    }
}

/// A line as the console lets people edit it. Nothing is added at the end of input: Ctrl-Z, or Ctrl-D, which a console
/// takes only when it is asked to.
fn read_line(typed: &mut Spelling) -> io::Result<()> {
    const ENDS: [u16; 2] = [0x04, 0x1a];
    let control = CONSOLE_READCONSOLE_CONTROL {
        nLength: u32::try_from(size_of::<CONSOLE_READCONSOLE_CONTROL>()).unwrap_or(0),
        dwCtrlWakeupMask: ENDS.iter().fold(0, |mask, end| mask | 1 << end),
        ..CONSOLE_READCONSOLE_CONTROL::default()
    };
    let mut line = zeroize::Zeroizing::new(vec![0_u16; LINE as usize]);
    loop {
        let mut read = 0;
        // SAFETY: the pointer and the length describe `line`; `control` lives through the call too.
        let (result, last) = unsafe {
            let input = handle(STD_INPUT_HANDLE);
            SetLastError(0);
            let result = ReadConsoleW(input, line.as_mut_ptr().cast(), LINE, &raw mut read, &raw const control);
            (done(result), GetLastError())
        };
        result?;
        // Ctrl-C: its event ends the program, unless whoever started it said that it should not.
        if read == 0 && last == ERROR_OPERATION_ABORTED {
            continue;
        }
        let units = &line[..read as usize];
        let units = units.strip_suffix(&ENDS[..1]).or_else(|| units.strip_suffix(&ENDS[1..])).unwrap_or(units);
        units.iter().for_each(|unit| typed.unit(*unit));
        return Ok(());
    }
}

fn read_bytes(buffer: &mut [u8]) -> io::Result<usize> {
    let input = io::stdin();
    let read = input.as_handle().try_clone_to_owned().and_then(|input| File::from(input).read(buffer));
    match read {
        // A program without a console may have no standard input either.
        Err(error) if error.raw_os_error() == Some(ERROR_INVALID_HANDLE.cast_signed()) => Ok(0),
        other => other,
    }
}

/// Whether a pipe holds something, or has ended; files always do.
fn piped_within(patience: Option<Duration>) -> io::Result<bool> {
    let Some(patience) = patience else { return Ok(true) };
    let until = Instant::now().checked_add(patience);
    loop {
        let mut held = 0;
        // SAFETY: nothing is copied; the one pointer is to the number that is written.
        let is_open = unsafe {
            let input = handle(STD_INPUT_HANDLE);
            PeekNamedPipe(input, ptr::null_mut(), 0, ptr::null_mut(), &raw mut held, ptr::null_mut())
        };
        if is_open == 0 || held > 0 {
            return Ok(true);
        }
        let left = until.map_or(LOOK_AT_PIPE, |until| until.saturating_duration_since(Instant::now()));
        if left.is_zero() {
            return Ok(false);
        }
        thread::sleep(left.min(LOOK_AT_PIPE));
    }
}

/// Waits for anything to happen at the console. `false`: nothing did.
fn wait(until: Option<Instant>) -> io::Result<bool> {
    let milliseconds = until.map_or(INFINITE, |until| {
        let left = until.saturating_duration_since(Instant::now());
        u32::try_from(left.as_micros().div_ceil(1000)).unwrap_or(INFINITE)
    });
    // SAFETY: takes no pointers.
    match unsafe { WaitForSingleObject(handle(STD_INPUT_HANDLE), milliseconds) } {
        WAIT_TIMEOUT => Ok(false),
        WAIT_FAILED => Err(io::Error::last_os_error()),
        _ => Ok(true),
    }
}

fn handle(which: STD_HANDLE) -> HANDLE {
    // SAFETY: takes no pointers.
    unsafe { GetStdHandle(which) }
}

fn mode(which: STD_HANDLE) -> Option<u32> {
    let mut mode = 0;
    // SAFETY: the pointer is to the number that is written, and that is only read when the call says so.
    (unsafe { GetConsoleMode(handle(which), &raw mut mode) } != 0).then_some(mode)
}

fn set_mode(which: STD_HANDLE, mode: u32) -> io::Result<()> {
    // SAFETY: takes no pointers.
    done(unsafe { SetConsoleMode(handle(which), mode) })
}

/// A console that is gone has none.
fn set_pages((input, output): (u32, u32)) {
    // SAFETY: take no pointers.
    unsafe {
        if input != 0 {
            SetConsoleCP(input);
        }
        if output != 0 {
            SetConsoleOutputCP(output);
        }
    }
}

/// Past the standard library's lock, which another thread may hold for ever when an event comes.
fn write(text: &str) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u32::try_from(units.len()).unwrap_or(0);
    // SAFETY: the pointer and the length describe `units`. A console that is gone cannot be told.
    unsafe { WriteConsoleW(handle(STD_ERROR_HANDLE), units.as_ptr(), length, ptr::null_mut(), ptr::null()) };
}

fn done(result: BOOL) -> io::Result<()> {
    if result == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}
