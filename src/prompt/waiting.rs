//! Waiting for a check, the same for every way of asking: until it is done, too late, or nobody wants to wait any longer.

use crate::i18n::Message;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A check that ends this soon is not spoken of.
pub(super) const UNSEEN: Duration = Duration::from_millis(120);

/// The sentence that names what is waited for and for how long at most.
pub(super) fn sentence(label: &str, deadline: Duration) -> Message {
    let seconds = i64::try_from(deadline.as_millis().div_ceil(1000)).unwrap_or(i64::MAX);
    Message::new("prompt-wait").with("label", label).with("seconds", seconds)
}

/// Waits in slices; after each one `skip` may end it. `true`: done.
pub(super) fn until(
    deadline: Duration,
    slice: Duration,
    done: &mut dyn FnMut(Duration) -> bool,
    mut skip: impl FnMut() -> bool,
) -> bool {
    let start = Instant::now();
    loop {
        let left = deadline.saturating_sub(start.elapsed());
        let patience = slice.min(left);
        let before = Instant::now();
        if done(patience) {
            return true;
        }
        if left.is_zero() || skip() {
            return false;
        }
        // A check that answers "not yet" at once must not keep a processor busy.
        sleep(patience.saturating_sub(before.elapsed()).min(Duration::from_millis(20)));
    }
}
