//! What `test --format json` prints; keys are only ever added.

use super::{Advised, Results};
use crate::diagnostic::Diagnostic;
use crate::flowtest::coverage::{Report, Tally};
use crate::flowtest::suggest::Suggestion;
use crate::i18n::Lang;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Serialize)]
struct Shape<'r> {
    tests: Vec<Tested<'r>>,
    coverage: Option<Coverage<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<Vec<Suggested<'r>>>,
    /// Flows that nobody has reviewed for a year, where a day was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    stale: Option<Vec<Stale<'r>>>,
}

#[derive(Serialize)]
struct Stale<'r> {
    rule: &'static str,
    file: &'r str,
    line: usize,
    message: String,
}

#[derive(Serialize)]
struct Suggested<'r> {
    flow: &'r str,
    file: &'r str,
    name: &'r str,
    /// What the test is the first to reach.
    reaches: &'r [String],
    toml: &'r str,
    written: bool,
}

#[derive(Serialize)]
struct Tested<'r> {
    file: &'r str,
    line: usize,
    flow: &'r str,
    name: Cow<'r, str>,
    passed: bool,
    reason: Option<String>,
}

#[derive(Serialize)]
struct Coverage<'r> {
    ends: Figures,
    edges: Figures,
    /// The lines of branches among the edges.
    cases: Figures,
    flows: Vec<OfFlow<'r>>,
    missing: Vec<Missing<'r>>,
    /// Lines of branches that are not counted, since the pack has no such provider.
    not_counted: usize,
}

#[derive(Serialize)]
struct Figures {
    covered: usize,
    total: usize,
}

#[derive(Serialize)]
struct OfFlow<'r> {
    flow: &'r str,
    ends: Figures,
    edges: Figures,
}

#[derive(Serialize)]
struct Missing<'r> {
    file: &'r str,
    line: usize,
    edge: &'r str,
}

impl From<Tally> for Figures {
    fn from(Tally { covered, total }: Tally) -> Self {
        Self { covered, total }
    }
}

/// The whole report as JSON.
pub(super) fn text(results: &Results<'_>, lang: Lang) -> String {
    let tests = results
        .ran
        .iter()
        .map(|ran| Tested {
            file: ran.file(),
            line: ran.line(),
            flow: &ran.verdict.flow,
            name: ran.name(),
            passed: ran.verdict.passed(),
            reason: ran.reason(lang),
        })
        .collect();
    let suggestions = results.advice.as_ref().map(|packs| {
        let files = packs.iter().flat_map(|advice| &advice.files);
        files.flat_map(|advised| advised.tests.iter().map(move |one| suggested(advised, one))).collect()
    });
    let stale = results.stale.as_ref().map(|found| found.iter().map(|one| stale(one, lang)).collect());
    let shape = Shape { tests, coverage: results.report.as_ref().map(coverage), suggestions, stale };
    serde_json::to_string_pretty(&shape).unwrap_or_default() + "\n"
}

fn stale(found: &Diagnostic, lang: Lang) -> Stale<'_> {
    let line = found.source.position(found.span.start).line;
    Stale { rule: found.rule.id(), file: &found.source.name, line, message: found.message.text(lang) }
}

fn suggested<'r>(advised: &'r Advised, one: &'r Suggestion) -> Suggested<'r> {
    let Suggestion { flow, name, reaches, text } = one;
    Suggested { flow, file: &advised.file, name, reaches, toml: text, written: advised.written }
}

fn coverage(report: &Report) -> Coverage<'_> {
    let flows = report.flows.iter();
    let missing = report.missing.iter();
    Coverage {
        ends: report.ends.into(),
        edges: report.edges.into(),
        cases: report.cases.into(),
        flows: flows.map(|own| OfFlow { flow: &own.flow, ends: own.ends.into(), edges: own.edges.into() }).collect(),
        missing: missing.map(|one| Missing { file: &one.file, line: one.line, edge: &one.edge }).collect(),
        not_counted: report.foreign,
    }
}
