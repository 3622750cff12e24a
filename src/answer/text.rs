//! One line of text. What a wallet shows is quoted, so next to nothing is refused and little is changed.

use super::command::unescaped;
use crate::flow::step::TextFormat;
use crate::i18n::Message;
use crate::wording::is_invisible;
use unicode_normalization::UnicodeNormalization as _;

/// Longest text in characters.
const LONGEST: usize = 500;

/// Reads a text: one line, no control characters, cut with a notice. `None`: nothing is left.
pub(super) fn read(typed: &str, format: TextFormat, escapes: bool) -> Option<(String, Option<Message>)> {
    let typed = typed.trim();
    let line = one_line(if escapes { unescaped(typed) } else { typed });
    let text = match format {
        TextFormat::Free | TextFormat::Error => line,
        TextFormat::Phone => plain(&line),
        TextFormat::OrderId | TextFormat::TxHash | TextFormat::Address | TextFormat::Email | TextFormat::Url => {
            code(&plain(&line))
        }
    };
    let length = text.chars().count();
    if length > LONGEST {
        // What is left reads as the same text again, so that a file can give it back.
        let cut: String = text.chars().take(LONGEST).collect();
        let notice = Message::new("text-cut").with("length", length.to_string()).with("longest", LONGEST);
        return read(&cut, format, false).map(|(text, _)| (text, Some(notice)));
    }
    (!text.is_empty()).then_some((text, None))
}

/// The message where a text is needed and there is none.
pub(super) fn empty() -> Message {
    Message::new("text-empty")
}

/// How to write it, where the format says more than the question.
pub(super) fn example(format: TextFormat) -> Option<Message> {
    let key = match format {
        TextFormat::Free => return None,
        TextFormat::Error => "text-example-error",
        TextFormat::OrderId => "text-example-order-id",
        TextFormat::TxHash => "text-example-tx-hash",
        TextFormat::Address => "text-example-address",
        TextFormat::Email => "text-example-email",
        TextFormat::Phone => "text-example-phone",
        TextFormat::Url => "text-example-url",
    };
    Some(Message::new(key))
}

fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Full-width digits and letters as plain ones; the full stop after it is no part of it.
fn plain(line: &str) -> String {
    one_line(&line.nfkc().collect::<String>()).trim_end_matches(['。', '.', ',', ';', ' ']).to_owned()
}

/// A long code that was wrapped in a mail or shown in groups loses its spaces; anything that has words keeps them.
fn code(line: &str) -> String {
    let wrapped = line.contains(' ')
        && line.chars().all(|c| c == ' ' || c.is_ascii_hexdigit() || c == 'x')
        && line.chars().any(|c| c.is_ascii_digit());
    if wrapped { line.replace(' ', "") } else { line.to_owned() }
}
