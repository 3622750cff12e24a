//! The same work over many files, on every core.

use std::num::NonZero;
use std::thread;

/// Fewer items than this are done sooner than threads start.
const FEW: usize = 32;

/// `work` of each item, in the items' order.
pub(super) fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    // Asked last: finding out how many cores there are takes longer than a few files.
    let threads = if items.len() < FEW { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) };
    if threads == 1 {
        return items.iter().map(work).collect();
    }
    let share = items.len().div_ceil(threads);
    let work = &work;
    thread::scope(|scope| {
        let parts: Vec<_> = items
            .chunks(share)
            .map(|part| (part, scope.spawn(move || part.iter().map(work).collect::<Vec<R>>())))
            .collect();
        // A thread that panicked did so on an item; doing its part here shows the same panic where it belongs.
        parts
            .into_iter()
            .flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| part.iter().map(work).collect()))
            .collect()
    })
}
