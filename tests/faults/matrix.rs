//! The fault matrix: what each misbehaviour must be called, within its deadline, time and again.

use super::parts::{Fault, Parts, name};
use super::world::{apart, run_apart};
use super::{call, found, none_wrong, prober, profile, reason};
use crate::harness::alone::{alone, run_alone};
use crate::harness::cases;
use crate::harness::server::Authority;
use std::sync::Arc;
use std::time::Duration;
use walletfix::flow::probe::ProbeKind;
use walletfix::flow::value::Value;
use walletfix::profile::{Connectivity, Endpoint, Portal, Profile};

/// What a finding may take beyond its deadline: getting from one thread to another on a machine that has much to do.
pub(super) const BEYOND: Duration = Duration::from_millis(500);

struct Case<'t> {
    check: ProbeKind,
    deadline: Duration,
    provider: &'t str,
    hosts: Vec<&'t str>,
    pages: Vec<&'t str>,
    times: Vec<&'t str>,
    result: &'t str,
    says: &'t str,
    name: &'t str,
}

fn table() -> Vec<Case<'static>> {
    let rows = include_str!("matrix.tsv").lines().filter(|line| !line.starts_with('#'));
    let list = |cell: &'static str| cell.split(' ').filter(|word| *word != "-").collect();
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [check, deadline, provider, hosts, pages, times, result, says, name] = cells[..] else {
            panic!("{row}: not nine cells");
        };
        let check = ProbeKind::named(check).expect("a check");
        let deadline = Duration::from_millis(deadline.parse().expect("milliseconds"));
        let (hosts, pages, times) = (list(hosts), list(pages), list(times));
        Case { check, deadline, provider, hosts, pages, times, result, says, name }
    })
    .collect()
}

/// Runs one case against servers of its own. Errors: what was found instead.
fn run(case: &Case<'_>, authority: &Arc<Authority>) -> Result<(), String> {
    let mut parts = Parts::new(authority);
    let mut endpoint = |kind: &str, at: usize, word: &str| {
        let (fault, operator) = name(word);
        let host = parts.host(&Fault::named(fault));
        Endpoint { host, operator: operator.map_or_else(|| format!("{kind} {at}"), str::to_owned) }
    };
    let provider: Vec<String> =
        [case.provider].iter().filter(|word| **word != "-").map(|word| endpoint("provider", 0, word).host).collect();
    let endpoints = case.hosts.iter().enumerate().map(|(at, word)| endpoint("host", at, word)).collect();
    let times = case.times.iter().enumerate().map(|(at, word)| endpoint("time", at, word)).collect();
    let page = |(at, word): (usize, &&str)| {
        let (fault, operator) = name(word);
        let url = format!("http://{}/204", parts.page(&Fault::named(fault)));
        let operator = operator.map_or_else(|| format!("page {at}"), str::to_owned);
        Portal { url, operator, status: 204, body: None }
    };
    let portals = case.pages.iter().enumerate().map(page).collect();
    let connectivity = Connectivity { endpoints, portals, times };
    let profile = Profile { official_domains: provider, connectivity, ..Profile::generic() };
    let (finding, took) = found(&mut prober(profile), &call("net", case.check, case.deadline));
    let result = match &finding.value {
        Value::Choice(word) => word.as_str(),
        _ => "unknown",
    };
    let observed = finding.observed.as_deref().unwrap_or_default();
    let says = if result == "unknown" { reason(&finding) == case.says } else { observed.contains(case.says) };
    if result == case.result && says && took < case.deadline + BEYOND {
        return Ok(());
    }
    Err(format!("{}: {result} {} [{observed}] after {took:?}", case.name, reason(&finding)))
}

#[test]
fn every_fault_is_called_by_its_name_within_its_deadline() {
    let Some(folder) = alone() else {
        return run_apart(concat!(module_path!(), "::every_fault_is_called_by_its_name_within_its_deadline"));
    };
    // Which names do not exist is then not the matter of whoever runs the name server of this computer.
    apart();
    let (table, rounds) = (table(), cases(2));
    none_wrong(&table, rounds, &folder, run);
    eprintln!("measured: {} cases, {rounds} rounds, none wrong", table.len());
}

#[test]
fn a_computer_without_roots_says_so() {
    if alone().is_none() {
        // The file that it is told to trust does not come about.
        return run_alone(concat!(module_path!(), "::a_computer_without_roots_says_so"), &[], |_| {});
    }
    let hosts = ["127.0.0.1:9".to_owned()];
    for check in [ProbeKind::Network, ProbeKind::Clock] {
        let (finding, _) = found(&mut prober(profile(&hosts, &hosts)), &call("net", check, Duration::from_secs(2)));
        assert_eq!((finding.value.key(), reason(&finding)), ("unknown", "net-no-roots"), "{finding:?}");
    }
}
