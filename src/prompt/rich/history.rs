//! Texts that were removed, to be brought back: what was deleted at one stroke, what stood on a line that was left, and a
//! line that was not understood. What looks like a secret is not kept, and everything is wiped when it goes. Pure.

use crate::prompt::Typed;
use crate::secrets::{Verdict, judge};

/// More removals than anybody looks through.
const MOST: usize = 20;

/// Removed texts, the last one last.
#[derive(Debug, Default)]
pub(super) struct History {
    texts: Vec<Typed>,
    /// How far back somebody has gone; 0: to no removed text.
    back: usize,
    /// What stood on the line before somebody went back.
    draft: Typed,
    /// What word after word was removed just now: one text, to be judged as one.
    words: Option<Typed>,
}

impl History {
    /// Keeps a text, unless it looks like a secret or says nothing.
    pub(super) fn keep(&mut self, text: &str) {
        self.go_on();
        let text = text.trim();
        if text.is_empty() || judge(text, None) != Verdict::Clean {
            return;
        }
        self.texts.retain(|known| **known != *text);
        self.texts.push(text.into());
        let over = self.texts.len().saturating_sub(MOST);
        self.texts.drain(..over);
    }

    /// Keeps the word that stood before those that were removed at once before it.
    pub(super) fn keep_word(&mut self, word: &str) {
        let before = self.words.take().unwrap_or_default();
        if self.texts.last().is_some_and(|last| **last == *before.trim()) {
            self.texts.pop();
        }
        let words = Typed::from(format!("{word}{}", &*before));
        self.keep(&words);
        self.words = Some(words);
    }

    /// Something else was pressed: the next removal is one of its own.
    pub(super) fn go_on(&mut self) {
        self.words = None;
        self.back = 0;
    }

    /// The text before the one that is shown, for a line that holds `now`.
    pub(super) fn older(&mut self, now: &str) -> Option<Typed> {
        self.words = None;
        if self.back == 0 {
            self.draft = now.into();
        }
        let at = self.texts.len().checked_sub(self.back + 1)?;
        self.back += 1;
        Some(self.texts[at].clone())
    }

    /// The text behind the one that is shown; behind the last stands what was typed before.
    pub(super) fn newer(&mut self) -> Option<Typed> {
        self.words = None;
        self.back = self.back.checked_sub(1)?;
        Some(match self.texts.len().checked_sub(self.back) {
            Some(at) if self.back > 0 => self.texts[at].clone(),
            _ => std::mem::take(&mut self.draft),
        })
    }

    /// The last removal.
    pub(super) fn last(&mut self) -> Option<Typed> {
        self.go_on();
        self.texts.last().cloned()
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    fn text(typed: Option<crate::prompt::Typed>) -> Option<String> {
        typed.map(|typed| (*typed).to_owned())
    }

    #[test]
    fn back_and_forth_ends_where_it_began() {
        let mut history = History::default();
        history.keep("first");
        history.keep("second");
        assert_eq!(text(history.older("now")).as_deref(), Some("second"));
        assert_eq!(text(history.older("second")).as_deref(), Some("first"));
        assert_eq!(history.older("first"), None);
        assert_eq!(text(history.newer()).as_deref(), Some("second"));
        assert_eq!(text(history.newer()).as_deref(), Some("now"));
        assert_eq!(history.newer(), None);
        assert_eq!(text(history.last()).as_deref(), Some("second"));
    }

    #[test]
    fn words_removed_one_by_one_are_one_text_and_judged_as_one() {
        let mut history = History::default();
        for word in ["address ", "wallet ", "my "] {
            history.keep_word(word);
        }
        assert_eq!(text(history.last()).as_deref(), Some("my wallet address"));
        assert_eq!(history.texts.len(), 1);
        let phrase = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
        for word in phrase.split(' ').rev() {
            history.keep_word(&format!("{word} "));
        }
        assert_eq!(text(history.last()).as_deref(), Some("my wallet address"));
        history.keep(phrase);
        assert_eq!(history.texts.len(), 1);
        history.clear();
        assert_eq!(history.last(), None);
    }
}
