//! The same work over many files, on every core.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Fewer items than this are done sooner than threads start.
const FEW: usize = 32;

/// `work` of each item, in the items' order. Whoever is done takes the next one, since some take much longer than others.
pub(super) fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    // Asked last: finding out how many cores there are takes longer than a few files.
    let threads = if items.len() < FEW { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) };
    if threads == 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut results: Vec<Option<R>> = Vec::new();
    results.resize_with(items.len(), || None);
    thread::scope(|scope| {
        // Where the system gives no more threads, those that are there do the work.
        let others: Vec<_> =
            (1..threads).map_while(|_| thread::Builder::new().spawn_scoped(scope, take).ok()).collect();
        let mut keep = |done: Vec<(usize, R)>| done.into_iter().for_each(|(at, result)| results[at] = Some(result));
        keep(take());
        others.into_iter().filter_map(|thread| thread.join().ok()).for_each(keep);
    });
    // A thread that panicked did so on an item; doing its items here shows the same panic where it belongs.
    results.into_iter().zip(items).map(|(result, item)| result.unwrap_or_else(|| work(item))).collect()
}
