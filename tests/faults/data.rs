//! One host that is asked for data, and misbehaves: what each check that reads data must say of it, within its deadline.

use super::matrix::BEYOND;
use super::parts::{Fault, Parts};
use super::world::{apart, run_apart};
use super::{call, found, none_wrong, prober, reason};
use crate::harness::alone::alone;
use crate::harness::cases;
use crate::harness::server::{Asked, Authority};
use jiff::Timestamp;
use serde_json::{Value as Json, from_str, json};
use std::sync::Arc;
use std::time::Duration;
use walletfix::flow::probe::{Finding, ProbeKind};
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::profile::{Explorer, ExplorerKind, Profile, VersionSource};

const BITCOIN: &str = "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16";
const ETHEREUM: &str = "0x5ec2a2868ecf6497bea7a36fdb2aaf5e1d7488e4a966440af14e4f636d7f23e0";
const BLOCK: &str = "00000000d1145790a8694403d4063f323d499e655c83426834d4ce2f8dd4a2ee";
const TRON: &str = "TUypRbajp5NxbjSotQUaZydFgdpT9KSUy1";

/// The checks of the table's columns: the kind, its inputs.
const CHECKS: [(ProbeKind, &[(&str, &str)]); 5] = [
    (ProbeKind::ServiceStatus, &[]),
    (ProbeKind::LatestVersion, &[("platform", "android")]),
    (ProbeKind::TxStatus, &[("tx", BITCOIN), ("chain", "bitcoin")]),
    (ProbeKind::TxStatus, &[("tx", ETHEREUM), ("chain", "ethereum")]),
    (ProbeKind::AddressBalance, &[("address", TRON), ("chain", "tron")]),
];

/// A provider all of whose data lies on that host.
fn profile(url: &str) -> Profile {
    let mut profile = Profile::generic();
    profile.values.insert("status-page".to_owned(), Value::Text(url.to_owned()));
    profile.versions.insert("android".to_owned(), VersionSource::Feed(format!("{url}/version.json")));
    for (chain, kind) in
        [("bitcoin", ExplorerKind::Esplora), ("ethereum", ExplorerKind::EthereumRpc), ("tron", ExplorerKind::Tron)]
    {
        profile.explorers.insert(chain.to_owned(), Explorer { kind, url: url.to_owned() });
    }
    profile
}

/// What such a host says; `None`: no such fault.
pub(super) fn said(fault: &str, asked: &Asked) -> Option<String> {
    let path = asked.path.as_str();
    Some(match fault {
        "json" | "json-ansi" | "json-words" => match path {
            "/api/v2/summary.json" => page(fault),
            "/version.json" => version(fault),
            "/wallet/getaccount" => account(fault),
            "/" => node(fault, &asked.body),
            "/blocks/tip/height" => "880000".to_owned(),
            _ => transaction(fault),
        },
        "json-half" => r#"{"status": {"indicator": "minor", "descr"#.to_owned(),
        "json-other" => "[1, 2, 3]".to_owned(),
        "json-raw" => "{\"version\": \"\u{1b}[2J3.1.0\", \"status\": {\"indicator\": \"minor\"}}".to_owned(),
        "json-deep" => "[".repeat(100_000),
        _ => return None,
    })
}

/// What a screen must never be sent.
const ESCAPES: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{202e}";

fn page(fault: &str) -> String {
    let (words, indicator) = match fault {
        "json-ansi" => (format!("Slow{ESCAPES} today"), "minor"),
        "json-words" => ("Slow".to_owned(), "as ever"),
        _ => ("Slow".to_owned(), "minor"),
    };
    json!({ "page": { "name": "Shop" }, "status": { "indicator": indicator, "description": words } }).to_string()
}

fn version(fault: &str) -> String {
    let version = match fault {
        "json-ansi" => format!("v3.1.0{ESCAPES}"),
        "json-words" => "the newest".to_owned(),
        _ => "3.1.0".to_owned(),
    };
    json!({ "version": version }).to_string()
}

fn transaction(fault: &str) -> String {
    let confirmed = if fault == "json-words" { json!("yes") } else { json!(true) };
    let hash = if fault == "json-ansi" { ESCAPES } else { BLOCK };
    json!({ "confirmed": confirmed, "block_height": 170, "block_hash": hash }).to_string()
}

fn account(fault: &str) -> String {
    match fault {
        "json-ansi" => json!({ "Error": ESCAPES }),
        "json-words" => json!({ "address": "41d087f5a720581017fa2983188c2bc81550d77aa5", "balance": "much" }),
        _ => json!({ "address": "41d087f5a720581017fa2983188c2bc81550d77aa5", "balance": 5_000_000 }),
    }
    .to_string()
}

/// A node of Ethereum: a reply to each question of a batch.
fn node(fault: &str, batch: &str) -> String {
    let Ok(Json::Array(questions)) = from_str(batch) else { return "{}".to_owned() };
    let reply = |question: &Json| {
        let id = &question["id"];
        let result = match question["method"].as_str().unwrap_or_default() {
            _ if fault == "json-ansi" => {
                return json!({ "jsonrpc": "2.0", "id": id, "error": { "code": -32000, "message": ESCAPES } });
            }
            _ if fault == "json-words" => json!("many"),
            "eth_chainId" => json!("0x1"),
            "eth_getTransactionReceipt" => {
                json!({ "transactionHash": ETHEREUM, "blockNumber": "0xa", "status": "0x1" })
            }
            "eth_getBlockByNumber" => {
                json!({ "number": "0xb", "timestamp": format!("{:#x}", Timestamp::now().as_second()) })
            }
            _ => Json::Null,
        };
        json!({ "jsonrpc": "2.0", "id": id, "result": result })
    };
    Json::Array(questions.iter().map(reply).collect()).to_string()
}

struct Case {
    is_tls: bool,
    deadline: Duration,
    fault: &'static str,
    expected: [&'static str; CHECKS.len()],
    name: &'static str,
}

fn table() -> Vec<Case> {
    let rows = include_str!("data.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [below, deadline, fault, expected @ .., name] = cells.as_slice() else { panic!("{row}: too few cells") };
        let deadline = Duration::from_millis(deadline.parse().expect("milliseconds"));
        let expected = expected.try_into().expect("a cell for each check");
        Case { is_tls: *below == "tls", deadline, fault, expected, name }
    })
    .collect()
}

/// What a finding comes to, as the table writes it; and nothing of it may move a cursor.
fn told(finding: &Finding) -> String {
    let words = finding.reason.as_ref().map(|reason| Lang::ALL.map(|lang| reason.text(lang)).concat());
    let shown = format!("{}{}", words.unwrap_or_default(), finding.observed.as_deref().unwrap_or_default());
    assert!(!shown.chars().any(|sign| sign.is_control() || sign == '\u{202e}'), "{shown:?}");
    match &finding.value {
        Value::Unknown => reason(finding).to_owned(),
        Value::Version(version) => version.to_string(),
        Value::Amount(amount) => amount.to_string(),
        value => value.key().to_owned(),
    }
}

/// Runs all checks of a case at once. Errors: what was found instead.
fn run(case: &Case, authority: &Arc<Authority>) -> Result<(), String> {
    let mut parts = Parts::new(authority);
    let fault = Fault::named(case.fault);
    let url =
        if case.is_tls { format!("https://{}", parts.host(&fault)) } else { format!("http://{}", parts.page(&fault)) };
    let mut prober = prober(profile(&url));
    let calls = CHECKS.iter().enumerate().map(|(at, (kind, inputs))| {
        let mut call = call(&format!("check-{at}"), *kind, case.deadline);
        let text = |(name, value): &(&str, &str)| ((*name).to_owned(), Value::Text((*value).to_owned()));
        call.inputs.extend(inputs.iter().map(text));
        call
    });
    let calls: Vec<_> = calls.collect();
    for call in &calls {
        walletfix::probe::Prober::start(&mut prober, call);
    }
    let findings: Vec<Finding> = calls.iter().map(|call| found(&mut prober, call).0).collect();
    let results: Vec<String> = findings.iter().map(told).collect();
    let late = findings.iter().any(|finding| finding.elapsed > case.deadline + BEYOND);
    if results == case.expected && !late {
        return Ok(());
    }
    let took: Vec<_> = findings.iter().map(|finding| finding.elapsed.as_millis()).collect();
    Err(format!("{} ({}):\n  {}\n  after {took:?}", case.name, case.fault, results.join("\t")))
}

#[test]
fn whatever_a_host_says_instead_of_data_is_called_by_its_name() {
    let Some(folder) = alone() else {
        return run_apart(concat!(module_path!(), "::whatever_a_host_says_instead_of_data_is_called_by_its_name"));
    };
    apart();
    let (table, rounds) = (table(), cases(1));
    none_wrong(&table, rounds, &folder, run);
    eprintln!("measured: {} faults for each of {} checks, {rounds} rounds, none wrong", table.len(), CHECKS.len());
}
