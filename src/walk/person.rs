//! Asking a step, and everything a person may say instead of an answer.

use super::lists::Picked;
use super::secret::Heard;
use super::{CIRCLE, Finish, Manner, Turn, Walk};
use crate::answer::{self, Context, Form, Question, Understood};
use crate::flow::step::Verb;
use crate::flow::value::Value;
use crate::i18n::Message;
use crate::prompt::{Command, Reply};
use crate::secrets::cover;
use crate::session::TOO_OFTEN;
use crate::session::event::Event;
use crate::session::request::Asking;
use crate::session::story::Ending;
use std::io;

/// What became of a reply.
pub(super) enum Answered {
    Value(Value),
    Command(Command),
    Empty,
    Finish(Finish),
    /// It was not understood, and the person was told.
    Again,
}

impl<'p> Walk<'_, 'p> {
    pub(super) fn ask(&mut self, asking: &Asking<'p>) -> io::Result<Turn> {
        if let Some(turn) = self.too_often(asking)? {
            return Ok(turn);
        }
        self.compare(asking.flow, Some(asking.step), &mut |walk| walk.screen_of(asking));
        let screen = self.screen_of(asking);
        let reply = match self.hear(&screen, asking.question.as_ref())? {
            Heard::Reply(reply) => reply,
            Heard::Again | Heard::Moved => return Ok(Turn::On),
            Heard::Finish(finish) => return Ok(Turn::Finish(finish)),
        };
        let Some(question) = &asking.question else { return self.told(asking, &reply) };
        match self.read(question, &reply, &asking.path)? {
            // A word for none is as quickly typed as nothing.
            Answered::Value(Value::Choices(none)) if none.is_empty() && matches!(reply, Reply::Typed(_)) => {
                self.none(asking, question)
            }
            Answered::Value(value) => self.take(asking, value),
            // Somebody took every tick away: that is an answer, not the default.
            Answered::Empty if reply == Reply::Picked(Vec::new()) => self.none(asking, question),
            Answered::Empty => self.empty(asking, question),
            Answered::Command(command) => self.command(command, Some(asking)),
            Answered::Finish(finish) => Ok(Turn::Finish(finish)),
            Answered::Again => Ok(Turn::On),
        }
    }

    /// A `tell`: whatever is no command means that it was read.
    fn told(&mut self, asking: &Asking<'p>, reply: &Reply) -> io::Result<Turn> {
        match self.read_note(reply, &asking.path) {
            Answered::Command(command) => self.command(command, Some(asking)),
            Answered::Finish(finish) => Ok(Turn::Finish(finish)),
            Answered::Value(_) | Answered::Empty | Answered::Again => self.seen(asking),
        }
    }

    pub(super) fn show_end(&mut self, ending: &Ending<'p>) -> io::Result<Turn> {
        if self.read_end.as_ref() == Some(&ending.path) {
            return self.leave(true);
        }
        self.compare(ending.flow, ending.step, &mut |walk| walk.end_screen(ending));
        let screen = self.end_screen(ending);
        let reply = match self.hear(&screen, None)? {
            Heard::Reply(reply) => reply,
            Heard::Again | Heard::Moved => return Ok(Turn::On),
            Heard::Finish(finish) => return Ok(Turn::Finish(finish)),
        };
        match self.read_note(&reply, "<end>") {
            Answered::Command(command) => self.command(command, None),
            Answered::Finish(finish @ Finish::Changed) => Ok(Turn::Finish(finish)),
            // Nothing is asked any more, so the end of the input ends the walk well.
            Answered::Finish(_) => Ok(Turn::Finish(Finish::End)),
            _ => {
                self.read_end = Some(ending.path.clone());
                self.leave(false)
            }
        }
    }

    /// Reads a reply to a question of a step or of the program.
    pub(super) fn read(&mut self, question: &Question, reply: &Reply, path: &str) -> io::Result<Answered> {
        if let Some(finish) = Self::stopped(reply, path) {
            return Ok(Answered::Finish(finish));
        }
        let context = self.context();
        Ok(match reply {
            Reply::Typed(line) => match answer::read(question, line, &context) {
                Ok(Understood::Answer { value, notice }) => {
                    if let Some(notice) = notice {
                        self.say(&notice)?;
                    }
                    Answered::Value(value)
                }
                Ok(Understood::Command(command)) => Answered::Command(command),
                Ok(Understood::Empty) => Answered::Empty,
                Err(message) => {
                    self.say(&message)?;
                    Answered::Again
                }
            },
            Reply::Picked(values) => match answer::picked(question, values) {
                Ok(value) => value.map_or(Answered::Empty, Answered::Value),
                Err(message) => {
                    self.say(&message)?;
                    Answered::Again
                }
            },
            Reply::Given(given) => match answer::given(question, given, &context) {
                Ok(value) => Answered::Value(value),
                Err(message) => Answered::Finish(Finish::Misfit(path.to_owned(), message)),
            },
            Reply::Again(value) => Answered::Value(value.clone()),
            Reply::Command(command) => Answered::Command(*command),
            Reply::End | Reply::Missing | Reply::Changed => Answered::Again,
        })
    }

    pub(super) fn read_note(&self, reply: &Reply, path: &str) -> Answered {
        let anything = Question { form: Form::Choice(Vec::new()), can_skip: false };
        match reply {
            Reply::Command(command) => Answered::Command(*command),
            Reply::Typed(line) => match answer::read(&anything, line, &self.context()) {
                Ok(Understood::Command(command)) => Answered::Command(command),
                _ => Answered::Empty,
            },
            other => Self::stopped(other, path).map_or(Answered::Empty, Answered::Finish),
        }
    }

    fn context(&self) -> Context {
        let now = (self.clock)().max(self.session.clock());
        Context { lang: self.lang(), zone: self.session.zone().clone(), now }
    }

    fn take(&mut self, asking: &Asking<'p>, value: Value) -> io::Result<Turn> {
        self.understood(&value, asking.step)?;
        self.happen(Event::Answer(asking.path.clone(), value))?;
        Ok(Turn::On)
    }

    fn seen(&mut self, asking: &Asking<'p>) -> io::Result<Turn> {
        self.happen(Event::Seen(asking.path.clone()))?;
        Ok(Turn::On)
    }

    /// An empty line: the default that was said in words, nothing ticked, or the question again.
    fn empty(&mut self, asking: &Asking<'p>, question: &Question) -> io::Result<Turn> {
        match asking.suggestion.clone() {
            Some(value) => self.take(asking, value),
            None => self.none(asking, question),
        }
    }

    /// Nothing ticked, where that is an answer.
    fn none(&mut self, asking: &Asking<'p>, question: &Question) -> io::Result<Turn> {
        if question.allows_none() {
            if asking.flow.guard && self.manner.is_person() {
                return self.really_none(asking);
            }
            return self.take(asking, Value::Choices(Vec::new()));
        }
        self.say(&Message::new("screen-no-answer"))?;
        Ok(Turn::On)
    }

    /// On the guard's screen an empty line is asked once more; not knowing counts as danger.
    fn really_none(&mut self, asking: &Asking<'p>) -> io::Result<Turn> {
        match self.choose("<none>", &Message::new("screen-really-none"), &["none", "again", "unsure"])? {
            Picked::Option(id) if id == "none" => self.take(asking, Value::Choices(Vec::new())),
            Picked::Option(id) if id == "unsure" => {
                if let Some(flow) = self.session.pack().secret_out() {
                    self.happen(Event::Flow(asking.path.clone(), flow.id.clone()))?;
                }
                Ok(Turn::On)
            }
            Picked::Option(_) | Picked::Command(Command::Back) | Picked::Moved => Ok(Turn::On),
            Picked::Command(command) => {
                if command == Command::Skip && asking.question.as_ref().is_some_and(|question| question.can_skip) {
                    // What follows is no check of the list that somebody has just said no to.
                    self.say(&Message::new("screen-really-none-skipped"))?;
                }
                self.command(command, Some(asking))
            }
            Picked::Finish(finish) => Ok(Turn::Finish(finish)),
        }
    }

    /// At the third visit of a step a person is offered to stop; a script that goes in circles is stopped.
    fn too_often(&mut self, asking: &Asking<'p>) -> io::Result<Option<Turn>> {
        if self.manner == Manner::Script {
            let circle = asking.visit > CIRCLE;
            return Ok(circle.then(|| Turn::Finish(Finish::Circle(asking.path.clone(), asking.visit))));
        }
        let here = (asking.path.clone(), asking.visit);
        if asking.visit < TOO_OFTEN || self.persists == here || asking.flow.makes_list() {
            return Ok(None);
        }
        Ok(match self.choose("<too-often>", &Message::new("screen-too-often"), &["on", "stop"])? {
            Picked::Option(id) if id == "stop" => {
                self.happen(Event::GiveUp)?;
                Some(Turn::On)
            }
            Picked::Option(_) => {
                self.persists = here;
                None
            }
            Picked::Command(command) => Some(self.command(command, Some(asking))?),
            Picked::Moved => Some(Turn::On),
            Picked::Finish(finish) => Some(Turn::Finish(finish)),
        })
    }

    /// What a command does at any screen. `asking`: the step that waits, where one does.
    pub(super) fn command(&mut self, command: Command, asking: Option<&Asking<'p>>) -> io::Result<Turn> {
        match command {
            Command::Back => self.happen(Event::Back)?,
            Command::Lang => {
                self.titled.clear();
                self.happen(Event::Lang(self.lang().other()))?;
            }
            Command::Quit => return Ok(Turn::Finish(Finish::Quit)),
            Command::Review => return self.review(),
            // The guard's question comes before any problem, however its flow was entered.
            Command::Flow if asking.is_some_and(|asking| asking.flow.guard) => {
                self.say(&Message::new("screen-guard-first"))?;
            }
            Command::Flow => return self.other_flow(),
            Command::Help => self.help(asking)?,
            Command::Skip => return self.skip(asking),
            Command::GiveUp => {
                if asking.is_some_and(|asking| asking.visit >= TOO_OFTEN) {
                    self.happen(Event::GiveUp)?;
                } else {
                    self.say(&Message::new("screen-stop-later"))?;
                }
            }
        }
        Ok(Turn::On)
    }

    fn skip(&mut self, asking: Option<&Asking<'p>>) -> io::Result<Turn> {
        let Some(asking) = asking else {
            self.say(&Message::new("screen-cannot-skip"))?;
            return Ok(Turn::On);
        };
        match (&asking.step.verb, &asking.question) {
            (Verb::Do(_) | Verb::Try(_), _) => self.take(asking, Value::Choice("skipped".to_owned())),
            (_, None) => self.seen(asking),
            (_, Some(question)) if question.can_skip => self.take(asking, Value::Unknown),
            (_, Some(_)) => {
                self.say(&Message::new("screen-cannot-skip"))?;
                Ok(Turn::On)
            }
        }
    }

    /// What a step belongs to, what that is about, and how to answer.
    fn about(&mut self, asking: &Asking<'p>) -> io::Result<()> {
        let lang = self.lang();
        let titles: Vec<String> = asking.flows.iter().map(|flow| flow.title.as_plain(lang)).collect();
        let about = asking.flows.iter().rev().find_map(|flow| flow.about.as_ref());
        let part = match about {
            Some(about) => Message::new("screen-help-about").with("about", about.as_plain(lang)),
            None => Message::new("screen-help-part"),
        };
        self.say(&part.with("flow", titles.join(" > ")))?;
        match (&asking.step.verb, &asking.question) {
            (Verb::Do(_), _) => self.say(&Message::new("screen-help-do")),
            (Verb::Try(_), _) => self.say(&Message::new("screen-help-try")),
            (_, Some(_)) => self.say(&Message::new("screen-help-question")),
            (_, None) => Ok(()),
        }
    }

    fn help(&mut self, asking: Option<&Asking<'p>>) -> io::Result<()> {
        if let Some(asking) = asking {
            let (_, hint) = self.session.words_of(asking.step);
            let example = asking.question.as_ref().and_then(Question::example);
            match (hint, &example) {
                (Some(hint), _) => self.prompter.say(&cover(&hint))?,
                (None, Some(_)) => {}
                // Nothing was written about this step: what it belongs to says what it is good for.
                (None, None) => self.about(asking)?,
            }
            if let Some(example) = example {
                self.say(&example)?;
            }
        }
        self.say(&Message::new(self.prompter.help()))
    }
}
