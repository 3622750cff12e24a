//! What `test` says to people.

use super::{Advice, Ran, Results};
use crate::flowtest::coverage::{Report, Tally};
use crate::i18n::{Lang, Message};
use crate::wording::width;

/// Failed tests, how many passed, and what they reach.
pub(super) fn text(results: &Results<'_>, lang: Lang) -> String {
    let mut text = String::new();
    for ran in &results.ran {
        if let Some(message) = failure(ran, lang) {
            text.push_str(&message.text(lang));
            text.push('\n');
        }
    }
    let (count, failed) = (results.ran.len(), results.failed());
    let message = match (count, failed) {
        (0, _) => Message::new("test-none"),
        (count, 0) => Message::new("test-passed-all").with("count", count),
        (count, failed) => Message::new("test-some-failed").with("passed", count - failed).with("failed", failed),
    };
    text.push_str(&message.text(lang));
    text.push('\n');
    if let Some(report) = &results.report {
        text.push_str(&coverage(report, lang));
    }
    for advice in results.advice.iter().flatten() {
        text.push_str(&advised(advice, lang));
    }
    text
}

fn failure(ran: &Ran<'_>, lang: Lang) -> Option<Message> {
    let message = Message::new("test-failed")
        .with("place", format!("{}:{}", ran.file(), ran.line()))
        .with("flow", ran.verdict.flow.as_str())
        .with("name", ran.name().into_owned());
    Some(message.with("reason", ran.reason(lang)?))
}

/// A table, flow by flow, and below it what is missing.
fn coverage(report: &Report, lang: Lang) -> String {
    let words = |key: &str| Message::new(key).text(lang);
    let mut rows = vec![[words("test-coverage-flow"), words("test-coverage-ends"), words("test-coverage-ways")]];
    rows.extend(report.flows.iter().map(|own| [own.flow.clone(), share(own.ends, lang), share(own.edges, lang)]));
    rows.push([words("test-coverage-all"), share(report.ends, lang), share(report.edges, lang)]);
    let mut text = String::from("\n");
    text.push_str(&table(&rows));
    let cases = Message::new("test-coverage-cases").with("covered", report.cases.covered);
    text.push_str(&cases.with("total", report.cases.total).text(lang));
    text.push('\n');
    if report.foreign > 0 {
        text.push_str(&Message::new("test-coverage-foreign").with("count", report.foreign).text(lang));
        text.push('\n');
    }
    if !report.missing.is_empty() {
        text.push('\n');
        text.push_str(&words("test-coverage-missing"));
        text.push('\n');
        for missing in &report.missing {
            text.push_str(&format!("  {}:{}: {}\n", missing.file, missing.line, missing.edge));
        }
    }
    text
}

/// Tests that would reach the rest, or where they were written.
fn advised(advice: &Advice, lang: Lang) -> String {
    let mut text = String::new();
    if advice.files.iter().any(|advised| !advised.written) {
        text.push_str(&format!("\n{}\n", Message::new("test-suggested").text(lang)));
    }
    if advice.files.iter().any(|advised| advised.written) {
        text.push('\n');
    }
    for advised in &advice.files {
        if advised.written {
            let message = Message::new("test-written").with("count", advised.tests.len());
            text.push_str(&format!("{}\n", message.with("path", advised.file.as_str()).text(lang)));
            continue;
        }
        text.push_str(&format!("\n# {}\n", advised.file));
        for one in &advised.tests {
            text.push_str(&format!("\n{}", one.text));
        }
    }
    if !advice.unreached.is_empty() {
        let key = if advice.cut { "test-unreached-cut" } else { "test-unreached" };
        text.push_str(&format!("\n{}\n", Message::new(key).text(lang)));
        text.extend(advice.unreached.iter().map(|way| format!("  {way}\n")));
    }
    text
}

fn share(tally: Tally, lang: Lang) -> String {
    Message::new("test-coverage-share").with("covered", tally.covered).with("total", tally.total).text(lang)
}

/// Columns of equal width, two spaces between them.
fn table(rows: &[[String; 3]]) -> String {
    let column = |at: usize| rows.iter().map(|row| width(&row[at])).max().unwrap_or(0);
    let columns = [column(0), column(1), column(2)];
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .zip(columns)
            .map(|(cell, column)| format!("{cell}{}", " ".repeat(column.saturating_sub(width(cell)))))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}
