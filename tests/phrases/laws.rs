//! Whatever the phrase and however it is written down, it is found, and nothing of it is left over.

use super::{only, phrases, words};
use crate::harness::cases;
use bip39::Language;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization as _;
use walletfix::secrets::Confidence;

/// How the words are put together; a number goes with each.
#[derive(Debug, Clone)]
enum Style {
    Between(&'static str),
    Numbered(&'static str, &'static str, &'static str),
    Quoted,
}

impl Style {
    fn write(&self, words: &[String]) -> String {
        match self {
            Self::Between(separator) => words.join(separator),
            Self::Numbered(before, behind, end) => {
                let line = |(at, word): (usize, &String)| format!("{before}{}{behind}{word}{end}", at + 1);
                words.iter().enumerate().map(line).collect()
            }
            Self::Quoted => format!("[\"{}\"]", words.join("\", \"")),
        }
    }
}

fn styles() -> impl Strategy<Value = Style> {
    let between = [
        " ", ", ", ",", "、", "，", "\n", "\r\n", "\t", ";", "；", " / ", "|", " - ", "\u{3000}", "  ", "\\n", "_",
        "。",
    ];
    prop_oneof![
        3 => select(between.to_vec()).prop_map(Style::Between),
        2 => select(vec![
            ("", ". ", " "), ("", ".", "\n"), ("", ") ", "\n"), ("(", ") ", ", "), ("", "、", "\n"), ("word ", ": ", "\n"),
            ("第", "个词：", "，"), ("第", "个词是", "\n"), ("单词", ":", "\n"), ("#", " ", " "), ("", "", " "), ("[", "] ", "\t"),
        ])
        .prop_map(|(before, behind, end)| Style::Numbered(before, behind, end)),
        1 => Just(Style::Quoted),
    ]
}

fn around() -> impl Strategy<Value = (&'static str, &'static str)> {
    select(vec![
        ("", ""),
        ("my seed is ", " please help"),
        ("Hello, I cannot open my wallet. Phrase: ", ". What now?"),
        ("我的助记词是：", "，转不出去，怎么办？"),
        ("您好！助记词 ", " 客服让我发给他，安全吗？"),
        ("(", ")"),
        ("{\"mnemonic\": \"", "\"}"),
        ("2026-11-22 08:30 ", "\nversion 7.1.0"),
    ])
}

/// How a word is typed: as it is, decomposed, without accents, in capitals.
fn spelt(word: &str, way: u8) -> String {
    match way {
        0 => word.nfc().collect(),
        1 => word.nfkd().collect(),
        2 if word.is_ascii() => word.to_uppercase(),
        2 => word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).nfc().collect(),
        _ => word
            .nfc()
            .map(|c| if c.is_ascii_alphabetic() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c })
            .collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(400)))]

    #[test]
    fn every_phrase_is_found(
        entropy in any::<[u8; 32]>(),
        language in select(Language::ALL.to_vec()),
        length in select(vec![16_usize, 20, 24, 28, 32]),
        style in styles(),
        (before, behind) in around(),
        way in 0_u8..4,
    ) {
        let phrase: Vec<String> = words(language, &entropy[..length]).iter().map(|word| spelt(word, way)).collect();
        let phrase = style.write(&phrase);
        let text = format!("{before}{phrase}{behind}");
        let found = only(&text);
        prop_assert_eq!(found.confidence, Confidence::Exact);
        let span = covered(&phrase, before.len());
        prop_assert!(found.span.start <= span.start && span.end <= found.span.end, "{text}: {found:?}, not {span:?}");
    }

    #[test]
    fn nearly_a_phrase_is_found(
        entropy in any::<[u8; 32]>(),
        language in select(Language::ALL.to_vec()),
        length in select(vec![16_usize, 20, 24, 28, 32]),
        style in styles(),
        (before, behind) in around(),
        at in 0_usize..12,
        other in select(vec![None, Some("qwxzk"), Some("xx"), Some("钱钱"), Some("***")]),
    ) {
        let mut phrase: Vec<String> = words(language, &entropy[..length]).iter().map(ToString::to_string).collect();
        match other {
            Some(other) => phrase[at] = other.to_owned(),
            None => drop(phrase.remove(at)),
        }
        let phrase = style.write(&phrase);
        let text = format!("{before}{phrase}{behind}");
        let found = phrases(&text);
        let start = found.first().map_or(text.len(), |first| first.span.start);
        let end = found.last().map_or(0, |last| last.span.end);
        // A wrong word at either end may stay.
        let (span, slack) = (covered(&phrase, before.len()), 32);
        prop_assert!(start <= span.start + slack && span.end <= end + slack, "{text}: {found:?}");
    }
}

/// What joins words that somebody dictates is a word of the list itself, and then stands behind a number.
#[test]
fn a_word_that_could_join_two_others_is_a_word_behind_its_number() {
    for phrase in [
        "above october cave jar segment two then choice gentle drum flat edge",
        "army inhale next lion limit resource flush tray hungry tilt couple already",
    ] {
        let lines = phrase.split(' ').enumerate().map(|(at, word)| format!("word {}: {word}\n", at + 1));
        assert_eq!(only(&lines.collect::<String>()).confidence, Confidence::Exact, "{phrase}");
        let told: Vec<String> = phrase.split(' ').enumerate().map(|(at, word)| format!("{} {word}", at + 1)).collect();
        assert_eq!(only(&told.join(" then ")).confidence, Confidence::Exact, "{phrase}");
    }
}

/// Where the words of a phrase are: what stands before the first and behind the last may stay.
fn covered(phrase: &str, from: usize) -> std::ops::Range<usize> {
    let letter =
        |c: char| c.is_alphabetic() || c == '\u{3099}' || c == '\u{309a}' || ('\u{300}'..='\u{36f}').contains(&c);
    let end = phrase.rfind(letter).map_or(0, |at| at + phrase[at..].chars().next().map_or(0, char::len_utf8));
    let start = phrase.find(letter).unwrap_or(0);
    // Labels before the first word may stay as well.
    let label = ["第1个词：", "第1个词是", "word 1: ", "单词1:"].iter().find(|label| phrase.starts_with(**label));
    from + label.map_or(start, |label| label.len())..from + end
}
