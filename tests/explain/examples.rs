//! Every failing example breaks its rule and nothing else, every mended one is silent.

use std::collections::BTreeSet;
use walletfix::diagnostic::Rule;
use walletfix::explain::example::{File, Mark, findings};
use walletfix::explain::text::{Page, names};
use walletfix::i18n::Lang;

fn said(marks: &[Mark]) -> Vec<String> {
    let line = |mark: &Mark| {
        let found = &mark.diagnostic;
        format!("  {}: {} (line {:?})", found.rule.id(), found.message.text(Lang::En), mark.line)
    };
    marks.iter().map(line).collect()
}

#[test]
fn every_example_does_what_its_page_says() {
    let mut wrong = Vec::new();
    for rule in Rule::ALL {
        let Some(page) = Page::of(*rule) else { continue };
        let with = |files: &[File]| files.iter().chain(&page.beside).cloned().collect::<Vec<_>>();
        let (before, after) = (with(&page.wrong), with(&page.right));
        let before = findings(*rule, &before.iter().collect::<Vec<_>>());
        let after = findings(*rule, &after.iter().collect::<Vec<_>>());
        let hits = before.iter().filter(|mark| mark.diagnostic.rule == *rule);
        let shown = hits.clone().filter(|mark| mark.line.is_some() && mark.file < page.wrong.len()).count();
        if shown == 0 || shown != hits.count() || before.len() != shown {
            wrong.push(format!("{} before:\n{}", rule.id(), said(&before).join("\n")));
        }
        if !after.is_empty() {
            wrong.push(format!("{} after:\n{}", rule.id(), said(&after).join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_page_and_no_page_is_left_over() {
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    let pages: BTreeSet<String> = names().collect();
    let missing: Vec<_> = rules.difference(&pages).collect();
    let left: Vec<_> = pages.difference(&rules).collect();
    assert!(missing.is_empty() && left.is_empty(), "without a page: {missing:?}; without a rule: {left:?}");
}
