//! What TOML 1.1 allows and TOML 1.0 does not: other readers, editors among them, refuse it.

use crate::diagnostic::{Findings, Rule};
use crate::i18n::Message;
use crate::source::Span;
use toml::de::{DeTable, DeValue};

/// Warns of line breaks and closing commas of an inline table.
pub(super) fn check_inline_table(entries: &DeTable<'_>, span: Span, findings: &Findings) {
    let text = &findings.source().text;
    let mut end = span.start + 1;
    let gap = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    for (key, value) in entries {
        // A dotted key makes a table whose place is not one stretch of text; its gaps are not looked at.
        if matches!(value.get_ref(), DeValue::Table(_)) && !gap(value.span().start, value.span().end).starts_with('{') {
            return;
        }
        if gap(end, key.span().start).contains('\n') {
            findings.report(Rule::Toml11, key.span().into(), Message::new("toml-1-1-line-break"));
            return;
        }
        end = value.span().end;
    }
    let last = gap(end, span.end);
    if last.contains('\n') {
        findings.report(Rule::Toml11, Span { start: end, end: span.end }, Message::new("toml-1-1-line-break"));
    } else if last.trim_start().starts_with(',') {
        findings.report(Rule::Toml11, Span { start: end, end: span.end }, Message::new("toml-1-1-comma"));
    }
}

/// Warns of escapes and times that TOML 1.0 does not know.
pub(super) fn check_value(value: &DeValue<'_>, span: Span, findings: &Findings) {
    match value {
        DeValue::String(std::borrow::Cow::Owned(_)) => {
            let raw = findings.source().text.get(span.start..span.end).unwrap_or_default();
            let mut characters = raw.chars();
            while let Some(character) = characters.next() {
                if character == '\\' && matches!(characters.next(), Some('e' | 'x')) {
                    findings.report(Rule::Toml11, span, Message::new("toml-1-1-escape"));
                    return;
                }
            }
        }
        DeValue::Datetime(time) if time.time.is_some_and(|time| time.second.is_none()) => {
            findings.report(Rule::Toml11, span, Message::new("toml-1-1-seconds"));
        }
        _ => {}
    }
}
