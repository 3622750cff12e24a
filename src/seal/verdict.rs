//! What became of a summary on its way, found out from what arrived.

use super::counted::{Counted, Joined, counted};
use super::document;
use super::letters::value;
use super::line::{MARK, Read, Seal, seals};
use super::parts::{beginnings, counting, name, parts};
use super::sum;
use crate::i18n::Message;
use std::cmp::Reverse;

/// One summary that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The summary's own id, where it can be read.
    pub id: Option<String>,
    /// Whether it is one as JSON.
    pub is_document: bool,
    /// What is wrong with it; nothing: it is as it was written.
    pub damages: Vec<Damage>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Damage {
    /// What.
    pub kind: Kind,
    /// The part's name for people, where it is about a part.
    pub part: Option<Message>,
    /// The first and the last line on which that part stands now.
    pub lines: Option<(usize, usize)>,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The part is not as it was written.
    Changed,
    /// The part is gone, or its heading is.
    Missing,
    /// There was no such part.
    Added,
    /// The end is missing; these are the last words that are there.
    Cut(String),
    /// All parts are there as they were, but not everything is where it was, or a sum met by chance.
    Somewhere,
    /// The line with the seal is damaged, and the text is whole.
    Seal,
    /// The line with the seal is damaged or missing, so that nothing more can be said.
    Sealless,
    /// It is a document that never had a checksum, or lost it.
    Unsealed,
    /// It is no JSON any more: where reading stops.
    Broken(usize, usize),
}

impl Kind {
    /// As the whole story of a summary.
    pub(super) fn alone(self) -> Vec<Damage> {
        vec![Damage { kind: self, part: None, lines: None }]
    }
}

/// Every summary in a text that came from anywhere, those in words in order, then the documents; none: there is none.
pub fn verify(text: &str) -> Vec<Verdict> {
    let (documents, rest) = document::verify(text);
    let mut verdicts = words(if documents.is_empty() { text } else { &rest });
    verdicts.extend(documents);
    verdicts
}

fn words(text: &str) -> Vec<Verdict> {
    let all = counted(text, Joined::Spaced);
    let spaced = in_words(text, &all);
    if spaced.iter().all(|verdict| verdict.damages.is_empty()) {
        return spaced;
    }
    // Nobody sees any more how the lines were joined.
    let other = counted(text, Joined::Tight);
    if other == all {
        return spaced;
    }
    let tight = in_words(text, &other);
    let whole = |verdicts: &[Verdict]| verdicts.iter().filter(|verdict| verdict.damages.is_empty()).count();
    if whole(&tight) > whole(&spaced) { tight } else { spaced }
}

fn in_words(text: &str, all: &[Counted]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut from = 0;
    let seals = seals(all);
    for (at, read) in &seals {
        if let Read::Whole(seal) = read {
            verdicts.push(judged(&all[from..*at], seal));
            from = at + counting(MARK).len();
        }
    }
    // What follows has no seal that can be read.
    let rest = &all[from..];
    let damaged = seals.iter().rfind(|(at, _)| *at >= from);
    let end = damaged.map_or(rest.len(), |(at, _)| at - from);
    // Where no heading follows the first beginning, none follows any other.
    let first = beginnings(&rest[..end]).into_iter().next();
    let Some(start) = first.filter(|start| parts(&rest[*start..end]).len() > 1) else {
        return verdicts;
    };
    verdicts.push(match damaged {
        Some((_, Read::Damaged(Some(seal)))) => with_damaged_seal(&rest[..end], seal),
        Some(_) => Verdict { id: id_in(&rest[start..end]), is_document: false, damages: Kind::Sealless.alone() },
        None => cut(text, &rest[start..]),
    });
    verdicts
}

/// The end is gone.
fn cut(text: &str, rest: &[Counted]) -> Verdict {
    let parts = parts(rest);
    let last = text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    let words: Vec<char> = last.chars().collect();
    let words = words[words.len().saturating_sub(WORDS)..].iter().collect();
    let part = parts.last().map(|part| name(part.id));
    Verdict { id: id_in(rest), is_document: false, damages: vec![Damage { kind: Kind::Cut(words), part, lines: None }] }
}

/// So many of the last characters say where a text was cut.
const WORDS: usize = 40;

fn with_damaged_seal(text: &[Counted], seal: &Seal) -> Verdict {
    let verdict = judged(text, seal);
    let parts_hold = verdict.damages.iter().all(|damage| damage.kind == Kind::Somewhere);
    let kind = match parts_hold {
        true => Kind::Seal,
        false if !whole_from(text, &beginnings(text), seal).is_empty() => Kind::Seal,
        false => Kind::Sealless,
    };
    Verdict { damages: kind.alone(), ..verdict }
}

/// No summary is longer, and so many beginnings before a seal are tried: a text full of them takes no longer than others.
const REACH: usize = 20_000;
const STARTS: usize = 12;

/// The beginnings from which on everything counts up to the seal's sum.
fn whole_from(text: &[Counted], starts: &[usize], seal: &Seal) -> Vec<usize> {
    let sums = sum::endings(text.iter().map(|seen| seen.character));
    starts.iter().copied().filter(|start| sums.get(*start) == Some(&seal.whole)).collect()
}

/// The summary that ends where `text` ends, by its seal.
fn judged(text: &[Counted], seal: &Seal) -> Verdict {
    let all = beginnings(text);
    let mut starts = whole_from(text, &all, seal);
    if starts.is_empty() {
        let near = all.partition_point(|start| text.len() - start > REACH).min(all.len().saturating_sub(1));
        starts = all[near..].to_vec();
    }
    if starts.is_empty() {
        starts.push(0);
    }
    let starts = starts.split_off(starts.len().saturating_sub(STARTS));
    let found = |start: usize| (start, Seal::of(&text[start..]));
    let fitting = |found: &Seal| differences(&seal.parts, &found.parts).len();
    // Of places that fit alike the last: what stands before it is somebody else's.
    let best = starts
        .into_iter()
        .map(found)
        .min_by_key(|(start, found)| (found.whole != seal.whole, fitting(found), Reverse(*start)));
    let Some((start, found)) = best else {
        return Verdict { id: None, is_document: false, damages: Kind::Sealless.alone() };
    };
    let here = &text[start..];
    let damages = if found.whole == seal.whole && found.parts == seal.parts {
        Vec::new()
    } else {
        let places = parts(here);
        let lines = |at: usize| {
            let span = &here[places[at].span.clone()];
            Some((span.first()?.line, span.last()?.line))
        };
        let all: Vec<Damage> = differences(&seal.parts, &found.parts)
            .into_iter()
            .map(|(kind, id, at)| Damage { kind, part: Some(name(id)), lines: at.and_then(lines) })
            .collect();
        let one = || {
            let characters: Vec<char> = here.iter().map(|seen| seen.character).collect();
            let at = sum::changed(&characters, seal.whole)?;
            let part = places.iter().find(|part| part.span.contains(&at))?;
            let lines = Some((here[at].line, here[at].line));
            Some(vec![Damage { kind: Kind::Changed, part: Some(name(part.id)), lines }])
        };
        if all.is_empty() { one().unwrap_or_else(|| Kind::Somewhere.alone()) } else { all }
    };
    Verdict { id: id_in(here), is_document: false, damages }
}

/// What differs between the parts as they were and as they are: what happened to it, which it is, where it is now.
pub(super) fn differences(were: &[(u8, u8)], are: &[(u8, u8)]) -> Vec<(Kind, u8, Option<usize>)> {
    let mut left: Vec<Option<usize>> = (0..are.len()).map(Some).collect();
    let mut all = Vec::new();
    for (id, sum) in were {
        let at = left.iter().flatten().copied().find(|at| are[*at].0 == *id);
        match at {
            Some(at) => {
                left[at] = None;
                if are[at].1 != *sum {
                    all.push((Kind::Changed, *id, Some(at)));
                }
            }
            None => all.push((Kind::Missing, *id, None)),
        }
    }
    all.extend(left.into_iter().flatten().map(|at| (Kind::Added, are[at].0, Some(at))));
    all
}

/// The characters of an id.
const LENGTH: usize = 9;

/// The id of a summary: the last that stands in it.
fn id_in(text: &[Counted]) -> Option<String> {
    let characters: Vec<char> = text.iter().map(|seen| seen.character).collect();
    let ids = characters.windows(LENGTH).rev();
    Some(ids.into_iter().find(|id| is_id(id))?.iter().collect())
}

pub(super) fn is_id(id: &[char]) -> bool {
    id.len() == LENGTH
        && id.starts_with(&['W', 'F', '-'])
        && id[3..].iter().all(|c| !c.is_ascii_lowercase() && value(*c).is_some())
}
