//! The program's own lists: where are you, which answer to change.

use super::person::Answered;
use super::secret::{Heard, URGENT};
use super::{Finish, Turn, Walk};
use crate::answer::{Form, Question};
use crate::flow::WORDS;
use crate::flow::display;
use crate::flow::step::Choice;
use crate::flow::text::Text;
use crate::i18n::Message;
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
pub(super) const STAY: &str = "<stay>";

impl Walk<'_, '_> {
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
        let own_words = self.session.all_words().filter(|words| !words.is_empty()).map(str::to_owned);
        if answers.is_empty() && own_words.is_none() {
            self.say(&Message::new("screen-review-empty"))?;
            return Ok(Turn::On);
        }
        let mut options: Vec<ScreenOption> = Vec::new();
        if let Some(words) = &own_words {
            let name = Message::new("screen-review-words").text(lang);
            let line = Message::new("screen-review-line").with("name", name).with("value", words.as_str());
            options.push(self.reviewed(WORDS.to_owned(), &line));
        }
        for (path, step, value) in answers {
            let words = display::value(&value, Some(step), lang, self.session.zone(), self.session.clock());
            let line = Message::new("screen-review-line").with("name", self.name_of(&path)).with("value", words);
            options.push(self.reviewed(path, &line));
        }
        options.push(self.way(STAY, "screen-stay"));
        let path = match self.choose_from("<review>", &Message::new("screen-review"), &options)? {
            Picked::Option(path) if path != STAY => path,
            other => return self.stay(other),
        };
        let line = options.into_iter().find(|option| option.value == path).map(|option| option.label);
        self.change_or_drop(path, &line.unwrap_or_default()).map(|(turn, _)| turn)
    }

    /// A line of all answers, which says whether it stands in the summary.
    fn reviewed(&self, path: String, line: &Message) -> ScreenOption {
        let lang = self.lang();
        let line = line.text(lang);
        let is_left_out = self.session.is_left_out(&path);
        let label =
            if is_left_out { Message::new("screen-review-left-out").with("line", line).text(lang) } else { line };
        ScreenOption { value: path, label, heading: None }
    }

    /// What becomes of one line of the summary, and whether it was left out.
    pub(super) fn change_or_drop(&mut self, path: String, line: &str) -> io::Result<(Turn, bool)> {
        let said = path == WORDS || self.session.answered(&path).is_some();
        let options: &[&str] = match (said, self.session.is_left_out(&path)) {
            (true, true) => &["change", "restore", "leave"],
            (true, false) => &["change", "drop", "leave"],
            (false, _) => &["drop", "leave"],
        };
        let turn = match self.choose("<review>", &Message::new("screen-review-what"), options)? {
            Picked::Option(id) if id == "change" && path == WORDS => self.change_words(),
            Picked::Option(id) if id == "change" => self.change(&path),
            Picked::Option(id) if id == "restore" => {
                self.restore(&path)?;
                Ok(Turn::On)
            }
            Picked::Option(id) if id == "drop" => {
                self.happen(Event::Drop(path))?;
                self.say(&Message::new("screen-dropped").with("line", line))?;
                return Ok((Turn::On, true));
            }
            other => self.stay(other),
        };
        turn.map(|turn| (turn, false))
    }

    /// Puts a line into the summary again: it is said once more as it was.
    fn restore(&mut self, path: &str) -> io::Result<()> {
        let again = if path == WORDS {
            self.session.all_words().map(|words| Event::Words(words.to_owned()))
        } else {
            self.session.answered(path).map(|visit| Event::Change(path.to_owned(), visit.value))
        };
        again.map_or(Ok(()), |event| self.happen(event))
    }

    /// Back to the question from which a list was called; only quitting and help do what they do elsewhere.
    pub(super) fn stay(&mut self, picked: Picked) -> io::Result<Turn> {
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
            // Another question waits.
            screen.ahead = None;
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

    /// One of a few options whose labels are the sentences `TEXT-OPTION`.
    pub(super) fn choose(&mut self, path: &str, text: &Message, options: &[&str]) -> io::Result<Picked> {
        let options = self.labelled(text, options);
        self.choose_from(path, text, &options)
    }

    /// The same, where Enter alone means one of them.
    pub(super) fn choose_or(
        &mut self,
        path: &str,
        text: &Message,
        options: &[&str],
        default: &str,
    ) -> io::Result<Picked> {
        let options = self.labelled(text, options);
        self.choose_with(path, text, &options, Some(default))
    }

    fn labelled(&self, text: &Message, options: &[&str]) -> Vec<ScreenOption> {
        options.iter().map(|id| self.way(id, &format!("{}-{id}", text.key))).collect()
    }

    pub(super) fn choose_from(&mut self, path: &str, text: &Message, options: &[ScreenOption]) -> io::Result<Picked> {
        self.choose_with(path, text, options, None)
    }

    fn choose_with(
        &mut self,
        path: &str,
        text: &Message,
        options: &[ScreenOption],
        default: Option<&str>,
    ) -> io::Result<Picked> {
        let choices = options
            .iter()
            .map(|option| Choice { value: option.value.clone(), label: Text::plain(&option.label, &option.label) })
            .collect();
        let question = Question { form: Form::Choice(choices), can_skip: false };
        loop {
            let mut screen = self.blank(path, text.text(self.lang()));
            screen.options = options.to_vec();
            screen.urgent = path == URGENT;
            if let Some(option) = options.iter().find(|option| Some(option.value.as_str()) == default) {
                screen.default = vec![option.value.clone()];
                screen.default_words = Some(option.label.clone());
            }
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
                Answered::Empty => match default {
                    Some(default) => return Ok(Picked::Option(default.to_owned())),
                    None => self.say(&Message::new("screen-no-answer"))?,
                },
                Answered::Again => {}
            }
        }
    }
}
