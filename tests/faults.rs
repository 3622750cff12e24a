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

use crate::harness::server::Authority;
use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::Path;
use std::sync::Arc;
use std::thread::scope;
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

/// Runs every case of a table at once, since most of them only wait, as often as that; the program trusts whoever the
/// authority in `folder` vouches for.
#[track_caller]
fn none_wrong<C: Sync>(
    table: &[C],
    rounds: u32,
    folder: &Path,
    run: impl Fn(&C, &Arc<Authority>) -> Result<(), String> + Sync,
) {
    let authority = Arc::new(Authority::written_to(&folder.join("ca.pem")));
    let mut wrong = Vec::new();
    for round in 1..=rounds {
        scope(|scope| {
            let runs: Vec<_> = table.iter().map(|case| scope.spawn(|| run(case, &authority))).collect();
            let results = runs.into_iter().map(|run| run.join().expect("a case does not panic"));
            wrong.extend(results.filter_map(Result::err).map(|found| format!("round {round}: {found}")));
        });
    }
    assert!(wrong.is_empty(), "{} wrong of {}:\n{}", wrong.len(), table.len() * rounds as usize, wrong.join("\n"));
}
