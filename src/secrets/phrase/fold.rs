//! One spelling of a word, whoever typed it: small letters, no Latin accents (BIP-39 allows Spanish and its neighbours
//! without).

use unicode_normalization::char::decompose_canonical;

/// The word as the table writes it. The text is NFKC already, so kana and Hangul are whole and stay as they are: there a
/// mark makes another word.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            'a'..='z' => folded.push(character),
            '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                decompose_canonical(character, |part| push_plain(part, &mut folded));
            }
            _ => push_plain(character, &mut folded),
        }
    }
    folded
}

/// Marks that stand above or below a letter and were left as characters of their own.
pub(super) fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

fn push_plain(character: char, folded: &mut String) {
    if !is_accent(character) {
        folded.extend(character.to_lowercase());
    }
}
