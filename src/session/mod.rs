//! The session: a pure fold over events, and the only place where state changes.
//!
//! It asks by [`Session::request`] and is told by [`Session::apply`]. It knows no terminal, no file, no clock: every
//! instant comes with its event. Resume, back, tests, replay and summary are this one mechanism.

mod ahead;
mod consent;
mod ending;
pub mod event;
mod facts;
mod frame;
pub mod guide;
mod once;
pub mod outlook;
pub mod passage;
pub mod promise;
mod question;
mod reading;
pub mod request;
mod state;
pub mod story;
mod trail;

use crate::flow::WORDS;
use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::Profile;
use crate::secrets::Kind;
use consent::{Consents, Latest};
use event::{Entry, Event};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use state::{State, World};
use std::collections::HashMap;
use story::{Attachment, Noted};
use trail::Recent;
pub use trail::{Move, Step as Moved};

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
    /// When the person last saw a screen; a note is taken without one.
    seen_at: Timestamp,
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
    consents: Consents,
    latest_consent: Option<Latest>,
    notes: Vec<Noted>,
    attachments: Vec<Attachment>,
    refused: Vec<String>,
    exposed: Option<bool>,
    /// Refused, and nobody has said yet whether it was typed elsewhere.
    unasked: Option<Kind>,
    /// Whether findings are said by hand.
    by_hand: bool,
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
        Self::in_world(World { pack, profile, zone, lang, guide: None }, flow, guard, start.at)
    }

    fn in_world(world: World<'p>, flow: Option<String>, guard: bool, at: Timestamp) -> Self {
        let state = State::start(&world, flow.as_deref(), guard, at);
        Self {
            lang: world.lang,
            world,
            asked_flow: flow,
            guard,
            began: at,
            clock: at,
            seen_at: at,
            state,
            trail: Vec::new(),
            kept: Vec::new(),
            recent: Vec::new(),
            suggestions: HashMap::new(),
            dropped: Vec::new(),
            words: None,
            named: Named::NotAsked,
            named_at: 0,
            consents: Consents::default(),
            latest_consent: None,
            notes: Vec::new(),
            attachments: Vec::new(),
            refused: Vec::new(),
            exposed: None,
            unasked: None,
            by_hand: false,
        }
    }

    /// The session that these events made. The second value counts events that no longer fit, since the pack was edited:
    /// the first of them and all that moved on from there, up to the next `Resume`.
    pub fn replay(pack: &'p Pack, profile: &'p Profile, zone: TimeZone, entries: &[Entry]) -> Option<(Self, usize)> {
        let (start, rest) = entries.split_first()?;
        let mut session = Self::new(pack, profile, zone, start);
        let misfits = session.go_through(rest).len();
        Some((session, misfits))
    }

    /// Takes events that happened before; the numbers of those that no longer fit.
    pub fn go_through(&mut self, entries: &[Entry]) -> Vec<usize> {
        let mut misfits = Vec::new();
        let mut adrift = false;
        for (number, entry) in entries.iter().enumerate() {
            adrift &= entry.event != Event::Resume;
            if (adrift && entry.event.moves()) || self.apply(entry).is_err() {
                adrift = true;
                misfits.push(number);
                self.offer_again(&entry.event);
            }
        }
        misfits
    }

    /// From now on findings are said by hand, as answers are: none is used again, and going back undoes it.
    pub fn take_findings_by_hand(&mut self) {
        self.by_hand = true;
    }

    /// Takes one event. One that does not fit changes nothing.
    pub fn apply(&mut self, entry: &Entry) -> Result<Vec<Notice>, Misfit> {
        let before = self.clock;
        self.clock = self.clock.max(entry.at);
        let result = self.take(entry);
        if result.is_err() {
            self.clock = before;
        } else if !matches!(entry.event, Event::Note(_)) {
            self.seen_at = self.clock;
        }
        result
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

    fn take(&mut self, entry: &Entry) -> Result<Vec<Notice>, Misfit> {
        match &entry.event {
            Event::Answer(path, value) => self.make(path, Moved::Answer(value.clone()), entry.at),
            Event::Seen(path) => self.make(path, Moved::Seen, entry.at),
            Event::Probe(path, result) => self.make(path, Moved::Probe(result.clone()), entry.at),
            Event::Flow(path, flow) => self.make(path, Moved::Flow(flow.clone()), entry.at),
            Event::GiveUp => self.make(&self.state.path(), Moved::GiveUp, entry.at),
            Event::Back => Ok(self.back()),
            Event::Change(path, value) => {
                let notices = self.change(path, value, entry.at)?;
                // Whoever says it again wants it said.
                self.dropped.retain(|dropped| dropped != path);
                Ok(notices)
            }
            other => {
                self.remember(other, entry.at);
                Ok(Vec::new())
            }
        }
    }

    /// Events that change no step.
    fn remember(&mut self, event: &Event, at: Timestamp) {
        match event {
            Event::Words(text) => {
                self.words = Some(text.clone());
                // Whoever says it again wants it said.
                self.dropped.retain(|path| path != WORDS);
            }
            Event::Country(country) => {
                self.named = country.clone().map_or(Named::Elsewhere, Named::Country);
                self.named_at = self.trail.len();
            }
            Event::Consent { yes, hosts, by_command } => self.note_consent(*yes, hosts, *by_command),
            Event::Drop(path) => self.dropped.push(path.clone()),
            Event::Lang(lang) => self.lang = *lang,
            Event::Refused(_, kind) => {
                self.refused.push(kind.clone());
                self.unasked = Kind::named(kind).filter(|kind| kind.opens_wallet()).or(self.unasked);
            }
            Event::Exposed(yes) => {
                // One that got out has got out, whatever is said of the next one.
                self.exposed = Some(*yes || self.exposed == Some(true));
                self.unasked = None;
            }
            Event::Note(note) => self.notes.push(Noted { written: at, note: note.clone() }),
            Event::Attach { name, size, sha256 } => {
                // Whoever attaches it again wants it said, and once.
                self.dropped.retain(|path| *path != story::attached(name));
                self.attachments.retain(|known| known.name != *name);
                self.attachments.push(Attachment { name: name.clone(), size: *size, sha256: sha256.clone() });
            }
            _ => {}
        }
    }
}
