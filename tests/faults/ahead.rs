//! Found before anybody asked for it: it waits for its step, however long somebody reads, and nobody is asked again.

use super::{call, prober, profile};
use crate::harness::alone::{alone, run_alone};
use crate::harness::server::{Authority, Server};
use std::thread::sleep;
use std::time::{Duration, Instant};
use walletfix::flow::probe::ProbeKind;
use walletfix::probe::Prober;

const DEADLINE: Duration = Duration::from_millis(400);

#[test]
fn what_was_found_ahead_of_its_step_waits_for_it() {
    let Some(folder) = alone() else {
        return run_alone(concat!(module_path!(), "::what_was_found_ahead_of_its_step_waits_for_it"), &[], |_| {});
    };
    let _roots = Authority::written_to(&folder.join("ca.pem"));
    let server = Server::cutting();
    let mut prober = prober(profile(&[server.host(), server.host()], &[server.host()]));
    let call = call("net", ProbeKind::Network, DEADLINE);
    let began = Instant::now();
    prober.start(&call);
    sleep(3 * DEADLINE);
    let asked = server.connections();
    assert!(asked >= 3, "{asked} connections");
    prober.start(&call);
    let finding = prober.poll(&call, Duration::ZERO).expect("it was found long ago");
    assert_eq!(finding.reason.map(|reason| reason.key).as_deref(), Some("net-cut"));
    assert!(
        finding.elapsed < began.elapsed() / 2,
        "the time that it took, not that it lay there: {:?}",
        finding.elapsed
    );
    assert_eq!(server.connections(), asked, "nobody is asked again");
}
