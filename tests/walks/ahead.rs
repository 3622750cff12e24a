//! What a screen says about the screens still to come holds for whoever walks the shipped flows, with all that the program
//! asks by itself: the country, and whether checks may run.

use crate::harness::cases;
use crate::harness::wander::{self, Dice};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::io;
use std::rc::Rc;
use std::time::Duration;
use walletfix::flow::probe::{Finding, ProbeCall};
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::parse::read_pack;
use walletfix::probe::{Prober, hosts};
use walletfix::profile::{Profile, Region};
use walletfix::prompt::{Form, Prompter, Reply, Screen};
use walletfix::record::Journal;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::walk::{Finish, Manner, Walk};

/// More screens than this see only those who go in circles.
const MOST_SCREENS: usize = 400;

/// Something that fits each kind of line, and nothing that nobody should have typed.
const LINES: [&str; 8] = ["100 CNY", "1.5 ETH", "2", "2026-08-01 10:00", "8.5.1", "shop.example", "one", ":skip"];

/// Somebody who answers by dice, and the screens they saw.
struct Roller {
    dice: Rc<RefCell<Dice>>,
    screens: Vec<Screen>,
    /// How often the same screen came again, since an answer did not fit.
    refused: usize,
}

impl Prompter for Roller {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        let is_same =
            |last: &Screen| (&last.path, last.visit, &last.text) == (&screen.path, screen.visit, &screen.text);
        if self.screens.last().is_some_and(is_same) {
            self.refused += 1;
        } else {
            self.screens.push(screen.clone());
            self.refused = 0;
        }
        if self.screens.len() > MOST_SCREENS || self.refused > 50 {
            return Ok(Reply::End);
        }
        let mut dice = self.dice.borrow_mut();
        let options: Vec<String> = screen.options.iter().map(|option| option.value.clone()).collect();
        Ok(match screen.form {
            _ if screen.path == "<leave>" => Reply::Picked(vec!["done".to_owned()]),
            // Who stops there has seen the last of their screens.
            _ if screen.path == "<too-often>" => Reply::End,
            Form::One => Reply::Picked(vec![dice.pick(&options).clone()]),
            Form::Several => Reply::Picked(options.into_iter().filter(|_| dice.once_in(3)).collect()),
            Form::Line => Reply::Typed((*dice.pick(&LINES)).into()),
            Form::Note => Reply::Typed("".into()),
        })
    }

    fn say(&mut self, _paragraph: &str) -> io::Result<()> {
        Ok(())
    }

    fn wait(
        &mut self,
        _: &str,
        _: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        Ok(done(deadline))
    }
}

/// Checks that find anything, and speak to the hosts of the real ones.
struct Anything<'p> {
    dice: Rc<RefCell<Dice>>,
    profile: &'p Profile,
}

impl Prober for Anything<'_> {
    fn locate(&mut self, _country: Option<&str>, _region: Option<&Region>) {}

    fn hosts(&self, call: &ProbeCall) -> Vec<String> {
        hosts(call, self.profile)
    }

    fn start(&mut self, _call: &ProbeCall) {}

    fn poll(&mut self, call: &ProbeCall, _patience: Duration) -> Option<Finding> {
        let value = wander::finding(call, &mut self.dice.borrow_mut()).value;
        Some(Finding { value, reason: None, observed: None, elapsed: Duration::ZERO })
    }

    fn cancel(&mut self, _call: &ProbeCall) {}
}

#[test]
fn what_a_screen_says_about_those_to_come_is_true() {
    let pack = read_pack(&library::embedded(false)).0;
    let mains: Vec<&str> = pack.flows.values().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect();
    let profiles: Vec<&Profile> = pack.profiles.values().collect();
    let (mut all, mut said, mut asked) = (0, 0, HashSet::new());
    for seed in 0..u64::from(cases(60)) {
        let dice = Rc::new(RefCell::new(Dice::new(seed)));
        let (flow, profile) = {
            let mut dice = dice.borrow_mut();
            (*dice.pick(&mains), *dice.pick(&profiles))
        };
        let clock = Cell::new("2026-09-01T02:00:00Z".parse::<Timestamp>().unwrap());
        let start =
            Event::Start { flow: Some(flow.to_owned()), profile: profile.id.clone(), lang: Lang::En, guard: true };
        let session = Session::new(&pack, profile, TimeZone::UTC, &Entry { at: clock.get(), event: start });
        let mut roller = Roller { dice: Rc::clone(&dice), screens: Vec::new(), refused: 0 };
        let mut prober = Anything { dice, profile };
        let now = || {
            clock.set(clock.get() + SignedDuration::from_secs(40));
            clock.get()
        };
        let journal = Journal::none("ahead");
        let finish = Walk::new(session, journal, &mut roller, &mut prober, &now, Manner::Person).run().unwrap();
        let screens = roller.screens;
        let ended = finish == Finish::End;
        for (at, screen) in screens.iter().enumerate() {
            all += 1;
            asked.insert(screen.path.clone());
            let Some((least, most)) = screen.ahead else { continue };
            said += 1;
            let came = u32::try_from(screens.len() - at - 1).unwrap();
            let holds = (came >= least || !ended) && most.is_none_or(|most| came <= most);
            let way: Vec<&str> = screens[at..].iter().map(|screen| screen.path.as_str()).collect();
            assert!(holds, "seed {seed}, {flow}: {:?} is said, and {came} came: {way:?}", screen.ahead);
        }
    }
    assert!(asked.contains("<consent>") && asked.contains("<country>"), "the program asks by itself");
    assert!(said * 10 > all, "something is said at {said} of {all} screens");
}
