//! Listed words in a row, a stranger among them allowed: one word may be misspelt.

use super::FEWEST;
use super::checksum;
use super::marks::Marks;
use super::stretch::Stretch;
use super::table::{LISTS, Places, SIMPLIFIED, TRADITIONAL, places};
use super::tokens::{Script, Token};
use crate::secrets::{Confidence, Kind, Report};
use std::ops::Range;

/// English words that stand in every sentence and in no list; nobody misspells a word as one of them.
const FUNCTION_WORDS: [&str; 24] = [
    "a", "an", "as", "at", "be", "by", "do", "he", "i", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or",
    "so", "the", "to", "we", "and",
];

/// Reports every run of a stretch, list by list.
pub(super) fn find(stretch: &Stretch<'_>, report: &mut Report<'_>) {
    let looked_up: Vec<Places> = stretch.tokens.iter().map(|token| stretch.look_up(token, places)).collect();
    for list in 0..LISTS {
        if looked_up.iter().filter(|places| places[list].is_some()).count() >= FEWEST {
            for (range, confidence) in runs(&words(stretch, &looked_up, list)) {
                report(stretch.span(range), Kind::RecoveryPhrase, confidence);
            }
        }
    }
}

/// A token as one list sees it.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// Its place in the stretch.
    at: usize,
    /// Its place in the list.
    index: Option<u16>,
    /// Whether it could be a misspelt word.
    plausible: bool,
    /// Whether it shows that this is prose.
    prose: bool,
    /// Whether a sentence ends before it.
    opens: bool,
    /// The marks of a program that stand before it.
    marks: Marks,
}

/// The tokens as one list sees them. `一、` and `二、` number the words of other scripts.
fn words(stretch: &Stretch<'_>, looked_up: &[Places], list: usize) -> Vec<Word> {
    let han = list == SIMPLIFIED || list == TRADITIONAL;
    let is_numeral = |token: &Token| {
        !han && token.script == Script::Han
            && stretch.word(token).chars().all(|character| "一二三四五六七八九十".contains(character))
    };
    let mut words: Vec<Word> = Vec::with_capacity(stretch.tokens.len());
    for (at, (token, places)) in stretch.tokens.iter().zip(looked_up).enumerate() {
        if !is_numeral(token) {
            let index = places[list];
            let prose = index.is_none() && is_function_word(stretch.word(token));
            let gap = stretch.gap_before(at);
            let plausible = token.is_plausible() && !prose;
            words.push(Word { at, index, plausible, prose, opens: ends_sentence(gap), marks: Marks::of(gap) });
        }
    }
    // Some put a full stop behind every word.
    if words.iter().filter(|word| word.opens).count() * 2 > words.len() {
        for word in &mut words {
            word.opens = false;
        }
    }
    words
}

fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a gap ends a sentence; a number with a full stop begins a line of a list.
fn ends_sentence(gap: &str) -> bool {
    let mut characters = gap.chars();
    let ended = characters.any(|character| matches!(character, '.' | '!' | '?' | '。'));
    ended && characters.next().is_some_and(char::is_whitespace) && !gap.contains(|c: char| c.is_ascii_digit())
}

/// Where runs of listed words stand, in places of the stretch, and how sure they are.
fn runs(words: &[Word]) -> Vec<(Range<usize>, Confidence)> {
    let blocks: Vec<Block<'_>> = blocks(words);
    let mut found = Vec::new();
    let mut rest: &[Block<'_>] = &blocks;
    while let Some((core, from)) = next_core(rest) {
        let before = rest.get(..=from).unwrap_or(&[]);
        let behind = rest.get(from + core - 1..).unwrap_or(&[]);
        let less = before.windows(2).rev().take_while(|pair| belongs(pair)).count();
        let more = behind.windows(2).take_while(|pair| belongs(pair)).count();
        let (run, behind) = rest.split_at_checked(from + core + more).unwrap_or((rest, &[]));
        rest = behind;
        let run = run.get(from - less..).unwrap_or(&[]);
        let range = run.first().map_or(0, |block| block.start)..run.last().map_or(0, Block::end);
        let all = words.get(range).unwrap_or(&[]);
        let exact = run.iter().any(Block::holds);
        if exact || is_list(all) {
            let places = all.first().map_or(0, |word| word.at)..all.last().map_or(0, |word| word.at + 1);
            found.push((places, if exact { Confidence::Exact } else { Confidence::Likely }));
        }
    }
    found
}

/// Listed words without a stranger among them.
struct Block<'w> {
    words: &'w [Word],
    /// Where they begin.
    start: usize,
    /// The only stranger between them and the block before.
    stranger: Option<Word>,
}

impl Block<'_> {
    fn end(&self) -> usize {
        self.start + self.words.len()
    }

    fn holds(&self) -> bool {
        let indices: Vec<u16> = self.words.iter().filter_map(|word| word.index).collect();
        checksum::valid(&indices).any(|range| self.words.get(range).is_some_and(|words| !is_code(words)))
    }
}

fn blocks(words: &[Word]) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let (mut start, mut stranger) = (0, None);
    for part in words.chunk_by(|one, next| one.index.is_some() == next.index.is_some()) {
        match part {
            [word, ..] if word.index.is_some() => blocks.push(Block { words: part, start, stranger }),
            [word] if !word.prose => stranger = Some(*word),
            _ => stranger = None,
        }
        start += part.len();
    }
    blocks
}

/// How many blocks make a phrase, one or two with a single stranger between them, and where the first such ones are.
fn next_core(blocks: &[Block<'_>]) -> Option<(usize, usize)> {
    blocks.iter().enumerate().find_map(|(at, block)| {
        if block.words.len() >= FEWEST {
            return Some((1, at));
        }
        let next = blocks.get(at + 1).filter(|next| next.stranger.is_some())?;
        (block.words.len() + next.words.len() >= FEWEST).then_some((2, at))
    })
}

/// Whether a block continues a phrase behind another misspelt word, so that nothing of it stays behind.
fn belongs(pair: &[Block<'_>]) -> bool {
    let [left, right] = pair else { return false };
    let long = left.words.len().min(right.words.len()) > 1;
    right.stranger.is_some_and(|word| word.plausible || long)
}

/// Whether words whose checksum does not hold are a phrase: enough of them with a stranger at most, all in a sentence.
fn is_list(words: &[Word]) -> bool {
    let is_list = |some: &[Word]| {
        let listed = some.iter().filter(|word| word.index.is_some()).count();
        listed >= FEWEST && !some.iter().skip(1).any(|word| word.opens) && is_varied(some) && !is_code(some)
    };
    words.windows(FEWEST).any(is_list) || words.windows(FEWEST + 1).any(is_list)
}

/// Whether these are not the same few words again and again, as in tables. One or two are what people write who try.
fn is_varied(words: &[Word]) -> bool {
    let mut indices: Vec<u16> = words.iter().filter_map(|word| word.index).collect();
    indices.sort_unstable();
    indices.dedup();
    indices.len() + 3 >= FEWEST || indices.len() <= 2
}

/// Whether words are keys and values of a program's text: the marks between them are of several kinds, and between the
/// words of a phrase they are always the same.
fn is_code(words: &[Word]) -> bool {
    let mut marks: Vec<Marks> = words.iter().skip(1).map(|word| word.marks).filter(|marks| marks.is_any()).collect();
    marks.sort_unstable();
    let mut kinds = marks.chunk_by(|one, next| one == next);
    let (all, again) = kinds.by_ref().fold((0, 0), |(all, again), kind| (all + 1, again + usize::from(kind.len() > 1)));
    all > 2 || again > 1
}
