//! A network of its own for a test: loopback is all there is, and the name server on it is ours.

use crate::harness::alone::run_alone;
use std::net::UdpSocket;
use std::process::{Command, Stdio};
use std::thread::spawn;

/// Says to a test that it has one.
const MARK: &str = "WALLETFIX_TEST_APART";

/// Runs what follows where loopback is all there is, and the name server is on it.
const WORLD: &str = "ip link set lo up && ip address add 198.18.0.5/32 dev lo \
    && printf 'nameserver 127.0.0.1\\n' > \"$0\" && mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"";

const WAYS: [&[&str]; 2] =
    [&["unshare", "--net", "--mount"], &["unshare", "--user", "--map-root-user", "--net", "--mount"]];

/// Runs the test of that path in a process and a network of its own; where the system allows none, in a process of its own.
#[track_caller]
pub(super) fn run_apart(test: &str) {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let file = file.path().to_str().expect("a path");
    let ways = WAYS.into_iter().map(|way| [way, &["sh", "-c", WORLD, file]].concat());
    let way = ways.into_iter().find(|way| quietly(Command::new(way[0]).args(&way[1..]).arg("true")));
    let mark = if way.is_some() { "1" } else { "0" };
    run_alone(test, &way.unwrap_or_default(), |command| {
        command.env(MARK, mark);
    });
}

/// Whether this process has a network of its own; its name server answers from now on.
pub(super) fn apart() -> bool {
    let apart = std::env::var(MARK).is_ok_and(|mark| mark == "1");
    if apart {
        serve_names();
    }
    apart
}

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

/// Whether that command succeeds; what it says is nobody's matter.
pub(super) fn quietly(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
