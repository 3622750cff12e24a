//! `test`: runs flow tests, says what they reach and which would reach the rest.

mod human;
mod json;
mod junit;
mod write;

use super::args::files::{TestArgs, TestFormat};
use super::context::Context;
use super::exit::Exit;
use super::load::{self, Loaded};
use super::reading::{Part, parts};
use crate::diagnostic::Diagnostic;
use crate::flowtest::coverage::{Atlas, Covered, Report};
use crate::flowtest::suggest::{Suggestion, Suggestions, suggest};
use crate::flowtest::{self, Verdict};
use crate::i18n::{Lang, Message};
use crate::parse::stale::unreviewed;
use crate::script::Script;
use crate::secrets::cover;
use std::borrow::Cow;
use write::Refusal;

/// Runs `test`.
pub fn run(context: &Context, args: &TestArgs) -> Exit {
    let mut exit = Exit::Done;
    let mut packs = Vec::new();
    for part in parts(&args.paths) {
        let opened = part.map_err(|error| load::refuse(context, &error));
        match opened.and_then(|part| Ok((load::what_is_left(context, Some(&part.root), true)?, part))) {
            Ok(((loaded, lost), part)) => {
                exit = exit.max(lost);
                // Writing tests may mend some of it.
                if !args.write {
                    exit = exit.max(broken(context, &loaded, &[]));
                }
                packs.push((loaded, part));
            }
            Err(error) => exit = exit.max(error),
        }
    }
    let report = args.measures().then(Report::default);
    let stale = args.now.as_ref().map(|_| Vec::new());
    let mut results = Results { ran: Vec::new(), report, advice: args.suggests().then(Vec::new), stale };
    for (loaded, part) in &packs {
        let ran = run_pack(loaded, part);
        if let (Some(stale), Some(now)) = (&mut results.stale, &args.now) {
            let flows = in_question(loaded, part).into_iter().filter_map(|id| loaded.pack.flows.get(id));
            stale.extend(unreviewed(flows, now.date()));
        }
        if let Some(report) = &mut results.report {
            let atlas = Atlas::new(&loaded.pack);
            let covered = covered(&atlas, &ran);
            let flows = in_question(loaded, part);
            for flow in &flows {
                report.add(&atlas, &covered, flow);
            }
            if let Some(advice) = &mut results.advice {
                advice.push(Advice::new(loaded, part, suggest(&loaded.pack, &atlas, &covered, &flows)));
            }
        }
        results.ran.extend(ran);
    }
    if args.write {
        for (advice, (loaded, part)) in results.advice.iter_mut().flatten().zip(&packs) {
            exit = exit.max(advice.write(context, loaded, part));
            let completed = advice.files.iter().filter(|file| file.written).map(|file| file.file.as_str());
            exit = exit.max(broken(context, loaded, &completed.collect::<Vec<_>>()));
        }
    }
    if let Some(report) = &mut results.report {
        report.sort();
    }
    if let Some(stale) = results.stale.as_deref().filter(|stale| !stale.is_empty()) {
        context.show_findings(stale);
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
    let printed = context.print_clean(&text).err().unwrap_or(Exit::Done);
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
    /// Tests for the rest, pack by pack, where they were asked for.
    advice: Option<Vec<Advice>>,
    /// Flows that nobody has reviewed for a year, where a day was given.
    stale: Option<Vec<Diagnostic>>,
}

/// Suggested tests of a pack, by the files they belong in.
struct Advice {
    files: Vec<Advised>,
    /// Ways that no walk was found through.
    unreached: Vec<String>,
    /// Whether the search was cut short.
    cut: bool,
}

/// Suggested tests of one file.
struct Advised {
    file: String,
    tests: Vec<Suggestion>,
    written: bool,
}

impl Advice {
    fn new(loaded: &Loaded, part: &Part, suggestions: Suggestions) -> Self {
        let mut files: Vec<Advised> = Vec::new();
        for one in suggestions.tests {
            let own = loaded.pack.tests.get(&one.flow).map(|script| script.source.name.clone());
            let file = own.unwrap_or_else(|| {
                let path = part.root.join("tests").join(format!("{}.toml", one.flow));
                path.display().to_string().replace('\\', "/").trim_start_matches("./").to_owned()
            });
            match files.iter_mut().find(|advised| advised.file == file) {
                Some(advised) => advised.tests.push(one),
                None => files.push(Advised { file, tests: vec![one], written: false }),
            }
        }
        Self { files, unreached: suggestions.unreached, cut: suggestions.cut }
    }

    /// Adds the tests to their files; one that cannot be written leaves the others alone.
    fn write(&mut self, context: &Context, loaded: &Loaded, part: &Part) -> Exit {
        let mut exit = Exit::Done;
        for advised in &mut self.files {
            let tests: Vec<&Suggestion> = advised.tests.iter().collect();
            let flow = tests.first().map_or("", |one| one.flow.as_str());
            match write::add(&loaded.pack, &part.root, flow, &tests) {
                Ok(()) => advised.written = true,
                Err(Refusal::Unfit(message)) => {
                    context.complain(&message);
                    exit = exit.max(Exit::Findings);
                }
                Err(Refusal::Disk(message)) => {
                    context.complain(&message);
                    exit = exit.max(Exit::Inaccessible);
                }
            }
        }
        exit
    }
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

    /// The test's name.
    fn name(&self) -> Cow<'_, str> {
        cover(&self.verdict.name)
    }

    /// Why it failed, each reason with its line; `None`: it passed. What stands in test files is shown with its secrets
    /// covered; all else that is printed are words of flows and of the program.
    fn reason(&self, lang: Lang) -> Option<String> {
        let reasons = self.verdict.reasons.iter().map(|reason| match reason.span {
            Some(span) => {
                let line = self.script.source.position(span.start).line;
                Message::new("test-reason-at").with("reason", reason.message.clone()).with("line", line).text(lang)
            }
            None => reason.text(lang),
        });
        let reasons: Vec<String> = reasons.collect();
        let joined = reasons.join(if lang == Lang::Zh { "；" } else { "; " });
        (!reasons.is_empty()).then(|| cover(&joined).into_owned())
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
    part.wants(&format!("tests/{}.toml", script.flow)) || part.wants(&format!("{}.toml", script.flow))
}

/// The flows that were asked for: by their pack, their own file, or that of their tests.
fn in_question<'p>(loaded: &'p Loaded, part: &Part) -> Vec<&'p str> {
    let wanted = |flow: &&str| part.wants(&format!("{flow}.toml")) || part.wants(&format!("tests/{flow}.toml"));
    loaded.pack.flows.keys().map(String::as_str).filter(wanted).collect()
}

/// The ways that tests went which passed.
fn covered(atlas: &Atlas<'_>, ran: &[Ran<'_>]) -> Covered {
    let mut covered = Covered::none(atlas);
    for ran in ran.iter().filter(|ran| ran.verdict.passed()) {
        covered.add(atlas, &ran.verdict.passages);
    }
    covered
}

/// Says which mistakes keep flows from being tested. `completed`: files that were given tests just now, so that it is no
/// mistake any more where they had none.
fn broken(context: &Context, loaded: &Loaded, completed: &[&str]) -> Exit {
    let without = Message::new("missing-key").with("key", "test");
    let mut errors = loaded.errors();
    errors.retain(|error| error.message != without || !completed.contains(&error.source.name.as_str()));
    if errors.is_empty() {
        return Exit::Done;
    }
    context.show_findings(&errors);
    Exit::Findings
}
