//! Each check on a thread of its own, with a deadline.

use super::{Prober, World, check};
use crate::flow::probe::{FRESH, Finding, ProbeCall};
use crate::i18n::Message;
use crate::profile::{Profile, Region};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// What runs on the thread.
type Check = Arc<dyn Fn(&ProbeCall, &World) -> Finding + Send + Sync>;

/// Runs checks in the background. One that is too late is left alone: its thread ends by itself, nobody waits for it.
pub struct Background {
    check: Check,
    world: Arc<World>,
    runs: Vec<Run>,
}

struct Run {
    call: ProbeCall,
    started: Instant,
    state: State,
}

enum State {
    Running(Receiver<Finding>),
    /// With whether anybody has asked for it.
    Finished(Finding, bool),
}

impl Background {
    /// The real checks; `clock` tells the session's time whenever one starts.
    pub fn new(world: World, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        let check = move |call: &ProbeCall, world: &World| check(call, &World { now: clock(), ..world.clone() });
        Self { check: Arc::new(check), world: Arc::new(world), runs: Vec::new() }
    }

    /// Any function as the checks, of a world of which nothing is known.
    pub fn with(check: impl Fn(&ProbeCall) -> Finding + Send + Sync + 'static) -> Self {
        let profile = Profile::generic();
        let world = World { profile, region: None, country: None, zone: TimeZone::UTC, now: Timestamp::UNIX_EPOCH };
        Self { check: Arc::new(move |call, _| check(call)), world: Arc::new(world), runs: Vec::new() }
    }
}

impl Prober for Background {
    fn locate(&mut self, country: Option<&str>, region: Option<&Region>) {
        if Arc::make_mut(&mut self.world).locate(country, region) {
            // What was found, or is being looked for, holds for another place.
            self.runs.clear();
        }
    }

    fn start(&mut self, call: &ProbeCall) {
        if let Some(at) = self.runs.iter().position(|run| run.call == *call) {
            let keep = match &self.runs[at].state {
                State::Running(_) => self.runs[at].started.elapsed() < call.deadline,
                State::Finished(_, delivered) => !delivered && self.runs[at].started.elapsed() < FRESH,
            };
            if keep {
                return;
            }
            self.runs.swap_remove(at);
        }
        let (sender, receiver) = channel();
        let (check, world, on_thread) = (Arc::clone(&self.check), Arc::clone(&self.world), call.clone());
        let thread = Builder::new().name(format!("check {}", call.probe.id())).spawn(move || {
            // Nobody may be waiting any more; then the finding is not needed.
            let _ = sender.send(check(&on_thread, &world));
        });
        let state = match thread {
            Ok(_) => State::Running(receiver),
            Err(_) => State::Finished(Finding::unknown(Message::new("probe-stopped")), false),
        };
        self.runs.push(Run { call: call.clone(), started: Instant::now(), state });
    }

    fn poll(&mut self, call: &ProbeCall, patience: Duration) -> Option<Finding> {
        let Some(run) = self.runs.iter_mut().find(|run| run.call == *call) else {
            return Some(Finding::unknown(Message::new("probe-stopped")));
        };
        if let State::Running(receiver) = &run.state {
            let finding = awaited(receiver, run.started, call.deadline, patience)?;
            run.state = State::Finished(finding, false);
        }
        match &mut run.state {
            State::Finished(finding, delivered) => {
                *delivered = true;
                Some(finding.clone())
            }
            State::Running(_) => None,
        }
    }
}

/// What came within `patience`; a check that has used up its deadline has found out nothing.
fn awaited(receiver: &Receiver<Finding>, started: Instant, deadline: Duration, patience: Duration) -> Option<Finding> {
    let left = deadline.saturating_sub(started.elapsed());
    match receiver.recv_timeout(left.min(patience)) {
        Ok(finding) => Some(Finding { elapsed: started.elapsed(), ..finding }),
        Err(RecvTimeoutError::Disconnected) => {
            Some(Finding { elapsed: started.elapsed(), ..Finding::unknown(Message::new("probe-stopped")) })
        }
        Err(RecvTimeoutError::Timeout) if started.elapsed() >= deadline => {
            let seconds = i64::try_from(deadline.as_millis().div_ceil(1000)).unwrap_or(i64::MAX);
            let late = Message::new("probe-too-late").with("seconds", seconds);
            Some(Finding { elapsed: deadline, ..Finding::unknown(late) })
        }
        Err(RecvTimeoutError::Timeout) => None,
    }
}
