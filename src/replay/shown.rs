//! The prompter of a replay: shows each screen as plain lines do, and under it what was answered.

use super::again::Course;
use crate::flow::WORDS;
use crate::flow::display;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::prompt::plain::Plain;
use crate::prompt::{Command, Form, Prompter, Reply, Screen, Wiped};
use crate::session::Moved;
use jiff::tz::TimeZone;
use std::cell::RefCell;
use std::io::{self, Empty, Write, empty};
use std::rc::Rc;
use std::time::Duration;

/// Answers each screen as it was answered before.
pub(super) struct Again<'c, 'r> {
    course: &'c Course<'r>,
    plain: Plain<'static, Empty, Memory>,
    written: Rc<RefCell<Vec<u8>>>,
    /// The step and how often it was shown: where an answer leads nowhere, it is not given for ever.
    last: (usize, u32),
    /// The session's.
    zone: TimeZone,
    ended: bool,
    /// Whether the problem was told in own words.
    has_words: bool,
}

/// So often the same step may come up before it counts as one that no screen has.
const PATIENCE: u32 = 10;

/// What a screen leaves behind, for others to read.
struct Memory(Rc<RefCell<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'c, 'r> Again<'c, 'r> {
    pub(super) fn new(course: &'c Course<'r>, written: Rc<RefCell<Vec<u8>>>, zone: TimeZone, columns: usize) -> Self {
        let plain = Plain::new(empty(), Memory(Rc::clone(&written)), columns).without_introduction();
        Self { course, plain, written, last: (usize::MAX, 0), zone, ended: false, has_words: false }
    }

    /// Whether the last screen of the way was shown.
    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// Puts the words of the answer where somebody would have typed them.
    fn answered(&mut self, words: &str) {
        let mut written = self.written.borrow_mut();
        while written.last() == Some(&b'\n') {
            written.pop();
        }
        written.extend_from_slice(words.as_bytes());
        written.push(b'\n');
    }

    fn reply(&self, screen: &Screen) -> Option<(Reply, String)> {
        let lang = screen.lang;
        let say = |key: &str| Message::new(key).text(lang);
        let picked = |value: &str| {
            let label = screen.options.iter().find(|option| option.value == value).map(|option| option.label.clone());
            Some((Reply::Picked(vec![value.to_owned()]), label?))
        };
        let next = self.course.next();
        let moved = next.map(|step| &step.moved);
        match screen.path.as_str() {
            "<consent>" => picked(if self.course.consent() { "yes" } else { "no" }),
            "<country>" => picked(self.course.country().unwrap_or("<elsewhere>")),
            "<too-often>" => picked(if moved == Some(&Moved::GiveUp) { "stop" } else { "on" }),
            "<none>" => picked("unsure"),
            WORDS => match self.course.words().filter(|_| !self.has_words) {
                Some(words) => Some((Reply::Again(Value::Text(words.to_owned())), words.to_owned())),
                // Nothing said is an answer too, and leads to the list of all.
                None => Some((Reply::Picked(Vec::new()), say("replay-words-unknown"))),
            },
            "<found>" | "<flow>" => match moved? {
                Moved::Flow(flow) => picked(flow).or_else(|| picked("<all>")),
                _ => None,
            },
            "<end>" if matches!(moved, Some(Moved::Flow(_))) => {
                Some((Reply::Command(Command::Flow), ":flow".to_owned()))
            }
            "<end>" => Some((Reply::Picked(Vec::new()), say("replay-read"))),
            path if next.is_some_and(|step| step.path == path) => match moved? {
                Moved::Answer(value) => Some((Reply::Again(value.clone()), words(value, screen, &self.zone))),
                Moved::Seen => Some((Reply::Picked(Vec::new()), say("replay-read"))),
                // On the guard's screen only who is unsure gets away without an answer.
                Moved::Flow(_) if path.starts_with("guard.") => Some((Reply::Picked(Vec::new()), String::new())),
                Moved::Flow(_) => Some((Reply::Command(Command::Flow), ":flow".to_owned())),
                Moved::GiveUp => Some((Reply::Command(Command::GiveUp), ":stop".to_owned())),
                Moved::Probe(_) => None,
            },
            _ => None,
        }
    }
}

impl Prompter for Again<'_, '_> {
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply> {
        let place = self.course.place();
        self.last = if self.last.0 == place { (place, self.last.1 + 1) } else { (place, 1) };
        self.plain.ask(screen)?;
        self.ended = self.course.next().is_none();
        let reply = self.reply(screen).filter(|_| self.last.1 <= PATIENCE);
        let Some((reply, words)) = reply else {
            self.answered("");
            return Ok(Reply::End);
        };
        self.answered(&words);
        let leads_on = match &reply {
            Reply::Again(_) if screen.path == WORDS => {
                self.has_words = true;
                false
            }
            Reply::Again(_) | Reply::Command(Command::GiveUp) => true,
            Reply::Picked(values) => match screen.path.as_str() {
                WORDS => false,
                "<flow>" | "<found>" => values.first().is_some_and(|value| value != "<all>"),
                "<none>" => values.first().is_some_and(|value| value == "unsure"),
                "<too-often>" => values.first().is_some_and(|value| value == "stop"),
                path => screen.form == Form::Note && path != "<end>",
            },
            _ => false,
        };
        if leads_on {
            self.course.take();
        }
        Ok(reply)
    }

    fn say(&mut self, paragraph: &str) -> io::Result<()> {
        self.plain.say(paragraph)
    }

    fn wipe(&mut self) -> io::Result<Wiped> {
        Ok(Wiped::Unshown)
    }

    fn wait(
        &mut self,
        _label: &str,
        _lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool> {
        Ok(done(deadline))
    }
}

/// An answer as the screen words it.
fn words(value: &Value, screen: &Screen, zone: &TimeZone) -> String {
    let label = |id: &str| screen.options.iter().find(|option| option.value == id).map(|option| option.label.clone());
    match value {
        Value::Unknown => label("unknown").unwrap_or_else(|| Message::new("answer-dont-know").text(screen.lang)),
        Value::Choice(id) => label(id).unwrap_or_else(|| id.clone()),
        Value::Choices(ids) if ids.is_empty() => Message::new("value-none-ticked").text(screen.lang),
        Value::Choices(ids) => {
            let labels: Vec<String> = ids.iter().filter_map(|id| label(id)).collect();
            labels.join(&Message::new("list-comma").text(screen.lang))
        }
        Value::Time(at) => display::iso(*at, zone),
        other => display::file_form(other),
    }
}
