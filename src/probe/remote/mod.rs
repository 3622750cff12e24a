//! Checks over the network. Each asks, judges what came back with a pure function, and says unknown with the reason where
//! it could not see. What comes from the network is not trusted: parsed strictly, cleaned, cut.

mod address_balance;
mod chain;
pub mod clean;
mod clock;
mod failure;
pub mod latest_version;
mod net;
mod network;
pub mod quote;
pub mod reply;
mod resolve;
pub mod service_status;
mod stage;
mod tls;
mod tx_status;

pub(super) use net::{Net, host_of};

use super::World;
use super::check::lacks_input;
use crate::flow::probe::{Finding, ProbeCall, ProbeKind};
use crate::i18n::Message;
use crate::profile::Profile;
use std::time::Duration;

/// What a busy computer may need beyond a deadline to hand over what was found in time.
pub(super) const GRACE: Duration = Duration::from_millis(200);

/// Runs one check over the network, within its deadline.
pub(super) async fn check(call: &ProbeCall, world: &World, net: &Net) -> Finding {
    if lacks_input(call) {
        return Finding::unknown(Message::new("probe-input-missing"));
    }
    let checking = async {
        match call.probe {
            ProbeKind::Network => network::check(call, world, net).await,
            ProbeKind::ServiceStatus => service_status::check(call, world, net).await,
            ProbeKind::LatestVersion => latest_version::check(call, world, net).await,
            ProbeKind::Clock => clock::check(call, world, net).await,
            ProbeKind::TxStatus => tx_status::check(call, world, net).await,
            ProbeKind::AddressBalance => address_balance::check(call, world, net).await,
            // The pure ones need no network.
            _ => super::check(call, world),
        }
    };
    // A check that ends by itself can say more than that it was late, so it should; this is for the one that does not.
    match tokio::time::timeout(call.deadline + GRACE, checking).await {
        Ok(finding) => finding,
        Err(_) => Finding::unknown(too_late(call.deadline)),
    }
}

/// The hosts that a check would speak to, in the order in which it does; none for a check that could find out nothing.
pub(super) fn hosts(call: &ProbeCall, profile: &Profile) -> Vec<String> {
    match call.probe {
        ProbeKind::Network => network::hosts(profile),
        ProbeKind::ServiceStatus => service_status::hosts(profile),
        ProbeKind::LatestVersion => latest_version::hosts(call, profile),
        ProbeKind::Clock => clock::hosts(profile),
        ProbeKind::TxStatus => tx_status::hosts(call, profile),
        ProbeKind::AddressBalance => address_balance::hosts(call, profile),
        _ => Vec::new(),
    }
}

/// How long a check may wait for others, so that within its deadline it can still say which stage they were at.
fn patience(deadline: Duration) -> Duration {
    deadline.saturating_sub((deadline / 6).max(Duration::from_millis(200)))
}

/// Nothing came within the deadline.
pub fn too_late(deadline: Duration) -> Message {
    let seconds = i64::try_from(deadline.as_millis().div_ceil(1000)).unwrap_or(i64::MAX);
    Message::new("probe-too-late").with("seconds", seconds)
}
