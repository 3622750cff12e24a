//! How long sentences and screens are, how they end, and whom they address.

use super::parts::{beginning, breaths, is_item, length, own_words, sentences};
use super::report::Report;
use super::texts::{Role, Text};
use std::collections::BTreeMap;
use walletfix::i18n::Lang;

/// The most characters of a Chinese sentence, and the most words of an English one.
fn longest(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 40,
        Lang::En => 22,
    }
}

/// Every rule about the measure of a text.
pub(super) fn check(text: &Text, lang: Lang, words: &str, report: &mut Report<'_>) {
    for sentence in breaths(words, lang) {
        let length = length(sentence);
        if length > longest(lang) {
            report.add("length", &format!("two sentences: {length}, and {} is the most: {sentence}", longest(lang)));
        }
        let commas = own_words(sentence).matches('，').count();
        if commas > 2 {
            report.add("commas", &format!("two sentences: {commas} commas in {sentence}"));
        }
    }
    for sentence in sentences(words, lang) {
        if own_words(sentence).matches('您').count() > 1 {
            report.add("you", &format!("您 once in a sentence: {sentence}"));
        }
        if lang == Lang::En && sentence.ends_with('?') && own_words(sentence).contains(';') {
            report.add("question", &format!("no semicolon in a question: {sentence}"));
        }
    }
    let said = own_words(words).to_lowercase();
    let asked = if lang == Lang::Zh { polite(&said) } else { said.matches("please").count() };
    if asked > 1 {
        report.add("please", "请 / please once");
    }
    if text.urgent && (asked > 0 || said.contains('您')) {
        report.add("urgent", "the verb first, without 您, 请 or please");
    }
    if text.role.is_screen() {
        screen(text, lang, words, report);
    }
    if text.role.is_short() && words.ends_with(['.', '。', ',', '，', ';', '；', ':', '：', '、']) {
        report.add("final", "no sign at the end of a title, label, option or name");
    }
}

/// How often a Chinese text says "please". The same word asks somebody else for something: 请对方查一遍.
fn polite(said: &str) -> usize {
    const ASKED: [&str; 13] =
        ["求", "人", "它", "对方", "平台", "店家", "商家", "客服", "收款", "银行", "运营商", "厂家", "交易所"];
    let asks = |(at, word): (usize, &str)| {
        let after = &said[at + word.len()..];
        !ASKED.iter().any(|who| after.starts_with(who)) && !said[..at].ends_with(['申', '邀'])
    };
    said.match_indices('请').filter(|found| asks(*found)).count()
}

/// Three sentences and a question; every line that is no item of a list ends as a sentence does.
fn screen(text: &Text, lang: Lang, words: &str, report: &mut Report<'_>) {
    let of_list = |sentence: &&str| is_item(sentence) || FIXED.contains(sentence);
    let count = sentences(words, lang).iter().filter(|sentence| !of_list(sentence)).count();
    let most = if text.role == Role::End { MOST_AT_AN_END } else { MOST_SENTENCES };
    if count > most {
        report.add("screen", &format!("at most {most} sentences, not {count}"));
    }
    let ends: &[char] = if lang == Lang::Zh { &['。', '？', '：', '！'] } else { &['.', '?', ':', '!'] };
    if let Some(line) =
        words.lines().find(|line| !is_item(line) && !line.trim_end_matches(['”', ')', '）']).ends_with(ends))
    {
        report.add("final", &format!("a full stop or a question mark after: {line}"));
    }
}

/// Three, and the question or the way on.
const MOST_SENTENCES: usize = 4;
/// An end says what is known, what to do, by when, what then, and what to keep.
const MOST_AT_AN_END: usize = 5;
/// The second half of the warning that stands as it is wherever support takes over.
const FIXED: [&str; 2] = ["谁来要，谁就是骗子。", "Whoever asks is a scammer."];

/// Every rule about both languages of a text beside each other.
pub(super) fn pair(text: &Text, report: &mut Report<'_>) {
    let [zh, en] = &text.words;
    let holes = |words: &str| {
        let mut names: Vec<String> =
            words.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    // Chinese takes the month by its number, and needs no plural; keys of sentences are compared elsewhere.
    if text.role.is_of_pack() && holes(zh) != holes(en) {
        report.add("placeholders", &format!("the same in both: {:?} and {:?}", holes(zh), holes(en)));
    }
    let counts = [sentences(zh, Lang::Zh).len(), sentences(en, Lang::En).len()];
    let with_semicolons = breaths(zh, Lang::Zh).len().abs_diff(breaths(en, Lang::En).len());
    if text.role.is_screen() && counts[0].abs_diff(counts[1]).min(with_semicolons) > 1 {
        report.add("pair", &format!("as many sentences, one more or less: zh {}, en {}", counts[0], counts[1]));
    }
}

/// Every rule about options beside each other.
pub(super) fn options(list: &[&Text], at: usize, lang: Lang, report: &mut Report<'_>) {
    const MOST: usize = 6;
    if lang == Lang::Zh && at == MOST {
        report.add("options", &format!("{MOST} options, not {}", list.len()));
    }
    let mut first = BTreeMap::new();
    for text in &list[..=at] {
        let words = text.words[lang as usize].as_str();
        let before = first.insert(beginning(words), words);
        if let Some(before) = before
            && std::ptr::eq(*text, list[at])
        {
            report.add("prefix", &format!("other first two characters than “{before}”"));
        }
    }
}
