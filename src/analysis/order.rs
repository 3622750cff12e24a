//! Values that lie before or behind each other: what follows from what is known, and what contradicts it.
//!
//! A closure over the pairs that were compared, with the bounds of each value. It is complete: what it does not refuse has
//! values, both where between two values lies a third and for whole numbers.

use super::cell::{Bound, Known, Point, Range, Scale};
use super::store::Store;

impl Store {
    /// Assumes that `low` is less than `high`, or at most where not `strict`. `false`: that cannot be.
    pub(super) fn assume_order(&mut self, low: usize, high: usize, strict: bool) -> bool {
        self.relate(low, high, i128::from(strict));
        self.close()
    }

    fn relate(&mut self, low: usize, high: usize, by: i128) {
        match self.order.iter_mut().find(|(a, b, _)| (*a, *b) == (low, high)) {
            Some((_, _, old)) => *old = by.max(*old),
            None => self.order.push((low, high, by)),
        }
    }

    /// Takes over what is known elsewhere about two values.
    pub(super) fn relate_as(&mut self, low: usize, high: usize, by: i128) {
        self.relate(low, high, by);
    }

    /// Assumes that a value lies above a constant.
    pub(super) fn assume_above(&mut self, cell: usize, at: &Point, open: bool) -> bool {
        if let Some(Known::Ordered(range)) = &mut self.change(cell).known {
            raise(&mut range.low, Some(closed(at, open, 1)));
        }
        self.close()
    }

    /// Assumes that a value lies below a constant.
    pub(super) fn assume_below(&mut self, cell: usize, at: &Point, open: bool) -> bool {
        if let Some(Known::Ordered(range)) = &mut self.change(cell).known {
            lower(&mut range.high, Some(closed(at, open, -1)));
        }
        self.close()
    }

    /// Draws every conclusion. `false`: what is known contradicts itself.
    pub(super) fn close(&mut self) -> bool {
        let nodes: Vec<usize> =
            (0..self.cells.len()).filter(|cell| matches!(self.cells[*cell].known, Some(Known::Ordered(_)))).collect();
        let count = nodes.len();
        if count == 0 {
            return true;
        }
        let mut ranges: Vec<Range> = nodes.iter().filter_map(|cell| self.range(*cell).cloned()).collect();
        let mut by: Vec<Option<i128>> = vec![None; count * count];
        for (low, high, distance) in &self.order {
            if let (Ok(low), Ok(high)) = (nodes.binary_search(low), nodes.binary_search(high)) {
                by[low * count + high] = Some(*distance);
            }
        }
        for via in 0..count {
            for low in 0..count {
                let Some(first) = by[low * count + via] else { continue };
                for high in 0..count {
                    let Some(second) = by[via * count + high] else { continue };
                    let joined = ranges[low].scale.join(first, second);
                    let edge = &mut by[low * count + high];
                    *edge = Some(edge.map_or(joined, |old| old.max(joined)));
                }
            }
        }
        let narrow = ranges.clone();
        for low in 0..count {
            for high in 0..count {
                if let Some(distance) = by[low * count + high] {
                    raise(&mut ranges[high].low, narrow[low].low.as_ref().map(|bound| moved(bound, distance)));
                    lower(&mut ranges[low].high, narrow[high].high.as_ref().map(|bound| moved(bound, -distance)));
                }
            }
        }
        for low in 0..count {
            for high in 0..count {
                let (a, b) = (&ranges[low], &ranges[high]);
                let comparable = a.scale == b.scale && (a.scale != Scale::Amount || a.class == b.class);
                if low != high
                    && comparable
                    && let Some(distance) = apart(a, b).filter(|distance| *distance >= 0)
                {
                    let edge = &mut by[low * count + high];
                    *edge = Some(edge.map_or(distance, |old| old.max(distance)));
                }
            }
        }
        let sound = (0..count).all(|node| {
            by[node * count + node].is_none_or(|distance| distance <= 0)
                && apart(&ranges[node], &ranges[node]).is_none_or(|distance| distance <= 0)
        });
        self.order.clear();
        for low in 0..count {
            for high in 0..count {
                if let Some(distance) = by[low * count + high].filter(|_| low != high) {
                    self.order.push((nodes[low], nodes[high], distance));
                }
            }
        }
        for (cell, range) in nodes.into_iter().zip(ranges) {
            if self.range(cell) != Some(&range) {
                self.change(cell).known = Some(Known::Ordered(range));
            }
        }
        sound
    }

    /// The bounds of a value with an order.
    pub(super) fn range(&self, cell: usize) -> Option<&Range> {
        match &self.cells[cell].known {
            Some(Known::Ordered(range)) => Some(range),
            _ => None,
        }
    }
}

/// A bound; one of whole numbers always includes its number.
fn closed(at: &Point, open: bool, inwards: i64) -> Bound {
    match at {
        Point::Number(number) if open => Bound { at: Point::Number(number.saturating_add(inwards)), open: false },
        _ => Bound { at: at.clone(), open },
    }
}

/// A bound of another value that lies further on by at least `distance`.
fn moved(bound: &Bound, distance: i128) -> Bound {
    match &bound.at {
        Point::Number(number) => {
            let sum = i128::from(*number).saturating_add(distance);
            let clamped = sum.clamp(i128::from(i64::MIN), i128::from(i64::MAX));
            Bound { at: Point::Number(i64::try_from(clamped).unwrap_or(*number)), open: false }
        }
        _ => Bound { at: bound.at.clone(), open: bound.open || distance != 0 },
    }
}

fn raise(low: &mut Option<Bound>, other: Option<Bound>) {
    let Some(other) = other else { return };
    let tighter = low.as_ref().is_none_or(|low| (&other.at, other.open) > (&low.at, low.open));
    if tighter {
        *low = Some(other);
    }
}

fn lower(high: &mut Option<Bound>, other: Option<Bound>) {
    let Some(other) = other else { return };
    let tighter = high.as_ref().is_none_or(|high| (&other.at, !other.open) < (&high.at, !high.open));
    if tighter {
        *high = Some(other);
    }
}

/// How far the values of `high` lie above those of `low` at least, by their bounds alone.
fn apart(low: &Range, high: &Range) -> Option<i128> {
    let (from, to) = (low.high.as_ref()?, high.low.as_ref()?);
    match (&from.at, &to.at) {
        (Point::Number(from), Point::Number(to)) => Some(i128::from(*to) - i128::from(*from)),
        (a, b) => match a.cmp(b) {
            std::cmp::Ordering::Less => Some(1),
            std::cmp::Ordering::Equal => Some(i128::from(from.open || to.open)),
            std::cmp::Ordering::Greater => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::cell::{Cell, Known, Point, Range, Scale};
    use super::Store;

    fn three(scale: Scale) -> Store {
        let mut store = Store::default();
        for _ in 0..3 {
            store.add(Cell::known(Known::Ordered(Range { scale, class: 0, low: scale.floor(), high: None })));
        }
        store
    }

    #[test]
    fn what_goes_round_in_a_circle_cannot_be() {
        for (strict, sound) in [(false, true), (true, false)] {
            let mut store = three(Scale::Version);
            assert!(store.assume_order(0, 1, false) && store.assume_order(1, 2, strict));
            assert_eq!(store.assume_order(2, 0, false), sound);
        }
    }

    #[test]
    fn between_two_whole_numbers_there_may_be_none() {
        let mut store = three(Scale::Number);
        assert!(store.assume_above(0, &Point::Number(3), false) && store.assume_order(0, 1, true));
        assert!(store.assume_order(1, 2, true), "3 < 4 < 5");
        assert!(!store.clone().assume_below(2, &Point::Number(5), true), "the third is 5 at least");
        assert!(store.assume_below(2, &Point::Number(5), false));
        assert!(!store.assume_above(1, &Point::Number(4), true), "the second is 4");
    }

    #[test]
    fn what_is_forgotten_in_between_still_counts() {
        use super::super::store::{Key, Level};
        let mut store = three(Scale::Number);
        store.name(Key::Answer(0), 0);
        store.name(Key::Answer(2), 2);
        assert!(store.assume_order(0, 1, true) && store.assume_order(1, 2, true));
        let store = store.project(&|key| Some((key, Level::Value)), &|_| false);
        assert_eq!(store.order, [(0, 1, 2)], "two steps apart");
    }
}
