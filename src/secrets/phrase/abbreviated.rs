//! Phrases of which only the first four letters of each word are written, as on plates of metal.

use super::checksum::{self, LENGTHS};
use super::stretch::Stretch;
use super::table::{LISTS, Places, abbreviated, places};
use super::tokens::{Script, Token};
use crate::secrets::{Confidence, Kind, Report};

/// Reports such phrases of a stretch.
pub(super) fn find(stretch: &Stretch<'_>, report: &mut Report<'_>) {
    let is_short = |token: &Token| token.script == Script::Latin && matches!(token.letters, 3 | 4);
    let mut from = 0;
    for part in stretch.tokens.chunk_by(|one, next| is_short(one) == is_short(next)) {
        if part.len() >= LENGTHS[0] && part.first().is_some_and(is_short) {
            let starts: Vec<Places> = part.iter().map(|token| stretch.look_up(token, abbreviated)).collect();
            let whole: Vec<Places> = part.iter().map(|token| stretch.look_up(token, places)).collect();
            for list in 0..LISTS {
                find_in(stretch, from, (&starts, &whole), list, report);
            }
        }
        from += part.len();
    }
}

/// Prose has short words too, so the checksum must hold, or half of the starts must be no words.
fn find_in(
    stretch: &Stretch<'_>,
    mut from: usize,
    (starts, mut whole): (&[Places], &[Places]),
    list: usize,
    report: &mut Report<'_>,
) {
    for run in starts.chunk_by(|one, next| one[list].is_some() == next[list].is_some()) {
        let indices: Vec<u16> = run.iter().filter_map(|places| places[list]).collect();
        let (words, rest) = whole.split_at_checked(run.len()).unwrap_or((whole, &[]));
        if indices.len() >= LENGTHS[0] {
            let cut_off = words.iter().filter(|places| places[list].is_none()).count();
            let holds = checksum::valid(&indices).next().is_some();
            if holds || cut_off * 2 >= indices.len() {
                let confidence = if holds { Confidence::Exact } else { Confidence::Likely };
                report(stretch.span(from..from + run.len()), Kind::RecoveryPhrase, confidence);
            }
        }
        from += run.len();
        whole = rest;
    }
}
