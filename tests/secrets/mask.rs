//! A text without what was found in it, and what of a secret is left.

use super::corpus::Secret;
use unicode_normalization::UnicodeNormalization as _;
use walletfix::flow::step::TextFormat;
use walletfix::secrets::{Found, Kind, find};

/// Stands for what was taken out.
const GONE: char = '█';

/// The text with every finding replaced; a card and a bank account keep their last four digits.
pub(crate) fn masked(text: &str, found: &[Found]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for finding in found {
        out.push_str(&text[at..finding.span.start]);
        out.push(GONE);
        if finding.kind.keeps_tail() {
            let digits: Vec<char> =
                text[finding.span.clone()].chars().filter(|digit| digit.is_alphanumeric()).collect();
            out.extend(&digits[digits.len().saturating_sub(4)..]);
        }
        at = finding.span.end;
    }
    out + &text[at..]
}

/// What is left of a secret in its text, after the filter.
pub(crate) fn left(secret: &Secret) -> Option<String> {
    left_in(secret, &secret.text, secret.format)
}

/// What is left of a secret in another text that holds it, after the filter.
pub(crate) fn left_in(secret: &Secret, text: &str, format: TextFormat) -> Option<String> {
    let found = find(text, format);
    if found.is_empty() {
        return Some("nothing was found".to_owned());
    }
    leak(secret, &masked(text, &found))
}

/// What of a secret can be read in a text: three neighbouring words of a phrase, eight characters in a row of anything
/// else, or all of it where it is shorter.
pub(crate) fn leak(secret: &Secret, text: &str) -> Option<String> {
    if secret.kind == Kind::RecoveryPhrase {
        return leaked_words(secret, text);
    }
    let rest = bare(text, char::is_alphanumeric);
    let values: Vec<&str> = match secret.kind {
        Kind::BackupCodes => secret.core.split(' ').collect(),
        _ => vec![&secret.core],
    };
    values.into_iter().find_map(|value| {
        let value: Vec<char> = bare(value, char::is_alphanumeric).chars().collect();
        let mut parts = value.windows(value.len().min(8)).map(|part| part.iter().collect::<String>());
        parts.find(|part| rest.contains(part.as_str()))
    })
}

/// Three neighbouring words of a phrase in a text, whatever numbers, signs and other words stand between them.
fn leaked_words(secret: &Secret, text: &str) -> Option<String> {
    let words: Vec<String> = secret.core.split(' ').map(|word| bare(word, char::is_alphabetic)).collect();
    let letters = bare(text, char::is_alphabetic);
    let spelling = text.to_lowercase().nfkd().collect::<String>().replace(GONE, " █ ");
    let parts = spelling.split(|character: char| !character.is_ascii_lowercase() && character != GONE);
    let known: Vec<&str> = parts.filter(|part| part.contains(GONE) || words.iter().any(|word| word == part)).collect();
    words
        .windows(3)
        .find(|three| letters.contains(&three.concat()) || known.windows(3).any(|part| part == *three))
        .map(<[String]>::concat)
}

/// The letters and digits of a text in one spelling, without what stands between them.
fn bare(text: &str, keep: fn(char) -> bool) -> String {
    text.nfkd().filter(|character| keep(*character) || *character == GONE).flat_map(char::to_lowercase).collect()
}
