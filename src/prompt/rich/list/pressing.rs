//! What each key does to a list: it writes, ticks, moves the pointer, or ends the question. Pure.

use super::{List, Outcome, Under};
use crate::prompt::rich::history::History;
use crate::prompt::rich::keys::Key;
use crate::prompt::rich::matching::is_number;
use crate::prompt::{Command, Typed};

const SPACE: &Key = &Key::Char(' ');
const WIDE_SPACE: &Key = &Key::Char('\u{3000}');

impl List<'_> {
    /// Applies a key and looks what the text leaves then. `history`: what was removed.
    #[cfg(test)]
    pub(in crate::prompt::rich) fn press(&mut self, key: &Key, history: &mut History) -> Outcome {
        let outcome = self.take(key, history);
        self.catch_up();
        outcome
    }

    /// Applies a key; a key that only writes leaves it to [`Self::catch_up`] to look what the text leaves then.
    pub(in crate::prompt::rich) fn take(&mut self, key: &Key, history: &mut History) -> Outcome {
        let outcome = self.apply(key, history);
        if self.only_commands && !self.line.text().starts_with([':', '：', '?', '？']) {
            self.line.set("");
        }
        outcome
    }

    fn apply(&mut self, key: &Key, history: &mut History) -> Outcome {
        if let Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Escape | SPACE | WIDE_SPACE = key {
            self.catch_up();
        }
        match key {
            Key::Up if self.under == Under::Nothing => {
                if let Some(text) = history.older(self.line.text()) {
                    self.line.set(&text);
                }
                self.stale = true;
                return Outcome::On;
            }
            Key::Down if self.under == Under::Nothing => {
                if let Some(text) = history.newer() {
                    self.line.set(&text);
                }
                self.stale = true;
                return Outcome::On;
            }
            Key::DeleteWord => {
                let word = self.line.press(key);
                history.keep_word(&word);
                self.stale = true;
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
            SPACE | WIDE_SPACE if self.ticks_by_space() => {
                self.flip();
                return Outcome::On;
            }
            key => history.keep(&self.line.press(key)),
        }
        self.stale = true;
        Outcome::On
    }

    /// What Enter means now.
    pub(in crate::prompt::rich) fn enter(&mut self) -> Outcome {
        self.catch_up();
        let typed = || Outcome::Typed(Typed::from(self.line.text()));
        match (self.under, self.pointer) {
            (Under::Options, _) if self.choices.several => self.enter_several(),
            // A colon and nothing else: nobody said which command.
            (Under::Commands, None) if self.line.text().chars().skip(1).all(char::is_whitespace) => {
                self.empty();
                Outcome::On
            }
            (Under::Nothing, _) | (_, None) => typed(),
            (Under::Commands, Some(at)) => {
                let entry = self.commands.as_ref().and_then(|commands| commands.entries.get(at));
                entry.map_or_else(typed, |(_, command)| Outcome::Command(*command))
            }
            (Under::Options, Some(at)) => Outcome::Picked(vec![at]),
        }
    }

    /// Where several may be ticked, Enter alone answers what is ticked. What is typed ticks: one option that it points at, or
    /// all that it names. Only numbers, several names and a no, which say by themselves what is meant, answer at once, while
    /// nothing is ticked yet.
    fn enter_several(&mut self) -> Outcome {
        if self.line.text().trim().is_empty() {
            return Outcome::Picked(self.ticks());
        }
        let said = self.said_whole().map(<[usize]>::to_vec);
        let at_once = said.is_some() && self.ticks().is_empty();
        let places = said.or_else(|| self.pointer.map(|at| vec![at]));
        match places.as_deref() {
            None => return Outcome::Typed(Typed::from(self.line.text())),
            Some([]) if at_once => return Outcome::Typed(Typed::from(self.line.text())),
            Some([]) => self.ticked.fill(false),
            Some(places) => {
                self.pointer = places.first().copied();
                for at in places {
                    self.ticked[*at] = true;
                }
            }
        }
        self.touched = true;
        match places {
            // Ticked all the same, in case that is refused and asked again.
            Some(places) if at_once => Outcome::Picked(places),
            _ => {
                self.empty();
                Outcome::On
            }
        }
    }

    /// What the text says by itself where several may be ticked; one option by its words is only found.
    fn said_whole(&self) -> Option<&[usize]> {
        let said = self.said.as_deref().filter(|_| !self.moved)?;
        (said.len() != 1 || is_number(self.line.text())).then_some(said)
    }

    /// Whether Enter ticks what the letters point at.
    pub(in crate::prompt::rich) fn ticks_by_enter(&self) -> bool {
        let finds = self.ticks_by_space() && !self.line.text().trim().is_empty();
        finds && !(self.said_whole().is_some() && self.ticks().is_empty())
    }

    /// Whether Space ticks or unticks what is pointed at.
    pub(in crate::prompt::rich) fn ticks_by_space(&self) -> bool {
        self.under == Under::Options && self.choices.several && self.pointer.is_some()
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

    fn flip(&mut self) {
        if let Some(ticked) = self.pointer.and_then(|at| self.ticked.get_mut(at)) {
            *ticked = !*ticked;
        }
        self.touched = true;
        self.empty();
    }

    fn empty(&mut self) {
        if self.under == Under::Options && self.pointer.is_some() {
            self.home = self.pointer;
        }
        self.line.set("");
        self.look();
    }

    /// Whether a key leads to another part of an option that is higher than the window.
    fn turns(&mut self, key: &Key) -> bool {
        let Some((at, parts)) = self.parts.take().filter(|(at, _)| self.pointer == Some(*at)) else { return false };
        let row = match key {
            Key::Down => parts.below,
            Key::Up => parts.above,
            _ => None,
        };
        self.scrolled = (Some(at), row.unwrap_or(0));
        row.is_some()
    }

    /// Moves the pointer among what is seen; by single steps it goes round.
    fn walk(&mut self, key: &Key) {
        if self.turns(key) {
            return;
        }
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
        self.moved = true;
        if self.under == Under::Options {
            self.home = self.pointer;
        }
    }
}
