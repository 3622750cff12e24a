//! Lines from an input, one at a time. What has been handed out is wiped from the buffer at once: the standard library's
//! own buffer for standard input lives as long as the program, and keeps what was typed.

use super::typed::Typed;
use std::io::{self, ErrorKind, Read};
use zeroize::{Zeroize, Zeroizing};

/// More than anybody types; what follows on the same line is dropped.
pub(super) const LONGEST: usize = 64 * 1024;

/// As much as one call of the system hands over.
const BUFFER: usize = 8 * 1024;

/// Reads lines and holds what came after them.
pub(super) struct Lines<R> {
    input: R,
    buffer: Zeroizing<Vec<u8>>,
    /// What of the buffer has been read and not yet handed out.
    from: usize,
    to: usize,
    /// The end of a terminal's input is said once only.
    ended: bool,
}

impl<R: Read> Lines<R> {
    /// The lines of `input`.
    pub(super) fn of(input: R) -> Self {
        Self { input, buffer: Zeroizing::new(vec![0; BUFFER]), from: 0, to: 0, ended: false }
    }

    /// What the lines come from, with what was read ahead of them wiped.
    pub(super) fn into_input(self) -> R {
        self.input
    }

    /// Whether more has been read than handed out.
    pub(super) fn holds_more(&self) -> bool {
        self.from < self.to
    }

    /// Adds the next line and its end to `bytes`, which is never made longer than [`LONGEST`]. `false`: the input has
    /// ended, and nothing was added.
    pub(super) fn next(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let mut read_any = false;
        loop {
            if !self.holds_more() && !self.fill()? {
                return Ok(read_any);
            }
            read_any = true;
            let held = &mut self.buffer[self.from..self.to];
            let end = held.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let used = end.unwrap_or(held.len());
            let fits = used.min(LONGEST.saturating_sub(bytes.len()));
            bytes.extend_from_slice(&held[..fits]);
            held[..used].zeroize();
            self.from += used;
            if end.is_some() {
                return Ok(true);
            }
        }
    }

    fn fill(&mut self) -> io::Result<bool> {
        while !self.ended {
            match self.input.read(&mut self.buffer) {
                Ok(read) => {
                    (self.from, self.to, self.ended) = (0, read, read == 0);
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }
}

/// Lines as they are passed on: without the end of the last one and without control characters, tabs as spaces. Invalid
/// UTF-8 reads as replacement characters.
pub(super) fn typed(bytes: &[u8]) -> Typed {
    let text = Zeroizing::new(String::from_utf8_lossy(bytes).into_owned());
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = text.strip_suffix('\n').unwrap_or(text);
    let kept = text.chars().map(|character| if character == '\t' { ' ' } else { character });
    Typed::from(kept.filter(|character| *character == '\n' || !character.is_control()).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use std::io::Cursor;

    #[test]
    fn what_was_handed_out_is_gone_and_the_rest_is_not() {
        let mut lines = Lines::of(Cursor::new(b"4111111111111111\nnext\nlast".to_vec()));
        let mut first = Vec::new();
        assert!(lines.next(&mut first).unwrap());
        assert_eq!(first, b"4111111111111111\n");
        assert!(lines.buffer.starts_with(&[0; 17]) && lines.buffer[17..].starts_with(b"next\nlast"));
        for expected in ["next\n", "last"] {
            let mut line = Vec::new();
            assert!(lines.next(&mut line).unwrap());
            assert_eq!(line, expected.as_bytes());
        }
        assert!(!lines.next(&mut first).unwrap());
        assert!(lines.buffer.iter().all(|byte| *byte == 0));
    }
}
