//! Which neighbouring groups of digits may be one card number.

use crate::secrets::cue::groups::Groups;

/// The longest number.
const LONGEST: usize = 19;
/// How many neighbouring groups are looked at.
const NEAR: usize = 20;

/// Groups as they are printed on cards, where they are not all of one length.
const PRINTED: [&[usize]; 11] = [
    &[4, 6, 5],
    &[4, 6, 4],
    &[6, 13],
    &[6, 10],
    &[6, 12],
    &[4, 4, 8],
    &[8, 4, 4],
    &[4, 12],
    &[12, 4],
    &[6, 6, 7],
    &[4, 4, 4, 7],
];

/// The ends of the windows that begin at a group and may be a card number, the longest first.
pub(super) fn ends(groups: &Groups, start: usize) -> Vec<usize> {
    let lengths: Vec<usize> = groups.iter().skip(start).take(LONGEST).map(ExactSizeIterator::len).collect();
    let mut ends = Vec::new();
    let mut total = 0;
    for (index, length) in lengths.iter().enumerate() {
        total += length;
        if total > LONGEST {
            break;
        }
        let window = lengths.get(..=index).unwrap_or(&[]);
        let end = start + index + 1;
        if total >= 13 && is_shaped(window, start == 0 && end == groups.len()) {
            ends.push(end);
        }
    }
    ends.reverse();
    ends
}

/// Whether the groups have the lengths of a card's. Other lengths are taken only where nothing stands beside them.
fn is_shaped(lengths: &[usize], alone: bool) -> bool {
    let [rest @ .., last] = lengths else { return false };
    let first = rest.first().copied().unwrap_or(*last);
    let even = rest.iter().all(|length| *length == first) && *last <= first;
    let total: usize = lengths.iter().sum();
    even || PRINTED.contains(&lengths) || alone && lengths.len() <= 6 && first >= 3 && matches!(total, 15 | 16 | 19)
}

/// Whether what stands beside the window may stand beside a card number: not the rest of a longer number, no fraction.
pub(super) fn fits_in(text: &str, groups: &Groups, start: usize, end: usize) -> bool {
    let window = groups.get(start..end).unwrap_or(&[]);
    let Some(size) = window.first().map(std::ops::Range::len) else { return false };
    let gap = |left: usize| -> &str {
        let (Some(one), Some(two)) = (groups.get(left), groups.get(left + 1)) else { return "\n" };
        text.get(one.end..two.start).unwrap_or("\n")
    };
    let lone = window.len() == 1;
    if lone {
        let before = start.checked_sub(1).map_or("\n", gap);
        return before != "." && gap(end - 1) != ".";
    }
    // Commas part the groups of a sum by three.
    if size != 4 && (start..end - 1).any(|left| gap(left).contains(',')) {
        return false;
    }
    // What another sign parts is another number.
    let inner = gap(start);
    let goes_on = |group: usize, left: usize| even(groups, group, size) && gap(left) == inner;
    let before: usize = (0..start).rev().take(NEAR).take_while(|left| goes_on(*left, *left)).map(|_| size).sum();
    let after: usize =
        (end..groups.len()).take(NEAR).take_while(|right| goes_on(*right, right - 1)).map(|_| size).sum();
    // A date, a month of expiry and a security code may stand beside it; two cards may too.
    let few = |digits: usize| digits <= 8 || matches!(digits, 16 | 32 | 48) && size == 4;
    few(before) && few(after)
}

fn even(groups: &Groups, index: usize, size: usize) -> bool {
    groups.get(index).is_some_and(|group| group.len() == size)
}
