//! What `test` says to people.

use super::{Advice, Ran, Results};
use crate::flowtest::coverage::{Report, Tally};
use crate::i18n::{Lang, Message};
use crate::wording::width;

/// Failed tests, how many passed, and what they reach.
pub(super) fn text(results: &Results<'_>, lang: Lang) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(results.ran.iter().filter_map(|ran| failure(ran, lang)).map(|message| message.text(lang)));
    let (count, failed) = (results.ran.len(), results.failed());
    let message = match (count, failed) {
        (0, _) => Message::new("test-none"),
        (count, 0) => Message::new("test-passed-all").with("count", count),
        (count, failed) => Message::new("test-some-failed").with("passed", count - failed).with("failed", failed),
    };
    lines.push(message.text(lang));
    lines.extend(results.report.iter().flat_map(|report| coverage(report, lang)));
    lines.extend(results.advice.iter().flatten().flat_map(|advice| advised(advice, lang)));
    lines.join("\n") + "\n"
}

fn failure(ran: &Ran<'_>, lang: Lang) -> Option<Message> {
    let message = Message::new("test-failed")
        .with("place", format!("{}:{}", ran.file(), ran.line()))
        .with("flow", ran.verdict.flow.as_str())
        .with("name", ran.name().into_owned());
    Some(message.with("reason", ran.reason(lang)?))
}

/// A table, flow by flow, and below it what is missing.
fn coverage(report: &Report, lang: Lang) -> Vec<String> {
    let words = |key: &str| Message::new(key).text(lang);
    let mut rows = vec![[words("test-coverage-flow"), words("test-coverage-ends"), words("test-coverage-ways")]];
    rows.extend(report.flows.iter().map(|own| [own.flow.clone(), share(own.ends, lang), share(own.edges, lang)]));
    rows.push([words("test-coverage-all"), share(report.ends, lang), share(report.edges, lang)]);
    let mut lines = vec![String::new()];
    lines.extend(table(&rows));
    if report.cases.total > 0 {
        let cases = Message::new("test-coverage-cases").with("covered", report.cases.covered);
        lines.push(cases.with("total", report.cases.total).text(lang));
    }
    if report.foreign > 0 {
        lines.push(Message::new("test-coverage-foreign").with("count", report.foreign).text(lang));
    }
    if !report.missing.is_empty() {
        lines.extend([String::new(), words("test-coverage-missing")]);
        lines.extend(report.missing.iter().map(|one| format!("  {}:{}: {}", one.file, one.line, one.edge)));
    }
    lines
}

/// Tests that would reach the rest, or where they were written.
fn advised(advice: &Advice, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let printed = advice.files.iter().filter(|advised| !advised.written);
    for (at, advised) in printed.enumerate() {
        if at == 0 {
            lines.extend([String::new(), Message::new("test-suggested").text(lang)]);
        }
        lines.extend([String::new(), format!("# {}", advised.file)]);
        for one in &advised.tests {
            lines.extend([String::new(), one.text.trim_end().to_owned()]);
        }
    }
    let written = advice.files.iter().filter(|advised| advised.written);
    for (at, advised) in written.enumerate() {
        lines.extend((at == 0).then(String::new));
        let message = Message::new("test-written").with("count", advised.tests.len());
        lines.push(message.with("path", advised.file.as_str()).text(lang));
    }
    if !advice.unreached.is_empty() {
        let key = if advice.cut { "test-unreached-cut" } else { "test-unreached" };
        lines.extend([String::new(), Message::new(key).text(lang)]);
        lines.extend(advice.unreached.iter().map(|way| format!("  {way}")));
    }
    lines
}

fn share(tally: Tally, lang: Lang) -> String {
    Message::new("test-coverage-share").with("covered", tally.covered).with("total", tally.total).text(lang)
}

/// Columns of equal width, two spaces between them.
fn table(rows: &[[String; 3]]) -> Vec<String> {
    let column = |at: usize| rows.iter().map(|row| width(&row[at])).max().unwrap_or(0);
    let columns = [column(0), column(1), column(2)];
    let padded = |cell: &String, column: usize| format!("{cell}{}", " ".repeat(column.saturating_sub(width(cell))));
    let line = |row: &[String; 3]| {
        let cells: Vec<String> = row.iter().zip(columns).map(|(cell, column)| padded(cell, column)).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
