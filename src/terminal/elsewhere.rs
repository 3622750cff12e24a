//! Systems that are neither Unix nor Windows: nothing is changed, so nothing has to be given back, and prompts are plain lines.

use std::io::{self, Read as _};
use std::time::Duration;

pub(super) fn watch(_on_signal: impl FnOnce(i32) + Send + 'static) -> io::Result<()> {
    Ok(())
}

pub(super) fn quiet() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Nobody can be asked; `TERM` says what it says.
pub(super) fn obeys() -> Option<bool> {
    None
}

pub(super) fn restore() {}

pub(super) fn leave() {}

pub(super) fn forget_typed() {}

pub(super) fn interrupt() {
    std::process::exit(130);
}

/// By the standard library, whose buffer keeps what was typed until something longer is. Nothing here asks for less than
/// all the patience there is.
pub(super) fn read(buffer: &mut [u8], _patience: Option<Duration>) -> io::Result<Option<usize>> {
    io::stdin().read(buffer).map(Some)
}

pub(super) fn waits(_patience: Duration) -> io::Result<bool> {
    Ok(false)
}

pub(super) fn begun(_buffer: &mut [u8]) -> io::Result<usize> {
    Ok(0)
}
