//! The ways that a session says it took, against what it tells otherwise: for people without a plan, on the shipped flows.

use crate::harness::cases;
use crate::harness::wander::{Dice, Habit, walk};
use jiff::tz::TimeZone;
use std::path::Path;
use walletfix::flow::Flow;
use walletfix::flow::step::Verb;
use walletfix::flowtest::coverage::{Atlas, Kind};
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::session::passage::Passage;

fn start(pack: &Pack, flow: &str, dice: &mut Dice) -> Entry {
    let profiles: Vec<&String> = pack.profiles.keys().collect();
    let event = Event::Start {
        flow: Some(flow.to_owned()),
        profile: (*dice.pick(&profiles)).clone(),
        lang: walletfix::i18n::Lang::En,
        guard: dice.once_in(2),
    };
    Entry { at: "2026-09-01T02:00:00Z".parse().unwrap(), event }
}

/// The steps at which somebody or something decided, in order.
fn decided<'p>(pack: &'p Pack, passages: &[Passage<'p>]) -> Vec<(&'p str, String)> {
    let step = |passage: &Passage<'p>| pack.flows[passage.flow].step(passage.step);
    let decides = |verb: &Verb| !matches!(verb, Verb::Branch(_) | Verb::Go(_) | Verb::Return(_) | Verb::End(_));
    let all = passages.iter().filter(|passage| decides(&step(passage).verb));
    all.map(|passage| (passage.flow, step(passage).id.clone())).collect()
}

#[test]
fn the_ways_taken_are_those_of_the_story() {
    let (pack, _) = read_pack(&library::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("flows"), true).unwrap());
    let atlas = Atlas::new(&pack);
    let flows: Vec<&str> = pack.flows.values().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect();
    let mut ends = 0;
    for seed in 0..u64::from(cases(400)) {
        let mut dice = Dice::new(seed);
        let flow: &str = dice.pick::<&str>(&flows);
        let first = start(&pack, flow, &mut dice);
        let Event::Start { profile, .. } = &first.event else { unreachable!() };
        let profile = &pack.profiles[profile];
        let mut session = Session::new(&pack, profile, TimeZone::UTC, &first);
        let mut entries = vec![first];
        entries.extend(walk(&mut session, &mut dice, Habit::Restless, 80));
        // Whoever reads the journal again sees the same ways.
        let (again, misfits) = Session::replay(&pack, profile, TimeZone::UTC, &entries).unwrap();
        assert_eq!(misfits, 0);
        assert_eq!(again.passages(), session.passages(), "seed {seed}");
        // Each has a number, and all but the end lead on.
        for passage in session.passages() {
            let way = atlas.taken(passage).and_then(|number| atlas.way(number));
            assert!(way.is_some(), "seed {seed}: {passage:?} is no way");
        }
        // The ledger tells of the same steps, in the same order.
        let story = session.story();
        let visits: Vec<(&str, String)> =
            story.visits.iter().map(|visit| (visit.flow.id.as_str(), visit.step.id.clone())).collect();
        assert_eq!(decided(&pack, session.passages()), visits, "seed {seed}");
        if let Some(step) = story.ending.and_then(|ending| ending.step) {
            let last = session.passages().last().and_then(|passage| atlas.taken(passage)).unwrap();
            let way = atlas.way(last).unwrap();
            assert_eq!((&way.kind, &way.flow.step(way.step).id), (&Kind::End, &step.id), "seed {seed}");
            ends += 1;
        }
    }
    assert!(ends > 20, "only {ends} walks came to an end");
}

/// Every answer that a step can have takes exactly one of its ways.
#[test]
fn no_answer_takes_two_ways() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["flows", "tests/packs/verbs", "tests/packs/types", "tests/coverage/shop"] {
        let (pack, _) = read_pack(&library::folder(&root.join(folder), false).unwrap());
        let atlas = Atlas::new(&pack);
        let mut answers = 0;
        for number in pack.flows.values().flat_map(|flow: &Flow| atlas.of_flow(&flow.id)) {
            let way = atlas.way(number).unwrap();
            if let Kind::Answers(own) | Kind::Else(own) = &way.kind {
                for answer in own {
                    assert_eq!(atlas.way_by(&way.flow.id, way.step, answer), Some(number), "{}: {answer}", way.name());
                    answers += 1;
                }
            }
        }
        assert!(answers > 5, "{folder}");
    }
}
