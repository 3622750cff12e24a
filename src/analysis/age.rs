//! Conditions over how old an instant is.

use super::cell::{Age, Known};
use super::condition::{Judge, Split};
use super::store::Store;
use crate::flow::condition::Period;

impl Judge<'_, '_> {
    /// Cuts by an age; between two durations of which nobody knows the longer one, everything can be.
    pub(super) fn age(&self, cell: usize, older: bool, than: &Period, store: &Store, split: &mut Split) {
        let period = self.program.period(than);
        let low = |strict| Age { period, low: Some(strict), high: None };
        let high = |strict| Age { period, low: None, high: Some(strict) };
        let (holds, fails) = if older { (low(true), high(false)) } else { (high(true), low(false)) };
        split.holds.extend(self.aged(store, cell, holds));
        split.fails.extend(self.aged(store, cell, fails));
    }

    /// The store with one thing more known about an age; `None`: that cannot be.
    fn aged(&self, store: &Store, cell: usize, new: Age) -> Option<Store> {
        let Some(Known::Time(ages)) = &store.cells[cell].known else { return None };
        for old in ages {
            let same = old.period == new.period;
            let shorter = |a: &Age, b: &Age| self.program.is_shorter(a.period, b.period);
            let against = |low: &Age, high: &Age| match (low.low, high.high) {
                (Some(older), Some(younger)) => (same && (older || younger)) || (!same && shorter(high, low)),
                _ => false,
            };
            if against(old, &new) || against(&new, old) {
                return None;
            }
        }
        let mut store = store.clone();
        if let Some(Known::Time(ages)) = &mut store.change(cell).known {
            match ages.iter_mut().find(|age| age.period == new.period) {
                Some(age) => {
                    age.low = age.low.max(new.low);
                    age.high = age.high.max(new.high);
                }
                None => ages.push(new),
            }
            ages.sort_unstable();
        }
        Some(store)
    }
}
