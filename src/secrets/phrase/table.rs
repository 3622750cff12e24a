//! The ten official word lists of BIP-39 in one table, searched where it lies: nothing is built at start.
//!
//! A line of `words.txt` is a folded word and its places, a letter for the list and the number in it; lines stand in the
//! order of their bytes, and those of Chinese characters are all of one width, since there are many to look up. The tests
//! compare the file with the lists of an independent implementation.

use crate::deflated::Deflated;

static WORDS: Deflated = Deflated::new(include_bytes!(concat!(env!("OUT_DIR"), "/words.txt.z")));

/// The lists, by the letter that names them in the table.
const LETTERS: [u8; LISTS] = *b"estjknficp";

/// How many lists there are.
pub(super) const LISTS: usize = 10;

/// The lists of Chinese, simplified and traditional.
pub(super) const SIMPLIFIED: usize = 1;
pub(super) const TRADITIONAL: usize = 2;

/// The place of a word in each list.
pub(super) type Places = [Option<u16>; LISTS];

/// In which lists a folded word stands, and where.
pub(super) fn places(word: &str) -> Places {
    let mut found = [None; LISTS];
    if let Some((_, places)) =
        from(word).next().and_then(|line| line.split_once(' ')).filter(|(first, _)| *first == word)
    {
        enter(places, &mut found);
    }
    found
}

/// In which lists a word begins with these four letters, and where: in every list the first four letters tell a word from
/// the others, and metal plates have room for no more. Shorter words stand for themselves.
pub(super) fn abbreviated(start: &str) -> Places {
    if start.len() < 4 {
        return places(start);
    }
    let mut found = [None; LISTS];
    for (_, places) in
        from(start).map_while(|line| line.split_once(' ')).take_while(|(word, _)| word.starts_with(start))
    {
        enter(places, &mut found);
    }
    found
}

/// The places of characters in the two lists of Chinese.
pub(super) struct Characters(&'static [[u8; HAN_LINE]]);

/// Bytes of `一 s0000 t0000` and a line end.
const HAN_LINE: usize = 16;

impl Characters {
    /// Their part of the table.
    pub(super) fn open() -> Self {
        let (start, end) = (first_not_before("\u{4e00}"), first_not_before("\u{a000}"));
        Self(WORDS.as_bytes().get(start..end).unwrap_or(&[]).as_chunks().0)
    }

    /// Where a character stands in the simplified and in the traditional list.
    pub(super) fn places(&self, character: char) -> (Option<u16>, Option<u16>) {
        let mut buffer = [0; 4];
        let wanted = character.encode_utf8(&mut buffer).as_bytes();
        let line = self.0.binary_search_by(|line| line[..3].cmp(wanted)).ok().and_then(|at| self.0.get(at));
        let number = |place: &[u8]| std::str::from_utf8(place).ok()?.parse().ok();
        line.map_or((None, None), |line| (number(&line[5..9]), number(&line[11..15])))
    }
}

/// Reads the places of a line, as `e12 f7`.
fn enter(places: &str, found: &mut Places) {
    for place in places.split(' ') {
        let Some((letter, number)) = place.split_at_checked(1) else { continue };
        let list = LETTERS.iter().position(|known| letter.as_bytes() == [*known]);
        if let Some(slot) = list.and_then(|list| found.get_mut(list)) {
            *slot = number.parse().ok();
        }
    }
}

/// The lines from the first one whose word is not before this one.
fn from(word: &str) -> impl Iterator<Item = &'static str> {
    WORDS.get(first_not_before(word)..).unwrap_or("").lines()
}

/// Where the first line begins whose word is not before this one.
fn first_not_before(word: &str) -> usize {
    let bytes = WORDS.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = &bytes[start..];
        let length = line.iter().position(|byte| *byte == b' ').unwrap_or(line.len());
        if line[..length] < *word.as_bytes() {
            low = line.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| start + at + 1);
        } else {
            high = start;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::{Characters, LISTS, SIMPLIFIED, WORDS, abbreviated, places};
    use crate::secrets::phrase::fold::fold;
    use crate::wording::is_han;
    use bip39::Language;
    use std::collections::BTreeMap;
    use unicode_normalization::UnicodeNormalization as _;

    const LANGUAGES: [Language; LISTS] = [
        Language::English,
        Language::SimplifiedChinese,
        Language::TraditionalChinese,
        Language::Japanese,
        Language::Korean,
        Language::Spanish,
        Language::French,
        Language::Italian,
        Language::Czech,
        Language::Portuguese,
    ];

    fn folded(word: &str) -> String {
        fold(&word.nfkc().collect::<String>())
    }

    fn line(word: &str, places: &[String]) -> String {
        if !word.starts_with(is_han) {
            return format!("{word} {}", places.join(" "));
        }
        let place = |letter: char| {
            let number = places.iter().find_map(|place| place.strip_prefix(letter));
            number.map_or(format!("{letter}----"), |number| format!("{letter}{number:0>4}"))
        };
        format!("{word} {} {}", place('s'), place('t'))
    }

    /// What the table should be, to the byte; no list holds two words that fold into one.
    #[test]
    fn the_official_lists() {
        let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (list, language) in LANGUAGES.iter().enumerate() {
            for (index, word) in language.word_list().iter().enumerate() {
                let places = words.entry(folded(word)).or_default();
                let letter = char::from(super::LETTERS[list]);
                assert!(places.iter().all(|place| !place.starts_with(letter)), "{word} is in {language:?} twice");
                places.push(format!("{letter}{index}"));
            }
        }
        let lines: Vec<String> = words.iter().map(|(word, places)| line(word, places)).collect();
        assert!(lines.iter().map(String::as_str).eq(WORDS.lines()), "words.txt is not the ten lists");
    }

    #[test]
    fn every_word_is_found() {
        for (list, language) in LANGUAGES.iter().enumerate() {
            for (index, word) in language.word_list().iter().enumerate() {
                let word = folded(word);
                let index = u16::try_from(index).ok();
                assert_eq!(places(&word)[list], index, "{word}");
                let start: String = word.chars().take(4).collect();
                if word.is_ascii() {
                    assert_eq!(abbreviated(&start)[list], index, "{start}");
                }
                if let Some(character) = word.chars().next().filter(|character| is_han(*character)) {
                    let (simplified, traditional) = Characters::open().places(character);
                    assert_eq!([simplified, traditional][list - SIMPLIFIED], index, "{word}");
                }
            }
        }
        assert_eq!(Characters::open().places('龘'), (None, None));
        for word in ["", "a", "aaaa", "abandonn", "zzzz", "e0", "힣", "abandon e0"] {
            assert_eq!(places(word), [None; LISTS], "{word}");
        }
    }
}
