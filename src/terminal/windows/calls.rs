//! The calls about consoles that several need.
#![expect(unsafe_code, reason = "the standard library has no modes of consoles")]

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{io, ptr};
use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::System::Console::{
    GetConsoleMode, GetStdHandle, STD_ERROR_HANDLE, STD_HANDLE, SetConsoleCP, SetConsoleMode, SetConsoleOutputCP,
    WriteConsoleW,
};
use windows_sys::core::BOOL;

pub(super) fn handle(which: STD_HANDLE) -> HANDLE {
    // SAFETY: takes no pointers.
    unsafe { GetStdHandle(which) }
}

pub(super) fn mode(which: STD_HANDLE) -> Option<u32> {
    let mut mode = 0;
    // SAFETY: the pointer is to the number that is written, and that is only read when the call says so.
    (unsafe { GetConsoleMode(handle(which), &raw mut mode) } != 0).then_some(mode)
}

pub(super) fn set_mode(which: STD_HANDLE, mode: u32) -> io::Result<()> {
    // SAFETY: takes no pointers.
    done(unsafe { SetConsoleMode(handle(which), mode) })
}

/// A console that is gone has none.
pub(super) fn set_pages((input, output): (u32, u32)) {
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

/// ASCII, past the standard library's lock and without a place on the heap: a thread that was halted may hold either.
pub(super) fn write(text: &[u8]) {
    let mut units = [0_u16; 32];
    let length = units.iter_mut().zip(text).map(|(unit, byte)| *unit = u16::from(*byte)).count();
    let length = u32::try_from(length).unwrap_or(0);
    // SAFETY: the pointer and the length describe `units`. A console that is gone cannot be told.
    unsafe { WriteConsoleW(handle(STD_ERROR_HANDLE), units.as_ptr(), length, ptr::null_mut(), ptr::null()) };
}

pub(super) fn done(result: BOOL) -> io::Result<()> {
    if result == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

pub(super) fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}
