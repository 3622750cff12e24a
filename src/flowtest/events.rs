//! Walks by a list of events instead of answers, so that Back, changed answers and a resumed session are tested too.

use super::Reason;
use super::world::World;
use crate::answer::{self, Context, Form, Question};
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::value::Value;
use crate::hours::calendar;
use crate::i18n::Message;
use crate::pack::Pack;
use crate::probe::{Prober, hosts};
use crate::script::{Given, ScriptEvent};
use crate::secrets::{Verdict, judge};
use crate::session::Session;
use crate::session::event::{Entry, Event, ProbeResult};
use crate::session::request::Request;
use crate::source::Span;
use jiff::Timestamp;
use std::cell::Cell;

/// A session on its way through events.
struct Course<'w, 'p> {
    pack: &'p Pack,
    world: &'w World<'p>,
    session: Session<'p>,
    /// Everything that happened, from `start` on.
    entries: Vec<Entry>,
    prober: &'w mut dyn Prober,
    clock: &'w Cell<Timestamp>,
}

/// Walks the events; the reasons say what did not fit.
pub(super) fn walk<'p>(
    pack: &'p Pack,
    world: &World<'p>,
    session: Session<'p>,
    beginning: Vec<Entry>,
    events: &[(ScriptEvent, Span)],
    prober: &mut dyn Prober,
    clock: &Cell<Timestamp>,
) -> (Session<'p>, Vec<Reason>) {
    let mut course = Course { pack, world, session, entries: beginning, prober, clock };
    let mut reasons: Vec<Reason> = Vec::new();
    for (event, span) in events {
        course.check(Some(event));
        if let Err(message) = course.take(event) {
            reasons.push(Reason::at(*span, message));
            break;
        }
    }
    course.check(None);
    let session = course.session;
    if reasons.is_empty() && !matches!(session.request(false), Request::End(_)) {
        reasons.push(Message::new("test-not-ended").with("path", session.path()).into());
    }
    (session, reasons)
}

impl Course<'_, '_> {
    /// Runs the checks that the session waits for, up to the one that the next event is about: it tells what that finds, or
    /// whether it may run.
    fn check(&mut self, next: Option<&ScriptEvent>) {
        while let Request::Probe(call) = self.session.request(false) {
            let is_next = match next {
                Some(ScriptEvent::Probe(path, _)) => *path == call.path,
                Some(ScriptEvent::Consent(..)) => !call.probe.is_pure(),
                _ => false,
            };
            if is_next {
                return;
            }
            let Some(finding) = self.find(&call) else { return };
            if !self.happen(Event::Probe(call.path, finding.into())) {
                return;
            }
        }
    }

    fn find(&mut self, call: &ProbeCall) -> Option<Finding> {
        let refused = || self.session.consent(call.probe, &hosts(call, self.session.profile())) == Some(false);
        if !call.probe.is_pure() && refused() {
            return Some(Finding::unknown(Message::new("probe-no-consent")));
        }
        self.prober.locate(self.session.country(), self.session.region());
        self.prober.start(call);
        self.prober.poll(call, call.deadline)
    }

    /// Applies an event; `false`: it does not fit.
    fn happen(&mut self, event: Event) -> bool {
        let entry = Entry { at: self.clock.get(), event };
        let fits = self.session.apply(&entry).is_ok();
        if fits {
            self.entries.push(entry);
        }
        fits
    }

    fn take(&mut self, event: &ScriptEvent) -> Result<(), Message> {
        let waiting_at = self.session.path();
        let misfit =
            || Message::new("test-event-misfit").with("event", event.shown()).with("path", waiting_at.as_str());
        let event = match event {
            ScriptEvent::Clock(wait) => {
                let now = calendar::add(self.clock.get(), *wait, self.session.zone(), self.session.country());
                self.clock.set(now);
                return Ok(());
            }
            ScriptEvent::Resume => return self.resume(),
            ScriptEvent::Answer(path, written) => {
                let question = match self.session.request(false) {
                    Request::Ask(asking) if asking.path == *path => asking.question,
                    _ => None,
                };
                Event::Answer(path.clone(), self.read(&question.ok_or_else(misfit)?, path, written)?)
            }
            ScriptEvent::Change(path, written) => {
                let question = self.session.answered(path).and_then(|visit| self.session.question(visit.step));
                Event::Change(path.clone(), self.read(&question.ok_or_else(misfit)?, path, written)?)
            }
            ScriptEvent::Probe(path, written) => match self.session.request(false) {
                Request::Probe(call) if call.path == *path => {
                    let question = Question { form: Form::of_probe(call.probe), can_skip: true };
                    let value = self.read(&question, path, written)?;
                    let reason = (!value.is_known()).then(|| Message::new("probe-scripted-unknown"));
                    Event::Probe(path.clone(), ProbeResult { value, reason, observed: None, ms: 0 })
                }
                _ => return Err(misfit()),
            },
            ScriptEvent::Consent(yes, hosts) => Event::Consent { yes: *yes, hosts: hosts.clone(), by_command: false },
            ScriptEvent::Seen(path) => Event::Seen(path.clone()),
            ScriptEvent::Back => Event::Back,
            ScriptEvent::Drop(path) => Event::Drop(path.clone()),
            ScriptEvent::Flow(path, flow) => Event::Flow(path.clone(), flow.clone()),
            ScriptEvent::Lang(lang) => Event::Lang(*lang),
            ScriptEvent::Country(country) => Event::Country(Some(country.clone())),
            ScriptEvent::GiveUp => Event::GiveUp,
            ScriptEvent::Words(text) => Event::Words(text.clone()),
            ScriptEvent::Note(text) => Event::Note(text.as_str().into()),
            ScriptEvent::Exposed(yes) => Event::Exposed(*yes),
            ScriptEvent::Refused(path, kind) => Event::Refused(path.clone(), kind.clone()),
            ScriptEvent::Attach(name, size, sha256) => {
                Event::Attach { name: name.clone(), size: *size, sha256: sha256.clone() }
            }
        };
        if self.happen(event) { Ok(()) } else { Err(misfit()) }
    }

    /// Goes on with a session made anew from what happened, as after a crash.
    fn resume(&mut self) -> Result<(), Message> {
        let mut entries = self.entries.clone();
        entries.push(Entry { at: self.clock.get(), event: Event::Resume });
        let again = self.world.session(self.pack, &entries).filter(|(_, misfits)| *misfits == 0);
        let (session, _) = again.ok_or_else(|| Message::new("test-not-resumed").with("path", self.session.path()))?;
        (self.session, self.entries) = (session, entries);
        Ok(())
    }

    /// Reads a value as it is written behind `=`: in the words of files, since no person types it.
    fn read(&self, question: &Question, path: &str, written: &str) -> Result<Value, Message> {
        let misfit = |why: Message| Message::new("test-misfit").with("path", path).with("message", why);
        let format = match question.form {
            Form::Text(format) => Some(format),
            _ => None,
        };
        if let Verdict::Refused(kind) = judge(written, format) {
            return Err(misfit(Message::new("secret-in-file").with("kind", kind.name())));
        }
        let (lang, zone) = (self.session.lang(), self.session.zone().clone());
        let context = Context { lang, zone, now: self.clock.get() };
        answer::given(question, &Given::Text(written.to_owned()), &context).map_err(misfit)
    }
}
