//! How many screens are still to come is never said wrongly: on any walk the true number lies within what was said at each
//! of its screens.

use super::{each_seed, shipped, zone};
use crate::harness::wander::{self, Dice, Habit};
use crate::proofs::random;
use jiff::{SignedDuration, Timestamp};
use std::cell::Cell;
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::read_pack_within;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::session::outlook::Between;
use walletfix::session::request::Request;

/// Who answers by dice for longer than this goes in circles.
const MOST_EVENTS: usize = 400;

/// A screen of a walk, and what was said there.
struct Shown {
    path: String,
    said: Option<(u32, Option<u32>)>,
}

/// The screens of somebody who answers by dice, the end's last; as many as they saw, where they went in circles.
fn walk(pack: &Pack, flow: &str, dice: &mut Dice) -> (Vec<Shown>, bool) {
    let profiles: Vec<_> = pack.profiles.values().collect();
    let profile = *dice.pick(&profiles);
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().unwrap();
    let start = Event::Start {
        flow: Some(flow.to_owned()),
        profile: profile.id.clone(),
        lang: [Lang::Zh, Lang::En][dice.roll(2)],
        guard: false,
    };
    let mut session = Session::new(pack, profile, zone(), &Entry { at, event: start });
    // As an author does, who says what each check finds.
    let by_hand = dice.once_in(3);
    if by_hand {
        session.take_findings_by_hand();
    }
    let between = Between { country: dice.once_in(2), checks: false, numbers: false };
    let mut screens: Vec<Shown> = Vec::new();
    for _ in 0..MOST_EVENTS {
        let (path, said) = match session.request(between.country) {
            Request::Pick | Request::Country => (session.path() + " <country>", None),
            Request::Ask(asking) => (asking.path, session.to_come(between)),
            Request::End(_) => (session.path() + " <end>", None),
            Request::Probe(_) => (session.path() + " <check>", None),
        };
        let event = if path.ends_with("<country>") {
            Some(Event::Country([Some("CN".to_owned()), Some("US".to_owned()), None][dice.roll(3)].clone()))
        } else {
            wander::next(&session, dice, Habit::Forward)
        };
        if by_hand || !path.ends_with("<check>") {
            screens.push(Shown { path, said });
        }
        let Some(event) = event else { return (screens, true) };
        let at = session.clock() + SignedDuration::from_secs([1, 61, 100_000][dice.roll(3)]);
        session.apply(&Entry { at, event }).unwrap();
    }
    (screens, false)
}

/// Walks a pack once; how many screens there were, and at how many something was said.
fn try_once(pack: &Pack, seed: u64, dice: &mut Dice) -> (usize, usize) {
    let flows: Vec<&str> = pack.flows.values().filter(|flow| !flow.guard).map(|flow| flow.id.as_str()).collect();
    if flows.is_empty() {
        return (0, 0);
    }
    let flow = *dice.pick(&flows);
    let (screens, ended) = walk(pack, flow, dice);
    for (at, screen) in screens.iter().enumerate() {
        let count = u32::try_from(screens.len() - at - 1).unwrap();
        if let Some((least, most)) = screen.said {
            // Who has not come to the end has seen no more than that.
            let holds = (count >= least || !ended) && most.is_none_or(|most| count <= most);
            let way: Vec<&str> = screens[at..].iter().map(|screen| screen.path.as_str()).collect();
            assert!(holds, "seed {seed}, {flow}: {least} to {most:?} is said, and {count} came: {way:?}");
        }
    }
    (screens.len(), screens.iter().filter(|screen| screen.said.is_some()).count())
}

#[test]
fn the_true_number_of_screens_lies_within_what_was_said() {
    let (all, said) = (Cell::new(0), Cell::new(0));
    each_seed(150, |seed| {
        let (screens, with_number) = try_once(shipped(), seed, &mut Dice::new(seed));
        all.set(all.get() + screens);
        said.set(said.get() + with_number);
    });
    // A law about nothing would hold as well.
    assert!(said.get() * 2 > all.get(), "something is said at {} of {} screens", said.get(), all.get());
}

#[test]
fn it_does_so_in_flows_by_dice() {
    let (said, seeds) = (Cell::new(0), Cell::new(0));
    each_seed(300, |seed| {
        seeds.set(seeds.get() + 1);
        let mut dice = Dice::new(seed);
        let pack = read_pack_within(&random::pack(&mut dice), 0).0;
        for _ in 0..5 {
            said.set(said.get() + try_once(&pack, seed, &mut dice).1);
        }
    });
    assert!(said.get() * 3 > seeds.get(), "something is said at {} screens of {} packs", said.get(), seeds.get());
}

/// What is said at each screen of whoever takes the first option, in a flow of these steps.
fn said(steps: &str) -> Vec<Option<(u32, Option<u32>)>> {
    let head = "format = 1\n[flow]\ntitle.zh = \"一\"\ntitle.en = \"One\"\nstart = \"a0\"\nowner = \"x\"\n";
    let end = "[step.end]\nend = \"advice\"\ntext.zh = \"好了。\"\ntext.en = \"Done.\"\n";
    let bytes = format!("{head}{steps}{end}").into_bytes().into();
    let file = PackFile { path: "one.toml".to_owned(), name: "one.toml".to_owned(), bytes };
    let pack = read_pack_within(&[file], 0).0;
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().unwrap();
    let start =
        Event::Start { flow: Some("one".to_owned()), profile: "generic".to_owned(), lang: Lang::En, guard: false };
    let mut session = Session::new(&pack, &pack.generic, zone(), &Entry { at, event: start });
    let mut all = Vec::new();
    while let Request::Ask(asking) = session.request(false) {
        all.push(session.to_come(Between { country: false, checks: false, numbers: false }));
        let event = match &asking.question {
            None => Event::Seen(asking.path),
            Some(question) => {
                let first = question.options(Lang::En)[0].0.clone();
                Event::Answer(asking.path, Value::Choice(first))
            }
        };
        session.apply(&Entry { at, event }).unwrap();
    }
    all
}

fn tell(id: &str, next: &str) -> String {
    format!("[step.{id}]\ntell.zh = \"请看。\"\ntell.en = \"Look.\"\nnext = \"{next}\"\n")
}

fn ask(id: &str, yes: &str, no: &str) -> String {
    let next = format!("next = {{ yes = \"{yes}\", no = \"{no}\" }}");
    format!(
        "[step.{id}]\nask.zh = \"是吗？\"\nask.en = \"Is it?\"\ntype = \"yes-no\"\nlabel.zh = \"是\"\nlabel.en = \"Is\"\n{next}\n"
    )
}

#[test]
fn what_was_answered_decides_what_can_still_come() {
    let branch = "[step.sort]\nbranch = [{ when = \"a0\", next = \"end\" }]\nelse = \"more\"\n";
    let steps = ask("a0", "b", "b") + &ask("b", "sort", "c") + &tell("c", "sort") + branch + &tell("more", "end");
    assert_eq!(said(&steps), [Some((2, Some(4))), Some((1, Some(2)))]);
}

#[test]
fn in_front_of_a_loop_nothing_is_said() {
    let steps = [ask("a0", "b", "c"), tell("b", "c"), ask("c", "d", "b"), tell("d", "end")].concat();
    assert_eq!(said(&steps), [None, None, None, Some((1, Some(1)))]);
}

#[test]
fn a_way_of_any_length_is_no_harm() {
    let steps: String = (0..2_000).map(|at| tell(&format!("a{at}"), &format!("a{}", at + 1))).collect();
    let all = said(&(steps + &tell("a2000", "end")));
    assert_eq!((all.len(), &all[0], all.last()), (2_001, &None, Some(&Some((1, Some(1))))));
}
