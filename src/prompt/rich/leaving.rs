//! What a question becomes when it was left, by an answer or otherwise.

use super::asking::{Asking, Ending};
use super::record::Left;
use super::{commands, record};
use crate::palette::Tone;
use crate::prompt::layout::Line;
use crate::prompt::{Command, Form, Screen};

/// What stays of a question, and how many of the last rows are what was typed and can be taken off the screen again.
pub(super) fn left(screen: &Screen, asking: &Asking<'_, '_>, ending: &Ending, kept: bool) -> (Vec<Line>, usize) {
    let size = asking.canvas.size();
    let columns = size.text();
    let (left, answer, typed) = match ending {
        Ending::Disturbed => return (Vec::new(), 0),
        Ending::Input => (Left::Ended, Vec::new(), 0),
        Ending::Command(Command::Skip) if screen.form == Form::Line && !screen.options.is_empty() => {
            (Left::Answered, record::picked(screen, &[screen.options.len() - 1], columns), 0)
        }
        Ending::Command(command) => {
            let label = commands::entry(screen, *command, kept).label;
            (Left::By(*command), record::command(&label, columns), 0)
        }
        Ending::Picked(places) => (Left::Answered, record::picked(screen, places, columns), 0),
        Ending::Typed(text) if text.is_empty() => (Left::Answered, record::default(screen, columns), 0),
        Ending::Typed(_) => {
            // Never more than can be taken off the screen again: what scrolled away stays in the terminal.
            let view = asking.list.line().view(size.columns, size.rows.saturating_sub(2));
            let rows: Vec<Line> = view.rows.into_iter().map(|text| Line { tone: Tone::Picked, text }).collect();
            let height = if asking.canvas.left_over() { 0 } else { rows.len() };
            (Left::Answered, rows, height)
        }
    };
    let mut lines = if asking.is_printed() { Vec::new() } else { record::question(screen, &left, columns) };
    lines.extend(answer);
    (lines, typed)
}
