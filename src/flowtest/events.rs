//! Walks by a list of events instead of answers, so that Back and changed answers are tested too.

use crate::answer::{self, Context, Question};
use crate::flow::value::Value;
use crate::hours::calendar;
use crate::i18n::Message;
use crate::probe::Prober;
use crate::script::{Given, ScriptEvent};
use crate::session::Session;
use crate::session::event::{Entry, Event};
use crate::session::request::Request;
use crate::source::Span;
use jiff::Timestamp;
use std::cell::Cell;

/// Walks the events; the reasons say what did not fit.
pub(super) fn walk<'p>(
    mut session: Session<'p>,
    events: &[(ScriptEvent, Span)],
    prober: &mut dyn Prober,
    clock: &Cell<Timestamp>,
) -> (Session<'p>, Vec<Message>) {
    let mut reasons = Vec::new();
    for (event, _) in events {
        check(&mut session, prober, clock);
        if let Err(reason) = take(&mut session, event, clock) {
            reasons.push(reason);
            break;
        }
    }
    check(&mut session, prober, clock);
    if reasons.is_empty() && !matches!(session.request(false), Request::End(_)) {
        reasons.push(Message::new("test-not-ended").with("path", session.path()));
    }
    (session, reasons)
}

/// Runs the checks that the session waits for.
fn check(session: &mut Session<'_>, prober: &mut dyn Prober, clock: &Cell<Timestamp>) {
    while let Request::Probe(call) = session.request(false) {
        prober.locate(session.country(), session.region());
        prober.start(&call);
        let Some(finding) = prober.poll(&call, call.deadline) else { return };
        if session.apply(&Entry { at: clock.get(), event: Event::Probe(call.path, finding.into()) }).is_err() {
            return;
        }
    }
}

fn take(session: &mut Session<'_>, event: &ScriptEvent, clock: &Cell<Timestamp>) -> Result<(), Message> {
    let waiting_at = session.path();
    let misfit = || Message::new("test-event-misfit").with("event", event.shown()).with("path", waiting_at.as_str());
    let event = match event {
        ScriptEvent::Clock(wait) => {
            clock.set(calendar::add(clock.get(), *wait, session.zone(), session.country()));
            return Ok(());
        }
        ScriptEvent::Answer(path, written) => {
            let question = match session.request(false) {
                Request::Ask(asking) if asking.path == *path => asking.question,
                _ => None,
            };
            Event::Answer(path.clone(), read(session, &question.ok_or_else(misfit)?, path, written, clock.get())?)
        }
        ScriptEvent::Change(path, written) => {
            let question = session.answered(path).and_then(|visit| session.question(visit.step));
            Event::Change(path.clone(), read(session, &question.ok_or_else(misfit)?, path, written, clock.get())?)
        }
        ScriptEvent::Seen(path) => Event::Seen(path.clone()),
        ScriptEvent::Back => Event::Back,
        ScriptEvent::Drop(path) => Event::Drop(path.clone()),
        ScriptEvent::Flow(path, flow) => Event::Flow(path.clone(), flow.clone()),
        ScriptEvent::Lang(lang) => Event::Lang(*lang),
        ScriptEvent::Country(country) => Event::Country(Some(country.clone())),
        ScriptEvent::GiveUp => Event::GiveUp,
        ScriptEvent::Words(text) => Event::Words(text.clone()),
        ScriptEvent::Note(text) => Event::Note(text.clone()),
        ScriptEvent::Exposed(yes) => Event::Exposed(*yes),
    };
    session.apply(&Entry { at: clock.get(), event }).map(drop).map_err(|_| misfit())
}

/// Reads a value as it is written behind `=`: in the words of files, since no person types it.
fn read(
    session: &Session<'_>,
    question: &Question,
    path: &str,
    written: &str,
    now: Timestamp,
) -> Result<Value, Message> {
    let context = Context { lang: session.lang(), zone: session.zone().clone(), now };
    answer::given(question, &Given::Text(written.to_owned()), &context)
        .map_err(|why| Message::new("test-misfit").with("path", path).with("message", why))
}
