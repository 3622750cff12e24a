//! Names that lead nowhere or astray: a name server of our own, in a network of its own.
//!
//! Where the system allows no namespace, the fault matrix still has names that do not exist.

use super::{call, found, prober, profile, reason};
use crate::harness::alone::{alone, run_alone};
use crate::harness::server::{Authority, Certificate, Server, answer};
use std::net::UdpSocket;
use std::process::{Command, Stdio};
use std::thread::spawn;
use std::time::Duration;
use walletfix::flow::probe::ProbeKind;

const DEADLINE: Duration = Duration::from_secs(2);

/// Runs what follows where loopback is all there is, and the name server is on it.
const WORLD: &str = "ip link set lo up && ip address add 198.18.0.5/32 dev lo \
    && printf 'nameserver 127.0.0.1\\n' > \"$0\" && mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"";

const WAYS: [&[&str]; 2] =
    [&["unshare", "--net", "--mount"], &["unshare", "--user", "--map-root-user", "--net", "--mount"]];

/// What a name server says of a name, by its first label.
enum Said {
    Nothing,
    Code(u8),
    Address([u8; 4]),
}

fn said(label: &[u8]) -> Said {
    match label {
        b"silent" => Said::Nothing,
        b"broken" => Said::Code(2),
        b"home" => Said::Address([127, 0, 0, 1]),
        b"private" => Said::Address([10, 9, 9, 9]),
        b"nowhere" => Said::Address([0, 0, 0, 0]),
        b"fake" => Said::Address([198, 18, 0, 5]),
        b"far" => Said::Address([93, 184, 216, 34]),
        _ => Said::Code(3),
    }
}

/// A reply to a query (RFC 1035, section 4).
fn reply(query: &[u8]) -> Option<Vec<u8>> {
    let length = usize::from(*query.get(12)?);
    let label = query.get(13..13 + length)?;
    // The name ends with an empty label; type and class follow.
    let end = 12 + query.get(12..)?.iter().position(|byte| *byte == 0)? + 5;
    let is_v4 = query.get(end - 4..end - 2)? == [0, 1];
    let mut reply = query.get(..end)?.to_vec();
    (reply[2], reply[3]) = (0x81, 0x80);
    reply[6..12].fill(0);
    match said(label) {
        Said::Nothing => return None,
        Said::Code(code) => reply[3] |= code,
        Said::Address(address) if is_v4 => {
            reply[7] = 1;
            reply.extend_from_slice(&[0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4]);
            reply.extend_from_slice(&address);
        }
        Said::Address(_) => {}
    }
    Some(reply)
}

fn serve_names() {
    let socket = UdpSocket::bind("127.0.0.1:53").expect("the port of names");
    spawn(move || {
        let mut buffer = [0; 512];
        while let Ok((count, from)) = socket.recv_from(&mut buffer) {
            if let Some(reply) = reply(&buffer[..count]) {
                let _ = socket.send_to(&reply, from);
            }
        }
    });
}

fn quietly(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

#[test]
fn names_that_lead_nowhere_or_astray() {
    let Some(folder) = alone() else {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let file = file.path().to_str().expect("a path");
        let way = WAYS.into_iter().map(|way| [way, &["sh", "-c", WORLD, file]].concat());
        let way = way.into_iter().find(|way| quietly(Command::new(way[0]).args(&way[1..]).arg("true")));
        match way {
            Some(way) => run_alone(concat!(module_path!(), "::names_that_lead_nowhere_or_astray"), &way, |_| {}),
            None => eprintln!("measured: no namespace, so no name server"),
        }
        return;
    };
    let authority = Authority::written_to(&folder.join("ca.pem"));
    serve_names();
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
