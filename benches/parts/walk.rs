//! Walks without a person: how many steps a second, with their screens put into words.

use super::clock::Worked;
use super::packs::{chain, sound};
use criterion::{Criterion, Throughput};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::hint::black_box;
use std::io::{self, Empty, Sink};
use std::time::Duration;
use walletfix::flowtest;
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::probe::Scripted;
use walletfix::prompt::plain::Plain;
use walletfix::prompt::script::Script as Answers;
use walletfix::prompt::{Prompter, Reply, Screen};
use walletfix::record::{Header, Journal, SHAPES};
use walletfix::script::{FlowTest, Script};
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::walk::{self, Finish, Manner, Walk};

/// The flow whose tests are walked: the one with the most steps.
const FLOW: &str = "transfer-failed";

pub(crate) fn measure(criterion: &mut Criterion<Worked>) {
    let shipped = sound(&library::embedded(true));
    let mut script = shipped.tests[FLOW].clone();
    // One that goes back or stops in between is no walk of so many steps.
    script.tests.retain(|test| test.events.is_none());
    let script = &script;
    let mut group = criterion.benchmark_group("walk");
    let steps = |pack: &Pack, script: &Script| {
        let verdicts = flowtest::run(pack, script);
        assert!(verdicts.iter().all(flowtest::Verdict::passed), "a test fails");
        verdicts.iter().map(|verdict| verdict.passages.len() as u64).sum()
    };

    group.throughput(Throughput::Elements(steps(&shipped, script)));
    group.bench_function("every test of a shipped flow", |bencher| {
        bencher.iter(|| flowtest::run(&shipped, black_box(script)));
    });
    group.bench_function("every test of a shipped flow, as lines", |bencher| {
        bencher.iter(|| script.tests.iter().map(|test| as_lines(&shipped, script, black_box(test))).count());
    });
    let events: Vec<Vec<Entry>> = script.tests.iter().map(|test| events(&shipped, script, test)).collect();
    group.bench_function("every test of a shipped flow, events alone", |bencher| {
        bencher.iter(|| {
            let replayed = black_box(&events).iter().map(|events| {
                let profile = profile_of(&shipped, script, events);
                Session::replay(&shipped, profile, TimeZone::UTC, events)
            });
            replayed.flatten().map(|(session, misfits)| session.passages().len() + misfits).sum::<usize>()
        });
    });

    // A walk that is ten times as long has to cost ten times as much.
    group.sample_size(10);
    for count in [30, 300] {
        let pack = sound(&chain(count));
        let script = &pack.tests["chain"];
        group.throughput(Throughput::Elements(steps(&pack, script)));
        group.bench_function(format!("{count} questions in a row"), |bencher| {
            bencher.iter(|| flowtest::run(&pack, black_box(script)));
        });
    }
    group.finish();
}

/// Shows every screen as lines, which nobody reads, and answers from a file.
struct Shown {
    lines: Plain<'static, Empty, Sink>,
    answers: Answers,
}

impl Prompter for Shown {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        self.lines.ask(screen)?;
        self.answers.ask(screen)
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        self.lines.say(paragraph)
    }

    fn wait(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        self.lines.wait(label, lang, deadline, done)
    }
}

fn as_lines(pack: &Pack, script: &Script, test: &FlowTest) {
    let lines = Plain::new(io::empty(), io::sink(), 76);
    let mut shown = Shown { lines, answers: Answers::new(&script.answers, &test.answers) };
    walked(pack, script, test, &mut shown, Journal::none(""));
}

/// The events of a test's walk, as a journal keeps them.
fn events(pack: &Pack, script: &Script, test: &FlowTest) -> Vec<Entry> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("session");
    let header = Header {
        walletfix: SHAPES,
        id: "measured".to_owned(),
        tool: String::new(),
        pack: pack.hash.clone(),
        flows: None,
        profile_file: None,
        zone: "UTC".to_owned(),
    };
    let start = start(script, test);
    let mut journal = Journal::begin(path.clone(), &header);
    journal.append(&start).expect("a journal");
    walked(pack, script, test, &mut Answers::new(&script.answers, &test.answers), journal);
    Journal::go_on(&path).expect("a journal").1.entries
}

fn start(script: &Script, test: &FlowTest) -> Entry {
    let wanted = test.setting.profile.as_deref().or(script.setting.profile.as_deref()).unwrap_or("generic");
    let event =
        Event::Start { flow: Some(script.flow.clone()), profile: wanted.to_owned(), lang: Lang::Zh, guard: false };
    Entry { at: now(script, test), event }
}

fn now(script: &Script, test: &FlowTest) -> Timestamp {
    let now = test.setting.now.as_ref().or(script.setting.now.as_ref());
    now.expect("a shipped test names its clock").timestamp()
}

fn walked(pack: &Pack, script: &Script, test: &FlowTest, prompter: &mut dyn Prompter, journal: Journal) {
    let start = start(script, test);
    let profile = profile_of(pack, script, std::slice::from_ref(&start));
    let (session, _) = Session::replay(pack, profile, TimeZone::UTC, &[start]).expect("a session");
    let world = walk::world(&session);
    let clock = || now(script, test);
    let mut prober = Scripted::new(vec![&test.setting.probes, &script.setting.probes], world, clock);
    let mut walk = Walk::new(session, journal, prompter, &mut prober, &clock, Manner::Script);
    let finish = walk.run();
    assert!(matches!(finish, Ok(Finish::End)), "{}: {finish:?}", test.name);
}

fn profile_of<'p>(pack: &'p Pack, script: &Script, events: &[Entry]) -> &'p walletfix::profile::Profile {
    match events.first().map(|entry| &entry.event) {
        Some(Event::Start { profile, .. }) => &pack.profiles[profile],
        _ => panic!("a walk of {} has no beginning", script.flow),
    }
}
