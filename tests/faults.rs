//! The checks over the network against servers that misbehave: real sockets, real TLS, the real prober.

#[cfg(unix)]
mod ahead;
#[cfg(target_os = "linux")]
mod data;
#[cfg(target_os = "linux")]
mod matrix;
#[cfg(target_os = "linux")]
mod names;
#[cfg(target_os = "linux")]
mod packets;
#[cfg(target_os = "linux")]
mod parts;
#[cfg(target_os = "linux")]
mod program;
#[cfg(unix)]
mod proxies;
#[cfg(unix)]
mod sign_in;
#[cfg(target_os = "linux")]
mod threads;
#[cfg(target_os = "linux")]
mod unplugged;
#[cfg(target_os = "linux")]
mod world;

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::time::{Duration, Instant};
use walletfix::flow::probe::{Finding, ProbeCall, ProbeKind};
use walletfix::probe::{Background, Prober, World};
use walletfix::profile::{Connectivity, Endpoint, Portal, Profile};

/// The real prober for somebody with that profile.
pub(crate) fn prober(profile: Profile) -> Background {
    let now = Timestamp::UNIX_EPOCH;
    Background::new(World { profile, region: None, country: None, zone: TimeZone::UTC, now }, move || now)
}

/// A profile that names these hosts and pages, each of an operator of its own.
pub(crate) fn profile(hosts: &[String], pages: &[String]) -> Profile {
    let endpoint = |(at, host): (usize, &String)| Endpoint { host: host.clone(), operator: format!("host {at}") };
    let page = |(at, host): (usize, &String)| Portal {
        url: format!("http://{host}/204"),
        operator: format!("page {at}"),
        status: 204,
        body: None,
    };
    let endpoints = hosts.iter().enumerate().map(endpoint).collect();
    let portals = pages.iter().enumerate().map(page).collect();
    Profile { connectivity: Connectivity { endpoints, portals, times: Vec::new() }, ..Profile::generic() }
}

/// A check without inputs.
pub(crate) fn call(path: &str, probe: ProbeKind, deadline: Duration) -> ProbeCall {
    ProbeCall { path: path.to_owned(), probe, inputs: IndexMap::new(), deadline }
}

/// Starts a check and waits for it as a screen does; and how long that took.
pub(crate) fn found(prober: &mut Background, call: &ProbeCall) -> (Finding, Duration) {
    let begin = Instant::now();
    prober.start(call);
    loop {
        if let Some(finding) = prober.poll(call, Duration::from_millis(80)) {
            return (finding, begin.elapsed());
        }
    }
}

/// The key of the reason why a finding is unknown.
pub(crate) fn reason(finding: &Finding) -> &str {
    finding.reason.as_ref().map_or("", |reason| reason.key.as_str())
}
