//! Listed words in a row, strangers among them allowed.

use super::FEWEST;
use super::checksum::{self, LENGTHS};
use super::fold::fold;
use super::table::{LISTS, Places, SIMPLIFIED, TRADITIONAL, abbreviated, places};
use super::tokens::{Script, Token};
use crate::secrets::{Confidence, Kind, Report};
use std::ops::Range;

/// Tokens joined by separators only, where so many could be listed words that looking them up is worth it.
pub(super) fn stretches(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.chunk_by(|_, next| next.joined).filter(|stretch| is_promising(stretch))
}

/// Whether enough plausible tokens stand in a row, one stranger among them.
fn is_promising(stretch: &[Token]) -> bool {
    let (mut before, mut now) = (0, 0);
    for token in stretch {
        if token.is_plausible() {
            now += 1;
            if before + now >= FEWEST {
                return true;
            }
        } else {
            (before, now) = (now, 0);
        }
    }
    false
}

/// Reports every run of a stretch, list by list.
pub(super) fn find(text: &str, stretch: &[Token], report: &mut Report<'_>) {
    let looked_up: Vec<Places> = stretch.iter().map(|token| look_up(text, token, places)).collect();
    let mut any = false;
    for list in 0..LISTS {
        let words = words(text, stretch, &looked_up, list);
        for (range, confidence) in runs(&words) {
            any = true;
            report(span(text, stretch, range), Kind::RecoveryPhrase, confidence);
        }
    }
    if !any {
        find_abbreviated(text, stretch, report);
    }
}

fn look_up(text: &str, token: &Token, table: fn(&str) -> Places) -> Places {
    match text.get(token.range.clone()) {
        Some(word) if token.is_plausible() => table(&fold(word)),
        _ => [None; LISTS],
    }
}

/// A token as one list sees it.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// Its place in the stretch.
    at: usize,
    /// Its place in the list.
    index: Option<u16>,
    plausible: bool,
}

/// The tokens as one list sees them. `一、` and `二、` number the words of other scripts.
fn words(text: &str, stretch: &[Token], looked_up: &[Places], list: usize) -> Vec<Word> {
    let han = list == SIMPLIFIED || list == TRADITIONAL;
    let numeral = |token: &Token| {
        !han && token.script == Script::Han
            && text
                .get(token.range.clone())
                .is_some_and(|word| word.chars().all(|c| "一二三四五六七八九十".contains(c)))
    };
    let all = stretch.iter().zip(looked_up).enumerate().filter(|(_, (token, _))| !numeral(token));
    all.map(|(at, (token, places))| Word { at, index: places[list], plausible: token.is_plausible() }).collect()
}

/// Where runs of listed words stand, in places of the stretch, and how sure they are.
fn runs(words: &[Word]) -> Vec<(Range<usize>, Confidence)> {
    let blocks: Vec<Block<'_>> = blocks(words);
    let mut found = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let Some(core) = core(&blocks[at..]) else {
            at += 1;
            continue;
        };
        let more = blocks[at + core - 1..].windows(2).take_while(|pair| belongs(pair)).count();
        let less = blocks[..=at].windows(2).rev().take_while(|pair| belongs(pair)).count();
        let run = &blocks[at - less..at + core + more];
        let exact = run.iter().any(Block::holds);
        let range = run.first().map_or(0, Block::start)..run.last().map_or(0, Block::end);
        found.push((range, if exact { Confidence::Exact } else { Confidence::Likely }));
        at += core + more;
    }
    found
}

/// Listed words without a stranger among them.
struct Block<'w> {
    words: &'w [Word],
    /// How many strangers stand before it, as far as the block before; the last of them.
    strangers: usize,
    stranger: Option<Word>,
}

impl Block<'_> {
    fn start(&self) -> usize {
        self.words.first().map_or(0, |word| word.at)
    }

    fn end(&self) -> usize {
        self.words.last().map_or(0, |word| word.at + 1)
    }

    fn holds(&self) -> bool {
        let indices: Vec<u16> = self.words.iter().filter_map(|word| word.index).collect();
        checksum::holds_within(&indices)
    }
}

fn blocks(words: &[Word]) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let (mut strangers, mut stranger) = (0, None);
    for part in words.chunk_by(|one, next| one.index.is_some() == next.index.is_some()) {
        if part.first().is_some_and(|word| word.index.is_some()) {
            blocks.push(Block { words: part, strangers, stranger });
        } else {
            (strangers, stranger) = (part.len(), part.last().copied());
        }
    }
    blocks
}

/// How many of the first blocks make a phrase: one, or two with a single stranger between them.
fn core(blocks: &[Block<'_>]) -> Option<usize> {
    let first = blocks.first()?.words.len();
    if first >= FEWEST {
        return Some(1);
    }
    let second = blocks.get(1).filter(|block| block.strangers == 1)?;
    (first + second.words.len() >= FEWEST).then_some(2)
}

/// Whether a block continues a phrase behind another misspelt word, so that nothing of it stays behind.
fn belongs(pair: &[Block<'_>]) -> bool {
    let [left, right] = pair else { return false };
    let misspelt = right.stranger.is_some_and(|word| word.plausible);
    right.strangers == 1 && (misspelt || left.words.len().min(right.words.len()) > 1)
}

/// Reports a phrase of which only the first four letters of each word are written, as on plates of metal. Prose has short
/// words too, so the checksum must hold, or many of the starts must be no words.
fn find_abbreviated(text: &str, stretch: &[Token], report: &mut Report<'_>) {
    let short = |token: &Token| token.script == Script::Latin && matches!(token.letters, 3 | 4);
    let mut from = 0;
    for part in stretch.chunk_by(|one, next| short(one) == short(next)) {
        let range = from..from + part.len();
        from = range.end;
        if part.len() < LENGTHS[0] || !part.first().is_some_and(short) {
            continue;
        }
        let starts: Vec<Places> = part.iter().map(|token| look_up(text, token, abbreviated)).collect();
        let whole: Vec<Places> = part.iter().map(|token| look_up(text, token, places)).collect();
        for list in 0..LISTS {
            find_starts(text, part, (&starts, &whole), list, report);
        }
    }
}

fn find_starts(
    text: &str,
    part: &[Token],
    (starts, whole): (&[Places], &[Places]),
    list: usize,
    report: &mut Report<'_>,
) {
    let mut from = 0;
    for run in starts.chunk_by(|one, next| one[list].is_some() == next[list].is_some()) {
        let range = from..from + run.len();
        from = range.end;
        let indices: Vec<u16> = run.iter().filter_map(|places| places[list]).collect();
        if indices.len() < LENGTHS[0] {
            continue;
        }
        let cut_off = whole.iter().take(range.end).skip(range.start).filter(|places| places[list].is_none()).count();
        let confidence = if checksum::holds_within(&indices) { Confidence::Exact } else { Confidence::Likely };
        if confidence == Confidence::Exact || cut_off * 2 >= indices.len() {
            report(span(text, part, range), Kind::RecoveryPhrase, confidence);
        }
    }
}

/// From the first word to the last, in bytes of the text, the number before the first included.
fn span(text: &str, tokens: &[Token], range: Range<usize>) -> Range<usize> {
    let words = tokens.get(range).unwrap_or(&[]);
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
    let before = text.get(..first.range.start).unwrap_or("");
    let numbered = before.trim_end_matches([' ', '.', ')', ':', '、', '"', '\'']);
    let number = numbered.trim_end_matches(|c: char| c.is_ascii_digit());
    let start = if number.len() < numbered.len() { number.len() } else { before.len() };
    start..last.range.end
}
