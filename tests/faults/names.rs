//! Names that lead nowhere or astray: a name server of our own, in a network of its own.
//!
//! Where the system allows no namespace, the fault matrix still has names that do not exist.

use super::world::{apart, quietly, run_apart};
use super::{call, found, prober, profile, reason};
use crate::harness::alone::alone;
use crate::harness::server::{Authority, Certificate, Server, answer};
use std::process::Command;
use std::time::Duration;
use walletfix::flow::probe::ProbeKind;

const DEADLINE: Duration = Duration::from_secs(2);

#[test]
fn names_that_lead_nowhere_or_astray() {
    let Some(folder) = alone() else {
        return run_apart(concat!(module_path!(), "::names_that_lead_nowhere_or_astray"));
    };
    if !apart() {
        return eprintln!("measured: no namespace, so no name server");
    }
    let authority = Authority::written_to(&folder.join("ca.pem"));
    let good = Server::tls(&authority, Certificate::Good, |_| answer("200 OK", &[], ""));
    let page = Server::plain(|_| answer("204 No Content", &[], ""));
    let (good, page) = (good.host(), page.host());

    let look = |probe: ProbeKind, hosts: &str, pages: &str| {
        let list = |words: &str| -> Vec<String> {
            let host = |word: &str| match word {
                "good" => good.clone(),
                "page" => page.clone(),
                name => format!("{name}.example:9"),
            };
            words.split(' ').map(host).collect()
        };
        let profile = profile(&list(hosts), &list(pages));
        let (finding, _) = found(&mut prober(profile), &call("names", probe, DEADLINE));
        let why = reason(&finding).to_owned();
        let word = if why.is_empty() { finding.value.key().to_owned() } else { why };
        (word, finding.observed.unwrap_or_default())
    };
    let without_a_way_out = [
        ("good gone", "page", "filtered", "dns no-address"),
        ("good broken", "page", "filtered", "dns no-address"),
        ("good silent", "page", "filtered", "dns silent"),
        ("good home", "page", "filtered", "dns astray"),
        ("good private", "page", "filtered", "dns astray"),
        ("good nowhere", "page", "filtered", "dns astray"),
        // What a local proxy gives out for every name is no sign of anything.
        ("good fake", "page", "filtered", "tcp refused"),
        ("good far", "page", "filtered", "tcp unreachable"),
        ("far far", "far", "offline", "tcp unreachable"),
        ("gone broken", "gone", "offline", "dns no-address"),
        ("gone private", "gone", "net-astray", "dns astray"),
    ];
    for (hosts, pages, expected, observed) in without_a_way_out {
        let (word, seen) = look(ProbeKind::Network, hosts, pages);
        assert!(word == expected && seen.contains(observed), "{hosts}, {pages}: {word} [{seen}]");
    }
    assert!(quietly(Command::new("ip").args(["route", "add", "default", "dev", "lo"])), "a way out");
    let with_one = [
        (ProbeKind::Network, "gone broken", "gone", "net-dns"),
        (ProbeKind::Network, "silent silent", "silent", "net-dns"),
        (ProbeKind::Network, "gone far", "far", "offline"),
        (ProbeKind::Clock, "gone broken", "gone", "net-no-address"),
        (ProbeKind::Clock, "silent silent", "silent", "net-silent-name"),
    ];
    for (probe, hosts, pages, expected) in with_one {
        let (word, seen) = look(probe, hosts, pages);
        assert_eq!(word, expected, "{hosts}, {pages}: [{seen}]");
    }
}
