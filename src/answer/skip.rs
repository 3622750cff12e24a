//! "I don't know".

use super::plain::Plain;
use crate::i18n::{Lang, Message};

/// What files and conditions call it.
pub(super) const VALUE: &str = "unknown";

const WORDS: [&str; 12] = [
    "unknown",
    "不知道",
    "不清楚",
    "不确定",
    "不记得",
    "i don't know",
    "i dont know",
    "don't know",
    "dont know",
    "not sure",
    "idk",
    "i'm not sure",
];

/// The last option of a list.
pub(super) fn label(lang: Lang) -> String {
    Message::new("answer-dont-know").text(lang)
}

/// Whether the line says "I don't know".
pub(super) fn is_meant(plain: &Plain) -> bool {
    WORDS.contains(&plain.folded())
}
