//! What was found is the same when a session is resumed.

use super::{Chain, cases};
use std::collections::BTreeMap;
use walletfix::i18n::{Lang, Message};
use walletfix::record::{Header, Journal, SHAPES};
use walletfix::secrets::cover;
use walletfix::session::event::{Entry, Event, ProbeResult};

#[test]
fn no_fact_looks_like_a_secret() {
    for finding in cases::findings(&Chain::start()) {
        let observed = finding.observed.unwrap_or_default();
        assert_eq!(cover(&observed), observed);
    }
}

#[test]
fn every_reason_is_the_same_in_a_journal() {
    let header = Header {
        walletfix: SHAPES,
        id: "kept".to_owned(),
        tool: "0".to_owned(),
        pack: String::new().into(),
        flows: None,
        profile_file: None,
        zone: "Asia/Shanghai".to_owned(),
    };
    let at = super::NOW.parse().expect("an instant");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kept.jsonl");
    let found: BTreeMap<String, ProbeResult> = cases::findings(&Chain::start())
        .into_iter()
        .filter_map(|finding| Some((finding.reason.as_ref()?.key.clone(), ProbeResult::from(finding))))
        .collect();
    assert!(found.len() > 15, "{:?}", found.keys());
    let mut journal = Journal::begin(path.clone(), &header);
    for (key, result) in &found {
        journal.append(&Entry { at, event: Event::Probe(key.clone(), result.clone()) }).expect("written");
    }
    drop(journal);
    let (_, record) = Journal::go_on(&path).expect("a journal");
    let mut read = 0;
    for entry in record.entries {
        let Event::Probe(key, result) = entry.event else { continue };
        read += 1;
        assert_eq!((&result.value, &result.observed), (&found[&key].value, &found[&key].observed));
        for lang in Lang::ALL {
            let text = |reason: &Option<Message>| reason.as_ref().map(|reason| reason.text(lang)).unwrap_or_default();
            let (before, after) = (text(&found[&key].reason), text(&result.reason));
            // Names are joined by commas there.
            let plain = |text: &str| text.replace(" 或 ", "、").replace(" or ", ", ").replace('、', ", ");
            assert_eq!(plain(&after), plain(&before), "{key}");
            assert!(!after.contains(['{', '$']) && !after.starts_with("chain-"), "{key}: {after}");
        }
    }
    assert_eq!(read, found.len());
}
