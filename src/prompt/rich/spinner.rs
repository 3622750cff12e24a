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

/// A check that ends this soon is never seen.
const UNSEEN: Duration = Duration::from_millis(120);
const FRAME: Duration = Duration::from_millis(90);

/// Waits until `done`, the deadline or a key. `true`: done. Errors: the terminal is gone.
pub(super) fn wait(
    terminal: &Terminal,
    term: &Term,
    columns: usize,
    label: &str,
    lang: Lang,
    deadline: Duration,
    done: &mut dyn FnMut(Duration) -> bool,
) -> io::Result<bool> {
    if done(UNSEEN.min(deadline)) {
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
    bar.set_message(Message::new("prompt-wait-skip").text(lang));
    let mut buffer = Zeroizing::new([0; 256]);
    let finished = waiting::until(deadline, FRAME, done, || {
        bar.tick();
        !matches!(terminal.read(buffer.as_mut_slice(), Some(Duration::ZERO)), Ok(None))
    });
    bar.finish_and_clear();
    term.clear_last_lines(lines.len())?;
    Ok(finished)
}
