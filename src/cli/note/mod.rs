//! `sessions note`: what happened after the walk, such as an answer from support: when, where, who, what was said, and
//! what was promised.

mod daypart;
mod input;
mod part;

use super::args::session::NoteArgs;
use super::asking::{Talk, with_prompter};
use super::context::Context;
use super::exit::Exit;
use super::kept::{self, Kept};
use super::walking;
use crate::flow::display;
use crate::flow::step::TextFormat;
use crate::i18n::Message;
use crate::prompt::{Command, Prompter, Reply, Screen, Typed, Wiped};
use crate::record::Journal;
use crate::secrets::{Kind, Verdict, judge};
use crate::session::Session;
use crate::session::event::{Entry, Event, Note};
use crate::wording::refusal;
use input::Voice;
use jiff::Timestamp;
use part::{Around, Part, Unread};
use std::path::PathBuf;

/// The path of what is no step.
const NOTE: &str = "<note>";

/// Adds a note to a session. Without words they are asked for at a terminal, and read from standard input elsewhere.
pub fn run(context: &Context, args: &NoteArgs) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let refuse = |error| walking::refuse(context, &args.session, &error);
    let path = folder.find(&args.session).map_err(refuse)?;
    let (journal, record) = Journal::go_on(&path).map_err(refuse)?;
    let by_hand = args.words.is_empty() && context.input_is_terminal;
    let zone = kept::zone_of(&record.header.zone);
    // Words alone can be noted even where the flows are gone.
    let wanted = by_hand || args.channel.is_some() || args.promised.is_some();
    let kept = wanted.then(|| Kept::open(context, record, args.flows.as_deref())).transpose().inspect_err(|_| {
        context.say(&Message::new("note-nothing"));
    })?;
    let session = kept.as_ref().and_then(Kept::session).map(|(session, _)| session);
    let story = session.as_ref().map(Session::story);
    let around = Around { lang: context.lang, zone, now: Timestamp::now(), story };
    let mut desk = Desk { context, journal, path, around, by_hand, note: Note::default() };
    // What was given is judged before anybody types a word that would be lost with it.
    for part in Part::BESIDE {
        desk.given(part, given(args, part))?;
    }
    if by_hand {
        desk.ask(args)?;
    } else {
        let words = if args.words.is_empty() { input::piped(context)? } else { Typed::from(args.words.join(" ")) };
        desk.given(Part::Said, Some(words))?;
    }
    desk.keep()
}

/// What the command line says about a part.
fn given(args: &NoteArgs, part: Part) -> Option<Typed> {
    let given = match part {
        Part::Said => None,
        Part::At => args.at.as_deref(),
        Part::Channel => args.channel.as_deref(),
        Part::Agent => args.agent.as_deref(),
        Part::Promised => args.promised.as_deref(),
        Part::Ticket => args.ticket.as_deref(),
    };
    given.map(Typed::from)
}

/// A note that is being written.
struct Desk<'c, 'p> {
    context: &'c Context,
    journal: Journal,
    path: PathBuf,
    around: Around<'p>,
    /// Whether somebody types at a terminal.
    by_hand: bool,
    note: Note,
}

/// Why a part was not taken, with what has been said about it.
enum Refused {
    /// It was a secret, and that was said.
    Secret,
    /// It could not be read.
    Unread(Unread),
    /// The disk said no, and that was said.
    Lost(Exit),
}

impl Desk<'_, '_> {
    /// Takes what was given for a part, or says why not: nothing is noted then.
    fn given(&mut self, part: Part, typed: Option<Typed>) -> Result<(), Exit> {
        let Some(typed) = typed else { return Ok(()) };
        let mut voice = Voice { context: self.context, prompter: None };
        let message = match self.take(&mut voice, part, &typed) {
            Ok(_) => return Ok(()),
            Err(Refused::Lost(exit)) => return Err(exit),
            Err(Refused::Secret) => return Err(Exit::Usage),
            Err(Refused::Unread(Unread::Misfit(message))) => message,
            Err(Refused::Unread(Unread::Empty)) => Message::new("text-empty"),
            // There is nothing to go back to or to quit: nobody is asked.
            Err(Refused::Unread(Unread::Command(_))) => Message::new("note-command"),
        };
        if part == Part::Said {
            self.context.complain(&message);
        } else {
            self.context.complain(&Message::new("note-option").with("option", part.option()).with("message", message));
        }
        self.context.say(&Message::new("note-repeat"));
        Err(Exit::Usage)
    }

    /// Asks for what was said, and for every part that the command line does not give; an empty line skips it.
    fn ask(&mut self, args: &NoteArgs) -> Result<(), Exit> {
        let terminal = input::watched(self.context)?;
        let talk = Talk { plain: false, kept: false };
        let context = self.context;
        with_prompter(context, &terminal, talk, |prompter| self.converse(args, prompter))
    }

    fn converse(&mut self, args: &NoteArgs, prompter: &mut dyn Prompter) -> Result<(), Exit> {
        let parts: Vec<Part> = std::iter::once(Part::Said).chain(Part::BESIDE).collect();
        let mut typed: Vec<Option<Typed>> = vec![None; parts.len()];
        let mut voice = Voice { context: self.context, prompter: Some(prompter) };
        let mut at = 0;
        while let Some(&part) = parts.get(at) {
            if let Some(given) = given(args, part) {
                // Once more, since a promise counts from the contact, of which only now is known when it was.
                self.given(part, Some(given))?;
                at += 1;
                continue;
            }
            let lang = self.around.lang;
            let screen = input::screen(part, &part.question(&self.around), lang, typed[at].as_deref());
            let taken = match self.reply(&mut voice, &screen)? {
                Ok(line) if line.trim().is_empty() && typed[at].is_some() => Ok(None),
                Ok(line) => self.take(&mut voice, part, &line).map(Some),
                Err(command) => Err(Refused::Unread(Unread::Command(command))),
            };
            match taken {
                Ok(text) => {
                    typed[at] = text.or(typed[at].take());
                    at += 1;
                }
                Err(Refused::Unread(Unread::Empty)) if part != Part::Said => at += 1,
                Err(Refused::Unread(Unread::Empty)) => voice.say(lang, &Message::new("text-empty"))?,
                Err(Refused::Unread(Unread::Misfit(message))) => voice.say(lang, &message)?,
                Err(Refused::Unread(Unread::Command(command))) => match command {
                    Command::Quit => {
                        voice.say(lang, &Message::new("note-nothing"))?;
                        return Err(Exit::Unanswered);
                    }
                    Command::Back => match parts[..at].iter().rposition(|part| given(args, *part).is_none()) {
                        Some(before) => at = before,
                        None => voice.say(lang, &Message::new("note-first"))?,
                    },
                    Command::Lang => self.around.lang = lang.other(),
                    Command::Help => voice.say(lang, &Message::new("note-help"))?,
                    _ => voice.say(lang, &Message::new("note-command"))?,
                },
                Err(Refused::Lost(exit)) => return Err(exit),
                Err(Refused::Secret) => {}
            }
        }
        Ok(())
    }

    /// What somebody answered; inner error: a command. Errors: the terminal or the input is at its end.
    fn reply(&self, voice: &mut Voice<'_>, screen: &Screen) -> Result<Result<Typed, Command>, Exit> {
        let Some(prompter) = &mut voice.prompter else { return Err(Exit::Unanswered) };
        match prompter.ask(screen).map_err(|error| input::broken(self.context, &error))? {
            Reply::Typed(line) => Ok(Ok(line)),
            Reply::Command(command) => Ok(Err(command)),
            _ => {
                voice.say(screen.lang, &Message::new("note-nothing"))?;
                Err(Exit::Unanswered)
            }
        }
    }

    /// Takes one part as it was typed; what of it was kept.
    fn take(&mut self, voice: &mut Voice<'_>, part: Part, typed: &Typed) -> Result<Typed, Refused> {
        let lang = self.around.lang;
        let typed = match judge(typed, part.format()) {
            Verdict::Clean => typed.clone(),
            Verdict::Shortened(rest, kind) => {
                let wiped = voice.wipe().map_err(Refused::Lost)?;
                self.append(Event::Refused(NOTE.to_owned(), kind.id().to_owned())).map_err(Refused::Lost)?;
                let said = if wiped == Wiped::Visible { "secret-shortened-visible" } else { "secret-shortened" };
                let said = Message::new(said).with("kind", kind.name()).with("rest", rest.as_str());
                voice.say(lang, &said).map_err(Refused::Lost)?;
                Typed::from(rest)
            }
            Verdict::Refused(kind) => {
                let wiped = voice.wipe().map_err(Refused::Lost)?;
                self.append(Event::Refused(NOTE.to_owned(), kind.id().to_owned())).map_err(Refused::Lost)?;
                self.refuse(voice, kind, wiped).map_err(Refused::Lost)?;
                return Err(Refused::Secret);
            }
        };
        let contact = self.note.at.unwrap_or(self.around.now);
        match part {
            Part::At => self.note.at = Some(self.around.past(&typed).map_err(Refused::Unread)?),
            Part::Promised => {
                self.note.promised = Some(self.around.promise(&typed, contact).map_err(Refused::Unread)?);
            }
            Part::Said | Part::Channel | Part::Agent | Part::Ticket => {
                let (text, notice) = self.around.text(part, &typed).map_err(Refused::Unread)?;
                if let Some(notice) = notice {
                    voice.say(lang, &notice).map_err(Refused::Lost)?;
                }
                match part {
                    Part::Channel => self.note.channel = Some(self.around.channel(text).map_err(Refused::Unread)?),
                    Part::Agent => self.note.agent = Some(text),
                    Part::Ticket => self.note.ticket = Some(text),
                    Part::Said | Part::At | Part::Promised => self.note.said = text,
                }
            }
        }
        Ok(typed)
    }

    /// A secret that was spread over the parts, half of its words here and half there.
    fn spread(&self) -> Option<Kind> {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let (said, channel, agent) = (&self.note.said, part(&self.note.channel), part(&self.note.agent));
        let orders = [[said, &channel, &agent], [&channel, &agent, said], [&agent, &channel, said]];
        orders.iter().find_map(|parts| match judge(&parts.map(String::as_str).join(" "), Some(TextFormat::Free)) {
            Verdict::Refused(kind) if kind.opens_wallet() => Some(kind),
            _ => None,
        })
    }

    fn refuse(&self, voice: &mut Voice<'_>, kind: Kind, wiped: Wiped) -> Result<(), Exit> {
        let lang = self.around.lang;
        let looks = match wiped {
            Wiped::Gone => "secret-refused-wiped",
            Wiped::Visible => "secret-refused-visible",
            Wiped::Unshown => "secret-refused",
        };
        voice.complain(lang, &Message::new(looks).with("kind", kind.name()))?;
        voice.say(lang, &kind.instead())?;
        if kind.opens_wallet() {
            voice.say(lang, &Message::new("secret-note-exposed").with("id", self.journal.id()))?;
        }
        Ok(())
    }

    /// Writes the note down and says what will be reminded of.
    fn keep(mut self) -> Result<Exit, Exit> {
        if let Some(kind) = self.spread() {
            self.append(Event::Refused(NOTE.to_owned(), kind.id().to_owned()))?;
            let wiped = if self.by_hand { Wiped::Visible } else { Wiped::Unshown };
            self.refuse(&mut Voice { context: self.context, prompter: None }, kind, wiped)?;
            return Err(Exit::Usage);
        }
        let note = std::mem::take(&mut self.note);
        let promised = note.promised;
        self.append(Event::Note(note))?;
        let id = self.journal.id();
        let lang = self.around.lang;
        self.context.say_in(lang, &Message::new("session-noted").with("id", id));
        if let Some(until) = promised {
            let Around { zone, now, .. } = &self.around;
            let when = display::time(until, lang, zone, *now);
            let key = if until < *now { "session-noted-late" } else { "session-noted-promise" };
            self.context.say_in(lang, &Message::new(key).with("when", when).with("id", id));
        }
        Ok(Exit::Done)
    }

    fn append(&mut self, event: Event) -> Result<(), Exit> {
        self.journal.append(&Entry { at: Timestamp::now(), event }).map_err(|error| {
            let (path, reason) = (self.path.display().to_string(), refusal(&error));
            self.context.complain(&Message::new("session-io").with("path", path).with("reason", reason));
            Exit::Inaccessible
        })
    }
}
