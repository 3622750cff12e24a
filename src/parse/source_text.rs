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

/// Characters that nobody sees but that change what people or terminals read. The text stays readable as TOML unless
/// one of them is a control character, of which the TOML reader would complain again.
fn bad_characters(source: &Arc<Source>) -> (Vec<Diagnostic>, bool) {
    let text = source.text.as_str();
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut readable = true;
    let mut at = 0;
    // Byte by byte, since nearly every file has none: only bytes that can begin one are decoded.
    while at < bytes.len() && found.len() < ENOUGH {
        let suspicious = match bytes[at] {
            b'\t' | b'\n' | b'\r' => false,
            0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3 => true,
            _ => false,
        };
        if suspicious
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
