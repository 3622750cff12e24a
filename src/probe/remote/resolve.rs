//! Names to addresses, as this computer looks them up: its hosts file, its VPN, its resolver.

use super::failure::Stage;
use super::stage;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::fmt;
use std::net::{IpAddr, SocketAddr, UdpSocket};

/// The system's resolver, with failures that can be told from others.
#[derive(Debug, Default)]
pub(super) struct SystemResolver;

/// A name that could not be looked up.
#[derive(Debug)]
pub(super) struct Unresolved(pub(super) String);

impl fmt::Display for Unresolved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no address for {}", self.0)
    }
}

impl std::error::Error for Unresolved {}

impl Resolve for SystemResolver {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            stage::note(Stage::Name);
            let addresses: Addrs = Box::new(lookup(name.as_str(), 0).await?.into_iter());
            stage::note(Stage::Connection);
            Ok(addresses)
        })
    }
}

/// A host and its port; `usual` where it names none.
pub(super) fn with_port(host: &str, usual: u16) -> (&str, u16) {
    match host.rsplit_once(':') {
        Some((name, port)) => (name, port.parse().unwrap_or(usual)),
        None => (host, usual),
    }
}

/// The addresses of a host; never none.
pub(super) async fn lookup(host: &str, port: u16) -> Result<Vec<SocketAddr>, Unresolved> {
    let unresolved = || Unresolved(host.to_owned());
    let addresses: Vec<SocketAddr> = tokio::net::lookup_host((host, port)).await.map_err(|_| unresolved())?.collect();
    if addresses.is_empty() { Err(unresolved()) } else { Ok(addresses) }
}

/// Whether no host of the internet has such an address: this computer itself, nowhere, or a private network. A name that
/// resolves to one was blocked or sent astray (hosts file, a resolver that filters, a sign-in page).
///
/// Not 198.18.0.0/15, which local proxies give out for every name (RFC 2544), nor 100.64.0.0/10 (RFC 6598).
pub(super) fn is_astray(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_unspecified() || v4.is_private() || v4.is_link_local(),
        IpAddr::V6(v6) => {
            let mapped = v6.to_ipv4_mapped().is_some_and(|v4| is_astray(IpAddr::V4(v4)));
            mapped || v6.is_loopback() || v6.is_unspecified() || v6.is_unique_local() || v6.is_unicast_link_local()
        }
    }
}

/// Whether this computer knows a way to the internet at all. Asks its own routing table; nothing is sent.
pub(super) fn has_route() -> bool {
    // Connecting a UDP socket only looks up the way. The addresses are well-known resolvers, for want of a better example.
    let ways = [("0.0.0.0:0", "1.1.1.1:53"), ("[::]:0", "[2606:4700:4700::1111]:53")];
    ways.iter().any(|(from, to)| UdpSocket::bind(from).and_then(|socket| socket.connect(to)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::is_astray;

    #[test]
    fn addresses_that_no_host_of_the_internet_has() {
        for astray in [
            "127.0.0.1",
            "0.0.0.0",
            "10.1.1.1",
            "172.16.0.9",
            "192.168.1.1",
            "169.254.1.1",
            "::1",
            "::",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
        ] {
            assert!(is_astray(astray.parse().expect("an address")), "{astray}");
        }
        for sound in ["93.184.216.34", "198.18.0.5", "198.19.255.1", "100.64.0.1", "172.32.0.1", "2606:4700::1111"] {
            assert!(!is_astray(sound.parse().expect("an address")), "{sound}");
        }
    }
}
