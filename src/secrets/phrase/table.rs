//! The ten official word lists of BIP-39 in one table, searched where it lies: nothing is built at start.
//!
//! A line of `words.txt` is a folded word and its places, a letter for the list and the number in it; lines stand in the
//! order of their bytes. The tests compare it with the lists of an independent implementation.

const WORDS: &str = include_str!("words.txt");

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
    WORDS.get(low..).unwrap_or("").lines()
}

#[cfg(test)]
mod tests {
    use super::{LISTS, WORDS, abbreviated, places};
    use crate::secrets::phrase::fold::fold;
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
        let lines: Vec<String> = words.iter().map(|(word, places)| format!("{word} {}", places.join(" "))).collect();
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
            }
        }
        for word in ["", "a", "aaaa", "abandonn", "zzzz", "e0", "힣", "abandon e0"] {
            assert_eq!(places(word), [None; LISTS], "{word}");
        }
    }
}
