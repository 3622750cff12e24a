//! The parts of a note: what each is asked as, and how it is read.

use super::daypart;
use crate::answer::{self, Form, Question, Understood};
use crate::flow::duration::Unit;
use crate::flow::step::TextFormat;
use crate::flow::value::Value;
use crate::hours::calendar;
use crate::i18n::{Lang, Message};
use crate::prompt::Command;
use crate::session::story::Story;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A part of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Said,
    At,
    Channel,
    Agent,
    Promised,
    Ticket,
}

/// The most characters of a name or a number.
const LONGEST: usize = 100;

/// What reading depends on.
pub(super) struct Around<'p> {
    pub(super) lang: Lang,
    pub(super) zone: TimeZone,
    pub(super) now: Timestamp,
    /// What the session came to; `None`: nothing that is noted needs it.
    pub(super) story: Option<Story<'p>>,
}

/// Why a part was not taken.
pub(super) enum Unread {
    /// Nothing is left of it.
    Empty,
    /// It is a command.
    Command(Command),
    /// It does not fit; the message says what would.
    Misfit(Message),
}

impl Part {
    /// All but what was said, in the order in which they are asked: the promise counts from the contact.
    pub(super) const BESIDE: [Self; 5] = [Self::At, Self::Channel, Self::Agent, Self::Promised, Self::Ticket];

    /// Its option on the command line.
    pub(super) fn option(self) -> &'static str {
        match self {
            Self::Said => "TEXT",
            Self::At => "--at",
            Self::Channel => "--channel",
            Self::Agent => "--agent",
            Self::Promised => "--promised",
            Self::Ticket => "--ticket",
        }
    }

    /// What kind of text it is for the filter of secrets; `None`: a time.
    pub(super) fn format(self) -> Option<TextFormat> {
        match self {
            Self::Said | Self::Channel | Self::Agent => Some(TextFormat::Free),
            Self::Ticket => Some(TextFormat::OrderId),
            Self::At | Self::Promised => None,
        }
    }

    /// How it is asked.
    pub(super) fn question(self, around: &Around<'_>) -> Message {
        match self {
            Self::Said => Message::new("note-ask-said"),
            Self::At => Message::new("note-ask-at"),
            Self::Agent => Message::new("note-ask-agent"),
            Self::Promised => Message::new("note-ask-promised"),
            Self::Ticket => Message::new("note-ask-ticket"),
            Self::Channel => match around.channels().as_slice() {
                [] => Message::new("note-ask-channel-any"),
                names => Message::new("note-ask-channel").with("channels", around.names(names)),
            },
        }
    }
}

impl Around<'_> {
    /// A text as an answer in own words is kept: one line, nothing invisible, not too long; beside it what was cut.
    pub(super) fn text(&self, part: Part, typed: &str) -> Result<(String, Option<Message>), Unread> {
        let format = part.format().unwrap_or(TextFormat::Free);
        let question = Question { form: Form::Text(format), can_skip: false };
        let (text, notice) = match answer::read(&question, typed, &self.context()) {
            Ok(Understood::Answer { value: Value::Text(text), notice }) => (text, notice),
            Ok(Understood::Command(command)) => return Err(Unread::Command(command)),
            _ => return Err(Unread::Empty),
        };
        if part != Part::Said && text.chars().count() > LONGEST {
            return Err(Unread::Misfit(Message::new("note-long").with("count", LONGEST)));
        }
        Ok((text, notice))
    }

    /// A time that has passed.
    pub(super) fn past(&self, typed: &str) -> Result<Timestamp, Unread> {
        self.time(typed, true)
    }

    /// Until when an answer was promised at a contact: so long after it, or a time. A day means its end.
    pub(super) fn promise(&self, typed: &str, contact: Timestamp) -> Result<Timestamp, Unread> {
        let until = match answer::wait(typed) {
            Some(wait) => {
                let country = self.story.as_ref().and_then(|story| story.country.as_deref());
                // As at the end of a walk: business days are those of whoever works on it.
                let theirs = self.story.as_ref().and_then(|story| story.profile.time_zone.as_ref());
                let zone = theirs.filter(|_| wait.unit == Unit::BusinessDay).unwrap_or(&self.zone);
                calendar::add(contact, wait, zone, country)
            }
            None => self.until(typed, contact)?,
        };
        if until > contact { Ok(until) } else { Err(Unread::Misfit(Message::new("note-promise-before"))) }
    }

    fn until(&self, typed: &str, contact: Timestamp) -> Result<Timestamp, Unread> {
        let text = typed.trim();
        if !text.contains(char::is_alphanumeric) {
            return self.time(text, false);
        }
        let bare =
            ["by ", "before ", "until ", "till "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
        let bare = ["之前", "以前", "前"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare).trim();
        let dated = answer::weekday(bare, self.zone.to_datetime(contact).date());
        let bare = dated.as_deref().unwrap_or(bare).trim_end();
        // Only a text without a time of day can take one.
        let tries = [daypart::over(bare).unwrap_or_else(|| format!("{bare} 23:59")), bare.to_owned(), text.to_owned()];
        let mut unread = Unread::Empty;
        for text in tries {
            match self.time(&text, false) {
                Ok(until) => return Ok(until),
                Err(why) => unread = why,
            }
        }
        Err(match unread {
            Unread::Misfit(message) if message.key == "time-unclear" => {
                Unread::Misfit(Message::new("note-promise-unclear"))
            }
            other => other,
        })
    }

    fn time(&self, typed: &str, past: bool) -> Result<Timestamp, Unread> {
        let question = Question { form: Form::Time { past }, can_skip: false };
        match answer::read(&question, typed, &self.context()) {
            Ok(Understood::Answer { value: Value::Time(at), .. }) => Ok(at),
            Ok(Understood::Command(command)) => Err(Unread::Command(command)),
            Ok(_) => Err(Unread::Empty),
            Err(message) => Err(Unread::Misfit(message)),
        }
    }

    /// The id of the channel with that id, name or number in the list, else the words; a number that is not in the list is
    /// a slip.
    pub(super) fn channel(&self, words: String) -> Result<String, Unread> {
        let Some(story) = &self.story else { return Ok(words) };
        let folded = words.to_lowercase();
        let named = |name: String| name.to_lowercase() == folded;
        let regional = story.region.into_iter().flat_map(|region| &region.channels);
        let mut all = story.profile.channels.iter().chain(regional);
        let known = all.find(|channel| {
            named(channel.id.clone()) || Lang::ALL.iter().any(|lang| named(channel.name.as_plain(*lang)))
        });
        let listed = match (known, words.parse::<usize>()) {
            (None, Ok(number)) => Some(story.profile.channels.get(number.wrapping_sub(1)).ok_or_else(|| {
                let channels = self.names(&self.channels());
                Unread::Misfit(Message::new("note-no-channel").with("channels", channels))
            })?),
            (known, _) => known,
        };
        Ok(listed.map_or(words, |channel| channel.id.clone()))
    }

    /// The provider's channels with their numbers.
    fn channels(&self) -> Vec<String> {
        let channels = self.story.iter().flat_map(|story| &story.profile.channels).enumerate();
        channels.map(|(at, channel)| format!("{} {}", at + 1, channel.name.as_plain(self.lang))).collect()
    }

    fn names(&self, names: &[String]) -> String {
        names.join(match self.lang {
            Lang::Zh => "，",
            Lang::En => ", ",
        })
    }

    fn context(&self) -> answer::Context {
        answer::Context { lang: self.lang, zone: self.zone.clone(), now: self.now }
    }
}
