//! One background thread on which all checks run at the same time. Nothing of it is left when it is dropped.

use crate::flow::probe::Finding;
use std::future::Future;
use std::io;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{Builder, JoinHandle};
use tokio::runtime;
use tokio::sync::oneshot;
use tokio::task::AbortHandle;

/// The thread; dropping it stops what still runs.
pub(super) struct Runner {
    handle: runtime::Handle,
    /// Dropped first: then the thread ends by itself.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// A check that runs; dropping it stops the check.
pub(super) struct Running {
    /// What it will have found; disconnected: it was stopped halfway.
    pub(super) finding: Receiver<Finding>,
    task: AbortHandle,
}

impl Runner {
    /// Starts the thread. Errors: the system gives no thread or no poll.
    pub(super) fn start() -> io::Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = Builder::new().name("checks".to_owned()).spawn(move || {
            // Whether somebody said stop or is gone: both mean that nobody waits any more.
            let _ = runtime.block_on(stopped);
            // A name that is still being looked up cannot be called back, and must not hold up the end.
            runtime.shutdown_background();
        })?;
        Ok(Self { handle, stop: Some(stop), thread: Some(thread) })
    }

    /// Runs one check.
    pub(super) fn run(&self, check: impl Future<Output = Finding> + Send + 'static) -> Running {
        let (sender, finding) = channel();
        let task = self.handle.spawn(async move {
            // Nobody may be waiting any more; then the finding is not needed.
            let _ = sender.send(check.await);
        });
        Running { finding, task: task.abort_handle() }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // Only where a panic does not end the program can the thread have panicked; then nothing is left to stop.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Runner;
    use crate::flow::probe::Finding;
    use crate::i18n::Message;
    use std::future::pending;
    use std::sync::mpsc::{RecvTimeoutError, TryRecvError};
    use std::time::Duration;

    const PATIENT: Duration = Duration::from_secs(5);

    #[test]
    fn a_check_that_is_stopped_stops_no_other() {
        let runner = Runner::start().expect("a thread");
        let (stopped, waiting) = (runner.run(pending()), runner.run(pending()));
        drop(stopped);
        let sound = runner.run(async { Finding::unknown(Message::new("probe-offline")) });
        assert!(sound.finding.recv_timeout(PATIENT).is_ok());
        assert_eq!(waiting.finding.try_recv(), Err(TryRecvError::Empty));
        drop(runner);
        assert_eq!(waiting.finding.recv_timeout(PATIENT), Err(RecvTimeoutError::Disconnected));
    }

    #[test]
    fn dropping_a_check_ends_it() {
        let runner = Runner::start().expect("a thread");
        let (alive, ended) = std::sync::mpsc::channel::<()>();
        let running = runner.run(async move {
            let _alive = alive;
            pending().await
        });
        assert_eq!(ended.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout));
        drop(running);
        assert_eq!(ended.recv_timeout(PATIENT), Err(RecvTimeoutError::Disconnected));
    }
}
