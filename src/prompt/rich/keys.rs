//! Bytes of a terminal to keys. Pure. Sequences and characters may arrive in pieces; what is unknown is swallowed whole,
//! so that no rest of it is taken for something typed.

use std::time::Duration;
use zeroize::Zeroizing;

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
    bytes: Zeroizing<Vec<u8>>,
    /// How far a pasted text has been searched for its end.
    searched: usize,
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
            if self.bytes.starts_with(PASTE_BEGINS) {
                return self.paste();
            }
            match step(&self.bytes) {
                Step::Key(key, used) => {
                    self.bytes.drain(..used);
                    return Some(key);
                }
                Step::Swallow(used) => drop(self.bytes.drain(..used)),
                Step::NeedMore => return None,
            }
        }
        None
    }

    /// A pasted text, once its end is there. An endless one keeps its beginning.
    fn paste(&mut self) -> Option<Key> {
        let from = self.searched.max(PASTE_BEGINS.len());
        let end = self.bytes[from..].windows(PASTE_ENDS.len()).position(|window| window == PASTE_ENDS);
        if let Some(end) = end.map(|at| from + at) {
            let text = String::from_utf8_lossy(&self.bytes[PASTE_BEGINS.len()..end]).into_owned();
            self.bytes.drain(..end + PASTE_ENDS.len());
            self.searched = 0;
            return Some(Key::Paste(text));
        }
        // The last bytes may begin the end mark.
        self.searched = self.bytes.len().saturating_sub(PASTE_ENDS.len() - 1);
        if self.bytes.len() > 2 * LONGEST_PASTE {
            let rest = Zeroizing::new(self.bytes.split_off(self.searched));
            self.bytes.truncate(LONGEST_PASTE);
            self.bytes.extend_from_slice(&rest);
            self.searched = LONGEST_PASTE;
        }
        None
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
        self.searched = 0;
        if let Some(text) = bytes.strip_prefix(PASTE_BEGINS) {
            return Some(Key::Paste(String::from_utf8_lossy(text).into_owned()));
        }
        (bytes.as_slice() == b"\x1b").then_some(Key::Escape)
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
            // Enter of the number pad.
            Some(b'M') => Step::Key(Key::Enter, 3),
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
        (b'~', _) => None,
        _ => movement(last, by_word),
    };
    known(key, end + 1)
}

fn movement(last: u8, by_word: bool) -> Option<Key> {
    Some(match (last, by_word) {
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

#[cfg(test)]
mod tests {
    use super::{Decoder, Key};
    use proptest::collection::vec;
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use proptest::sample::{select, subsequence};

    fn keys(pieces: &[&[u8]]) -> Vec<Key> {
        let mut decoder = Decoder::default();
        let mut keys = Vec::new();
        for piece in pieces {
            decoder.feed(piece);
            keys.extend(std::iter::from_fn(|| decoder.next()));
        }
        keys.extend(decoder.give_up());
        keys
    }

    #[test]
    fn what_is_unknown_leaves_nothing_behind() {
        for unknown in [
            "\x1b[15~",
            "\x1b[1;2P",
            "\x1bOP",
            "\x1b[[A",
            "\x1b[?1;2c",
            "\x1b[<0;1;1M",
            "\x1bx",
            "\x1b包",
            "\x00",
            "\u{9b}",
        ] {
            assert_eq!(keys(&[unknown.as_bytes(), b"a"]), [Key::Char('a')], "{unknown:?}");
        }
    }

    #[test]
    fn escape_is_believed_when_nothing_follows() {
        assert_eq!(keys(&[b"\x1b"]), [Key::Escape]);
        assert_eq!(keys(&[b"\x1b", b"[", b"D"]), [Key::Left]);
        assert_eq!(keys(&[b"\x1b["]), []);
        assert_eq!(keys(&["包".as_bytes().split_at(1).0]), []);
    }

    #[test]
    fn an_endless_paste_keeps_its_beginning_and_ends() {
        let mut decoder = Decoder::default();
        decoder.feed(b"\x1b[200~");
        for _ in 0..5000 {
            decoder.feed(&[b'a'; 1000]);
            assert_eq!(decoder.next(), None);
        }
        decoder.feed(b"\x1b[20");
        assert_eq!(decoder.next(), None);
        decoder.feed(b"1~b");
        assert!(matches!(decoder.next(), Some(Key::Paste(text)) if text.len() > 100_000 && text.len() < 400_000));
        assert_eq!(decoder.next(), Some(Key::Char('b')));
    }

    const PIECES: [&[u8]; 14] = [
        b"\x1b",
        b"[",
        b"1;5",
        b"D",
        b"~",
        b"\x1b[200~",
        b"\x1b[201~",
        b"O",
        b"a",
        b"\r",
        "包".as_bytes(),
        "👨‍👩‍👧".as_bytes(),
        b"\xe5",
        b"\xf0\x9f",
    ];

    proptest! {
        #[test]
        fn pieces_make_the_same_keys_as_the_whole(parts in vec(select(PIECES.as_slice()), 0..12), cuts in subsequence((1..40_usize).collect::<Vec<_>>(), 0..6)) {
            let whole = parts.concat();
            let mut pieces = Vec::new();
            let mut start = 0;
            for cut in cuts.into_iter().filter(|cut| *cut < whole.len()) {
                pieces.push(&whole[start..cut]);
                start = cut;
            }
            pieces.push(&whole[start..]);
            prop_assert_eq!(keys(&pieces), keys(&[&whole]));
        }

        #[test]
        fn no_bytes_stop_the_decoder(bytes in vec(any::<u8>(), 0..200)) {
            keys(&[&bytes]);
        }
    }
}
