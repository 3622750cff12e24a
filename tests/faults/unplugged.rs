//! The program on a computer without a network: what it could not see, and why, within six seconds.

use super::packets::way;
use crate::harness::command::{Ran, Run, walletfix};
use insta::assert_snapshot;
use serde_json::Value;
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What the whole of it may take.
const MOST: Duration = Duration::from_secs(6);

/// No cable: no device but loopback, and that one is off.
const UNPLUGGED: &str = "exec \"$@\"";
/// A cable into nothing: whatever is sent gets lost.
const SWALLOWED: &str = "ip link set lo up && ip route add default dev lo && exec \"$@\"";

/// A provider with a status page and a list of versions. Nobody has those addresses (RFC 5737), nor those names (RFC 6761).
const SHOP: &str = r#"format = 1

[profile]
name.zh = "小店"
name.en = "Shop"
kind = "payment"
currency = "CNY"
time-zone = "Asia/Shanghai"
status-page = "https://status.shop.invalid/api/v2/summary.json"

[profile.connectivity]
endpoints = [{ host = "192.0.2.1", operator = "One" }, { host = "198.51.100.1", operator = "Two" }]
portal = [{ url = "http://203.0.113.1/204", operator = "Three" }]

[profile.versions]
android = { feed = "https://shop.invalid/version.json" }
desktop = { feed = "https://shop.invalid/desktop.json" }

[[channel]]
id = "chat"
kind = "chat"
name.zh = "在线客服"
name.en = "Chat"
hours = "24/7"
for = ["contact", "urgent", "legal", "fraud"]
"#;

fn shop() -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.toml");
    std::fs::write(&file, SHOP).expect("a profile");
    let file = file.to_str().expect("a path").to_owned();
    (folder, file)
}

/// Runs it in such a network. `None`: this system allows it to nobody.
#[track_caller]
fn run(network: &str, run: Run) -> Option<Ran> {
    let Some(way) = way() else {
        eprintln!("measured: nothing, since this system gives nobody a network of their own");
        return None;
    };
    let (inner, home, shown) = run.into_parts();
    let mut command = Command::new(way[0]);
    command.args(&way[1..]).args(["sh", "-c", network, "sh"]).arg(inner.get_program()).args(inner.get_args());
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    // What reading the flows takes in a build for tests is no waiting for a network.
    let begin = Instant::now();
    command.arg("--offline").output().expect("it starts");
    let without = begin.elapsed();
    let mut command = again(&command);
    let begin = Instant::now();
    let output = command.output().expect("it starts");
    let waited = begin.elapsed().saturating_sub(without);
    assert!(waited < MOST, "{shown}: {waited:?}");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Some(Ran::new(output.status.code(), text(output.stdout), text(output.stderr), home, shown).code(0))
}

/// The same command without its last argument.
fn again(command: &Command) -> Command {
    let mut again = Command::new(command.get_program());
    let arguments: Vec<_> = command.get_args().collect();
    again.args(arguments.split_last().map_or(&[][..], |(_, rest)| rest)).env_clear();
    again.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    again.current_dir(env!("CARGO_MANIFEST_DIR"));
    again
}

/// As JSON; every check that could not see says why, in words of that language.
#[track_caller]
fn checked(network: &str, line: &str, lang: &str) -> Vec<Value> {
    let Some(ran) = run(network, walletfix(&format!("{line} --format json --lang {lang}"))) else { return Vec::new() };
    let list: Vec<Value> = serde_json::from_str(&ran.stdout).expect("JSON");
    for one in &list {
        let reason = one["reason"].as_str().unwrap_or_default();
        assert_eq!(one["result"] == "unknown", !reason.is_empty(), "{one}");
        let is_chinese = reason.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign));
        assert_eq!(is_chinese, lang == "zh" && !reason.is_empty(), "{one}");
        assert!(one["ms"].as_u64().is_some_and(|ms| ms < 6000), "{one}");
    }
    list
}

fn result<'l>(list: &'l [Value], probe: &str) -> Option<&'l str> {
    list.iter().find(|one| one["probe"] == probe).and_then(|one| one["result"].as_str())
}

/// Each paragraph on one line, and without how long it took, which differs from run to run.
fn steady(text: &str) -> String {
    let text = text.replace("\n  ", " ").replace("， ", "，");
    let digits = |part: &str| part.trim_end_matches(|sign: char| sign.is_ascii_digit()).to_owned();
    let without = |text: &str, unit: &str| text.split(unit).map(digits).collect::<Vec<_>>().join(&format!("N{unit}"));
    without(&without(&text, " ms"), " 毫秒")
}

#[test]
fn without_a_network_every_check_says_what_it_could_not_see_and_why() {
    let (_folder, file) = shop();
    for lang in ["en", "zh"] {
        for line in ["probe".to_owned(), format!("probe --profile {file}")] {
            let list = checked(UNPLUGGED, &line, lang);
            let offline = list.is_empty() || result(&list, "network") == Some("offline");
            assert!(offline && result(&list, "clock").is_none_or(|clock| clock == "unknown"), "{list:?}");
        }
        let text = walletfix(&format!("probe --profile {file} --lang {lang}"));
        let Some(ran) = run(UNPLUGGED, text) else { continue };
        for host in ["status.shop.invalid", "192.0.2.1", "198.51.100.1", "203.0.113.1", "shop.invalid"] {
            assert!(ran.stderr.contains(host), "{host} is not named before anything is sent: {}", ran.stderr);
        }
        assert_snapshot!(format!("unplugged-{lang}"), steady(&ran.stdout));
    }
}

#[test]
fn where_everything_gets_lost_nobody_waits_longer_than_six_seconds() {
    let (_folder, file) = shop();
    let list = checked(SWALLOWED, &format!("probe --profile {file}"), "en");
    for probe in ["service-status", "latest-version", "clock"] {
        assert!(result(&list, probe).is_none_or(|result| result == "unknown"), "{list:?}");
    }
    // Packets that get lost are no network; with a resolver on this computer that may not be all that is seen.
    assert!(result(&list, "network").is_none_or(|network| matches!(network, "offline" | "unknown")), "{list:?}");
}
