//! Whether what a script says can happen: its flow, its paths and its values exist in the pack.

mod expected;
mod question;

use super::Stage;
use super::path::{Jumps, Lost, resolve};
use crate::answer::{self, Context, Question};
use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::step::{Step, Verb};
use crate::flow::{Flow, WORDS};
use crate::hours::calendar;
use crate::i18n::{Lang, Message};
use crate::pack::Pack;
use crate::script::{FlowTest, Given, GivenAt, Script, ScriptEvent, Setting};
use crate::source::Span;
use crate::wording::nearest;
use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The second at which a script without a clock takes place: later than any time it can name.
const LATE: i64 = 200_000_000_000;

/// Every value and path of `script` that `pack` cannot have. A script whose flow is left to the command is given it first.
pub fn check(script: &Script, pack: &Pack) -> Vec<Diagnostic> {
    Stage::of(pack, |stage| check_on(script, stage))
}

/// The same for a part of a pack.
pub fn check_on(script: &Script, stage: &Stage<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for setting in std::iter::once(&script.setting).chain(script.tests.iter().map(|test| &test.setting)) {
        found.extend(missing_profile(script, setting, stage));
    }
    if script.flow.is_empty() || (stage.is_unsound)(&script.flow) {
        return found;
    }
    let Some(flow) = stage.flow(&script.flow) else {
        let message = Message::new("test-missing-flow").with("flow", script.flow.as_str());
        let mut missing = Diagnostic::new(Rule::TestMissingFlow, &script.source, script.flow_span, message);
        missing.help = near(&script.flow, stage.ids.iter().copied());
        found.push(missing);
        return found;
    };
    let every_jump = script.tests.iter().map(|test| jumps(test, stage)).fold(Jumps::default(), |mut all, jumps| {
        all.from.extend(jumps.from);
        all.from_anywhere.extend(jumps.from_anywhere);
        all
    });
    let mut whole = Checker::new(script, None, stage, flow, every_jump, &mut found);
    whole.probes(&script.setting.probes);
    whole.answers(&script.answers);
    for test in &script.tests {
        let mut checker = Checker::new(script, Some(test), stage, flow, jumps(test, stage), &mut found);
        checker.probes(&test.setting.probes);
        checker.answers(&test.answers);
        for (event, span) in test.events.iter().flatten() {
            checker.event(event, *span);
        }
        expected::check(&mut checker, test);
    }
    found
}

fn missing_profile(script: &Script, setting: &Setting, stage: &Stage<'_>) -> Option<Diagnostic> {
    let id = setting.profile.as_ref().filter(|id| !stage.profiles.contains_key(*id) && !stage.gone.has_profile(id))?;
    let message = Message::new("bad-value-profile").with("value", id.as_str());
    let mut missing = Diagnostic::new(Rule::BadValue, &script.source, setting.profile_span, message);
    missing.help = near(id, stage.profiles.keys().map(String::as_str));
    Some(missing)
}

/// Ways out that the events of a test take.
fn jumps<'s>(test: &'s FlowTest, stage: &Stage<'s>) -> Jumps<'s> {
    let mut jumps = Jumps::default();
    for (event, _) in test.events.iter().flatten() {
        match event {
            ScriptEvent::Flow(path, flow) if path.is_empty() => jumps.from_anywhere.push(flow),
            ScriptEvent::Flow(path, flow) => jumps.from.push((path, flow)),
            ScriptEvent::Exposed(true) => jumps.from_anywhere.extend(stage.secret_out.map(|flow| flow.id.as_str())),
            _ => {}
        }
    }
    jumps
}

fn near<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> Option<Message> {
    nearest(word, known).map(|name| Message::new("did-you-mean").with("name", name))
}

/// What a part of a script is checked against.
struct Checker<'c> {
    script: &'c Script,
    stage: &'c Stage<'c>,
    flow: &'c Flow,
    jumps: Jumps<'c>,
    /// What amounts without a currency of their own are in, where the script says enough to know.
    currency: Option<&'c str>,
    context: Context,
    found: &'c mut Vec<Diagnostic>,
}

impl<'c> Checker<'c> {
    fn new(
        script: &'c Script,
        test: Option<&'c FlowTest>,
        stage: &'c Stage<'c>,
        flow: &'c Flow,
        jumps: Jumps<'c>,
        found: &'c mut Vec<Diagnostic>,
    ) -> Self {
        let own = test.map(|test| &test.setting);
        let lang = own.and_then(|own| own.lang).or(script.setting.lang);
        let now = own.and_then(|own| own.now.as_ref()).or(script.setting.now.as_ref());
        let zone = now.map_or(TimeZone::UTC, |now| now.time_zone().clone());
        let mut instant = now.map_or_else(late, jiff::Zoned::timestamp);
        // A test can turn its clock forward; its answers are looked at as if it did so at once.
        for (event, _) in test.and_then(|test| test.events.as_ref()).into_iter().flatten() {
            if let ScriptEvent::Clock(wait) = event {
                instant = calendar::add(instant, *wait, &zone, None);
            }
        }
        let context = Context { lang: lang.unwrap_or(Lang::En), zone, now: instant };
        let currency = currency(own.into_iter().chain([&script.setting]), stage);
        Self { script, stage, flow, jumps, currency, context, found }
    }

    fn report(&mut self, rule: Rule, span: Span, message: Message, help: Option<Message>) {
        let mut diagnostic = Diagnostic::new(rule, &self.script.source, span, message);
        diagnostic.help = help;
        self.found.push(diagnostic);
    }

    fn stale(&mut self, span: Span, key: &str, name: &str) {
        // Where it says what else it is, that is the way to mend it.
        let belongs = ["test-stale-answer-probe", "test-stale-answer-not-probe"].contains(&key);
        let help = if belongs { None } else { self.anew(span) };
        self.report(Rule::TestStaleAnswer, span, Message::new(key).with("name", name), help);
    }

    /// How to mend a test that asks for what is not there any more. An answers file has none, and what stands above the
    /// tests is shared by all of them.
    fn anew(&self, span: Span) -> Option<Message> {
        let first = self.script.tests.first()?;
        (first.span.start <= span.start).then(|| Message::new("test-stale-answer-help"))
    }

    fn bad(&mut self, span: Span, path: &str, reason: Message) {
        self.report(Rule::TestBadAnswer, span, Message::new("test-bad-answer").with("path", path), Some(reason));
    }

    /// The step that `path` names, or a finding at the part of `span` that names none.
    fn step(&mut self, path: &str, span: Span) -> Option<&'c Step> {
        let lost = match resolve(self.stage, self.flow, &self.jumps, path) {
            Ok(step) => return Some(step),
            Err(lost) => lost,
        };
        let written = self.script.source.text.get(span.start..span.end).unwrap_or_default();
        let at = written.find(path);
        let part = |range: &std::ops::Range<usize>| at.map_or(span, |at| span.slice(at + range.start, range.len()));
        let (span, message, help) = match &lost {
            Lost::Unsound => return None,
            Lost::NoStep(range, flow) => {
                let name = &path[range.clone()];
                let message = Message::new("test-stale-answer").with("name", name).with("flow", flow.id.as_str());
                let near = near(name, flow.steps.keys().map(String::as_str));
                (part(range), message, near.or_else(|| self.behind(name, flow)).or_else(|| self.anew(span)))
            }
            Lost::NoWay(range, flow) => {
                let message = Message::new("test-stale-answer-no-way");
                (
                    part(range),
                    message.with("name", &path[range.clone()]).with("flow", flow.id.as_str()),
                    self.anew(span),
                )
            }
            Lost::Behind(range, flow) => {
                let message = Message::new("test-stale-answer-behind");
                (
                    part(range),
                    message.with("name", &path[range.clone()]).with("flow", flow.id.as_str()),
                    self.anew(span),
                )
            }
            Lost::NoGuard => (span, Message::new("test-stale-answer-no-guard"), self.anew(span)),
            Lost::NoVisit(range) => (part(range), Message::new("test-stale-answer-visit"), None),
        };
        self.report(Rule::TestStaleAnswer, span, message, help);
        None
    }

    /// The path of a step that lies in a checklist which the flow runs: the run step's name was forgotten.
    fn behind(&self, name: &str, flow: &Flow) -> Option<Message> {
        let found = flow.steps.iter().find(|(_, step)| match &step.verb {
            Verb::Run(run) => self.stage.flow(&run.flow).is_some_and(|flow| flow.step_named(name).is_some()),
            _ => false,
        });
        found.map(|(run, _)| Message::new("did-you-mean").with("name", format!("{run}.{name}")))
    }

    fn probes(&mut self, probes: &IndexMap<String, GivenAt>) {
        for (path, at) in probes {
            if path == "*" {
                continue;
            }
            let Some(step) = self.step(path, at.key) else { continue };
            match &step.verb {
                Verb::Probe(probe) => self.value(&question::of_result(probe.probe, true), path, &at.given, at.span),
                _ => self.stale(at.key, "test-stale-answer-not-probe", &step.id),
            }
        }
    }

    fn answers(&mut self, answers: &IndexMap<String, GivenAt>) {
        for (path, at) in answers {
            if path != "*" {
                self.answer(path, &at.given, at.key, at.span);
            }
        }
    }

    fn answer(&mut self, path: &str, given: &Given, key: Span, span: Span) {
        let Some(step) = self.step(path, key) else { return };
        match question::asked(step, self.currency) {
            Some(question) => self.value(&question, path, given, span),
            None if matches!(step.verb, Verb::Probe(_)) => {
                self.stale(key, "test-stale-answer-probe", &step.id);
            }
            None => self.stale(key, "test-stale-answer-not-asked", &step.id),
        }
    }

    /// What an automatic check is said to find.
    fn result(&mut self, path: &str, result: &str, span: Span) {
        let Some(step) = self.step(path, span) else { return };
        match &step.verb {
            Verb::Probe(probe) => {
                let question = question::of_result(probe.probe, true);
                self.value(&question, path, &Given::Text(result.to_owned()), span);
            }
            _ => self.stale(span, "test-stale-answer-not-probe", &step.id),
        }
    }

    fn value(&mut self, question: &Question, path: &str, given: &Given, span: Span) {
        if let Err(reason) = answer::given(question, given, &self.context) {
            self.bad(span, path, reason);
        }
    }

    fn event(&mut self, event: &ScriptEvent, span: Span) {
        match event {
            ScriptEvent::Answer(path, value) | ScriptEvent::Change(path, value) => {
                let written = self.script.source.text.get(span.start..span.end).unwrap_or_default();
                let value_span = written.rfind(value.as_str()).map_or(span, |at| span.slice(at, value.len()));
                let key_span = written.find(path.as_str()).map_or(span, |at| span.slice(at, path.len()));
                self.answer(path, &Given::Text(value.clone()), key_span, value_span);
            }
            ScriptEvent::Probe(path, result) => self.result(path, result, span),
            ScriptEvent::Seen(path) => {
                if let Some(step) = self.step(path, span)
                    && !matches!(step.verb, Verb::Tell(_))
                {
                    self.stale(span, "test-stale-answer-not-told", &step.id);
                }
            }
            ScriptEvent::Drop(path) | ScriptEvent::Refused(path, _) => {
                // Own words have a place among the answers, and no step.
                if path != WORDS {
                    self.step(path, span);
                }
            }
            ScriptEvent::Flow(path, flow) => {
                if !path.is_empty() {
                    self.step(path, span);
                }
                let known = self.stage.flow(flow).is_some_and(|flow| !flow.shared);
                if !known && !(self.stage.is_unsound)(flow) {
                    let main = self.stage.ids.iter().copied().filter(|id| !id.starts_with("shared/"));
                    let help = near(flow, main);
                    let message = Message::new("test-stale-answer-no-flow").with("name", flow.as_str());
                    self.report(Rule::TestStaleAnswer, span, message, help);
                }
            }
            ScriptEvent::Back
            | ScriptEvent::Lang(_)
            | ScriptEvent::Country(_)
            | ScriptEvent::Clock(_)
            | ScriptEvent::GiveUp
            | ScriptEvent::Resume
            | ScriptEvent::Consent(..)
            | ScriptEvent::Attach(..)
            | ScriptEvent::Words(_)
            | ScriptEvent::Note(_)
            | ScriptEvent::Exposed(_) => {}
        }
    }
}

/// The profile's currency; the built-in one has none, so that any will do.
fn currency<'p>(mut settings: impl Iterator<Item = &'p Setting>, stage: &Stage<'p>) -> Option<&'p str> {
    let id = settings.find_map(|setting| setting.profile.as_deref()).unwrap_or("generic");
    stage.profiles.get(id)?.currency.as_deref()
}

fn late() -> Timestamp {
    Timestamp::from_second(LATE).unwrap_or(Timestamp::MAX)
}
