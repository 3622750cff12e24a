//! The servers of the fault matrix, by the words of its table.

use super::data;
use crate::harness::server::{Asked, Authority, Certificate, Deed, Full, Refusing, Server, TimeServer, answer};
use jiff::fmt::rfc2822::DateTimePrinter;
use jiff::{SignedDuration, Timestamp};
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

/// A word of the table without its operator, and the operator.
pub(super) fn name(word: &str) -> (&str, Option<&str>) {
    word.split_once('@').map_or((word, None), |(fault, operator)| (fault, Some(operator)))
}

/// What a server does, and by how many seconds its clock is ahead.
pub(super) struct Fault<'t> {
    word: &'t str,
    ahead: i64,
}

impl<'t> Fault<'t> {
    /// `ok-7200`: `ok`, and its clock two hours behind.
    pub(super) fn named(word: &'t str) -> Self {
        let sign = word.rfind(['+', '-']).filter(|at| word[at + 1..].parse::<u32>().is_ok());
        match sign {
            Some(at) => Self { word: &word[..at], ahead: word[at..].parse().expect("seconds") },
            None => Self { word, ahead: 0 },
        }
    }
}

/// Servers that live as long as this does.
pub(super) struct Parts {
    authority: Arc<Authority>,
    kept: Vec<Box<dyn Any>>,
}

impl Parts {
    pub(super) fn new(authority: &Arc<Authority>) -> Self {
        Self { authority: Arc::clone(authority), kept: Vec::new() }
    }

    fn server(&mut self, server: Server) -> String {
        let host = server.host();
        self.kept.push(Box::new(server));
        host
    }

    /// A server below HTTP.
    fn below(&mut self, word: &str) -> Option<String> {
        let host = match word {
            "silent" => self.server(Server::silent()),
            "cutting" => self.server(Server::cutting()),
            "full" => {
                let full = Full::new();
                let host = full.host();
                self.kept.push(Box::new(full));
                host
            }
            "refusing" => {
                let refusing = Refusing::new();
                let host = refusing.host();
                self.kept.push(Box::new(refusing));
                host
            }
            // No name ends in this (RFC 6761, section 6.4).
            "unnamed" => "walletfix.invalid".to_owned(),
            _ => return None,
        };
        Some(host)
    }

    /// A host that should show a certificate, or a time server.
    pub(super) fn host(&mut self, fault: &Fault<'_>) -> String {
        let (word, ahead) = (fault.word, fault.ahead);
        if let Some(host) = self.below(word) {
            return host;
        }
        if let Some(reply) = time(word) {
            let server = TimeServer::new(move |packet| reply(packet, ahead));
            let host = server.host();
            self.kept.push(Box::new(server));
            return host;
        }
        let certificate = match word {
            "good" | "json" | "aged" | "undated" | "misdated" => Certificate::Good,
            "wrong-name" => Certificate::WrongName,
            "self-signed" => Certificate::SelfSigned,
            "expired" => Certificate::Expired,
            "not-yet" => Certificate::NotYet,
            "plain" => return self.server(Server::plain(move |_| answer("400 Bad Request", &[], ""))),
            "refused-time" => {
                // A port that was free a moment ago, of the kind that time servers have.
                let socket = std::net::UdpSocket::bind("127.0.0.1:0").expect("a port");
                return socket.local_addr().expect("an address").to_string();
            }
            _ => panic!("{word} is no host"),
        };
        let page = word.to_owned();
        let server = Server::tls(&self.authority, certificate, move |asked| deed(&page, ahead, asked));
        self.server(server)
    }

    /// A host with a page over plain HTTP.
    pub(super) fn page(&mut self, fault: &Fault<'_>) -> String {
        let (word, ahead) = (fault.word.to_owned(), fault.ahead);
        match self.below(&word) {
            Some(host) => host,
            None => self.server(Server::plain(move |asked| deed(&word, ahead, asked))),
        }
    }
}

/// The date header of a clock that is so many seconds ahead.
fn date(ahead: i64) -> String {
    let now = Timestamp::now() + SignedDuration::from_secs(ahead);
    DateTimePrinter::new().timestamp_to_rfc9110_string(&now).expect("a date")
}

fn deed(word: &str, ahead: i64, asked: &Asked) -> Deed {
    let date = date(ahead);
    let date = ("Date", date.as_str());
    let unending = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".to_vec();
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<html>".to_vec();
    match word {
        "ok" | "good" | "wrong-name" | "self-signed" | "expired" | "not-yet" => answer("204 No Content", &[date], ""),
        "aged" => answer("204 No Content", &[date, ("Age", "60")], ""),
        "undated" => answer("204 No Content", &[], ""),
        "misdated" => answer("204 No Content", &[("Date", "Tue, 19 Mar 2026 12:00:00 GMT")], ""),
        "302" => answer("302 Found", &[("Location", "http://10.1.1.1/login?to=http://127.0.0.1/")], ""),
        "302-here" => answer("302 Found", &[("Location", asked.path.as_str())], ""),
        "ansi" => answer("302 Found", &[("Location", "http://\u{1b}[2Jevil.example/")], ""),
        "login" => answer("200 OK", &[date, ("Content-Type", "text/html")], "<html><form>Wi-Fi 登录</form></html>"),
        "511" => answer("511 Network Authentication Required", &[], "<html>login</html>"),
        "503" => answer("503 Service Unavailable", &[], "later"),
        "hang" => Deed::Hang,
        "cut" => Deed::Cut,
        "slow" => Deed::Drip(half, vec![b'x'; 994], Duration::from_millis(50)),
        "stall" => Deed::Stall(half),
        "short" => Deed::Say(half),
        "huge" => Deed::Endless(unending, vec![b'x'; 64 * 1024]),
        "garbled" => Deed::Say(b"SSH-2.0-OpenSSH_9.9\r\n\r\n".to_vec()),
        "bomb" => {
            let headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")];
            answer("200 OK", &headers, include_bytes!("bomb.gz"))
        }
        _ => match data::said(word, asked) {
            Some(body) => answer("200 OK", &[date, ("Content-Type", "application/json")], body),
            None => panic!("{word} is no page"),
        },
    }
}

/// What a time server makes of a packet.
type Reply = fn(&[u8], i64) -> Option<Vec<u8>>;

fn time(word: &str) -> Option<Reply> {
    Some(match word {
        "time" => |packet, ahead| Some(reply(packet, ahead)),
        "mute-time" => |_, _| None,
        "kiss-time" => |packet, ahead| {
            let mut reply = reply(packet, ahead);
            reply[1] = 0;
            Some(reply)
        },
        "other-time" => |packet, ahead| {
            let mut reply = reply(packet, ahead);
            reply[31] ^= 1;
            Some(reply)
        },
        _ => return None,
    })
}

/// A reply to an SNTP packet (RFC 4330) by a clock that is so many seconds ahead.
pub(super) fn reply(packet: &[u8], ahead: i64) -> Vec<u8> {
    let now = Timestamp::now() + SignedDuration::from_secs(ahead);
    let seconds = u32::try_from(now.as_second() + 2_208_988_800).expect("before 2036");
    let fraction = u32::try_from((i64::from(now.subsec_nanosecond()) << 32) / 1_000_000_000).expect("under a second");
    let mut reply = vec![0; 48];
    (reply[0], reply[1]) = (0x24, 2);
    reply[24..32].copy_from_slice(&packet[40..48]);
    for at in [32, 40] {
        reply[at..at + 4].copy_from_slice(&seconds.to_be_bytes());
        reply[at + 4..at + 8].copy_from_slice(&fraction.to_be_bytes());
    }
    reply
}
