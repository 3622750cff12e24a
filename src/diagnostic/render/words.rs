//! Everything that a finding says, for formats that have one text for it.

use crate::diagnostic::Diagnostic;
use crate::i18n::{Lang, Message};

/// The sentence, then on lines of their own what would be right and the answers that show it.
pub(super) fn all(diagnostic: &Diagnostic, lang: Lang) -> String {
    let mut text = diagnostic.message.text(lang);
    if let Some(help) = &diagnostic.help {
        text.push('\n');
        text.push_str(&Message::new("files-help-line").with("help", help.clone()).text(lang));
    }
    if let Some(example) = &diagnostic.example {
        text.push('\n');
        text.push_str(&Message::new("files-example").text(lang));
        text.push('\n');
        text.push_str(example.trim_end());
    }
    text
}
