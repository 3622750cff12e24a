//! Asking people: the same screen by plain lines, by a script and on a real terminal.

#[cfg(unix)]
mod confirm;
#[cfg(unix)]
mod history;
#[cfg(unix)]
mod lists;
mod mode;
mod plain;
#[cfg(unix)]
mod rich;
mod script;

use walletfix::i18n::Lang;
use walletfix::prompt::{Form, Screen, ScreenOption};

/// A screen with nothing but a question.
fn screen(lang: Lang, form: Form, text: &str) -> Screen {
    Screen {
        path: "balance".to_owned(),
        visit: 1,
        lang,
        form,
        title: None,
        notices: Vec::new(),
        text: text.to_owned(),
        channels: Vec::new(),
        options: Vec::new(),
        default: Vec::new(),
        default_words: None,
        format_words: None,
        ahead: None,
        urgent: false,
    }
}

/// Options by value and label.
fn options(pairs: &[(&str, &str)]) -> Vec<ScreenOption> {
    pairs
        .iter()
        .map(|(value, label)| ScreenOption { value: (*value).to_owned(), label: (*label).to_owned(), heading: None })
        .collect()
}
