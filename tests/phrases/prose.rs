//! What reads like prose is none, and what is a phrase does not read like prose.

use super::{Seeded, is_exact, phrases, words};
use bip39::{Language, Mnemonic};
use std::path::PathBuf;

/// Sentences in which a phrase would be easy to see wrongly: listed words in a row, talk about phrases, lists of steps.
#[test]
fn benign_texts() {
    for text in include_str!("benign.txt").lines() {
        assert_eq!(phrases(text), [], "{text}");
    }
}

/// Sentences that are phrases with a valid checksum as far as BIP-39 goes.
#[test]
fn chinese_sentences_that_are_valid_phrases_by_chance() {
    for text in include_str!("valid-by-chance.txt").lines() {
        let spaced = text.chars().map(String::from).collect::<Vec<_>>().join(" ");
        let valid = [Language::SimplifiedChinese, Language::TraditionalChinese]
            .iter()
            .any(|language| Mnemonic::parse_in(*language, spaced.as_str()).is_ok());
        assert!(valid, "{text} is no case for this test");
        for text in [text.to_owned(), format!("{text}。"), format!("您好，{text}，怎么办？")] {
            assert_eq!(phrases(&text), [], "{text}");
        }
    }
}

/// What the program itself says must pass, since every output is looked through.
#[test]
fn the_program_says_no_phrase() {
    let mut files = ["flows", "src/i18n", "tests/summary", "examples"].map(PathBuf::from).to_vec();
    let mut read = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            read += 1;
            for line in text.lines().chain([text.as_str()]) {
                assert_eq!(phrases(line), [], "{}: {line}", path.display());
            }
        }
    }
    assert!(read > 20, "{read} files");
}

/// The official vectors whose entropy is one byte again and again, every character joined to the next.
#[test]
fn chinese_vectors_without_separators() {
    for language in [Language::SimplifiedChinese, Language::TraditionalChinese] {
        for byte in [0, 0x7f, 0x80, 0xff] {
            for length in [16, 20, 24, 28, 32] {
                let text = words(language, &vec![byte; length]).concat();
                for text in [text.clone(), format!("我的助记词是{text}怎么办"), format!("助記詞：{text}")]
                {
                    assert!(is_exact(&text), "{text}");
                }
            }
        }
    }
}

/// A phrase among 5,000 happens to read like prose; none of the longer ones does, nor any behind a cue.
#[test]
fn chinese_without_separators_is_seldom_missed() {
    let mut bytes = Seeded(2026);
    let mut missed = 0;
    for round in 0..600 {
        let language = [Language::SimplifiedChinese, Language::TraditionalChinese][round % 2];
        let short: Vec<u8> = bytes.by_ref().take(16).collect();
        let long: Vec<u8> = bytes.by_ref().take(32).collect();
        let (short, long) = (words(language, &short).concat(), words(language, &long).concat());
        missed += usize::from(!is_exact(&short));
        for text in
            [format!("我的助记词是{short}怎么办"), format!("种子 {short}"), long.clone(), format!("他发来{long}")]
        {
            assert!(is_exact(&text), "{text}");
        }
    }
    assert!(missed <= 1, "{missed} of 600 missed");
}

/// Long texts take long, but not longer than they are.
#[test]
fn long_texts_end() {
    let long = |text: &str| text.repeat(100_000 / text.len());
    let lists = format!("{}{}", "abandon, ability ".repeat(6), " ".repeat(80));
    assert!(phrases(&long(&lists)).len() > 400);
    for text in [
        "abandon ",
        "的",
        "哈哈",
        "助记词是",
        "1. ",
        "第1个词",
        "aban ",
        "的 ",
        "的一是在 ",
        "\u{301}",
        "第",
        "了解zoo",
    ] {
        assert!(phrases(&long(text)).len() < 20, "{text}");
    }
}

/// Whoever says that their words follow has said enough, and the first characters of the list are no sentence.
#[test]
fn announced_words_and_copied_characters() {
    for text in [
        "my words are legal winner thank year wave sausage worth useful",
        "my phrase is: 1. legal 2. winner 3. thank 4. year 5. wave 6. sausage",
        "助记词是 legal winner thank year wave sausage worth useful",
        "的一是在不了有和人这中大",
    ] {
        assert_ne!(phrases(text), [], "{text}");
    }
    for text in [
        "my phrase is not in the wallet that I use now, what should I do",
        "the words are legal winner thank",
        "legal winner thank year wave sausage worth useful",
        "我的词是的一是在不了有和人这中大吗",
    ] {
        assert_eq!(phrases(text), [], "{text}");
    }
}
