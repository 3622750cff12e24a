//! Any text as conditions of a flow with facts of every type: each line is the condition of one case.
#![no_main]

#[path = "../../tests/laws/kept.rs"]
#[allow(dead_code)]
mod laws;

use libfuzzer_sys::fuzz_target;
use std::fmt::Write;

const FACTS: &str = include_str!("../../tests/laws/facts.toml");
const PROFILE: &str = include_str!("../../flows/profiles/demo-pay.toml");

fuzz_target!(|text: &str| {
    let mut flow = FACTS.to_owned();
    for line in text.lines().take(6) {
        // A JSON string is a TOML string, but for the one sign that TOML wants escaped too.
        let quoted = serde_json::to_string(line).unwrap_or_default().replace('\u{7f}', "\\u007f");
        let _ = writeln!(flow, "  {{ when = {quoted}, next = \"end-a\" }},");
    }
    flow.push_str("]\nelse = \"end-b\"\n");
    let files = [laws::file("a.toml", flow.as_bytes()), laws::file("profiles/demo-pay.toml", PROFILE.as_bytes())];
    let found = laws::read(&files, 300);
    assert!(found.iter().all(|found| found.rule != walletfix::diagnostic::Rule::TomlSyntax), "{flow}");
    laws::examples(&found);
    if text.len().is_multiple_of(8) {
        laws::again(&files, 300, &found);
    }
});
