//! Facts to ticket: what support gets to read, as text, Markdown and JSON.
//!
//! A summary is an allow-list: only what a `field` or a `label` lets through is ever copied into it, masked on the way
//! in. It is a function of a story; it knows no clock, no terminal and no file, and never sees what was refused.

mod contacts;
mod fact;
mod identity;
mod ledger;
pub mod mask;
mod next;
mod public;
pub mod render;
mod subject;
mod ticket;
mod timeline;
mod words;

pub use contacts::Contacted;
pub use fact::Fact;
pub use ledger::{Check, CheckKind, ProbeLine};
pub use next::{ChannelLine, Next};
pub use ticket::{Account, Environment, ErrorShown, Evidence, Security, Ticket, Transaction, Urgency};
pub use timeline::{Dated, DatedKind};

use crate::flow::step::{Outcome, TextFormat};
use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::secrets;
use crate::session::story::Story;
use words::Teller;

/// The name in `tool`, and of the last line.
pub const TOOL: &str = "walletfix";

/// Everything a rendering may say, in one language.
#[derive(Debug, Clone)]
pub struct Summary {
    /// `WF-` and six letters or digits; equal answers have equal ids.
    pub id: String,
    /// The instant of the last event.
    pub created_at: String,
    /// The program's version.
    pub version: String,
    /// Its language.
    pub lang: Lang,
    /// The flow asked for or chosen.
    pub flow: String,
    /// The end step's path.
    pub end: Option<String>,
    /// How it ended; `None`: not finished.
    pub outcome: Option<Outcome>,
    /// `<flow of the end>/<end step>`.
    pub category: Option<String>,
    /// One line for the subject of a ticket.
    pub subject: String,
    /// What it is about, in the flow's words; `None`: no flow was chosen.
    pub gist: Option<String>,
    /// The provider's name; `None`: not known.
    pub provider: Option<String>,
    /// Facts with a field, and labelled amounts, numbers, times and versions.
    pub facts: Vec<Fact>,
    /// What happened when, and what is to come.
    pub timeline: Vec<Dated>,
    /// What was checked, done and tried, every visit of it.
    pub checks: Vec<Check>,
    /// What automatic checks found.
    pub probes: Vec<ProbeLine>,
    /// Where the person was sent, and until when to wait.
    pub next: Next,
    /// Refused secrets: kind and count.
    pub redactions: Vec<(String, usize)>,
    /// The ticket's leaves.
    pub ticket: Ticket,
    /// By which the screens can be seen again; whoever knows the session sets it.
    pub replay_code: Option<String>,
    /// What has to be said about that: the key of a sentence.
    pub replay_note: Option<&'static str>,
    /// What looks like a secret and is none: transaction hashes, checksums of files.
    pub excused: Vec<String>,
}

/// One line that a summary would contain, for the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The path of the step it comes from; `None`: the problem in own words.
    pub path: Option<String>,
    /// What it is called.
    pub label: String,
    /// What it says, masked.
    pub value: String,
}

impl Summary {
    /// The summary of a story, told in `lang`, written by that `version` of the program.
    pub fn of(story: &Story, lang: Lang, version: &str) -> Self {
        let teller = Teller::new(story, lang);
        let facts = fact::collect(&teller);
        let (checks, probes) = ledger::collect(&teller);
        let ticket = Ticket::of(&teller, &facts);
        let next = next::of(&teller);
        let ending = story.ending.as_ref();
        let ledger = (checks.as_slice(), probes.as_slice());
        Self {
            id: identity::of(story),
            created_at: teller.instant(story.at),
            version: version.to_owned(),
            lang,
            flow: story.flow.clone(),
            end: ending.map(|ending| ending.path.clone()),
            outcome: ending.map(|ending| ending.outcome),
            category: ending.map(|ending| ending.category.clone()),
            subject: subject::of(&teller, &facts, ledger, &next, ticket.urgency),
            gist: subject::gist(&teller, &facts, ledger, &next),
            timeline: timeline::of(&teller, &facts, &ticket.communication_log, &next),
            provider: teller.provider(),
            next,
            redactions: counted(&story.refused),
            facts,
            checks,
            probes,
            ticket,
            replay_code: None,
            replay_note: None,
            excused: excused(story),
        }
    }

    /// The same for a place that everybody can read: without who the person is, and without hashes, addresses and order
    /// numbers unless `numbers` asks for them. The id stays, so that both can be told to be one case.
    pub fn for_public(story: &Story, lang: Lang, version: &str, numbers: bool) -> Self {
        Self { id: identity::of(story), ..Self::of(&public::story(story, numbers), lang, version) }
    }

    /// Every line that comes from a step, in the order of the summary.
    pub fn lines(&self) -> Vec<Line> {
        let unknown = || words::say("value-unknown", self.lang);
        let line = |path: &str, label: &str, value: &Option<String>| Line {
            path: Some(path.to_owned()),
            label: label.to_owned(),
            value: value.clone().unwrap_or_else(unknown),
        };
        let facts = self.facts.iter().map(|fact| Line {
            path: fact.step.clone(),
            label: fact.label.clone(),
            // As people call it: nobody looks for a line by an instant in digits.
            value: fact
                .instant
                .as_ref()
                .map(|(_, local)| local)
                .or(fact.shown.as_ref())
                .cloned()
                .unwrap_or_else(unknown),
        });
        let checks = self.checks.iter().map(|check| line(&check.step, &check.label, &check.words));
        let probes = self.probes.iter().map(|probe| line(&probe.step, &probe.label, &probe.words));
        facts.chain(checks).chain(probes).collect()
    }
}

/// What looks like a secret in the story's answers and tickets and was accepted.
fn excused(story: &Story) -> Vec<String> {
    let texts = story.visits.iter().filter_map(|visit| match &visit.value {
        Value::Text(text) => Some(secrets::excused(text, visit.step.text_format()?)),
        _ => None,
    });
    let tickets = story.notes.iter().filter_map(|noted| noted.note.ticket.as_ref());
    let tickets = tickets.flat_map(|ticket| secrets::excused(ticket, TextFormat::OrderId));
    texts.flatten().chain(tickets).chain(story.attachments.iter().map(|file| file.sha256.clone())).collect()
}

/// Each kind once, in the order of its first refusal.
fn counted(kinds: &[String]) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for kind in kinds {
        match counts.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind.clone(), 1)),
        }
    }
    counts
}

/// The size of a file for people.
pub fn bytes(size: u64) -> String {
    match size {
        0..=1023 => format!("{size} B"),
        1024..=1_048_575 => format!("{} KB", size.div_ceil(1024)),
        _ => format!("{} MB", size.div_ceil(1_048_576)),
    }
}
