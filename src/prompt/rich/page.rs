//! What of a screen stands in the window: all of it where it fits, else the question above for good and the rest below.
//! Pure.

use super::hint::hints;
use super::list::{List, Under};
use super::viewport::{Seen, seen};
use crate::i18n::Message;
use crate::palette::Tone;
use crate::prompt::layout::{Line, MOST_COLUMNS, advice, head, numbered, opening, steps, urgent_again};
use crate::prompt::{Form, Screen};
use crate::wording::{width, wrap};

/// Below this, lists give way to numbered lines.
const FEWEST_ROWS: usize = 8;
const FEWEST_COLUMNS: usize = 20;

/// In lower windows what is urgent is read a part at a time as soon as it does not fit into one.
const FEWEST_ROWS_OF_READING: usize = 12;

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

/// What stands around the line and the options.
struct Around {
    /// How a line is written.
    above: Vec<Line>,
    /// What Enter means in a list, and the hint.
    below: Vec<Line>,
}

impl Page<'_> {
    /// The question and everything below it, where both fit.
    pub(super) fn whole(&self, list: &mut List<'_>, size: Size) -> Option<Picture> {
        if size.is_low() {
            return None;
        }
        self.with(&self.question(size), &self.around(list, size), list, size, size.rows.saturating_sub(1))
    }

    /// What stands below a question that was printed for good; `asked`: with a row of the question, which has left the
    /// window.
    pub(super) fn rest(&self, list: &mut List<'_>, size: Size, asked: bool) -> Picture {
        let window = size.rows.saturating_sub(1).max(1);
        if size.is_low() {
            let view = list.line().view(size.columns, window);
            let rows = view.rows.into_iter().map(|text| Line { tone: Tone::Body, text }).collect();
            return Picture { rows, cursor: Some((view.row, view.before)), typed: 0 };
        }
        // A third of the window is left to the question.
        let most = (size.rows * 2 / 3).max(FEWEST_ROWS - 1);
        let mut again = urgent_again(self.screen, size.text(), size.rows, BAR);
        // A note leaves all the room but for its line and its hint.
        again.truncate(if self.screen.form == Form::Note { most.saturating_sub(3) } else { most / 3 });
        let asked = asked && again.is_empty();
        if asked {
            let question = head(self.screen, size.text(), BAR);
            again.extend(question.into_iter().find(|line| line.tone == Tone::Question));
        }
        let mut around = self.around(list, size);
        for around in &mut around {
            // It was printed with the question.
            around.above.clear();
        }
        // In few words where that is what keeps the question in sight.
        let columns = size.text();
        let height = head(self.screen, columns, BAR).len() - opening(self.screen, columns).len();
        let below = size.rows.saturating_sub(1 + height).min(most);
        let lowest = around.last().map_or(0, |around| around.below.len());
        let fewest = around.iter().position(|around| around.below.len() <= lowest).unwrap_or(0);
        self.with(&again, &around, list, size, below)
            .or_else(|| self.with(&again, &around[fewest..], list, size, most))
            .unwrap_or_else(|| self.tight(if asked { &again } else { &[] }, list, size, most))
    }

    /// What is printed for good where not everything fits.
    pub(super) fn for_good(&self, list: &List<'_>, size: Size) -> Vec<Line> {
        let mut lines = self.question(size);
        if !size.is_low() {
            lines.extend(self.around(list, size).swap_remove(0).above);
            return lines;
        }
        let columns = size.text();
        lines.extend(urgent_again(self.screen, columns, size.rows, BAR));
        if list.has_options() {
            lines.extend(numbered(self.screen, columns).into_iter().map(|text| Line { tone: Tone::Body, text }));
        }
        let mut hints = hints(self, list, size);
        let hint = hints.iter().position(|hint| hint.len() <= 3).unwrap_or(hints.len() - 1);
        let advice = if list.line().text().is_empty() {
            advice(self.screen, columns)
        } else {
            // Enter means what stands on the line already, such as the ticks of a list that became too low.
            advice(&Screen { default_words: None, ..self.screen.clone() }, columns)
        };
        let hint = hints.swap_remove(hint);
        let steps = steps(self.screen, columns);
        let room = size.rows.saturating_sub(lines.len() + advice.len() + hint.len() + 1);
        lines.extend(advice.into_iter().chain(steps.into_iter().take(room)).map(quiet));
        lines.extend(hint);
        lines
    }

    /// Whether what is printed for good is shown a window at a time, each until somebody has read it: what is urgent must
    /// not pass by faster than anybody reads.
    pub(super) fn is_read_in_parts(&self, lines: &[Line], size: Size) -> bool {
        let fewest = if size.rows < FEWEST_ROWS_OF_READING { size.rows } else { 2 * size.rows };
        self.screen.urgent && lines.len() > fewest
    }

    /// What stands below such a part.
    pub(super) fn more(&self, size: Size) -> Picture {
        let rows = wrap(&Message::new("prompt-read-on").text(self.screen.lang), size.text());
        Picture { rows: rows.into_iter().map(quiet).collect(), cursor: None, typed: 0 }
    }

    fn question(&self, size: Size) -> Vec<Line> {
        let blank = Line { tone: Tone::Body, text: String::new() };
        std::iter::once(blank).chain(head(self.screen, size.text(), BAR)).collect()
    }

    /// What stands around the line and the options, in fewer and fewer words: first the steps still to come are left out,
    /// then words of the hint. How a line is written stands above it; what Enter means in a list stands below.
    fn around(&self, list: &List<'_>, size: Size) -> Vec<Around> {
        let is_default = !list.has_options() || list.means_default();
        let advice = if is_default { advice(self.screen, size.text()) } else { Vec::new() };
        let advice: Vec<Line> = advice.into_iter().map(quiet).collect();
        let steps: Vec<Line> = steps(self.screen, size.text()).into_iter().map(quiet).collect();
        let is_line = matches!(self.screen.form, Form::Line | Form::Note);
        let says_more = is_line || list.under() == Under::Options && !list.fits_nothing();
        let with = |hint: &[Line], steps: &[Line]| {
            let more = if says_more { [&advice, steps].concat() } else { Vec::new() };
            let (above, more) = if is_line { (more, Vec::new()) } else { (Vec::new(), more) };
            Around { above, below: [&more, hint].concat() }
        };
        let hints = hints(self, list, size);
        let fewer = hints.iter().map(|hint| with(hint, &[]));
        std::iter::once(with(&hints[0], &steps)).chain(fewer).collect()
    }

    /// Rows above, then the line, the options and what stands around them, in at most `budget` rows; `None`: that is too
    /// few. The most words with which all options are seen, or with which they have half of the room.
    fn with(
        &self,
        above: &[Line],
        around: &[Around],
        list: &mut List<'_>,
        size: Size,
        budget: usize,
    ) -> Option<Picture> {
        let shows_line = !list.is_bare_list();
        let view = list.line().view(size.columns, usize::MAX);
        let line = if shows_line { view.rows.len() } else { 0 };
        let most = budget.checked_sub(above.len() + line)?;
        let mut found = None;
        for around in around {
            let Some(room) = most.checked_sub(around.above.len() + around.below.len()) else { continue };
            let seen = match list.under() {
                Under::Nothing => Seen { all: true, ..Seen::default() },
                _ => seen(list, self.screen.lang, size.text(), room),
            };
            if !seen.all && (seen.options < FEWEST_OPTIONS || seen.rows.len() > room) {
                continue;
            }
            let enough = seen.all || seen.rows.len() * 2 >= most;
            found = Some((around, seen));
            if enough {
                break;
            }
        }
        let (around, seen) = found?;
        list.show(&seen);
        let mut rows = [above, &around.above].concat();
        let typed = rows.len();
        let cursor = shows_line.then_some((typed + view.row, view.before));
        if shows_line {
            rows.extend(view.rows.into_iter().map(|text| Line { tone: Tone::Body, text }));
        }
        rows.extend(seen.rows);
        rows.extend_from_slice(&around.below);
        Some(Picture { rows, cursor, typed })
    }

    /// The same where even that is too much: the end of the line, and as many options as there is room for. The hint gives
    /// way where that shows all of them; the question above gives way, and then the hint, to the option under the pointer.
    fn tight(&self, again: &[Line], list: &mut List<'_>, size: Size, most: usize) -> Picture {
        let mut hint = hints(self, list, size).pop().unwrap_or_default();
        hint.truncate(most / 3);
        let shows_line = !list.is_bare_list();
        let options_at_least = if list.under() == Under::Nothing { 0 } else { 2 };
        let room = most.saturating_sub(hint.len()).max(2);
        let mut view = list.line().view(size.columns, room.saturating_sub(options_at_least + again.len()).max(1));
        let mut rows: Vec<Line> = again.to_vec();
        if shows_line && view.hidden > 0 && view.rows.len() > 1 {
            // The word takes a row, too.
            view = list.line().view(size.columns, view.rows.len() - 1);
            let words = Message::new("prompt-rows-hidden").with("count", view.hidden).text(self.screen.lang);
            let words = wrap(&words, size.text().saturating_sub(2)).swap_remove(0);
            rows.push(quiet(format!("  {words}")));
        }
        let typed = rows.len();
        let line = if shows_line { typed + view.rows.len() } else { 0 };
        let options = match list.under() {
            Under::Nothing => Vec::new(),
            _ => {
                let of = |room: usize| seen(list, self.screen.lang, size.text(), room.saturating_sub(line).max(1));
                let highest = size.rows.saturating_sub(1).max(most);
                let (mut seen, without) = (of(room), of(most));
                if without.all && !seen.all {
                    hint.clear();
                    seen = without;
                }
                if seen.parts.is_some() {
                    seen = of(highest.saturating_sub(hint.len()));
                }
                if seen.parts.is_some() {
                    hint.clear();
                    seen = of(highest);
                }
                list.show(&seen);
                seen.rows
            }
        };
        let cursor = shows_line.then_some((typed + view.row, view.before));
        if shows_line {
            rows.extend(view.rows.into_iter().map(|text| Line { tone: Tone::Body, text }));
        }
        rows.extend(options);
        rows.extend(hint);
        Picture { rows, cursor, typed }
    }
}

fn quiet(text: String) -> Line {
    Line { tone: Tone::Hint, text }
}

/// The widest of some rows.
pub(super) fn widest(rows: &[Line]) -> usize {
    rows.iter().map(|row| width(&row.text)).max().unwrap_or(0)
}
