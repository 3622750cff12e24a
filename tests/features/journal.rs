//! The journal keeps every event as it was.

use crate::harness::{cases, go_on};
use crate::names::events;
use jiff::Timestamp;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use std::fs;
use walletfix::flow::step::TextFormat;
use walletfix::record::{Header, Journal, SHAPES};
use walletfix::secrets::find;
use walletfix::session::event::{Entry, Event, Note};

fn header() -> Header {
    Header {
        walletfix: SHAPES,
        id: "all".to_owned(),
        tool: "0".to_owned(),
        pack: String::new().into(),
        flows: None,
        profile_file: None,
        zone: "Asia/Shanghai".to_owned(),
    }
}

#[test]
fn every_event_comes_back_from_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sessions/all.jsonl");
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().unwrap();
    let written: Vec<Entry> = events().into_iter().map(|event| Entry { at, event }).collect();
    let mut journal = Journal::begin(path.clone(), &header());
    for entry in &written {
        journal.append(entry).unwrap();
    }
    drop(journal);
    let (_, record) = Journal::go_on(&path).unwrap();
    assert_eq!((record.entries, record.torn, record.unknown), (written, false, 0));
}

/// A note as it comes back, and what stands in the file.
fn kept(note: &Note) -> (Note, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("note.jsonl");
    let mut journal = Journal::begin(path.clone(), &header());
    let at = Timestamp::UNIX_EPOCH;
    journal.append(&Entry { at, event: Event::Note(note.clone()) }).unwrap();
    drop(journal);
    let text = fs::read_to_string(&path).unwrap();
    let (_, mut record) = go_on(&path);
    let Some(Event::Note(back)) = record.entries.pop().map(|entry| entry.event) else { panic!("{text}") };
    (back, text)
}

#[test]
fn a_note_of_an_older_program_is_read_and_its_shape_still_written() {
    let (_, text) = kept(&Note::from("they call back"));
    let line = r#"{"at":"1970-01-01T00:00:00Z","event":"note","text":"they call back"}"#;
    assert_eq!(text.lines().last(), Some(line));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.jsonl");
    let newer = line.replace("they", "you").replace('}', r#","mood":"calm"}"#);
    let first = text.lines().next().unwrap();
    fs::write(&path, format!("{first}\n{line}\n{newer}\n")).unwrap();
    let (_, record) = go_on(&path);
    let notes: Vec<Event> = record.entries.into_iter().map(|entry| entry.event).collect();
    assert_eq!(notes, ["they call back", "you call back"].map(|said| Event::Note(said.into())));
    assert_eq!(record.unknown, 0);
}

#[test]
fn a_ticket_that_an_order_s_number_could_be_is_kept() {
    for ticket in ["2305120034567890", "4222222222222", "2026031922001403030200089909"] {
        let note = Note { ticket: Some(ticket.to_owned()), ..Note::from("wait") };
        assert_eq!(kept(&note).0, note, "{ticket}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(64)))]

    #[test]
    fn a_note_survives_byte_for_byte(
        said in "(?s).{1,60}", channel in "(?s).{0,20}", agent in "(?s).{0,20}", ticket in "(?s).{0,20}",
        at in any::<Option<i32>>(), promised in any::<Option<i32>>(),
    ) {
        let time = |seconds: Option<i32>| seconds.map(|seconds| Timestamp::from_second(seconds.into()).unwrap());
        let note = Note {
            said, at: time(at), channel: Some(channel), agent: Some(agent), promised: time(promised), ticket: Some(ticket),
        };
        let texts = [Some(&note.said), note.channel.as_ref(), note.agent.as_ref(), note.ticket.as_ref()];
        if texts.into_iter().flatten().all(|text| find(text, TextFormat::Free).is_empty()) {
            prop_assert_eq!(kept(&note).0, note);
        }
    }

    #[test]
    fn no_secret_survives_in_any_part(secret in 0..SECRETS.len(), part in 0..4_usize, around in "[a-z一-龥]{0,6}") {
        let secret = SECRETS[secret];
        let text = format!("{around} {secret} {around}");
        let mut note = Note::from("wait");
        match part {
            0 => note.said = text,
            1 => note.channel = Some(text),
            2 => note.agent = Some(text),
            _ => note.ticket = Some(text),
        }
        let (back, file) = kept(&note);
        prop_assert!(!file.contains(secret) && !format!("{back:?}").contains(secret), "{}", file);
    }
}

/// Proven by checksums or form, so that no words beside them can make them harmless.
const SECRETS: [&str; 4] = [
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
    "4111 1111 1111 1111",
    "otpauth://totp/wallet?secret=JBSWY3DPEHPK3PXP",
];
