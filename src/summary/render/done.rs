//! What happened when, what was answered, done and tried, and what the program saw by itself.

use super::super::words::say;
use super::page::{Cell, Section};
use super::part::Part;
use super::sections::section;
use crate::i18n::Message;
use crate::session::story::Origin;
use crate::summary::{Check, CheckKind, Dated, Summary};

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
    let asked = |check: &&Check| check.kind == CheckKind::Asked;
    section(Part::Answers, summary.lang, cells(summary, summary.checks.iter().filter(asked)), true)
}

/// What was done and tried, and what whole checklists came to.
///
/// A checklist says nothing new that only gathered facts, that was met again, or that a question of its own speaks for.
pub(super) fn checks(summary: &Summary) -> Section {
    let says = |check: &&Check| {
        let inside = format!("{}.", check.step);
        let spoken_for =
            || summary.checks.iter().any(|other| other.step.starts_with(&inside) && other.label == check.label);
        check.kind != CheckKind::Asked && !(check.kind == CheckKind::Ran && (check.result == "done" || spoken_for()))
    };
    section(Part::Checks, summary.lang, cells(summary, summary.checks.iter().filter(says)), true)
}

fn cells<'s>(summary: &Summary, checks: impl Iterator<Item = &'s Check>) -> Vec<Cell> {
    let lang = summary.lang;
    let mut cells: Vec<Cell> = Vec::new();
    for check in checks {
        let result = check.words.clone().unwrap_or_else(|| say("value-unknown", lang));
        let cell = Cell::named(check.label.clone(), result);
        let cell = if check.source == Origin::Probe { cell.marked(check.source, lang) } else { cell };
        if check.kind != CheckKind::Ran || !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    cells
}

/// What automatic checks found. Whether support is open stands beside its channels.
pub(super) fn probes(summary: &Summary) -> Section {
    let lang = summary.lang;
    let is_elsewhere = |probe: &str| probe == "business-hours" && !summary.next.channels.is_empty();
    let cells = summary.probes.iter().filter(|probe| !is_elsewhere(probe.probe)).map(|probe| {
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
