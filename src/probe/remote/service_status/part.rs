//! The parts of a service ("components"): which of them a name means, and how they are.

use super::super::quote::quote;
use super::{NAME, State, TOLD, WORD, rows, word};
use crate::i18n::{Arg, Message};
use serde_json::Value as Json;
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// Names that are told to somebody who looks for another.
const NAMES: usize = 6;

/// Every part that the name means: those called exactly so; else those whose name has it as whole words. A group stands for
/// the parts in it, never for itself. Errors: there is none, with what there is.
pub(super) fn find<'p>(list: &'p Json, wanted: &str) -> Result<Vec<&'p Json>, Message> {
    let all = rows(list);
    if all.is_empty() {
        return Err(Message::new("status-no-parts"));
    }
    let wanted = folded(wanted);
    for fits in [is_exactly, is_within] {
        let named: Vec<bool> = all.iter().map(|row| fits(&folded(word(row, "name")), &wanted)).collect();
        let groups: HashSet<&str> = all
            .iter()
            .zip(&named)
            .filter(|(row, named)| **named && is_group(row))
            .map(|(row, _)| word(row, "id"))
            .collect();
        let is_meant = |row: &Json, named: bool| {
            !is_group(row) && (named || row["group_id"].as_str().is_some_and(|group| groups.contains(group)))
        };
        let parts: Vec<&Json> =
            all.iter().zip(named).filter(|(row, named)| is_meant(row, *named)).map(|(row, _)| row).collect();
        if !parts.is_empty() {
            return Ok(parts);
        }
    }
    match names(all) {
        names if names.is_empty() => Err(Message::new("status-no-parts")),
        names => {
            let names = Arg::Both { zh: names.join("、"), en: names.join(", ") };
            Err(Message::new("status-other-parts").with("names", names))
        }
    }
}

/// What the page calls its parts, and how many more there are.
fn names(all: &[Json]) -> Vec<String> {
    let parts = || all.iter().filter(|row| !is_group(row)).map(|row| word(row, "name"));
    let mut names: Vec<String> = parts().take(NAMES).map(|name| quote(name, NAME)).collect();
    names.retain(|name| !name.is_empty());
    let more = parts().count().saturating_sub(NAMES);
    if more > 0 {
        names.push(format!("+{more}"));
    }
    names
}

/// The ids by which notices name them.
pub(super) fn ids<'p>(parts: &[&'p Json]) -> HashSet<&'p str> {
    parts.iter().map(|row| word(row, "id")).filter(|id| !id.is_empty()).collect()
}

/// How the worst of them is.
pub(super) fn worst(parts: &[&Json]) -> State {
    parts.iter().map(|row| State::of_part(word(row, "status"))).max().unwrap_or(State::Ok)
}

/// The worst of them with their names.
pub(super) fn tell(parts: &[&Json]) -> Vec<String> {
    let mut sorted: Vec<&Json> = parts.to_vec();
    sorted.sort_by_cached_key(|row| std::cmp::Reverse(State::of_part(word(row, "status"))));
    let tell = |row: &&Json| format!("{}: {}", quote(word(row, "name"), NAME), quote(word(row, "status"), WORD));
    let mut told: Vec<String> = sorted.iter().take(TOLD).map(tell).collect();
    if sorted.len() > TOLD {
        told.push(format!("+{}", sorted.len() - TOLD));
    }
    told
}

fn is_group(row: &Json) -> bool {
    row["group"].as_bool() == Some(true)
}

/// As people compare names: without case, full width and doubled blanks.
fn folded(name: &str) -> String {
    let plain: String = name.nfkc().flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_exactly(name: &str, wanted: &str) -> bool {
    name == wanted
}

/// Whether the name has it between the ends of words: `eth` is in `Withdrawals - ETH`, not in `Tether`. Chinese has no gaps
/// between words.
fn is_within(name: &str, wanted: &str) -> bool {
    let parted = |one: Option<char>, other: Option<char>| {
        let is_letter = |sign: char| sign.is_alphanumeric() && !crate::wording::is_han(sign);
        !(one.is_some_and(is_letter) && other.is_some_and(is_letter))
    };
    name.match_indices(wanted).any(|(at, _)| {
        parted(name[..at].chars().next_back(), wanted.chars().next())
            && parted(wanted.chars().next_back(), name[at + wanted.len()..].chars().next())
    })
}
