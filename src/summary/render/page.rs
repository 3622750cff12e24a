//! What a rendering says: sections in the order in which an agent reads, each a few cells.
//!
//! Text and Markdown draw the same page, so they cannot disagree. Who must be shorter asks for a terser page.

use super::super::words::say;
use crate::flow::field::Field;
use crate::i18n::{Lang, Message};
use crate::session::story::Origin;
use crate::summary::{Fact, Summary, TOOL};

/// Everything between the subject and the last line.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) subject: Section,
    pub(super) sections: Vec<Section>,
    /// How to read the marks.
    pub(super) legend: String,
    /// No secret is in here.
    pub(super) safety: String,
    /// Program, category, id.
    pub(super) last: String,
}

/// A heading and what stands under it.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) part: Part,
    pub(super) heading: String,
    pub(super) cells: Vec<Cell>,
    /// One line a cell rather than one line for all.
    pub(super) list: bool,
}

/// A name and a value.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// `None`: the heading says it.
    pub(super) name: Option<String>,
    pub(super) value: String,
    pub(super) voice: Voice,
    /// What exactly a check saw.
    pub(super) detail: Option<String>,
    /// In brackets: where it comes from, where that is not the person; when a check saw it; whether a channel is open.
    pub(super) mark: Option<String>,
}

/// Whose words a value is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The program's and its flows'.
    Ours,
    /// Typed or seen: numbers, names, addresses, exactly as they came.
    Outside,
    /// Sentences of the person's own, or of a screen, in quotes.
    Quoted,
}

/// A section's subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    Problem,
    Request,
    Urgency,
    Numbers,
    When,
    Amount,
    Parties,
    Status,
    Details,
    Checks,
    Probes,
    Environment,
    Evidence,
    Contacts,
    Outcome,
    Next,
    Reply,
    Unknown,
    Made,
}

/// Sections made of fields alone: the field that the heading names, then the others.
const FIELDS: [(Part, &str, &[&str]); 7] = [
    (Part::Problem, "problem", &[]),
    (Part::Request, "request", &[]),
    (Part::Numbers, "", &["ticket-no", "order-id", "merchant-order-id", "tx-hash", "chain", "police-report-no"]),
    (Part::When, "occurred-at", &[]),
    (Part::Amount, "amount", &["fee", "method"]),
    (Part::Parties, "", &["account", "phone", "email", "card-last4", "payee", "from-address", "to-address", "memo"]),
    (Part::Status, "status-shown", &["error-message", "error-code"]),
];

impl Part {
    fn heading(self, lang: Lang) -> String {
        let key = match self {
            Self::Subject => "summary-subject",
            Self::Problem => "summary-problem",
            Self::Request => "summary-request",
            Self::Urgency => "summary-urgency",
            Self::Numbers => "summary-numbers",
            Self::When => "summary-when",
            Self::Amount => "summary-amount",
            Self::Parties => "summary-parties",
            Self::Status => "summary-status",
            Self::Details => "summary-details",
            Self::Checks => "summary-checks",
            Self::Probes => "summary-probes",
            Self::Environment => "summary-environment",
            Self::Evidence => "summary-evidence",
            Self::Contacts => "summary-contacts",
            Self::Outcome => "summary-outcome",
            Self::Next => "summary-next",
            Self::Reply => "summary-reply",
            Self::Unknown => "summary-not-provided",
            Self::Made => "summary-made",
        };
        say(key, lang)
    }
}

impl Page {
    /// The whole page.
    pub(super) fn of(summary: &Summary) -> Self {
        let lang = summary.lang;
        let mut sections = Vec::new();
        for (part, own, others) in FIELDS {
            sections.push(fields(summary, part, own, others));
            if part == Part::Request {
                sections.push(urgency(summary));
            }
        }
        sections.extend([
            details(summary),
            checks(summary),
            probes(summary),
            environment(summary),
            evidence(summary),
            contacts(summary),
            outcome(summary),
            next(summary),
            reply(summary),
            unknown(summary),
            section(Part::Made, lang, vec![Cell::alone(summary.created_at.clone())], false),
        ]);
        sections.retain(|section| !section.cells.is_empty());
        let category = summary.category.as_ref().unwrap_or(&summary.flow);
        let last = [format!("{TOOL} {}", summary.version), category.clone(), summary.id.clone()];
        let last: Vec<String> = last.into_iter().filter(|part| !part.is_empty()).collect();
        Self {
            subject: section(Part::Subject, lang, vec![Cell::alone(summary.subject.clone()).outside()], false),
            legend: legend(summary, &sections),
            sections,
            safety: say("summary-safety", lang),
            last: last.join(" / "),
        }
    }

    /// The section about `part`, where there is something to say.
    pub(super) fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().find(|section| section.part == part)
    }
}

impl Cell {
    pub(super) fn alone(value: String) -> Self {
        Self { name: None, value, voice: Voice::Ours, detail: None, mark: None }
    }

    pub(super) fn named(name: String, value: String) -> Self {
        Self { name: Some(name), value, voice: Voice::Ours, detail: None, mark: None }
    }

    fn outside(self) -> Self {
        Self { voice: Voice::Outside, ..self }
    }

    fn quoted(self) -> Self {
        Self { voice: Voice::Quoted, ..self }
    }

    fn marked(self, source: Origin, lang: Lang) -> Self {
        let key = match source {
            Origin::Probe => Some("summary-mark-auto"),
            Origin::Input => Some("summary-mark-input"),
            Origin::User | Origin::Skipped => None,
        };
        Self { mark: key.map(|key| say(key, lang)), ..self }
    }

    fn of(fact: &Fact, name: Option<String>, lang: Lang) -> Option<Self> {
        let voice = if fact.quoted {
            Voice::Quoted
        } else if fact.typed {
            Voice::Outside
        } else {
            Voice::Ours
        };
        Some(Self { name, voice, ..Self::alone(fact.in_text()?) }.marked(fact.source, lang))
    }
}

fn section(part: Part, lang: Lang, cells: Vec<Cell>, list: bool) -> Section {
    Section { part, heading: part.heading(lang), cells, list }
}

fn field_name(name: &str, lang: Lang) -> String {
    say(&format!("summary-field-{name}"), lang)
}

/// The standing facts of a field.
fn standing<'s>(summary: &'s Summary, name: &str) -> impl Iterator<Item = &'s Fact> {
    super::super::fact::standing(&summary.facts, name)
}

fn cell(summary: &Summary, name: &str, unnamed: bool) -> Option<Cell> {
    let lang = summary.lang;
    let label = (!unnamed).then(|| field_name(name, lang));
    standing(summary, name).find_map(|fact| Cell::of(fact, label.clone(), lang))
}

fn fields(summary: &Summary, part: Part, own: &str, others: &[&str]) -> Section {
    let own = (!own.is_empty()).then(|| cell(summary, own, true)).flatten();
    let others = others.iter().filter_map(|name| cell(summary, name, false));
    section(part, summary.lang, own.into_iter().chain(others).collect(), false)
}

fn urgency(summary: &Summary) -> Section {
    let lang = summary.lang;
    let mut cells = vec![Cell::alone(summary.ticket.urgency.words(lang))];
    cells.extend(["urgency-reason", "deadline"].iter().filter_map(|name| cell(summary, name, false)));
    if summary.ticket.security.unauthorised == Some(true) {
        cells.push(Cell::alone(say("summary-unauthorised", lang)));
    }
    if summary.ticket.security.secret_exposed == Some(true) {
        cells.push(Cell::alone(say("summary-secret-exposed", lang)));
    }
    let refused: usize = summary.redactions.iter().map(|(_, count)| count).sum();
    if refused > 0 {
        cells.push(Cell::alone(Message::new("summary-refused").with("count", refused).text(lang)));
    }
    section(Part::Urgency, lang, cells, false)
}

fn details(summary: &Summary) -> Section {
    let own = summary.facts.iter().filter(|fact| fact.stands && fact.field.is_none());
    let cells = own.filter_map(|fact| Cell::of(fact, Some(fact.label.clone()), summary.lang)).collect();
    section(Part::Details, summary.lang, cells, false)
}

fn checks(summary: &Summary) -> Section {
    let lang = summary.lang;
    let cells = summary.checks.iter().map(|check| {
        let result = check.words.clone().unwrap_or_else(|| say("value-unknown", lang));
        Cell::named(check.label.clone(), result).marked(check.source, lang)
    });
    section(Part::Checks, lang, cells.collect(), true)
}

fn probes(summary: &Summary) -> Section {
    let lang = summary.lang;
    let cells = summary.probes.iter().map(|probe| {
        let value = match (&probe.words, &probe.reason) {
            (Some(words), _) => words.clone(),
            (None, Some(reason)) => Message::new("summary-unseen-because").with("reason", reason.as_str()).text(lang),
            (None, None) => say("probe-unknown", lang),
        };
        let detail = probe.observed.clone().filter(|observed| !observed.is_empty());
        Cell { detail, mark: Some(probe.at.clone()), ..Cell::named(probe.label.clone(), value) }
    });
    section(Part::Probes, lang, cells.collect(), true)
}

fn environment(summary: &Summary) -> Section {
    let lang = summary.lang;
    let names = ["app-version", "os", "device", "firmware", "network-type"];
    let provider = summary.provider.clone().map(|provider| Cell::named(say("summary-provider", lang), provider));
    let mut cells: Vec<Cell> =
        provider.into_iter().chain(names.iter().filter_map(|name| cell(summary, name, false))).collect();
    let environment = &summary.ticket.environment;
    if let Some(zone) = &environment.time_zone {
        cells.push(Cell::named(say("summary-time-zone", lang), zone.clone()));
    }
    section(Part::Environment, lang, cells, false)
}

fn evidence(summary: &Summary) -> Section {
    let cells = summary.ticket.evidence.iter().map(|item| match item.size {
        Some(size) => Cell::alone(format!("{} ({})", item.name, bytes(size))).outside(),
        None => Cell::alone(item.name.clone()).outside(),
    });
    section(Part::Evidence, summary.lang, cells.collect(), false)
}

fn contacts(summary: &Summary) -> Section {
    let cells =
        summary.ticket.communication_log.iter().filter_map(|contact| {
            Some(Cell { name: contact.at.clone(), ..Cell::alone(contact.said.clone()?).quoted() })
        });
    section(Part::Contacts, summary.lang, cells.collect(), true)
}

fn outcome(summary: &Summary) -> Section {
    let lang = summary.lang;
    let mut cells = match summary.outcome {
        Some(outcome) => vec![Cell::alone(say(&format!("summary-outcome-{}", outcome.id()), lang))],
        None => vec![Cell::alone(say("summary-unfinished", lang))],
    };
    if summary.outcome.is_some() && summary.next.told.is_none() {
        cells.push(Cell::alone(say("summary-gave-up", lang)));
    }
    if let Some(until) = &summary.next.follow_up_by {
        cells.push(Cell::named(say("summary-wait-until", lang), until.clone()));
    }
    if let Some(told) = &summary.next.told {
        cells.push(Cell::named(say("summary-told", lang), told.clone()).quoted());
    }
    section(Part::Outcome, lang, cells, true)
}

fn next(summary: &Summary) -> Section {
    let lang = summary.lang;
    let cells = summary.next.channels.iter().map(|channel| {
        let state = match (channel.open, &channel.opens_at) {
            (Some(true), _) => Some(say("summary-open", lang)),
            (Some(false), Some(at)) => Some(Message::new("summary-closed-until").with("at", at.as_str()).text(lang)),
            (Some(false), None) => Some(say("summary-closed", lang)),
            (None, _) => None,
        };
        let cell = match &channel.address {
            Some(address) => Cell::named(channel.name.clone(), address.clone()).outside(),
            None => Cell::alone(channel.name.clone()),
        };
        Cell { mark: state, ..cell }
    });
    section(Part::Next, lang, cells.collect(), true)
}

fn reply(summary: &Summary) -> Section {
    let lang = summary.lang;
    let mut cells: Vec<Cell> = cell(summary, "contact-wish", true).into_iter().collect();
    cells.push(Cell::named(
        say("summary-language", lang),
        say(&format!("summary-language-{}", summary.ticket.environment.locale), lang),
    ));
    section(Part::Reply, lang, cells, false)
}

/// What was asked and not known, so that nobody asks for it again.
fn unknown(summary: &Summary) -> Section {
    let mut names: Vec<String> = Vec::new();
    for fact in summary.facts.iter().filter(|fact| fact.stands && fact.words.is_none()) {
        let name = fact.field.map_or_else(|| fact.label.clone(), |field: Field| field_name(field.name(), summary.lang));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    section(Part::Unknown, summary.lang, names.into_iter().map(Cell::alone).collect(), false)
}

/// How to read what is above, no more than that page needs.
fn legend(summary: &Summary, sections: &[Section]) -> String {
    let lang = summary.lang;
    let shows = |key: &str| {
        let mark = say(key, lang);
        sections.iter().flat_map(|section| &section.cells).any(|cell| cell.mark.as_ref() == Some(&mark))
    };
    let standing = || summary.facts.iter().filter(|fact| fact.stands);
    let quoted = sections.iter().flat_map(|section| &section.cells).any(|cell| cell.voice == Voice::Quoted);
    let mut sentences = vec!["summary-legend"];
    sentences.extend(shows("summary-mark-auto").then_some("summary-legend-auto"));
    sentences.extend(shows("summary-mark-input").then_some("summary-legend-input"));
    sentences.extend(quoted.then_some("summary-legend-quotes"));
    sentences.extend(
        standing()
            .any(|fact| fact.words.is_some() && fact.field.is_some_and(Field::masked))
            .then_some("summary-legend-masked"),
    );
    sentences.extend(standing().any(|fact| fact.in_text() != fact.words).then_some("summary-legend-addresses"));
    let gap = if lang == Lang::Zh { "" } else { " " };
    sentences.iter().map(|key| say(key, lang)).collect::<Vec<_>>().join(gap)
}

fn bytes(size: u64) -> String {
    match size {
        0..=1023 => format!("{size} B"),
        1024..=1_048_575 => format!("{} KB", size.div_ceil(1024)),
        _ => format!("{} MB", size.div_ceil(1_048_576)),
    }
}
