//! Chinese phrases without a separator between the characters, or with one only here and there.
//!
//! Nearly every Chinese sentence consists of listed characters, and every sixteenth window of twelve has a valid checksum;
//! so neither says much, and what counts is how little a run reads like prose.

mod prose;

use super::checksum::{self, LENGTHS};
use super::table::Characters;
use super::tokens::{Script, Token};
use super::{FEWEST, cue};
use crate::secrets::{Confidence, Kind, Report};
use prose::Character;
use std::ops::Range;

/// The longest phrase, and a character more for whoever wrote one twice.
const MOST: usize = 25;

/// Where prose ends and a phrase begins cannot be told to the character: so many on either side go with it.
const AROUND: usize = 24;

/// Parts of this many characters can be the lines or groups of one phrase.
const WIDEST_GROUP: usize = 8;

/// From what weight on a window is a phrase: whatever it is; if its checksum holds or its length is legal and it is the
/// whole run; if both, or a cue stands before it. Of random phrases one in 10,000 weighs less than the last one.
const ANY: i32 = 60;
const VALID: i32 = 0;
const EXPECTED: i32 = -80;

/// Reports every phrase in tokens that stand in a row.
pub(super) fn find(lower: &str, tokens: &[Token], report: &mut Report<'_>) {
    for groups in tokens.chunk_by(|one, next| continues(lower, one, next)) {
        let letters: usize = groups.iter().map(|token| token.letters).sum();
        if letters >= FEWEST && groups.iter().all(|token| token.script == Script::Han) {
            Run::new(lower, groups).find(report);
        }
    }
}

/// Whether two tokens can be groups of one phrase: of one size, with nothing but white space between them.
fn continues(lower: &str, one: &Token, next: &Token) -> bool {
    let is_group = |token: &Token| token.script == Script::Han && (2..=WIDEST_GROUP).contains(&token.letters);
    is_group(one)
        && is_group(next)
        && one.letters == next.letters
        && lower.get(one.range.end..next.range.start).is_some_and(|gap| gap.chars().all(char::is_whitespace))
}

/// Characters in a row, each with its place in the text.
struct Run {
    characters: Vec<(usize, Character)>,
    /// The sum of the weights of all characters and pairs before each place.
    sums: Vec<i32>,
    /// What each weighs as the neighbour of the one before.
    pairs: Vec<i32>,
    /// From which place on a cue makes a phrase likely.
    expected_from: usize,
    /// Whether it consists of groups.
    grouped: bool,
    /// Where it ends in the text.
    end: usize,
}

impl Run {
    fn new(lower: &str, groups: &[Token]) -> Self {
        let start = groups.first().map_or(0, |token| token.range.start);
        let end = groups.last().map_or(0, |token| token.range.end);
        let mut run = Self {
            characters: Vec::new(),
            sums: vec![0],
            pairs: Vec::new(),
            expected_from: usize::MAX,
            grouped: groups.len() > 1,
            end,
        };
        let table = Characters::open();
        for token in groups {
            let text = lower.get(token.range.clone()).unwrap_or("");
            for (at, character) in text.char_indices() {
                run.push(token.range.start + at, Character::new(character, &table), at > 0);
            }
        }
        if cue::stands_before(lower, start) {
            run.expected_from = 0;
        } else if let Some(end) = lower.get(start..end).and_then(cue::end_within) {
            run.expected_from = run.characters.partition_point(|(at, _)| *at < start + end);
        }
        run
    }

    /// Adds a character. One that repeats its neighbour adds nothing of its own.
    fn push(&mut self, at: usize, character: Character, has_neighbour: bool) {
        let before = self.characters.last().filter(|_| has_neighbour).map(|(_, before)| before);
        let pair = before.map_or(0, |before| character.weight_after(before));
        let again = before.is_some_and(|before| before.plain() == character.plain());
        let alone = if again { 0 } else { character.weight() };
        self.sums.push(self.sums.last().unwrap_or(&0) + pair + alone);
        self.pairs.push(pair);
        self.characters.push((at, character));
    }

    /// What the characters of a window weigh together.
    fn weight(&self, window: &Range<usize>) -> i32 {
        let sum = |at: usize| self.sums.get(at).copied().unwrap_or(0);
        sum(window.end) - sum(window.start) - self.pairs.get(window.start).copied().unwrap_or(0)
    }

    fn find(&self, report: &mut Report<'_>) {
        let mut found: Option<(Range<usize>, Confidence)> = None;
        for start in 0..self.characters.len() {
            for length in FEWEST..=MOST.min(self.characters.len() - start) {
                let window = start..start + length;
                let Some(confidence) = self.judge(&window) else { continue };
                match &mut found {
                    Some((range, sure)) if window.start <= range.end + 2 * AROUND => {
                        range.end = range.end.max(window.end);
                        *sure = confidence.max(*sure);
                    }
                    _ => {
                        self.hand_in(found.replace((window, confidence)), report);
                    }
                }
            }
        }
        self.hand_in(found, report);
    }

    fn judge(&self, window: &Range<usize>) -> Option<Confidence> {
        let weight = self.weight(window);
        if weight < EXPECTED {
            return None;
        }
        let whole = window.len() == self.characters.len();
        let expected = window.start >= self.expected_from;
        let valid = if whole || expected { EXPECTED } else { VALID };
        let legal = LENGTHS.contains(&window.len());
        if weight >= valid && legal && self.holds(window) {
            return Some(Confidence::Exact);
        }
        let any = match (expected, self.grouped) {
            (false, true) => return None,
            (true, false) => EXPECTED,
            (false, false) if whole && legal => VALID,
            (false, false) | (true, true) => ANY,
        };
        (weight >= any && self.is_varied(window)).then_some(Confidence::Likely)
    }

    /// Whether the characters are a phrase of one of the lists.
    fn holds(&self, window: &Range<usize>) -> bool {
        let characters = self.characters.get(window.clone()).unwrap_or(&[]);
        [|character: &Character| character.simplified, |character: &Character| character.traditional].iter().any(
            |list| {
                let indices: Vec<u16> = characters.iter().filter_map(|(_, character)| list(character)).collect();
                indices.len() == characters.len() && checksum::holds(&indices)
            },
        )
    }

    /// Whether most characters differ: `哈哈哈` and its like are no phrase, however long.
    fn is_varied(&self, window: &Range<usize>) -> bool {
        let characters = self.characters.get(window.clone()).unwrap_or(&[]);
        let repeated = characters.iter().enumerate();
        let repeated = repeated
            .filter(|(at, (_, one))| characters.iter().take(*at).any(|(_, other)| one.plain() == other.plain()));
        repeated.count() * 2 < characters.len()
    }

    /// Reports a finding with what stands around it.
    fn hand_in(&self, found: Option<(Range<usize>, Confidence)>, report: &mut Report<'_>) {
        let Some((range, confidence)) = found else { return };
        let at = |place: usize| self.characters.get(place).map(|(at, _)| *at);
        let start = at(range.start.saturating_sub(AROUND)).unwrap_or(0);
        report(start..at(range.end + AROUND).unwrap_or(self.end), Kind::RecoveryPhrase, confidence);
    }
}
