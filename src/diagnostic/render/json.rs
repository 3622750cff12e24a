//! Findings for programs: one stable JSON object. Keys are only ever added.

use super::place::Places;
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::Lang;
use serde::Serialize;

/// What was looked at, for the object's `summary`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Checked {
    /// Files read.
    pub files: usize,
    /// Flows among them.
    pub flows: usize,
}

/// `{"diagnostics": […], "summary": {…}}` on several lines, with a line break at its end. Sentences are in `lang`.
pub fn render(diagnostics: &[Diagnostic], checked: Checked, lang: Lang) -> String {
    let places = Places::of(diagnostics);
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let report = Report {
        diagnostics: diagnostics.iter().map(|diagnostic| Row::of(diagnostic, &places, lang)).collect(),
        summary: Summary {
            files: checked.files,
            flows: checked.flows,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
        },
    };
    // Strings and numbers alone: writing them cannot fail.
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Report<'d> {
    diagnostics: Vec<Row<'d>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Row<'d> {
    rule: &'static str,
    severity: &'static str,
    file: &'d str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    help: Option<String>,
    example: Option<&'d str>,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    flows: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}

impl<'d> Row<'d> {
    fn of(diagnostic: &'d Diagnostic, places: &Places, lang: Lang) -> Self {
        let start = places.at(&diagnostic.source, diagnostic.span.start).position;
        let end = places.at(&diagnostic.source, diagnostic.span.end).position;
        Self {
            rule: diagnostic.rule.id(),
            severity: diagnostic.severity.id(),
            file: &diagnostic.source.name,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: diagnostic.message.text(lang),
            help: diagnostic.help.as_ref().map(|help| help.text(lang)),
            example: diagnostic.example.as_deref(),
        }
    }
}
