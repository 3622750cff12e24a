//! Bytes of a terminal to keys. Pure. Sequences and characters may arrive in pieces; what is unknown is swallowed whole,
//! so that no rest of it is taken for something typed.

use super::sequence::{Step, step};
use crate::prompt::Typed;
use std::time::Duration;
use zeroize::{Zeroize as _, Zeroizing};

/// What was pressed, as far as a prompt needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Char(char),
    /// Several lines at once count as one text.
    Paste(Typed),
    Enter,
    Escape,
    Interrupt,
    EndOfInput,
    /// Ctrl-Z.
    Suspend,
    /// Ctrl-L: after something else wrote on the screen.
    Redraw,
    Up,
    Down,
    PageUp,
    PageDown,
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
    /// Ctrl-Y: what was removed last comes back.
    BringBack,
}

/// How long the rest of a sequence may be on its way before a lone Escape is believed; and that of a string, which a
/// terminal says by itself and all at once, so that Alt and a bracket swallow nothing that is typed.
const REST_BEHIND_ESCAPE: Duration = Duration::from_millis(100);

/// How long the rest of a sequence may be on its way that is more than Escape.
const REST_OF_SEQUENCE: Duration = Duration::from_secs(5);

/// How long the rest of a character may be on its way. Whatever comes instead of it ends the wait.
const REST_OF_CHARACTER: Duration = Duration::from_secs(60);

/// How long the rest of a pasted text may be on its way.
const REST_OF_PASTE: Duration = Duration::from_secs(10);

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
                    self.forget(used);
                    return Some(key);
                }
                Step::Swallow(used) => self.forget(used),
                Step::NeedMore => return None,
            }
        }
        None
    }

    /// Bytes that are a key now; of the last nothing stays in memory.
    fn forget(&mut self, used: usize) {
        self.bytes.drain(..used);
        if self.bytes.is_empty() {
            self.bytes.zeroize();
        }
    }

    /// A pasted text, once its end is there. An endless one keeps its beginning.
    fn paste(&mut self) -> Option<Key> {
        let from = self.searched.max(PASTE_BEGINS.len());
        let end = self.bytes[from..].windows(PASTE_ENDS.len()).position(|window| window == PASTE_ENDS);
        if let Some(end) = end.map(|at| from + at) {
            let text = pasted(&self.bytes[PASTE_BEGINS.len()..end]);
            self.forget(end + PASTE_ENDS.len());
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
        match self.bytes.as_slice() {
            [] => None,
            bytes if bytes.starts_with(PASTE_BEGINS) => Some(REST_OF_PASTE),
            [0x1b, b']' | b'P' | b'X' | b'^' | b'_', ..] => Some(REST_BEHIND_ESCAPE),
            bytes if bytes.iter().all(|byte| *byte == 0x1b) => Some(REST_BEHIND_ESCAPE),
            [0x1b, ..] => Some(REST_OF_SEQUENCE),
            _ => Some(REST_OF_CHARACTER),
        }
    }

    /// The rest did not come: what has begun, as far as it means anything.
    pub(super) fn give_up(&mut self) -> Option<Key> {
        if self.bytes.len() > 1 && self.bytes.iter().all(|byte| *byte == 0x1b) {
            self.forget(1);
            return Some(Key::Escape);
        }
        let bytes = std::mem::take(&mut self.bytes);
        self.searched = 0;
        if let Some(text) = bytes.strip_prefix(PASTE_BEGINS) {
            return Some(Key::Paste(pasted(text)));
        }
        (bytes.as_slice() == b"\x1b").then_some(Key::Escape)
    }
}

fn pasted(bytes: &[u8]) -> Typed {
    Typed::from(String::from_utf8_lossy(bytes).into_owned())
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
        keys.extend(std::iter::from_fn(|| decoder.give_up()));
        keys
    }

    #[test]
    fn what_is_unknown_leaves_nothing_behind() {
        for unknown in [
            "\x1b[15~",
            "\x1b[1;2P",
            "\x1bOP",
            "\x1bO~",
            "\x1b[I",
            "\x1b[[A",
            "\x1b[?1;2c",
            "\x1b[<0;1;1M",
            "\x1bx",
            "\x1b包",
            "\x00",
            "\u{9b}",
            "\x1b]0;a title\x07",
            "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
            "\x1bP>|a terminal\x1b\\",
            "\x1b_a\x1b\\",
            "\x1b^包\x1b\\",
            "\x1bXa\x1b\\",
        ] {
            assert_eq!(keys(&[unknown.as_bytes(), b"a"]), [Key::Char('a')], "{unknown:?}");
        }
    }

    #[test]
    fn a_key_is_known_in_every_spelling_that_terminals_have_for_it() {
        for (key, spellings) in [
            (Key::Up, ["\x1b[A", "\x1bOA", "\x1b[1;2A", "\x10"]),
            (Key::Down, ["\x1b[B", "\x1bOB", "\x1b[1;5B", "\x0e"]),
            (Key::Up, ["\x1b\x1b[A", "\x1b\x1bOA", "\x1b[1;3A", "\x10"]),
            (Key::PageUp, ["\x1b[5~", "\x1b[5;5~", "\x1bv", "\x1b[5;3~"]),
            (Key::PageDown, ["\x1b[6~", "\x1b[6;2~", "\x16", "\x1b[6;3~"]),
            (Key::Home, ["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"]),
            (Key::Char('3'), ["3", "\x1bOs", "\x1bOs", "3"]),
            (Key::End, ["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"]),
        ] {
            for spelling in spellings {
                assert_eq!(keys(&[spelling.as_bytes()]), std::slice::from_ref(&key), "{spelling:?}");
            }
        }
    }

    #[test]
    fn only_a_lone_escape_is_believed_soon() {
        let patience = |bytes: &[u8]| {
            let mut decoder = Decoder::default();
            decoder.feed(bytes);
            assert_eq!(decoder.next(), None);
            decoder.patience().map(|patience| patience.as_millis())
        };
        for (begun, least) in [
            ("\x1b", 50..=150),
            ("\x1b\x1b", 50..=150),
            ("\x1b]0;a", 50..=150),
            ("\x1b[", 4_000..=9_000),
            ("\x1b[1;", 4_000..=9_000),
            ("\x1bO", 4_000..=9_000),
            ("\x1b\x1b[", 4_000..=9_000),
            ("\x1b[200", 4_000..=9_000),
            ("\x1b[200~a\r", 4_000..=20_000),
        ] {
            assert!(patience(begun.as_bytes()).is_some_and(|patience| least.contains(&patience)), "{begun:?}");
        }
        assert!(patience(b"\xe9\x92").is_some_and(|patience| patience > 20_000));
        assert_eq!(patience(b""), None);
    }

    #[test]
    fn escape_is_believed_when_nothing_follows() {
        assert_eq!(keys(&[b"\x1b"]), [Key::Escape]);
        assert_eq!(keys(&[b"\x1b", b"[", b"D"]), [Key::Left]);
        assert_eq!(keys(&[b"\x1b", b"\x1b"]), [Key::Escape, Key::Escape]);
        assert_eq!(keys(&[b"\x1b\x1b\x1b"]), [Key::Escape, Key::Escape, Key::Escape]);
        assert_eq!(keys(&[b"\x1b["]), []);
        assert_eq!(keys(&["包".as_bytes().split_at(1).0]), []);
    }

    #[test]
    fn a_string_without_its_end_swallows_no_key_and_has_an_end() {
        assert_eq!(keys(&[b"\x1b]0;a\x03"]), [Key::Interrupt]);
        assert_eq!(keys(&[b"\x1bPa\x1b[A"]), [Key::Up]);
        assert_eq!(keys(&[b"\x1b]0;a"]), []);
        let endless = [b"\x1b]".as_slice(), &[b'a'; 5000]].concat();
        assert_eq!(keys(&[&endless]).len(), 5002 - 4096);
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

    const PIECES: [&[u8]; 18] = [
        b"\x1b",
        b"[",
        b"1;5",
        b"D",
        b"~",
        b"\x1b[200~",
        b"\x1b[201~",
        b"O",
        b"]",
        b"P",
        b"\\",
        b"\x07",
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
