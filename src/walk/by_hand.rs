//! With whoever wrote the flow: checks whose findings are said by hand, and every screen in both languages.

use super::person::Answered;
use super::screens::{default_of, options};
use super::secret::Heard;
use super::{Turn, Walk};
use crate::answer::{Form, Question};
use crate::flow::probe::{Finding, ProbeCall};
use crate::flow::step::Step;
use crate::flow::value::Value;
use crate::flow::{Flow, display};
use crate::i18n::Message;
use crate::prompt::{self, Beside, Command, Screen, ScreenOption};
use crate::secrets::cover;
use crate::session::event::{Entry, Event};
use std::io;
use std::time::Duration;

impl Walk<'_, '_> {
    /// Asks what a check should find. One that needs no network says what it finds itself.
    pub(super) fn check_by_hand(&mut self, call: &ProbeCall) -> io::Result<Turn> {
        let own = call.probe.is_pure().then(|| self.prober.poll(call, Duration::ZERO)).flatten();
        let own = own.map(|finding| finding.value).filter(Value::is_known);
        let question = Question { form: Form::of_probe(call.probe), can_skip: true };
        let screen = self.screen_of_check(call, &question, own.as_ref());
        let reply = match self.hear(&screen, Some(&question))? {
            Heard::Reply(reply) => reply,
            Heard::Again | Heard::Moved => return Ok(Turn::On),
            Heard::Finish(finish) => return Ok(Turn::Finish(finish)),
        };
        let value = match self.read(&question, &reply, &call.path)? {
            Answered::Value(value) => value,
            Answered::Empty => match own {
                Some(own) => own,
                None => {
                    self.say(&Message::new("screen-no-answer"))?;
                    return Ok(Turn::On);
                }
            },
            Answered::Command(Command::Skip) => Value::Unknown,
            Answered::Command(command) => return self.command(command, None),
            Answered::Finish(finish) => return Ok(Turn::Finish(finish)),
            Answered::Again => return Ok(Turn::On),
        };
        let finding = if value.is_known() {
            Finding { value, reason: None, observed: None, elapsed: Duration::ZERO }
        } else {
            Finding::unknown(Message::new("probe-by-hand"))
        };
        self.happen(Event::Probe(call.path.clone(), finding.into()))?;
        Ok(Turn::On)
    }

    fn screen_of_check(&mut self, call: &ProbeCall, question: &Question, own: Option<&Value>) -> Screen {
        let lang = self.lang();
        let name = Message::new(format!("probe-{}", call.probe.id()));
        let text = Message::new("screen-check-by-hand").with("name", name).with("probe", call.probe.id());
        let mut screen = self.blank(&call.path, text.with("path", call.path.as_str()).text(lang));
        let inputs = call.inputs.iter().map(|(input, value)| format!("{input} = {}", display::file_form(value)));
        screen.channels = inputs.collect();
        let unknown = display::capitalized(&Message::new("probe-unknown").text(lang));
        if question.is_line() {
            screen.form = prompt::Form::Line;
            screen.options = vec![ScreenOption { value: "unknown".to_owned(), label: unknown, heading: None }];
            screen.format_words = question.example().map(|example| example.text(lang));
        } else {
            screen.options = options(question.options(lang));
            for option in screen.options.iter_mut().filter(|option| option.value == "unknown") {
                option.label.clone_from(&unknown);
            }
        }
        if let Some(own) = own {
            let step = self.session.step_at(&call.path);
            let (zone, now) = (self.session.zone(), self.session.clock());
            screen.default = default_of(own, zone);
            screen.default_words = Some(display::capitalized(&display::value(own, step, lang, zone, now)));
        }
        screen
    }

    /// Hands over what stands beside the next screen, to those who show it.
    pub(super) fn compare(&mut self, flow: &Flow, step: Option<&Step>, screen: &mut dyn FnMut(&mut Self) -> Screen) {
        if !self.prompter.compares() {
            return;
        }
        let hint = |walk: &Self| step.and_then(|step| walk.session.words_of(step).1);
        let own = hint(self);
        let (other, others) = self.in_other_language(&mut |walk| (screen(walk), hint(walk)));
        let line = step.map_or(1, |step| flow.source.position(step.span.start).line);
        let verb = step.map_or("", |step| step.verb.key());
        let path = self.session.path();
        let beside = Beside {
            screen: self.scrubbed(&other).unwrap_or(other),
            // As `?` says them.
            hints: [own, others].map(|hint| hint.map(|hint| cover(&hint).into_owned())),
            place: format!("{path} ({verb})  {}:{line}", flow.source.name),
        };
        self.prompter.beside(beside);
    }

    /// What somebody would see who speaks the other language. Nothing that waits to be said is said by it.
    fn in_other_language<T>(&mut self, look: &mut dyn FnMut(&mut Self) -> T) -> T {
        let mut other = self.session.clone();
        let event = Event::Lang(self.lang().other());
        // An event without a step always fits.
        let _ = other.apply(&Entry { at: other.clock(), event });
        let own = std::mem::replace(&mut self.session, other);
        let (notices, titled) = (std::mem::take(&mut self.notices), self.titled.clone());
        let seen = look(self);
        (self.session, self.notices, self.titled) = (own, notices, titled);
        seen
    }
}
