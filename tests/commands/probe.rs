//! `probe`: the checks alone. Who is asked is a server on this computer that takes every connection and says nothing.

use crate::harness::command::{Run, walletfix};
use crate::harness::counter::Counter;
#[cfg(unix)]
use crate::harness::pty::Pty;
use serde_json::Value;
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn json(run: Run) -> Vec<Value> {
    let ran = run.words("--format json").run().code(0);
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stdout))
}

fn texts<'v>(list: &'v [Value], key: &str) -> Vec<&'v str> {
    list.iter().map(|one| one[key].as_str().unwrap_or("-")).collect()
}

/// `probe` with a provider whose hosts are that server.
fn asking(server: &Counter, line: &str) -> (Run, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let profile = server.profile(folder.path());
    (walletfix(&format!("probe {line} --profile")).arg(profile), folder)
}

#[test]
fn without_names_it_runs_what_needs_no_input() {
    let list = json(walletfix("probe --offline --profile demo-pay --now 2026-09-01T10:00:00+08:00"));
    let keys: Vec<&str> = list[0].as_object().unwrap().keys().map(String::as_str).collect();
    for key in ["probe", "result", "reason", "observed", "ms"] {
        assert!(keys.contains(&key), "{key} is not in {keys:?}");
    }
    let probes = texts(&list, "probe");
    for probe in ["network", "service-status", "clock", "support-hours"] {
        assert!(probes.contains(&probe), "{probe} is not in {probes:?}");
    }
    for one in &list {
        let is_pure = one["probe"] == "support-hours";
        assert_eq!(one["result"], if is_pure { "open" } else { "unknown" }, "{one}");
        assert_eq!(one["reason"].as_str(), (!is_pure).then_some("checks over the network are switched off"), "{one}");
    }
    let ran = walletfix("probe --offline --lang zh").run().code(0).stderr("");
    ran.prints("这台电脑的网络：没能自动查到（已设为不联网）").prints("不代表正常，也不代表有故障");
}

#[test]
fn names_and_inputs() {
    let ran =
        walletfix("probe address address=1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa chain=bitcoin").run().code(0).stderr("");
    ran.prints("- Form of the address: valid form");
    let line = "probe support-hours for=urgent support-hours for=contact support-hours for=urgent --profile demo-pay";
    let list = json(walletfix(line));
    let purposes: Vec<&str> = list.iter().filter_map(|one| one["with"]["for"].as_str()).collect();
    assert_eq!(purposes, ["urgent", "contact"], "each once: {list:?}");
    let url = walletfix("probe domain --profile demo-pay").arg("url=https://demo-pay.example/help?from=app");
    assert_eq!(texts(&json(url), "result"), ["official"]);
    let error = walletfix("probe wallet-error").arg("text=insufficient funds for gas * price + value");
    assert_eq!(texts(&json(error), "result"), ["insufficient-gas"]);
}

#[test]
fn what_there_is_not_is_told_with_what_there_is() {
    let cases = [
        ("netwrk", "There is no automatic check netwrk. The nearest is network."),
        ("nothing-like-it", "There is no automatic check nothing-like-it."),
        ("platform=ios", "platform stands before the name of a check."),
        ("network speed=1", "network takes no input."),
        ("latest-version plattform=ios", "latest-version takes no plattform. The nearest is platform."),
        ("latest-version os=ios", "latest-version takes no os. It takes platform."),
        ("latest-version platform=windows", "platform does not take windows."),
        ("latest-version", "latest-version needs platform, written as"),
        ("tx-status chain=bitcoin", "tx-status needs tx, written as tx=VALUE."),
        ("address address=1 address=2", "address is given twice."),
        ("address address=", "address needs a value."),
        ("--profile nobody", "nobody"),
    ];
    for (line, told) in cases {
        walletfix(&format!("probe {line}")).run().code(2).stdout("").complains(told);
    }
    walletfix("probe netwrk --lang zh").run().code(2).complains("没有名为 netwrk 的自动检测。最接近的是 network。");
}

#[test]
fn a_secret_is_no_input() {
    let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    for input in ["wallet-error text", "address address", "domain url", "tx-status tx", "service-status component"] {
        let (check, name) = input.split_once(' ').unwrap();
        let ran = walletfix(&format!("probe {check}")).arg(format!("{name}={phrase}")).run().code(2).stdout("");
        assert!(!ran.stderr.contains("sausage"), "{}", ran.stderr);
        ran.complains("looked like a recovery phrase").complains("Delete it from its history.");
    }
}

#[test]
fn hosts_that_say_nothing_hold_nobody_up() {
    let server = Counter::start();
    // What reading the flows takes in a build for tests is no waiting for a host.
    let (run, _folder) = asking(&server, "service-status --offline");
    let began = Instant::now();
    run.run().code(0);
    let reading = began.elapsed();
    let (run, _folder) = asking(&server, "service-status");
    let began = Instant::now();
    let ran = run.run().code(0).complains(&format!("This contacts only: {}", server.host()));
    let waited = began.elapsed().saturating_sub(reading);
    assert!(waited < Duration::from_secs(6), "{waited:?}");
    assert!(server.visits() > 0);
    ran.complains("Checking: one automatic check (up to 6 s)").prints("- Service status: ");
}

#[test]
fn offline_sends_nothing() {
    let server = Counter::start();
    let (run, _folder) = asking(&server, "network clock service-status --offline");
    run.run().code(0).stderr("");
    assert_eq!(server.visits(), 0);
}

#[test]
#[cfg(target_os = "linux")]
fn only_what_cannot_be_written_is_an_error() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    walletfix("probe --offline").stdout_to(full).run().code(4);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    walletfix("probe --offline").stdout_to(writer).run().code(0);
}

#[test]
#[cfg(unix)]
fn in_a_terminal_a_key_skips_and_ctrl_c_ends_it_at_once() {
    for (keys, code) in [("x", 0), ("\x03", 130)] {
        let server = Counter::start();
        let (run, _folder) = asking(&server, "service-status");
        let (command, _home, _) = run.env("TERM", "xterm-256color").into_parts();
        let mut pty = Pty::of(&command, 30, 40);
        pty.wait_for("Press any key to skip");
        let began = Instant::now();
        pty.send(keys);
        assert_eq!(pty.exit_code(), code);
        assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
        assert!(pty.becomes_sane());
        if code == 0 {
            let screen: Vec<String> = pty.screen().split_whitespace().map(str::to_owned).collect();
            assert!(screen.join(" ").contains("could not check it (the check was skipped)"), "{}", pty.screen());
        }
    }
}
