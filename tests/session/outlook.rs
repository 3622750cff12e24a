//! How many screens are still to come is never said wrongly: on any walk the true number lies within what was said at each
//! of its screens. What is added to a list once more is not counted, as was said.

use super::{each_seed, shipped, zone};
use crate::harness::wander::{self, Dice, Habit};
use jiff::Timestamp;
use std::ops::RangeInclusive;
use std::path::Path;
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::session::outlook::Between;
use walletfix::session::request::Request;

/// A screen of a walk, and what was said there.
struct Shown {
    path: String,
    /// Whether it belongs to a list.
    listed: bool,
    said: Option<RangeInclusive<u32>>,
}

/// The screens of somebody who answers by dice, the end's last; `None`: they went in circles for too long.
fn walk(pack: &Pack, flow: &str, seed: u64) -> Option<Vec<Shown>> {
    let mut dice = Dice::new(seed);
    let profiles: Vec<_> = pack.profiles.values().collect();
    let profile = *dice.pick(&profiles);
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().unwrap();
    let (flow, profile_id) = (Some(flow.to_owned()), profile.id.clone());
    let start = Entry { at, event: Event::Start { flow, profile: profile_id, lang: Lang::Zh, guard: false } };
    let mut session = Session::new(pack, profile, zone(), &start);
    let by_hand = dice.once_in(3);
    if by_hand {
        session.take_findings_by_hand();
    }
    let country = dice.once_in(2);
    let between = Between { country, checks: false, numbers: false };
    let mut screens: Vec<Shown> = Vec::new();
    let mut at = session.clock();
    for _ in 0..500 {
        let said = session.to_come(between);
        let (path, listed, said) = match session.request(country) {
            Request::Pick => return None,
            Request::Country => ("<country>".to_owned(), false, None),
            Request::Ask(asking) => (asking.path, asking.flow.makes_list(), said),
            Request::End(_) => ("<end>".to_owned(), false, None),
            Request::Probe(call) => (format!("<check> {}", call.path), false, None),
        };
        let event = match path.as_str() {
            "<country>" => Some(Event::Country(Some((*dice.pick(&["CN", "US", "DE"])).to_owned()))),
            _ => wander::next(&session, &mut dice, Habit::Forward),
        };
        if by_hand || !path.starts_with("<check>") {
            screens.push(Shown { path, listed, said });
        }
        let Some(event) = event else { return Some(screens) };
        at += jiff::SignedDuration::from_secs([1, 61][dice.roll(2)]);
        session.apply(&Entry { at, event }).unwrap();
    }
    None
}

/// How many screens came after the first of these, without what was added to a list once more.
fn came(screens: &[Shown]) -> u32 {
    let mut way: Vec<&Shown> = Vec::new();
    for screen in screens {
        match way.iter().position(|earlier| screen.listed && earlier.path == screen.path) {
            Some(again) => way.truncate(again + 1),
            None => way.push(screen),
        }
    }
    u32::try_from(way.len() - 1).unwrap()
}

#[test]
fn the_true_number_of_screens_lies_within_what_was_said() {
    let packs: Vec<Pack> = ["calls", "once", "verbs", "kinds", "conditions", "corners", "go-again", "fields"]
        .into_iter()
        .filter_map(|pack| library::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(pack), false).ok())
        .map(|files| read_pack(&files).0)
        .filter(|pack| pack.flows.values().any(|flow| !flow.guard))
        .collect();
    println!("packs {}", packs.len());
    let mut widths: std::collections::BTreeMap<(u32, u32), usize> = Default::default();
    let mut all = 0;
    each_seed(200, |_| {});
    let mut nanos = 0u128;
    for seed in 0..u64::from(crate::harness::cases(200)) {
        let mut dice = Dice::new(seed ^ 0xABCD);
        let pack = if dice.once_in(4) { dice.pick(&packs) } else { shipped() };
        let flows: Vec<&str> = pack.flows.values().filter(|flow| !flow.guard).map(|flow| flow.id.as_str()).collect();
        let mains: Vec<&str> = pack.flows.values().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect();
        let flow = if dice.once_in(4) || mains.is_empty() { *dice.pick(&flows) } else { *dice.pick(&mains) };
        let begun = std::time::Instant::now();
        let Some(screens) = walk(pack, flow, seed) else { continue };
        nanos += begun.elapsed().as_nanos() / screens.len() as u128;
        for at in 0..screens.len() {
            let count = came(&screens[at..]);
            if pack.flows.len() > 20 && !screens[at].path.starts_with('<') { all += 1; }
            if let Some(said) = &screens[at].said {
                assert!(said.contains(&count), "seed {seed}, {flow} at {}: {said:?} and not {count}: {:?}", screens[at].path, screens[at..].iter().map(|s| &s.path).collect::<Vec<_>>());
            if pack.flows.len() > 20 {
                if *said.end() > 2 * *said.start() + 4 { println!("WIDE {flow} {} {said:?} {count}", screens[at].path); }
                *widths.entry((*said.start(), *said.end())).or_default() += 1;
            }
            }
        }
    }
    let shown: usize = widths.values().sum();
    println!("shown {shown} of {all}; {} ns", nanos / 200);
    let share = |fits: &dyn Fn(u32, u32) -> bool| widths.iter().filter(|((a, b), _)| fits(*a, *b)).map(|(_, n)| n).sum::<usize>() * 1000 / all;
    println!("equal {} <=+1 {} <=+2 {} <=+3 {} <=+5 {} x2 {} 2x+2 {} 3x+6 {} x4 {}", share(&|a, b| a == b), share(&|a, b| b <= a + 1), share(&|a, b| b <= a + 2), share(&|a, b| b <= a + 3), share(&|a, b| b <= a + 5), share(&|a, b| b <= 2 * a), share(&|a, b| b <= 2 * a + 2), share(&|a, b| b <= 3 * a + 6), share(&|a, b| b <= 4 * a));
}
