//! Characters in a row, weighed, and the windows of them that are phrases.

use super::prose::Character;
use crate::secrets::phrase::checksum::{self, LENGTHS};
use crate::secrets::phrase::table::Characters;
use crate::secrets::phrase::{FEWEST, cue};
use crate::secrets::{Confidence, Kind, Report};
use std::ops::Range;

/// The longest phrase, and a character more for whoever wrote one twice.
const MOST: usize = 25;

/// Where prose ends and a phrase begins cannot be told to the character: so many on either side go with it.
const AROUND: usize = 24;

/// So many checksums are counted in a run; a sentence needs a dozen, and a book of one character must end too.
const CHECKS: usize = 20_000;

/// From what weight on a window is a phrase: whatever it is; if its checksum holds, or it is the whole run and has as
/// many characters as a phrase or one less; if it is the whole run and its checksum holds, or a cue stands before it. Of
/// random phrases one in 10,000 weighs less than the last one.
const ANY: i32 = 60;
const VALID: i32 = 0;
const EXPECTED: i32 = -80;

/// What groups must weigh whose checksum does not hold: verses and proverbs come in groups too. Shorter groups are names.
const GROUPED: i32 = 140;
const NAME: usize = 4;

/// The characters of the first of several pieces.
fn group(lower: &str, pieces: &[Range<usize>]) -> Option<usize> {
    let [first, _, ..] = pieces else { return None };
    lower.get(first.clone()).map(|text| text.chars().count())
}

/// Whether there is no letter in it.
fn is_blank(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// Characters in a row, each with its place in the text.
pub(super) struct Run {
    characters: Vec<(usize, Character)>,
    /// The sum of the weights of all characters and pairs before each place.
    sums: Vec<i32>,
    /// What each weighs as the neighbour of the one before.
    pairs: Vec<i32>,
    /// How many characters ago each stood there already.
    since: Vec<usize>,
    /// From which place on a cue makes a phrase likely.
    expected_from: usize,
    /// How many characters the first of its groups has; then nothing but the whole can be a phrase.
    group: Option<usize>,
    /// Where it ends in the text.
    end: usize,
    /// Whether it is all of the text.
    alone: bool,
}

impl Run {
    /// Weighs the characters of these places of a text in small letters.
    pub(super) fn new(lower: &str, pieces: &[Range<usize>], table: &Characters) -> Self {
        let start = pieces.first().map_or(0, |piece| piece.start);
        let end = pieces.last().map_or(0, |piece| piece.end);
        let mut run = Self {
            characters: Vec::new(),
            sums: vec![0],
            pairs: Vec::new(),
            since: Vec::new(),
            expected_from: usize::MAX,
            group: group(lower, pieces),
            end,
            alone: lower.get(..start).is_some_and(is_blank) && lower.get(end..).is_some_and(is_blank),
        };
        for piece in pieces {
            let text = lower.get(piece.clone()).unwrap_or("");
            for (at, character) in text.char_indices() {
                run.push(piece.start + at, Character::new(character, table), at > 0);
            }
        }
        if cue::stands_before(lower, start) {
            run.expected_from = 0;
        } else if let Some(end) = lower.get(start..end).and_then(cue::end_within) {
            run.expected_from = run.characters.partition_point(|(at, _)| *at < start + end);
        }
        run
    }

    /// Adds a character. One that only repeats what stood before it weighs nothing of its own.
    fn push(&mut self, at: usize, character: Character, has_neighbour: bool) {
        let before = self.characters.last().filter(|_| has_neighbour).map(|(_, before)| before);
        let pair = before.map_or(0, |before| character.weight_after(before));
        let same = |(_, other): &(usize, Character)| other.plain() == character.plain();
        let since = self.characters.iter().rev().take(MOST).position(same).map_or(MOST, |ago| ago + 1);
        let again = since == 1 || since < MOST && self.since.last() == Some(&since);
        let alone = if again { 0 } else { character.weight() };
        self.since.push(since);
        self.sums.push(self.sums.last().unwrap_or(&0) + pair + alone);
        self.pairs.push(pair);
        self.characters.push((at, character));
    }

    /// What the characters of a window weigh together.
    fn weight(&self, window: &Range<usize>) -> i32 {
        let sum = |at: usize| self.sums.get(at).copied().unwrap_or(0);
        sum(window.end) - sum(window.start) - self.pairs.get(window.start).copied().unwrap_or(0)
    }

    /// Reports the phrases among them.
    pub(super) fn find(&self, report: &mut Report<'_>) {
        if self.alone && self.is_copied() {
            let start = self.characters.first().map_or(0, |(at, _)| *at);
            report(start..self.end, Kind::RecoveryPhrase, Confidence::Likely);
            return;
        }
        let mut found: Option<(Range<usize>, Confidence)> = None;
        let mut checks = CHECKS;
        for start in 0..self.characters.len() {
            let mut repeated = 0;
            for (length, since) in (1..=MOST).zip(self.since.iter().skip(start)) {
                // `哈哈哈` and its like are no phrase, however long.
                repeated += usize::from(*since < length);
                let window = start..start + length;
                let near = found.as_mut().filter(|(range, _)| start <= range.end + 2 * AROUND);
                let known = near.as_ref().map(|(_, confidence)| *confidence);
                let Some(confidence) = self.judge(&window, repeated * 2 < length, known, &mut checks) else { continue };
                if let Some((range, sure)) = near {
                    range.end = range.end.max(window.end);
                    *sure = confidence.max(*sure);
                } else {
                    self.hand_in(found.replace((window, confidence)), report);
                }
            }
        }
        self.hand_in(found, report);
    }

    /// Whether it is as many characters as a phrase has, all of them different, from the very beginning of the lists and
    /// hardly a word among them: nobody writes so, and they weigh as prose by each being common alone.
    fn is_copied(&self) -> bool {
        let all = &self.characters;
        let words = all.windows(2).filter(|pair| matches!(pair, [one, next] if next.1.is_word_after(&one.1))).count();
        self.group.is_none()
            && LENGTHS.contains(&all.len())
            && all.iter().all(|(_, character)| character.is_common())
            && self.since.iter().all(|since| *since == MOST)
            && words * 5 < all.len()
    }

    /// Whether a window is a phrase. What is known to be one already needs no checksum.
    fn judge(
        &self,
        window: &Range<usize>,
        varied: bool,
        known: Option<Confidence>,
        checks: &mut usize,
    ) -> Option<Confidence> {
        let weight = self.weight(window);
        let whole = window.len() == self.characters.len();
        if weight < EXPECTED || window.len() < FEWEST || self.group.is_some() && !whole {
            return None;
        }
        let expected = window.start >= self.expected_from;
        let legal = LENGTHS.contains(&window.len());
        let nearly = legal || LENGTHS.contains(&(window.len() + 1));
        let any = match (expected, self.group) {
            (false, Some(NAME..)) => GROUPED,
            (false, Some(_)) => i32::MAX,
            (true, None) => EXPECTED,
            (false, None) if whole && nearly => VALID,
            (_, _) => ANY,
        };
        let likely = weight >= any && varied;
        if likely && known == Some(Confidence::Exact) {
            return known;
        }
        let valid = if whole && self.group.is_none() || expected { EXPECTED } else { VALID };
        if legal && weight >= valid && *checks > 0 {
            *checks -= 1;
            if self.holds(window) {
                return Some(Confidence::Exact);
            }
        }
        likely.then_some(Confidence::Likely)
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

    /// Reports a finding with what stands around it.
    fn hand_in(&self, found: Option<(Range<usize>, Confidence)>, report: &mut Report<'_>) {
        let Some((range, confidence)) = found else { return };
        let at = |place: usize| self.characters.get(place).map(|(at, _)| *at);
        let start = at(range.start.saturating_sub(AROUND)).unwrap_or(0);
        report(start..at(range.end + AROUND).unwrap_or(self.end), Kind::RecoveryPhrase, confidence);
    }
}
