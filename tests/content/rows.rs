//! What wallet users come with, row by row, and the place where each row is met: `docs/coverage.tsv`, held against the
//! flows and the program's own sentences as they stand.
//!
//! `WALLETFIX_BLESS=1 cargo test rows` writes `docs/coverage.md` from the table.

mod page;
mod place;

use super::pack;
use place::Place;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use walletfix::flowtest;
use walletfix::i18n::Lang;

/// Every row there has to be. One that is dropped from the table is missed here.
const ROWS: &str = "
S0-01 S0-02 S0-04 S0-05 S0-08 S0-09 S0-10 S0-11 S0-12 S0-13 S0-14 S0-15 S0-16 S0-17 S0-18b S0-20 S0-21 S0-22
S0-23 S0-24 S0-25 S0-26 S0-27 S0-28 S0-29 S0-30 S0-31 S0-33 S0-34 S0-35 S0-36 S0-38 S0-39 S0-40 S0-41 S0-42
S1-01 S1-02 S1-03 S1-04 S1-05 S1-06 S1-07 S1-12 S1-13 S1-14 S1-16 S1-17 S1-18 S1-19 S1-20 S1-21 S1-22 S1-23
S1-24 S1-25 S1-27 S1-29 S1-31 S1-31b S1-33 S1-34 S1-35 S1-36 S1-37 S1-38 S1-39 S1-40 S1-42 S1-43
S2-02 S2-03 S2-04 S2-05 S2-06 S2-07 S2-11 S2-16 S2-17 S2-20 S2-22 S2-24c S2-25 S2-26 S2-29 S2-30 S2-31 S2-32
S2-33 S2-38
S3-02 S3-03 S3-04 S3-05 S3-06 S3-07 S3-08 S3-09 S3-10 S3-11 S3-12 S3-13 S3-14b S3-15 S3-16 S3-17 S3-18 S3-19
S3-21 S3-22 S3-23c S3-25 S3-26b S3-27 S3-27a S3-28 S3-29 S3-30 S3-31 S3-32 S3-33 S3-34 S3-35 S3-36 S3-37 S3-38
S3-39 S3-40 S3-41 S3-42 S3-43 S3-44 S3-45 S3-47 S3-48";

/// The rows that say how support works, what wallets are in general, or how to go about it: of the kinds `agent`, `context`
/// and `principle`. Only these may be met nowhere.
const ASIDE: &str = "
S0-41 S2-03 S2-04 S2-05 S2-06 S2-07 S2-20 S2-32 S3-10 S3-16 S3-17 S3-19 S3-33 S3-34 S3-35 S3-36 S3-37 S3-43
S3-45";

const KINDS_ASIDE: [&str; 3] = ["agent", "context", "principle"];

const KINDS: [&str; 10] =
    ["problem", "cause", "step", "channel", "hours", "security", "evidence", "escalate", "prevent", "workaround"];

/// Topics that are no flow.
const TOPICS: [&str; 3] = ["start", "checklists", "wallets"];

const HEADER: &str = "row\tkind\ttopic\tmeets\thow\twhere\tzh\ten\twhy";

/// What to do where a row does not hold any more.
const MEND: &str = "If only the words changed, quote the new ones in docs/coverage.tsv, in both languages. If the place is \
    gone, name another where a person meets the row, or bring it back. Then run \
    `WALLETFIX_BLESS=1 cargo test rows`, which writes docs/coverage.md.";

/// One row: what somebody comes with or should be told, and where the product says it.
struct Row {
    /// Its line in the table.
    line: usize,
    /// A name, and nothing more: it never changes.
    id: &'static str,
    kind: &'static str,
    /// A flow, or one of [`TOPICS`].
    topic: &'static str,
    /// What a person meets, in the product's own words.
    meets: &'static str,
    how: How,
    /// Where, with what is read there in each language.
    met: Vec<Met>,
    /// Why it is met nowhere.
    why: &'static str,
}

/// A place, and words that stand there.
struct Met {
    place: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// In which way a person meets a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// Somebody answers or does it there.
    Step,
    /// Somebody is told it there.
    Text,
    /// A provider's profile says it.
    ProfileKey,
    /// It is asked there and has a line of its own in the summary.
    SummaryField,
    /// A screen of the program itself: the list of problems, or a sentence of the program.
    Screen,
    /// Nowhere, for a reason.
    None,
}

impl How {
    const ALL: [(&'static str, Self); 6] = [
        ("step", Self::Step),
        ("text", Self::Text),
        ("profile key", Self::ProfileKey),
        ("summary field", Self::SummaryField),
        ("screen", Self::Screen),
        ("none", Self::None),
    ];

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, how)| *how == self).map_or("", |(word, _)| word)
    }
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let table: &'static str = std::fs::read_to_string(file("coverage.tsv")).expect("docs/coverage.tsv").leak();
        let mut lines = table.lines();
        assert_eq!(lines.next(), Some(HEADER));
        lines.enumerate().map(|(at, line)| row(at + 2, line)).collect()
    })
}

fn row(line: usize, text: &'static str) -> Row {
    let cells: Vec<&'static str> = text.split('\t').collect();
    let [id, kind, topic, meets, how, places, zh, en, why] = cells[..] else {
        panic!("docs/coverage.tsv:{line}: {} columns, not 9", cells.len());
    };
    let how = How::ALL.iter().find(|(word, _)| *word == how).map(|(_, how)| *how);
    let how =
        how.unwrap_or_else(|| panic!("docs/coverage.tsv:{line}: how is one of {:?}", How::ALL.map(|(word, _)| word)));
    let parts =
        |cell: &'static str| -> Vec<&'static str> { cell.split(" + ").filter(|part| !part.is_empty()).collect() };
    let (places, zh, en) = (parts(places), parts(zh), parts(en));
    let fit = zh.len() == en.len() || places.len() == 1;
    let fit = fit && (places.len() < 2 || zh.len() == places.len());
    assert!(fit, "docs/coverage.tsv:{line}: {id}: each place has its words in both languages, in the same order");
    let count = zh.len().max(en.len());
    let at = |cells: &[&'static str], at: usize| cells.get(at).copied().unwrap_or_default();
    let met = (0..count).map(|number| Met {
        place: at(&places, if places.len() == 1 { 0 } else { number }),
        zh: at(&zh, number),
        en: at(&en, number),
    });
    Row { line, id, kind, topic, meets, how, met: met.collect(), why }
}

#[test]
fn every_row_is_accounted_for_once() {
    let expected: BTreeSet<&str> = ROWS.split_whitespace().collect();
    let found: BTreeSet<&str> = rows().iter().map(|row| row.id).collect();
    assert_eq!((expected.len(), rows().len()), (135, 135));
    assert_eq!(expected, found);
    let aside: BTreeSet<&str> = ASIDE.split_whitespace().collect();
    for Row { line, id, kind, topic, meets, how, met, why } in rows() {
        let at = format!("docs/coverage.tsv:{line}: {id}");
        let kinds = if aside.contains(id) { &KINDS_ASIDE[..] } else { &KINDS[..] };
        assert!(kinds.contains(kind), "{at}: the kind is one of {kinds:?}");
        let is_flow = pack().flows.get(*topic).is_some_and(walletfix::flow::Flow::is_main);
        assert!(is_flow || TOPICS.contains(topic), "{at}: {topic} is neither a flow nor one of {TOPICS:?}");
        assert!(meets.chars().count() >= 15 && !meets.ends_with('.'), "{at}: say what a person meets, in one line");
        if *how == How::None {
            assert!(aside.contains(id), "{at}: only rows of the kinds {KINDS_ASIDE:?} may be met nowhere");
            assert!(met.is_empty() && why.ends_with('.'), "{at}: what is met nowhere has a reason and no place");
        } else {
            assert!(!met.is_empty() && why.is_empty(), "{at}: a place and its words, and no reason");
        }
    }
}

#[test]
fn each_row_is_met_where_it_says() {
    let mut wrong = Vec::new();
    for row in rows() {
        for met in &row.met {
            let at = format!("docs/coverage.tsv:{}: {}: {}", row.line, row.id, met.place);
            let place = match Place::of(row.how, met.place) {
                Ok(place) => place,
                Err(why) => {
                    wrong.push(format!("{at}: {why}"));
                    continue;
                }
            };
            for (lang, words) in [(Lang::Zh, met.zh), (Lang::En, met.en)] {
                if words.is_empty() {
                    continue;
                }
                let said = place.said(lang);
                if !said.iter().any(|text| text.contains(words)) {
                    wrong.push(format!("{at} does not say “{words}”, but\n    {}", said.join("\n    ")));
                }
            }
        }
        let (zh, en) =
            row.met.iter().fold((false, false), |(zh, en), met| (zh || !met.zh.is_empty(), en || !met.en.is_empty()));
        if row.how != How::None && !(zh && en) {
            wrong.push(format!("docs/coverage.tsv:{}: {}: words in both languages", row.line, row.id));
        }
    }
    assert!(wrong.is_empty(), "{}\n\n{MEND}", wrong.join("\n"));
}

/// Long quotes break at every change of a word somewhere in them.
#[test]
fn quotes_are_short() {
    for Row { line, id, met, .. } in rows() {
        for Met { zh, en, .. } in met {
            assert!(zh.chars().count() <= 20, "docs/coverage.tsv:{line}: {id}: quote less than “{zh}”");
            assert!(en.split(' ').count() <= 10, "docs/coverage.tsv:{line}: {id}: quote less than “{en}”");
        }
    }
}

/// A place in a file is not yet one that people come to: a test of the flows walks to every step that a row names.
#[test]
fn every_place_of_a_row_is_come_to() {
    let verdicts = pack().tests.values().flat_map(|script| flowtest::run(pack(), script));
    let mut reached = BTreeSet::new();
    for passage in verdicts.filter(flowtest::Verdict::passed).flat_map(|verdict| verdict.passages) {
        reached.insert((passage.flow, passage.step.0));
    }
    let mut missed = Vec::new();
    for row in rows() {
        for met in &row.met {
            if let Ok(Place::Step(flow, step)) = Place::of(row.how, met.place) {
                let (index, _) = flow.step_named(&step.id).expect("the step of a place");
                if !reached.contains(&(flow.id.as_str(), index.0)) {
                    missed.push(format!("{}: no test in flows/tests comes to {}", row.id, met.place));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn the_page_says_what_the_table_says() {
    let page = page::written(rows());
    if std::env::var_os("WALLETFIX_BLESS").is_some() {
        std::fs::write(file("coverage.md"), &page).expect("the page can be written");
    }
    let kept = std::fs::read_to_string(file("coverage.md")).unwrap_or_default();
    assert!(kept == page, "docs/coverage.md is not what the table says: `WALLETFIX_BLESS=1 cargo test rows` writes it");
}
