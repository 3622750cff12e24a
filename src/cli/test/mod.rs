//! `test`: runs flow tests, says what they reach and which would reach the rest.

mod human;
mod json;
mod junit;

use super::args::files::{TestArgs, TestFormat};
use super::context::Context;
use super::exit::Exit;
use super::load::{self, Loaded};
use super::validate::{Part, parts};
use crate::flow::Flow;
use crate::flowtest::coverage::{Atlas, Covered, Report};
use crate::flowtest::{self, Verdict};
use crate::i18n::{Lang, Message};
use crate::script::Script;

/// Runs `test`.
pub fn run(context: &Context, args: &TestArgs) -> Exit {
    let mut exit = Exit::Done;
    let mut packs = Vec::new();
    for part in parts(&args.paths) {
        let opened = part.map_err(|error| load::refuse(context, &error));
        match opened.and_then(|part| Ok((load::pack(context, Some(&part.root), true)?, part))) {
            Ok((loaded, part)) => {
                exit = exit.max(broken(context, &loaded));
                packs.push((loaded, part));
            }
            Err(error) => exit = exit.max(error),
        }
    }
    let mut results = Results { ran: Vec::new(), report: args.measures().then(Report::default) };
    for (loaded, part) in &packs {
        let ran = run_pack(loaded, part);
        if let Some(report) = &mut results.report {
            measure(loaded, part, &ran, report);
        }
        results.ran.extend(ran);
    }
    if results.failed() > 0 {
        exit = exit.max(Exit::Findings);
    }
    let short = match (&results.report, args.min_coverage) {
        (Some(report), Some(least)) => !report.reaches(least),
        _ => false,
    };
    if short {
        exit = exit.max(Exit::Findings);
    }
    let text = match args.format {
        TestFormat::Json => json::text(&results, context.lang),
        TestFormat::Junit => junit::text(&results, context.lang),
        // Why no test was found has been said already.
        TestFormat::Human if results.ran.is_empty() && exit == Exit::Inaccessible => String::new(),
        TestFormat::Human => human::text(&results, context.lang),
    };
    // The verdict stands even where the reader has gone away.
    let printed = context.print_done(&text);
    if let (true, Some(least)) = (short, args.min_coverage) {
        context.complain(&Message::new("test-coverage-low").with("least", least));
    }
    printed.max(exit)
}

/// What came out.
struct Results<'p> {
    ran: Vec<Ran<'p>>,
    /// What the tests reach, where that was asked for.
    report: Option<Report>,
}

/// A verdict and where its test stands.
struct Ran<'p> {
    script: &'p Script,
    verdict: Verdict<'p>,
}

impl Results<'_> {
    fn failed(&self) -> usize {
        self.ran.iter().filter(|ran| !ran.verdict.passed()).count()
    }
}

impl Ran<'_> {
    fn file(&self) -> &str {
        &self.script.source.name
    }

    fn line(&self) -> usize {
        self.script.source.position(self.verdict.span.start).line
    }

    /// Why it failed, each reason with its line; `None`: it passed.
    fn reason(&self, lang: Lang) -> Option<String> {
        let reasons = self.verdict.reasons.iter().map(|reason| match reason.span {
            Some(span) => {
                let line = self.script.source.position(span.start).line;
                Message::new("test-reason-at").with("reason", reason.message.clone()).with("line", line).text(lang)
            }
            None => reason.text(lang),
        });
        let reasons: Vec<String> = reasons.collect();
        (!reasons.is_empty()).then(|| reasons.join(if lang == Lang::Zh { "；" } else { "; " }))
    }
}

/// The tests of a pack that were asked for, run.
fn run_pack<'p>(loaded: &'p Loaded, part: &Part) -> Vec<Ran<'p>> {
    let scripts = loaded.pack.tests.values().filter(|script| is_meant(part, script));
    let ran = |script: &'p Script| {
        flowtest::run(&loaded.pack, script).into_iter().map(move |verdict| Ran { script, verdict })
    };
    scripts.flat_map(ran).collect()
}

/// Whether these tests were asked for: by their pack, their own file, or that of the flow they test.
fn is_meant(part: &Part, script: &Script) -> bool {
    part.wants(&script.source.name) || is_file_wanted(part, &script.flow)
}

/// Whether a flow was asked for, by its pack, its own file, or that of its tests.
fn is_in_question(loaded: &Loaded, part: &Part, flow: &Flow) -> bool {
    let tests = loaded.pack.tests.get(&flow.id);
    is_file_wanted(part, &flow.id) || tests.is_some_and(|script| part.wants(&script.source.name))
}

fn is_file_wanted(part: &Part, flow: &str) -> bool {
    part.wants(&part.root.join(format!("{flow}.toml")).to_string_lossy())
}

/// Adds what the tests of a pack reach of the flows that were asked for.
fn measure(loaded: &Loaded, part: &Part, ran: &[Ran<'_>], report: &mut Report) {
    let atlas = Atlas::new(&loaded.pack);
    let covered = covered(&atlas, ran);
    for flow in loaded.pack.flows.values().filter(|flow| is_in_question(loaded, part, flow)) {
        report.add(&atlas, &covered, &flow.id);
    }
}

/// The ways that tests went which passed.
fn covered(atlas: &Atlas<'_>, ran: &[Ran<'_>]) -> Covered {
    let mut covered = Covered::none(atlas);
    for ran in ran.iter().filter(|ran| ran.verdict.passed()) {
        covered.add(atlas, &ran.verdict.passages);
    }
    covered
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
