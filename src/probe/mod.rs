//! Running the automatic checks: the seam, and what stands behind it. Never prompts, never knows a session.
//!
//! A failed check is a finding (`unknown` and why), never an error.

pub mod background;
mod check;
mod general;
mod pure;
pub mod remote;
mod runner;
pub mod scripted;

use crate::flow::probe::{Finding, ProbeCall};
use crate::profile::{Profile, Region};
pub use background::Background;
pub use check::{World, check};
pub use general::{contacts, each_once, explorer_hosts, general_hosts, in_words, remark, usual};
pub use remote::too_late;
pub use scripted::Scripted;
use std::time::Duration;

/// Runs probes in the background.
pub trait Prober {
    /// The person's country and its region, as soon as they are known or change: findings depend on where somebody is.
    fn locate(&mut self, country: Option<&str>, region: Option<&Region>);

    /// The hosts that somebody has to allow before a check may run; none where it would send nothing.
    fn hosts(&self, call: &ProbeCall) -> Vec<String>;

    /// Whether it is of use to start a probe before its step has come.
    fn runs_ahead(&self) -> bool {
        true
    }

    /// Starts a probe unless the same call is already running; never blocks.
    fn start(&mut self, call: &ProbeCall);

    /// The finding of a started call, waiting for at most `patience`; `None`: not there yet.
    fn poll(&mut self, call: &ProbeCall, patience: Duration) -> Option<Finding>;

    /// Stops a check that nobody waits for any more; what it might still find is lost.
    fn cancel(&mut self, call: &ProbeCall);
}

/// The hosts that a check would speak to, for whoever has to allow it; none for a check that needs no network, and for one
/// that could find out nothing.
pub fn hosts(call: &ProbeCall, profile: &Profile) -> Vec<String> {
    remote::hosts(call, profile)
}
