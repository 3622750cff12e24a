//! The program's own lists: what happened, where are you, which answer to change.

use super::person::Answered;
use super::secret::{Heard, URGENT};
use super::{Finish, Turn, Walk};
use crate::answer::{Form, Question};
use crate::flow::step::Choice;
use crate::flow::text::Text;
use crate::flow::{Flow, display};
use crate::i18n::{Lang, Message};
use crate::prompt::{Command, ScreenOption};
use crate::session::event::Event;
use crate::session::request::Asking;
use std::io;

/// What was chosen from a list of the program.
pub(super) enum Picked {
    Option(String),
    Command(Command),
    /// Something urgent came up, and the walk is elsewhere.
    Moved,
    Finish(Finish),
}

/// The option that leads back to the question.
const STAY: &str = "<stay>";

impl Walk<'_, '_> {
    /// "What happened?", by group.
    pub(super) fn pick(&mut self) -> io::Result<Turn> {
        match self.pick_flow(false)? {
            Picked::Option(flow) => {
                self.happen(Event::Flow(self.session.path(), flow))?;
                Ok(Turn::On)
            }
            Picked::Command(command) => self.command(command, None),
            Picked::Moved => Ok(Turn::On),
            Picked::Finish(finish) => Ok(Turn::Finish(finish)),
        }
    }

    /// "This is not my problem": another flow, or back to the question.
    pub(super) fn other_flow(&mut self) -> io::Result<Turn> {
        match self.pick_flow(true)? {
            Picked::Option(flow) if flow != STAY => {
                self.happen(Event::Flow(self.session.path(), flow))?;
                Ok(Turn::On)
            }
            other => self.stay(other),
        }
    }

    fn pick_flow(&mut self, can_stay: bool) -> io::Result<Picked> {
        let lang = self.lang();
        let mut flows: Vec<&Flow> = self.session.pack().flows.values().filter(|flow| flow.is_main()).collect();
        flows.sort_by_key(|flow| (flow.group.is_none(), flow.group));
        let mut last = None;
        let mut options: Vec<ScreenOption> = Vec::new();
        for flow in flows {
            let begins = last != Some(flow.group);
            last = Some(flow.group);
            let heading = flow.group.filter(|_| begins);
            let heading = heading.map(|group| Message::new(format!("group-{}", group.id())).text(lang));
            options.push(ScreenOption { value: flow.id.clone(), label: described(flow, lang), heading });
        }
        if can_stay {
            options.push(self.way_back());
        }
        self.choose_from("<flow>", &Message::new("screen-what-happened"), &options)
    }

    /// "Where are you?", once, before the first screen that lists regional channels.
    pub(super) fn ask_country(&mut self) -> io::Result<Turn> {
        let lang = self.lang();
        let option = |value: &str, label: String| ScreenOption { value: value.to_owned(), label, heading: None };
        let regions = self.session.pack().regions.values();
        let mut options: Vec<ScreenOption> =
            regions.filter_map(|region| Some(option(region.countries.first()?, region.name.as_plain(lang)))).collect();
        options.push(option("<elsewhere>", Message::new("screen-elsewhere").text(lang)));
        match self.choose_from("<country>", &Message::new("screen-country"), &options)? {
            Picked::Option(country) => {
                self.happen(Event::Country((country != "<elsewhere>").then_some(country)))?;
                Ok(Turn::On)
            }
            Picked::Command(command) => self.command(command, None),
            Picked::Moved => Ok(Turn::On),
            Picked::Finish(finish) => Ok(Turn::Finish(finish)),
        }
    }

    /// All answers; one can be changed or taken out of the summary.
    pub(super) fn review(&mut self) -> io::Result<Turn> {
        let (lang, answers) = (self.lang(), self.session.answers());
        if answers.is_empty() {
            self.say(&Message::new("screen-review-empty"))?;
            return Ok(Turn::On);
        }
        let mut options: Vec<ScreenOption> = Vec::new();
        for (path, step, value) in answers {
            let words = display::value(&value, Some(step), lang, self.session.zone(), self.session.clock());
            let line = Message::new("screen-review-line").with("name", self.name_of(&path)).with("value", words);
            options.push(ScreenOption { value: path, label: line.text(lang), heading: None });
        }
        options.push(self.way_back());
        let path = match self.choose_from("<review>", &Message::new("screen-review"), &options)? {
            Picked::Option(path) if path != STAY => path,
            other => return self.stay(other),
        };
        match self.choose("<review>", &Message::new("screen-review-what"), &["change", "drop", "leave"])? {
            Picked::Option(id) if id == "change" => self.change(&path),
            Picked::Option(id) if id == "drop" => {
                self.happen(Event::Drop(path))?;
                self.say(&Message::new("screen-dropped"))?;
                Ok(Turn::On)
            }
            other => self.stay(other),
        }
    }

    /// Back to the question from which a list was called; only quitting and help do what they do elsewhere.
    fn stay(&mut self, picked: Picked) -> io::Result<Turn> {
        match picked {
            Picked::Finish(finish) => Ok(Turn::Finish(finish)),
            Picked::Command(command @ (Command::Quit | Command::Help | Command::Lang)) => self.command(command, None),
            Picked::Option(_) | Picked::Command(_) | Picked::Moved => Ok(Turn::On),
        }
    }

    /// Asks an earlier question again.
    fn change(&mut self, path: &str) -> io::Result<Turn> {
        let Some(visit) = self.session.answered(path) else { return Ok(Turn::On) };
        let Some(question) = self.session.question(visit.step) else { return Ok(Turn::On) };
        let old = visit.value.clone();
        let asking = Asking {
            path: path.to_owned(),
            visit: visit.number,
            flow: visit.flow,
            flows: vec![visit.flow],
            step: visit.step,
            question: Some(question.clone()),
            suggestion: Some(old.clone()),
            finding: None,
        };
        loop {
            let mut screen = self.screen_of(&asking);
            screen.title = None;
            let reply = match self.hear(&screen, Some(&question))? {
                Heard::Reply(reply) => reply,
                Heard::Again => continue,
                Heard::Moved => return Ok(Turn::On),
                Heard::Finish(finish) => return Ok(Turn::Finish(finish)),
            };
            let value = match self.read(&question, &reply, path)? {
                Answered::Value(value) => value,
                Answered::Empty => old.clone(),
                Answered::Again => continue,
                Answered::Finish(finish) => return Ok(Turn::Finish(finish)),
                Answered::Command(command) => return self.stay(Picked::Command(command)),
            };
            if value != old {
                self.understood(&value, asking.step)?;
                self.happen(Event::Change(path.to_owned(), value))?;
            }
            return Ok(Turn::On);
        }
    }

    fn way_back(&self) -> ScreenOption {
        let label = Message::new("screen-stay").text(self.lang());
        ScreenOption { value: STAY.to_owned(), label, heading: None }
    }

    /// One of a few options whose labels are the sentences `TEXT-OPTION`.
    pub(super) fn choose(&mut self, path: &str, text: &Message, options: &[&str]) -> io::Result<Picked> {
        let lang = self.lang();
        let label = |id: &str| Message::new(format!("{}-{id}", text.key)).text(lang);
        let options: Vec<ScreenOption> = options
            .iter()
            .map(|id| ScreenOption { value: (*id).to_owned(), label: label(id), heading: None })
            .collect();
        self.choose_from(path, text, &options)
    }

    fn choose_from(&mut self, path: &str, text: &Message, options: &[ScreenOption]) -> io::Result<Picked> {
        let choices = options
            .iter()
            .map(|option| Choice { value: option.value.clone(), label: Text::plain(&option.label, &option.label) })
            .collect();
        let question = Question { form: Form::Choice(choices), can_skip: false };
        loop {
            let mut screen = self.blank(path, text.text(self.lang()));
            screen.options = options.to_vec();
            screen.urgent = path == URGENT;
            let reply = match self.hear(&screen, Some(&question))? {
                Heard::Reply(reply) => reply,
                Heard::Again => continue,
                Heard::Moved => return Ok(Picked::Moved),
                Heard::Finish(finish) => return Ok(Picked::Finish(finish)),
            };
            match self.read(&question, &reply, path)? {
                Answered::Value(value) => return Ok(Picked::Option(value.key().to_owned())),
                Answered::Command(command) => return Ok(Picked::Command(command)),
                Answered::Finish(finish) => return Ok(Picked::Finish(finish)),
                Answered::Empty => self.say(&Message::new("screen-no-answer"))?,
                Answered::Again => {}
            }
        }
    }
}

/// A flow's title and, behind it, when it fits.
fn described(flow: &Flow, lang: Lang) -> String {
    let title = flow.title.as_plain(lang);
    let about = flow.about.as_ref().map(|about| about.as_plain(lang));
    match (about, lang) {
        (Some(about), Lang::Zh) => format!("{title}（{about}）"),
        (Some(about), Lang::En) => format!("{title} ({about})"),
        (None, _) => title,
    }
}
