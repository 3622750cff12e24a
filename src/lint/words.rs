//! Lists of words as people write them: `one, two, three`.

use std::sync::OnceLock;

/// Words with commas between them, taken apart when the first is looked for.
pub(super) struct List {
    text: &'static str,
    words: OnceLock<Vec<&'static str>>,
}

impl List {
    /// The words of `text`.
    pub(super) const fn new(text: &'static str) -> Self {
        Self { text, words: OnceLock::new() }
    }

    /// All of them, as they are written down.
    pub(super) fn all(&self) -> &[&'static str] {
        self.words.get_or_init(|| self.text.split(", ").collect())
    }

    /// Whether `word` is one.
    pub(super) fn has(&self, word: &str) -> bool {
        self.all().contains(&word)
    }
}
