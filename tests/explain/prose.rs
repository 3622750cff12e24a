//! The pages as texts: both languages say as much, in short sentences and in the house's style.

use walletfix::diagnostic::Rule;
use walletfix::explain::text::Page;
use walletfix::i18n::Lang;
use walletfix::wording::is_han;

/// Chinese characters and signs of a sentence; names of keys do not count.
const MOST_SIGNS: usize = 40;
/// Words of an English sentence.
const MOST_WORDS: usize = 25;
/// A page fits a screen or a little more.
const MOST_LINES: usize = 70;

/// Every paragraph, with the rule for messages.
fn paragraphs(lang: Lang) -> impl Iterator<Item = (&'static str, String)> {
    let of = move |rule: &Rule| Page::of(*rule).map(|page| (rule.id(), page.prose(lang).to_vec()));
    Rule::ALL.iter().filter_map(of).flat_map(|(id, prose)| prose.into_iter().map(move |text| (id, text)))
}

#[test]
fn both_languages_say_what_it_means_why_it_matters_and_how_to_mend_it() {
    for rule in Rule::ALL {
        let page = Page::of(*rule).unwrap_or_default();
        for lang in Lang::ALL {
            assert_eq!(page.prose(lang).len(), 3, "{} in {}", rule.id(), lang.tag());
        }
    }
}

#[test]
fn sentences_are_short() {
    let mut long = Vec::new();
    for (id, text) in paragraphs(Lang::Zh) {
        for sentence in text.split_inclusive(['。', '？']) {
            let signs = sentence.chars().filter(|sign| !sign.is_ascii()).count();
            if signs > MOST_SIGNS {
                long.push(format!("{id}: {signs} in {sentence}"));
            }
        }
    }
    for (id, text) in paragraphs(Lang::En) {
        for sentence in text.replace("? ", ". ").split(". ") {
            let words = sentence.split_whitespace().count();
            if words > MOST_WORDS {
                long.push(format!("{id}: {words} in {sentence}"));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn pages_keep_the_house_style() {
    for lang in Lang::ALL {
        for (id, text) in paragraphs(lang) {
            for mark in ['!', '！', '…', '—', '–', '～', '「', '」', '\t'] {
                assert!(!text.contains(mark), "{id}: {mark} in {text}");
            }
            let end = if lang == Lang::Zh { "。" } else { "." };
            let closed = text.ends_with(end) || text.ends_with('?') || text.ends_with('？') || text.ends_with("?”");
            assert!(closed, "{id} does not end like a sentence: {text}");
        }
    }
}

#[test]
fn chinese_has_its_own_punctuation_and_a_space_beside_latin() {
    for (id, text) in paragraphs(Lang::Zh) {
        for word in ["我们", "您们", "他", "她", "进行", "是否"] {
            assert!(!text.replace("其他", "").contains(word), "{id}: {word} in {text}");
        }
        assert!(text.matches('您').count() <= 1, "{id}: {text}");
        assert!(!text.contains('`'), "{id}: backticks are for English: {text}");
        for (left, right) in text.chars().zip(text.chars().skip(1)) {
            let pair = format!("{id}: {left}{right} in {text}");
            assert!(!(is_han(left) && is_latin(right)), "{pair} lacks a space");
            assert!(!(is_latin(left) && is_han(right)), "{pair} lacks a space");
            assert!(!(is_han(left) && ",.:;?()".contains(right)), "{pair} should be full-width");
            assert!(!(is_full_width(left) && right == ' ' || left == ' ' && is_full_width(right)), "{pair}");
        }
    }
}

fn is_latin(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "{}[]<>=".contains(sign)
}

fn is_full_width(sign: char) -> bool {
    "，。、：；？（）“”".contains(sign)
}

#[test]
fn english_is_plain_ascii_but_for_quotation_marks() {
    for (id, text) in paragraphs(Lang::En) {
        let odd = text.chars().find(|sign| !sign.is_ascii() && !['“', '”', '≥', '\u{fffd}'].contains(sign));
        assert_eq!(odd, None, "{id}: {text}");
        assert!(text.matches('`').count() % 2 == 0, "{id}: {text}");
    }
}

#[test]
fn a_mended_example_differs_in_few_lines() {
    for rule in Rule::ALL {
        let page = Page::of(*rule).unwrap_or_default();
        let lines = |files: &[walletfix::explain::example::File]| -> Vec<String> {
            files.iter().flat_map(|file| file.lines.clone()).collect()
        };
        let (wrong, right) = (lines(&page.wrong), lines(&page.right));
        let gone = wrong.iter().filter(|line| !right.contains(line)).count();
        let new = right.iter().filter(|line| !wrong.contains(line)).count();
        assert!(gone <= 9 && new <= 9, "{}: {gone} lines are gone and {new} are new", rule.id());
        let all = wrong.len() + right.len() + lines(&page.beside).len();
        assert!((2..MOST_LINES).contains(&all), "{}: {all} lines of examples", rule.id());
    }
}
