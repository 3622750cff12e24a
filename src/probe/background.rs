//! Checks in the background, each with a deadline: those that need the network all at once on one thread, which starts with
//! the first of them; the pure ones, which take no time, at once.

use super::remote::{self, Net};
use super::runner::{Runner, Running};
use super::{Prober, World, check, hosts};
use crate::flow::probe::{FRESH, Finding, ProbeCall};
use crate::i18n::Message;
use crate::profile::Region;
use jiff::Timestamp;
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

/// Runs checks in the background. One that is too late is stopped.
pub struct Background {
    world: World,
    clock: Box<dyn Fn() -> Timestamp>,
    /// `None` as long as nothing needs the network, and for ever where there is none.
    runner: Option<Runner>,
    net: Arc<Net>,
    offline: bool,
    runs: Vec<Run>,
}

struct Run {
    call: ProbeCall,
    started: Instant,
    state: State,
}

enum State {
    Running(Running),
    /// With whether anybody has asked for it.
    Finished(Finding, bool),
}

impl Background {
    /// The real checks; `clock` tells the session's time whenever one starts.
    pub fn new(world: World, clock: impl Fn() -> Timestamp + 'static) -> Self {
        let (clock, net) = (Box::new(clock), Arc::default());
        Self { world, clock, runner: None, net, offline: false, runs: Vec::new() }
    }

    /// The same without a single packet: what needs the network is unknown.
    #[must_use]
    pub fn offline(self) -> Self {
        Self { offline: true, ..self }
    }

    fn begin(&mut self, call: &ProbeCall) -> State {
        let world = World { now: (self.clock)(), ..self.world.clone() };
        if call.probe.is_pure() {
            return State::Finished(check(call, &world), false);
        }
        if self.offline {
            return State::Finished(Finding::unknown(Message::new("probe-offline")), false);
        }
        if self.runner.is_none() {
            self.runner = Runner::start().ok();
        }
        let Some(runner) = &self.runner else {
            return State::Finished(Finding::unknown(Message::new("probe-stopped")), false);
        };
        let (mut call, net, asked) = (call.clone(), Arc::clone(&self.net), Instant::now());
        State::Running(runner.run(async move {
            // The deadline runs from when the check was asked for, also while its thread has other things to do.
            call.deadline = call.deadline.saturating_sub(asked.elapsed());
            let finding = remote::check(&call, &world, &net).await;
            Finding { elapsed: asked.elapsed(), ..finding }
        }))
    }
}

impl Run {
    /// Takes what has been found, waiting for at most `patience`.
    fn settle(&mut self, patience: Duration) {
        if let State::Running(running) = &self.state
            && let Some(finding) = awaited(running, self.started, self.call.deadline, patience)
        {
            self.state = State::Finished(finding, false);
        }
    }
}

impl Prober for Background {
    fn hosts(&self, call: &ProbeCall) -> Vec<String> {
        if self.offline { Vec::new() } else { hosts(call, &self.world.profile) }
    }

    fn locate(&mut self, country: Option<&str>, region: Option<&Region>) {
        if self.world.locate(country, region) {
            // What was found, or is being looked for, holds for another place.
            self.runs.clear();
        }
    }

    fn start(&mut self, call: &ProbeCall) {
        if let Some(at) = self.runs.iter().position(|run| run.call == *call) {
            let run = &mut self.runs[at];
            // What was found while nobody asked for it is not looked for again.
            run.settle(Duration::ZERO);
            let keep = match &run.state {
                State::Running(_) => true,
                State::Finished(_, delivered) => !delivered && run.started.elapsed() < FRESH,
            };
            if keep {
                return;
            }
            self.runs.swap_remove(at);
        }
        let started = Instant::now();
        let state = self.begin(call);
        self.runs.push(Run { call: call.clone(), started, state });
    }

    fn poll(&mut self, call: &ProbeCall, patience: Duration) -> Option<Finding> {
        let Some(run) = self.runs.iter_mut().find(|run| run.call == *call) else {
            return Some(Finding::unknown(Message::new("probe-stopped")));
        };
        run.settle(patience);
        match &mut run.state {
            State::Finished(finding, delivered) => {
                *delivered = true;
                Some(finding.clone())
            }
            State::Running(_) => None,
        }
    }

    fn cancel(&mut self, call: &ProbeCall) {
        // Dropping what runs stops it.
        self.runs.retain(|run| run.call != *call);
    }
}

/// What came within `patience`; a check that has used up its deadline, and the moment beyond it that a busy computer needs
/// to say so, has found out nothing.
fn awaited(running: &Running, started: Instant, deadline: Duration, patience: Duration) -> Option<Finding> {
    let limit = deadline + 2 * remote::GRACE;
    let left = limit.saturating_sub(started.elapsed());
    match running.finding.recv_timeout(left.min(patience)) {
        Ok(finding) => Some(finding),
        Err(RecvTimeoutError::Disconnected) => {
            Some(Finding { elapsed: started.elapsed(), ..Finding::unknown(Message::new("probe-stopped")) })
        }
        Err(RecvTimeoutError::Timeout) if started.elapsed() >= limit => {
            Some(Finding { elapsed: started.elapsed(), ..Finding::unknown(remote::too_late(deadline)) })
        }
        Err(RecvTimeoutError::Timeout) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::awaited;
    use crate::flow::value::Value;
    use crate::probe::runner::Runner;
    use std::future::pending;
    use std::time::{Duration, Instant};

    #[test]
    fn a_check_that_never_ends_is_too_late() {
        let runner = Runner::start().expect("a thread");
        let (running, started) = (runner.run(pending()), Instant::now());
        let deadline = Duration::from_millis(50);
        assert_eq!(awaited(&running, started, deadline, Duration::from_millis(1)), None);
        let finding = awaited(&running, started, deadline, Duration::from_secs(5)).expect("its time is over");
        assert!(finding.elapsed >= deadline && finding.elapsed < Duration::from_secs(3), "{:?}", finding.elapsed);
        assert_eq!(finding.value, Value::Unknown);
        assert_eq!(finding.reason.map(|reason| reason.key).as_deref(), Some("probe-too-late"));
    }

    #[test]
    fn a_check_whose_thread_is_gone_is_unknown() {
        let runner = Runner::start().expect("a thread");
        let running = runner.run(pending());
        drop(runner);
        let finding = awaited(&running, Instant::now(), Duration::from_secs(5), Duration::from_secs(5));
        let reason = finding.and_then(|finding| finding.reason).map(|reason| reason.key);
        assert_eq!(reason.as_deref(), Some("probe-stopped"));
    }
}
