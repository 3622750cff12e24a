//! The page that is written from the table.

use super::super::pack;
use super::place::Place;
use super::{How, Row};
use std::fmt::Write;
use walletfix::i18n::Lang;

const HEAD: &str = "\
# What people come with, and where it is met

<!-- Written from coverage.tsv by `WALLETFIX_BLESS=1 cargo test rows`. Change the table, not this page. -->

This is the list of what the flows have to deal with: the problems that wallet users bring, their usual causes, the steps \
that help, what support wants to know, and how to stay safe. Each row names one place in the product where a person meets \
it, or a few that belong together, and quotes what stands there in both languages, on the screen itself and not in the help behind it. Where a row is met \
in several places, it is the one that does not depend on the provider.

A test finds every quote in its place and sees that a test of the flows walks there, so no row is lost when flows are \
rewritten. Whoever changes a text and breaks a quote either quotes the new words in \
[`coverage.tsv`](coverage.tsv) or, if the advice itself is gone, says where it is given now. The numbers of the rows are \
names and mean nothing else.

";

const WAYS: [(How, &str); 6] = [
    (How::Step, "somebody answers it or does it there"),
    (How::Text, "somebody is told it there"),
    (How::ProfileKey, "the profile says it, and it is shown among the channels"),
    (How::SummaryField, "it is asked there and has a line of its own in the summary"),
    (How::Screen, "the list of problems or a sentence of the program itself says it"),
    (How::None, "nowhere, for the reason given"),
];

/// The page.
pub(super) fn written(rows: &[Row]) -> String {
    let mut page = HEAD.to_owned();
    page.push_str("| how | rows | meaning |\n|---|---|---|\n");
    for (how, meaning) in WAYS {
        let count = rows.iter().filter(|row| row.how == how).count();
        writeln!(page, "| {} | {count} | {meaning} |", how.word()).expect("a string");
    }
    writeln!(page, "| all | {} | |", rows.len()).expect("a string");
    for group in rows.chunk_by(|left, right| left.topic == right.topic) {
        writeln!(page, "\n## {}\n", heading(group[0].topic)).expect("a string");
        page.push_str("| row | what a person meets | how | where | in its words |\n|---|---|---|---|---|\n");
        for row in group {
            let cells =
                [row.id, row.meets, row.how.word(), &places(row), &words(row)].map(|cell| cell.replace('|', "\\|"));
            writeln!(page, "| {} |", cells.join(" | ")).expect("a string");
        }
    }
    page
}

fn heading(topic: &str) -> String {
    match topic {
        "start" => "Finding the right checklist".to_owned(),
        "checklists" => "Checks that many problems share".to_owned(),
        "wallets" => "Wallets in general".to_owned(),
        flow => pack().flows[flow].title.as_plain(Lang::En),
    }
}

/// Each place once, as a link to its file.
fn places(row: &Row) -> String {
    let mut all: Vec<String> = Vec::new();
    for met in &row.met {
        let link = match Place::of(row.how, met.place) {
            Ok(Place::Step(flow, step)) => {
                let field = step.field.filter(|_| row.how == How::SummaryField);
                let field = field.map(|field| format!(" (`{}`)", field.name())).unwrap_or_default();
                format!("[{}](../flows/{}.toml){field}", met.place, flow.id)
            }
            Ok(Place::Entry(flow)) => format!("list of problems: [{}](../flows/{}.toml)", flow.id, flow.id),
            Ok(Place::Sentence(key)) => format!("sentence `{key}`"),
            Ok(Place::Channel(_)) | Err(_) => format!("`{}`", met.place),
        };
        if !all.contains(&link) {
            all.push(link);
        }
    }
    all.join("; ")
}

fn words(row: &Row) -> String {
    if row.how == How::None {
        return row.why.to_owned();
    }
    let joined = |words: Vec<&str>| words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" / ");
    let zh = joined(row.met.iter().map(|met| met.zh).collect());
    let en = joined(row.met.iter().map(|met| met.en).collect());
    format!("{zh}<br>{en}")
}
