//! What each key does to a list: it writes, ticks, moves the pointer, or ends the question. Pure.

use super::{List, Outcome, Under};
use crate::prompt::rich::history::History;
use crate::prompt::rich::keys::Key;
use crate::prompt::{Command, Typed};

/// No option has a longer number, in bytes.
const LONGEST_NUMBER: usize = 32;

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
        let looks = match key {
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Escape => true,
            // Behind a longer text it ticks nothing.
            Key::Char(' ' | '\u{3000}') => self.line.text().len() <= LONGEST_NUMBER,
            _ => false,
        };
        if looks {
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
            Key::Char(' ' | '\u{3000}') => match self.ticked_by_space() {
                Some(at) => {
                    self.flip(at);
                    return Outcome::On;
                }
                None => drop(self.line.press(key)),
            },
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

    /// Where several may be ticked, nothing is answered but what stands there as ticked, or what was typed while nothing
    /// was: else what was typed joins the ticks, for somebody to look at.
    fn enter_several(&mut self) -> Outcome {
        if self.line.text().trim().is_empty() {
            return Outcome::Picked(self.ticks());
        }
        let pointed = self.pointer.filter(|_| self.moved).map(|at| vec![at]);
        let Some(places) = pointed.or_else(|| self.options.all_meant(self.line.text())) else {
            return Outcome::Typed(Typed::from(self.line.text()));
        };
        match (places.first(), self.ticks().is_empty()) {
            (None, true) => Outcome::Typed(Typed::from(self.line.text())),
            (Some(_), true) => {
                // Ticked, in case that is refused and asked again.
                for at in &places {
                    self.ticked[*at] = true;
                }
                self.touched = true;
                Outcome::Picked(places)
            }
            (None, false) => {
                self.ticked.fill(false);
                self.touched = true;
                self.empty();
                Outcome::On
            }
            (Some(first), false) => {
                self.pointer = Some(*first);
                for at in places {
                    self.ticked[at] = true;
                }
                self.touched = true;
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

    /// The option that Space ticks: the one under the pointer while nothing is typed or since the pointer was moved there,
    /// and the one whose number was typed. Else it is a space between words.
    fn ticked_by_space(&self) -> Option<usize> {
        if self.under != Under::Options || !self.choices.several {
            return None;
        }
        let text = self.line.text();
        match text.len() {
            0 => self.pointer,
            _ if self.moved && !self.stale => self.pointer,
            1..=LONGEST_NUMBER => self.options.numbered(text),
            _ => None,
        }
    }

    fn flip(&mut self, at: usize) {
        self.ticked[at] = !self.ticked[at];
        self.touched = true;
        self.pointer = Some(at);
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
