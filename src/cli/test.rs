//! `test`: runs flow tests.

use super::args::files::TestArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::load::{self, Loaded};
use crate::flowtest::{self, Verdict};
use crate::i18n::{Lang, Message};
use serde::Serialize;
use std::path::PathBuf;

/// Runs `test`.
pub fn run(context: &Context, args: &TestArgs) -> Exit {
    settle(test(context, args))
}

/// What `test --format json` prints; keys are only ever added.
#[derive(Serialize)]
struct Report<'r> {
    tests: Vec<Line<'r>>,
    coverage: Option<()>,
}

#[derive(Serialize)]
struct Line<'r> {
    flow: &'r str,
    name: &'r str,
    passed: bool,
    reason: Option<String>,
}

fn test(context: &Context, args: &TestArgs) -> Result<Exit, Exit> {
    let paths: Vec<Option<PathBuf>> =
        if args.paths.is_empty() { vec![None] } else { args.paths.iter().cloned().map(Some).collect() };
    let mut verdicts = Vec::new();
    let mut exit = Exit::Done;
    for path in &paths {
        match load::pack(context, path.as_deref(), true) {
            Ok(loaded) => {
                exit = exit.max(broken(context, &loaded));
                let wanted = |file: &str| path.as_deref().is_none_or(|path| path.is_dir() || path.ends_with(file));
                let scripts = loaded.pack.tests.values().filter(|script| wanted(&script.source.name));
                verdicts.extend(scripts.flat_map(|script| flowtest::run(&loaded.pack, script)));
            }
            Err(error) => exit = exit.max(error),
        }
    }
    if verdicts.iter().any(|verdict| !verdict.reasons.is_empty()) {
        exit = exit.max(Exit::Findings);
    }
    let text = match args.json {
        true => json(&verdicts, context.lang),
        // Why no test was found has been said already.
        false if verdicts.is_empty() && exit == Exit::Inaccessible => String::new(),
        false => human(&verdicts, context.lang),
    };
    // The verdict stands even where the reader has gone away.
    Ok(context.print_done(&text).max(exit))
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

fn human(verdicts: &[Verdict], lang: Lang) -> String {
    let mut text = String::new();
    for verdict in verdicts {
        if let Some(reason) = reason(verdict, lang) {
            let message = Message::new("test-failed")
                .with("flow", verdict.flow.as_str())
                .with("name", verdict.name.as_str())
                .with("reason", reason);
            text.push_str(&message.text(lang));
            text.push('\n');
        }
    }
    let failed = verdicts.iter().filter(|verdict| !verdict.reasons.is_empty()).count();
    let message = match (verdicts.len(), failed) {
        (0, _) => Message::new("test-none"),
        (count, 0) => Message::new("test-passed-all").with("count", count),
        (count, failed) => Message::new("test-some-failed").with("passed", count - failed).with("failed", failed),
    };
    text + &message.text(lang) + "\n"
}

fn json(verdicts: &[Verdict], lang: Lang) -> String {
    let tests = verdicts
        .iter()
        .map(|verdict| Line {
            flow: &verdict.flow,
            name: &verdict.name,
            passed: verdict.reasons.is_empty(),
            reason: reason(verdict, lang),
        })
        .collect();
    serde_json::to_string_pretty(&Report { tests, coverage: None }).unwrap_or_default() + "\n"
}
