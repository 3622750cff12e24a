//! Recovery phrases of all ten lists (BIP-39), as people write them down and paste them.

use super::words::{PHRASE_EN, PHRASE_ZH, around};
use super::{Sheet, dice, wide};
use crate::harness::wander::Dice;
use bip39::{Language, Mnemonic};
use unicode_normalization::UnicodeNormalization as _;

const LENGTHS: [usize; 5] = [12, 15, 18, 21, 24];
const KIND: &str = "recovery-phrase";

/// A valid phrase in the spelling of keyboards (NFC).
fn phrase(dice: &mut Dice, language: Language, words: usize) -> Vec<String> {
    let entropy: Vec<u8> = (0..words / 3 * 4).map(|_| u8::try_from(dice.roll(256)).unwrap()).collect();
    let mnemonic = Mnemonic::from_entropy_in(language, &entropy).unwrap();
    mnemonic.words().map(|word| word.nfc().collect()).collect()
}

fn is_valid(language: Language, words: &[String]) -> bool {
    Mnemonic::parse_in_normalized(language, &words.join(" ").nfkd().collect::<String>()).is_ok()
}

/// The same with one word changed for another, so that the checksum is wrong.
fn with_wrong_checksum(dice: &mut Dice, language: Language, words: &[String]) -> Vec<String> {
    loop {
        let mut other = words.to_vec();
        other[dice.roll(words.len())] = dice.pick(language.word_list()).nfc().collect();
        if !is_valid(language, &other) {
            return other;
        }
    }
}

/// The same with a slip of the pen in one word.
fn misspelt(dice: &mut Dice, language: Language, words: &[String]) -> Vec<String> {
    loop {
        let mut other = words.to_vec();
        let word = &mut other[dice.roll(words.len())];
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() == 1 {
            letters = vec![*dice.pick(&['噢', '啧', '嗯', '瞅', '咱'])];
        } else {
            let at = dice.roll(letters.len() - 1);
            match dice.roll(3) {
                0 => letters.swap(at, at + 1),
                1 => drop(letters.remove(at)),
                _ => letters.insert(at, letters[at]),
            }
        }
        *word = letters.into_iter().collect();
        if language.find_word(&word.nfkd().collect::<String>()).is_none() {
            return other;
        }
    }
}

/// The same without one word.
fn with_one_missing(dice: &mut Dice, words: &[String]) -> Vec<String> {
    let mut other = words.to_vec();
    other.remove(dice.roll(words.len()));
    other
}

fn numbered(words: &[String], form: fn(usize, &str) -> String, between: &str) -> String {
    let parts: Vec<String> = words.iter().enumerate().map(|(at, word)| form(at + 1, word)).collect();
    parts.join(between)
}

/// Ways to write down words that stand apart.
const SHAPES: [fn(&[String]) -> String; 18] = [
    |words| words.join(" "),
    |words| words.join("\n"),
    |words| words.join(", "),
    |words| words.join(","),
    |words| numbered(words, |number, word| format!("{number}. {word}"), " "),
    |words| numbered(words, |number, word| format!("{number}. {word}"), "\n"),
    |words| numbered(words, |number, word| format!("{number}){word}"), " "),
    |words| numbered(words, |number, word| format!("{number}、{word}"), "，"),
    |words| numbered(words, |number, word| format!("{number:02}: {word}"), "\n"),
    |words| numbered(words, |number, word| format!("{number}{word}"), " "),
    |words| wide(&words.join(" ")),
    |words| words.join(" ").to_uppercase(),
    |words| words.iter().map(|word| capital(word)).collect::<Vec<_>>().join(" "),
    |words| words.join("   "),
    |words| words.join("\t"),
    |words| format!("[\"{}\"]", words.join("\", \"")),
    |words| words.chunks(4).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n"),
    |words| words.join(" - "),
];

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// English phrases in every shape.
pub(crate) fn english() -> Sheet {
    let mut sheet = Sheet::secrets(
        "phrases-english",
        "English recovery phrases of 12 to 24 words: every way to write them down, valid ones, then with a wrong checksum, one word missing, one misspelt.",
    );
    let mut dice = dice(11);
    let vector = "abandon ".repeat(11) + "about";
    sheet.exact(KIND, &vector, &vector);
    for (number, shape) in SHAPES.iter().enumerate() {
        for turn in 0..3 {
            let words = phrase(&mut dice, Language::English, LENGTHS[(number + turn * 2) % 5]);
            let shaped = shape(&words);
            let text = match turn {
                0 => shaped,
                1 => around(&PHRASE_ZH, number, &shaped),
                _ => around(&PHRASE_EN, number, &shaped),
            };
            sheet.exact(KIND, &words.join(" "), &text);
        }
    }
    for format in ["error", "order-id", "tx-hash", "address", "email", "phone", "url"] {
        let length = LENGTHS[dice.roll(5)];
        let words = phrase(&mut dice, Language::English, length);
        sheet.row(&[KIND, "exact", format, &words.join(" "), &words.join(" ")]);
    }
    for number in 0..12 {
        let whole = phrase(&mut dice, Language::English, LENGTHS[number % 5]);
        for spoilt in [
            with_wrong_checksum(&mut dice, Language::English, &whole),
            misspelt(&mut dice, Language::English, &whole),
            with_one_missing(&mut dice, &whole),
        ] {
            let shaped = SHAPES[[0, 1, 2, 4][number % 4]](&spoilt);
            let text = match number % 3 {
                0 => around(&PHRASE_ZH, number, &shaped),
                1 => around(&PHRASE_EN, number, &shaped),
                _ => shaped,
            };
            sheet.context(KIND, &spoilt.join(" "), &text);
        }
    }
    sheet
}

/// Chinese phrases of both lists, also without anything between the characters.
pub(crate) fn chinese() -> Sheet {
    let mut sheet = Sheet::secrets(
        "phrases-chinese",
        "Recovery phrases of both Chinese lists: apart, in groups and without spaces. Alone they are exact; where a sentence runs into them without a gap, or a word is wrong or missing, only context tells.",
    );
    let mut dice = dice(12);
    let shapes: [fn(&[String]) -> String; 10] = [
        |words| words.join(" "),
        <[String]>::concat,
        |words| words.join("、"),
        |words| words.join("，"),
        |words| words.join("\n"),
        |words| words.join("\u{3000}"),
        |words| words.chunks(4).map(<[String]>::concat).collect::<Vec<_>>().join(" "),
        |words| numbered(words, |number, word| format!("{number}.{word}"), " "),
        |words| numbered(words, |number, word| format!("{number}、{word}"), "\n"),
        |words| words.chunks(3).map(<[String]>::concat).collect::<Vec<_>>().join("，"),
    ];
    for language in [Language::SimplifiedChinese, Language::TraditionalChinese] {
        for (number, shape) in shapes.iter().enumerate() {
            let words = phrase(&mut dice, language, LENGTHS[number % 5]);
            sheet.exact(KIND, &words.join(" "), &shape(&words));
            let words = phrase(&mut dice, language, LENGTHS[(number + 2) % 5]);
            let text = around(&PHRASE_ZH, number, &shape(&words));
            sheet.exact(KIND, &words.join(" "), &text);
        }
        for (number, length) in LENGTHS.into_iter().enumerate() {
            let words = phrase(&mut dice, language, length);
            let text = format!("我的助记词是{}现在钱包里的币不见了怎么办", words.concat());
            sheet.context(KIND, &words.join(" "), &text);
            let wrong = with_wrong_checksum(&mut dice, language, &words);
            sheet.context(KIND, &wrong.join(" "), &around(&PHRASE_ZH, number, &wrong.join(" ")));
            sheet.context(KIND, &wrong.join(" "), &format!("助记词：{}", wrong.concat()));
            let missing = with_one_missing(&mut dice, &words);
            sheet.context(KIND, &missing.join(" "), &around(&PHRASE_ZH, number + 1, &missing.join(" ")));
            let spoilt = misspelt(&mut dice, language, &words);
            sheet.context(KIND, &spoilt.join(" "), &around(&PHRASE_EN, number, &spoilt.join(" ")));
        }
    }
    sheet
}

/// The seven other lists, composed and decomposed.
pub(crate) fn other_languages() -> Sheet {
    let mut sheet = Sheet::secrets(
        "phrases-other",
        "Recovery phrases of the Japanese, Korean, Spanish, French, Italian, Portuguese and Czech lists: composed (NFC) as keyboards write them, decomposed (NFKD) as wallets store them, and with an ideographic space; then with a wrong checksum, a misspelt word, one word missing.",
    );
    let mut dice = dice(13);
    let others = Language::ALL.iter().filter(|language| {
        !matches!(language, Language::English | Language::SimplifiedChinese | Language::TraditionalChinese)
    });
    for (number, language) in others.enumerate() {
        let mut valid = |turn: usize| phrase(&mut dice, *language, LENGTHS[(number + turn) % 5]);
        let words = valid(0);
        sheet.exact(KIND, &words.join(" "), &words.join(" "));
        let words = valid(1);
        sheet.exact(KIND, &words.join(" "), &words.join(" ").nfkd().collect::<String>());
        let words = valid(2);
        sheet.exact(KIND, &words.join(" "), &words.join("\u{3000}"));
        let words = valid(3);
        sheet.exact(KIND, &words.join(" "), &around(&PHRASE_ZH, number, &SHAPES[4](&words)));
        let words = valid(4);
        sheet.exact(KIND, &words.join(" "), &around(&PHRASE_EN, number, &SHAPES[2](&words)));
        let words = valid(2);
        sheet.exact(KIND, &words.join(" "), &SHAPES[11](&words));
        let words = valid(0);
        let wrong = with_wrong_checksum(&mut dice, *language, &words);
        sheet.context(KIND, &wrong.join(" "), &around(&PHRASE_EN, number, &wrong.join(" ")));
        let spoilt = misspelt(&mut dice, *language, &words);
        sheet.context(KIND, &spoilt.join(" "), &around(&PHRASE_ZH, number, &spoilt.join(" ")));
        let missing = with_one_missing(&mut dice, &words);
        sheet.context(KIND, &missing.join(" "), &missing.join("\n"));
    }
    sheet
}

/// Valid English phrases in what documents and chats put around words.
pub(crate) fn dressed() -> Sheet {
    let mut sheet = Sheet::secrets(
        "phrases-dressed",
        "English recovery phrases in what documents and chats put around words: unbreakable spaces, bullets, markup, tables, quoted lines, soft hyphens; exact where the words follow one another, context where other words or the order of columns come between.",
    );
    let mut dice = dice(14);
    let exact: [fn(&[String]) -> String; 12] = [
        |words| words.join("\u{a0}"),
        |words| words.join(" – "),
        |words| words.iter().map(|word| format!("• {word}")).collect::<Vec<_>>().join("\n"),
        |words| words.iter().map(|word| format!("- {word}")).collect::<Vec<_>>().join("\n"),
        |words| words.iter().map(|word| format!("**{word}**")).collect::<Vec<_>>().join(" "),
        |words| format!("<li>{}</li>", words.join("</li><li>")),
        |words| words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", "),
        |words| numbered(words, |number, word| format!("| {number} | {word} |"), "\n"),
        |words| words.chunks(4).map(|line| format!("> {}", line.join(" "))).collect::<Vec<_>>().join("\n"),
        |words| words.join(" ").replace("er", "e\u{ad}r"),
        |words| words.join(" \u{200b}"),
        |words| numbered(words, |number, word| format!("word{number}={word}"), " "),
    ];
    for (number, shape) in exact.iter().enumerate() {
        let words = phrase(&mut dice, Language::English, LENGTHS[number % 5]);
        sheet.exact(KIND, &words.join(" "), &shape(&words));
    }
    let context: [fn(&[String]) -> String; 5] = [
        |words| numbered(words, |number, word| format!("第{number}个是{word}"), "，"),
        |words| numbered(words, |number, word| format!("word {number} is {word}"), ", "),
        |words| {
            let (left, right) = words.split_at(words.len() / 2);
            let lines = left.iter().zip(right).zip(1..);
            lines
                .map(|((one, two), at)| format!("{at} {one}\t{} {two}", at + left.len()))
                .collect::<Vec<_>>()
                .join("\n")
        },
        |words| words.iter().rev().cloned().collect::<Vec<_>>().join(" "),
        |words| format!("{} 然后是 {}", words[..6].join(" "), words[6..].join(" ")),
    ];
    for (number, shape) in context.iter().enumerate() {
        let words = phrase(&mut dice, Language::English, LENGTHS[number % 5]);
        let mut core = words.clone();
        match number {
            2 => {
                let (left, right) = words.split_at(words.len() / 2);
                core = left.iter().zip(right).flat_map(|(one, two)| [one.clone(), two.clone()]).collect();
            }
            3 => core.reverse(),
            _ => {}
        }
        sheet.context(KIND, &core.join(" "), &format!("my words: {}", shape(&words)));
    }
    sheet
}
