//! The conversation: every item on a screen of its own, each answer judged at once.

use super::place::Place;
use super::sheet::{Item, Sheet};
use crate::answer::{self, Context, Form, Question, Understood};
use crate::flow::Group;
use crate::flow::step::{Choice, TextFormat};
use crate::flow::text::Text;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::prompt::{self, Command, Prompter, Reply, Screen, ScreenOption, Wiped};
use crate::secrets::{Verdict, cover, judge};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::io;

/// How it ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Everything is answered.
    Complete,
    /// The person quit.
    Quit,
    /// The input ended before these were answered.
    Ended(Vec<Item>),
}

/// Somebody and their answers.
pub(super) struct Talk<'t> {
    pub(super) prompter: &'t mut dyn Prompter,
    pub(super) lang: Lang,
    pub(super) place: &'t Place,
    pub(super) sheet: Sheet,
    /// Whether it has been said what is being made.
    pub(super) titled: bool,
}

/// What became of a reply.
enum Heard {
    Taken(String),
    Again,
    Back,
    Quit,
    Ended,
}

impl Talk<'_> {
    /// Asks until everything is answered or somebody stops. Errors: the terminal or the output is gone.
    pub(super) fn run(&mut self) -> io::Result<Ending> {
        let id_is_given = self.sheet.get(Item::Id).is_some();
        let mut at = 0;
        loop {
            let items = self.sheet.items(id_is_given);
            let Some(&item) = items.get(at) else { return Ok(Ending::Complete) };
            match self.ask(item)? {
                Heard::Taken(answer) => {
                    self.sheet.set(item, &answer);
                    at += 1;
                }
                Heard::Again => {}
                Heard::Back if at == 0 => self.say(&Message::new("screen-first"))?,
                Heard::Back => at -= 1,
                Heard::Quit => return Ok(Ending::Quit),
                Heard::Ended => {
                    let open = items.into_iter().filter(|item| self.sheet.get(*item).is_none());
                    return Ok(Ending::Ended(open.collect()));
                }
            }
        }
    }

    fn ask(&mut self, item: Item) -> io::Result<Heard> {
        let question = question(item);
        let screen = self.screen(item);
        self.titled = true;
        let reply = self.prompter.ask(&screen)?;
        if let Reply::Typed(line) = &reply
            && let Verdict::Refused(kind) | Verdict::Shortened(_, kind) = judge(line, Some(TextFormat::Free))
        {
            drop(reply);
            let looks = match self.prompter.wipe()? {
                Wiped::Gone => "secret-refused-wiped",
                Wiped::Visible => "secret-refused-visible",
                Wiped::Unshown => "secret-refused",
            };
            self.say(&Message::new(looks).with("kind", kind.name()))?;
            return Ok(Heard::Again);
        }
        let around = Context { lang: self.lang, zone: TimeZone::UTC, now: Timestamp::UNIX_EPOCH };
        let value = match &reply {
            Reply::Typed(line) => match answer::read(&question, line, &around) {
                Ok(Understood::Answer { value, notice }) => {
                    if let Some(notice) = notice {
                        self.say(&notice)?;
                    }
                    Some(value)
                }
                Ok(Understood::Command(command)) => return self.command(command, item),
                Ok(Understood::Empty) => None,
                Err(message) => {
                    self.say(&message)?;
                    return Ok(Heard::Again);
                }
            },
            Reply::Picked(values) => answer::picked(&question, values).ok().flatten(),
            Reply::Command(command) => return self.command(*command, item),
            // Whatever else comes is no answer of a person.
            _ => return Ok(Heard::Ended),
        };
        match (value, self.sheet.get(item)) {
            (Some(value), _) => self.take(item, &value),
            // What was answered before was said to be the default.
            (None, Some(before)) => Ok(Heard::Taken(before.to_owned())),
            (None, None) => {
                self.say(&Message::new("screen-no-answer"))?;
                Ok(Heard::Again)
            }
        }
    }

    fn take(&mut self, item: Item, value: &Value) -> io::Result<Heard> {
        let typed = match value {
            Value::Text(text) => text.clone(),
            other => other.key().to_owned(),
        };
        let answer = if item == Item::Id { self.place.id(&typed) } else { typed };
        let verdict = self.sheet.judge(item, &answer);
        let mut refused = verdict.refused;
        if item == Item::Id && refused.is_empty() {
            refused.extend(self.place.refuse(&answer));
        }
        for why in &refused {
            self.say(&Message::new("new-refused").with("message", why.clone()))?;
        }
        if !refused.is_empty() {
            return Ok(Heard::Again);
        }
        if let Some(remark) = verdict.remark {
            self.say(&Message::new("new-remark").with("message", remark))?;
        }
        Ok(Heard::Taken(answer))
    }

    fn command(&mut self, command: Command, item: Item) -> io::Result<Heard> {
        match command {
            Command::Back => return Ok(Heard::Back),
            Command::Quit => return Ok(Heard::Quit),
            Command::Lang => self.lang = self.lang.other(),
            Command::Help => {
                self.say(&Message::new(format!("new-help-{}", self.word(item))))?;
                self.say(&Message::new("new-help"))?;
            }
            Command::Skip | Command::Review | Command::Flow | Command::GiveUp => {
                self.say(&Message::new("new-no-command"))?;
            }
        }
        Ok(Heard::Again)
    }

    /// The item's word in the keys of its sentences.
    fn word(&self, item: Item) -> String {
        let shared = self.sheet.is_shared() && matches!(item, Item::Question(_));
        format!("{}{}", item.word(), if shared { "-shared" } else { "" })
    }

    fn screen(&self, item: Item) -> Screen {
        let text = |key: &str| Message::new(key).text(self.lang);
        let options = question(item).options(self.lang);
        let before = self.sheet.get(item);
        let words =
            |value: &str| options.iter().find(|(id, _)| id == value).map_or(value, |(_, label)| label).to_owned();
        Screen {
            path: format!("<{}>", item.word()),
            visit: 1,
            lang: self.lang,
            form: if options.is_empty() { prompt::Form::Line } else { prompt::Form::One },
            title: (!self.titled).then(|| {
                let key = if item == Item::Id { "new-title" } else { "new-title-file" };
                let path = super::place::shown(&self.place.flow(self.sheet.or_sample(Item::Id)));
                Message::new(key).with("path", path).with("folder", self.place.shown()).text(self.lang)
            }),
            notices: Vec::new(),
            text: text(&format!("new-ask-{}", self.word(item))),
            channels: Vec::new(),
            default: before.map(str::to_owned).into_iter().collect(),
            default_words: before.map(words),
            format_words: (item != Item::Group).then(|| text(&format!("new-example-{}", item.word()))),
            options: options.into_iter().map(|(value, label)| ScreenOption { value, label, heading: None }).collect(),
            ahead: None,
            urgent: false,
        }
    }

    fn say(&mut self, message: &Message) -> io::Result<()> {
        self.prompter.say(&cover(&message.text(self.lang)))
    }
}

/// How an item is answered.
fn question(item: Item) -> Question {
    let form = if item == Item::Group { Form::Choice(groups()) } else { Form::Text(TextFormat::Free) };
    Question { form, can_skip: false }
}

fn groups() -> Vec<Choice> {
    let group = |(id, _): (&str, Group)| {
        let [zh, en] = Lang::ALL.map(|lang| Message::new(format!("group-{id}")).text(lang));
        Choice { value: id.to_owned(), label: Text::plain(&zh, &en) }
    };
    Group::ALL.map(group).into()
}
