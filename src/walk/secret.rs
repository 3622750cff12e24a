//! A secret that somebody typed: off the screen, refused in plain words, and where it got out, on to what is urgent.

use super::line::{Wanted, is_like_path};
use super::lists::Picked;
use super::person::Answered;
use super::{Finish, Manner, Walk};
use crate::answer::{Form, Question};
use crate::flow::step::TextFormat;
use crate::i18n::{Arg, Lang, Message};
use crate::profile::Purpose;
use crate::prompt::{self, Command, Reply, Screen, Wiped};
use crate::script::Given;
use crate::secrets::{Kind, Verdict, could_be_hash, judge, scrub};
use crate::session::event::Event;
use crate::session::request::Request;
use std::borrow::Cow;
use std::io;

/// What came back from a screen.
pub(super) enum Heard {
    /// A reply without a secret.
    Reply(Reply),
    /// A secret was refused: the same question stands again.
    Again,
    /// A secret was refused and the walk went on elsewhere.
    Moved,
    /// The walk is over.
    Finish(Finish),
}

/// The question whether a refused secret was typed elsewhere.
const EXPOSED: &str = "<exposed>";

/// The offer of what to do at once.
pub(super) const URGENT: &str = "<urgent>";

impl Walk<'_, '_> {
    /// Shows a screen and hears the reply: the one way in for what is said on a walk, so that nothing gets by unjudged.
    pub(super) fn hear(&mut self, screen: &Screen, question: Option<&Question>) -> io::Result<Heard> {
        self.hear_wanted(screen, question, Wanted::Words)
    }

    /// The same, where a path of a file may be what is wanted.
    pub(super) fn hear_wanted(
        &mut self,
        screen: &Screen,
        question: Option<&Question>,
        wanted: Wanted,
    ) -> io::Result<Heard> {
        // A file is shown nothing.
        let scrubbed = (self.manner != Manner::Script).then(|| self.scrubbed(screen)).flatten();
        let screen = scrubbed.as_ref().unwrap_or(screen);
        let reply = self.prompter.ask(screen)?;
        self.waited_no_more();
        let format = match question.map(|question| &question.form) {
            // Of a path nothing is worth keeping a part of.
            Some(Form::Text(format)) if wanted == Wanted::Words => Some(*format),
            _ => None,
        };
        let verdict = written(&reply)
            .filter(|text| !is_offered(text, screen))
            .map(|text| if wanted == Wanted::Words { judge(&text, format) } else { self.judge_path(&text, wanted) })
            .find(|verdict| *verdict != Verdict::Clean);
        match verdict {
            None | Some(Verdict::Clean) => Ok(Heard::Reply(reply)),
            Some(Verdict::Refused(kind)) => {
                let hash = kind == Kind::PrivateKey && written(&reply).any(|text| holds_hash(&text));
                // Not kept while the person is asked what became of it.
                drop(reply);
                self.refuse(&Refused { screen, kind, hash, format, question })
            }
            Some(Verdict::Shortened(rest, kind)) => {
                let wiped = self.prompter.wipe()?;
                self.happen(Event::Refused(screen.path.clone(), kind.id().to_owned()))?;
                let said = if wiped == Wiped::Visible { "secret-shortened-visible" } else { "secret-shortened" };
                self.say(&Message::new(said).with("kind", kind.name()).with("rest", rest.as_str()))?;
                Ok(Heard::Reply(match reply {
                    Reply::Given(_) => Reply::Given(Given::Text(rest)),
                    _ => Reply::Typed(rest.into()),
                }))
            }
        }
    }

    /// A name of digits is no card number, but a phrase is none of a file. What names a file that is there was known before.
    fn judge_path(&self, text: &str, wanted: Wanted) -> Verdict {
        match judge(text, None) {
            Verdict::Refused(kind) if !kind.opens_wallet() && is_like_path(text) => Verdict::Clean,
            Verdict::Refused(_) if wanted == Wanted::KnownFile && self.is_there(text) => Verdict::Clean,
            verdict => verdict,
        }
    }

    fn is_there(&self, text: &str) -> bool {
        self.outlet.as_deref().is_some_and(|outlet| outlet.is_there(text))
    }

    /// The screen as it may be shown, where that is another one. Before the first answer a screen holds no more than the
    /// flow's own texts.
    pub(super) fn scrubbed(&self, screen: &Screen) -> Option<Screen> {
        if !self.session.has_answers() && self.session.words().is_none() {
            return None;
        }
        let mut screen = screen.clone();
        let excused = self.session.excused();
        let labels = screen.options.iter_mut().map(|option| &mut option.label);
        let texts =
            screen.notices.iter_mut().chain(&mut screen.channels).chain(&mut screen.default_words).chain(labels);
        for text in texts.chain([&mut screen.text]) {
            if let Cow::Owned(clean) = scrub(text, &excused) {
                *text = clean;
            }
        }
        Some(screen)
    }

    fn refuse(&mut self, refused: &Refused<'_>) -> io::Result<Heard> {
        let (path, kind) = (refused.screen.path.as_str(), refused.kind);
        let wiped = self.prompter.wipe()?;
        self.happen(Event::Refused(path.to_owned(), kind.id().to_owned()))?;
        if self.manner == Manner::Script {
            let why = Message::new("secret-in-file").with("kind", refused.name());
            return Ok(Heard::Finish(Finish::Misfit(path.to_owned(), why)));
        }
        let looks = match wiped {
            Wiped::Gone => "secret-refused-wiped",
            Wiped::Visible => "secret-refused-visible",
            Wiped::Unshown => "secret-refused",
        };
        self.say(&Message::new(looks).with("kind", refused.name()))?;
        // Whoever answers these two questions with a secret is only told so; asking them within themselves leads nowhere.
        if path == EXPOSED || path == URGENT {
            return Ok(Heard::Again);
        }
        let heard = if kind.opens_wallet() { self.ask_exposed(refused.hash)? } else { Heard::Again };
        if matches!(heard, Heard::Again) {
            self.notice(&refused.instead());
            if refused.question.is_some_and(|question| question.can_skip) {
                self.notice(&Message::new("secret-skip"));
            }
        }
        Ok(heard)
    }

    /// Whether it was typed anywhere else. Not knowing counts as danger.
    /// `hash`: it may be no secret at all.
    pub(super) fn ask_exposed(&mut self, hash: bool) -> io::Result<Heard> {
        let options: &[&str] = if hash { &["hash", "yes", "no", "unsure"] } else { &["yes", "no", "unsure"] };
        loop {
            match self.choose(EXPOSED, &Message::new("secret-exposed"), options)? {
                Picked::Option(id) if id == "no" || id == "hash" => {
                    self.happen(Event::Exposed(false))?;
                    return Ok(Heard::Again);
                }
                Picked::Option(_) | Picked::Command(Command::Skip) => {
                    self.happen(Event::Exposed(true))?;
                    return self.offer_urgent();
                }
                Picked::Command(command @ (Command::Help | Command::Lang)) => drop(self.command(command, None)?),
                Picked::Command(Command::Quit) => return Ok(Heard::Finish(Finish::Quit)),
                Picked::Command(_) => self.say(&Message::new("secret-first"))?,
                Picked::Moved => return Ok(Heard::Moved),
                Picked::Finish(finish) => return Ok(Heard::Finish(finish)),
            }
        }
    }

    /// Offers to go on with what is urgent; a pack without such a flow has channels for it.
    pub(super) fn offer_urgent(&mut self) -> io::Result<Heard> {
        let Some(flow) = self.session.pack().secret_out() else { return self.show_urgent() };
        let (urgent, title) = (flow.id.clone(), flow.title.clone());
        let here = match self.session.request(true) {
            Request::Ask(asking) => asking.flows.iter().any(|flow| flow.id == urgent),
            Request::End(ending) => ending.flow.id == urgent,
            _ => self.titled.contains(&urgent),
        };
        if here {
            return Ok(Heard::Again);
        }
        let title = Arg::Both { zh: title.as_plain(Lang::Zh), en: title.as_plain(Lang::En) };
        let question = Message::new("secret-urgent").with("flow", title);
        loop {
            match self.choose(URGENT, &question, &["go", "stay"])? {
                Picked::Option(id) if id == "go" => {
                    self.happen(Event::Flow(self.session.path(), urgent))?;
                    return Ok(Heard::Moved);
                }
                Picked::Command(command @ (Command::Help | Command::Lang)) => drop(self.command(command, None)?),
                Picked::Command(Command::Quit) => return Ok(Heard::Finish(Finish::Quit)),
                Picked::Option(_) => return Ok(Heard::Again),
                Picked::Command(_) => self.say(&Message::new("secret-first"))?,
                Picked::Moved => return Ok(Heard::Moved),
                Picked::Finish(finish) => return Ok(Heard::Finish(finish)),
            }
        }
    }

    /// Whether a refused secret got out and nothing of the urgent flow has been answered yet.
    pub(super) fn owes_offer(&self) -> bool {
        // Asked before the first screen, for which the other flows need not be read.
        if !self.session.is_exposed() {
            return false;
        }
        let urgent = self.session.pack().secret_out().map(|flow| flow.id.as_str());
        self.session.story().visits.iter().all(|visit| Some(visit.flow.id.as_str()) != urgent)
    }

    fn show_urgent(&mut self) -> io::Result<Heard> {
        let channels = self.channels(&[Purpose::Urgent], "");
        let text = if channels.is_empty() { "secret-urgent-alone" } else { "secret-urgent-channels" };
        let mut screen = self.blank(URGENT, Message::new(text).text(self.lang()));
        screen.form = prompt::Form::Note;
        screen.urgent = true;
        screen.channels = channels;
        loop {
            match self.hear(&screen, None)? {
                Heard::Reply(reply) => {
                    return Ok(match self.read_note(&reply, URGENT) {
                        Answered::Command(Command::Quit) => Heard::Finish(Finish::Quit),
                        Answered::Finish(finish) => Heard::Finish(finish),
                        _ => Heard::Again,
                    });
                }
                Heard::Again => {}
                other => return Ok(other),
            }
        }
    }
}

/// What was refused, and where.
struct Refused<'s> {
    screen: &'s Screen,
    kind: Kind,
    /// A key by its look, but hashes and some addresses look the same.
    hash: bool,
    format: Option<TextFormat>,
    question: Option<&'s Question>,
}

impl Refused<'_> {
    /// What it looked like.
    fn name(&self) -> Message {
        if self.hash { Message::new("secret-private-key-or-hash") } else { self.kind.name() }
    }

    /// What to write instead, on the question that stands again.
    fn instead(&self) -> Message {
        let freely = matches!(self.format, Some(TextFormat::Free | TextFormat::Error));
        match self.screen.form {
            _ if self.hash => Message::new("secret-instead-hash"),
            _ if freely || self.kind.keeps_tail() => self.kind.instead(),
            prompt::Form::Line => Message::new("secret-instead-line"),
            prompt::Form::One | prompt::Form::Several => Message::new("secret-instead-choice"),
            prompt::Form::Note => Message::new("secret-instead-note"),
        }
    }
}

/// Whether a text is one of the screen's own options, and nothing that only the person could know.
fn is_offered(text: &str, screen: &Screen) -> bool {
    screen.options.iter().any(|option| option.value == text)
}

/// Whether a word of it could as well be a transaction hash: people tell of one in whole sentences, too.
fn holds_hash(text: &str) -> bool {
    text.split(|character: char| !character.is_ascii_alphanumeric()).any(could_be_hash)
}

/// Everything in a reply that somebody wrote.
fn written(reply: &Reply) -> Box<dyn Iterator<Item = Cow<'_, str>> + '_> {
    match reply {
        Reply::Typed(line) => Box::new(std::iter::once(Cow::Borrowed(&**line))),
        Reply::Given(Given::Text(line)) => Box::new(std::iter::once(line.as_str().into())),
        Reply::Given(Given::Number(number)) => Box::new(std::iter::once(number.to_string().into())),
        Reply::Given(Given::List(list)) => Box::new(list.iter().map(|line| line.as_str().into())),
        _ => Box::new(std::iter::empty()),
    }
}
