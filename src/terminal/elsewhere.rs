//! Systems without termios: nothing is changed, so nothing has to be given back, and prompts are plain lines.

use std::io;
use std::time::Duration;

pub(super) fn watch(_on_signal: impl FnOnce(i32) + Send + 'static) -> io::Result<()> {
    Ok(())
}

pub(super) fn quiet() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(super) fn restore() {}

pub(super) fn show_cursor() {}

pub(super) fn forget_typed() {}

pub(super) fn interrupt() {
    std::process::exit(130);
}

pub(super) fn read(_buffer: &mut [u8], _patience: Option<Duration>) -> io::Result<Option<usize>> {
    Err(io::ErrorKind::Unsupported.into())
}
