//! The first bytes of what came to the key that they are. Terminals send keys as they like: in cursor and application
//! mode, of the number pad, with modifiers; what is no key of ours is swallowed whole.

use super::keys::Key;

/// More than any key sends.
const LONGEST_SEQUENCE: usize = 64;

/// More than a terminal says of itself: a title, a colour, what it can do.
const LONGEST_STRING: usize = 4096;

/// What can be said of some bytes.
pub(super) enum Step {
    /// A key, and how many bytes it took.
    Key(Key, usize),
    /// So many bytes mean nothing here.
    Swallow(usize),
    /// The rest is still on its way.
    NeedMore,
}

/// What the first bytes are.
pub(super) fn step(bytes: &[u8]) -> Step {
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
        0x0c => Key::Redraw,
        0x0e => Key::Down,
        0x10 => Key::Up,
        0x15 => Key::DeleteToStart,
        0x16 => Key::PageDown,
        0x17 => Key::DeleteWord,
        0x19 => Key::BringBack,
        0x1a => Key::Suspend,
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
            Some(last) => known(number_pad(*last).or_else(|| movement(*last, false)), 3),
        },
        Some(b']' | b'P' | b'X' | b'^' | b'_') => control_string(bytes),
        Some(0x1b) => match bytes.get(2) {
            // The rest of it may be on its way.
            None => Step::NeedMore,
            // An arrow with Alt held down, as rxvt and PuTTY send it.
            Some(b'[' | b'O') => match escape(&bytes[1..]) {
                Step::Key(key, used) => Step::Key(key, 1 + used),
                Step::Swallow(used) => Step::Swallow(1 + used),
                Step::NeedMore => Step::NeedMore,
            },
            Some(_) => Step::Key(Key::Escape, 1),
        },
        Some(0x08 | 0x7f) => Step::Key(Key::DeleteWord, 2),
        Some(b'b') => Step::Key(Key::WordLeft, 2),
        Some(b'f') => Step::Key(Key::WordRight, 2),
        Some(b'd') => Step::Key(Key::DeleteWordAfter, 2),
        Some(b'v') => Step::Key(Key::PageUp, 2),
        Some(_) => match character(&bytes[1..]) {
            Step::Key(_, used) | Step::Swallow(used) => Step::Swallow(1 + used),
            Step::NeedMore => Step::NeedMore,
        },
    }
}

/// `ESC [ … last`, where last lies in `@` to `~`.
fn control_sequence(bytes: &[u8]) -> Step {
    if bytes.get(2) == Some(&b'[') {
        // Function keys of the Linux console have one byte more.
        return if bytes.len() < 4 { Step::NeedMore } else { Step::Swallow(4) };
    }
    let begun = &bytes[..bytes.len().min(LONGEST_SEQUENCE)];
    let Some(end) = begun.iter().skip(2).position(|byte| !(0x20..=0x3f).contains(byte)).map(|at| at + 2) else {
        return if begun.len() < LONGEST_SEQUENCE { Step::NeedMore } else { Step::Swallow(LONGEST_SEQUENCE) };
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
        (b'~', b"5") => Some(Key::PageUp),
        (b'~', b"6") => Some(Key::PageDown),
        (b'~', _) => None,
        _ => movement(last, by_word),
    };
    known(key, end + 1)
}

/// `ESC ] … BEL`, `ESC P … ESC \` and the like (ECMA-48, 5.6): what a terminal says by itself. Any other control ends it
/// before its time, so that Enter and Ctrl-C do what they do.
fn control_string(bytes: &[u8]) -> Step {
    let begun = &bytes[..bytes.len().min(LONGEST_STRING)];
    let Some(end) = begun.iter().skip(2).position(|byte| *byte < 0x20).map(|at| at + 2) else {
        return if begun.len() < LONGEST_STRING { Step::NeedMore } else { Step::Swallow(LONGEST_STRING) };
    };
    match (bytes[end], bytes.get(end + 1)) {
        (0x07, _) => Step::Swallow(end + 1),
        (0x1b, None) => Step::NeedMore,
        (0x1b, Some(b'\\')) => Step::Swallow(end + 2),
        _ => Step::Swallow(end),
    }
}

/// The number pad in application mode, which some program before may have left switched on: what is printed on its keys.
fn number_pad(last: u8) -> Option<Key> {
    Some(match last {
        b'M' => Key::Enter,
        b'p'..=b'y' => Key::Char(char::from(last - b'p' + b'0')),
        b'j'..=b'o' => Key::Char(char::from(last - b'j' + b'*')),
        b' ' => Key::Char(' '),
        _ => return None,
    })
}

fn movement(last: u8, by_word: bool) -> Option<Key> {
    Some(match (last, by_word) {
        (b'A', _) => Key::Up,
        (b'B', _) => Key::Down,
        (b'C', false) => Key::Right,
        (b'D', false) => Key::Left,
        (b'C', true) => Key::WordRight,
        (b'D', true) => Key::WordLeft,
        (b'H', _) => Key::Home,
        (b'F', _) => Key::End,
        _ => return None,
    })
}

fn known(key: Option<Key>, used: usize) -> Step {
    key.map_or(Step::Swallow(used), |key| Step::Key(key, used))
}
