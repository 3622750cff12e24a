//! The line itself: what it holds, how it is written, and how it is read wherever a line was broken.

use super::counted::{Counted, Joined, counted};
use super::letters::{grouped, value, weighed};
use super::parts::{counting, find, parts};
use super::sum;
use crate::wording::wrap;

/// What the line begins with: the command that reads it.
pub(super) const MARK: &str = "walletfix verify";

/// So many symbols make a group.
const GROUP: usize = 8;

/// The most characters that sealing adds, line breaks included.
pub const ROOM: usize = 98;

/// The same for a text of at most 14 parts.
pub const ROOM_OF_SHORT: usize = 58;

/// No line is wider, where it can be broken.
const COLUMNS: usize = 78;

/// A sum over everything, and one over each part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seal {
    pub(super) whole: u64,
    /// Which parts there are, in order, and each one's sum.
    pub(super) parts: Vec<(u8, u8)>,
}

/// A seal as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Read {
    /// Every symbol of it.
    Whole(Seal),
    /// Something about it is wrong; as much as can be read.
    Damaged(Option<Seal>),
}

/// The text with its seal in a last line, and `gap` before that.
pub fn sealed(text: &str, gap: &str) -> String {
    let line = format!("{MARK} {}", Seal::of(&counted(text, Joined::Spaced)).written());
    format!("{text}{gap}{}\n", wrap(&line, COLUMNS).join("\n"))
}

impl Seal {
    /// The seal of a summary that is nothing but these characters.
    pub(super) fn of(text: &[Counted]) -> Self {
        let characters = |text: &[Counted]| text.iter().map(|seen| seen.character).collect::<Vec<char>>();
        let part = |span: std::ops::Range<usize>| sum::part(characters(&text[span]).into_iter());
        Self {
            whole: sum::whole(characters(text).into_iter()),
            parts: parts(text).into_iter().map(|found| (found.id, part(found.span))).collect(),
        }
    }

    /// As people see it.
    pub(super) fn written(&self) -> String {
        grouped(&self.symbols(), GROUP)
    }

    fn symbols(&self) -> Vec<u8> {
        let mut symbols = vec![u8::try_from(self.parts.len()).unwrap_or(0)];
        symbols.extend((0..6).rev().map(|at| u8::try_from(self.whole >> (5 * at) & 31).unwrap_or(0)));
        symbols.extend(self.parts.iter().flat_map(|(id, sum)| [*id, *sum]));
        symbols.push(super::letters::times_x(weighed(&symbols)));
        symbols
    }

    /// Reads the seal that begins these words, whatever follows it.
    pub(super) fn read(words: impl Iterator<Item = char>) -> Read {
        let mut symbols = words.filter(|c| *c != '-').map_while(value);
        let Some(count) = symbols.next() else { return Read::Damaged(None) };
        let rest: Vec<u8> = symbols.take(6 + 2 * usize::from(count) + 1).collect();
        let Some(whole) = rest.get(..6) else { return Read::Damaged(None) };
        let seal = Self {
            whole: whole.iter().fold(0, |sum, symbol| sum << 5 | u64::from(*symbol)),
            parts: rest[6..].chunks_exact(2).map(|pair| (pair[0], pair[1])).take(usize::from(count)).collect(),
        };
        let mut all = vec![count];
        all.extend(rest);
        let is_whole = all.len() == 8 + 2 * usize::from(count) && weighed(&all) == 0;
        if is_whole { Read::Whole(seal) } else { Read::Damaged(Some(seal)) }
    }
}

/// Every seal in a text: where its line begins, and what was read. Words that only look like one are none.
pub(super) fn seals(text: &[Counted]) -> Vec<(usize, Read)> {
    let mark = counting(MARK);
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&text[from..], &mark).map(|at| at + from) {
        from = at + mark.len();
        all.push((at, Seal::read(text[from..].iter().map(|seen| seen.character))));
    }
    all
}
