//! What a test expects, against what came out.

use super::Reason;
use crate::answer::{self, Context};
use crate::flow::display;
use crate::flow::value::Value;
use crate::i18n::{Arg, Message};
use crate::script::{Expect, Given, GivenAt};
use crate::session::Session;
use crate::session::story::{Origin, Story, Told, Visit};
use crate::source::Span;

/// Every expectation that does not hold.
pub(super) fn check(session: &Session<'_>, expect: &Expect) -> Vec<Reason> {
    let story = session.story();
    let ending = story.ending.as_ref();
    let mut reasons = Vec::new();
    let mut same = |what: &str, expected: Option<&(String, Span)>, actual: Option<&str>| {
        if let Some((expected, span)) = expected
            && actual != Some(expected.as_str())
        {
            reasons.push(Reason::at(*span, differs(what, expected, actual)));
        }
    };
    same("end", expect.end.as_ref(), ending.map(|ending| ending.path.as_str()));
    same("outcome", expect.outcome.as_ref(), ending.map(|ending| ending.outcome.id()));
    same("category", expect.category.as_ref(), ending.map(|ending| ending.category.as_str()));
    let returned = ending.and_then(|ending| match ending.step.map(|step| &step.verb) {
        Some(crate::flow::step::Verb::Return(ret)) => Some(ret.value.as_str()),
        _ => None,
    });
    same("return", expect.returns.as_ref(), returned);
    if let Some((expected, span)) = expect.follow_up {
        let actual = ending.and_then(|ending| ending.follow_up).map(|at| at.to_string());
        same("follow-up", Some(&(expected.to_string(), span)), actual.as_deref());
    }
    let wrong = expect.facts.iter().filter_map(|(path, at)| Some((at.key, fact(session, &story, path, at)?)));
    reasons.extend(wrong.map(|(span, message)| Reason::at(span, message)));
    let visited = |written: &str| {
        let (path, number) = visit_of(written);
        session.times_reached(path) >= number.unwrap_or(1)
    };
    let said = |key: &str, path: &str, span: Span| Reason::at(span, Message::new(key).with("path", path));
    let missed = expect.visits.iter().filter(|(path, _)| !visited(path));
    reasons.extend(missed.map(|(path, span)| said("test-not-visited", path, *span)));
    // A step that the calling flow answered, or a check that found something, asked nobody.
    let was_asked = |path: &str| {
        let mut visits = story.visits.iter().filter(|visit| is_of(visit, path));
        visits.any(|visit| visit.told == Told::Here && matches!(visit.origin, Origin::User | Origin::Skipped))
    };
    let asked = expect.not_asked.iter().filter(|(path, _)| was_asked(path));
    reasons.extend(asked.map(|(path, span)| said("test-was-asked", path, *span)));
    reasons
}

/// `again#2`: the path and the visit; without a number every visit is meant.
fn visit_of(written: &str) -> (&str, Option<u32>) {
    written.split_once('#').map_or((written, None), |(path, number)| (path, number.parse().ok()))
}

fn is_of(visit: &Visit<'_>, written: &str) -> bool {
    let (path, number) = visit_of(written);
    visit.path == path && number.is_none_or(|number| visit.number == number)
}

fn fact(session: &Session<'_>, story: &Story<'_>, path: &str, given: &GivenAt) -> Option<Message> {
    let visit = story.visits.iter().rev().find(|visit| is_of(visit, path));
    let shown = file_form(&given.given);
    let Some(visit) = visit else { return Some(differs(path, &shown, None)) };
    let context = Context { lang: session.lang(), zone: session.zone().clone(), now: session.clock() };
    let read = session.question(visit.step).and_then(|question| answer::given(&question, &given.given, &context).ok());
    let actual = display::file_form(&visit.value);
    let holds = read.is_some_and(|value| value == visit.value)
        || shown == actual
        || (shown == "unknown" && visit.value == Value::Unknown);
    (!holds).then(|| differs(path, &shown, Some(&actual)))
}

fn differs(what: &str, expected: &str, actual: Option<&str>) -> Message {
    let actual = actual.map_or_else(|| Arg::from(Message::new("test-nothing")), Arg::from);
    Message::new("test-expected").with("what", what).with("expected", expected).with("actual", actual)
}

fn file_form(given: &Given) -> String {
    match given {
        Given::Text(text) => text.clone(),
        Given::Number(number) => number.to_string(),
        Given::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Given::Time(at) => at.to_string(),
        Given::List(list) => list.join(", "),
    }
}
