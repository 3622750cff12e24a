//! Replies that are ready before the question: what lists hand over, and answers that an edited pack no longer takes.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::VecDeque;
use std::io;
use std::time::Duration;
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack_within;
use walletfix::probe::Background;
use walletfix::prompt::{Prompter, Reply, Screen, Typed};
use walletfix::record::Journal;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::walk::{Finish, Manner, Walk};

/// Somebody who has made up their mind beforehand, and what they saw.
struct Hand {
    replies: VecDeque<Reply>,
    screens: Vec<Screen>,
    said: Vec<String>,
}

impl Hand {
    fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self { replies: replies.into_iter().collect(), screens: Vec::new(), said: Vec::new() }
    }
}

impl Prompter for Hand {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        self.screens.push(screen.clone());
        Ok(self.replies.pop_front().unwrap_or(Reply::End))
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        self.said.push(paragraph.to_owned());
        Ok(())
    }

    fn wait(
        &mut self,
        _label: &str,
        _lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        Ok(done(deadline))
    }
}

fn now() -> Timestamp {
    "2026-09-01T02:00:00Z".parse().unwrap()
}

fn entry(event: Event) -> Entry {
    Entry { at: now(), event }
}

fn pack(folder: &str) -> Pack {
    let folder = format!("{}/tests/packs/{folder}", env!("CARGO_MANIFEST_DIR"));
    read_pack_within(&library::folder(folder.as_ref(), false).expect("a pack"), 0).0
}

fn session<'p>(pack: &'p Pack, flow: &str) -> Session<'p> {
    let start =
        Event::Start { flow: Some(flow.to_owned()), profile: "generic".to_owned(), lang: Lang::En, guard: false };
    Session::new(pack, &pack.generic, TimeZone::UTC, &entry(start))
}

/// Walks on from `session`; hands back where it stopped and what it knows then.
fn walk<'p>(session: Session<'p>, hand: &mut Hand) -> (Finish, Session<'p>) {
    let mut prober = Background::new(walletfix::walk::world(&session), now).offline();
    let clock = now;
    let mut walk = Walk::new(session, Journal::none("hand"), hand, &mut prober, &clock, Manner::Person);
    let finish = walk.run().expect("the hand is always there");
    (finish, walk.into_parts().0)
}

fn picked(values: &[&str]) -> Reply {
    Reply::Picked(values.iter().map(|value| (*value).to_owned()).collect())
}

#[test]
fn too_many_ticks_are_said_and_asked_again() {
    let pack = pack("types");
    let mut hand = Hand::new([
        picked(&["rejected"]),
        picked(&["backup", "update", "call"]),
        picked(&["backup", "unknown"]),
        picked(&["update", "backup"]),
    ]);
    let (finish, session) = walk(session(&pack, "all"), &mut hand);
    assert_eq!(finish, Finish::InputEnded("stolen".to_owned()));
    assert_eq!(hand.said.len(), 2, "{:?}", hand.said);
    assert!(hand.said[0].contains('2') && hand.said[0].contains('3'), "{:?}", hand.said);
    let ticked = Value::Choices(vec!["backup".to_owned(), "update".to_owned()]);
    assert_eq!(session.answered("habits").map(|visit| visit.value), Some(ticked));
}

#[test]
fn an_answer_that_an_edited_pack_no_longer_takes_is_no_default() {
    let pack = pack("types");
    let mut session = session(&pack, "all");
    let gone = Event::Answer("symptom".to_owned(), Value::Choice("an-option-that-is-gone".to_owned()));
    assert!(session.apply(&entry(gone)).is_err());
    session.apply(&entry(Event::Resume)).expect("going on always fits");
    let mut hand = Hand::new([Reply::Typed(Typed::default()), picked(&["pending"])]);
    let (finish, session) = walk(session, &mut hand);
    assert_eq!(hand.screens[0].default_words, None, "nothing is offered that cannot be answered");
    assert_eq!(finish, Finish::InputEnded("other".to_owned()), "the walk goes on");
    assert_eq!(session.answered("symptom").map(|visit| visit.value), Some(Value::Choice("pending".to_owned())));
}

#[test]
fn a_check_knows_the_country_that_was_named_on_the_way() {
    let pack = pack("located");
    for (country, end) in [("CN", "there"), ("<elsewhere>", "away")] {
        let mut hand = Hand::new([picked(&[country]), Reply::Typed(Typed::default()), Reply::Typed(Typed::default())]);
        let (finish, session) = walk(session(&pack, "main"), &mut hand);
        assert_eq!(finish, Finish::End);
        assert_eq!(session.path(), end, "somebody in {country}");
    }
}
