//! A spinner, only while somebody really waits: it comes late, any key ends the wait, and nothing of it stays.

use crate::i18n::{Lang, Message};
use crate::prompt::waiting;
use crate::terminal::Terminal;
use crate::wording::wrap;
use console::Term;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io;
use std::time::Duration;
use zeroize::Zeroizing;

const FRAME: Duration = Duration::from_millis(90);

/// Waits until nothing is open any more, the deadline or a key. `true`: all is done. Errors: the terminal is gone.
pub(super) fn wait(
    terminal: &Terminal,
    term: &Term,
    columns: usize,
    label: &str,
    lang: Lang,
    deadline: Duration,
    open: &mut dyn FnMut(Duration) -> usize,
) -> io::Result<bool> {
    let all = open(waiting::UNSEEN.min(deadline));
    if all == 0 {
        return Ok(true);
    }
    terminal.forget_typed();
    let lines = wrap(&waiting::sentence(label, deadline).text(lang), columns);
    term.write_str(&(lines.join("\n") + "\n"))?;
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::term(term.clone(), 20));
    // Plain characters, which every terminal draws one column wide.
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        bar.set_style(style.tick_strings(&["|", "/", "-", "\\", " "]));
    }
    bar.set_message(hint(all, lang));
    let mut buffer = Zeroizing::new([0; 256]);
    let mut left = all;
    let mut done = |patience| {
        let now = open(patience);
        if now != left && now > 0 {
            bar.set_message(hint(now, lang));
        }
        left = now;
        left == 0
    };
    let finished = waiting::until(deadline, FRAME, &mut done, || {
        bar.tick();
        !matches!(terminal.read(buffer.as_mut_slice(), Some(Duration::ZERO)), Ok(None))
    });
    bar.finish_and_clear();
    term.clear_last_lines(lines.len())?;
    Ok(finished)
}

/// How the wait is ended, and of several checks how many are open.
fn hint(open: usize, lang: Lang) -> String {
    let key = if open > 1 { "prompt-wait-skip-several" } else { "prompt-wait-skip" };
    Message::new(key).with("count", open).text(lang)
}
