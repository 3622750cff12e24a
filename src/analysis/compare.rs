//! Comparisons: the part of what is known in which one holds, and the part in which it does not.
//!
//! Where a step can be reached again, one of two values may have been asked anew by then and the other not. What is known
//! of the kept one is then cut further, by whether any other value could turn the comparison round: whether a loop has a
//! way out may hang on just that (nothing is less than an amount of 0). This holds for two values; where a third one
//! decides what the second can be, or where a flow compares many pairs, somebody may still be thought to get out who does
//! not.

use super::cell::{Point, Scale};
use super::condition::Split;
use super::currency::Likeness;
use super::store::{Key, Store};
use crate::flow::condition::Comparison;

/// Where a comparison of two known values holds.
pub(super) fn compared(left: usize, comparison: Comparison, right: usize, store: Store) -> Split {
    let mut split = Split::default();
    cells(left, comparison, right, store, false, &mut split);
    split
}

/// Cuts by a comparison of two known values. `again`: one of them may be asked anew before the same comparison.
pub(super) fn cells(left: usize, comparison: Comparison, right: usize, store: Store, again: bool, split: &mut Split) {
    let (Some(a), Some(b)) = (store.range(left), store.range(right)) else {
        split.fails.push(store);
        return;
    };
    let (scale, a, b) = (a.scale, a.class, b.class);
    let mut store = store;
    if scale == Scale::Amount {
        let likeness = store.likeness(a, b);
        if likeness != Likeness::Same {
            let mut other = store.clone();
            other.part(a, b);
            split.fails.push(other);
        }
        if likeness == Likeness::Different || !store.unite(a, b) {
            return;
        }
    }
    if left == right {
        let holds = matches!(comparison, Comparison::AtMost | Comparison::Equal | Comparison::AtLeast);
        if holds { &mut split.holds } else { &mut split.fails }.push(store);
        return;
    }
    let assume = |low: usize, high: usize, strict: bool| {
        let mut part = store.clone();
        if !part.assume_order(low, high, strict) {
            Vec::new()
        } else if again {
            by_what_turns_it(part, low, high, strict, &store)
        } else {
            vec![part]
        }
    };
    match comparison {
        Comparison::Less | Comparison::AtMost => {
            let strict = comparison == Comparison::Less;
            split.holds.extend(assume(left, right, strict));
            split.fails.extend(assume(right, left, !strict));
        }
        Comparison::More | Comparison::AtLeast => {
            let strict = comparison == Comparison::More;
            split.holds.extend(assume(right, left, strict));
            split.fails.extend(assume(left, right, !strict));
        }
        Comparison::Equal => {
            let mut equal = store.clone();
            if equal.assume_order(left, right, false) && equal.assume_order(right, left, false) {
                split.holds.push(equal);
            }
            split.fails.extend(assume(left, right, true));
            split.fails.extend(assume(right, left, true));
        }
    }
}

/// Cuts what is known where `low` is less than `high`, or at most where not `strict`: by whether another `low`, or another
/// `high`, with the bounds that it had `before`, would make it otherwise.
fn by_what_turns_it(store: Store, low: usize, high: usize, strict: bool, before: &Store) -> Vec<Store> {
    let mut parts = vec![store];
    if let Some(most) = before.range(low).and_then(|range| range.high.as_ref()) {
        parts = parts.iter().flat_map(|part| halves(part, high, &most.at, !strict || most.open)).collect();
    }
    if let Some(least) = before.range(high).and_then(|range| range.low.as_ref()) {
        // No provider has a limit of nothing, though one could write it down.
        let is_limit = before.slots.iter().any(|(key, cell)| *cell == low && matches!(key, Key::Profile(_)));
        let floor = before.range(low).and_then(|range| range.scale.floor());
        if !is_limit || floor.is_none_or(|floor| floor.at != least.at) {
            parts = parts.iter().flat_map(|part| halves(part, low, &least.at, strict && !least.open)).collect();
        }
    }
    parts
}

/// The part in which a value lies below a constant, and the part above; the constant is in the upper one where `open`.
fn halves(store: &Store, cell: usize, at: &Point, open: bool) -> Vec<Store> {
    let (mut below, mut above) = (store.clone(), store.clone());
    let is_below = below.assume_below(cell, at, open);
    let is_above = above.assume_above(cell, at, !open);
    is_below.then_some(below).into_iter().chain(is_above.then_some(above)).collect()
}

/// Cuts by a comparison with a constant.
pub(super) fn constant(cell: usize, comparison: Comparison, at: &Point, store: &Store, split: &mut Split) {
    let above = |open: bool| {
        let mut store = store.clone();
        store.assume_above(cell, at, open).then_some(store)
    };
    let below = |open: bool| {
        let mut store = store.clone();
        store.assume_below(cell, at, open).then_some(store)
    };
    match comparison {
        Comparison::Less | Comparison::AtMost => {
            let open = comparison == Comparison::Less;
            split.holds.extend(below(open));
            split.fails.extend(above(!open));
        }
        Comparison::More | Comparison::AtLeast => {
            let open = comparison == Comparison::More;
            split.holds.extend(above(open));
            split.fails.extend(below(!open));
        }
        Comparison::Equal => {
            let equal = below(false).and_then(|mut store| store.assume_above(cell, at, false).then_some(store));
            split.holds.extend(equal);
            split.fails.extend(below(true));
            split.fails.extend(above(true));
        }
    }
}
