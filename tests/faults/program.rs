//! The program itself, offline: not one packet, whatever a walk comes to.

use super::packets::{Sent, run_counted};
use super::parts::reply;
use crate::harness::alone::alone;
use crate::harness::command::{Run, online};
use crate::harness::server::{Authority, Server, TimeServer, answer};
use std::fs;
use std::path::Path;

/// A flow that comes to every check over the network, and the answers that lead through it.
const FLOW: &str = include_str!("every-check.toml");
const ANSWERS: [(&str, &str); 3] = [
    ("What is the transaction hash?", "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"),
    ("What is your address?", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ("Press Enter for the summary", ""),
];

/// A provider all of whose hosts are these servers.
fn profile(server: &Server, time: &TimeServer) -> String {
    let (host, time) = (server.host(), time.host());
    format!(
        r#"format = 1

[profile]
name.zh = "小店"
name.en = "Shop"
kind = "self-custody"
currency = "CNY"
time-zone = "Asia/Shanghai"
official-domains = ["walletfix.invalid"]
status-page = "http://{host}/api/v2/summary.json"

[profile.connectivity]
endpoints = [{{ host = "{host}", operator = "One" }}, {{ host = "walletfix.invalid", operator = "Two" }}]
portal = [{{ url = "http://{host}/204", operator = "One" }}]
time = [{{ host = "{time}", operator = "Three" }}]

[profile.versions]
android = {{ feed = "http://{host}/version.json" }}

[profile.explorers]
bitcoin = {{ esplora = "http://{host}/api" }}

[[channel]]
id = "chat"
kind = "chat"
name.zh = "在线客服"
name.en = "Chat"
for = ["contact", "urgent", "legal", "fraud"]
"#
    )
}

/// A pack with the flow and the provider.
fn pack(folder: &Path, server: &Server, time: &TimeServer) {
    fs::create_dir(folder.join("profiles")).expect("a folder");
    fs::write(folder.join("profiles/shop.toml"), profile(server, time)).expect("a profile");
    fs::write(folder.join("every-check.toml"), FLOW).expect("a flow");
}

/// Walks to the end of the flow, where each check said why it could not see.
#[track_caller]
fn walk(run: Run, said: &str) {
    let mut talk = run.talk();
    for (question, reply) in ANSWERS {
        talk.answer(question, reply);
    }
    let ran = talk.end().code(0);
    let seen = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(seen.matches(said).count(), 6, "each check says {said:?}:\n{}", ran.stderr);
}

#[test]
fn the_program_offline_sends_no_packet() {
    let Some(folder) = alone() else {
        return run_counted(concat!(module_path!(), "::the_program_offline_sends_no_packet"));
    };
    let sent = Sent::here();
    let roots = folder.join("ca.pem");
    let _authority = Authority::written_to(&roots);
    let server = Server::plain(|_| answer("404 Not Found", &[], ""));
    let time = TimeServer::new(|packet| Some(reply(packet, 0)));
    let packed = folder.join("pack");
    fs::create_dir(&packed).expect("a folder");
    pack(&packed, &server, &time);
    let run = |line: &str| {
        let run = online(line).env("SSL_CERT_FILE", &roots).words("--lang en --flows").arg(&packed);
        run.words("--profile shop")
    };

    let before = sent.count(&server, &time);
    walk(run("diagnose every-check --plain --offline"), "checks over the network are switched off");
    run("probe --offline").run().code(0).prints("checks over the network are switched off");
    let checks = "probe network clock service-status latest-version platform=android";
    let with = [ANSWERS[0].1, ANSWERS[1].1];
    let numbers = format!("tx-status tx={} address-balance address={} chain=bitcoin", with[0], with[1]);
    run(&format!("{checks} {numbers} --offline")).run().code(0).prints("checks over the network are switched off");
    assert_eq!(sent.count(&server, &time), before, "offline, and yet something was sent");

    // The same without it does send, so this test can fail.
    for line in ["probe", checks, &format!("probe {numbers}")] {
        let before = sent.count(&server, &time);
        run(line).run().code(0);
        assert!(sent.count(&server, &time) > before, "`{line}` was not seen to send anything");
    }
    let before = sent.count(&server, &time);
    let mut talk = run("diagnose every-check --plain --probe").talk();
    talk.answer(ANSWERS[0].0, ":quit");
    talk.end().code(3);
    assert!(sent.count(&server, &time) > before, "a walk was not seen to send anything");
}
