//! Text to the root table: TOML syntax and the `format` key, which every file shares.

use super::reader::Table;
use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::source::{Source, Span};
use std::sync::Arc;
use toml::de::DeTable;

/// The newest format this program reads.
const FORMAT: i64 = 1;

/// Reads the TOML of `source` and hands its root table to `read`, unless the file cannot be understood: then only the
/// reasons for that are reported, since a half-read table would accuse wrongly.
pub fn read<T>(source: &Arc<Source>, findings: &Findings, read: impl FnOnce(Table<'_>) -> T) -> Option<T> {
    let (root, errors) = DeTable::parse_recoverable(&source.text);
    if !errors.is_empty() {
        super::cascade::report(&errors, findings);
        return None;
    }
    let mut table = Table::new(root.get_ref(), Span { start: 0, end: 0 }, findings);
    let Some(format) = table.get("format") else {
        // Whoever forgot the line means this format, so the rest is checked all the same.
        let help = Some(Message::new("format-missing-help"));
        findings.report_with(Rule::FormatMissing, Span::default(), Message::new("format-missing"), help);
        return Some(read(table));
    };
    match format.number() {
        Some(number) if number > FORMAT => {
            let message = Message::new("format-too-new").with("format", number);
            let help = Some(Message::new("format-too-new-help"));
            findings.report_with(Rule::FormatTooNew, format.span, message, help);
            return None;
        }
        Some(FORMAT) | None => {}
        Some(_) => format.bad("bad-value-format"),
    }
    Some(read(table))
}
