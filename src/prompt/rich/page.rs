//! What of a screen stands in the window: all of it where it fits, else the question above for good and the rest below.
//! Pure.

use super::list::{List, Under};
use super::viewport::{Seen, seen};
use crate::i18n::Message;
use crate::palette::Tone;
use crate::prompt::layout::{Line, MOST_COLUMNS, advice, head, numbered, urgent_again};
use crate::prompt::{Form, Screen};
use crate::wording::{width, wrap};

/// Below this, lists give way to numbered lines.
const FEWEST_ROWS: usize = 8;
const FEWEST_COLUMNS: usize = 20;

/// As many options as make a list worth looking at.
const FEWEST_OPTIONS: usize = 3;

/// The mark at the left of every row that is urgent.
pub(super) const BAR: &str = "!! ";

/// A window's rows and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Size {
    /// Whether it is too small for lists.
    pub(super) fn is_low(self) -> bool {
        self.rows < FEWEST_ROWS || self.columns < FEWEST_COLUMNS
    }

    /// The width of texts. One column stays free: some terminals break a line that fills the last one.
    pub(super) fn text(self) -> usize {
        self.columns.saturating_sub(1).clamp(2, MOST_COLUMNS)
    }
}

/// Rows that are drawn and drawn again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) rows: Vec<Line>,
    /// The row of the cursor and what stands before it there; `None`: it is hidden.
    pub(super) cursor: Option<(usize, String)>,
    /// The first row of what is typed.
    pub(super) typed: usize,
}

/// A screen, and how far it has been introduced.
pub(super) struct Page<'s> {
    pub(super) screen: &'s Screen,
    /// Whether the hints were given in full before.
    pub(super) introduced: bool,
    /// Whether what is answered is kept when somebody quits.
    pub(super) kept: bool,
}

impl Page<'_> {
    /// The question and everything below it, where both fit.
    pub(super) fn whole(&self, list: &mut List<'_>, size: Size) -> Option<Picture> {
        if size.is_low() {
            return None;
        }
        let mut above = self.question(size);
        above.extend(self.advice_above(size));
        self.with(above, list, size, size.rows.saturating_sub(1))
    }

    /// What stands below a question that was printed for good.
    pub(super) fn rest(&self, list: &mut List<'_>, size: Size) -> Picture {
        let window = size.rows.saturating_sub(1).max(1);
        if size.is_low() {
            let view = list.line().view(size.columns, window);
            let rows = view.rows.into_iter().map(|text| Line { tone: Tone::Body, text }).collect();
            return Picture { rows, cursor: Some((view.row, view.before)), typed: 0 };
        }
        // A third of the window is left to the question.
        let most = (size.rows * 2 / 3).max(FEWEST_ROWS - 1);
        let mut above = urgent_again(self.screen, size.text(), size.rows, BAR);
        above.truncate(most / 3);
        self.with(above, list, size, most).unwrap_or_else(|| self.tight(list, size, most))
    }

    /// What is printed for good where not everything fits.
    pub(super) fn for_good(&self, list: &List<'_>, size: Size) -> Vec<Line> {
        let mut lines = self.question(size);
        if !size.is_low() {
            lines.extend(self.advice_above(size));
            return lines;
        }
        let columns = size.text();
        lines.extend(urgent_again(self.screen, columns, size.rows, BAR));
        if list.has_options() {
            lines.extend(numbered(self.screen, columns).into_iter().map(|text| Line { tone: Tone::Body, text }));
        }
        lines.extend(self.advice(size));
        lines.extend(self.hint(list, size, 3));
        lines
    }

    fn question(&self, size: Size) -> Vec<Line> {
        let blank = Line { tone: Tone::Body, text: String::new() };
        std::iter::once(blank).chain(head(self.screen, size.text(), BAR)).collect()
    }

    fn advice(&self, size: Size) -> impl Iterator<Item = Line> {
        advice(self.screen, size.text()).into_iter().map(|text| Line { tone: Tone::Hint, text })
    }

    /// How a line is written stands above it; what Enter means in a list stands below.
    fn advice_above(&self, size: Size) -> Vec<Line> {
        let line = matches!(self.screen.form, Form::Line | Form::Note);
        if line { self.advice(size).collect() } else { Vec::new() }
    }

    /// Rows above, then the line, the options and the hint, in at most `budget` rows; `None`: that is too few.
    fn with(&self, above: Vec<Line>, list: &mut List<'_>, size: Size, budget: usize) -> Option<Picture> {
        let below = self.below(list, size);
        let room = budget.checked_sub(above.len() + below.len())?;
        let shows_line = !list.is_bare_list();
        let view = list.line().view(size.columns, usize::MAX);
        let line = if shows_line { view.rows.len() } else { 0 };
        let room = room.checked_sub(line)?;
        let Seen { rows: options, options: count, all } = match list.under() {
            Under::Nothing => Seen { all: true, ..Seen::default() },
            _ => seen(list, self.screen.lang, size.text(), room),
        };
        if !all && (count < FEWEST_OPTIONS || options.len() > room) {
            return None;
        }
        let typed = above.len();
        let cursor = shows_line.then_some((typed + view.row, view.before));
        let mut rows = above;
        if shows_line {
            rows.extend(view.rows.into_iter().map(|text| Line { tone: Tone::Body, text }));
        }
        rows.extend(options);
        rows.extend(below);
        Some(Picture { rows, cursor, typed })
    }

    /// The same where even that is too much: the end of the line, and as many options as there is room for.
    fn tight(&self, list: &mut List<'_>, size: Size, most: usize) -> Picture {
        let hint = self.hint(list, size, 1);
        let shows_line = !list.is_bare_list();
        let options_at_least = if list.under() == Under::Nothing { 0 } else { 2 };
        let room = most.saturating_sub(hint.len()).max(2);
        let view = list.line().view(size.columns, room.saturating_sub(options_at_least).max(1));
        let line = if shows_line { view.rows.len() } else { 0 };
        let options = match list.under() {
            Under::Nothing => Vec::new(),
            _ => seen(list, self.screen.lang, size.text(), room.saturating_sub(line).max(1)).rows,
        };
        let cursor = shows_line.then_some((view.row, view.before));
        let mut rows: Vec<Line> = Vec::new();
        if shows_line {
            rows.extend(view.rows.into_iter().map(|text| Line { tone: Tone::Body, text }));
        }
        rows.extend(options);
        rows.extend(hint);
        Picture { rows, cursor, typed: 0 }
    }

    fn below(&self, list: &List<'_>, size: Size) -> Vec<Line> {
        let mut rows = Vec::new();
        if list.fits_nothing() {
            let text = Message::new("prompt-fits-nothing").text(self.screen.lang);
            rows.extend(wrap(&text, size.text()).into_iter().map(|text| Line { tone: Tone::Hint, text }));
            return rows;
        }
        if list.under() == Under::Commands {
            return self.hint(list, size, (size.rows / 8).max(1));
        }
        if matches!(self.screen.form, Form::One | Form::Several) {
            rows.extend(self.advice(size));
        }
        rows.extend(self.hint(list, size, (size.rows / 8).max(1)));
        rows
    }

    /// How this is answered and what the keys do, in as many words as `most` rows hold.
    fn hint(&self, list: &List<'_>, size: Size, most: usize) -> Vec<Line> {
        let lang = self.screen.lang;
        let key = match self.screen.form {
            _ if list.under() == Under::Commands => "prompt-commands",
            Form::One if size.is_low() => "prompt-one-line",
            Form::Several if size.is_low() => "prompt-several-line",
            Form::One => "prompt-one-list",
            Form::Several => "prompt-several-list",
            Form::Line => "prompt-line",
            Form::Note => "prompt-note-menu",
        };
        let menu = if self.kept { "prompt-escape" } else { "prompt-escape-unkept" };
        let whole = (!self.introduced).then(|| Message::new(key).with("menu", Message::new(menu)));
        let again = Message::new(key).with("menu", Message::new("prompt-escape-again"));
        let mut wrapped: Vec<Vec<String>> = whole
            .into_iter()
            .chain([again, Message::new("prompt-escape-again")])
            .map(|message| wrap(&message.text(lang), size.text()))
            .collect();
        let fitting = wrapped.iter().position(|lines| lines.len() <= most).unwrap_or(wrapped.len() - 1);
        wrapped.swap_remove(fitting).into_iter().map(|text| Line { tone: Tone::Hint, text }).collect()
    }
}

/// The widest of some rows.
pub(super) fn widest(rows: &[Line]) -> usize {
    rows.iter().map(|row| width(&row.text)).max().unwrap_or(0)
}
