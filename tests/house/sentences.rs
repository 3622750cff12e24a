//! The program's sentences: in both languages, with the same values, none missing, none left over.

use super::sources::sources;
use std::collections::{BTreeMap, BTreeSet};
use walletfix::diagnostic::Rule;
use walletfix::i18n::{Lang, has};

/// Keys and the variables of each, read from a Fluent file.
fn keys(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            key.clone_into(&mut current);
            assert!(all.insert(current.clone(), BTreeSet::new()).is_none(), "{key} stands there twice");
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
            // The month is a number in one language and a name in the other.
            let name = name.strip_suffix("-name").unwrap_or(&name).to_owned();
            all.entry(current.clone()).or_default().insert(name);
        }
    }
    all
}

/// Literals that could be keys: kebab words with at least one dash.
fn literals() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for source in sources(&["src"]) {
        for (_, line) in source.code() {
            all.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    all
}

#[test]
fn both_languages_say_the_same_things() {
    for (file, zh, en) in walletfix::i18n::sources() {
        let (zh, en) = (keys(zh), keys(en));
        let differ: Vec<_> = zh
            .keys()
            .filter(|key| !en.contains_key(*key))
            .chain(en.keys().filter(|key| !zh.contains_key(*key)))
            .collect();
        assert!(differ.is_empty(), "{file}.ftl: only one language has {differ:?}");
        for (key, names) in &zh {
            assert_eq!(Some(names), en.get(key), "{file}.ftl: {key} has other values in the other language");
        }
    }
}

#[test]
fn a_key_stands_in_one_file() {
    let mut owner = BTreeMap::new();
    for (file, _, en) in walletfix::i18n::sources() {
        for key in keys(en).into_keys() {
            if let Some(other) = owner.insert(key.clone(), file) {
                panic!("{key} stands in {other}.ftl and {file}.ftl");
            }
        }
    }
}

#[test]
fn every_sentence_can_be_read() {
    for (file, zh, en) in walletfix::i18n::sources() {
        for (lang, text) in [(Lang::Zh, zh), (Lang::En, en)] {
            for key in keys(text).into_keys() {
                assert!(has(lang, &key), "{file}.ftl: {key} cannot be parsed in {lang:?}");
            }
        }
    }
}

#[test]
fn every_key_that_code_names_exists() {
    let mut missing = Vec::new();
    for source in sources(&["src"]) {
        for (line, text) in source.code() {
            for part in text.split("Message::new(\"").skip(1) {
                let key = part.split('"').next().unwrap_or_default();
                if Lang::ALL.iter().any(|lang| !has(*lang, key)) {
                    missing.push(format!("{}:{line}: {key}", source.path));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no sentence for\n{}", missing.join("\n"));
}

#[test]
fn no_sentence_is_left_over() {
    let literals = literals();
    // A key may be put together in code: then a literal holds its beginning, such as `answer-kind-`.
    let used = |key: &str| {
        literals.contains(key)
            || literals.iter().any(|literal| {
                let beginning = literal.split('{').next().unwrap_or_default();
                beginning.len() > 4 && beginning.ends_with('-') && key.starts_with(beginning)
            })
            || key.strip_suffix("-nearest").is_some_and(|plain| literals.contains(plain))
            // Or both parts are literals: a question and its option, `do` and `done`.
            || key.match_indices('-').any(|(at, _)| literals.contains(&key[..at]) && literals.contains(&key[at + 1..]))
            || Rule::ALL.iter().any(|rule| key == rule.id() || key.starts_with(&format!("{}-", rule.id())))
    };
    let mut left = Vec::new();
    for (file, _, en) in walletfix::i18n::sources() {
        left.extend(keys(en).into_keys().filter(|key| !used(key)).map(|key| format!("{file}.ftl: {key}")));
    }
    assert!(left.is_empty(), "nothing shows\n{}", left.join("\n"));
}
