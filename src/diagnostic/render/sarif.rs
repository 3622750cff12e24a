//! Findings for code scanning: SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), one run in one log.
//!
//! Columns count UTF-16 code units, as the log declares: readers that skip the declaration count so anyway.

use super::place::{Place, Places};
use super::words;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::i18n::{Lang, Message};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// The schema that the log follows.
pub const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What relative addresses of files are relative to: the root of the repository, by the name that readers expect.
const BASE: &str = "%SRCROOT%";
/// A longer finding is not quoted in the log, which would repeat a whole file for each of its findings.
const LONGEST_QUOTE: usize = 500;

/// What is written about a rule: what it means, why it matters, how to mend it; nothing where nothing is written.
pub type Prose<'p> = &'p dyn Fn(Rule) -> Vec<String>;

/// The log, on several lines. `path` says what a file is called from the root of the repository, with `/`; one that lies
/// elsewhere has its whole path. `unread` says what could not be read at all.
pub fn render(
    diagnostics: &[Diagnostic],
    unread: &[Message],
    lang: Lang,
    path: &dyn Fn(&str) -> String,
    prose: Prose<'_>,
) -> String {
    let places = Places::of(diagnostics);
    let mut fingerprints = Fingerprints::default();
    let mut addresses: HashMap<&str, String> = HashMap::new();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let name = diagnostic.source.name.as_str();
            let address = addresses.entry(name).or_insert_with(|| uri(&path(name)));
            let fingerprint = fingerprints.of(diagnostic, address);
            result(diagnostic, address, &fingerprint, &places, lang)
        })
        .collect();
    let troubles: Vec<Value> = unread
        .iter()
        .map(|message| json!({ "level": "error", "message": { "text": plain(&message.text(lang)) } }))
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": match lang { Lang::Zh => "zh-CN", Lang::En => "en-US" },
                "rules": Rule::ALL.iter().map(|rule| description(*rule, &prose(*rule), lang)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": unread.is_empty(),
                "toolExecutionNotifications": troubles,
            }],
            "originalUriBaseIds": { BASE: { "description": { "text": Message::new("sarif-base").text(lang) } } },
            "columnKind": "utf16CodeUnits",
            "defaultEncoding": "utf-8",
            "results": results,
        }],
    });
    // Strings and numbers alone: writing them cannot fail.
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn description(rule: Rule, prose: &[String], lang: Lang) -> Value {
    let about = Message::new(format!("rule-{}", rule.id())).text(lang);
    let help = Message::new(if rule.fixed() { "sarif-help-fixed" } else { "sarif-help-free" }).with("rule", rule.id());
    let help = help.text(lang);
    let (full, help) = match prose {
        [meaning, reason, cure] => (format!("{meaning}\n\n{reason}"), format!("{cure}\n\n{help}")),
        _ => (about.clone(), help),
    };
    json!({
        "id": rule.id(),
        "shortDescription": { "text": about },
        "fullDescription": { "text": plain(&full) },
        "help": { "text": plain(&help) },
        "defaultConfiguration": { "level": level(rule.severity()) },
    })
}

fn result(diagnostic: &Diagnostic, address: &str, fingerprint: &str, places: &Places, lang: Lang) -> Value {
    let at = |byte| places.at(&diagnostic.source, byte);
    let (start, end): (Place, Place) = (at(diagnostic.span.start), at(diagnostic.span.end));
    let mut region = json!({
        "startLine": start.position.line,
        "startColumn": start.utf16_column,
        "endLine": end.position.line,
        "endColumn": end.utf16_column,
    });
    let marked = diagnostic.source.text.get(diagnostic.span.start..diagnostic.span.end);
    if let Some(marked) = marked.filter(|marked| !marked.is_empty() && marked.len() <= LONGEST_QUOTE) {
        region["snippet"] = json!({ "text": marked });
    }
    let mut location = json!({ "uri": address });
    if !address.starts_with("file:") {
        location["uriBaseId"] = json!(BASE);
    }
    json!({
        "ruleId": diagnostic.rule.id(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == diagnostic.rule),
        "level": level(diagnostic.severity),
        "message": { "text": plain(&words::all(diagnostic, lang)) },
        "locations": [{ "physicalLocation": { "artifactLocation": location, "region": region } }],
        "partialFingerprints": { "walletfix/v1": fingerprint },
    })
}

/// Words from a file must not become a link: in SARIF `[words](address)` is one (section 3.11.6).
fn plain(text: &str) -> String {
    text.replace("](", "] (")
}

/// What stays the same about a finding while lines move: its rule, file, sentence and the words it marks.
#[derive(Default)]
struct Fingerprints {
    seen: HashMap<String, usize>,
}

impl Fingerprints {
    fn of(&mut self, diagnostic: &Diagnostic, address: &str) -> String {
        let marked = diagnostic.source.text.get(diagnostic.span.start..diagnostic.span.end).unwrap_or_default();
        let sentence = diagnostic.message.text(Lang::En);
        let mut hasher = Sha256::new();
        for part in [diagnostic.rule.id(), address, &sentence, marked] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        // Half of the digits: a whole SHA-256 looks like a key.
        let digits = hasher.finalize().iter().take(8).fold(String::new(), |mut hex, byte| {
            // Writing into a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        let count = self.seen.entry(digits.clone()).or_default();
        *count += 1;
        format!("{digits}:{count}")
    }
}

/// A path with `/` as a URI reference (RFC 3986): relative, or `file:` where it is a whole path.
pub fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 8);
    let is_drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    let rest = match path {
        _ if is_drive => {
            out.push_str("file:///");
            out.push_str(&path[..2]);
            &path[2..]
        }
        _ if path.starts_with("//") => {
            out.push_str("file:");
            path
        }
        _ if path.starts_with('/') => {
            out.push_str("file://");
            path
        }
        _ => path,
    };
    for byte in rest.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
