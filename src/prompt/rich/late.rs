//! The rest of a key whose Escape was believed too early: over a slow line an arrow key passes for Escape first, and what
//! comes of it then is no text. Pure, but for the clock.

use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// How late the rest may come.
const LATEST: Duration = Duration::from_secs(1);

/// More than any key sends.
const LONGEST: usize = 16;

/// What came behind an Escape that was believed.
#[derive(Debug)]
pub(super) struct Late {
    since: Instant,
    held: Zeroizing<Vec<u8>>,
}

/// What bytes are that come right behind an Escape.
#[derive(Debug, PartialEq, Eq)]
enum Rest {
    /// So many of them end the sequence.
    Whole(usize),
    /// More may come.
    Begun,
    /// They were typed.
    None,
}

impl Late {
    /// An Escape was believed just now.
    pub(super) fn new() -> Self {
        Self { since: Instant::now(), held: Zeroizing::default() }
    }

    /// How long the rest may still be on its way.
    pub(super) fn patience(&self) -> Duration {
        LATEST.saturating_sub(self.since.elapsed())
    }

    /// Whether some of it is there, which may yet turn out to be text.
    pub(super) fn is_begun(&self) -> bool {
        !self.held.is_empty()
    }

    /// More bytes, as they came: what of all there is was typed, or begins a pasted text. `None`: that is not known yet.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let at_once = self.held.is_empty();
        self.held.extend_from_slice(bytes);
        if self.patience().is_zero() {
            return Some(std::mem::take(&mut self.held));
        }
        match rest(&self.held, at_once) {
            Rest::Begun => None,
            Rest::None => Some(std::mem::take(&mut self.held)),
            Rest::Whole(_) if self.held.starts_with(PASTE_BEGINS) => {
                Some(Zeroizing::new([b"\x1b", self.held.as_slice()].concat()))
            }
            Rest::Whole(length) => Some(Zeroizing::new(self.held.split_off(length))),
        }
    }

    /// What has come, if the rest of it is on its way for too long: then it was typed.
    pub(super) fn give_up(&mut self) -> Option<Zeroizing<Vec<u8>>> {
        self.patience().is_zero().then(|| std::mem::take(&mut self.held))
    }
}

/// The mark before a pasted text, without its Escape.
const PASTE_BEGINS: &[u8] = b"[200~";

/// Keys with numbers end in their own way. Without, only what moves the cursor and the first function keys, and, where all
/// came `at_once`, no letter behind it: that would be a word.
fn rest(bytes: &[u8], at_once: bool) -> Rest {
    let numbers = match bytes {
        [b'[', rest @ ..] => rest.iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b';')).count(),
        [b'O', ..] => 0,
        _ => return Rest::None,
    };
    let Some((last, behind)) = bytes[1 + numbers..].split_first() else {
        return if bytes.len() < LONGEST { Rest::Begun } else { Rest::None };
    };
    let is_known = match last {
        b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S' => true,
        b'Z' => bytes[0] == b'[',
        b'~' => numbers > 0,
        _ => false,
    };
    let is_word = at_once && numbers == 0 && behind.first().is_some_and(u8::is_ascii_alphanumeric);
    if is_known && !is_word { Rest::Whole(2 + numbers) } else { Rest::None }
}

#[cfg(test)]
mod tests {
    use super::{LATEST, Late};
    use std::time::Instant;

    fn taken(late: &mut Late, bytes: &[u8]) -> Option<String> {
        late.take(bytes).map(|text| String::from_utf8(text.to_vec()).unwrap())
    }

    #[test]
    fn a_late_rest_is_a_whole_sequence_and_nothing_that_somebody_types() {
        for whole in ["[A", "OB", "[1;5D", "[3~", "OP", "[15~", "[201~"] {
            for behind in ["", "\x1b[B", "\r"] {
                assert_eq!(taken(&mut Late::new(), format!("{whole}{behind}").as_bytes()).as_deref(), Some(behind));
            }
            let mut late = Late::new();
            let (last, before) = whole.as_bytes().split_last().unwrap();
            for byte in before {
                assert_eq!(late.take(&[*byte]), None, "{whole}");
                assert!(late.is_begun());
            }
            assert_eq!(taken(&mut late, &[*last]).as_deref(), Some(""), "{whole}");
        }
        for typed in ["OK", "On", "OAK", "[Amount", "a", "[I", "[~", "[12]", "[ ", "\x1b", "包"] {
            assert_eq!(taken(&mut Late::new(), typed.as_bytes()).as_deref(), Some(typed));
        }
        assert_eq!(taken(&mut Late::new(), b"[111111111111111").as_deref(), Some("[111111111111111"));
    }

    #[test]
    fn a_late_paste_is_a_paste_and_time_makes_text_of_everything() {
        let mut late = Late::new();
        assert_eq!(late.take(b"[20"), None);
        assert_eq!(taken(&mut late, b"0~a\rb").as_deref(), Some("\x1b[200~a\rb"));
        let Some(before) = Instant::now().checked_sub(LATEST) else { return };
        let mut late = Late { since: before, ..Late::new() };
        assert_eq!(taken(&mut late, b"[A").as_deref(), Some("[A"));
        let mut late = Late::new();
        assert_eq!((late.take(b"["), late.give_up()), (None, None));
        late.since = before;
        assert_eq!(late.give_up().as_deref().map(Vec::as_slice), Some(b"[".as_slice()));
    }
}
