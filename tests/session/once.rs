//! Nobody is asked the same twice in one session: tried on walks by dice through the shipped flows.

use super::{each_seed, shipped};
use crate::harness::wander::{self, Dice, Habit};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::fmt::Write;
use walletfix::flow::step::{Step, Topic};
use walletfix::flow::value::Value;
use walletfix::flow::{Flow, StepIndex};
use walletfix::i18n::Lang;
use walletfix::profile::Profile;
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::session::request::{Asking, Request};

/// More screens than this has no way that leads on.
const MOST: usize = 300;

/// What two questions may both ask for, since they do not mean the same.
const NOT_THE_SAME: [(&str, &str); 3] = [
    ("status-shown", "it changes, and decides whether somebody may pay again: it is looked at where it decides"),
    (
        "occurred-at",
        "when a payment was sent, since when an account is limited, and when a theft was seen are three things",
    ),
    ("device", "which kind it is, for the newest version; then model and system, for support"),
];

/// What was asked before on a walk.
#[derive(Default)]
struct Asked {
    /// Where a step of a flow was asked.
    steps: HashMap<(String, String), String>,
    /// Which step asked for a field.
    fields: HashMap<&'static str, (String, String)>,
}

/// Whether the step can come up again without leaving its flow.
fn is_in_loop(flow: &Flow, step: &Step) -> bool {
    let mut seen = vec![false; flow.steps.len()];
    let mut open: Vec<StepIndex> = step.followers();
    while let Some(at) = open.pop() {
        if flow.step(at).id == step.id {
            return true;
        }
        if !std::mem::replace(&mut seen[at.0], true) {
            open.extend(flow.step(at).followers());
        }
    }
    false
}

impl Asked {
    /// Notes a question; the error says where the same was asked before.
    fn note(&mut self, asking: &Asking<'_>, entered: &[String], anew: bool) -> Result<(), String> {
        let name = (asking.flow.id.clone(), asking.step.id.clone());
        let before = self.steps.insert(name.clone(), asking.path.clone());
        let again = match before {
            None => None,
            // A loop, or a flow that another one leads back to; its earlier answer stands on the screen.
            Some(path) if path == asking.path => {
                let main = &asking.flows[0].id;
                let came_back = entered.iter().filter(|flow| *flow == main).count() > 1;
                (!came_back && !asking.flows.iter().any(|flow| is_in_loop(flow, step_in(flow, asking)))).then_some(path)
            }
            Some(path) => Some(path),
        };
        if let Some(path) = again
            && !anew
        {
            return Err(format!("{} was asked at {path}, and is asked at {}", asking.step.id, asking.path));
        }
        let Some(field) = asking.step.field.filter(|field| !field.is_list()) else { return Ok(()) };
        if anew || NOT_THE_SAME.iter().any(|(excused, _)| *excused == field.name()) {
            return Ok(());
        }
        match self.fields.insert(field.name(), name.clone()) {
            Some(before) if before != name => {
                Err(format!("{} was asked for by {before:?}, and is asked for by {name:?}", field.name()))
            }
            _ => Ok(()),
        }
    }
}

/// The step of one of the flows on the way at which the walk stands: the question itself, or the `run` that led to it.
fn step_in<'p>(flow: &'p Flow, asking: &Asking<'p>) -> &'p Step {
    let parts: Vec<&str> = asking.path.split('.').collect();
    let depth = asking.flows.iter().rev().position(|other| other.id == flow.id).unwrap_or(0);
    let id = parts[parts.len() - 1 - depth];
    flow.step_named(id).map_or(asking.step, |(_, step)| step)
}

fn begin<'p>(flow: &str, profile: &'p Profile, guard: bool) -> Session<'p>
where
    'static: 'p,
{
    let at: Timestamp = "2026-09-01T02:00:00Z".parse().unwrap();
    let event = Event::Start { flow: Some(flow.to_owned()), profile: profile.id.clone(), lang: Lang::En, guard };
    Session::new(shipped(), profile, TimeZone::UTC, &Entry { at, event })
}

/// Every main flow with every provider, the built-in one too.
fn each_walk(default: u32, law: impl Fn(&str, Session<'_>, Dice)) {
    let profiles: Vec<Profile> =
        std::iter::once(Profile::generic()).chain(shipped().profiles.values().cloned()).collect();
    let mains: Vec<&str> =
        shipped().flows.values().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect();
    each_seed(default, |seed| {
        for (number, flow) in mains.iter().enumerate() {
            let number = u64::try_from(number).unwrap();
            let profile = &profiles[usize::try_from((seed + number) % 4).unwrap() % profiles.len()];
            let dice = Dice::new(seed * 100 + number);
            law(&format!("seed {seed}, {flow}, {}", profile.id), begin(flow, profile, seed % 4 == 0), dice);
        }
    });
}

fn go_on(session: &mut Session<'_>, event: Event) {
    let at = session.clock() + SignedDuration::from_secs(5);
    session.apply(&Entry { at, event }).unwrap();
}

#[test]
fn who_only_answers_is_asked_nothing_twice() {
    each_walk(40, |walk, mut session, mut dice| {
        let mut asked = Asked::default();
        let mut entered: Vec<String> = Vec::new();
        let mut way = String::new();
        for _ in 0..MOST {
            let standings = session.standings();
            let anew = standings.iter().any(|standing| standing.anew);
            // A flow that is left for another ends the list of those that run each other.
            if let Some(main) = standings.first().filter(|standing| standing.flow.is_main())
                && entered.last() != Some(&main.flow.id)
            {
                entered.push(main.flow.id.clone());
            }
            if let Request::Ask(asking) = session.request(false)
                && let Err(twice) = asked.note(&asking, &entered, anew)
            {
                panic!("{walk}: {twice}\nafter{way}");
            }
            let Some(event) = wander::next(&session, &mut dice, Habit::Forward) else { return };
            if let Event::Answer(path, value) = &event {
                write!(way, "\n  {path} = {}", walletfix::flow::display::file_form(value)).unwrap();
            }
            go_on(&mut session, event);
        }
    });
}

#[test]
fn what_was_said_once_counts_wherever_somebody_goes() {
    let mains: Vec<&str> =
        shipped().flows.values().filter(|flow| flow.is_main()).map(|flow| flow.id.as_str()).collect();
    let counted = std::cell::Cell::new(0);
    each_walk(20, |walk, mut session, mut dice| {
        for _ in 0..MOST {
            if let Request::Ask(asking) = session.request(false)
                && let Some(topic) = Topic::of(asking.flow, asking.step)
                && let Some(standing) = session.standings().last()
                && !standing.anew
                && !standing.facts.contains_key(&asking.step.id)
                && let Some((_, said)) = session.said_once().into_iter().find(|(of, _)| *of == topic)
            {
                // Only what is no answer to this question is asked again.
                let question = asking.question.as_ref().unwrap();
                let context = walletfix::answer::Context { lang: Lang::En, zone: TimeZone::UTC, now: session.clock() };
                let written = walletfix::flow::display::file_form(&said);
                let fits = match &said {
                    Value::Unknown => question.can_skip,
                    _ => walletfix::answer::read(question, &written, &context).is_ok(),
                };
                assert!(!fits, "{walk}: {} is asked, and was said: {written}", asking.path);
            }
            let before = session.story().visits.len();
            let event = if dice.once_in(15) && !session.path().is_empty() {
                Event::Flow(session.path(), (*dice.pick(&mains)).to_owned())
            } else if let Some(event) = wander::next(&session, &mut dice, Habit::Forward) {
                event
            } else {
                break;
            };
            go_on(&mut session, event);
            let visits = session.story().visits;
            let taken =
                visits.iter().skip(before).filter(|visit| visit.told == walletfix::session::story::Told::Before);
            counted.set(counted.get() + taken.count());
        }
    });
    assert!(counted.get() > 0, "nothing was taken over");
}
