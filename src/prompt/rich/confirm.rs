//! A yes or no before something is destroyed, by dialoguer's `Confirm`: one key that is none by accident, since Enter,
//! Escape and all that is typed ahead mean no.

use super::page::Size;
use crate::i18n::{Lang, Message};
use crate::palette::{Palette, Tone};
use crate::terminal::Terminal;
use crate::wording::wrap;
use console::Term;
use dialoguer::Confirm;
use dialoguer::theme::Theme;
use std::fmt::{self, Write};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How often to look whether the program is to stop.
const LOOK: Duration = Duration::from_millis(30);

/// What is asked, and what the keys do, in one short line.
pub struct Doubt<'d> {
    /// The question.
    pub question: &'d Message,
    /// "y deletes, n keeps": short, since dialoguer erases one line.
    pub keys: &'d Message,
    /// The language of both.
    pub lang: Lang,
}

/// Asks on the terminal; `true`: yes. The words are printed here, since dialoguer leaves lines behind of a question that
/// takes more than one. Errors: standard input is no terminal, or it is gone.
pub fn confirm(terminal: &Terminal, palette: Palette, doubt: &Doubt<'_>) -> io::Result<bool> {
    terminal.quiet()?;
    let term = Term::stderr();
    let (rows, columns) = term.size();
    let size = Size { rows: rows.into(), columns: columns.into() };
    let question = wrap(&doubt.question.text(doubt.lang), size.text());
    let mut painted: String = question.iter().map(|line| palette.paint(Tone::Question, line) + "\r\n").collect();
    painted.push_str(&wrap(&doubt.keys.text(doubt.lang), size.text().saturating_sub(2).max(2)).swap_remove(0));
    painted.push(' ');
    term.write_str(&painted)?;
    // Only now, when all of it can be read: what was typed before means nothing.
    terminal.forget_typed();
    let over = AtomicBool::new(false);
    let answer = thread::scope(|scope| {
        if Terminal::CAN_STOP {
            scope.spawn(|| stop_when_asked(terminal, &term, &painted, &over));
        }
        let answer = Confirm::with_theme(&Bare).default(false).report(false).interact_on_opt(&term);
        over.store(true, Ordering::SeqCst);
        answer
    });
    // It is hidden where Ctrl-C ended the question.
    term.show_cursor()?;
    match answer {
        Ok(answer) => Ok(answer.unwrap_or(false)),
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => terminal.interrupt(),
        Err(dialoguer::Error::IO(error)) => Err(error),
    }
}

/// Stops the program whenever a signal wants it, and asks again when somebody goes on with it: dialoguer waits for a key and
/// sees nothing else. A terminal that is gone is noticed there, too.
fn stop_when_asked(terminal: &Terminal, term: &Term, painted: &str, over: &AtomicBool) {
    while !over.load(Ordering::SeqCst) {
        if terminal.is_to_stop() {
            let _ = term.write_str("\r\n");
            let _ = terminal.suspend();
            let _ = term.write_str(&format!("{painted}\x1b[?25l"));
        }
        thread::sleep(LOOK);
    }
}

/// No words, since all is said already, and dialoguer's are English.
struct Bare;

impl Theme for Bare {
    fn format_confirm_prompt(&self, _f: &mut dyn Write, _prompt: &str, _default: Option<bool>) -> fmt::Result {
        Ok(())
    }
}
