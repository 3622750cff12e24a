//! Runs flow tests: the same loop that walks with a person, with answers, checks and clock from a file.

mod events;
mod expect;

use crate::i18n::{Lang, Message};
use crate::pack::Pack;
use crate::probe::Scripted;
use crate::profile::Profile;
use crate::prompt::script::Script as Answers;
use crate::record::Journal;
use crate::script::{FlowTest, Script};
use crate::session::Session;
use crate::session::event::{Entry, Event};
use crate::source::Span;
use crate::walk::{self, Finish, Manner, Walk};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::cell::Cell;

/// What one test came to.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The flow.
    pub flow: String,
    /// The test's name.
    pub name: String,
    /// Where it stands in its file.
    pub span: Span,
    /// Why it failed; empty: it passed.
    pub reasons: Vec<Message>,
}

/// Runs every test of a file.
pub fn run(pack: &Pack, script: &Script) -> Vec<Verdict> {
    script
        .tests
        .iter()
        .map(|test| Verdict {
            flow: script.flow.clone(),
            name: test.name.clone(),
            span: test.span,
            reasons: reasons(pack, script, test),
        })
        .collect()
}

/// The clock of a test that names none.
const NOON: &str = "2026-01-05T12:00:00Z";

/// What holds for one test: its own keys, else the file's.
struct World<'t> {
    now: Timestamp,
    zone: TimeZone,
    profile: &'t Profile,
    country: Option<&'t str>,
    lang: Lang,
    guard: bool,
}

impl<'t> World<'t> {
    fn new(pack: &'t Pack, script: &'t Script, test: &'t FlowTest) -> Result<Self, Message> {
        let (own, file) = (&test.setting, &script.setting);
        let wanted = own.profile.as_deref().or(file.profile.as_deref()).unwrap_or("generic");
        let unknown = || Message::new("test-unknown-profile").with("name", wanted);
        let now: Option<&Zoned> = own.now.as_ref().or(file.now.as_ref());
        let noon = NOON.parse().unwrap_or_default();
        Ok(Self {
            now: now.map_or(noon, Zoned::timestamp),
            zone: now.map_or(TimeZone::UTC, |now| now.time_zone().clone()),
            profile: pack.profiles.get(wanted).ok_or_else(unknown)?,
            country: own.country.as_deref().or(file.country.as_deref()),
            lang: own.lang.or(file.lang).unwrap_or(Lang::En),
            guard: names_guard(script, test),
        })
    }

    fn session<'p>(&self, pack: &'p Pack, flow: &str) -> Session<'p>
    where
        't: 'p,
    {
        let start = Event::Start {
            flow: Some(flow.to_owned()),
            profile: self.profile.id.clone(),
            lang: self.lang,
            guard: self.guard,
        };
        let mut session = Session::new(pack, self.profile, self.zone.clone(), &Entry { at: self.now, event: start });
        if let Some(country) = self.country {
            let event = Event::Country(Some(country.to_owned()));
            // An event without a step always fits.
            let _ = session.apply(&Entry { at: self.now, event });
        }
        session
    }
}

/// Tests skip the guard flow unless they name a path under it.
fn names_guard(script: &Script, test: &FlowTest) -> bool {
    let answers = script.answers.keys().chain(test.answers.keys()).map(String::as_str);
    let expected = test.expect.visits.iter().map(|(path, _)| path.as_str());
    let facts = test.expect.facts.keys().map(String::as_str);
    let events = test.events.iter().flatten().filter_map(|(event, _)| event.path());
    let probes = script.setting.probes.keys().chain(test.setting.probes.keys()).map(String::as_str);
    let end = test.expect.end.iter().map(|(path, _)| path.as_str());
    answers.chain(expected).chain(facts).chain(events).chain(probes).chain(end).any(|path| path.starts_with("guard."))
}

/// Why the test fails.
fn reasons(pack: &Pack, script: &Script, test: &FlowTest) -> Vec<Message> {
    if !pack.flows.contains_key(&script.flow) {
        return vec![Message::new("test-unsound")];
    }
    let world = match World::new(pack, script, test) {
        Ok(world) => world,
        Err(message) => return vec![message],
    };
    let session = world.session(pack, &script.flow);
    let clock = Cell::new(world.now);
    let checks = walk::world(&session);
    let maps = vec![&test.setting.probes, &script.setting.probes];
    let mut prober = Scripted::new(maps, checks, || clock.get());
    let (session, mut reasons) = match &test.events {
        Some(events) => events::walk(session, events, &mut prober, &clock),
        None => answers(session, script, test, &mut prober, &clock),
    };
    reasons.extend(prober.mistakes().iter().map(|mistake| mistake.message.clone()));
    reasons.extend(prober.missing().iter().map(|path| Message::new("test-missing-probe").with("path", path.as_str())));
    if reasons.is_empty() {
        reasons = expect::check(&session, &test.expect);
    }
    reasons
}

/// Walks with the answers of the file.
fn answers<'p>(
    session: Session<'p>,
    script: &Script,
    test: &FlowTest,
    prober: &mut Scripted<'_>,
    clock: &Cell<Timestamp>,
) -> (Session<'p>, Vec<Message>) {
    let mut prompter = Answers::new(&script.answers, &test.answers);
    let now = || clock.get();
    let mut walk = Walk::new(session, Journal::none(""), &mut prompter, prober, &now, Manner::Script);
    let finish = walk.run();
    let (session, _) = walk.into_parts();
    let path = |path: &str| path.to_owned();
    let mut reasons = Vec::new();
    match finish {
        Ok(Finish::Missing(at) | Finish::InputEnded(at)) => {
            reasons.push(Message::new("test-missing-answer").with("path", path(&at)));
        }
        Ok(Finish::Misfit(at, why)) => {
            reasons.push(Message::new("test-misfit").with("path", path(&at)).with("message", why));
        }
        Ok(Finish::Circle(at, _)) => reasons.push(Message::new("test-circle").with("path", path(&at))),
        Ok(Finish::End | Finish::Quit) | Err(_) => {}
    }
    // An answer of the whole file may serve other tests only; one of the test's own must be asked for.
    let unused: Vec<&str> =
        prompter.unused().map(|(path, _)| path).filter(|path| test.answers.contains_key(*path)).collect();
    if reasons.is_empty() && !unused.is_empty() {
        reasons.push(Message::new("test-unused").with("names", unused.join(", ")));
    }
    (session, reasons)
}
