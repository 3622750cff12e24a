//! The rules of style that a machine can keep, over every text of the pack and every sentence of the program.

mod fluent;
mod marks;
mod measure;
mod parts;
mod report;
mod texts;
mod wording;

use report::{Breach, RULES, Report};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use texts::Text;
use walletfix::i18n::Lang;

/// Every breach in these texts.
fn breaches(texts: &[Text]) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut lists: BTreeMap<(&str, &str), Vec<&Text>> = BTreeMap::new();
    for text in texts {
        measure::pair(text, &mut Report::of(text, Lang::Zh, &mut found));
        for lang in Lang::ALL {
            let words = text.words[lang as usize].as_str();
            let mut report = Report::of(text, lang, &mut found);
            marks::check(text, lang, words, &mut report);
            measure::check(text, lang, words, &mut report);
            wording::check(text, lang, words, &mut report);
        }
        if let Some(list) = &text.list {
            let list = lists.entry((&text.file[0], list)).or_default();
            list.push(text);
            for lang in Lang::ALL {
                measure::options(list, list.len() - 1, lang, &mut Report::of(text, lang, &mut found));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// A breach that is right where it stands, and why.
struct Excuse {
    file: &'static str,
    path: &'static str,
    rule: &'static str,
    why: &'static str,
}

impl Excuse {
    fn covers(&self, breach: &Breach) -> bool {
        (self.file, self.path, self.rule) == (&*breach.file, &*breach.path, breach.rule)
    }
}

fn excuses() -> Vec<Excuse> {
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [file, path, rule, why] = cells[..] else { panic!("four cells: {line}") };
        Excuse { file, path, rule, why }
    };
    include_str!("style/excused.tsv").lines().skip(1).map(row).collect()
}

/// What stands in the pack.
fn in_the_pack() -> &'static [Breach] {
    static FOUND: OnceLock<Vec<Breach>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let texts = texts::pack("flows");
        assert!(texts.len() > 1500, "only {} texts were read", texts.len());
        breaches(&texts)
    })
}

/// What the program says.
fn in_the_program() -> &'static [Breach] {
    static FOUND: OnceLock<Vec<Breach>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let texts = texts::program();
        assert!(texts.len() > 1000, "only {} sentences were read", texts.len());
        breaches(&texts)
    })
}

fn assert_none(found: &[Breach]) {
    let excuses = excuses();
    let open: Vec<String> = found
        .iter()
        .filter(|breach| !excuses.iter().any(|excuse| excuse.covers(breach)))
        .map(ToString::to_string)
        .collect();
    assert!(open.is_empty(), "{} breaches of style\n{}", open.len(), open.join("\n"));
}

#[test]
fn every_text_of_the_pack_keeps_the_style() {
    assert_none(in_the_pack());
}

#[test]
fn every_sentence_of_the_program_keeps_the_style() {
    assert_none(in_the_program());
}

#[test]
fn every_excuse_is_needed_and_has_a_reason() {
    let found = || in_the_pack().iter().chain(in_the_program());
    for excuse in excuses() {
        let at = format!("{} {} {}", excuse.file, excuse.path, excuse.rule);
        assert!(excuse.why.split_whitespace().count() > 3, "no reason: {at}");
        assert!(found().any(|breach| excuse.covers(breach)), "nothing to excuse: {at}");
    }
}

/// What breaks a rule is called by it.
#[test]
fn every_rule_finds_its_breach_and_no_other_does() {
    let mut bad = texts::pack("tests/style/bad");
    bad.extend(fluent::texts("screen", [include_str!("style/bad/zh.ftl"), include_str!("style/bad/en.ftl")]));
    let called = |path: &str| {
        let name = path.strip_prefix("step.").and_then(|rest| rest.split('.').next()).unwrap_or(path);
        name.trim_end_matches(|sign: char| sign == '-' || sign.is_ascii_digit()).to_owned()
    };
    let found = breaches(&bad);
    let wrong: Vec<String> =
        found.iter().filter(|breach| breach.rule != called(&breach.path)).map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "found by another rule\n{}", wrong.join("\n"));
    let place =
        |file: &str, path: &str| (file.ends_with("toml"), path.splitn(3, '.').take(2).collect::<Vec<_>>().join("."));
    let caught: BTreeSet<_> = found.iter().map(|breach| place(&breach.file, &breach.path)).collect();
    let all: BTreeSet<_> = bad.iter().map(|text| place(&text.file[0], &text.path)).collect();
    let missed: Vec<_> = all.difference(&caught).collect();
    assert!(missed.is_empty(), "not found: {missed:?}");
    let without: Vec<_> = RULES.iter().filter(|rule| !found.iter().any(|breach| breach.rule == **rule)).collect();
    assert!(without.is_empty(), "nothing here breaks {without:?}");
}

#[test]
fn a_breach_says_where_it_stands_and_what_would_be_right() {
    let bad = texts::pack("tests/style/bad");
    let found = breaches(&bad);
    let shown: Vec<String> =
        found.iter().filter(|breach| breach.path == "step.banned.tell").map(ToString::to_string).collect();
    let line =
        include_str!("style/bad/texts.toml").lines().position(|line| line.contains("登陆")).expect("it is there");
    let path = "tests/style/bad/texts.toml";
    let right = "登陆: 登录";
    assert_eq!(shown, [format!("{path}:{} (step.banned.tell) banned\n    先登陆。\n    right: {right}", line + 1)]);
}

/// Each word of the table is found in a sentence of its language, and not where it is fine.
#[test]
fn every_word_of_the_table_can_be_found() {
    let mut seen = BTreeSet::new();
    for word in wording::banned() {
        let plain = word.avoid.trim_end_matches('*');
        assert!(seen.insert((word.lang, word.avoid)), "twice: {plain}");
        let around = if word.lang == Lang::Zh {
            format!("先看{plain}，再说。")
        } else {
            format!("See: {plain}, then go on.")
        };
        assert!(word.is_said(&around), "{plain}");
        for fine in &word.unless {
            assert!(fine.to_lowercase().contains(plain), "{fine} is no case of {plain}");
            assert!(!word.is_said(&format!("（{fine}）")), "{fine}");
        }
    }
}
