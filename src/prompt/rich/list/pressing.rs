//! What each key does to a list: it writes, ticks, moves the pointer, or ends the question. Pure.

use super::{List, Outcome, Under};
use crate::prompt::rich::history::History;
use crate::prompt::rich::keys::Key;
use crate::prompt::{Command, Typed};

impl List<'_> {
    /// Applies a key. `history`: what was removed.
    pub(in crate::prompt::rich) fn press(&mut self, key: &Key, history: &mut History) -> Outcome {
        match key {
            Key::Up if self.under == Under::Nothing => {
                if let Some(text) = history.older(self.line.text()) {
                    self.line.set(&text);
                }
                self.look();
                return Outcome::On;
            }
            Key::Down if self.under == Under::Nothing => {
                if let Some(text) = history.newer() {
                    self.line.set(&text);
                }
                self.look();
                return Outcome::On;
            }
            Key::DeleteWord => {
                let word = self.line.press(key);
                history.keep_word(&word);
                self.look();
                return Outcome::On;
            }
            _ => history.go_on(),
        }
        match key {
            Key::Escape => return self.escape(history),
            Key::BringBack => {
                if let Some(text) = history.last() {
                    drop(self.line.press(&Key::Paste(text)));
                }
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                self.walk(key);
                return Outcome::On;
            }
            Key::Home | Key::End if self.is_bare_list() => {
                self.walk(key);
                return Outcome::On;
            }
            Key::Char(' ' | '\u{3000}') if self.ticks_here() => {
                self.flip();
                return Outcome::On;
            }
            key => history.keep(&self.line.press(key)),
        }
        self.look();
        Outcome::On
    }

    /// What Enter means now.
    pub(in crate::prompt::rich) fn enter(&mut self) -> Outcome {
        let typed = || Outcome::Typed(Typed::from(self.line.text()));
        match (self.under, self.pointer) {
            (Under::Nothing, _) | (_, None) => typed(),
            (Under::Commands, Some(at)) => {
                let entry = self.commands.as_ref().and_then(|commands| commands.entries.get(at));
                entry.map_or_else(typed, |(_, command)| Outcome::Command(*command))
            }
            (Under::Options, Some(at)) if !self.choices.several => Outcome::Picked(vec![at]),
            (Under::Options, Some(_)) if self.line.text().trim().is_empty() => Outcome::Picked(self.ticks()),
            (Under::Options, Some(at)) if !self.touched => Outcome::Picked(vec![at]),
            (Under::Options, Some(at)) => {
                self.ticked[at] = true;
                self.empty();
                Outcome::On
            }
        }
    }

    /// First what is typed goes; then the way is back. A line that was being written is kept for later.
    fn escape(&mut self, history: &mut History) -> Outcome {
        let lists = self.under == Under::Commands || self.has_options() && !self.low;
        let written = !self.line.text().is_empty();
        if self.under != Under::Commands {
            history.keep(self.line.text());
        }
        if written && lists {
            self.empty();
            return Outcome::On;
        }
        Outcome::Command(Command::Back)
    }

    pub(super) fn ticks(&self) -> Vec<usize> {
        (0..self.ticked.len()).filter(|at| self.ticked[*at]).collect()
    }

    /// Whether Space ticks: nothing is typed, or no option goes on with a space.
    fn ticks_here(&self) -> bool {
        let text = self.line.text();
        let goes_on = || {
            let longer = Typed::from(format!("{text} "));
            let found = self.options.answers(&longer);
            found.shown.len() < self.options.count() && found.meant.is_some()
        };
        self.under == Under::Options
            && self.choices.several
            && self.pointer.is_some()
            && (text.is_empty() || !goes_on())
    }

    fn flip(&mut self) {
        if let Some(at) = self.pointer {
            self.ticked[at] = !self.ticked[at];
            self.touched = true;
            self.empty();
            self.pointer = Some(at);
            self.home = Some(at);
        }
    }

    fn empty(&mut self) {
        if self.under == Under::Options && self.pointer.is_some() {
            self.home = self.pointer;
        }
        self.line.set("");
        self.look();
    }

    /// Moves the pointer among what is seen; by single steps it goes round.
    fn walk(&mut self, key: &Key) {
        let Some(last) = self.shown.len().checked_sub(1) else { return };
        let now = self.pointer.and_then(|pointer| self.shown.iter().position(|at| *at == pointer));
        let next = match (key, now) {
            (Key::Home, _) | (Key::Down, None) => 0,
            (Key::End, _) | (Key::Up, None | Some(0)) => last,
            (Key::Up, Some(now)) => now - 1,
            (Key::Down, Some(now)) => {
                if now == last {
                    0
                } else {
                    now + 1
                }
            }
            (Key::PageUp, now) => now.unwrap_or(0).saturating_sub(self.part.1),
            (_, now) => (now.unwrap_or(0) + self.part.1).min(last),
        };
        self.pointer = Some(self.shown[next]);
        if self.under == Under::Options {
            self.home = self.pointer;
        }
    }
}
