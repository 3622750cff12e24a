//! "I don't know".

use super::plain::Plain;
use crate::flow::step::TextFormat;
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

/// What people write where a number or an address is asked for that does not exist.
const NOTHING: [&str; 12] = ["没有", "没", "无", "暂无", "没有号码", "none", "no", "nothing", "n/a", "na", "-", "null"];

/// The last option of a list.
pub(super) fn label(lang: Lang) -> String {
    Message::new("answer-dont-know").text(lang)
}

/// Whether the line says "I don't know".
pub(super) fn is_meant(plain: &Plain) -> bool {
    WORDS.contains(&plain.folded())
}

/// Whether the line says that there is no such number or address. In a text of one's own it may be part of the story.
pub(super) fn is_none(plain: &Plain, format: TextFormat) -> bool {
    !matches!(format, TextFormat::Free | TextFormat::Error) && NOTHING.contains(&plain.folded())
}
