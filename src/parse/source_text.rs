//! Bytes to text: what a file must be before anybody reads TOML in it.

use crate::diagnostic::{Diagnostic, Rule};
use crate::i18n::Message;
use crate::source::{Source, Span};
use std::borrow::Cow;
use std::sync::Arc;

/// More bad characters than this in one file say nothing new.
const ENOUGH: usize = 20;

/// The text of a file and what is wrong with it as text.
#[derive(Debug)]
pub struct SourceText {
    /// What mistakes point into; of a file that is not UTF-8, as much of it as can be shown.
    pub source: Arc<Source>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it can be read as TOML at all.
    pub readable: bool,
}

/// Decodes a file. A byte order mark is dropped; both kinds of line ends are fine.
pub fn read(name: &str, bytes: Cow<'_, [u8]>) -> SourceText {
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => Cow::Owned(rest.to_owned()),
        None => bytes,
    };
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || looks_like_utf16(&bytes) {
        let source = Source::new(name, String::new());
        return unreadable(&source, Span::default(), "not-utf8-utf16");
    }
    match String::from_utf8(bytes.into_owned()) {
        Ok(text) => {
            let source = Source::new(name, text);
            let (diagnostics, readable) = bad_characters(&source);
            SourceText { source, diagnostics, readable }
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let source = Source::new(name, String::from_utf8_lossy(error.as_bytes()).into_owned());
            unreadable(&source, Span { start: at, end: at + char::REPLACEMENT_CHARACTER.len_utf8() }, "not-utf8")
        }
    }
}

fn unreadable(source: &Arc<Source>, span: Span, key: &str) -> SourceText {
    let diagnostic =
        Diagnostic::new(Rule::NotUtf8, source, span, Message::new(key)).help(Message::new("not-utf8-help"));
    SourceText { source: Arc::clone(source), diagnostics: vec![diagnostic], readable: false }
}

/// UTF-16 without a byte order mark: ASCII in it has every other byte 0.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    head.len() >= 4 && head.iter().filter(|&&byte| byte == 0).count() * 3 >= head.len()
}

/// What a byte can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// No bad character.
    Nothing,
    /// A control character.
    Control,
    /// A bad character, if the second byte is one of [`second`].
    Other,
}

/// What each byte can begin: nearly every file has no bad character, so that one look at each byte has to do.
static BEGINS: [Begins; 256] = {
    let mut table = [Begins::Nothing; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = Begins::Control;
        byte += 1;
    }
    (table[b'\t' as usize], table[b'\n' as usize], table[b'\r' as usize]) =
        (Begins::Nothing, Begins::Nothing, Begins::Nothing);
    table[0x7f] = Begins::Control;
    (table[0xc2], table[0xd8], table[0xe1]) = (Begins::Other, Begins::Other, Begins::Other);
    (table[0xe2], table[0xef], table[0xf3]) = (Begins::Other, Begins::Other, Begins::Other);
    table
};

/// Whether a bad character can begin with these two bytes.
fn second(first: u8, second: u8) -> bool {
    match first {
        0xc2 => second < 0xa0,
        0xd8 => second == 0x9c,
        0xe2 => matches!(second, 0x80 | 0x81),
        0xef => matches!(second, 0xbb | 0xbf),
        // U+180E, and tags, which are U+E0000 and what follows.
        _ => second == 0xa0,
    }
}

/// Characters that nobody sees but that change what people or terminals read. The text stays readable as TOML unless
/// one of them is a control character, of which the TOML reader would complain again.
fn bad_characters(source: &Arc<Source>) -> (Vec<Diagnostic>, bool) {
    let text = source.text.as_str();
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut readable = true;
    let mut at = 0;
    while found.len() < ENOUGH
        && let Some(next) = bytes[at..].iter().position(|byte| BEGINS[usize::from(*byte)] != Begins::Nothing)
    {
        at += next;
        let can_be = match BEGINS[usize::from(bytes[at])] {
            Begins::Other => bytes.get(at + 1).is_some_and(|byte| second(bytes[at], *byte)),
            Begins::Control | Begins::Nothing => true,
        };
        if can_be
            && let Some(character) = text.get(at..).and_then(|rest| rest.chars().next())
            && is_bad(character)
        {
            readable &= !character.is_control();
            let span = Span { start: at, end: at + character.len_utf8() };
            found.push(report(source, span, character));
            at = span.end;
        } else {
            at += 1;
        }
    }
    (found, readable)
}

/// The finding of one bad character.
pub(super) fn report(source: &Arc<Source>, span: Span, character: char) -> Diagnostic {
    let key = match character {
        '\u{1b}' => "bad-character-escape",
        _ if character.is_control() => "bad-character-control",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => "bad-character-bidi",
        _ => "bad-character-invisible",
    };
    let message = Message::new(key).with("code", format!("U+{:04X}", u32::from(character)));
    Diagnostic::new(Rule::BadCharacter, source, span, message).help(Message::new("bad-character-help"))
}

/// Controls, terminal escapes, marks that reorder text, and characters without width.
pub(super) fn is_bad(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => character.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::{BEGINS, Begins, is_bad, second};

    #[test]
    fn no_bad_character_is_overlooked() {
        let mut bytes = [0; 4];
        for character in (0..=0x0010_ffff).filter_map(char::from_u32).filter(|character| is_bad(*character)) {
            let written = character.encode_utf8(&mut bytes).as_bytes();
            let begins = match BEGINS[usize::from(written[0])] {
                Begins::Nothing => false,
                Begins::Control => true,
                Begins::Other => second(written[0], written[1]),
            };
            assert!(begins, "U+{:04X}", u32::from(character));
        }
    }
}
