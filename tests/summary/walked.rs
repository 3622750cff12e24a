//! The summaries of all walks that the shipped flows are tested with.

use super::schema::promised;
use super::told;
use indexmap::IndexMap;
use std::cell::Cell;
use std::collections::HashSet;
use std::sync::OnceLock;
use walletfix::flow::field::Field;
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::pack::read_pack;
use walletfix::probe::{Scripted, World};
use walletfix::prompt::script::Script as Answers;
use walletfix::record::Journal;
use walletfix::script::{FlowTest, Script};
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event};
use walletfix::session::story::{Origin, Story};
use walletfix::summary::render::{Format, render};
use walletfix::walk::{Manner, Walk};
use walletfix::wording;

/// The shipped pack.
pub(super) fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| read_pack(&library::embedded(true)).0)
}

/// A walk as far as its answers lead.
pub(super) struct Walked<'p> {
    pub(super) story: Story<'p>,
    /// How it stopped.
    pub(super) stopped: String,
    /// The answers that nothing asked for.
    pub(super) unused: Vec<String>,
}

/// Walks an answers file, or one test of the pack.
pub(super) fn walked<'p>(pack: &'p Pack, script: &Script, test: Option<&FlowTest>) -> Option<Walked<'p>> {
    let (setting, none) = (&script.setting, IndexMap::new());
    let own = test.map(|test| &test.setting);
    let answers = test.map_or(&none, |test| &test.answers);
    let now = own.and_then(|own| own.now.as_ref()).or(setting.now.as_ref())?;
    let profile = own.and_then(|own| own.profile.as_deref()).or(setting.profile.as_deref()).unwrap_or("generic");
    let profile = pack.profiles.get(profile)?;
    let start = Event::Start {
        flow: Some(script.flow.clone()),
        profile: profile.id.clone(),
        lang: Lang::Zh,
        guard: answers.keys().any(|path| path.starts_with("guard.")),
    };
    let at = now.timestamp();
    let session = Session::new(pack, profile, now.time_zone().clone(), &Entry { at, event: start });
    let world = World {
        profile: profile.clone(),
        region: None,
        country: profile.country.clone(),
        zone: now.time_zone().clone(),
        now: at,
    };
    let clock = Cell::new(at);
    let findings: Vec<_> = own.map(|own| &own.probes).into_iter().chain([&setting.probes]).collect();
    let mut prober = Scripted::new(findings, world, || clock.get());
    let mut prompter = Answers::new(&script.answers, answers);
    let now = || clock.get();
    let mut walk = Walk::new(session, Journal::none(""), &mut prompter, &mut prober, &now, Manner::Script);
    let stopped = walk.run().ok()?;
    let (session, _) = walk.into_parts();
    let unused = prompter.unused().map(|(path, _)| path.to_owned()).collect();
    Some(Walked { story: session.story(), stopped: format!("{stopped:?}"), unused })
}

/// Every walk that passes a step or an end which none before it did, in one language and the next in the other; a long
/// run looks at all walks in both.
#[test]
fn every_tested_walk_gives_a_summary_that_can_be_pasted() {
    let pack = pack();
    let every = std::env::var_os("WALLETFIX_CASES").is_some();
    let (mut count, mut seen) = (0, HashSet::new());
    for script in pack.tests.values() {
        for test in script.tests.iter().filter(|test| test.events.is_none()) {
            let Some(walked) = walked(pack, script, Some(test)) else { continue };
            let mut new = walked.story.ending.as_ref().is_some_and(|ending| seen.insert(ending.category.clone()));
            for visit in &walked.story.visits {
                new |= seen.insert(format!("{}/{}", visit.flow.id, visit.step.id));
            }
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                if every || new && at == count % 2 {
                    check(&format!("{}: {}", script.flow, test.name), &walked.story, lang);
                }
            }
            count += usize::from(new);
        }
    }
    assert!(count >= 100, "only {count} walks were found");
}

fn check(name: &str, story: &Story, lang: Lang) {
    let summary = told(story, lang);
    let text = render(&summary, Format::Text, false);
    let short = render(&summary, Format::Text, true);
    let markdown = render(&summary, Format::Markdown, false);
    let json = render(&summary, Format::Json, false);
    if std::env::var_os("WALLETFIX_SHOW").is_some() {
        println!("=== {name}\n{text}\n{short}");
    }
    assert!(text.chars().count() < 3500, "{name} is too long");
    assert!(short.chars().count() <= 500, "{name} is too long for a chat");
    let block = render(&summary, Format::Markdown, true);
    assert!(block.chars().count() <= 500, "{name} is too long for a chat as Markdown");
    assert!(text.lines().chain(short.lines()).all(|line| wording::width(line) <= 78), "{name} is too wide\n{text}");
    promised(name, &json);
    let every = [&text, &short, &markdown, &json].map(String::as_str).concat();
    assert!(!every.contains('\u{0}') && !every.contains("summary-"), "{name} shows a key");
    // The last 4 digits of a card are what is left once its number is masked.
    let hidden = |field: Field| field.masked() && field.name() != "card-last4";
    for visit in story.visits.iter().filter(|visit| visit.step.field.is_some_and(hidden)) {
        if let walletfix::flow::value::Value::Text(value) = &visit.value {
            assert!(visit.origin != Origin::Probe && !every.contains(value), "{name} shows {value}");
        }
    }
}
