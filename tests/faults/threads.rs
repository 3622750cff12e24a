//! Threads: none before the first check over the network, one with it, none left afterwards.

use super::{call, found, prober, profile, reason};
use crate::harness::alone::{alone, run_alone};
use crate::harness::server::{Authority, Server, answer};
use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::{Duration, Instant};
use walletfix::flow::probe::{ProbeCall, ProbeKind};
use walletfix::flow::value::Value;
use walletfix::probe::{Background, Prober};

const DEADLINE: Duration = Duration::from_secs(5);

/// The names of this process's threads, by number.
fn threads() -> BTreeMap<u32, String> {
    let tasks = std::fs::read_dir("/proc/self/task").expect("Linux says which threads there are");
    tasks
        .filter_map(|task| {
            let task = task.ok()?;
            let name = std::fs::read_to_string(task.path().join("comm")).ok()?;
            Some((task.file_name().to_str()?.parse().ok()?, name.trim().to_owned()))
        })
        .collect()
}

/// Waits until there are no threads but `before`. Errors: the others.
fn gone(before: &BTreeMap<u32, String>, patience: Duration) -> Result<(), Vec<String>> {
    let begin = Instant::now();
    loop {
        let left: Vec<String> =
            threads().into_iter().filter(|(id, _)| !before.contains_key(id)).map(|(_, n)| n).collect();
        if left.is_empty() {
            return Ok(());
        }
        if begin.elapsed() > patience {
            return Err(left);
        }
        sleep(Duration::from_millis(5));
    }
}

/// Waits for what comes soon.
#[track_caller]
fn wait_until(there: impl Fn() -> bool) {
    let begin = Instant::now();
    while !there() {
        assert!(begin.elapsed() < Duration::from_secs(3), "it does not come about");
        sleep(Duration::from_millis(5));
    }
}

fn pure() -> ProbeCall {
    let mut call = call("address", ProbeKind::Address, DEADLINE);
    call.inputs.insert("address".to_owned(), Value::Text("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq".to_owned()));
    call
}

#[test]
fn nothing_starts_before_the_first_check_over_the_network_and_nothing_is_left() {
    let Some(folder) = alone() else {
        let name = "::nothing_starts_before_the_first_check_over_the_network_and_nothing_is_left";
        return run_alone(&format!("{}{name}", module_path!()), &[], |_| {});
    };
    let _roots = Authority::written_to(&folder.join("ca.pem"));
    let silent = Server::silent();
    // The listener's thread names itself a little after it starts.
    sleep(Duration::from_millis(20));
    let before = threads();
    let mut prober = prober(profile(&[silent.host()], &[silent.host()]));
    let (finding, _) = found(&mut prober, &pure());
    assert_eq!(finding.value.key(), "valid");
    assert_eq!(threads(), before, "a pure check needs no thread");

    let net = call("net", ProbeKind::Network, DEADLINE);
    prober.start(&net);
    wait_until(|| silent.connections() == 2);
    assert_eq!(prober.poll(&net, Duration::ZERO), None);
    let running: Vec<String> = threads().into_values().filter(|name| name == "checks").collect();
    assert_eq!(running.len(), 1, "one thread for all checks: {:?}", threads());

    let begin = Instant::now();
    drop(prober);
    assert!(begin.elapsed() < Duration::from_secs(2), "nobody waits for a check that hangs: {:?}", begin.elapsed());
    // Those that the server has for its two connections end when it sees that nobody is there any more.
    assert_eq!(gone(&before, Duration::from_secs(2)), Ok(()));
}

#[test]
fn without_a_network_no_thread_starts_at_all() {
    if alone().is_none() {
        let name = "::without_a_network_no_thread_starts_at_all";
        return run_alone(&format!("{}{name}", module_path!()), &[], |_| {});
    }
    let before = threads();
    let mut prober: Background = prober(profile(&["127.0.0.1:9".to_owned()], &[])).offline();
    for (at, (_, probe)) in ProbeKind::ALL.into_iter().enumerate() {
        prober.start(&call(&format!("check-{at}"), probe, DEADLINE));
    }
    assert_eq!(threads(), before);
}

#[test]
fn twenty_checks_that_hang_end_within_six_seconds_together_each_saying_where() {
    let silent = Server::silent();
    let mut prober = prober(profile(&[silent.host(), silent.host()], &[silent.host()]));
    let calls: Vec<ProbeCall> = (0..20).map(|at| call(&format!("net-{at}"), ProbeKind::Network, DEADLINE)).collect();
    let begin = Instant::now();
    for call in &calls {
        prober.start(call);
    }
    assert!(begin.elapsed() < Duration::from_secs(1), "starting never waits: {:?}", begin.elapsed());
    for call in &calls {
        let (finding, _) = found(&mut prober, call);
        assert_eq!((finding.value.clone(), reason(&finding)), (Value::Unknown, "net-silent"));
    }
    assert!(begin.elapsed() < Duration::from_secs(6), "{:?}", begin.elapsed());
}

#[test]
fn a_check_that_is_no_longer_wanted_lets_go_of_its_connections() {
    let silent = Server::plain(|_| answer("204 No Content", &[], ""));
    let hanging = Server::silent();
    let mut prober = prober(profile(&[hanging.host()], &[silent.host()]));
    prober.start(&call("net", ProbeKind::Network, DEADLINE));
    wait_until(|| hanging.connections() == 1);
    // Somebody says where they are: whatever was found, or is being looked for, holds for another place.
    prober.locate(Some("CN"), None);
    wait_until(|| hanging.open() == 0);
}
