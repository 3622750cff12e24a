//! Bytes of a terminal to keys. Pure. Sequences and characters may arrive in pieces; what is unknown is swallowed whole,
//! so that no rest of it is taken for something typed.

use std::time::Duration;

/// What was pressed, as far as a line needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Char(char),
    /// Several lines at once count as one text.
    Paste(String),
    Enter,
    Escape,
    Interrupt,
    EndOfInput,
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    Backspace,
    Delete,
    DeleteWord,
    DeleteWordAfter,
    DeleteToStart,
    DeleteToEnd,
}

/// How long the rest of a sequence may be on its way before a lone Escape is believed.
const REST_OF_SEQUENCE: Duration = Duration::from_millis(100);

/// How long the rest of a pasted text may be on its way.
const REST_OF_PASTE: Duration = Duration::from_secs(1);

/// More than any key sends.
const LONGEST_SEQUENCE: usize = 64;

/// More than a line keeps.
const LONGEST_PASTE: usize = 128 * 1024;

const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// Collects bytes until they make keys.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
}

enum Step {
    Key(Key, usize),
    Swallow(usize),
    NeedMore,
}

impl Decoder {
    /// More bytes, as they came.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole key.
    pub(super) fn next(&mut self) -> Option<Key> {
        while !self.bytes.is_empty() {
            match step(&self.bytes) {
                Step::Key(key, used) => {
                    self.bytes.drain(..used);
                    return Some(key);
                }
                Step::Swallow(used) => drop(self.bytes.drain(..used)),
                Step::NeedMore => {
                    self.shorten_paste();
                    return None;
                }
            }
        }
        None
    }

    /// An endless paste keeps its beginning, and its last bytes in case they begin its end mark.
    fn shorten_paste(&mut self) {
        if self.bytes.len() > 2 * LONGEST_PASTE && self.bytes.starts_with(PASTE_BEGINS) {
            let rest = self.bytes.split_off(self.bytes.len() - PASTE_ENDS.len());
            self.bytes.truncate(LONGEST_PASTE);
            self.bytes.extend(rest);
        }
    }

    /// How long to wait for the rest of what has begun; `None`: nothing has.
    pub(super) fn patience(&self) -> Option<Duration> {
        if self.bytes.is_empty() {
            None
        } else if self.bytes.starts_with(PASTE_BEGINS) {
            Some(REST_OF_PASTE)
        } else {
            Some(REST_OF_SEQUENCE)
        }
    }

    /// The rest did not come: what has begun, as far as it means anything.
    pub(super) fn give_up(&mut self) -> Option<Key> {
        let bytes = std::mem::take(&mut self.bytes);
        if let Some(text) = bytes.strip_prefix(PASTE_BEGINS) {
            return Some(Key::Paste(String::from_utf8_lossy(text).into_owned()));
        }
        (bytes == b"\x1b").then_some(Key::Escape)
    }
}

fn step(bytes: &[u8]) -> Step {
    match bytes[0] {
        0x1b => escape(bytes),
        byte @ (0x00..=0x1f | 0x7f) => control(byte).map_or(Step::Swallow(1), |key| Step::Key(key, 1)),
        _ => character(bytes),
    }
}

fn control(byte: u8) -> Option<Key> {
    Some(match byte {
        0x01 => Key::Home,
        0x02 => Key::Left,
        0x03 => Key::Interrupt,
        0x04 => Key::EndOfInput,
        0x05 => Key::End,
        0x06 => Key::Right,
        0x08 | 0x7f => Key::Backspace,
        b'\n' | b'\r' => Key::Enter,
        0x0b => Key::DeleteToEnd,
        0x15 => Key::DeleteToStart,
        0x17 => Key::DeleteWord,
        _ => return None,
    })
}

fn character(bytes: &[u8]) -> Step {
    let length = match bytes[0] {
        0x00..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Swallow(1),
    };
    let Some(whole) = bytes.get(..length) else {
        let broken = bytes[1..].iter().position(|byte| !(0x80..=0xbf).contains(byte));
        return broken.map_or(Step::NeedMore, |at| Step::Swallow(at + 1));
    };
    match std::str::from_utf8(whole).ok().and_then(|text| text.chars().next()) {
        Some(character) if !character.is_control() => Step::Key(Key::Char(character), length),
        Some(_) => Step::Swallow(length),
        None => Step::Swallow(1),
    }
}

fn escape(bytes: &[u8]) -> Step {
    match bytes.get(1) {
        None => Step::NeedMore,
        Some(b'[') => control_sequence(bytes),
        Some(b'O') => match bytes.get(2) {
            None => Step::NeedMore,
            Some(last) => known(movement(*last, false), 3),
        },
        Some(0x1b) => Step::Key(Key::Escape, 1),
        Some(0x08 | 0x7f) => Step::Key(Key::DeleteWord, 2),
        Some(b'b') => Step::Key(Key::WordLeft, 2),
        Some(b'f') => Step::Key(Key::WordRight, 2),
        Some(b'd') => Step::Key(Key::DeleteWordAfter, 2),
        Some(_) => match character(&bytes[1..]) {
            Step::Key(_, used) | Step::Swallow(used) => Step::Swallow(1 + used),
            Step::NeedMore => Step::NeedMore,
        },
    }
}

/// `ESC [ … last`, where last lies in `@` to `~`.
fn control_sequence(bytes: &[u8]) -> Step {
    if bytes.starts_with(PASTE_BEGINS) {
        return paste(bytes);
    }
    if bytes.get(2) == Some(&b'[') {
        // Function keys of the Linux console have one byte more.
        return if bytes.len() < 4 { Step::NeedMore } else { Step::Swallow(4) };
    }
    let Some(end) = bytes.iter().skip(2).position(|byte| !(0x20..=0x3f).contains(byte)).map(|at| at + 2) else {
        return if bytes.len() < LONGEST_SEQUENCE { Step::NeedMore } else { Step::Swallow(bytes.len()) };
    };
    let last = bytes[end];
    if !(0x40..=0x7e).contains(&last) {
        return Step::Swallow(end);
    }
    let mut numbers = bytes[2..end].split(|byte| *byte == b';');
    let first = numbers.next().unwrap_or_default();
    let by_word = matches!(numbers.next(), Some(b"3" | b"5" | b"7"));
    let key = match (last, first) {
        (b'~', b"1" | b"7") => Some(Key::Home),
        (b'~', b"4" | b"8") => Some(Key::End),
        (b'~', b"3") => Some(Key::Delete),
        (b'~', _) => None,
        _ => movement(last, by_word),
    };
    known(key, end + 1)
}

fn paste(bytes: &[u8]) -> Step {
    let text = &bytes[PASTE_BEGINS.len()..];
    match text.windows(PASTE_ENDS.len()).position(|window| window == PASTE_ENDS) {
        Some(end) => Step::Key(
            Key::Paste(String::from_utf8_lossy(&text[..end]).into_owned()),
            PASTE_BEGINS.len() + end + PASTE_ENDS.len(),
        ),
        None => Step::NeedMore,
    }
}

fn movement(last: u8, by_word: bool) -> Option<Key> {
    Some(match (last, by_word) {
        (b'C', false) => Key::Right,
        (b'D', false) => Key::Left,
        (b'C', true) => Key::WordRight,
        (b'D', true) => Key::WordLeft,
        (b'H', _) => Key::Home,
        (b'F', _) => Key::End,
        (b'M', _) => Key::Enter,
        _ => return None,
    })
}

fn known(key: Option<Key>, used: usize) -> Step {
    key.map_or(Step::Swallow(used), |key| Step::Key(key, used))
}
