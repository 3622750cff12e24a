//! Which error a wallet's message is, on messages as programs write them.

use super::{call, key, world};
use crate::harness::cases;
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use walletfix::flow::probe::{Finding, ProbeKind, ResultType};
use walletfix::probe::check;

const LINES: &str = include_str!("wallet-error.tsv");

fn classify(text: &str) -> Finding {
    check(&call("error", ProbeKind::WalletError, 5000, &[("text", text)]), &world(&[], "2026-11-21T02:00:00Z"))
}

fn lines() -> impl Iterator<Item = (usize, [&'static str; 3])> {
    let lines = LINES.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines.map(|(at, line)| {
        let parts: Vec<&str> = line.split('\t').collect();
        (at + 1, parts.try_into().unwrap_or_else(|_| panic!("wallet-error.tsv:{}: {line}", at + 1)))
    })
}

#[test]
fn messages_of_programs() {
    let (mut wrong, mut counts, mut seen) = (String::new(), BTreeMap::new(), HashSet::new());
    for (number, [class, from, text]) in lines() {
        assert!(seen.insert(text) && !from.is_empty(), "wallet-error.tsv:{number}");
        *counts.entry(class).or_insert(0) += 1;
        let finding = classify(text);
        if key(&finding) != class {
            writeln!(wrong, "wallet-error.tsv:{number}: {} ({:?})", key(&finding), finding.observed).unwrap();
        }
        assert!(finding.observed.is_some_and(|seen| seen.chars().count() <= 63 && !seen.is_empty()), "{number}");
    }
    println!("{counts:?}");
    assert!(wrong.is_empty(), "\n{wrong}");
    let ResultType::OneOf(classes) = ProbeKind::WalletError.result() else { panic!("classes") };
    assert!(classes.iter().all(|class| counts.get(class).is_some_and(|count| *count >= 8)), "{counts:?}");
    assert!(counts["other"] >= 20 && counts.values().sum::<i32>() >= 100);
}

#[test]
fn says_what_it_saw() {
    assert_eq!(classify("MetaMask: User denied!").observed.as_deref(), Some("user denied"));
    assert_eq!(classify("{\"code\":4001}").observed.as_deref(), Some("4001"));
    assert_eq!(
        classify("You do not have enough ETH to pay the network fee").observed.as_deref(),
        Some("not have enough eth to pay the network fee")
    );
    let long = classify(&"系统\u{200b}繁忙\u{1b}[31m ".repeat(40)).observed.unwrap();
    assert!(long.starts_with("系统繁忙 [31m 系统") && long.ends_with("..."), "{long}");
}

#[test]
fn nothing_to_read_is_unknown() {
    assert_eq!(key(&classify("  ")), "unknown");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(128)) })]

    /// However a message is wrapped, as libraries wrap each other's, its cause stays the same.
    #[test]
    fn wrapping_changes_nothing(line in 0..200_usize, depth in 0..3_usize, upper in any::<bool>()) {
        let all: Vec<_> = lines().filter(|(_, [class, ..])| *class != "other").collect();
        let (number, [class, _, text]) = all[line % all.len()];
        // A single word says nothing beside others.
        prop_assume!(depth == 0 || text.len() > "cancelled".len());
        // Humps of names are lost in capitals, and so are escapes.
        let has_humps = text.as_bytes().windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase());
        let text = if upper && !has_humps && !text.contains('\\') { text.to_uppercase() } else { text.to_owned() };
        let wrapped = (0..depth).fold(text, |inner, _| {
            serde_json::json!({ "code": -32603, "message": "Internal JSON-RPC error.", "data": { "message": inner } }).to_string()
        });
        let finding = classify(&wrapped);
        prop_assert_eq!(key(&finding), class, "wallet-error.tsv:{}: {}", number, wrapped);
    }

    #[test]
    fn any_text_has_a_class(text in "\\PC{0,200}", bits in proptest::collection::vec("(insufficient|gas|nonce|\\\\u4f59|0x[0-9a-f]{0,40}|不足|[ \\\\{}\":,.])", 0..20)) {
        for text in [text.clone(), bits.concat(), text + &bits.concat()] {
            let finding = classify(&text);
            prop_assert!(finding.value.is_known() || text.trim().is_empty(), "{}", text);
        }
    }
}
