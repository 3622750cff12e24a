//! Labels of numbered lists: `word 1: abandon`, `第1个词：的`, `第一个词是的`.

use super::{Script, Token};

/// What stands before a number.
const BEFORE: [&str; 15] = [
    "word", "words", "no", "nr", "number", "row", "line", "column", "seed", "phrase", "mot", "palabra", "parola",
    "palavra", "slovo",
];

/// What people say between words when they dictate them.
const CONNECTORS: [&str; 4] = ["and", "then", "next", "comma"];
const CONNECTORS_HAN: [&str; 9] = ["然后", "接着", "下一个", "下一個", "再来", "再來", "还有", "還有", "逗号"];

/// The same in Chinese.
const BEFORE_HAN: [&str; 8] = ["单词", "單詞", "助记词", "助記詞", "词", "詞", "字", "第"];

/// What stands behind a number, longest first.
const BEHIND: [&str; 18] = [
    "个单词是",
    "個單詞是",
    "个助记词",
    "個助記詞",
    "个单词",
    "個單詞",
    "个词是",
    "個詞是",
    "个字是",
    "個字是",
    "个词",
    "個詞",
    "个字",
    "個字",
    "个是",
    "個是",
    "号是",
    "號是",
];

/// What stands between a number and its word in other languages: `word 1 is abandon`.
const LINKS: [&str; 5] = ["is", "was", "es", "est", "je"];

/// Marks tokens that number the next one, and takes off the part of a token that does.
pub(super) fn mark(text: &str, tokens: &mut [Token]) {
    // Whether a number stands right before the token, and whether one stands anywhere between it and the word before,
    // be it as `1` or as `第1个词`.
    let (mut behind, mut numbered) = (false, false);
    for at in 0..tokens.len() {
        let next = tokens.get(at + 1).map_or(text.len(), |next| next.range.start);
        let Some(token) = tokens.get_mut(at) else { break };
        let gap = text.get(token.range.end..next).unwrap_or("");
        let mut counts = false;
        match token.script {
            Script::Latin => {
                let word = text.get(token.range.clone()).unwrap_or("");
                // Behind a number it is no connector but the word itself: `then` and `next` are in the English list.
                token.label = (!numbered && is_one_of(&CONNECTORS, word))
                    || if numbers(gap) { is_one_of(&BEFORE, word) } else { behind && is_one_of(&LINKS, word) };
            }
            Script::Han if numbers(gap) && BEFORE_HAN.contains(&text.get(token.range.clone()).unwrap_or("")) => {
                token.label = true;
            }
            Script::Han if CONNECTORS_HAN.contains(&text.get(token.range.clone()).unwrap_or("")) => token.label = true,
            Script::Han => {
                take_off(text, token, behind, gap.starts_with(|c: char| c.is_ascii_digit()));
                counts = token.label;
            }
            _ => {}
        }
        behind = gap.trim_end().ends_with(|c: char| c.is_ascii_digit());
        numbered = counts || gap.contains(|c: char| c.is_ascii_digit());
    }
}

/// Whether a gap begins with a number, a few marks before it.
fn numbers(gap: &str) -> bool {
    gap.trim_start_matches([' ', '#', '_', '-', '.', '(', '[']).starts_with(|c: char| c.is_ascii_digit())
}

fn is_one_of(labels: &[&str], word: &str) -> bool {
    labels.iter().any(|label| word.eq_ignore_ascii_case(label))
}

/// Takes `第` off the end before a number, and `个词` off the beginning behind one.
fn take_off(text: &str, token: &mut Token, behind_number: bool, before_number: bool) {
    let han = text.get(token.range.clone()).unwrap_or("");
    let length = match (behind_number, behind(han)) {
        (false, _) => ordinal(han),
        // `第1个 abandon`: alone, the character could be a word of a list.
        (true, 0) if is_ordinal(text.get(..token.range.start).unwrap_or("")) => {
            han.chars().next().filter(|first| matches!(first, '个' | '個')).map_or(0, char::len_utf8)
        }
        (true, length) => length,
    };
    let rest = han.get(length..).unwrap_or("");
    let end = if before_number { rest.strip_suffix('第').unwrap_or(rest) } else { rest };
    if end.len() == han.len() {
        return;
    }
    if end.is_empty() {
        token.label = true;
        return;
    }
    token.range.start += length;
    token.range.end = token.range.start + end.len();
    token.letters = end.chars().count();
}

/// Whether a text ends with `第` and a number.
fn is_ordinal(before: &str) -> bool {
    before.trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().ends_with('第')
}

fn behind(han: &str) -> usize {
    BEHIND.iter().find(|label| han.starts_with(**label)).map_or(0, |label| label.len())
}

/// The bytes of `第十二个词` at the beginning.
fn ordinal(han: &str) -> usize {
    let Some(rest) = han.strip_prefix('第') else { return 0 };
    let number = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    let label = behind(number);
    if number.len() == rest.len() || label == 0 { 0 } else { han.len() - number.len() + label }
}
