//! One phrase in every shape in which people write it down.

use super::{only, words};
use bip39::Language;
use walletfix::secrets::Confidence;

const NUMERALS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

#[test]
fn shapes_of_one_phrase() {
    let words = words(Language::English, b"sixteen bytes 1.");
    let plain = words.join(" ");
    let each = |format: &dyn Fn(usize, &str) -> String| -> String {
        words.iter().enumerate().map(|(at, word)| format(at + 1, word)).collect()
    };
    let columns: Vec<String> =
        (0..6).map(|row| format!("{} {:9} {} {}", row + 1, words[row], row + 7, words[row + 6])).collect();
    let exact = [
        plain.clone(),
        plain.to_uppercase(),
        plain.replace(' ', ","),
        plain.replace(' ', ", "),
        plain.replace(' ', "、"),
        plain.replace(' ', "，"),
        plain.replace(' ', "\n"),
        plain.replace(' ', "\r\n\r\n"),
        plain.replace(' ', "\\n"),
        plain.replace(' ', "\t"),
        plain.replace(' ', "; "),
        plain.replace(' ', " / "),
        plain.replace(' ', "|"),
        plain.replace(' ', "-"),
        plain.replace(' ', "_"),
        plain.replace(' ', "%20"),
        plain.replace(' ', "\u{3000}"),
        plain.replace(' ', "\u{a0}\u{200b}"),
        format!("[\"{}\"]", plain.replace(' ', "\", \"")),
        format!("('{}')", plain.replace(' ', "', '")),
        format!("{{\"mnemonic\":\"{plain}\"}}"),
        format!("“{plain}”"),
        plain
            .chars()
            .map(|c| if c == ' ' { '\u{3000}' } else { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) })
            .collect(),
        format!("my seed is {plain} please help"),
        format!("Hello, I lost my wallet. My phrase: {plain}. What can I do now?"),
        format!("我的助记词是{plain}怎么办"),
        format!("我的助记词是：{plain}，转不出去，怎么办？"),
        each(&|at, word| format!("{at}. {word} ")),
        each(&|at, word| format!("{at}.{word}")),
        each(&|at, word| format!("{at}) {word}\n")),
        each(&|at, word| format!("({at}) {word}, ")),
        each(&|at, word| format!("{at:02}: {word}\n")),
        each(&|at, word| format!("#{at} {word}\n")),
        each(&|at, word| format!("word {at}: {word}\n")),
        each(&|at, word| format!("Word #{at} = {word}; ")),
        each(&|at, word| format!("第{at}个词：{word}\n")),
        each(&|at, word| format!("第{at}个词是{word}，")),
        each(&|at, word| format!("第{}个词：{word}\n", NUMERALS[at - 1])),
        each(&|at, word| format!("单词{at}：{word}\n")),
        each(&|at, word| format!("{}、{word}\n", NUMERALS[at - 1])),
        each(&|at, word| {
            format!("{}．{word}　", char::from_u32(0xff10 + u32::try_from(at % 10).unwrap_or(0)).unwrap_or(' '))
        }),
        each(&|at, word| format!("{at} - {word}\n")),
        each(&|at, word| format!("word {at} is {word}, ")),
        each(&|at, word| format!("第{at}个是{word}，")),
        each(&|_, word| format!("<li class=\"word\">{word}</li>")),
        each(&|at, word| format!("<tr><td>{at}</td><td>{word}</td></tr>\n")),
        each(&|at, word| format!("[12:3{}] {word}\n", at % 10)),
        each(&|at, word| format!("seed_{at}={word}\n")),
        each(&|at, word| format!("\"{at}\": \"{word}\",\n")),
        each(&|at, word| if at % 6 == 0 { format!("{word}\n") } else { format!("{word} ") }),
        each(&|at, word| if at % 4 == 0 { format!("{word};\n") } else { format!("{word}, ") }),
        each(&|at, word| format!("{}{word}", char::from_u32(0x245f + u32::try_from(at).unwrap_or(0)).unwrap_or(' '))),
        each(&|at, word| format!("{word} ({at})\n")),
        each(&|at, word| format!("| {at} | {word} |\n")),
        each(&|_, word| format!("- {word}\n")),
        each(&|_, word| format!("{} ", &word[..word.len().min(4)])),
    ];
    for text in exact {
        let found = only(&text);
        assert_eq!(found.confidence, Confidence::Exact, "{text}");
        let last = words[11].get(..4).unwrap_or(words[11]);
        let seen = text[found.span.clone()].to_lowercase();
        if seen.is_ascii() {
            assert!(seen.contains(&words[0][..4]) && seen.contains(last), "{text}: {seen}");
        }
    }
    let missing: Vec<_> = (0..12).map(|gone| [&words[..gone], &words[gone + 1..]].concat().join(" ")).collect();
    let misspelt: Vec<_> = (0..12)
        .flat_map(|at| ["abandn", "???", "12345678", "xx", "什么"].map(|other| (at, other)))
        .map(|(at, other)| [&words[..at], &[other], &words[at + 1..]].concat().join(" "))
        .collect();
    let swapped = words.iter().rev().copied().collect::<Vec<_>>().join(" ");
    for text in missing.into_iter().chain(misspelt).chain([swapped, columns.join("\n")]) {
        only(&text);
    }
}

#[test]
fn all_lists_and_lengths() {
    for language in Language::ALL {
        for (length, seed) in [(16, 1_u8), (20, 2), (24, 3), (28, 4), (32, 5)] {
            let entropy: Vec<u8> =
                (0_u8..length).map(|at| seed.wrapping_mul(151).wrapping_add(at.wrapping_mul(73))).collect();
            let text = words(*language, &entropy).join(" ");
            let found = only(&text);
            assert_eq!((found.span, found.confidence), (0..text.len(), Confidence::Exact), "{language:?}: {text}");
        }
    }
}

/// `then` and `next` are what people say between words, and words of the list.
#[test]
fn a_numbered_connector_is_a_word() {
    let entropy = [3, 54, 6, 33, 1, 26, 0, 0, 4, 8, 0, 224, 32, 0, 0, 0];
    let words = words(Language::English, &entropy);
    assert_eq!(words[8], "then");
    let each = |format: &dyn Fn(usize, &str) -> String| -> String {
        words.iter().enumerate().map(|(at, word)| format(at + 1, word)).collect()
    };
    for text in [
        each(&|at, word| format!("第{at}个词：{word}，")),
        each(&|at, word| format!("第 {at} 个词是 {word}\n")),
        each(&|at, word| format!("第{}个词：{word}\n", NUMERALS[at - 1])),
        each(&|at, word| format!("word {at}: {word}\n")),
        each(&|at, word| format!("{at}. {word} ")),
        words.join(" "),
    ] {
        assert_eq!(only(&text).confidence, Confidence::Exact, "{text}");
    }
}
