//! Asking a time server: one packet there, one back (SNTP, RFC 4330).

use super::super::failure::{Cause, Failure, Stage};
use super::super::resolve::{lookup, with_port};
use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::net::UdpSocket;
use tokio::time::{timeout, timeout_at};

/// Bytes of a packet.
const PACKET: usize = 48;

/// NTP.
const PORT: u16 = 123;

/// How long one packet is waited for before another is sent: some get lost.
const AGAIN: Duration = Duration::from_millis(900);

/// Seconds from 1900, where NTP begins, to 1970.
const TO_1970: i128 = 2_208_988_800;

/// What NTP's seconds begin anew with, in 2036.
const ERA: i128 = 1 << 32;

/// How far this computer's clock is ahead of the server's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Skew {
    /// Milliseconds; negative: behind.
    pub(super) ahead: i128,
    /// Milliseconds by which that may be wrong.
    pub(super) margin: i128,
}

/// A packet to send: version 4, client; its transmit timestamp is only a number to recognize the reply by.
fn request(number: u64) -> [u8; PACKET] {
    let mut packet = [0; PACKET];
    packet[0] = 0x23;
    packet[40..].copy_from_slice(&number.to_be_bytes());
    packet
}

/// The skew that a reply shows. `sent` and `came`: this computer's clock in milliseconds since 1970. `None`: no reply to
/// `number`, or from a server that does not know the time itself.
fn skew(reply: &[u8], number: u64, sent: i128, came: i128) -> Option<Skew> {
    let reply: &[u8; PACKET] = reply.get(..PACKET)?.try_into().ok()?;
    let (leap, mode, stratum) = (reply[0] >> 6, reply[0] & 7, reply[1]);
    let field = |at: usize| reply.get(at..at + 8)?.try_into().ok().map(u64::from_be_bytes);
    let (originate, received, transmitted) = (field(24)?, field(32)?, field(40)?);
    if leap == 3 || mode != 4 || stratum == 0 || originate != number || transmitted == 0 {
        return None;
    }
    let (received, transmitted) = (milliseconds(received), milliseconds(transmitted));
    let away = (came - sent) - (transmitted - received);
    let ahead = -((received - sent) + (transmitted - came)) / 2;
    Some(Skew { ahead, margin: away.abs() / 2 + 10 })
}

/// A timestamp of NTP in milliseconds since 1970, in the era that is now (RFC 4330, section 3).
fn milliseconds(timestamp: u64) -> i128 {
    let (seconds, fraction) = (i128::from(timestamp >> 32), i128::from(timestamp & 0xffff_ffff));
    let era = if seconds < ERA / 2 { ERA } else { 0 };
    (seconds + era - TO_1970) * 1000 + fraction * 1000 / ERA
}

/// Asks until `until`. Errors: no reply that tells the time.
pub(super) async fn ask(host: &str, until: tokio::time::Instant) -> Result<Skew, Failure> {
    let failed = |stage, cause| Failure { host: host.to_owned(), stage, cause };
    let (name, port) = with_port(host, PORT);
    let addresses = timeout_at(until, lookup(name, port)).await.map_err(|_| failed(Stage::Name, Cause::Silent))?;
    let addresses = addresses.map_err(|_| failed(Stage::Name, Cause::NoAddress))?;
    let asking = async {
        let mut why = None;
        for address in addresses {
            match exchange(address).await {
                Ok(skew) => return Ok(skew),
                Err(error) => why = Some(error),
            }
        }
        Err(why.unwrap_or_else(|| io::ErrorKind::AddrNotAvailable.into()))
    };
    match timeout_at(until, asking).await {
        Ok(Ok(skew)) => Ok(skew),
        Ok(Err(error)) => Err(Failure::at(host, Stage::Connection, &error)),
        Err(_) => Err(failed(Stage::Http, Cause::Silent)),
    }
}

/// Sends packets until one is answered. Errors: the system cannot send there, or says that nobody listens.
async fn exchange(address: SocketAddr) -> io::Result<Skew> {
    let from = if address.is_ipv6() { "[::]:0" } else { "0.0.0.0:0" };
    let socket = UdpSocket::bind(from).await?;
    // From nobody else anything is taken.
    socket.connect(address).await?;
    loop {
        let (sent, clock) = (now(), Instant::now());
        let number = number(sent);
        socket.send(&request(number)).await?;
        let waiting = async {
            let mut reply = [0; 2 * PACKET];
            loop {
                let count = socket.recv(&mut reply).await?;
                let came = sent + i128::try_from(clock.elapsed().as_millis()).unwrap_or(i128::MAX);
                if let Some(skew) = skew(&reply[..count], number, sent, came) {
                    return Ok::<_, io::Error>(skew);
                }
            }
        };
        if let Ok(answered) = timeout(AGAIN, waiting).await {
            return answered;
        }
    }
}

/// The time of this computer, in milliseconds since 1970.
pub(super) fn now() -> i128 {
    let millis = |duration: Duration| i128::try_from(duration.as_millis()).unwrap_or(i128::MAX);
    SystemTime::now().duration_since(UNIX_EPOCH).map_or_else(|error| -millis(error.duration()), millis)
}

/// A number that nobody guesses, so that nobody can answer who has not seen the packet; the clock's where there is none.
fn number(now: i128) -> u64 {
    getrandom::u64().unwrap_or_else(|_| u64::try_from(now & i128::from(u64::MAX)).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::{PACKET, Skew, milliseconds, request, skew};
    use proptest::prelude::{any, proptest};

    /// 2026-11-22T00:00:00Z in both counts.
    const UNIX: i128 = 1_795_305_600_000;
    const NTP: u64 = 4_004_294_400 << 32;

    fn reply(first: u8, stratum: u8, number: u64, received: u64, transmitted: u64) -> [u8; PACKET] {
        let mut packet = [0; PACKET];
        (packet[0], packet[1]) = (first, stratum);
        packet[24..32].copy_from_slice(&number.to_be_bytes());
        packet[32..40].copy_from_slice(&received.to_be_bytes());
        packet[40..].copy_from_slice(&transmitted.to_be_bytes());
        packet
    }

    #[test]
    fn a_reply_tells_how_far_the_clock_is_off() {
        let half = 1 << 31;
        let fit = reply(0x24, 2, 7, NTP + half, NTP + half);
        // Sent at the full second, there half a second later, back at the next one: the clocks agree.
        assert_eq!(skew(&fit, 7, UNIX, UNIX + 1000), Some(Skew { ahead: 0, margin: 510 }));
        assert_eq!(skew(&fit, 7, UNIX + 7_200_000, UNIX + 7_201_000).map(|s| s.ahead), Some(7_200_000));
        assert_eq!(skew(&fit, 7, UNIX - 90_000, UNIX - 89_000).map(|s| s.ahead), Some(-90_000));
        assert_eq!(request(7)[0], 0x23);
    }

    #[test]
    fn a_reply_that_tells_nothing_is_dropped() {
        let whole =
            |first, stratum, number, transmitted| skew(&reply(first, stratum, number, NTP, transmitted), 7, UNIX, UNIX);
        assert!(whole(0x24, 1, 7, NTP).is_some());
        assert_eq!(whole(0x24, 0, 7, NTP), None, "a kiss of death");
        assert_eq!(whole(0xe4, 1, 7, NTP), None, "a clock that is not set");
        assert_eq!(whole(0x23, 1, 7, NTP), None, "our own packet");
        assert_eq!(whole(0x24, 1, 8, NTP), None, "a reply to another packet");
        assert_eq!(whole(0x24, 1, 7, 0), None, "no time");
        assert_eq!(skew(&reply(0x24, 1, 7, NTP, NTP)[..47], 7, UNIX, UNIX), None, "cut short");
    }

    #[test]
    fn seconds_begin_anew_in_2036() {
        assert_eq!(milliseconds(NTP), UNIX);
        assert_eq!(milliseconds(0), 2_085_978_496_000, "2036-02-07T06:28:16Z");
        assert_eq!(milliseconds(u64::MAX), 2_085_978_495_999);
    }

    proptest! {
        #[test]
        fn no_packet_breaks_it(packet: Vec<u8>, number: u64, sent in any::<i64>(), took in any::<u32>()) {
            let sent = i128::from(sent);
            let _ = skew(&packet, number, sent, sent + i128::from(took));
        }
    }
}
