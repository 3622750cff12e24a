//! What people read: `screens.txt` of a pack is the text of every step on the way, in both languages, and
//! `summary.json` what other programs get at the end.

use super::{pack, packs, same_as_file};
use std::fmt::Write;
use walletfix::answer::{self, Context};
use walletfix::flow::value::Value;
use walletfix::i18n::Lang;
use walletfix::pack::Pack;
use walletfix::script::{Given, Script, ScriptEvent};
use walletfix::session::Session;
use walletfix::session::event::{Entry, Event, ProbeResult};
use walletfix::session::request::Request;
use walletfix::summary::Summary;
use walletfix::summary::render::{Format, render};

/// The walk of the first test of a script, whose events are answers and readings alone, and what its screens say.
fn walk<'p>(pack: &'p Pack, script: &Script, lang: Lang) -> (Session<'p>, String) {
    let now = script.setting.now.as_ref().unwrap();
    let profile = script.setting.profile.as_deref().unwrap_or("generic");
    let start = Event::Start { flow: Some(script.flow.clone()), profile: profile.to_owned(), lang, guard: false };
    let at = now.timestamp();
    let zone = now.time_zone().clone();
    let mut session = Session::new(pack, &pack.profiles[profile], zone.clone(), &Entry { at, event: start });
    let mut out = String::new();
    for (event, _) in script.tests[0].events.iter().flatten() {
        if let Request::Probe(call) = session.request(false) {
            let value = Value::Choice("open".to_owned());
            let result = ProbeResult { value, reason: None, observed: None, ms: 1 };
            session.apply(&Entry { at, event: Event::Probe(call.path, result) }).unwrap();
        }
        let Request::Ask(asking) = session.request(false) else { panic!("{} waits for nobody", session.path()) };
        writeln!(out, "[{}] {}", asking.path, session.words_of(asking.step).0).unwrap();
        let event = match event {
            ScriptEvent::Answer(path, written) => {
                let context = Context { lang, zone: zone.clone(), now: at };
                let given = Given::Text(written.clone());
                Event::Answer(path.clone(), answer::given(&asking.question.unwrap(), &given, &context).unwrap())
            }
            ScriptEvent::Seen(path) => Event::Seen(path.clone()),
            other => panic!("{} moves no screen", other.shown()),
        };
        session.apply(&Entry { at, event }).unwrap();
    }
    let Request::End(ending) = session.request(false) else { panic!("{} is no end", session.path()) };
    let text = match lang {
        Lang::Zh => ending.text.0,
        Lang::En => ending.text.1,
    };
    writeln!(out, "[{}] {text}", ending.path).unwrap();
    (session, out)
}

#[test]
fn placeholders_are_filled_in_both_languages() {
    let folder = packs().join("placeholders");
    let pack = pack(&folder).unwrap();
    let mut said = String::new();
    for script in pack.tests.values() {
        for lang in Lang::ALL {
            writeln!(said, "== {} {}\n{}", script.flow, lang.tag(), walk(&pack, script, lang).1).unwrap();
        }
    }
    same_as_file(&folder.join("screens.txt"), &said);
}

#[test]
fn every_field_has_its_place_in_the_summary() {
    let folder = packs().join("fields");
    let pack = pack(&folder).unwrap();
    let (session, _) = walk(&pack, &pack.tests["all"], Lang::En);
    let summary = Summary::of(&session.story(), Lang::En, "0.1.0");
    same_as_file(&folder.join("summary.json"), &render(&summary, Format::Json, false));
}
