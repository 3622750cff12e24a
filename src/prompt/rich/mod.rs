//! Lists, line editor and spinner on a terminal. Shows screens and hands back replies; knows neither flows nor sessions.
//! Everything goes to standard error, so that standard output holds nothing but the summary.
//!
//! Every prompt is the same thing: a line, with options under it where there are some. What is typed narrows them, a colon
//! puts the commands in their place, and what fits nothing is handed over as it was typed; so whatever is understood on a
//! plain line is understood here too. From keys to cells: `reader` and `keys` make keys of bytes, `list` and `line` are what
//! somebody has done so far, `page` and `viewport` what of it fits into the window, `canvas` puts that on the screen, and
//! `asking` is the loop around them. All but the first and the last two are pure.
//!
//! What is shown is live until it is answered: question, options and hint are drawn again in the same place after every key
//! and whenever the window changes, and then give way to one short record. A question that does not fit together with its
//! answers is printed for good, and only the answers are live.
//!
//! Of dialoguer stays `Confirm`, before something is destroyed ([`confirm`]). Its lists and its line editor do not: they
//! erase lines under Chinese labels, cannot edit Chinese, take Escape for an answer on slow lines, end the program when the
//! window is low and take the second pasted line for the next answer. Of console stay the terminal's size and one write for
//! each picture; of indicatif the spinner.

mod asking;
mod breaking;
mod canvas;
mod commands;
mod confirm;
mod hint;
mod history;
mod keys;
mod late;
mod leaving;
mod line;
mod list;
mod marked;
mod matching;
mod page;
mod reader;
mod record;
mod rehearsal;
mod sequence;
mod spinner;
mod viewport;

pub use breaking::Resized;
pub use confirm::{Doubt, confirm};
pub use rehearsal::rehearse;

use super::{BETWEEN_LINES, Form, Prompter, Reply, Screen, Typed, Wiped};
use crate::i18n::Lang;
use crate::palette::Palette;
use crate::terminal::Terminal;
use crate::wording::wrap;
use asking::{Asking, Disturbance, Ending, Means};
use canvas::Canvas;
use console::Term;
use history::History;
use late::Late;
use list::{Choices, List};
use marked::Marked;
use page::{Page, Size};
use reader::Keys;
use std::io;
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// A pasted text that comes in more pieces than this is no pasted text but a terminal that is gone.
const MOST_PIECES: usize = 1000;

/// Asks with lists and a line editor.
pub struct Rich<'t> {
    terminal: &'t Terminal,
    term: Term,
    palette: Palette,
    resized: Resized,
    introduced: bool,
    /// Whether what is answered is kept when somebody quits.
    kept: bool,
    /// Whether it is a walk, with answers to look through.
    walks: bool,
    /// Rows of the line that was typed last, while they are the last thing on the screen.
    typed_rows: usize,
    /// When the last question was left by one key alone, until the next.
    by_key: Option<Instant>,
    /// Since Escape was believed, if it was the last key.
    late: Option<Late>,
    history: History,
    /// What was typed last, and on which screen: if that comes again, it was not understood.
    typed: Option<(String, u32, Typed)>,
    /// What was ticked and pointed at on questions that may be asked again at once: after a command, or a refusal.
    marked: Marked,
    /// Whether the last question was left by the key for help.
    helped: bool,
    /// Says when a question should be given up.
    disturbance: Option<Disturbance<'t>>,
}

impl<'t> Rich<'t> {
    /// Takes over the terminal until `terminal` gives it back. Errors: it is no terminal.
    pub fn new(terminal: &'t Terminal, palette: Palette) -> io::Result<Self> {
        terminal.quiet()?;
        Ok(Self {
            terminal,
            term: Term::stderr(),
            palette,
            resized: Resized::default(),
            introduced: false,
            kept: true,
            walks: true,
            typed_rows: 0,
            by_key: None,
            late: None,
            history: History::default(),
            typed: None,
            marked: Marked::default(),
            helped: false,
            disturbance: None,
        })
    }

    /// Gives up a question as soon as `disturbance` says so, unless somebody has begun to answer it.
    #[must_use]
    pub fn disturbed_by(mut self, disturbance: Disturbance<'t>) -> Self {
        self.disturbance = Some(disturbance);
        self
    }

    /// The same on a terminal that does this with its rows when it becomes narrower.
    #[must_use]
    pub fn that(self, resized: Resized) -> Self {
        Self { resized, ..self }
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

    fn size(&self) -> Size {
        let (rows, columns) = self.term.size();
        Size { rows: rows.into(), columns: columns.into() }
    }

    fn print(&mut self, lines: Vec<String>) -> io::Result<()> {
        self.typed_rows = 0;
        let text: String = lines.into_iter().map(|line| line + "\n").collect();
        self.term.write_str(&text)
    }

    fn show(&mut self, screen: &Screen) -> io::Result<Reply> {
        // Again, since a shell that stopped and continued the program changes the terminal's modes.
        self.terminal.quiet()?;
        self.forget_typed()?;
        self.typed_rows = 0;
        if let Some((path, visit, text)) = self.typed.take()
            && path == screen.path
            && visit == screen.visit
            && !text.starts_with([':', '：', '?', '？'])
        {
            // It comes before what Enter alone answers: it was typed later.
            if let Some(suggestion) = history::suggestion(screen) {
                self.history.keep(suggestion);
            }
            self.history.keep(&text);
        } else {
            self.history.suggest(history::suggestion(screen));
        }
        let (walks, kept) = (self.walks, self.kept);
        let commands = || commands::entries(screen, walks, kept);
        let several = screen.form == Form::Several;
        let options = if several || screen.form == Form::One { screen.options.as_slice() } else { &[] };
        let chosen: Vec<usize> = (0..options.len()).filter(|at| screen.default.contains(&options[*at].value)).collect();
        let list = List::new(Choices { options, commands: &commands, several }, &chosen);
        let list = if screen.form == Form::Note { list.of_commands() } else { list };
        let list = match self.marked.take(screen) {
            Some(marks) => list.marked(&marks),
            None => list,
        };
        let page = Page { screen, introduced: self.introduced, kept: self.kept };
        self.introduced = true;
        let means = Means {
            terminal: self.terminal,
            term: &self.term,
            keys: Keys::new(self.terminal, self.late.take()),
            canvas: Canvas::new(self.terminal, &self.term, self.palette, self.resized),
            history: &mut self.history,
            disturbance: self.disturbance,
            helped: std::mem::take(&mut self.helped),
        };
        let mut asking = Asking::new(means, page, list);
        let ending = asking.ask();
        asking.history.leave();
        let ending = ending?;
        (self.late, self.helped) = (asking.keys.take_late(), asking.helped);
        if !is_own(screen) || !matches!(ending, Ending::Picked(_)) {
            self.marked.keep(screen, asking.list.marks(), matches!(ending, Ending::Command(_)));
        }
        let (lines, typed_rows) = leaving::left(screen, &asking, &ending, self.kept);
        asking.canvas.leave(&lines)?;
        self.typed_rows = typed_rows;
        Ok(self.reply(screen, ending))
    }

    fn reply(&mut self, screen: &Screen, ending: Ending) -> Reply {
        match ending {
            Ending::Typed(text) => {
                self.typed = Some((screen.path.clone(), screen.visit, text.clone()));
                Reply::Typed(text)
            }
            Ending::Picked(places) => {
                let values = places.iter().filter_map(|at| screen.options.get(*at));
                Reply::Picked(values.map(|option| option.value.clone()).collect())
            }
            Ending::Command(command) => {
                self.by_key = Some(Instant::now());
                Reply::Command(command)
            }
            Ending::Input => Reply::End,
            Ending::Disturbed => Reply::Changed,
        }
    }

    /// Forgets what was typed before this question. Where one key alone left the last one, the rest of a pasted text may
    /// still be on its way and must not answer what is asked next.
    fn forget_typed(&mut self) -> io::Result<()> {
        self.forget_once()?;
        let Some(mut last) = self.by_key.take() else { return Ok(()) };
        for _ in 0..MOST_PIECES {
            let left = BETWEEN_LINES.saturating_sub(last.elapsed());
            if left.is_zero() || !self.terminal.waits(left)? {
                break;
            }
            self.forget_once()?;
            last = Instant::now();
        }
        Ok(())
    }

    /// Forgets what is there, but for the beginning of a key's rest.
    fn forget_once(&mut self) -> io::Result<()> {
        if let Some(late) = &mut self.late {
            let mut buffer = Zeroizing::new([0; 64]);
            let read = self.terminal.read(buffer.as_mut_slice(), Some(Duration::ZERO))?.unwrap_or_default();
            if read > 0 && late.take(&buffer[..read]).is_some() {
                self.late = None;
            } else if late.is_begun() {
                return Ok(());
            }
        }
        self.terminal.forget_typed();
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

/// Whether the program itself asks, and not a step.
fn is_own(screen: &Screen) -> bool {
    screen.path.starts_with('<')
}

impl Prompter for Rich<'_> {
    fn help(&self) -> &'static str {
        "screen-help-menu"
    }

    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        let reply = Rich::show(self, screen);
        if matches!(reply, Ok(Reply::End)) {
            self.terminal.let_signals_pass();
        }
        self.or_signal(reply)
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        let lines = wrap(paragraph, self.size().text());
        let said = self.print(lines);
        self.or_signal(said)
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        let lines = wrap(text, self.size().columns.saturating_sub(1).max(2));
        let said = self.print(lines);
        self.or_signal(said)
    }

    fn wipe(&mut self) -> io::Result<Wiped> {
        self.history.clear();
        self.typed = None;
        let rows = std::mem::take(&mut self.typed_rows);
        if rows == 0 || rows >= self.size().rows {
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
        let words = spinner::Words { label, lang, deadline };
        let canvas = Canvas::new(self.terminal, &self.term, self.palette, self.resized).passing();
        let waited = spinner::wait(self.terminal, canvas, words, open, &mut self.late);
        self.or_signal(waited)
    }
}
