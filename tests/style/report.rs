//! What was found, all of it, as a person mends it.

use super::texts::Text;
use walletfix::i18n::Lang;

/// Every rule.
pub(super) const RULES: [&str; 28] = [
    "banned",
    "commas",
    "dash",
    "ellipsis",
    "exclamation",
    "final",
    "full-width",
    "half-width",
    "length",
    "money",
    "number",
    "options",
    "pair",
    "percent",
    "placeholders",
    "please",
    "prefix",
    "question",
    "quotes",
    "range",
    "screen",
    "serial-comma",
    "sign",
    "slash",
    "space",
    "urgent",
    "width",
    "you",
];

/// A breach of a rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Breach {
    /// `flows/transfer-failed.toml`.
    pub(super) file: String,
    /// Of the text in its language.
    pub(super) line: usize,
    /// `step.kind.ask`.
    pub(super) path: String,
    /// `space`.
    pub(super) rule: &'static str,
    /// What it says.
    words: String,
    /// What would be right.
    right: String,
}

/// Breaches of one text in one language.
pub(super) struct Report<'r> {
    text: &'r Text,
    lang: Lang,
    breaches: &'r mut Vec<Breach>,
}

impl<'r> Report<'r> {
    /// Of this text.
    pub(super) fn of(text: &'r Text, lang: Lang, breaches: &'r mut Vec<Breach>) -> Self {
        Self { text, lang, breaches }
    }

    /// Notes a breach and what would be right.
    pub(super) fn add(&mut self, rule: &'static str, right: &str) {
        assert!(RULES.contains(&rule), "no rule is called {rule}");
        let at = self.lang as usize;
        let breach = Breach {
            file: self.text.file[at].clone(),
            line: self.text.line[at],
            path: self.text.path.clone(),
            rule,
            words: self.text.words[at].clone(),
            right: right.to_owned(),
        };
        self.breaches.push(breach);
    }
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, line, path, rule, words, right } = self;
        write!(f, "{file}:{line} ({path}) {rule}\n    {words}\n    right: {right}")
    }
}
