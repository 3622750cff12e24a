//! A spinner, only while somebody really waits: it comes late, any key ends the wait, and nothing of it stays.

use super::late::Late;
use crate::i18n::{Lang, Message};
use crate::palette::{Palette, Tone};
use crate::prompt::waiting;
use crate::terminal::{Prompt, Terminal};
use crate::wording::wrap;
use console::Term;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::cell::Cell;
use std::io;
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

const FRAME: Duration = Duration::from_millis(90);

/// What is waited for, and how it looks.
#[derive(Clone, Copy)]
pub(super) struct Words<'w> {
    pub(super) label: &'w str,
    pub(super) lang: Lang,
    pub(super) palette: Palette,
}

impl Words<'_> {
    /// How the wait is ended, how long it lasts at most, and of several checks how many are open.
    fn hint(self, open: usize, left: Duration) -> String {
        let key = if open > 1 { "prompt-wait-skip-several" } else { "prompt-wait-skip" };
        let seconds = i64::try_from(left.as_millis().div_ceil(1000)).unwrap_or(i64::MAX);
        let text = Message::new(key).with("count", open).with("seconds", seconds).text(self.lang);
        self.palette.paint(Tone::Running, &text)
    }
}

/// Ctrl-Z.
const SUSPEND: u8 = 0x1a;

/// Ctrl-D.
const END: u8 = 0x04;

const ESCAPE: u8 = 0x1b;

/// Waits until nothing is open any more, the deadline or a key. `true`: all is done. `late`: set where that key was Escape,
/// of which more may come. Errors: the input has ended ([`io::ErrorKind::UnexpectedEof`]), or the terminal is gone.
pub(super) fn wait(
    terminal: &Terminal,
    term: &Term,
    columns: usize,
    words: Words<'_>,
    deadline: Duration,
    open: &mut dyn FnMut(Duration) -> usize,
    late: &mut Option<Late>,
) -> io::Result<bool> {
    let all = open(waiting::UNSEEN.min(deadline));
    if all == 0 {
        return Ok(true);
    }
    terminal.forget_typed();
    let start = Instant::now();
    let lines = wrap(&waiting::sentence(words.label, deadline).text(words.lang), columns);
    let sentence = || {
        // Should a signal end the program, all of it goes.
        terminal.shows(Prompt::Typed { above: lines.len() });
        term.write_str(&(lines.join("\n") + "\n"))
    };
    let gone = || {
        terminal.shows(Prompt::None);
        term.clear_last_lines(lines.len())
    };
    sentence()?;
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::term(term.clone(), 20));
    // Plain characters, which every terminal draws one column wide; never more than one row, which alone can be erased.
    if let Ok(style) = ProgressStyle::with_template("{spinner} {wide_msg}") {
        bar.set_style(style.tick_strings(&["|", "/", "-", "\\", " "]));
    }
    let left = Cell::new(all);
    let mut done = |patience| {
        left.set(open(patience));
        left.get() == 0
    };
    let mut buffer = Zeroizing::new([0; 256]);
    let mut shown = String::new();
    let mut ended = false;
    let finished = waiting::until(deadline, FRAME, &mut done, || {
        let now = words.hint(left.get(), deadline.saturating_sub(start.elapsed()));
        if now != shown {
            bar.set_message(now.clone());
            shown = now;
        }
        bar.tick();
        let stop = || bar.suspend(|| gone().and_then(|()| terminal.suspend()).and_then(|()| sentence())).is_err();
        if terminal.is_to_stop() {
            return stop();
        }
        match terminal.read(buffer.as_mut_slice(), Some(Duration::ZERO)) {
            Ok(Some(read)) if buffer[..read].contains(&SUSPEND) => stop(),
            Ok(Some(read)) => {
                ended = read == 0 || buffer[..read].contains(&END);
                *late = buffer[..read].ends_with(&[ESCAPE]).then(Late::new);
                true
            }
            Ok(None) => false,
            Err(_) => true,
        }
    });
    bar.finish_and_clear();
    gone()?;
    if ended { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(finished) }
}
