//! The laws of a session, tried on walks by dice through the shipped flows.

mod once;
mod outlook;

use crate::harness::cases;
use crate::harness::wander::{self, Dice, Habit};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::OnceLock;
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::session::request::Request;

fn shipped() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| read_pack(&library::embedded(false)).0)
}

fn start(flow: Option<&str>) -> Entry {
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().unwrap();
    let event = Event::Start {
        flow: flow.map(str::to_owned),
        profile: "demo-pay".to_owned(),
        lang: Lang::Zh,
        guard: flow.is_none(),
    };
    Entry { at, event }
}

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").unwrap()
}

fn begin(start: &Entry) -> Session<'static> {
    Session::new(shipped(), &shipped().profiles["demo-pay"], zone(), start)
}

fn replay(entries: &[Entry]) -> Session<'static> {
    let (session, misfits) = Session::replay(shipped(), &shipped().profiles["demo-pay"], zone(), entries).unwrap();
    assert_eq!(misfits, 0);
    session
}

/// Everything a person or a summary could notice, without instants.
fn seen(session: &Session<'_>) -> String {
    let story = session.story();
    let visits: Vec<String> = story
        .visits
        .iter()
        .map(|visit| format!("{}#{} {:?} {:?}", visit.path, visit.number, visit.value, visit.origin))
        .collect();
    let waits = match session.request(true) {
        Request::Ask(asking) => format!("ask {}#{}", asking.path, asking.visit),
        Request::Probe(call) => format!("probe {} {:?}", call.path, call.inputs),
        Request::Pick => "pick".to_owned(),
        Request::Country => "country".to_owned(),
        Request::End(ending) => format!("end {} {}", ending.path, ending.category),
    };
    format!("{}\n{waits} {} {:?}", visits.join("\n"), story.flow, session.lang())
}

/// A seed for each case; the figure to reproduce a failure is in its message.
fn each_seed(default: u32, law: impl Fn(u64)) {
    for seed in 0..u64::from(cases(default)) {
        law(seed);
    }
}

#[test]
fn replaying_the_events_gives_the_state_that_made_them() {
    each_seed(300, |seed| {
        let (first, mut dice) = (start(None), Dice::new(seed));
        let mut session = begin(&first);
        let entries = wander::walk(&mut session, &mut dice, Habit::Restless, 60);
        let all: Vec<Entry> = std::iter::once(first).chain(entries).collect();
        assert_eq!(seen(&session), seen(&replay(&all)), "seed {seed}");
    });
}

#[test]
fn walking_with_a_save_and_a_load_after_each_step_changes_nothing() {
    each_seed(100, |seed| {
        let (first, mut dice) = (start(None), Dice::new(seed));
        let mut straight = begin(&first);
        let entries = wander::walk(&mut straight, &mut dice, Habit::Restless, 40);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sessions/law.jsonl");
        let header = walletfix::record::Header {
            walletfix: walletfix::record::SHAPES,
            id: "law".to_owned(),
            tool: "0".to_owned(),
            pack: shipped().hash.clone(),
            flows: None,
            profile_file: None,
            zone: "Asia/Shanghai".to_owned(),
        };
        let mut journal = walletfix::record::Journal::begin(path.clone(), &header);
        let mut written = vec![first.clone()];
        journal.append(&first).unwrap();
        for entry in entries {
            journal.append(&entry).unwrap();
            drop(journal);
            written.push(entry);
            let (again, record) = crate::harness::go_on(&path);
            assert_eq!(record.entries, written, "seed {seed}");
            journal = again;
        }
        let (_, record) = {
            drop(journal);
            crate::harness::go_on(&path)
        };
        assert_eq!(seen(&straight), seen(&replay(&record.entries)), "seed {seed}");
    });
}

/// Somebody whose answer depends on the question alone: asked again, they say the same.
fn steadfast(session: &mut Session<'_>, seed: u64, at: Timestamp, most: usize) {
    for _ in 0..most {
        let (path, visit) = match session.request(false) {
            Request::Ask(asking) => (asking.path, asking.visit),
            _ => (session.path(), 0),
        };
        let mut hasher = std::hash::DefaultHasher::new();
        std::hash::Hash::hash(&(seed, path, visit), &mut hasher);
        let mut dice = Dice::new(std::hash::Hasher::finish(&hasher));
        let Some(event) = wander::next(session, &mut dice, Habit::Forward) else { return };
        session.apply(&Entry { at, event }).unwrap_or_else(|misfit| panic!("seed {seed}: {misfit:?}"));
    }
}

#[test]
fn back_and_the_same_answers_again_give_the_same_state() {
    each_seed(200, |seed| {
        let first = start(None);
        let mut session = begin(&first);
        // An end may lie behind loops in which such a person never answers differently.
        steadfast(&mut session, seed, first.at, 150);
        let before = seen(&session);
        for times in 1..=5 {
            for _ in 0..times {
                session.apply(&Entry { at: first.at, event: Event::Back }).unwrap();
            }
            let mut again = session.clone();
            let mut states = vec![seen(&again)];
            states.extend(passed(&mut again, seed, first.at, 150));
            assert!(states.contains(&before), "seed {seed}, {times} times back");
        }
    });
}

/// Every state on the way.
fn passed(session: &mut Session<'_>, seed: u64, at: Timestamp, most: usize) -> Vec<String> {
    (0..most)
        .map(|_| {
            steadfast(session, seed, at, 1);
            seen(session)
        })
        .collect()
}

#[test]
fn back_offers_the_answer_that_it_took_away() {
    each_seed(100, |seed| {
        let (first, mut dice) = (start(None), Dice::new(seed));
        let mut session = begin(&first);
        let entries = wander::walk(&mut session, &mut dice, Habit::Forward, 30);
        let last = entries.iter().rev().find(|entry| !matches!(entry.event, Event::Probe(..))).unwrap();
        session.apply(&Entry { at: session.clock(), event: Event::Back }).unwrap();
        if let Event::Answer(path, value) = &last.event {
            let Request::Ask(asking) = session.request(false) else { panic!("seed {seed}") };
            assert_eq!((&asking.path, asking.suggestion.as_ref()), (path, Some(value)), "seed {seed}");
        }
    });
}

#[test]
fn every_walk_through_the_shipped_flows_comes_to_an_end() {
    each_seed(400, |seed| {
        let mut dice = Dice::new(seed);
        let mut session = begin(&start(None));
        wander::walk(&mut session, &mut dice, Habit::Forward, 400);
        let Request::End(ending) = session.request(false) else { panic!("seed {seed}: {}", seen(&session)) };
        assert!(!ending.text.0.is_empty() && !ending.text.1.is_empty(), "seed {seed}");
    });
}

#[test]
fn a_changed_answer_keeps_what_still_applies() {
    let mut session = begin(&start(Some("transaction-pending")));
    let mut dice = Dice::new(7);
    wander::walk(&mut session, &mut dice, Habit::Forward, 200);
    let before = session.answers();
    let (path, _, old) = before.first().unwrap().clone();
    let event = Event::Change(path.clone(), old.clone());
    session.apply(&Entry { at: session.clock(), event }).unwrap();
    assert_eq!(session.answers().len(), before.len(), "changing an answer to itself keeps all others");
}
