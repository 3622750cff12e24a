//! What a session came to: everything a summary may be made of, and nothing else.

use super::event::{Note, ProbeResult};
use crate::flow::Flow;
use crate::flow::step::{Outcome, Return, Step};
use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::{Profile, Region};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A finished or stopped session, read from its events.
#[derive(Debug, Clone)]
pub struct Story<'p> {
    /// The pack it was walked with.
    pub pack: &'p Pack,
    /// The provider.
    pub profile: &'p Profile,
    /// The person's country: the profile's, else the one they named.
    pub country: Option<String>,
    /// That country's region, if the pack has one.
    pub region: Option<&'p Region>,
    /// The person's language.
    pub lang: Lang,
    /// The person's zone.
    pub zone: TimeZone,
    /// The flow that was asked for or chosen; if the guard took over, the one it went to. Empty before any was chosen.
    pub flow: String,
    /// The problem in own words.
    pub words: Option<String>,
    /// Every visit on the final path, in order; the ledger keeps each, a later one overwrites the fact.
    pub visits: Vec<Visit<'p>>,
    /// Where it ended, if it did.
    pub ending: Option<Ending<'p>>,
    /// Contacts with support and other notes, in the order in which they were noted.
    pub notes: Vec<Noted>,
    /// Attached files.
    pub attachments: Vec<Attachment>,
    /// Kinds of refused secrets, one entry a refusal.
    pub refused: Vec<String>,
    /// Whether a refused secret was also typed elsewhere.
    pub exposed: Option<bool>,
    /// When the person last saw a screen.
    pub seen_at: Timestamp,
    /// The instant of the last event.
    pub at: Timestamp,
}

/// A step that was passed.
#[derive(Debug, Clone)]
pub struct Visit<'p> {
    /// Its path, such as `network.this-device`.
    pub path: String,
    /// The flow it stands in.
    pub flow: &'p Flow,
    /// The step.
    pub step: &'p Step,
    /// How often it had been reached, from 1.
    pub number: u32,
    /// When it was answered.
    pub at: Timestamp,
    /// Its fact from then on.
    pub value: Value,
    /// Where the value comes from.
    pub origin: Origin,
    /// Who was asked for it.
    pub told: Told,
    /// For a probe: what it found.
    pub finding: Option<ProbeResult>,
    /// For a `run`: the `return` step's verb that was reached.
    pub returned: Option<&'p Return>,
    /// Taken out of the summary by the person.
    pub dropped: bool,
}

/// Whether a step asked for its value, or was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It asked the person, or looked itself.
    Here,
    /// The calling flow handed it over.
    ByCaller,
    /// It was said before, to a question that is asked once a session.
    Before,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The person said so.
    User,
    /// A check saw it.
    Probe,
    /// The person did not know or skipped it.
    Skipped,
    /// The calling flow knew it, and not from the person.
    Input,
}

impl Origin {
    /// The word that JSON uses.
    pub fn id(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Probe => "probe",
            Self::Skipped => "skipped",
            Self::Input => "input",
        }
    }
}

/// How a session ended.
#[derive(Debug, Clone)]
pub struct Ending<'p> {
    /// The end step's path; for one who stopped, the path of the step where that was.
    pub path: String,
    /// The flow of the end.
    pub flow: &'p Flow,
    /// The end step; `None`: the person stopped at a third visit.
    pub step: Option<&'p Step>,
    /// Its outcome.
    pub outcome: Outcome,
    /// `<flow>/<end step>`, or `<flow>/gave-up`.
    pub category: String,
    /// For `wait`: the instant until which to wait.
    pub follow_up: Option<Timestamp>,
    /// Its text in both languages, placeholders filled in: zh, en.
    pub text: (String, String),
}

/// A note and when it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// When it was written down.
    pub written: Timestamp,
    /// The note.
    pub note: Note,
}

/// A file that the person will send along: its name, never its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Without folder.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// 64 hex digits.
    pub sha256: String,
}

/// Where a note stands among what can be taken out of the summary; no step has such a path.
pub fn noted(noted: &Noted) -> String {
    format!("<note {}>", noted.written)
}

/// Where an attached file stands there.
pub fn attached(name: &str) -> String {
    format!("<file {name}>")
}

impl Visit<'_> {
    /// Whether the visit is listed at all: not private, not dropped.
    pub fn is_public(&self) -> bool {
        !self.step.private && !self.dropped
    }
}
