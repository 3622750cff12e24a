//! The world of one test: its own keys, else the file's.

use crate::i18n::{Lang, Message};
use crate::pack::Pack;
use crate::profile::Profile;
use crate::script::{FlowTest, Script};
use crate::session::Session;
use crate::session::event::{Entry, Event};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The clock of a test that names none.
const NOON: &str = "2026-01-05T12:00:00Z";

/// What holds for one test.
pub(super) struct World<'p> {
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
    pub(super) profile: &'p Profile,
    country: Option<String>,
    lang: Lang,
    guard: bool,
}

impl<'p> World<'p> {
    /// The world of `test`; the error says that there is no such profile.
    pub(super) fn of_test(pack: &'p Pack, script: &Script, test: &FlowTest) -> Result<Self, Message> {
        let (own, file) = (&test.setting, &script.setting);
        let wanted = own.profile.as_deref().or(file.profile.as_deref()).unwrap_or("generic");
        let unknown = || Message::new("test-unknown-profile").with("name", wanted);
        let now: Option<&Zoned> = own.now.as_ref().or(file.now.as_ref());
        let country = own.country.as_ref().or(file.country.as_ref());
        Ok(Self {
            now: now.map_or(noon(), Zoned::timestamp),
            zone: now.map_or(TimeZone::UTC, |now| now.time_zone().clone()),
            profile: pack.profiles.get(wanted).ok_or_else(unknown)?,
            country: country.cloned(),
            lang: own.lang.or(file.lang).unwrap_or(Lang::En),
            guard: names_guard(script, test),
        })
    }

    /// What every walk in this world begins with.
    pub(super) fn beginning(&self, flow: &str) -> Vec<Entry> {
        let start = Event::Start {
            flow: Some(flow.to_owned()),
            profile: self.profile.id.clone(),
            lang: self.lang,
            guard: self.guard,
        };
        let country = self.country.clone().map(|country| Event::Country(Some(country)));
        [start].into_iter().chain(country).map(|event| Entry { at: self.now, event }).collect()
    }

    /// The session that `entries` make; the second value counts those that do not fit.
    pub(super) fn session(&self, pack: &'p Pack, entries: &[Entry]) -> Option<(Session<'p>, usize)> {
        Session::replay(pack, self.profile, self.zone.clone(), entries)
    }
}

/// The clock of a test that names none, as an instant.
fn noon() -> Timestamp {
    NOON.parse().unwrap_or_default()
}

/// Tests skip the guard flow unless they name a path under it; "it was not asked" can be said of a skipped one too.
fn names_guard(script: &Script, test: &FlowTest) -> bool {
    let answers = script.answers.keys().chain(test.answers.keys()).map(String::as_str);
    let expected = test.expect.visits.iter().map(|(path, _)| path.as_str());
    let facts = test.expect.facts.keys().map(String::as_str);
    let events = test.events.iter().flatten().filter_map(|(event, _)| event.path());
    let probes = script.setting.probes.keys().chain(test.setting.probes.keys()).map(String::as_str);
    let end = test.expect.end.iter().map(|(path, _)| path.as_str());
    answers.chain(expected).chain(facts).chain(events).chain(probes).chain(end).any(|path| path.starts_with("guard."))
}
