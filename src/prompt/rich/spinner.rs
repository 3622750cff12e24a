//! A spinner, only while somebody really waits: it comes late, any key ends the wait, and nothing of it stays. It is drawn
//! as everything else is, so that it is found again when the window changes; what turns comes from indicatif.

use super::canvas::Canvas;
use super::late::Late;
use super::page::{Picture, Size};
use crate::i18n::{Lang, Message};
use crate::palette::Tone;
use crate::prompt::layout::{Line, hanging};
use crate::prompt::waiting;
use crate::terminal::Terminal;
use crate::wording::wrap;
use indicatif::ProgressStyle;
use std::cell::Cell;
use std::io;
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

const FRAME: Duration = Duration::from_millis(90);

/// What is waited for.
#[derive(Clone, Copy)]
pub(super) struct Words<'w> {
    pub(super) label: &'w str,
    pub(super) lang: Lang,
    pub(super) deadline: Duration,
}

impl Words<'_> {
    /// How the wait is ended, how long it lasts at most, and of several checks how many are open.
    fn hint(self, open: usize, left: Duration) -> String {
        let key = if open > 1 { "prompt-wait-skip-several" } else { "prompt-wait-skip" };
        let seconds = i64::try_from(left.as_millis().div_ceil(1000)).unwrap_or(i64::MAX);
        Message::new(key).with("count", open).with("seconds", seconds).text(self.lang)
    }

    fn picture(self, turning: &str, hint: &str, size: Size) -> Picture {
        let sentence = waiting::sentence(self.label, self.deadline).text(self.lang);
        let sentence = wrap(&sentence, size.text()).into_iter().map(|text| Line { tone: Tone::Body, text });
        let hint = hanging(&format!("{turning} "), hint, size.text());
        let mut rows: Vec<Line> = hint.into_iter().map(|text| Line { tone: Tone::Running, text }).collect();
        let most = size.rows.saturating_sub(1).max(1);
        rows.truncate(most);
        let rows: Vec<Line> = sentence.take(most - rows.len()).chain(rows).collect();
        Picture { rows, cursor: None, typed: 0 }
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
    mut canvas: Canvas<'_>,
    words: Words<'_>,
    open: &mut dyn FnMut(Duration) -> usize,
    late: &mut Option<Late>,
) -> io::Result<bool> {
    let all = open(waiting::UNSEEN.min(words.deadline));
    if all == 0 {
        return Ok(true);
    }
    terminal.forget_typed();
    let start = Instant::now();
    // Plain characters, which every terminal draws one column wide.
    let style = ProgressStyle::default_spinner().tick_strings(&["|", "/", "-", "\\", " "]);
    let left = Cell::new(all);
    let mut done = |patience| {
        left.set(open(patience));
        left.get() == 0
    };
    let mut buffer = Zeroizing::new([0; 256]);
    let mut frame = 0;
    let (mut lost, mut ended) = (Ok(()), false);
    let finished = waiting::until(words.deadline, FRAME, &mut done, || {
        let size = canvas.settled();
        let hint = words.hint(left.get(), words.deadline.saturating_sub(start.elapsed()));
        lost = canvas.draw(words.picture(style.get_tick_str(frame), &hint, size), size);
        frame += 1;
        let mut stop = || canvas.erase().and_then(|()| terminal.suspend()).is_err();
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
            Ok(None) => lost.is_err(),
            Err(_) => true,
        }
    });
    lost?;
    canvas.erase()?;
    if ended { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(finished) }
}
