//! Findings as annotations of GitHub Actions: one workflow command a line, then what `human` says last.
//!
//! The form of the commands and what is escaped in them: GitHub's "Workflow commands for GitHub Actions" and the
//! `@actions/core` toolkit (`command.ts`). Columns count UTF-16 code units, as everything does that reads them.

use super::place::Places;
use super::words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{Lang, Message};
use std::fmt::Write;

/// One line a finding, in the order given; `unread` says what could not be read at all. `path` says what a file is called
/// from the root of the repository.
pub fn render(diagnostics: &[Diagnostic], unread: &[Message], lang: Lang, path: &dyn Fn(&str) -> String) -> String {
    let places = Places::of(diagnostics);
    let mut out = String::new();
    for message in unread {
        // Writing into a string cannot fail.
        let _ = writeln!(out, "::error::{}", data(&message.text(lang)));
    }
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let at = |byte| places.at(&diagnostic.source, byte);
        let (start, end) = (at(diagnostic.span.start), at(diagnostic.span.end));
        let (line, end_line) = (start.position.line, end.position.line);
        let file = property(&path(&diagnostic.source.name));
        let _ = write!(out, "::{command} file={file},line={line},endLine={end_line}");
        // Columns are only taken where both are of one line.
        if line == end_line {
            let _ = write!(out, ",col={},endColumn={}", start.utf16_column, end.utf16_column);
        }
        let title = property(diagnostic.rule.id());
        let _ = writeln!(out, ",title={title}::{}", data(&words::all(diagnostic, lang)));
    }
    out
}

/// The text of a command: all on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which also ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
