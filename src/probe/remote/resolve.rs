//! Names to addresses, as this computer looks them up: its hosts file, its VPN, its resolver.

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::fmt;
use std::net::SocketAddr;

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
            let addresses: Addrs = Box::new(lookup(name.as_str(), 0).await?.into_iter());
            Ok(addresses)
        })
    }
}

/// The addresses of a host; never none.
pub(super) async fn lookup(host: &str, port: u16) -> Result<Vec<SocketAddr>, Unresolved> {
    let unresolved = || Unresolved(host.to_owned());
    let addresses: Vec<SocketAddr> = tokio::net::lookup_host((host, port)).await.map_err(|_| unresolved())?.collect();
    if addresses.is_empty() { Err(unresolved()) } else { Ok(addresses) }
}
