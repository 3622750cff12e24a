//! The summaries of all walks that the shipped flows are tested with.

use std::cell::Cell;
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
use walletfix::summary::Summary;
use walletfix::summary::render::{Format, render};
use walletfix::walk::{Manner, Walk};
use walletfix::wording;

/// Walks one test of the pack, as far as its answers lead.
fn walked<'p>(pack: &'p Pack, script: &Script, test: &FlowTest) -> Option<Story<'p>> {
    let setting = &script.setting;
    let now = test.setting.now.as_ref().or(setting.now.as_ref())?;
    let profile = test.setting.profile.as_deref().or(setting.profile.as_deref()).unwrap_or("generic");
    let profile = pack.profiles.get(profile)?;
    let start = Event::Start {
        flow: Some(script.flow.clone()),
        profile: profile.id.clone(),
        lang: Lang::Zh,
        guard: test.answers.keys().any(|path| path.starts_with("guard.")),
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
    let mut prober = Scripted::new(vec![&test.setting.probes, &setting.probes], world, || clock.get());
    let mut prompter = Answers::new(&script.answers, &test.answers);
    let now = || clock.get();
    let mut walk = Walk::new(session, Journal::none(""), &mut prompter, &mut prober, &now, Manner::Script);
    walk.run().ok()?;
    let (session, _) = walk.into_parts();
    Some(session.story())
}

#[test]
fn every_tested_walk_gives_a_summary_that_can_be_pasted() {
    let (pack, _) = read_pack(&library::embedded(true));
    let mut count = 0;
    for script in pack.tests.values() {
        for test in script.tests.iter().filter(|test| test.events.is_none()) {
            let Some(story) = walked(&pack, script, test) else { continue };
            count += 1;
            for lang in Lang::ALL {
                check(&format!("{}: {}", script.flow, test.name), &story, lang);
            }
        }
    }
    assert!(count >= 20, "only {count} walks were found");
}

fn check(name: &str, story: &Story, lang: Lang) {
    let summary = Summary::of(story, lang, "0.1.0");
    let text = render(&summary, Format::Text, false);
    let short = render(&summary, Format::Text, true);
    let markdown = render(&summary, Format::Markdown, false);
    let json = render(&summary, Format::Json, false);
    if std::env::var_os("WALLETFIX_SHOW").is_some() {
        println!("=== {name}\n{text}\n{short}");
    }
    assert!(text.chars().count() < 3500, "{name} is too long");
    assert!(short.chars().count() <= 500, "{name} is too long for a chat");
    assert!(text.lines().chain(short.lines()).all(|line| wording::width(line) <= 78), "{name} is too wide\n{text}");
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{name}");
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
