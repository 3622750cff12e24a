//! A computer that is set to use a proxy: its stages are the proxy's matter, so hosts are asked through it.

use super::{call, found, prober, profile, reason};
use crate::harness::alone::{alone, run_alone};
use crate::harness::server::{Asked, Authority, Certificate, Deed, Refusing, Server, answer};
use std::time::Duration;
use walletfix::flow::probe::{Finding, ProbeKind};

const DEADLINE: Duration = Duration::from_secs(3);

/// What a proxy does: a tunnel for HTTPS, and for plain HTTP the answer itself.
fn proxying(asked: &Asked) -> Deed {
    match asked.method.as_str() {
        "CONNECT" => Deed::Tunnel,
        _ => answer("204 No Content", &[], ""),
    }
}

/// The `network` check on good servers, one of them with a page.
fn network(folder: &std::path::Path) -> Finding {
    let authority = Authority::written_to(&folder.join("ca.pem"));
    let good = || Server::tls(&authority, Certificate::Good, |_| answer("200 OK", &[], ""));
    let (one, two, page) = (good(), good(), Server::plain(|_| answer("204 No Content", &[], "")));
    let mut prober = prober(profile(&[one.host(), two.host()], &[page.host()]));
    found(&mut prober, &call("net", ProbeKind::Network, DEADLINE)).0
}

#[test]
fn hosts_are_reached_through_the_proxy() {
    if let Some(folder) = alone() {
        let finding = network(&folder);
        assert_eq!(finding.value.key(), "online", "{finding:?}");
        assert_eq!(finding.observed.as_deref(), Some("reached 3/3; by proxy 2"));
        return;
    }
    let proxy = Server::plain(proxying);
    run_alone(concat!(module_path!(), "::hosts_are_reached_through_the_proxy"), &[], |command| {
        command.env("HTTPS_PROXY", proxy.url("")).env("http_proxy", proxy.url(""));
    });
    let asked = proxy.asked();
    let mut methods: Vec<&str> = asked.iter().map(|asked| asked.method.as_str()).collect();
    methods.sort_unstable();
    assert_eq!(methods, ["CONNECT", "CONNECT", "GET"]);
    for asked in &asked {
        let page = asked.path.starts_with("http://127.0.0.1:") && asked.path.ends_with("/204");
        assert!(page || asked.method == "CONNECT", "{asked:?}");
        assert_eq!((asked.header("cookie"), asked.header("accept-encoding")), (None, None), "{asked:?}");
    }
}

#[test]
fn a_host_that_needs_no_proxy_is_reached_without() {
    if let Some(folder) = alone() {
        let finding = network(&folder);
        assert_eq!(finding.observed.as_deref(), Some("reached 3/3"), "{finding:?}");
        return;
    }
    let proxy = Server::plain(proxying);
    run_alone(concat!(module_path!(), "::a_host_that_needs_no_proxy_is_reached_without"), &[], |command| {
        command.env("ALL_PROXY", proxy.url("")).env("NO_PROXY", "example.com,127.0.0.1");
    });
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn a_proxy_that_gives_no_way_is_no_proof_of_being_offline() {
    if let Some(folder) = alone() {
        let finding = network(&folder);
        assert_eq!((finding.value.key(), reason(&finding)), ("unknown", "net-proxy"), "{finding:?}");
        return;
    }
    let refusing = Refusing::new();
    let forbidding = Server::plain(|_| answer("403 Forbidden", &[], "<html>no</html>"));
    let name = concat!(module_path!(), "::a_proxy_that_gives_no_way_is_no_proof_of_being_offline");
    run_alone(name, &[], |command| {
        command.env("ALL_PROXY", format!("http://{}", refusing.host()));
    });
    run_alone(name, &[], |command| {
        // Plain HTTP it would answer itself.
        command.env("HTTPS_PROXY", forbidding.url("")).env("HTTP_PROXY", format!("http://{}", refusing.host()));
    });
    assert_eq!(forbidding.asked().len(), 2);
}
