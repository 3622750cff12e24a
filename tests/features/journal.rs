//! The journal keeps every event as it was.

use crate::names::events;
use jiff::Timestamp;
use walletfix::record::{Header, Journal, SHAPES};
use walletfix::session::event::Entry;

#[test]
fn every_event_comes_back_from_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sessions/all.jsonl");
    let header = Header {
        walletfix: SHAPES,
        id: "all".to_owned(),
        tool: "0".to_owned(),
        pack: String::new().into(),
        flows: None,
        profile_file: None,
        zone: "Asia/Shanghai".to_owned(),
    };
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().unwrap();
    let written: Vec<Entry> = events().into_iter().map(|event| Entry { at, event }).collect();
    let mut journal = Journal::begin(path.clone(), &header);
    for entry in &written {
        journal.append(entry).unwrap();
    }
    drop(journal);
    let (_, record) = Journal::go_on(&path).unwrap();
    assert_eq!((record.entries, record.torn, record.unknown), (written, false, 0));
}
