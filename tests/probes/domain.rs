//! Is a web address the provider's: what people paste, and what is said about it.

use super::{call, key, reason, world};
use crate::harness::cases;
use proptest::prelude::*;
use walletfix::flow::probe::{Finding, ProbeKind};
use walletfix::probe::check;

fn judge(text: &str, official: &[&str]) -> Finding {
    let mut world = world(&[], "2026-11-21T02:00:00Z");
    world.profile.official_domains = official.iter().map(|host| (*host).to_owned()).collect();
    check(&call("link", ProbeKind::Domain, 5000, &[("url", text)]), &world)
}

#[test]
fn what_people_paste() {
    let lines = include_str!("web-addresses.tsv").lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    for (at, line) in lines {
        let [result, official, seen, text] = line.split('\t').collect::<Vec<_>>().try_into().expect("four columns");
        let official: Vec<&str> = official.split(',').filter(|host| *host != "-").collect();
        let finding = judge(text, &official);
        let said = reason(&finding).unwrap_or_else(|| key(&finding));
        assert_eq!((said, finding.observed.as_deref().unwrap_or("-")), (result, seen), "web-addresses.tsv:{}", at + 1);
        assert_eq!(finding.reason.is_some(), !finding.value.is_known());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(256)) })]

    #[test]
    fn any_text_can_be_judged(text in "\\PC{0,80}", host in "[a-z0-9-]{1,12}(\\.[a-z0-9-]{1,8}){0,3}") {
        for text in [text.clone(), format!("{text}https://{host}/{text}"), format!("{text} {host}，{text}")] {
            let finding = judge(&text, &["demo-pay.example"]);
            let observed = finding.observed.unwrap_or_default();
            prop_assert!(observed.chars().all(|sign| sign.is_ascii_graphic() || sign == ' '), "{}", observed);
        }
    }

    /// One bad link in a message is enough, wherever it stands.
    #[test]
    fn the_worst_link_of_a_message_counts(before in "[a-z，。 ]{0,20}", after in "[a-z，。 ]{0,20}", first in any::<bool>()) {
        let (own, other) = ("https://demo-pay.example/x", "https://demopay-kefu.top/y");
        let (one, two) = if first { (own, other) } else { (other, own) };
        let text = format!("{before} {one} {after}，{two} {before}");
        let finding = judge(&text, &["demo-pay.example"]);
        prop_assert_eq!(key(&finding), "look-alike");
    }
}
