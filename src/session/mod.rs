//! The session: a pure fold over events, and the only place where state changes.
//!
//! It asks by [`Session::request`] and is told by [`Session::apply`]. It knows no terminal, no file, no clock: every
//! instant comes with its event. Resume, back, tests, replay and summary are this one mechanism.

mod ahead;
mod ending;
pub mod event;
mod facts;
mod frame;
mod question;
pub mod request;
mod state;
pub mod story;
mod trail;

use crate::flow::Flow;
use crate::flow::probe::ProbeCall;
use crate::flow::step::{Outcome, Step, Verb};
use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::{Profile, Purpose, Region};
use event::{Entry, Event};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use request::{Asking, Request};
use state::{State, Waiting, World};
use std::collections::HashMap;
use story::{Attachment, Story, Visit};
use trail::{Move, Recent, Step as Moved};

/// How long a check's result stays fresh.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// From this visit of a step on the person is offered to stop.
pub const TOO_OFTEN: u32 = 3;

/// A walk through flows, as far as its events tell.
#[derive(Debug, Clone)]
pub struct Session<'p> {
    world: World<'p>,
    asked_flow: Option<String>,
    guard: bool,
    began: Timestamp,
    clock: Timestamp,
    lang: Lang,
    state: State<'p>,
    /// What led here, in order; `Back` shortens it.
    trail: Vec<Move>,
    /// Answers behind a changed one, used again where they still fit.
    kept: Vec<Move>,
    /// Check results by call, however old.
    recent: Vec<Recent>,
    suggestions: HashMap<String, Value>,
    dropped: Vec<String>,
    words: Option<String>,
    /// What the person said when asked for the country.
    named: Named,
    /// How long the trail was then, so that going back from the next screen asks again.
    named_at: usize,
    consent: Option<bool>,
    notes: Vec<(Timestamp, String)>,
    attachments: Vec<Attachment>,
    refused: Vec<String>,
    exposed: Option<bool>,
}

/// Whether the person was asked for their country, and what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Named {
    NotAsked,
    Elsewhere,
    Country(String),
}

/// Something to tell the person after an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// There is nothing before this screen.
    FirstScreen,
    /// These answers are no longer on the path: paths.
    Orphaned(Vec<String>),
}

/// An event that does not fit the state it meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The path at which the session waits.
    pub waiting_at: String,
}

impl<'p> Session<'p> {
    /// A session whose first event is `start`.
    pub fn new(pack: &'p Pack, profile: &'p Profile, zone: TimeZone, start: &Entry) -> Self {
        let (flow, guard, lang) = match &start.event {
            Event::Start { flow, guard, lang, .. } => (flow.clone(), *guard, *lang),
            _ => (None, true, Lang::En),
        };
        let world = World { pack, profile, zone };
        let state = State::start(&world, flow.as_deref(), guard, start.at);
        Self {
            world,
            asked_flow: flow,
            guard,
            began: start.at,
            clock: start.at,
            lang,
            state,
            trail: Vec::new(),
            kept: Vec::new(),
            recent: Vec::new(),
            suggestions: HashMap::new(),
            dropped: Vec::new(),
            words: None,
            named: Named::NotAsked,
            named_at: 0,
            consent: None,
            notes: Vec::new(),
            attachments: Vec::new(),
            refused: Vec::new(),
            exposed: None,
        }
    }

    /// The session that these events made. The second value counts events that no longer fit, since the pack was edited:
    /// the first of them and all that moved on from there, up to the next `Resume`.
    pub fn replay(pack: &'p Pack, profile: &'p Profile, zone: TimeZone, entries: &[Entry]) -> Option<(Self, usize)> {
        let (start, rest) = entries.split_first()?;
        let mut session = Self::new(pack, profile, zone, start);
        let mut misfits = 0;
        let mut adrift = false;
        for entry in rest {
            adrift &= entry.event != Event::Resume;
            if (adrift && entry.event.moves()) || session.apply(entry).is_err() {
                adrift = true;
                misfits += 1;
                session.offer_again(&entry.event);
            }
        }
        Some((session, misfits))
    }

    /// Takes one event. One that does not fit changes nothing.
    pub fn apply(&mut self, entry: &Entry) -> Result<Vec<Notice>, Misfit> {
        let before = self.clock;
        self.clock = self.clock.max(entry.at);
        let result = self.take(entry);
        if result.is_err() {
            self.clock = before;
        }
        result
    }

    /// What the session wants next. `regional`: whether the person may be asked for their country.
    pub fn request(&self, regional: bool) -> Request<'p> {
        match &self.state.waiting {
            Waiting::Pick => Request::Pick,
            Waiting::Probe(call) => Request::Probe(call.clone()),
            Waiting::End(ending) if regional && self.needs_country(ending.outcome.purposes()) => Request::Country,
            Waiting::End(ending) => Request::End((**ending).clone()),
            Waiting::Person(finding) => {
                let Some((flow, step)) = self.state.step() else { return Request::Pick };
                if regional && step.show.is_some_and(|purpose| self.needs_country(&[purpose])) {
                    return Request::Country;
                }
                let path = self.state.path();
                let question = question::of(step, self.world.profile, self.lang);
                // The pack may have been edited since the answer was given.
                let fits = |value: &&Value| question.as_ref().is_some_and(|asked| question::fits(asked, value));
                let suggestion = self.suggestions.get(&path).filter(fits).cloned();
                Request::Ask(Asking {
                    visit: self.state.visit_number(),
                    flow,
                    flows: self.state.flows(),
                    step,
                    question,
                    suggestion,
                    finding: finding.clone(),
                    path,
                })
            }
        }
    }

    /// Checks that could soon be needed and whose inputs are known, except those with a fresh result.
    pub fn checks_ahead(&self) -> Vec<ProbeCall> {
        let mut calls = self.state.checks_ahead(&self.world);
        calls.retain(|call| self.fresh(call).is_none());
        calls
    }

    /// The texts of the waiting step, in the session's language: question, hint.
    pub fn words_of(&self, step: &Step) -> (String, Option<String>) {
        let Some(view) = self.state.view(&self.world, self.country(), self.clock) else {
            return (String::new(), None);
        };
        let text = match &step.verb {
            Verb::Ask(ask) => Some(&ask.text),
            Verb::Tell(tell) => Some(&tell.text),
            Verb::Do(action) | Verb::Try(action) => Some(&action.text),
            Verb::Probe(probe) => probe.ask.as_ref(),
            _ => None,
        };
        let render = |text| view.render(text, self.lang, None);
        (text.map(render).unwrap_or_default(), step.hint.as_ref().map(render))
    }

    /// The answers that can be changed: path, step, value; the latest visit of each, in order.
    pub fn answers(&self) -> Vec<(String, &'p Step, Value)> {
        let mut list: Vec<(String, &'p Step, Value)> = Vec::new();
        for visit in self.state.visits.iter().filter(|visit| self.is_answer(visit.path.as_str(), visit.number)) {
            list.retain(|(path, ..)| *path != visit.path);
            list.push((visit.path.clone(), visit.step, visit.value.clone()));
        }
        list
    }

    /// The latest answered visit of the step at a path.
    pub fn answered(&self, path: &str) -> Option<Visit<'p>> {
        let visits = self.state.visits.iter().rev();
        visits.into_iter().find(|visit| visit.path == path && self.is_answer(path, visit.number)).cloned()
    }

    /// The step at a path that was visited or waits.
    pub fn step_at(&self, path: &str) -> Option<&'p Step> {
        let visited = self.state.visits.iter().find(|visit| visit.path == path).map(|visit| visit.step);
        visited.or_else(|| self.state.step().filter(|_| self.state.path() == path).map(|(_, step)| step))
    }

    /// How often the step at a path was reached on the way here, whatever it does.
    pub fn times_reached(&self, path: &str) -> u32 {
        self.state.times_reached(path)
    }

    /// The question of a step, as it would be asked now.
    pub fn question(&self, step: &Step) -> Option<crate::answer::Question> {
        question::of(step, self.world.profile, self.lang)
    }

    /// What the session came to so far.
    pub fn story(&self) -> Story<'p> {
        let country = self.country().map(str::to_owned);
        let mut visits = self.state.visits.clone();
        for visit in &mut visits {
            visit.dropped = self.dropped.contains(&visit.path);
        }
        let flow = if self.state.main.is_empty() { self.asked_flow.clone() } else { Some(self.state.main.clone()) };
        Story {
            pack: self.world.pack,
            profile: self.world.profile,
            region: self.region(),
            country,
            lang: self.lang,
            zone: self.world.zone.clone(),
            flow: flow.unwrap_or_default(),
            words: self.words.clone(),
            visits,
            ending: match &self.state.waiting {
                Waiting::End(ending) => Some((**ending).clone()),
                _ => None,
            },
            notes: self.notes.clone(),
            attachments: self.attachments.clone(),
            refused: self.refused.clone(),
            exposed: self.exposed,
            at: self.clock,
        }
    }

    /// The path at which the session waits; empty at the list of problems.
    pub fn path(&self) -> String {
        self.state.path()
    }

    /// The session's language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The instant of the latest event.
    pub fn clock(&self) -> Timestamp {
        self.clock
    }

    /// The person's zone.
    pub fn zone(&self) -> &TimeZone {
        &self.world.zone
    }

    /// The provider.
    pub fn profile(&self) -> &'p Profile {
        self.world.profile
    }

    /// The pack.
    pub fn pack(&self) -> &'p Pack {
        self.world.pack
    }

    /// The profile's country, else the one the person named.
    pub fn country(&self) -> Option<&str> {
        self.world.profile.country.as_deref().or(match &self.named {
            Named::Country(code) => Some(code),
            Named::NotAsked | Named::Elsewhere => None,
        })
    }

    /// The region of that country.
    pub fn region(&self) -> Option<&'p Region> {
        self.country().and_then(|country| self.world.pack.region_of(country))
    }

    fn needs_country(&self, purposes: &[Purpose]) -> bool {
        self.named == Named::NotAsked
            && self.world.profile.country.is_none()
            && self.world.pack.regions.values().any(|region| {
                region.channels.iter().any(|channel| channel.purposes.iter().any(|purpose| purposes.contains(purpose)))
            })
    }

    fn misfit(&self) -> Misfit {
        Misfit { waiting_at: self.state.path() }
    }

    /// An answer that could not be used becomes a suggestion.
    fn offer_again(&mut self, event: &Event) {
        if let Event::Answer(path, value) | Event::Change(path, value) = event {
            self.suggestions.insert(path.clone(), value.clone());
        }
    }

    fn is_answer(&self, path: &str, number: u32) -> bool {
        self.trail
            .iter()
            .any(|moved| moved.path == path && moved.visit == number && matches!(moved.step, Moved::Answer(_)))
    }

    fn take(&mut self, entry: &Entry) -> Result<Vec<Notice>, Misfit> {
        match &entry.event {
            Event::Answer(path, value) => self.make(path, Moved::Answer(value.clone()), entry.at),
            Event::Seen(path) => self.make(path, Moved::Seen, entry.at),
            Event::Probe(path, result) => self.make(path, Moved::Probe(result.clone()), entry.at),
            Event::Flow(path, flow) => self.make(path, Moved::Flow(flow.clone()), entry.at),
            Event::GiveUp => self.make(&self.state.path(), Moved::GiveUp, entry.at),
            Event::Back => Ok(self.back()),
            Event::Change(path, value) => self.change(path, value, entry.at),
            other => {
                self.remember(other, entry.at);
                Ok(Vec::new())
            }
        }
    }

    /// Events that change no step.
    fn remember(&mut self, event: &Event, at: Timestamp) {
        match event {
            Event::Words(text) => self.words = Some(text.clone()),
            Event::Country(country) => {
                self.named = country.clone().map_or(Named::Elsewhere, Named::Country);
                self.named_at = self.trail.len();
            }
            Event::Consent(yes, _) => self.consent = Some(*yes),
            Event::Drop(path) => self.dropped.push(path.clone()),
            Event::Lang(lang) => self.lang = *lang,
            Event::Refused(_, kind) => self.refused.push(kind.clone()),
            Event::Exposed(yes) => self.exposed = Some(*yes),
            Event::Note(text) => self.notes.push((at, text.clone())),
            Event::Attach { name, size, sha256 } => {
                self.attachments.push(Attachment { name: name.clone(), size: *size, sha256: sha256.clone() });
            }
            _ => {}
        }
    }
}

impl Outcome {
    /// Whether the person must act at once.
    pub fn is_urgent(self) -> bool {
        self == Self::Urgent
    }
}

impl Flow {
    /// Whether a person can choose it from the list of problems.
    pub fn is_main(&self) -> bool {
        !self.shared
    }
}
