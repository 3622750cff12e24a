//! A typed line in one spelling: NFKC, one space between words, no control characters, no final stop.

use crate::wording::is_invisible;
use unicode_normalization::UnicodeNormalization as _;

/// A typed line, made comparable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plain {
    text: String,
    folded: String,
}

impl Plain {
    /// Full-width characters become plain ones; upper case stays beside a folded copy.
    pub(super) fn new(typed: &str) -> Self {
        let wide: String = typed
            .nfkc()
            .map(|c| if matches!(c, '\u{2018}' | '\u{2019}') { '\'' } else { c })
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control() && !is_invisible(*c))
            .collect();
        let mut text = wide.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let stop = text.trim_end_matches(['。', '.', ' ']).len();
        if stop > 0 {
            text.truncate(stop);
        }
        let folded = text.to_lowercase();
        Self { text, folded }
    }

    /// As typed, in one spelling.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// In lower case, for comparing.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// Whether nothing was typed.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
