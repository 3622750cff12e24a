//! How much a run of Chinese characters reads like prose.
//!
//! The Chinese lists are the 2048 most frequent characters, the most frequent first. Prose takes half of its characters
//! from the first hundred and every third pair of neighbours is a word; a phrase takes its characters evenly and nearly
//! none of its pairs is one. Each character and each pair therefore weighs the logarithm of how much oftener it comes in a
//! phrase than in prose, and a run is what the sum says.

use crate::deflated::Deflated;
use crate::secrets::phrase::table::Characters;
use std::sync::LazyLock;

/// The pairs of neighbours that are words or parts of words, a line for each first character, in the order of the code
/// points; its first line says where they come from.
static PAIRS: Deflated = Deflated::new(include_bytes!(concat!(env!("OUT_DIR"), "/pairs.txt.z")));

/// The traditional characters of the lists with their simplified form, in the order of the code points (after the tables
/// of OpenCC, Apache licence 2.0).
const SIMPLER: &str = include_str!("traditional.txt");

/// Bytes of a character of the lists, all of which are in U+4E00..=U+9FFF.
const WIDTH: usize = 3;

/// Tenths of a bit by which a character of the first place, the next two, the next four ... speaks for a phrase, counted
/// in two million characters of hotel and book reviews and of news.
const RANKS: [i32; 12] = [-63, -49, -46, -36, -31, -24, -19, -14, -5, 8, 26, 31];

/// A pair that is a word, and one that is none.
const WORD: i32 = -60;
const NO_WORD: i32 = 7;

/// Characters before this place make up half of all prose, and no sentence has only such ones.
const COMMON: u16 = 100;

/// A character that neither list has is no word of a phrase, though a misspelt one may be.
const STRANGER: i32 = -30;

/// A character as the scale sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Character {
    /// Its places in the lists.
    pub(super) simplified: Option<u16>,
    pub(super) traditional: Option<u16>,
    /// Its simplified form, as the pairs have it.
    plain: char,
    rank: Option<u16>,
}

impl Character {
    /// Looks a character up.
    pub(super) fn new(character: char, table: &Characters) -> Self {
        let (simplified, traditional) = table.places(character);
        if simplified.is_some() {
            return Self { simplified, traditional, plain: character, rank: simplified };
        }
        let plain = simpler(character);
        Self { simplified, traditional, plain, rank: table.places(plain).0.or(traditional) }
    }

    /// What it weighs alone.
    pub(super) fn weight(&self) -> i32 {
        let step = self.rank.map(|rank| usize::try_from((rank + 1).ilog2()).unwrap_or(0));
        step.and_then(|step| RANKS.get(step)).copied().unwrap_or(STRANGER)
    }

    /// Whether it stands at the very beginning of the lists.
    pub(super) fn is_common(&self) -> bool {
        self.rank.is_some_and(|rank| rank < COMMON)
    }

    /// Whether it makes a word with the one before.
    pub(super) fn is_word_after(&self, before: &Self) -> bool {
        is_pair(before.plain, self.plain)
    }

    /// What it weighs as the neighbour of the one before.
    pub(super) fn weight_after(&self, before: &Self) -> i32 {
        match (self.rank, before.rank) {
            (Some(_), Some(_)) if is_pair(before.plain, self.plain) => WORD,
            (Some(_), Some(_)) => NO_WORD,
            _ => 0,
        }
    }

    /// Which character it is, in either script.
    pub(super) fn plain(&self) -> char {
        self.plain
    }
}

/// Whether two characters stand together in words.
fn is_pair(first: char, second: char) -> bool {
    let line = LINES.binary_search_by_key(&first, |line| line.chars().next().unwrap_or_default());
    line.is_ok_and(|at| LINES[at].chars().skip(1).any(|known| known == second))
}

/// The lines of the pairs, without the one that says where they come from.
static LINES: LazyLock<Vec<&'static str>> = LazyLock::new(|| PAIRS.lines().skip(1).collect());

/// The simplified form of a traditional character of the lists.
pub(crate) fn simpler(character: char) -> char {
    let mut buffer = [0; 4];
    let wanted = character.encode_utf8(&mut buffer).as_bytes();
    let (lines, _) = SIMPLER.as_bytes().as_chunks::<{ 2 * WIDTH + 1 }>();
    let line = lines.binary_search_by(|line| line[..WIDTH].cmp(wanted)).ok().and_then(|at| lines.get(at));
    line.and_then(|line| std::str::from_utf8(&line[WIDTH..]).ok()?.chars().next()).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::{LINES, PAIRS, SIMPLER, WIDTH, is_pair, simpler};
    use crate::secrets::phrase::table::{SIMPLIFIED, TRADITIONAL, places};

    #[test]
    fn the_tables_are_in_order() {
        assert!(LINES.len() > 1000 && LINES.is_sorted_by_key(|line| line.chars().next()));
        assert!(LINES.iter().all(|line| line.chars().all(|c| c.len_utf8() == WIDTH && is_listed(c))));
        assert!(PAIRS.starts_with("# ") && SIMPLER.lines().is_sorted());
    }

    fn is_listed(character: char) -> bool {
        places(&character.to_string())[SIMPLIFIED].is_some()
    }

    /// Every character of the traditional list has its simplified form.
    #[test]
    fn both_scripts_read_alike() {
        for character in bip39::Language::TraditionalChinese.word_list().iter().flat_map(|word| word.chars()) {
            assert!(is_listed(character) || is_listed(simpler(character)), "{character}");
            assert!(places(&character.to_string())[TRADITIONAL].is_some(), "{character}");
        }
        for line in SIMPLER.lines() {
            let (from, to) = line.split_at(WIDTH);
            assert_eq!(simpler(from.chars().next().expect("a character")).to_string(), to);
        }
    }

    #[test]
    fn pairs() {
        for (first, second, together) in
            [('钱', '包', true), ('充', '值', true), ('包', '钱', false), ('龘', '的', false)]
        {
            assert_eq!(is_pair(first, second), together, "{first}{second}");
        }
    }
}
