//! The one loop: session, prompter, prober, journal. It asks the session what is next, lets the world answer, writes the
//! event down, and begins again.

mod by_hand;
mod case;
mod checks;
mod leave;
mod line;
mod lists;
mod person;
mod problem;
mod screens;
mod secret;

use checks::Found;
pub use leave::Outlet;
use secret::Heard;

use crate::flow::display;
use crate::flow::step::Step;
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::probe::{Prober, World};
use crate::prompt::{Prompter, Reply};
use crate::record::Journal;
use crate::secrets::cover;
use crate::session::event::{Entry, Event};
use crate::session::request::Request;
use crate::session::{Notice, Session};
use crate::wording::refusal;
use jiff::Timestamp;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A session being walked with somebody, or with a script.
pub struct Walk<'w, 'p> {
    session: Session<'p>,
    prompter: &'w mut dyn Prompter,
    prober: &'w mut dyn Prober,
    journal: Journal,
    clock: &'w dyn Fn() -> Timestamp,
    manner: Manner,
    /// Paragraphs for the next screen.
    notices: Vec<String>,
    /// What checks found since the last screen.
    found: Vec<Found>,
    /// How long somebody has waited for checks since then.
    waited: Duration,
    /// Whether whoever started the program allowed the checks over the network.
    allowed: bool,
    /// The flow and the checklists in it whose titles were shown last.
    titled: Vec<String>,
    /// The path and visit at which the person chose to go on rather than stop.
    persists: (String, u32),
    /// Whether the session speaks English now.
    english: Arc<AtomicBool>,
    /// Whether the flow has ended and only the summary is left to do.
    over: Arc<AtomicBool>,
    /// Where the summary can go from here, for somebody who sees it before it leaves.
    outlet: Option<&'w mut dyn Outlet>,
    /// What of it was shown last.
    shown: Option<String>,
    /// The path of the end that was read: what may follow is the summary.
    read_end: Option<String>,
    /// What happened here, for an author, whose flow may be another one soon.
    happened: Vec<Entry>,
}

/// With whom it is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// A person: is asked for the country, offered to stop, shown the end before the summary.
    Person,
    /// A file: is asked nothing that is not a step of a flow.
    Script,
    /// Who wrote the flow: as a person, and says what each check should find.
    Author,
}

impl Manner {
    /// Whether somebody sees the screens.
    fn is_person(self) -> bool {
        self != Self::Script
    }
}

/// How a walk came to its end.
#[derive(Debug, Clone, PartialEq)]
pub enum Finish {
    /// The flow's end was reached.
    End,
    /// The person saved and quit.
    Quit,
    /// The input ended, with a question open at that path.
    InputEnded(String),
    /// A script has no answer for that path.
    Missing(String),
    /// A script's answer at that path does not fit; the message says what would.
    Misfit(String, Message),
    /// A script answers in circles: the path that was reached too often.
    Circle(String, u32),
    /// The flow was edited while somebody walked it.
    Changed,
}

/// A script that answers the same step this often goes round in circles.
const CIRCLE: u32 = 50;

/// What checks can know when a walk of that session begins.
pub fn world(session: &Session<'_>) -> World {
    World {
        profile: session.profile().clone(),
        region: session.region().cloned(),
        country: session.country().map(str::to_owned),
        zone: session.zone().clone(),
        now: session.clock(),
    }
}

/// What a round of the loop leads to.
enum Turn {
    On,
    Finish(Finish),
}

impl<'w, 'p> Walk<'w, 'p> {
    /// A walk of a session that has its `start` event.
    pub fn new(
        session: Session<'p>,
        journal: Journal,
        prompter: &'w mut dyn Prompter,
        prober: &'w mut dyn Prober,
        clock: &'w dyn Fn() -> Timestamp,
        manner: Manner,
    ) -> Self {
        Self {
            english: Arc::default(),
            session,
            prompter,
            prober,
            journal,
            clock,
            manner,
            notices: Vec::new(),
            found: Vec::new(),
            waited: Duration::ZERO,
            allowed: false,
            titled: Vec::new(),
            persists: (String::new(), 0),
            over: Arc::default(),
            outlet: None,
            shown: None,
            read_end: None,
            happened: Vec::new(),
        }
    }

    /// Keeps `english` true as long as the session speaks English, for whoever has the last word after a signal.
    pub fn tell_language(&mut self, english: &Arc<AtomicBool>) {
        self.english = Arc::clone(english);
        self.english.store(self.lang() == Lang::En, Ordering::SeqCst);
    }

    /// Keeps `over` true as long as there is nothing left to answer, for whoever has the last word after a signal.
    pub fn tell_end(&mut self, over: &Arc<AtomicBool>) {
        self.over = Arc::clone(over);
    }

    /// Shows the person, at the end, what leaves, and lets them take it along by that outlet.
    pub fn leave_by(&mut self, outlet: &'w mut dyn Outlet) {
        self.outlet = Some(outlet);
    }

    /// Asks nobody whether checks over the network may run: whoever started the program has said so.
    pub fn allow_checks(&mut self) {
        self.allowed = true;
    }

    /// Shows a paragraph on the next screen.
    pub fn notice(&mut self, message: &Message) {
        self.notices.push(message.text(self.session.lang()));
    }

    /// Walks to an end, or until somebody stops. Errors: the terminal or the output is gone.
    pub fn run(&mut self) -> io::Result<Finish> {
        // The program stopped between a refusal and the question that follows it, and the danger has not gone away.
        if self.manner.is_person()
            && let Some(kind) = self.session.unasked_secret()
        {
            self.notice(&Message::new("secret-unasked").with("kind", kind.name()));
            if let Heard::Finish(finish) = self.ask_exposed(false)? {
                return Ok(finish);
            }
        } else if self.manner.is_person()
            && self.owes_offer()
            && let Heard::Finish(finish) = self.offer_urgent()?
        {
            // Nobody knows whether the offer was seen before the program stopped.
            return Ok(finish);
        }
        loop {
            self.prober.locate(self.session.country(), self.session.region());
            let request = self.session.request(self.manner.is_person());
            let turn = match self.look_ahead(&request)? {
                Some(turn) => turn,
                None => self.serve(request)?,
            };
            if let Turn::Finish(finish) = turn {
                return Ok(finish);
            }
        }
    }

    /// Does what the session wants.
    fn serve(&mut self, request: Request<'p>) -> io::Result<Turn> {
        self.over.store(matches!(request, Request::End(_)), Ordering::SeqCst);
        match request {
            Request::Probe(call) if self.manner == Manner::Author => self.check_by_hand(&call),
            Request::Probe(call) => self.check(&call),
            Request::Ask(asking) => self.ask(&asking),
            Request::Pick => self.pick(),
            Request::Country => self.ask_country(),
            Request::End(ending) if self.manner.is_person() => self.show_end(&ending),
            Request::End(_) => Ok(Turn::Finish(Finish::End)),
        }
    }

    /// What happened on the walk of an author.
    pub fn happened(&self) -> &[Entry] {
        &self.happened
    }

    /// The session and its journal, when the walk is over.
    pub fn into_parts(self) -> (Session<'p>, Journal) {
        (self.session, self.journal)
    }

    fn lang(&self) -> Lang {
        self.session.lang()
    }

    /// Applies an event and writes it down before anything else is shown. What a live screen answers always fits.
    fn happen(&mut self, event: Event) -> io::Result<()> {
        let entry = Entry { at: (self.clock)(), event };
        if let Ok(notices) = self.session.apply(&entry) {
            self.english.store(self.lang() == Lang::En, Ordering::SeqCst);
            for notice in notices {
                self.notice_of(&notice);
            }
            self.write(&entry)?;
            if self.manner == Manner::Author {
                self.happened.push(entry);
            }
        }
        Ok(())
    }

    fn write(&mut self, entry: &Entry) -> io::Result<()> {
        if let Err(error) = self.journal.append(entry) {
            let message = Message::new("screen-unsaved").with("reason", refusal(&error));
            self.say(&message)?;
        }
        Ok(())
    }

    fn notice_of(&mut self, notice: &Notice) {
        let lang = self.lang();
        let message = match notice {
            Notice::FirstScreen => Message::new("screen-first"),
            Notice::Orphaned(paths) => {
                let names: Vec<String> = paths.iter().map(|path| self.name_of(path)).collect();
                let joined = names.join(if lang == Lang::Zh { "、" } else { ", " });
                Message::new("screen-orphaned").with("names", joined)
            }
        };
        self.notices.push(message.text(lang));
    }

    /// The short name of the step at a path, as people know it.
    fn name_of(&self, path: &str) -> String {
        let step = self.session.step_at(path);
        step.and_then(|step| display::step_name(step, self.lang())).unwrap_or_else(|| path.to_owned())
    }

    /// Shows what was understood where people write freely.
    fn understood(&mut self, value: &Value, step: &Step) -> io::Result<()> {
        if self.manner.is_person() && matches!(value, Value::Amount(_) | Value::Time(_) | Value::Version(_)) {
            let words = display::value(value, Some(step), self.lang(), self.session.zone(), self.session.clock());
            self.say(&Message::new("screen-understood").with("words", words))?;
        }
        Ok(())
    }

    fn say(&mut self, message: &Message) -> io::Result<()> {
        self.prompter.say(&cover(&message.text(self.session.lang())))
    }

    /// What ends the walk when a reply is no answer at all.
    fn stopped(reply: &Reply, path: &str) -> Option<Finish> {
        match reply {
            Reply::End => Some(Finish::InputEnded(path.to_owned())),
            Reply::Missing => Some(Finish::Missing(path.to_owned())),
            Reply::Changed => Some(Finish::Changed),
            _ => None,
        }
    }
}
