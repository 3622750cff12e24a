//! Offline means offline: not one packet, seen by the counters of a network namespace of its own.
//!
//! Where the system allows no namespace, listeners count connections instead.

use super::world::quietly;
use super::{call, found, prober, profile};
use crate::harness::alone::{alone, run_alone};
use crate::harness::server::{Authority, Server, TimeServer};
use std::process::Command;
use std::time::Duration;
use walletfix::flow::probe::ProbeKind;
use walletfix::profile::Endpoint;

/// Says to the test that the network is its own.
const MARK: &str = "WALLETFIX_TEST_NAMESPACE";

/// How to run something in a network of its own, on a system that allows it.
const WAYS: [&[&str]; 2] = [&["unshare", "--net", "--"], &["unshare", "--user", "--map-root-user", "--net", "--"]];

/// The deadline of the control, which waits for nobody.
const DEADLINE: Duration = Duration::from_secs(1);

/// How to run something in a network of its own here, the loopback device included; `None`: this system allows it to nobody.
pub(super) fn way() -> Option<&'static [&'static str]> {
    let works = |way: &&[&str]| quietly(Command::new(way[0]).args(&way[1..]).args(["ip", "link", "set", "lo", "up"]));
    WAYS.into_iter().find(works)
}

/// Runs the test of that path in a process and, where the system allows it, a network of its own.
#[track_caller]
pub(super) fn run_counted(test: &str) {
    let way = way();
    run_alone(test, way.unwrap_or_default(), |command| {
        command.env(MARK, if way.is_some() { "1" } else { "0" });
    });
}

/// What has been sent so far, on every device there is.
pub(super) struct Sent {
    namespace: bool,
}

impl Sent {
    /// Of the network that [`run_counted`] gave to this process; its loopback device is up from now on.
    pub(super) fn here() -> Self {
        let namespace = std::env::var(MARK).is_ok_and(|mark| mark == "1");
        if namespace {
            assert!(quietly(Command::new("ip").args(["link", "set", "lo", "up"])), "loopback comes up");
        }
        eprintln!("measured: {}", if namespace { "packets of a namespace" } else { "connections" });
        Self { namespace }
    }

    /// Packets and connections.
    pub(super) fn count(&self, server: &Server, time: &TimeServer) -> u64 {
        let seen = u64::try_from(server.connections() + time.packets()).expect("a count");
        if self.namespace { packets() } else { seen }
    }
}

/// Packets that left by any device, loopback among them.
fn packets() -> u64 {
    let table = std::fs::read_to_string("/proc/self/net/dev").expect("Linux counts packets");
    let counts = table.lines().filter_map(|line| line.split_once(':'));
    // Eight columns of what came, then bytes and packets of what left.
    counts.map(|(_, columns)| columns.split_whitespace().nth(9).and_then(|count| count.parse().ok()).unwrap_or(0)).sum()
}

#[test]
fn offline_sends_no_packet() {
    let Some(folder) = alone() else {
        return run_counted(concat!(module_path!(), "::offline_sends_no_packet"));
    };
    let sent = Sent::here();
    let _roots = Authority::written_to(&folder.join("ca.pem"));
    let (server, time) = (Server::silent(), TimeServer::new(|_| None));
    let mut profile = profile(&[server.host(), "walletfix.invalid".to_owned()], &[server.host()]);
    profile.connectivity.times = vec![Endpoint { host: time.host(), operator: "time".to_owned() }];

    let before = sent.count(&server, &time);
    let mut offline = prober(profile.clone()).offline();
    for (at, (_, probe)) in ProbeKind::ALL.into_iter().enumerate() {
        let _ = found(&mut offline, &call(&format!("check-{at}"), probe, DEADLINE));
    }
    assert_eq!(sent.count(&server, &time), before, "offline, and yet something was sent");

    // The same without it does send, so this test can fail.
    let mut online = prober(profile);
    for probe in [ProbeKind::Network, ProbeKind::Clock] {
        let before = sent.count(&server, &time);
        let _ = found(&mut online, &call(probe.id(), probe, DEADLINE));
        assert!(sent.count(&server, &time) > before, "{} was not seen to send anything", probe.id());
    }
}
