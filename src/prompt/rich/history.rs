//! Texts that were removed, to be brought back: what was deleted at one stroke, what stood on a line that was left, and a
//! line that was not understood. What looks like a secret is not kept, nor is any part of one that was removed piece by
//! piece, and everything is wiped when it goes. Pure.

use crate::prompt::{Form, Screen, Typed};
use crate::secrets::{Verdict, judge};

/// More removals than anybody looks through.
const MOST: usize = 20;

/// Removed texts, the last one last.
#[derive(Debug, Default)]
pub(super) struct History {
    texts: Vec<Typed>,
    /// What Enter alone answers on this question: it comes before all that was removed.
    suggested: Option<Typed>,
    /// How far back somebody has gone; 0: to no removed text.
    back: usize,
    /// What stood on the line before somebody went back.
    draft: Typed,
    /// What word after word was removed just now: one text, to be judged as one.
    words: Option<Typed>,
    /// All that was removed, and was no secret by itself, while this question stood open.
    pieces: Vec<Typed>,
    /// Whether that makes a secret: then nothing of this question is kept.
    secret: bool,
}

/// What Enter alone answers where a line is asked for, as it would be typed; `None`: nothing, or what is no text.
pub(super) fn suggestion(screen: &Screen) -> Option<&str> {
    let [line] = screen.default.as_slice() else { return None };
    // The words of a skip are no answer that could be changed.
    let skips =
        screen.options.iter().any(|skip| skip.value == *line && screen.default_words.as_ref() == Some(&skip.label));
    (screen.form == Form::Line && !skips).then_some(line.as_str())
}

impl History {
    /// Puts what Enter alone answers before all that was removed, until the question is left.
    pub(super) fn suggest(&mut self, text: Option<&str>) {
        self.suggested = text.filter(|text| judge(text, None) == Verdict::Clean).map(Typed::from);
    }

    /// Keeps a text, unless it looks like a secret, alone or with what was removed before it, or says nothing.
    pub(super) fn keep(&mut self, text: &str) {
        self.go_on();
        let text = text.trim();
        if text.is_empty() || judge(text, None) != Verdict::Clean {
            return;
        }
        self.pieces.push(text.into());
        self.secret |= self.makes_secret();
        if self.secret {
            let Self { texts, pieces, .. } = self;
            texts.retain(|known| !pieces.contains(known));
            return;
        }
        self.texts.retain(|known| **known != *text);
        self.texts.push(text.into());
        let over = self.texts.len().saturating_sub(MOST);
        self.texts.drain(..over);
    }

    /// Keeps the word that stood before those that were removed at once before it.
    pub(super) fn keep_word(&mut self, word: &str) {
        if let Some(before) = self.words.take() {
            let known = |piece: &Typed| **piece == *before.trim();
            drop(self.texts.pop_if(|last| known(last)));
            drop(self.pieces.pop_if(|last| known(last)));
            self.keep_words(&format!("{word}{}", &*before).into());
        } else {
            self.keep_words(&word.into());
        }
    }

    fn keep_words(&mut self, words: &Typed) {
        self.keep(words);
        self.words = Some(words.clone());
    }

    /// Whether the pieces make a secret together, in the order in which they went or the other way round.
    fn makes_secret(&self) -> bool {
        let last_first: Vec<&str> = self.pieces.iter().rev().map(|piece| &**piece).collect();
        let first_first: Vec<&str> = self.pieces.iter().map(|piece| &**piece).collect();
        [" ", ""].iter().any(|between| {
            let is_secret = |pieces: &[&str]| judge(&Typed::from(pieces.join(between)), None) != Verdict::Clean;
            is_secret(&last_first) || is_secret(&first_first)
        })
    }

    /// Something else was pressed: the next removal is one of its own.
    pub(super) fn go_on(&mut self) {
        self.words = None;
        self.back = 0;
    }

    /// The question is left, whichever way: what stood on its line does not come back on the next.
    pub(super) fn leave(&mut self) {
        self.go_on();
        self.draft = Typed::default();
        self.suggested = None;
        self.pieces.clear();
        self.secret = false;
    }

    /// The text before the one that is shown, for a line that holds `now`.
    pub(super) fn older(&mut self, now: &str) -> Option<Typed> {
        self.words = None;
        if self.back == 0 {
            self.draft = now.into();
        }
        let text = self.text(self.back)?;
        self.back += 1;
        Some(text)
    }

    /// The text behind the one that is shown; behind the last stands what was typed before.
    pub(super) fn newer(&mut self) -> Option<Typed> {
        self.words = None;
        self.back = self.back.checked_sub(1)?;
        let text = self.back.checked_sub(1).and_then(|back| self.text(back));
        Some(text.unwrap_or_else(|| std::mem::take(&mut self.draft)))
    }

    /// A text by how many came after it.
    fn text(&self, after: usize) -> Option<Typed> {
        let removed = self.texts.iter().filter(|text| Some(*text) != self.suggested.as_ref());
        removed.chain(&self.suggested).rev().nth(after).cloned()
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
    fn what_enter_alone_answers_comes_before_what_was_removed_and_is_not_removed_itself() {
        let mut history = History::default();
        history.keep("first");
        history.keep("second");
        history.suggest(Some("first"));
        assert_eq!(text(history.older("now")).as_deref(), Some("first"));
        assert_eq!(text(history.older("first")).as_deref(), Some("second"));
        assert_eq!(history.older("second"), None);
        assert_eq!(text(history.newer()).as_deref(), Some("first"));
        assert_eq!(text(history.newer()).as_deref(), Some("now"));
        assert_eq!(text(history.last()).as_deref(), Some("second"));
        history.leave();
        assert_eq!(text(history.older("")).as_deref(), Some("second"));
        history.suggest(Some("4111 1111 1111 1111"));
        assert_eq!(text(history.older("")).as_deref(), Some("first"));
    }

    #[test]
    fn words_removed_one_by_one_are_one_text_and_judged_as_one() {
        let mut history = History::default();
        for word in ["address ", "wallet ", "my "] {
            history.keep_word(word);
        }
        assert_eq!(text(history.last()).as_deref(), Some("my wallet address"));
        assert_eq!(history.texts.len(), 1);
        history.leave();
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

    #[test]
    fn what_stood_on_a_line_does_not_come_back_on_the_next_question() {
        let mut history = History::default();
        history.keep("first");
        assert_eq!(text(history.older("legal winner")).as_deref(), Some("first"));
        history.leave();
        assert_eq!(history.newer(), None);
        assert_eq!(*history.draft, *"");
        assert_eq!(text(history.older("")).as_deref(), Some("first"));
    }

    #[test]
    fn a_secret_removed_in_pieces_is_not_kept_in_parts() {
        let words = ["abandon"; 12];
        let mut history = History::default();
        history.keep("my order");
        history.leave();
        // Some words, a move, the next: from the end of the line, and from its beginning.
        for (at, _) in words.iter().enumerate().step_by(3) {
            for word in &words[at..at + 3] {
                history.keep_word(&format!("{word} "));
            }
            history.go_on();
        }
        assert_eq!(text(history.last()).as_deref(), Some("my order"));
        history.leave();
        let key = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";
        for at in (0..64).step_by(16) {
            history.keep(&key[at..at + 16]);
        }
        assert_eq!(text(history.last()).as_deref(), Some("my order"));
        history.leave();
        history.keep("my wallet");
        history.keep("is empty");
        assert_eq!(text(history.last()).as_deref(), Some("is empty"));
    }
}
