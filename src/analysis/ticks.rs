//! Conditions over options that may be ticked.

use super::cell::{Known, Ticks};
use super::condition::{Judge, Split};
use super::store::Store;

impl<'f> Judge<'_, 'f> {
    /// Cuts by whether one of the options is ticked, from the first on.
    pub(super) fn has(&self, cell: usize, values: &'f [String], store: Store, split: &mut Split) {
        let mut rest = Some(store);
        for value in values {
            let Some(store) = rest.take() else { return };
            let word = self.program.word(value);
            let tick = |to: bool| {
                ticked(&store, cell, |ticks| {
                    for (option, state) in &mut ticks.options {
                        if *option == word && state.is_none() {
                            *state = Some(to);
                        }
                    }
                })
            };
            let state = match &store.cells[cell].known {
                Some(Known::Ticks(ticks)) => ticks.options.iter().find(|(option, _)| *option == word),
                _ => None,
            };
            match state {
                Some((_, Some(true))) => {
                    split.holds.push(store);
                    return;
                }
                Some((_, None)) => {
                    split.holds.extend(tick(true));
                    rest = tick(false);
                }
                Some((_, Some(false))) | None => rest = Some(store),
            }
        }
        split.fails.extend(rest);
    }
}

/// The store with ticks changed; `None`: so many options cannot be ticked.
pub(super) fn ticked(store: &Store, cell: usize, change: impl FnOnce(&mut Ticks)) -> Option<Store> {
    let mut store = store.clone();
    let Some(Known::Ticks(ticks)) = &mut store.change(cell).known else { return None };
    change(ticks);
    ticks.settle().then_some(store)
}
