//! The parts of a summary, found by their headings in either language, wherever lines were broken or merged.

use super::counted::{Counted, Joined, counted};
use crate::i18n::{Lang, Message};
use std::ops::Range;
use std::sync::OnceLock;

/// The heading of each part by its sentence. A seal names a part by its place here: new ones go to the end.
pub(super) const HEADINGS: [&str; 27] = [
    "summary-subject",
    "summary-problem",
    "summary-request",
    "summary-urgency",
    "summary-numbers",
    "summary-when",
    "summary-amount",
    "summary-parties",
    "summary-status",
    "summary-details",
    "summary-checks",
    "summary-probes",
    "summary-environment",
    "summary-evidence",
    "summary-contacts",
    "summary-promised",
    "summary-outcome",
    "summary-next",
    "summary-reply",
    "summary-not-provided",
    "summary-made",
    "summary-legend",
    "summary-safety",
    "summary-timeline",
    "summary-answers",
    "summary-left-out",
    "summary-redacted",
];

/// Where the sentences begin that have no heading.
const LEGEND: usize = 21;
const SAFETY: usize = 22;

/// The words of urgency, which stand in brackets in every subject.
const URGENCIES: [&str; 3] = ["summary-urgency-urgent", "summary-urgency-high", "summary-urgency-normal"];

/// A seal has room for so many parts.
pub(super) const MOST: usize = 31;

/// A part of a summary: which, and where it stands among the characters that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) id: u8,
    pub(super) span: Range<usize>,
}

/// The parts of a text that begins with the subject: each heading once in each language, where it stands first.
pub(super) fn parts(text: &[Counted]) -> Vec<Part> {
    static WRITTEN: OnceLock<Vec<(usize, Vec<char>)>> = OnceLock::new();
    let written = WRITTEN.get_or_init(|| {
        let all = |lang| HEADINGS.iter().enumerate().skip(1).map(move |(id, key)| (id, heading(key, id, lang)));
        Lang::ALL.into_iter().flat_map(all).collect()
    });
    let found = |(id, heading): &(usize, Vec<char>)| Some((find(text, heading)?, heading.len(), *id));
    let mut starts: Vec<(usize, usize, usize)> = written.iter().filter_map(found).collect();
    starts.sort_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)));
    let mut parts = vec![Part { id: 0, span: 0..text.len() }];
    let mut covered = 1;
    for (at, length, id) in starts {
        // A heading inside a longer one is none.
        if at < covered || parts.len() == MOST {
            continue;
        }
        covered = at + length;
        if let Some(last) = parts.last_mut() {
            last.span.end = at;
        }
        parts.push(Part { id: u8::try_from(id).unwrap_or(0), span: at..text.len() });
    }
    parts
}

/// What a part begins with, as far as it counts.
fn heading(key: &str, id: usize, lang: Lang) -> Vec<char> {
    let mut sentence = Message::new(key).text(lang);
    if id == LEGEND || id == SAFETY {
        // Up to the first comma: a sentence may be cut.
        let end = sentence.find([':', '：', ',', '、']).unwrap_or(sentence.len());
        sentence.truncate(end);
    } else {
        sentence.push(':');
    }
    counting(&sentence)
}

/// The name of a part for people.
pub(super) fn name(id: u8) -> Message {
    match usize::from(id) {
        LEGEND => Message::new("verify-part-legend"),
        SAFETY => Message::new("verify-part-safety"),
        id => Message::new(HEADINGS.get(id).copied().unwrap_or("verify-part-other")),
    }
}

/// Where a summary may begin in a text, first places first: at its subject, with and without the word for it.
pub(super) fn beginnings(text: &[Counted]) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for lang in Lang::ALL {
        let subject = heading(HEADINGS[0], 0, lang);
        for urgency in URGENCIES {
            let urgency = counting(&format!("[{}]", Message::new(urgency).text(lang)));
            let mut from = 0;
            while let Some(found) = find(&text[from..], &urgency).map(|found| found + from) {
                let at = behind_title(text, found);
                all.push(at);
                if at >= subject.len() && is_at(text, at - subject.len(), &subject) {
                    all.push(at - subject.len());
                }
                from = found + 1;
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The flow's title stands in brackets of its own before the urgency, where a flow was chosen.
fn behind_title(text: &[Counted], urgency: usize) -> usize {
    const LONGEST: usize = 80;
    if urgency == 0 || text[urgency - 1].character != ']' {
        return urgency;
    }
    let first = urgency.saturating_sub(LONGEST);
    text[first..urgency].iter().rposition(|seen| seen.character == '[').map_or(urgency, |at| first + at)
}

/// The characters of the program's own words that count.
pub(super) fn counting(words: &str) -> Vec<char> {
    counted(words, Joined::Spaced).into_iter().map(|seen| seen.character).collect()
}

/// Where `words` stand in `text` first.
pub(super) fn find(text: &[Counted], words: &[char]) -> Option<usize> {
    (0..text.len()).find(|at| is_at(text, *at, words))
}

fn is_at(text: &[Counted], at: usize, words: &[char]) -> bool {
    let here = text.get(at..at + words.len());
    here.is_some_and(|here| here.iter().map(|seen| seen.character).eq(words.iter().copied()))
}
