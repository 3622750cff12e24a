//! What each section says.

use super::super::words::{commas, say};
use super::done;
use super::page::{Cell, Section};
use super::part::{FIELDS, Part};
use crate::flow::display;
use crate::flow::field::Field;
use crate::flow::step::Outcome;
use crate::i18n::{Lang, Message};
use crate::session::story::Origin;
use crate::summary::{Evidence, Fact, Summary, bytes};
use crate::wording;

/// How many of the channels that the person saw are named.
const CHANNELS: usize = 3;

/// Of a longer text that the person was told, the first sentence is quoted.
const TOLD: usize = 160;

/// The subject line.
pub(super) fn subject(summary: &Summary) -> Section {
    section(Part::Subject, summary.lang, vec![Cell::alone(summary.subject.clone()).outside()], false)
}

/// Every section that has something to say.
pub(super) fn of(summary: &Summary) -> Vec<Section> {
    let lang = summary.lang;
    let timeline = done::timeline(summary);
    let made = (timeline.cells.is_empty()).then(|| Cell::alone(summary.created_at.clone()));
    let mut sections = vec![problem(summary), request(summary), urgency(summary)];
    sections.extend(FIELDS.map(|(part, own, others)| fields(summary, part, own, others)));
    sections.extend([
        timeline,
        details(summary),
        done::answers(summary),
        done::checks(summary),
        done::probes(summary),
        environment(summary),
        evidence(summary),
        contacts(summary),
        outcome(summary),
        next(summary),
        reply(summary),
        unknown(summary),
        refused(summary),
        section(Part::Made, lang, made.into_iter().collect(), false),
    ]);
    sections.retain(|section| !section.cells.is_empty());
    sections
}

pub(super) fn section(part: Part, lang: Lang, cells: Vec<Cell>, list: bool) -> Section {
    Section { part, heading: part.heading(lang), cells, list, earlier: 0 }
}

fn field_name(name: &str, lang: Lang) -> String {
    say(&format!("summary-field-{name}"), lang)
}

/// The standing facts of a field.
fn standing<'s>(summary: &'s Summary, name: &str) -> impl Iterator<Item = &'s Fact> {
    super::super::fact::standing(&summary.facts, name)
}

/// A field, by the name that the flow has for it, else by the field's own, unless the heading says that already.
fn cell(summary: &Summary, name: &str, unnamed: bool) -> Option<Cell> {
    let lang = summary.lang;
    let own = field_name(name, lang);
    standing(summary, name).find_map(|fact| {
        let named = fact.label != own || !unnamed;
        Cell::of(fact, named.then(|| small(&fact.label, lang)), lang)
    })
}

/// A label among others: "When it was paid" goes on as "when it was paid", but "ID" stays.
fn small(label: &str, lang: Lang) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if lang == Lang::En && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

/// A field that the heading names; an instant also as people call it.
fn cells(summary: &Summary, name: &str) -> Vec<Cell> {
    let local = standing(summary, name).find_map(|fact| fact.instant.as_ref()).map(|(_, local)| local.clone());
    let local = local.map(|local| Cell::named(say("summary-local", summary.lang), local));
    cell(summary, name, true).into_iter().chain(local).collect()
}

/// The number of a ticket that no answer names, but a note of a contact does.
fn noted(summary: &Summary, name: &str) -> Option<Cell> {
    let number = summary.ticket.ticket_no.clone().filter(|_| name == "ticket-no")?;
    Some(Cell::named(field_name(name, summary.lang), number).outside())
}

fn fields(summary: &Summary, part: Part, own: &str, others: &[&str]) -> Section {
    let own = if own.is_empty() { Vec::new() } else { cells(summary, own) };
    let others = others.iter().filter_map(|name| cell(summary, name, false).or_else(|| noted(summary, name)));
    section(part, summary.lang, own.into_iter().chain(others).collect(), false)
}

/// In the person's own words, else in those of the flow.
fn problem(summary: &Summary) -> Section {
    let own = cell(summary, "problem", true).or_else(|| summary.gist.clone().map(Cell::alone));
    section(Part::Problem, summary.lang, own.into_iter().collect(), false)
}

/// What the person asked for, else what the end of the walk calls for.
fn request(summary: &Summary) -> Section {
    let lang = summary.lang;
    let called_for = || {
        let outcome = summary.outcome.filter(|it| matches!(it, Outcome::Contact | Outcome::Urgent | Outcome::Legal))?;
        Some(Cell::alone(say(&format!("summary-wanted-{}", outcome.id()), lang)).marked(Origin::Probe, lang))
    };
    let own = cell(summary, "request", true).or_else(called_for);
    section(Part::Request, lang, own.into_iter().collect(), false)
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
    if cells.len() == 1 && summary.outcome == Some(Outcome::Urgent) {
        cells.push(Cell::alone(say("summary-urgent-reason", lang)).marked(Origin::Probe, lang));
    }
    section(Part::Urgency, lang, cells, false)
}

/// Secrets that the person typed and the program refused.
fn refused(summary: &Summary) -> Section {
    let lang = summary.lang;
    let count: usize = summary.redactions.iter().map(|(_, count)| count).sum();
    let cell = (count > 0).then(|| Cell::alone(Message::new("summary-refused").with("count", count).text(lang)));
    section(Part::Refused, lang, cell.into_iter().collect(), false)
}

fn details(summary: &Summary) -> Section {
    // Instants stand in the timeline.
    let own = summary.facts.iter().filter(|fact| fact.stands && fact.field.is_none() && fact.instant.is_none());
    let cells = own.filter_map(|fact| Cell::of(fact, Some(fact.label.clone()), summary.lang)).collect();
    section(Part::Details, summary.lang, cells, false)
}

fn environment(summary: &Summary) -> Section {
    let lang = summary.lang;
    let names = ["app-version", "os", "device", "firmware", "network-type"];
    let provider = summary.provider.clone().map(|provider| Cell::named(say("summary-provider", lang), provider));
    let mut cells: Vec<Cell> =
        provider.into_iter().chain(names.iter().filter_map(|name| cell(summary, name, false))).collect();
    let environment = &summary.ticket.environment;
    let places = [("summary-time-zone", &environment.time_zone), ("summary-country", &environment.country)];
    cells.extend(places.into_iter().filter_map(|(key, place)| Some(Cell::named(say(key, lang), place.clone()?))));
    section(Part::Environment, lang, cells, false)
}

fn evidence(summary: &Summary) -> Section {
    // So much of a checksum is enough to compare by eye; JSON has it whole.
    let sum = |item: &Evidence| item.sha256.as_deref().and_then(|sum| sum.get(..12)).map(str::to_owned);
    let cells = summary.ticket.evidence.iter().map(|item| match (item.size, sum(item)) {
        (Some(size), Some(sum)) => Cell::alone(format!("{} ({}, SHA-256 {sum}...)", item.name, bytes(size))).outside(),
        (Some(size), None) => Cell::alone(format!("{} ({})", item.name, bytes(size))).outside(),
        (None, _) => Cell::alone(item.name.clone()).outside(),
    });
    section(Part::Evidence, summary.lang, cells.collect(), false)
}

/// Earlier contacts: when, where and with whom; what was said; what was promised and under which number.
fn contacts(summary: &Summary) -> Section {
    let lang = summary.lang;
    let cells = summary.ticket.communication_log.iter().filter_map(|contact| {
        let told = |key: &str, value: &String| Message::new(key).with("value", value.as_str()).text(lang);
        let promised = contact.promised.as_ref().map(|until| told("summary-contact-promised", until));
        let ticket = contact.ticket_no.as_ref().map(|number| told("summary-contact-ticket", number));
        let name = listed([contact.at.as_ref(), contact.channel_name.as_ref(), contact.agent.as_ref()], lang);
        let mark = listed([promised.as_ref(), ticket.as_ref()], lang);
        Some(Cell { name, mark, ..Cell::alone(contact.said.clone()?).quoted() })
    });
    section(Part::Contacts, lang, cells.collect(), true)
}

/// The latest promise, for those who read no list.
pub(super) fn promised(summary: &Summary) -> Option<Section> {
    let lang = summary.lang;
    let contact = summary.ticket.communication_log.iter().rfind(|contact| contact.promised.is_some())?;
    let mark = listed([contact.channel_name.as_ref(), contact.agent.as_ref()], lang);
    let cell = Cell { mark, ..Cell::alone(contact.promised.clone()?) };
    Some(section(Part::Promised, lang, vec![cell], false))
}

/// What there is of it, with commas between; `None`: nothing.
fn listed<const N: usize>(parts: [Option<&String>; N], lang: Lang) -> Option<String> {
    let known = commas(parts.into_iter().flatten().map(String::as_str), lang);
    (!known.is_empty()).then_some(known)
}

fn outcome(summary: &Summary) -> Section {
    let lang = summary.lang;
    let mut cells = match summary.outcome {
        Some(outcome) => vec![Cell::alone(say(&format!("summary-outcome-{}", outcome.id()), lang))],
        None => vec![Cell::alone(say("summary-unfinished", lang))],
    };
    if summary.next.gave_up {
        cells.push(Cell::alone(say("summary-gave-up", lang)));
    }
    if let Some(until) = &summary.next.follow_up_by {
        cells.push(Cell::named(say(summary.next.follow_up_key(), lang), until.clone()));
    }
    if let Some(told) = &summary.next.told {
        // What is said to everybody is no news to an agent.
        let told = told.replace(&say("contact-secrets", lang), "").trim().to_owned();
        let told = if wording::width(&told) <= TOLD { told } else { display::first_sentence(&told) };
        cells.push(Cell::named(say("summary-told", lang), told).quoted());
    }
    section(Part::Outcome, lang, cells, true)
}

fn next(summary: &Summary) -> Section {
    let lang = summary.lang;
    let cells = summary.next.channels.iter().take(CHANNELS).map(|channel| {
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
    let mut cells: Vec<Cell> = cell(summary, "deadline", false).into_iter().collect();
    cells.extend(cell(summary, "contact-wish", false));
    cells.push(Cell::named(
        say("summary-language", lang),
        say(&format!("summary-language-{}", summary.ticket.environment.locale), lang),
    ));
    section(Part::Reply, lang, cells, false)
}

/// What was asked and not known, so that nobody asks for it again.
fn unknown(summary: &Summary) -> Section {
    let mut names: Vec<String> = Vec::new();
    let is_noted = |fact: &Fact| fact.field.is_some_and(|field| noted(summary, field.name()).is_some());
    for fact in summary.facts.iter().filter(|fact| fact.stands && fact.words.is_none() && !is_noted(fact)) {
        let name = fact.field.map_or_else(|| fact.label.clone(), |field: Field| field_name(field.name(), summary.lang));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    section(Part::Unknown, summary.lang, names.into_iter().map(Cell::alone).collect(), false)
}
