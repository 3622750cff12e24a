//! Lists by dialoguer. It gets numbers only, and this theme looks up what they stand for and breaks the lines itself:
//! dialoguer erases as many lines as it was given, however many the terminal made of them.

use crate::palette::{Palette, Tone};
use crate::prompt::ScreenOption;
use crate::prompt::layout::{hanging_at, heading};
use crate::terminal::Terminal;
use crate::wording::width;
use console::Term;
use dialoguer::theme::Theme;
use dialoguer::{MultiSelect, Select};
use std::fmt::{self, Write};
use std::io;

/// How a list ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The options that were picked, by index.
    Picked(Vec<usize>),
    /// Escape.
    Escaped,
    /// The terminal is gone.
    Input,
    /// The window is too low for a list.
    TooLow,
}

/// Rows without which dialoguer panics.
const LOWEST: u16 = 3;

/// How far the further lines of an option are set in at least, so that none looks like an option of its own.
const INDENT: usize = 4;

/// A list of options on a terminal.
pub(super) struct List<'t> {
    pub(super) terminal: &'t Terminal,
    pub(super) term: &'t Term,
    pub(super) palette: Palette,
    pub(super) options: &'t [ScreenOption],
    pub(super) several: bool,
}

impl List<'_> {
    /// The rows it takes.
    pub(super) fn height(&self) -> usize {
        self.options.iter().map(|option| self.rows(option, false, Some(false)).len()).sum()
    }

    /// Shows it with some options chosen beforehand, and takes it off the screen again. Errors: the terminal is gone.
    pub(super) fn show(&self, chosen: &[usize]) -> io::Result<Ending> {
        let numbers = (0..self.options.len()).map(|number| number.to_string());
        // A whole list is written at once, so that it is never seen half drawn.
        let term = Term::buffered_stderr();
        if term.size().0 < LOWEST {
            return Ok(Ending::TooLow);
        }
        let shown = if self.several {
            let items: Vec<(String, bool)> =
                numbers.enumerate().map(|(at, item)| (item, chosen.contains(&at))).collect();
            MultiSelect::with_theme(self).items_checked(items).report(false).interact_on_opt(&term)
        } else {
            let first = chosen.first().copied().unwrap_or(0);
            let picked = Select::with_theme(self).items(numbers).default(first).report(false);
            picked.interact_on_opt(&term).map(|picked| picked.map(|number| vec![number]))
        };
        match shown {
            Ok(Some(picked)) => Ok(Ending::Picked(picked)),
            Ok(None) => Ok(Ending::Escaped),
            Err(dialoguer::Error::IO(error)) => match error.kind() {
                io::ErrorKind::Interrupted => self.terminal.interrupt(),
                io::ErrorKind::UnexpectedEof => Ok(Ending::Input),
                _ => Err(error),
            },
        }
    }

    fn rows(&self, option: &ScreenOption, active: bool, ticked: Option<bool>) -> Vec<String> {
        // One column stays free: some terminals break a line that fills the last one.
        let columns = usize::from(self.term.size().1).saturating_sub(1);
        let pointer = if active { "> " } else { "  " };
        let mark = match ticked {
            Some(true) => format!("{pointer}[x] "),
            Some(false) => format!("{pointer}[ ] "),
            None => pointer.to_owned(),
        };
        let tone = if active { Tone::Picked } else { Tone::Body };
        let label = hanging_at(width(&mark).max(INDENT), &mark, &option.label, columns)
            .into_iter()
            .map(|row| self.palette.paint(tone, &row));
        heading(option, columns).into_iter().map(|row| self.palette.paint(Tone::Hint, &row)).chain(label).collect()
    }

    fn write(&self, f: &mut dyn Write, number: &str, active: bool, ticked: Option<bool>) -> fmt::Result {
        let option = number.parse().ok().and_then(|number: usize| self.options.get(number));
        let rows = option.map(|option| self.rows(option, active, ticked)).unwrap_or_default();
        f.write_str(&rows.join("\n"))
    }
}

impl Theme for List<'_> {
    fn format_select_prompt_item(&self, f: &mut dyn Write, text: &str, active: bool) -> fmt::Result {
        self.write(f, text, active, None)
    }

    fn format_multi_select_prompt_item(
        &self,
        f: &mut dyn Write,
        text: &str,
        checked: bool,
        active: bool,
    ) -> fmt::Result {
        self.write(f, text, active, Some(checked))
    }
}
