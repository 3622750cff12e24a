//! Runs flow tests: the same loop that walks with a person, with answers, checks and clock from a file.

pub mod coverage;
mod events;
mod expect;
mod reason;
pub mod suggest;
mod world;

pub use reason::Reason;

use crate::i18n::Message;
use crate::pack::Pack;
use crate::probe::Scripted;
use crate::prompt::script::Script as Answers;
use crate::record::Journal;
use crate::script::{FlowTest, GivenAt, Script};
use crate::session::Session;
use crate::session::passage::Passage;
use crate::source::Span;
use crate::walk::{self, Finish, Manner, Walk};
use jiff::Timestamp;
use std::cell::Cell;
use world::World;

/// What one test came to.
#[derive(Debug, Clone)]
pub struct Verdict<'p> {
    /// The flow.
    pub flow: String,
    /// The test's name.
    pub name: String,
    /// Where it stands in its file.
    pub span: Span,
    /// Why it failed; empty: it passed.
    pub reasons: Vec<Reason>,
    /// What it went through on its final path.
    pub passages: Vec<Passage<'p>>,
}

impl Verdict<'_> {
    /// Whether it passed.
    pub fn passed(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// Runs every test of a file.
pub fn run<'p>(pack: &'p Pack, script: &Script) -> Vec<Verdict<'p>> {
    script.tests.iter().map(|test| verdict(pack, script, test)).collect()
}

/// Runs one test of a file.
pub fn verdict<'p>(pack: &'p Pack, script: &Script, test: &FlowTest) -> Verdict<'p> {
    let (session, reasons) = outcome(pack, script, test);
    Verdict {
        flow: script.flow.clone(),
        name: test.name.clone(),
        span: test.span,
        reasons,
        passages: session.map(|session| session.passages().to_vec()).unwrap_or_default(),
    }
}

/// How the test's walk ended, and why it failed.
pub fn outcome<'p>(pack: &'p Pack, script: &Script, test: &FlowTest) -> (Option<Session<'p>>, Vec<Reason>) {
    if !pack.flows.contains_key(&script.flow) {
        return (None, vec![Message::new("test-unsound").into()]);
    }
    let world = match World::of_test(pack, script, test) {
        Ok(world) => world,
        Err(message) => return (None, vec![message.into()]),
    };
    let beginning = world.beginning(&script.flow);
    let Some((session, _)) = world.session(pack, &beginning) else { return (None, Vec::new()) };
    let clock = Cell::new(world.now);
    let checks = walk::world(&session);
    let maps = vec![&test.setting.probes, &script.setting.probes];
    let mut prober = Scripted::new(maps, checks, || clock.get());
    let mut prompter = Answers::new(&script.answers, &test.answers);
    let (session, mut reasons) = match &test.events {
        Some(events) => events::walk(pack, &world, session, beginning, events, &mut prober, &clock),
        None => answers(session, &mut prompter, &mut prober, &clock),
    };
    reasons.extend(prober.mistakes().iter().map(|mistake| Reason::at(mistake.span, mistake.message.clone())));
    let missing = prober.missing().iter();
    reasons.extend(missing.map(|path| Message::new("test-missing-probe").with("path", path.as_str()).into()));
    // An answer of the whole file may serve other tests only; one of the test's own must be asked for.
    let is_own = |(path, _): &(&str, &GivenAt)| test.answers.contains_key(*path);
    let unused: Vec<(&str, &GivenAt)> = prompter.unused().filter(is_own).chain(prober.unused()).collect();
    if let (true, Some((_, first))) = (reasons.is_empty(), unused.first()) {
        let names: Vec<&str> = unused.iter().map(|(path, _)| *path).collect();
        reasons.push(Reason::at(first.key, Message::new("test-unused").with("names", names.join(", "))));
    }
    if reasons.is_empty() {
        reasons = expect::check(&session, &test.expect);
    }
    (Some(session), reasons)
}

/// Walks with the answers of the file.
fn answers<'p>(
    session: Session<'p>,
    prompter: &mut Answers,
    prober: &mut Scripted<'_>,
    clock: &Cell<Timestamp>,
) -> (Session<'p>, Vec<Reason>) {
    let now = || clock.get();
    let mut walk = Walk::new(session, Journal::none(""), prompter, prober, &now, Manner::Script);
    let finish = walk.run();
    let (session, _) = walk.into_parts();
    let path = |path: &str| path.to_owned();
    let mut reasons: Vec<Reason> = Vec::new();
    match finish {
        Ok(Finish::Missing(at) | Finish::InputEnded(at)) => {
            reasons.push(Message::new("test-missing-answer").with("path", path(&at)).into());
        }
        Ok(Finish::Misfit(at, why)) => {
            let visit = session.times_reached(&at).max(1);
            let span = prompter.answer(&at, visit).map(|(_, given)| given.span);
            reasons.push(Reason {
                span,
                message: Message::new("test-misfit").with("path", path(&at)).with("message", why),
            });
        }
        Ok(Finish::Circle(at, _)) => reasons.push(Message::new("test-circle").with("path", path(&at)).into()),
        Ok(Finish::End | Finish::Quit | Finish::Changed) | Err(_) => {}
    }
    (session, reasons)
}
