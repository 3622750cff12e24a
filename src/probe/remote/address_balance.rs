//! To come.

use super::Net;
use crate::flow::probe::{Finding, ProbeCall};
use crate::i18n::Message;
use crate::probe::World;
use crate::profile::Profile;

pub(super) async fn check(_call: &ProbeCall, _world: &World, net: &Net) -> Finding {
    let request = super::net::Request {
        url: "https://example.com",
        json: None,
        accept: "*/*",
        patience: std::time::Duration::from_secs(1),
    };
    let _ = net.ask(&request).await.map_err(|f| f.message());
    Finding::unknown(Message::new("probe-not-available-yet"))
}

pub(super) fn hosts(_call: &ProbeCall, _profile: &Profile) -> Vec<String> {
    Vec::new()
}
