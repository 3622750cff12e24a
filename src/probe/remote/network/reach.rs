//! Reaching a host stage by stage: its name, a connection, a certificate that is right. That proves the host, whatever a
//! page on it would say.

use super::super::Net;
use super::super::failure::{Cause, Failure, Stage};
use super::super::resolve::{is_astray, lookup, with_port};
use super::judge::Outcome;
use rustls::pki_types::ServerName;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsConnector;

/// HTTPS.
const PORT: u16 = 443;

/// Addresses that are tried at most.
const MOST_ADDRESSES: usize = 6;

/// How long one address is waited for before the next is tried beside it (RFC 8305, section 5).
const TURN: Duration = Duration::from_millis(250);

/// Reaches a host, or says at which stage that ended. Where a proxy stands before it, it is asked for a page instead.
pub(super) async fn reach(net: &Net, host: &str, until: Instant) -> Outcome {
    let url = format!("https://{host}/");
    if net.proxied(&url) {
        let patience = until.saturating_duration_since(Instant::now());
        return match net.head(&url, patience).await {
            // Whatever it says, it is the host that says it: its certificate was right.
            Ok(_) => Outcome::ReachedByProxy,
            Err(failure) => Outcome::Failed(failure),
        };
    }
    match stages(net, host, until).await {
        Ok(()) => Outcome::Reached,
        Err(failure) => Outcome::Failed(failure),
    }
}

async fn stages(net: &Net, host: &str, until: Instant) -> Result<(), Failure> {
    let failed = |stage, cause| Failure { host: host.to_owned(), stage, cause };
    let silent = |stage| move |_| failed(stage, Cause::Silent);
    let (name, port) = with_port(host, PORT);
    let tls = net.tls().ok_or_else(|| failed(Stage::Tls, Cause::NoRoots))?;
    let server = ServerName::try_from(name.to_owned()).map_err(|_| failed(Stage::Name, Cause::NoAddress))?;

    let addresses = timeout_at(until, lookup(name, port)).await.map_err(silent(Stage::Name))?;
    let addresses = addresses.map_err(|_| failed(Stage::Name, Cause::NoAddress))?;
    // An address that a profile gives as such is meant; one that a name led to is not.
    let astray = name.parse::<IpAddr>().is_err() && addresses.iter().all(|address| is_astray(address.ip()));
    let later = |failure: Failure| if astray { failed(Stage::Name, Cause::Astray) } else { failure };

    let stream = timeout_at(until, connect(addresses)).await.map_err(silent(Stage::Connection)).map_err(later)?;
    let stream = stream.map_err(|error| later(Failure::at(host, Stage::Connection, &error)))?;

    let greeting = TlsConnector::from(Arc::clone(&tls)).connect(server, stream);
    let greeted = timeout_at(until, greeting).await.map_err(silent(Stage::Tls)).map_err(later)?;
    greeted.map_err(|error| later(Failure::at(host, Stage::Tls, &error)))?;
    Ok(())
}

/// The first connection that stands. Errors: why none does.
async fn connect(addresses: Vec<SocketAddr>) -> io::Result<TcpStream> {
    let mut waiting = alternating(addresses).into_iter().take(MOST_ADDRESSES);
    let mut attempts = JoinSet::new();
    let mut why: Option<io::Error> = None;
    loop {
        match waiting.next() {
            Some(address) => drop(attempts.spawn(TcpStream::connect(address))),
            None if attempts.is_empty() => return Err(why.unwrap_or_else(|| io::ErrorKind::AddrNotAvailable.into())),
            None => {}
        }
        match timeout(TURN, attempts.join_next()).await {
            Ok(Some(Ok(Ok(stream)))) => return Ok(stream),
            // A family of addresses that this computer has no way to says less than the other one.
            Ok(Some(Ok(Err(error)))) if why.as_ref().is_none_or(is_no_way) => why = Some(error),
            // Another one failed too, or the next has its turn.
            Ok(_) | Err(_) => {}
        }
    }
}

fn is_no_way(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NetworkUnreachable | io::ErrorKind::AddrNotAvailable)
}

/// One of each family in turn, beginning with the one that the system prefers.
fn alternating(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let first = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (preferred, other): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_ipv6() == first);
    let (mut preferred, mut other) = (preferred.into_iter(), other.into_iter());
    let mut all = Vec::new();
    loop {
        let two = [preferred.next(), other.next()];
        if two == [None, None] {
            return all;
        }
        all.extend(two.into_iter().flatten());
    }
}
