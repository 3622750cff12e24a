//! What happened when, what was answered, done and tried, and what the program saw by itself.

use super::super::words::say;
use super::page::{Cell, Section};
use super::part::Part;
use super::sections::section;
use crate::i18n::Message;
use crate::session::story::Origin;
use crate::summary::{Check, CheckKind, Dated, ProbeLine, Summary};

/// More lines of a timeline than these nobody reads.
const DATES: usize = 6;

/// The dated things, those left out that say least.
pub(super) fn timeline(summary: &Summary) -> Section {
    let mut dates: Vec<&Dated> = summary.timeline.iter().collect();
    while dates.len() > DATES {
        // The earliest of the least kind.
        let least = dates.iter().enumerate().min_by_key(|(at, dated)| (dated.event, *at)).map(|(at, _)| at);
        dates.remove(least.unwrap_or_default());
    }
    let cells = dates.into_iter().map(|dated| Cell::named(dated.at.clone(), dated.label.clone()));
    section(Part::Timeline, summary.lang, cells.collect(), true)
}

/// What the person answered that has no place of its own.
pub(super) fn answers(summary: &Summary) -> Section {
    section(Part::Answers, summary.lang, cells(summary, |check| !is_deed(summary, check)), true)
}

/// What was done and tried, and what checklists came to in which something was.
pub(super) fn checks(summary: &Summary) -> Section {
    section(Part::Checks, summary.lang, cells(summary, |check| is_deed(summary, check)), true)
}

fn is_deed(summary: &Summary, check: &Check) -> bool {
    match check.kind {
        CheckKind::Asked => false,
        CheckKind::Done | CheckKind::Tried => true,
        CheckKind::Ran => {
            let looked = summary.probes.iter().any(|probe| is_inside(&probe.step, check));
            looked || inside(summary, check).any(|inner| is_deed(summary, inner))
        }
    }
}

fn is_inside(path: &str, list: &Check) -> bool {
    path.strip_prefix(&list.step).is_some_and(|rest| rest.starts_with('.'))
}

/// What was asked, done and tried in a checklist.
fn inside<'s>(summary: &'s Summary, list: &'s Check) -> impl Iterator<Item = &'s Check> {
    summary.checks.iter().filter(|other| is_inside(&other.step, list))
}

/// Whether a checklist says nothing new: it only gathered facts, or one of its own lines says the same.
fn is_spoken_for(summary: &Summary, list: &Check) -> bool {
    let says = list.words.as_ref().map(|words| words.to_lowercase());
    let says_as_much = |inner: &Check| {
        let said = inner.words.as_ref().map(|words| words.to_lowercase());
        let named = inner.kind == CheckKind::Asked && inner.result != "yes" && inner.result != "no";
        let answered = named && said.zip(says.as_ref()).is_some_and(|(it, of)| of.contains(&it));
        let tried = matches!(inner.kind, CheckKind::Done | CheckKind::Tried) && inner.result == list.result;
        inner.label == list.label || answered || tried
    };
    list.result == "done" || inside(summary, list).any(says_as_much)
}

fn cells(summary: &Summary, belongs: impl Fn(&Check) -> bool) -> Vec<Cell> {
    let lang = summary.lang;
    let mut cells: Vec<Cell> = Vec::new();
    for check in summary.checks.iter().filter(|check| belongs(check)) {
        let whole = check.kind == CheckKind::Ran;
        let result = check.words.clone().unwrap_or_else(|| say("value-unknown", lang));
        let (name, value) = if check.misleads { (result, check.label.clone()) } else { (check.label.clone(), result) };
        let met = |cell: &Cell| cell.name.as_ref() == Some(&name) && cell.value == value;
        if whole && (is_spoken_for(summary, check) || cells.iter().any(met)) {
            continue;
        }
        let cell = Cell::named(name, value);
        cells.push(if check.source == Origin::Probe { cell.marked(check.source, lang) } else { cell });
    }
    cells
}

/// What automatic checks found. Whether support is open stands beside its channels.
pub(super) fn probes(summary: &Summary) -> Section {
    let lang = summary.lang;
    let is_elsewhere = |probe: &str| probe == "support-hours" && !summary.next.channels.is_empty();
    let shown: Vec<&ProbeLine> = summary.probes.iter().filter(|probe| !is_elsewhere(probe.probe)).collect();
    // Of checks that saw the same again the latest counts.
    let again = |at: usize, probe: &ProbeLine| {
        let same = |later: &&ProbeLine| {
            (&later.label, &later.words, &later.reason) == (&probe.label, &probe.words, &probe.reason)
        };
        shown[at + 1..].iter().any(same)
    };
    let cells = shown.iter().enumerate().filter(|(at, probe)| !again(*at, probe)).map(|(_, probe)| {
        let value = match (&probe.words, &probe.reason) {
            (Some(words), _) => words.clone(),
            (None, Some(reason)) => Message::new("summary-unseen-because").with("reason", reason.as_str()).text(lang),
            (None, None) => say("probe-unknown", lang),
        };
        let seen = probe.observed.as_deref().filter(|observed| !observed.is_empty());
        let detail = seen.map(|seen| Message::new("summary-technical").with("detail", seen).text(lang));
        Cell { detail, mark: Some(probe.at.clone()), ..Cell::named(probe.label.clone(), value) }
    });
    section(Part::Probes, lang, cells.collect(), true)
}
