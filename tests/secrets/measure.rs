//! How many secrets the filter misses, and how many harmless texts it takes for secrets.

use super::corpus::{benign, secrets};
use super::mask::left;
use std::collections::BTreeMap;
use std::fmt::Write;
use walletfix::secrets::{Kind, find};

/// What became of the secrets of a kind.
#[derive(Default)]
struct Tally {
    exact: usize,
    exact_missed: usize,
    context: usize,
    context_missed: usize,
    other_kind: usize,
    false_alarms: usize,
}

#[test]
fn secrets_are_found_and_harmless_texts_pass() {
    let mut tallies: BTreeMap<Kind, Tally> = BTreeMap::new();
    let mut cases = String::new();
    for secret in secrets() {
        let tally = tallies.entry(secret.kind).or_default();
        let left = left(&secret);
        let missed = usize::from(left.is_some());
        if secret.exact {
            tally.exact += 1;
            tally.exact_missed += missed;
        } else {
            tally.context += 1;
            tally.context_missed += missed;
        }
        if let Some(left) = left {
            let sure = if secret.exact { "exact" } else { "context" };
            writeln!(cases, "missed ({sure}) {}: {:?}: {left}", secret.place, secret.text).unwrap();
        } else if !find(&secret.text, secret.format).iter().any(|found| found.kind == secret.kind) {
            tally.other_kind += 1;
        }
    }
    let (mut alarms, texts) = (0, benign());
    for benign in &texts {
        let found = find(&benign.text, benign.format);
        alarms += usize::from(!found.is_empty());
        for finding in found {
            tallies.entry(finding.kind).or_default().false_alarms += 1;
            let part = &benign.text[finding.span];
            writeln!(cases, "false alarm {}: {:?}: {} {part:?}", benign.place, benign.text, finding.kind.id()).unwrap();
        }
    }
    let mut table = format!(
        "{:<16}{:>7}{:>8}{:>9}{:>8}{:>12}{:>14}\n",
        "kind", "exact", "missed", "context", "missed", "other kind", "false alarms"
    );
    for (kind, tally) in &tallies {
        let Tally { exact, exact_missed, context, context_missed, other_kind, false_alarms } = tally;
        let name = kind.id();
        writeln!(
            table,
            "{name:<16}{exact:>7}{exact_missed:>8}{context:>9}{context_missed:>8}{other_kind:>12}{false_alarms:>14}"
        )
        .unwrap();
    }
    let sum = |count: fn(&Tally) -> usize| tallies.values().map(count).sum::<usize>();
    let (exact, exact_missed) = (sum(|tally| tally.exact), sum(|tally| tally.exact_missed));
    let (context, context_missed) = (sum(|tally| tally.context), sum(|tally| tally.context_missed));
    writeln!(
        table,
        "exact: {exact_missed} of {exact} missed; context: {context_missed} of {context}; alarms in {alarms} of {} harmless texts",
        texts.len()
    )
    .unwrap();
    println!("{table}{cases}");
    assert_eq!(exact_missed, 0, "an exact secret passes\n{table}{cases}");
    assert!(context_missed * 20 <= context, "over 5 % of the secrets in context pass\n{table}{cases}");
    assert!(alarms * 100 < texts.len(), "1 % of the harmless texts and more alarm\n{table}{cases}");
}
