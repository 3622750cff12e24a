//! Comparisons: the part of what is known in which one holds, and the part in which it does not.

use super::cell::{Point, Scale};
use super::condition::Split;
use super::currency::Likeness;
use super::store::Store;
use crate::flow::condition::Comparison;

/// Where a comparison of two known values holds.
pub(super) fn compared(left: usize, comparison: Comparison, right: usize, store: Store) -> Split {
    let mut split = Split::default();
    cells(left, comparison, right, store, &mut split);
    split
}

/// Cuts by a comparison of two known values.
pub(super) fn cells(left: usize, comparison: Comparison, right: usize, store: Store, split: &mut Split) {
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
        let mut store = store.clone();
        store.assume_order(low, high, strict).then_some(store)
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
            let equal = assume(left, right, false)
                .and_then(|mut store| store.assume_order(right, left, false).then_some(store));
            split.holds.extend(equal);
            split.fails.extend(assume(left, right, true));
            split.fails.extend(assume(right, left, true));
        }
    }
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
