//! What happened: the events whose fold is the session.

use crate::flow::probe::Finding;
use crate::flow::value::Value;
use crate::i18n::Lang;
use jiff::Timestamp;

/// An event and its instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// One event of a session (format 1, section 5).
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A session begins.
    Start {
        /// The flow asked for; `None`: the person will be asked what happened.
        flow: Option<String>,
        /// Profile id.
        profile: String,
        /// Language.
        lang: Lang,
        /// Whether the guard flow runs first.
        guard: bool,
    },
    /// The problem in own words; empty: the person would rather see the list.
    Words(String),
    /// The person's country.
    Country(Option<String>),
    /// Whether network checks may run.
    Consent {
        /// They may.
        yes: bool,
        /// The hosts that were named; none: every one.
        hosts: Vec<String>,
        /// Whether nobody was asked, since a command or a file had said so: then there is no screen to go back to.
        by_command: bool,
    },
    /// An answer.
    Answer(String, Value),
    /// A `tell` was read.
    Seen(String),
    /// What a probe found; the reason of an unknown one is in words.
    Probe(String, ProbeResult),
    /// One screen back.
    Back,
    /// An earlier answer was changed.
    Change(String, Value),
    /// A line was taken out of the summary.
    Drop(String),
    /// "This is not my problem": on to another flow from that path; an empty path is the list of problems.
    Flow(String, String),
    /// The language changed.
    Lang(Lang),
    /// A secret was refused at that path: its kind, never its text.
    Refused(String, String),
    /// Whether the refused secret was also typed elsewhere.
    Exposed(bool),
    /// A contact with support, or another note.
    Note(Note),
    /// A file is attached by name.
    Attach {
        /// File name without folder.
        name: String,
        /// Bytes.
        size: u64,
        /// 64 hex digits.
        sha256: String,
    },
    /// The person stops at the third visit.
    GiveUp,
    /// A stopped session goes on.
    Resume,
}

/// A contact with support that somebody noted. Of another note only what was said is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// What was said.
    pub said: String,
    /// When that was; `None`: when it was noted.
    pub at: Option<Timestamp>,
    /// The id of a channel of the profile or region, else what the person calls it.
    pub channel: Option<String>,
    /// Who it was.
    pub agent: Option<String>,
    /// Until when an answer was promised.
    pub promised: Option<Timestamp>,
    /// The ticket's number.
    pub ticket: Option<String>,
}

impl<T: Into<String>> From<T> for Note {
    fn from(said: T) -> Self {
        Self { said: said.into(), ..Self::default() }
    }
}

impl Event {
    /// Whether it moves the walk, so that it can only fit where the walk stands.
    pub fn moves(&self) -> bool {
        match self {
            Self::Answer(..)
            | Self::Seen(_)
            | Self::Probe(..)
            | Self::Back
            | Self::Change(..)
            | Self::Flow(..)
            | Self::GiveUp => true,
            Self::Start { .. }
            | Self::Words(_)
            | Self::Country(_)
            | Self::Consent { .. }
            | Self::Drop(_)
            | Self::Lang(_)
            | Self::Refused(..)
            | Self::Exposed(_)
            | Self::Note(_)
            | Self::Attach { .. }
            | Self::Resume => false,
        }
    }
}

/// What a probe found, as the journal keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProbeResult {
    /// The result, or unknown.
    pub value: Value,
    /// Why it is unknown: a message key and its values, so that either language can say it.
    pub reason: Option<crate::i18n::Message>,
    /// What exactly was seen.
    pub observed: Option<String>,
    /// How long it took, in milliseconds.
    pub ms: u64,
}

impl From<Finding> for ProbeResult {
    fn from(Finding { value, reason, observed, elapsed }: Finding) -> Self {
        Self { value, reason, observed, ms: u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX) }
    }
}
