//! `test`: runs flow tests.

use super::args::files::TestArgs;
use super::context::Context;
use super::exit::Exit;
use super::load::{self, Loaded};
use crate::flowtest::{self, Verdict};
use crate::i18n::{Lang, Message};
use crate::script::Script;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Runs `test`.
pub fn run(context: &Context, args: &TestArgs) -> Exit {
    let own = [PathBuf::from("flows")];
    let mut ran = Vec::new();
    let mut exit = Exit::Done;
    for path in if args.paths.is_empty() { &own } else { args.paths.as_slice() } {
        match load::pack(context, Some(path), true) {
            Ok(loaded) => {
                exit = exit.max(broken(context, &loaded));
                let scripts = loaded.pack.tests.values().filter(|script| is_meant(path, script));
                ran.extend(scripts.flat_map(|script| ran_of(&loaded, script)));
            }
            Err(error) => exit = exit.max(error),
        }
    }
    if ran.iter().any(|ran| !ran.verdict.reasons.is_empty()) {
        exit = exit.max(Exit::Findings);
    }
    let text = match args.json {
        true => json(&ran, context.lang),
        // Why no test was found has been said already.
        false if ran.is_empty() && exit == Exit::Inaccessible => String::new(),
        false => human(&ran, context.lang),
    };
    // The verdict stands even where the reader has gone away.
    context.print_done(&text).max(exit)
}

/// A verdict and where its test stands.
struct Ran {
    file: String,
    line: usize,
    verdict: Verdict,
}

/// What `test --format json` prints; keys are only ever added.
#[derive(Serialize)]
struct Report<'r> {
    tests: Vec<Tested<'r>>,
    coverage: Option<()>,
}

#[derive(Serialize)]
struct Tested<'r> {
    file: &'r str,
    line: usize,
    flow: &'r str,
    name: &'r str,
    passed: bool,
    reason: Option<String>,
}

/// Whether a path means these tests: their pack's folder, their own file, or that of the flow they test.
fn is_meant(path: &Path, script: &Script) -> bool {
    path.is_dir() || path.ends_with(&script.source.name) || path.ends_with(format!("{}.toml", script.flow))
}

fn ran_of(loaded: &Loaded, script: &Script) -> Vec<Ran> {
    let verdicts = flowtest::run(&loaded.pack, script).into_iter();
    let place = |verdict: &Verdict| script.source.position(verdict.span.start).line;
    verdicts.map(|verdict| Ran { file: script.source.name.clone(), line: place(&verdict), verdict }).collect()
}

/// Says which mistakes keep flows from being tested.
fn broken(context: &Context, loaded: &Loaded) -> Exit {
    let errors = loaded.errors();
    if errors.is_empty() {
        return Exit::Done;
    }
    context.show_findings(&errors);
    Exit::Findings
}

fn reason(verdict: &Verdict, lang: Lang) -> Option<String> {
    let reasons: Vec<String> = verdict.reasons.iter().map(|reason| reason.text(lang)).collect();
    (!reasons.is_empty()).then(|| reasons.join(if lang == Lang::Zh { "；" } else { "; " }))
}

fn human(ran: &[Ran], lang: Lang) -> String {
    let mut text = String::new();
    for Ran { file, line, verdict } in ran {
        if let Some(reason) = reason(verdict, lang) {
            let message = Message::new("test-failed")
                .with("place", format!("{file}:{line}"))
                .with("flow", verdict.flow.as_str())
                .with("name", verdict.name.as_str())
                .with("reason", reason);
            text.push_str(&message.text(lang));
            text.push('\n');
        }
    }
    let failed = ran.iter().filter(|ran| !ran.verdict.reasons.is_empty()).count();
    let message = match (ran.len(), failed) {
        (0, _) => Message::new("test-none"),
        (count, 0) => Message::new("test-passed-all").with("count", count),
        (count, failed) => Message::new("test-some-failed").with("passed", count - failed).with("failed", failed),
    };
    text + &message.text(lang) + "\n"
}

fn json(ran: &[Ran], lang: Lang) -> String {
    let tests = ran
        .iter()
        .map(|Ran { file, line, verdict }| Tested {
            file,
            line: *line,
            flow: &verdict.flow,
            name: &verdict.name,
            passed: verdict.reasons.is_empty(),
            reason: reason(verdict, lang),
        })
        .collect();
    serde_json::to_string_pretty(&Report { tests, coverage: None }).unwrap_or_default() + "\n"
}
