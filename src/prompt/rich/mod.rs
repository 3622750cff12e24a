//! Lists, line editor and spinner on a terminal. Shows screens and hands back replies; knows neither flows nor sessions.
//! Everything goes to standard error, so that standard output holds nothing but the summary.

mod editor;
mod keys;
mod line;
mod list;
mod menu;
mod spinner;

use super::layout::{MOST_COLUMNS, advice, head, numbered, urgent_again};
use super::{BETWEEN_LINES, Command, Form, Prompter, Reply, Screen, Typed, Wiped};
use crate::i18n::{Lang, Message};
use crate::palette::{Palette, Tone};
use crate::terminal::Terminal;
use crate::wording::wrap;
use console::Term;
use editor::Editor;
use line::Line;
use list::List;
use std::io;
use std::time::{Duration, Instant};

/// Below this, lists give way to numbered lines.
const FEWEST_ROWS: usize = 8;
const FEWEST_COLUMNS: usize = 20;

/// A pasted text that comes in more pieces than this is no pasted text but a terminal that is gone.
const MOST_PIECES: usize = 1000;

/// Asks with lists and a line editor.
pub struct Rich<'t> {
    terminal: &'t Terminal,
    term: Term,
    palette: Palette,
    introduced: bool,
    /// Whether what is answered is kept when somebody quits.
    kept: bool,
    /// Whether it is a walk, with answers to look through.
    walks: bool,
    /// Rows of the line that was typed last, while they are the last thing on the screen.
    typed_rows: usize,
    /// When something was picked from the last list, until the next question.
    picked: Option<Instant>,
    /// Says when a question should be given up.
    disturbance: Option<&'t dyn Fn() -> bool>,
}

impl<'t> Rich<'t> {
    /// Takes over the terminal until `terminal` gives it back. Errors: it is no terminal.
    pub fn new(terminal: &'t Terminal, palette: Palette) -> io::Result<Self> {
        terminal.quiet()?;
        Ok(Self {
            terminal,
            term: Term::stderr(),
            palette,
            introduced: false,
            kept: true,
            walks: true,
            typed_rows: 0,
            picked: None,
            disturbance: None,
        })
    }

    /// Gives up a question as soon as `disturbance` says so, unless somebody has begun to type. Asks by lines alone, since a
    /// list looks up for nothing but keys.
    #[must_use]
    pub fn disturbed_by(mut self, disturbance: &'t dyn Fn() -> bool) -> Self {
        self.disturbance = Some(disturbance);
        self
    }

    /// The same for a conversation of which nothing is kept when somebody quits, and that has no answers to look through.
    #[must_use]
    pub fn unkept(self) -> Self {
        Self { walks: false, ..self.preview() }
    }

    /// The same for a walk of which nothing is kept when somebody quits.
    #[must_use]
    pub fn preview(mut self) -> Self {
        self.kept = false;
        self
    }

    fn size(&self) -> (usize, usize) {
        let (rows, columns) = self.term.size();
        (usize::from(rows), usize::from(columns))
    }

    fn columns(&self) -> usize {
        self.size().1.saturating_sub(1).clamp(2, MOST_COLUMNS)
    }

    fn print(&mut self, lines: impl IntoIterator<Item = (Tone, String)>) -> io::Result<()> {
        self.typed_rows = 0;
        let text: String = lines.into_iter().map(|(tone, line)| self.palette.paint(tone, &line) + "\n").collect();
        self.term.write_str(&text)
    }

    /// How this is answered; what the menu holds is said once.
    fn hint(&mut self, key: &str, lang: Lang) -> io::Result<()> {
        let menu = match (self.introduced, self.kept) {
            (true, _) => "prompt-escape-again",
            (false, true) => "prompt-escape",
            (false, false) => "prompt-escape-unkept",
        };
        self.introduced = true;
        let lines = wrap(&Message::new(key).with("menu", Message::new(menu)).text(lang), self.columns());
        self.print(lines.into_iter().map(|line| (Tone::Hint, line)))
    }

    /// The list of the screen, where one can be shown: it has options and they fit on the screen.
    fn list<'s>(&'s self, screen: &'s Screen) -> Option<List<'s>> {
        let several = match screen.form {
            Form::One => false,
            Form::Several => true,
            Form::Line | Form::Note => return None,
        };
        let (rows, columns) = self.size();
        let list = self.list_of(&screen.options, several);
        let fits = rows >= FEWEST_ROWS && columns >= FEWEST_COLUMNS && list.height() + 2 <= rows;
        (fits && !screen.options.is_empty()).then_some(list)
    }

    fn list_of<'s>(&'s self, options: &'s [super::ScreenOption], several: bool) -> List<'s> {
        List { terminal: self.terminal, term: &self.term, palette: self.palette, options, several }
    }

    /// By list; `None`: it cannot be shown after all.
    fn pick(&mut self, screen: &Screen) -> io::Result<Option<Reply>> {
        let key = if screen.form == Form::Several { "prompt-several-list" } else { "prompt-one-list" };
        self.hint(key, screen.lang)?;
        let chosen: Vec<usize> = screen
            .options
            .iter()
            .enumerate()
            .filter(|(_, option)| screen.default.contains(&option.value))
            .map(|(at, _)| at)
            .collect();
        loop {
            let Some(list) = self.list(screen) else { return Ok(None) };
            match list.show(&chosen)? {
                list::Ending::Picked(picked) => {
                    self.picked = Some(Instant::now());
                    self.echo(screen, &picked)?;
                    let values = picked.iter().filter_map(|at| screen.options.get(*at));
                    return Ok(Some(Reply::Picked(values.map(|option| option.value.clone()).collect())));
                }
                list::Ending::Escaped => {
                    if let Some(reply) = self.menu(screen)? {
                        return Ok(Some(reply));
                    }
                }
                list::Ending::Input => return Ok(Some(Reply::End)),
                list::Ending::TooLow => return Ok(None),
            }
        }
    }

    /// By line, with numbered options where there are some.
    fn write(&mut self, screen: &Screen) -> io::Result<Reply> {
        let columns = self.columns();
        self.print(numbered(screen, columns).into_iter().map(|line| (Tone::Body, line)))?;
        self.hint(
            match screen.form {
                Form::One => "prompt-one-line",
                Form::Several => "prompt-several-line",
                Form::Line => "prompt-line",
                Form::Note => "prompt-note-menu",
            },
            screen.lang,
        )?;
        let mut line = Line::default();
        let mut left_over = false;
        loop {
            let mut editor = Editor::new(self.terminal, &self.term, self.disturbance);
            let ending = editor.edit(&mut line)?;
            left_over |= editor.left_over();
            match ending {
                editor::Ending::Entered => {
                    // Never more than can be taken off the screen again: what scrolled away stays in the terminal.
                    let (most, columns) = self.size();
                    let rows = line.view(columns, most.saturating_sub(2)).rows;
                    let height = rows.len();
                    if line.text().is_empty() {
                        self.echo_default(screen)?;
                    } else {
                        self.print(rows.into_iter().map(|row| (Tone::Picked, row)))?;
                        self.typed_rows = if left_over { 0 } else { height };
                    }
                    return Ok(Reply::Typed(Typed::from(line.text())));
                }
                editor::Ending::Escaped => {
                    if let Some(reply) = self.menu(screen)? {
                        return Ok(reply);
                    }
                }
                editor::Ending::Input => return Ok(Reply::End),
                editor::Ending::Disturbed => return Ok(Reply::Changed),
            }
        }
    }

    /// What Escape opens; `None`: back to the question.
    fn menu(&mut self, screen: &Screen) -> io::Result<Option<Reply>> {
        let (options, commands): (Vec<_>, Vec<_>) = menu::entries(screen, self.walks, self.kept).into_iter().unzip();
        let list = self.list_of(&options, false);
        let ending = list.show(&[0])?;
        Ok(match ending {
            list::Ending::Picked(picked) => {
                self.picked = Some(Instant::now());
                let command: Option<Command> = picked.first().and_then(|at| commands.get(*at)).copied().flatten();
                if command.is_some() {
                    self.print(
                        picked
                            .iter()
                            .filter_map(|at| options.get(*at))
                            .map(|option| (Tone::Hint, format!("> {}", option.label)))
                            .collect::<Vec<_>>(),
                    )?;
                }
                command.map(Reply::Command)
            }
            // Too small a window for the menu: the words of the menu's first entry still work as a typed command.
            list::Ending::TooLow => Some(Reply::Command(Command::Help)),
            list::Ending::Escaped => None,
            list::Ending::Input => Some(Reply::End),
        })
    }

    fn echo(&mut self, screen: &Screen, picked: &[usize]) -> io::Result<()> {
        if picked.is_empty() && screen.default.is_empty() {
            return self.echo_default(screen);
        }
        if picked.is_empty() {
            let words = Message::new("prompt-nothing-ticked").text(screen.lang);
            return self.print([(Tone::Picked, format!("> {words}"))]);
        }
        let columns = self.columns();
        let labels = picked.iter().filter_map(|at| screen.options.get(*at));
        let lines: Vec<_> = labels
            .flat_map(|option| super::layout::hanging("> ", &option.label, columns))
            .map(|line| (Tone::Picked, line))
            .collect();
        self.print(lines)
    }

    /// What an empty answer stood for.
    fn echo_default(&mut self, screen: &Screen) -> io::Result<()> {
        let words = screen.default_words.clone().unwrap_or_default();
        let lines = super::layout::hanging("> ", &words, self.columns());
        self.print(lines.into_iter().filter(|_| !words.is_empty()).map(|line| (Tone::Picked, line)))
    }
}

impl Rich<'_> {
    fn show(&mut self, screen: &Screen) -> io::Result<Reply> {
        // Again, since a shell that stopped and continued the program changes the terminal's modes.
        self.terminal.quiet()?;
        self.forget_typed()?;
        let columns = self.columns();
        let advice = advice(screen, columns).into_iter().map(|line| (Tone::Hint, line));
        let line = |line: super::layout::Line| (line.tone, line.text);
        let head = head(screen, columns).into_iter().map(line);
        let again = urgent_again(screen, columns, self.size().0).into_iter().map(line);
        self.print([(Tone::Body, String::new())].into_iter().chain(head).chain(again).chain(advice))?;
        if self.disturbance.is_none()
            && self.list(screen).is_some()
            && let Some(reply) = self.pick(screen)?
        {
            return Ok(reply);
        }
        self.write(screen)
    }

    /// Forgets what was typed before this question. A list takes the first key of a pasted text for an answer; the rest
    /// of it may still be on its way and must not answer what is asked next.
    fn forget_typed(&mut self) -> io::Result<()> {
        self.terminal.forget_typed();
        let Some(mut last) = self.picked.take() else { return Ok(()) };
        for _ in 0..MOST_PIECES {
            let left = BETWEEN_LINES.saturating_sub(last.elapsed());
            if left.is_zero() || !self.terminal.waits(left)? {
                break;
            }
            self.terminal.forget_typed();
            last = Instant::now();
        }
        Ok(())
    }

    /// When a window is closed, its signal and the failing read come together; the signal is to have the last word.
    fn or_signal<T>(&self, result: io::Result<T>) -> io::Result<T> {
        if result.is_err() {
            self.terminal.let_signals_pass();
        }
        result
    }
}

impl Prompter for Rich<'_> {
    fn help(&self) -> &'static str {
        "screen-help-menu"
    }

    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        let reply = self.show(screen);
        if matches!(reply, Ok(Reply::End)) {
            self.terminal.let_signals_pass();
        }
        self.or_signal(reply)
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        let lines = wrap(paragraph, self.columns());
        let said = self.print(lines.into_iter().map(|line| (Tone::Body, line)));
        self.or_signal(said)
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        let lines = wrap(text, self.size().1.saturating_sub(1).max(2));
        let said = self.print(lines.into_iter().map(|line| (Tone::Body, line)));
        self.or_signal(said)
    }

    fn wipe(&mut self) -> io::Result<Wiped> {
        let rows = std::mem::take(&mut self.typed_rows);
        if rows == 0 || rows >= self.size().0 {
            return Ok(Wiped::Visible);
        }
        self.term.clear_last_lines(rows)?;
        Ok(Wiped::Gone)
    }

    fn wait(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        self.wait_for_all(label, lang, deadline, &mut |patience| usize::from(!done(patience)))
    }

    fn wait_for_all(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        open: &mut dyn FnMut(Duration) -> usize,
    ) -> io::Result<bool> {
        self.typed_rows = 0;
        let waited = spinner::wait(self.terminal, &self.term, self.columns(), label, lang, deadline, open);
        self.or_signal(waited)
    }
}
