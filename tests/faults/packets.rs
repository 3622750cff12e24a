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

/// Whether that works here, the loopback device included.
fn works(way: &[&str]) -> bool {
    quietly(Command::new(way[0]).args(&way[1..]).args(["ip", "link", "set", "lo", "up"]))
}

/// What has been sent so far, on every device there is.
struct Sent {
    namespace: bool,
}

impl Sent {
    /// Packets and connections.
    fn count(&self, server: &Server, time: &TimeServer) -> u64 {
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
        let name = concat!(module_path!(), "::offline_sends_no_packet");
        let way = WAYS.into_iter().find(|way| works(way));
        let mark = if way.is_some() { "1" } else { "0" };
        return run_alone(name, way.unwrap_or_default(), |command| {
            command.env(MARK, mark);
        });
    };
    let namespace = std::env::var(MARK).is_ok_and(|mark| mark == "1");
    if namespace {
        assert!(quietly(Command::new("ip").args(["link", "set", "lo", "up"])), "loopback comes up");
    }
    let _roots = Authority::written_to(&folder.join("ca.pem"));
    let (server, time) = (Server::silent(), TimeServer::new(|_| None));
    let mut profile = profile(&[server.host(), "walletfix.invalid".to_owned()], &[server.host()]);
    profile.connectivity.times = vec![Endpoint { host: time.host(), operator: "time".to_owned() }];
    let sent = Sent { namespace };

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
    eprintln!("measured: {}", if namespace { "packets of a namespace" } else { "connections" });
}
