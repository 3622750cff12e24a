//! What is typed at a console, or comes from wherever standard input leads.
//!
//! A console hands over no UTF-8 (`ReadFile` loses what is not ASCII), so it is asked for UTF-16. Where standard input is
//! no console (a pipe, a file, the pipes behind which Git Bash hides its terminal) it is read as it is.
#![expect(unsafe_code, reason = "the standard library has no keys of consoles, and cannot wait for them")]

use super::super::spelling::{Spelling, Stroke};
use super::calls::{done, handle, lock, mode};
use std::fs::File;
use std::io::{self, Read as _};
use std::os::windows::io::AsHandle as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use std::{ptr, thread};
use windows_sys::Win32::Foundation::{
    ERROR_INVALID_HANDLE, ERROR_OPERATION_ABORTED, GetLastError, HANDLE, SetLastError, WAIT_FAILED, WAIT_TIMEOUT,
};
use windows_sys::Win32::System::Console::{
    CONSOLE_READCONSOLE_CONTROL, ENABLE_LINE_INPUT, FlushConsoleInputBuffer, GetNumberOfConsoleInputEvents,
    INPUT_RECORD, KEY_EVENT, LEFT_ALT_PRESSED, LEFT_CTRL_PRESSED, PeekConsoleInputW, RIGHT_ALT_PRESSED,
    RIGHT_CTRL_PRESSED, ReadConsoleInputW, ReadConsoleW, SHIFT_PRESSED, STD_INPUT_HANDLE,
};
use windows_sys::Win32::System::Pipes::PeekNamedPipe;
use windows_sys::Win32::System::Threading::{INFINITE, WaitForSingleObject};
use windows_sys::core::BOOL;
use zeroize::Zeroizing;

/// The units that a line may have; longer ones come in pieces.
const LINE: u32 = 8 * 1024;

/// Records that are taken at once.
const RECORDS: u32 = 128;

/// How often a pipe is looked at, which cannot be waited for.
const LOOK_AT_PIPE: Duration = Duration::from_millis(10);

/// What was typed and not yet read.
static TYPED: Mutex<Spelling> = Mutex::new(Spelling::new());

/// Whether the input ended behind it.
static ENDED: AtomicBool = AtomicBool::new(false);

pub(in crate::terminal) fn forget_typed() {
    lock(&TYPED).clear();
    // SAFETY: takes no pointers; where standard input is no console it does nothing.
    unsafe { FlushConsoleInputBuffer(handle(STD_INPUT_HANDLE)) };
}

pub(in crate::terminal) fn read(buffer: &mut [u8], patience: Option<Duration>) -> io::Result<Option<usize>> {
    let mut typed = lock(&TYPED);
    if typed.is_empty() {
        if ENDED.swap(false, Ordering::SeqCst) {
            return Ok(Some(0));
        }
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

pub(in crate::terminal) fn waits(patience: Duration) -> io::Result<bool> {
    let mut typed = lock(&TYPED);
    if !typed.is_empty() || ENDED.load(Ordering::SeqCst) {
        return Ok(true);
    }
    match mode(STD_INPUT_HANDLE) {
        None => piped_within(Some(patience)),
        Some(mode) if mode & ENABLE_LINE_INPUT != 0 => line_within(Some(patience)),
        Some(_) => keys_within(&mut typed, Some(patience)),
    }
}

/// A console keeps no line that was begun: what was typed ahead waits to be read, shown or not.
pub(in crate::terminal) fn begun(_buffer: &mut [u8]) -> io::Result<usize> {
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
            for stroke in strokes(ReadConsoleInputW, RECORDS)? {
                typed.press(&stroke);
            }
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
        let seen = strokes(PeekConsoleInputW, RECORDS)?;
        if seen.iter().any(Stroke::types) {
            return Ok(true);
        }
        match u32::try_from(seen.len()) {
            Ok(0) if !wait(until)? => return Ok(false),
            Ok(0) | Err(_) => {}
            // Not more: a key may have come meanwhile.
            Ok(seen) => drop(strokes(ReadConsoleInputW, seen)?),
        }
    }
}

type Look = unsafe extern "system" fn(HANDLE, *mut INPUT_RECORD, u32, *mut u32) -> BOOL;

/// At most so many of the records that wait, by one of the two calls that look at them; what is no key counts as one that
/// says nothing.
fn strokes(look: Look, most: u32) -> io::Result<Vec<Stroke>> {
    let mut records = vec![INPUT_RECORD::default(); most as usize];
    let mut read = 0;
    // SAFETY: the pointer and the length describe `records`, which lives through the call.
    done(unsafe { look(handle(STD_INPUT_HANDLE), records.as_mut_ptr(), most, &raw mut read) })?;
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
    let mut line = Zeroizing::new(vec![0_u16; LINE as usize]);
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
        // Where the console waits for Enter all the same, the sign stands in the line.
        let end = units.iter().position(|unit| ENDS.contains(unit)).unwrap_or(units.len());
        for unit in &units[..end] {
            typed.unit(*unit);
        }
        ENDED.store(end > 0 && end < units.len(), Ordering::SeqCst);
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
