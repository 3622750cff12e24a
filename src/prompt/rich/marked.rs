//! What was ticked and pointed at on questions that may be asked again at once: after a command, or a refusal. Pure.

use super::is_own;
use super::list::Marks;
use crate::prompt::Screen;

/// What stood on a question when it was left.
struct Left {
    path: String,
    visit: u32,
    marks: Marks,
    /// Left by a command, and so without an answer.
    waits: bool,
}

impl Left {
    fn is_of(&self, screen: &Screen) -> bool {
        self.path == screen.path && self.visit == screen.visit
    }
}

/// The questions that were left.
#[derive(Default)]
pub(super) struct Marked(Vec<Left>);

impl Marked {
    /// Keeps what stands on a question that is left; `waits`: by a command.
    pub(super) fn keep(&mut self, screen: &Screen, marks: Marks, waits: bool) {
        let waits = waits && !is_own(screen);
        self.0.push(Left { path: screen.path.clone(), visit: screen.visit, marks, waits });
    }

    /// What stood on this question when it was asked just before. Between that of a step and the same again the program's
    /// own questions may come, and an earlier one that is changed; the next step means that it was answered.
    pub(super) fn take(&mut self, screen: &Screen) -> Option<Marks> {
        if is_own(screen) {
            return self.0.pop_if(|last| last.is_of(screen)).map(|left| left.marks);
        }
        let at = self.0.iter().position(|left| left.is_of(screen));
        let marks = at.map(|at| self.0.swap_remove(at).marks);
        self.0.retain(|left| left.waits);
        marks
    }
}
