//! A session that goes on after its pack was edited: the pack `events`, whose option `pending` got another name.

use super::packs;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use walletfix::flow::value::{Amount, Value};
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::session::event::{Entry, Event};
use walletfix::session::request::{Asking, Request};
use walletfix::session::{Notice, Session};

fn edited(from: &str, to: &str) -> Pack {
    let mut files = library::folder(&packs().join("events"), false).unwrap();
    for file in &mut files {
        let text = String::from_utf8(file.bytes.to_vec()).unwrap().replace(from, to);
        file.bytes = Cow::Owned(text.into_bytes());
    }
    let pack = read_pack(&files).0;
    assert!(pack.unsound.is_empty());
    pack
}

fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

fn cny(number: i64) -> Value {
    Value::Amount(Amount { number: number.into(), currency: "CNY".to_owned() })
}

fn at() -> Timestamp {
    "2026-09-01T02:00:00Z".parse().unwrap()
}

fn entries(events: Vec<Event>) -> Vec<Entry> {
    let start = Event::Start { flow: Some("main".to_owned()), profile: "demo".to_owned(), lang: Lang::En, guard: true };
    std::iter::once(start).chain(events).map(|event| Entry { at: at(), event }).collect()
}

fn replay<'p>(pack: &'p Pack, entries: &[Entry]) -> (Session<'p>, usize) {
    Session::replay(pack, &pack.profiles["demo"], TimeZone::UTC, entries).unwrap()
}

fn asked<'p>(session: &Session<'p>) -> Asking<'p> {
    match session.request(false) {
        Request::Ask(asking) => asking,
        other => panic!("{other:?}"),
    }
}

fn walked() -> Vec<Event> {
    vec![
        Event::Seen("intro".to_owned()),
        Event::Answer("symptom".to_owned(), choice("pending")),
        Event::Answer("amount".to_owned(), cny(500)),
        Event::Note("called support".into()),
        Event::Lang(Lang::Zh),
    ]
}

#[test]
fn an_edited_pack_asks_again_from_the_first_answer_that_fits_no_more() {
    let pack = edited("pending", "processing");
    let (mut session, misfits) = replay(&pack, &entries(walked()));
    assert_eq!((session.path().as_str(), misfits), ("symptom", 2));
    assert_eq!(asked(&session).suggestion, None, "an option that is gone is not offered");
    assert_eq!(session.lang(), Lang::Zh, "what needs no step stays");
    assert_eq!(session.story().notes.len(), 1);
    let answer = Event::Answer("symptom".to_owned(), choice("processing"));
    session.apply(&Entry { at: at(), event: answer }).unwrap();
    assert_eq!((session.path(), asked(&session).suggestion), ("amount".to_owned(), Some(cny(500))));
}

#[test]
fn what_was_answered_after_a_resume_is_replayed() {
    let pack = edited("pending", "processing");
    let more = [
        Event::Resume,
        Event::Answer("symptom".to_owned(), choice("processing")),
        Event::Answer("amount".to_owned(), cny(1)),
    ];
    let (session, misfits) = replay(&pack, &entries(walked().into_iter().chain(more).collect()));
    assert_eq!(misfits, 2);
    assert!(matches!(session.request(false), Request::End(ending) if ending.path == "stuck"));
}

#[test]
fn an_event_that_does_not_fit_stops_nothing() {
    let pack = edited("", "");
    let (mut session, _) = replay(&pack, &entries(walked()[..1].to_vec()));
    let wrong = Event::Answer("symptom".to_owned(), choice("nonsense"));
    assert!(session.apply(&Entry { at: at(), event: wrong }).is_err());
    let right = Event::Answer("symptom".to_owned(), choice("failed"));
    assert!(session.apply(&Entry { at: at(), event: right }).is_ok());
    assert_eq!(session.path(), "restart");
}

#[test]
fn back_on_the_first_screen_says_so_and_a_change_names_what_it_drops() {
    let pack = edited("", "");
    let (mut session, _) = replay(&pack, &entries(Vec::new()));
    let mut apply = |event| session.apply(&Entry { at: at(), event }).unwrap();
    assert_eq!(apply(Event::Back), [Notice::FirstScreen]);
    for event in walked() {
        assert_eq!(apply(event), []);
    }
    assert_eq!(apply(Event::Answer("leave.when".to_owned(), Value::Unknown)), []);
    assert_eq!(apply(Event::Change("symptom".to_owned(), choice("failed"))), [], "it may still be needed");
    let dropped = apply(Event::Answer("restart".to_owned(), choice("fixed")));
    assert_eq!(dropped, [Notice::Orphaned(vec!["amount".to_owned(), "leave.when".to_owned()])]);
}

#[test]
fn going_back_behind_a_change_names_what_it_drops_and_offers_it_again() {
    let pack = edited("", "");
    let (mut session, _) = replay(&pack, &entries(walked()));
    let mut apply = |event| session.apply(&Entry { at: at(), event }).unwrap();
    assert_eq!(apply(Event::Change("symptom".to_owned(), choice("failed"))), []);
    assert_eq!(apply(Event::Back), [Notice::Orphaned(vec!["amount".to_owned()])]);
    assert_eq!(apply(Event::Answer("symptom".to_owned(), choice("pending"))), []);
    assert_eq!((session.path(), asked(&session).suggestion), ("amount".to_owned(), Some(cny(500))));
}

#[test]
fn a_second_change_keeps_what_the_first_one_kept() {
    let pack = edited("", "");
    let (mut session, _) = replay(&pack, &entries(walked()));
    let before = session.answers().len();
    for symptom in ["failed", "pending"] {
        let event = Event::Change("symptom".to_owned(), choice(symptom));
        assert_eq!(session.apply(&Entry { at: at(), event }).unwrap(), []);
    }
    assert_eq!(session.answers().len(), before, "the amount is not asked again");
}

#[test]
fn an_answer_is_offered_again_where_a_flow_is_entered_again() {
    let files = library::folder(&packs().join("go-again"), false).unwrap();
    let pack = read_pack(&files).0;
    let start =
        Event::Start { flow: Some("one".to_owned()), profile: "generic".to_owned(), lang: Lang::En, guard: true };
    let mut session = Session::new(&pack, &pack.profiles["generic"], TimeZone::UTC, &Entry { at: at(), event: start });
    for (path, value) in [
        ("which", choice("that")),
        ("over.sent", Value::Time(at())),
        ("over.back-to-one", choice("done")),
        ("over.again.leave", choice("yes")),
    ] {
        assert_eq!(asked(&session).suggestion, None);
        session.apply(&Entry { at: at(), event: Event::Answer(path.to_owned(), value) }).unwrap();
    }
    let again = asked(&session);
    assert_eq!((again.path.as_str(), again.visit, again.suggestion), ("which", 2, Some(choice("that"))));
}
