//! Ways that nobody planned: back, changed answers, other flows, sessions that stop anywhere.

use super::PACK;
use super::codes::outline;
use crate::harness::cases;
use crate::harness::wander::next;
use crate::harness::wander::{Dice, Habit, walk};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::replay::{Code, Origin, Route, code, decode};
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};

/// The last words of paths alone: a way from the middle does not know where it is.
fn ends(route: &Route) -> Vec<String> {
    outline(route).iter().map(|step| step.rsplit_once('.').map_or(step.clone(), |(_, end)| end.to_owned())).collect()
}

#[test]
fn random_ways_come_back_or_their_last_screens_do() {
    let mains: Vec<&str> = PACK.flows.values().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect();
    let profiles: Vec<_> = PACK.profiles.values().collect();
    let (mut whole, mut tails, mut without, mut longest) = (0, 0, 0, 0);
    for seed in 0..cases(300) {
        let mut dice = Dice::new(u64::from(seed));
        let profile = *dice.pick(&profiles);
        let flow = (!dice.once_in(4)).then(|| (*dice.pick(&mains)).to_owned());
        let lang = *dice.pick(&Lang::ALL);
        let start = Event::Start { flow, profile: profile.id.clone(), lang, guard: dice.once_in(2) };
        let at: Timestamp = "2026-09-01T02:00:00Z".parse().expect("an instant");
        let mut session = Session::new(&PACK, profile, TimeZone::UTC, &Entry { at, event: start });
        let habit = if dice.once_in(2) { Habit::Forward } else { Habit::Restless };
        let far = dice.once_in(10);
        let most = 1 + dice.roll(if far { 400 } else { 90 });
        walk(&mut session, &mut dice, habit, most);
        let route = Route::of(&session, Origin::Typed);
        match code(&session) {
            Code::Whole(code) => {
                whole += 1;
                longest = longest.max(code.len());
                assert!(code.len() <= 48, "{code}");
                let back = decode(&PACK, &code, None).unwrap_or_else(|refused| panic!("{seed}: {code} {refused:?}"));
                assert_eq!(outline(&back), outline(&route.clone().from_its_flow()), "{seed}: {code}");
                assert_eq!((back.lang, back.finished, &back.profile), (route.lang, route.finished, &route.profile));
            }
            Code::Tail(code) => {
                tails += 1;
                assert!(code.len() <= 48, "{code}");
                let back = decode(&PACK, &code, None).unwrap_or_else(|refused| panic!("{seed}: {code} {refused:?}"));
                assert!(!back.steps.is_empty() && ends(&route).ends_with(&ends(&back)), "{seed}: {code}");
                assert!(back.steps.len() >= 10, "{seed}: only {} of {} steps", back.steps.len(), route.steps.len());
            }
            Code::None => without += 1,
        }
    }
    println!("{whole} whole, up to {longest} characters, {tails} tails, {without} without a code");
    assert_eq!(without, 0);
    assert!(whole > tails, "{whole} whole codes, {tails} tails");
}

#[test]
fn a_way_without_an_end_keeps_its_last_screens() {
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().expect("an instant");
    let mut tails = 0;
    for seed in 0..20 {
        let mut dice = Dice::new(seed);
        let flow = Some("account-compromised".to_owned());
        let start = Event::Start { flow, profile: "generic".to_owned(), lang: Lang::Zh, guard: true };
        let mut session = Session::new(&PACK, &PACK.generic, TimeZone::UTC, &Entry { at, event: start });
        for _ in 0..250 {
            let Some(event) = next(&session, &mut dice, Habit::Forward) else { break };
            // One more, and one more.
            let event = match event {
                Event::Answer(path, Value::Choice(_))
                    if [Some("more"), Some("have")].contains(&path.rsplit('.').next()) =>
                {
                    Event::Answer(path, Value::Choice("yes".to_owned()))
                }
                other => other,
            };
            session.apply(&Entry { at, event }).expect("it fits");
        }
        let route = Route::of(&session, Origin::Typed);
        let Code::Tail(code) = code(&session) else {
            assert!(route.steps.len() <= 128, "{seed}: {} steps in one code", route.steps.len());
            continue;
        };
        tails += 1;
        let back = decode(&PACK, &code, None).unwrap_or_else(|refused| panic!("{seed}: {code} {refused:?}"));
        assert!(back.steps.len() > 50 && ends(&route).ends_with(&ends(&back)), "{seed}: {code}");
    }
    assert!(tails > 3, "only {tails} ways were too long");
}
