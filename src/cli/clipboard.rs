//! The clipboard: of this computer where the person sits at it, else of the terminal, which may be far away.

use super::context::variable;
use crate::i18n::Message;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The most that terminals take at once by OSC 52 (xterm: 100,000 bytes of base 64 with all around it).
const LARGEST: usize = 74_000;

/// How long a program may take for it.
const PATIENCE: Duration = Duration::from_secs(2);

/// A program that takes what is copied on its standard input, and the variable without which it has no clipboard.
const TOOLS: &[(&str, &[&str], Option<&str>)] = if cfg!(target_os = "macos") {
    &[("pbcopy", &[], None)]
} else if cfg!(windows) {
    &[("clip.exe", &[], None)]
} else {
    &[
        ("wl-copy", &[], Some("WAYLAND_DISPLAY")),
        ("xclip", &["-selection", "clipboard"], Some("DISPLAY")),
        ("xsel", &["--clipboard", "--input"], Some("DISPLAY")),
        ("termux-clipboard-set", &[], Some("TERMUX_VERSION")),
        ("clip.exe", &[], Some("WSL_DISTRO_NAME")),
    ]
};

/// Copies it; `terminal` says whether one stands behind standard error that may be sent an escape sequence.
pub fn copy(text: &str, terminal: bool) -> Message {
    // Over ssh the tools would fill the clipboard of a computer at which nobody sits.
    let is_here = variable("SSH_CONNECTION").is_none() && variable("SSH_TTY").is_none();
    if is_here && TOOLS.iter().any(|tool| by_tool(text, tool)) {
        return Message::new("copied");
    }
    if !terminal {
        return Message::new("copy-impossible");
    }
    let coded = STANDARD.encode(text);
    if coded.len() > LARGEST {
        return Message::new("copy-too-large");
    }
    // OSC 52, of xterm's control sequences; nobody tells whether the terminal took it.
    let mut out = io::stderr().lock();
    match write!(out, "\x1b]52;c;{coded}\x07").and_then(|()| out.flush()) {
        Ok(()) => Message::new("copied-by-terminal"),
        Err(_) => Message::new("copy-impossible"),
    }
}

fn by_tool(text: &str, &(program, arguments, needs): &(&str, &[&str], Option<&str>)) -> bool {
    if needs.is_some_and(|needs| variable(needs).is_none_or(|value| value.is_empty())) {
        return false;
    }
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    if cfg!(target_os = "macos") {
        // That program reads what it is given as the locale says, and takes none for Mac Roman.
        command.env("LC_ALL", "en_US.UTF-8");
    }
    let Ok(mut child) = command.spawn() else { return false };
    // A program that reads nothing holds up whoever writes to it: nobody waits for this one.
    let (input, bytes) = (child.stdin.take(), bytes(text, program));
    let writing = thread::spawn(move || input.is_some_and(|mut input| input.write_all(&bytes).is_ok()));
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            // It may have gone on in the background, with the text or without.
            Ok(Some(status)) if writing.is_finished() => return status.success() && writing.join().unwrap_or(false),
            _ if begun.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(10)),
            _ => {
                let _ = child.kill().and_then(|()| child.wait());
                return false;
            }
        }
    }
}

/// As the program reads it: that of Windows takes anything but UTF-16 for a code page.
fn bytes(text: &str, program: &str) -> Vec<u8> {
    if program == "clip.exe" {
        return "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    }
    text.as_bytes().to_vec()
}
