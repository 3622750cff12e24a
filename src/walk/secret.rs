//! A secret that somebody typed: off the screen, refused in plain words, and where it got out, on to what is urgent.

use super::lists::Picked;
use super::person::Answered;
use super::{Finish, Manner, Walk};
use crate::answer::Form;
use crate::flow::step::TextFormat;
use crate::flow::value::Value;
use crate::i18n::{Arg, Lang, Message};
use crate::profile::Purpose;
use crate::prompt::{self, Command, Reply, Screen, Wiped};
use crate::script::Given;
use crate::secrets::{Kind, Verdict, judge, scrub};
use crate::session::event::Event;
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
    /// Shows a screen and hears the reply: the one way in, so that nothing typed gets by unjudged. `form`: that of the
    /// question, where there is one.
    pub(super) fn hear(&mut self, screen: &Screen, form: Option<&Form>) -> io::Result<Heard> {
        let screen = &self.scrubbed(screen);
        let reply = self.prompter.ask(screen)?;
        let format = match form {
            Some(Form::Text(format)) => Some(*format),
            _ => None,
        };
        let verdict = written(&reply).map(|text| judge(&text, format)).find(|verdict| *verdict != Verdict::Clean);
        match verdict {
            None | Some(Verdict::Clean) => Ok(Heard::Reply(reply)),
            Some(Verdict::Refused(kind)) => {
                // Not kept while the person is asked what became of it.
                drop(reply);
                self.refuse(screen, kind, format)
            }
            Some(Verdict::Shortened(rest, kind)) => {
                self.prompter.wipe()?;
                self.happen(Event::Refused(screen.path.clone(), kind.id().to_owned()))?;
                self.say(&Message::new("secret-shortened").with("kind", kind.name()).with("rest", rest.as_str()))?;
                Ok(Heard::Reply(match reply {
                    Reply::Given(_) => Reply::Given(Given::Text(rest)),
                    _ => Reply::Typed(rest.into()),
                }))
            }
        }
    }

    /// The screen as it may be shown. What nobody has answered yet holds no more than the flow's own texts.
    fn scrubbed(&self, screen: &Screen) -> Screen {
        let mut screen = screen.clone();
        let answers = self.session.answers();
        if answers.is_empty() {
            return screen;
        }
        let hashes: Vec<String> = answers
            .into_iter()
            .filter(|(_, step, _)| step.asks_for_hash())
            .filter_map(|(_, _, value)| if let Value::Text(text) = value { Some(text) } else { None })
            .collect();
        let labels = screen.options.iter_mut().map(|option| &mut option.label);
        let texts =
            screen.notices.iter_mut().chain(&mut screen.channels).chain(&mut screen.default_words).chain(labels);
        for text in texts.chain([&mut screen.text]) {
            if let Cow::Owned(clean) = scrub(text, &hashes) {
                *text = clean;
            }
        }
        screen
    }

    fn refuse(&mut self, screen: &Screen, kind: Kind, format: Option<TextFormat>) -> io::Result<Heard> {
        let path = screen.path.as_str();
        let wiped = self.prompter.wipe()?;
        self.happen(Event::Refused(path.to_owned(), kind.id().to_owned()))?;
        if self.manner == Manner::Script {
            return Ok(Heard::Finish(Finish::Misfit(
                path.to_owned(),
                Message::new("secret-in-file").with("kind", kind.name()),
            )));
        }
        let looks = match wiped {
            Wiped::Gone => "secret-refused-wiped",
            Wiped::Visible => "secret-refused-visible",
            Wiped::Unshown => "secret-refused",
        };
        self.say(&Message::new(looks).with("kind", kind.name()))?;
        // Whoever answers these two questions with a secret is only told so; asking them within themselves leads nowhere.
        if path == EXPOSED || path == URGENT {
            return Ok(Heard::Again);
        }
        let heard = if kind.opens_wallet() { self.ask_exposed()? } else { Heard::Again };
        if matches!(heard, Heard::Again) {
            self.notice(&instead(screen, kind, format));
        }
        Ok(heard)
    }

    /// Whether it was typed anywhere else. Not knowing counts as danger.
    pub(super) fn ask_exposed(&mut self) -> io::Result<Heard> {
        loop {
            match self.choose(EXPOSED, &Message::new("secret-exposed"), &["yes", "no", "unsure"])? {
                Picked::Option(id) if id == "no" => {
                    self.happen(Event::Exposed(false))?;
                    return Ok(Heard::Again);
                }
                Picked::Option(_) | Picked::Command(Command::Skip) => {
                    self.happen(Event::Exposed(true))?;
                    return self.offer_urgent();
                }
                Picked::Command(command @ (Command::Help | Command::Lang)) => drop(self.command(command, None)?),
                Picked::Command(Command::Quit) => return Ok(Heard::Finish(Finish::Quit)),
                Picked::Command(_) => return Ok(Heard::Again),
                Picked::Moved => return Ok(Heard::Moved),
                Picked::Finish(finish) => return Ok(Heard::Finish(finish)),
            }
        }
    }

    /// Offers to go on with what is urgent; a pack without such a flow has channels for it.
    fn offer_urgent(&mut self) -> io::Result<Heard> {
        let Some(flow) = self.session.pack().secret_out() else { return self.show_urgent() };
        let (urgent, title) = (flow.id.clone(), flow.title.clone());
        if self.session.story().flow == urgent {
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
                Picked::Option(_) | Picked::Command(_) => return Ok(Heard::Again),
                Picked::Moved => return Ok(Heard::Moved),
                Picked::Finish(finish) => return Ok(Heard::Finish(finish)),
            }
        }
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

/// What to write instead, on the question that stands again.
fn instead(screen: &Screen, kind: Kind, format: Option<TextFormat>) -> Message {
    let freely = matches!(format, Some(TextFormat::Free | TextFormat::Error));
    match screen.form {
        _ if freely || kind == Kind::PrivateKey => kind.instead(),
        prompt::Form::Line => Message::new("secret-instead-example"),
        prompt::Form::One | prompt::Form::Several => Message::new("secret-instead-choice"),
        prompt::Form::Note => Message::new("secret-instead-note"),
    }
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
