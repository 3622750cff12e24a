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
    let painted: String = question.iter().map(|line| palette.paint(Tone::Question, line) + "\n").collect();
    term.write_str(&painted)?;
    let keys = wrap(&doubt.keys.text(doubt.lang), size.text().saturating_sub(2).max(2)).swap_remove(0);
    term.write_str(&format!("{keys} "))?;
    // Only now, when all of it can be read: what was typed before means nothing.
    terminal.forget_typed();
    let answer = Confirm::with_theme(&Bare).default(false).report(false).interact_on_opt(&term);
    // It is hidden where Ctrl-C ended the question.
    term.show_cursor()?;
    match answer {
        Ok(answer) => Ok(answer.unwrap_or(false)),
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => terminal.interrupt(),
        Err(dialoguer::Error::IO(error)) => Err(error),
    }
}

/// No words, since all is said already, and dialoguer's are English.
struct Bare;

impl Theme for Bare {
    fn format_confirm_prompt(&self, _f: &mut dyn Write, _prompt: &str, _default: Option<bool>) -> fmt::Result {
        Ok(())
    }
}
