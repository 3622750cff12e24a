//! What every command needs to know about the world around it, asked once before the command runs.

use super::exit::Exit;
use super::language;
use crate::i18n::{Arg, Lang, Message};
use crate::secrets;
use crate::terminal::obeys_escapes;
use crate::wording::{refusal, wrap};
use crate::zone::here;
use etcetera::BaseStrategy as _;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::PathBuf;

/// The world around a command.
#[derive(Debug, Clone)]
pub struct Context {
    /// The person's language.
    pub lang: Lang,
    /// Whether `--lang` named it, so that no file may say otherwise.
    pub lang_is_chosen: bool,
    /// Whether standard input is a terminal: somebody can be asked.
    pub input_is_terminal: bool,
    /// Whether standard error, where prompts go, is a terminal.
    pub error_is_terminal: bool,
    /// Standard output is a terminal.
    pub output_is_terminal: bool,
    /// Whether standard output may be coloured.
    pub color: bool,
    /// Whether standard error may be coloured.
    pub error_color: bool,
    /// Whether the terminal obeys escape sequences, where the system says so.
    pub obeys_escapes: Option<bool>,
    /// Columns of the terminal; 80 where there is none.
    pub width: usize,
    /// Where sessions are kept; `None`: this user has no home.
    pub data_dir: Option<PathBuf>,
}

impl Context {
    /// Asks the environment, once.
    pub fn of_environment(arguments: &[OsString]) -> Self {
        let lang = language::choose(arguments, variable, sys_locale::get_locale);
        let error_is_terminal = io::stderr().is_terminal();
        let output_is_terminal = io::stdout().is_terminal();
        let dumb = variable("TERM").is_some_and(|term| term == "dumb");
        let obeys_escapes = obeys_escapes();
        let may_color =
            !dumb && obeys_escapes != Some(false) && variable("NO_COLOR").is_none_or(|value| value.is_empty());
        Self {
            lang,
            lang_is_chosen: language::asked(arguments).is_some(),
            input_is_terminal: io::stdin().is_terminal(),
            error_is_terminal,
            output_is_terminal,
            color: may_color && output_is_terminal,
            error_color: may_color && error_is_terminal,
            obeys_escapes,
            width: columns(),
            data_dir: data_dir(),
        }
    }

    /// Prints to standard output. A reader that has gone away is no error: the command just ends quietly.
    pub fn print(&self, text: &str) -> Result<(), Exit> {
        self.print_clean(&secrets::cover_page(text))
    }

    /// The same for text in which nothing can be that somebody typed: a row of step names is no recovery phrase, though
    /// it may look like one.
    pub fn print_clean(&self, text: &str) -> Result<(), Exit> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| {
            if error.kind() == ErrorKind::BrokenPipe {
                return Exit::Done;
            }
            let message = Message::new("output-broken").with("reason", refusal(&error));
            self.complain(&message);
            Exit::Inaccessible
        })
    }

    /// An empty line between the last prompt and what is printed next, where one screen shows both.
    pub fn part(&self) {
        if self.error_is_terminal && io::stdout().is_terminal() {
            self.say_text("\n");
        }
    }

    /// Prints, and that was all.
    pub fn print_done(&self, text: &str) -> Exit {
        self.print(text).err().unwrap_or(Exit::Done)
    }

    /// Tells on standard error what is wrong.
    pub fn complain(&self, message: &Message) {
        self.say(&Message::new("error-line").with("message", message.clone()));
    }

    /// Tells something on standard error.
    pub fn say(&self, message: &Message) {
        self.say_in(self.lang, message);
    }

    /// The same in the language that a session has come to.
    pub fn say_in(&self, lang: Lang, message: &Message) {
        let mut text = wrap(&without_secrets(message.clone()).text(lang), self.width).join("\n");
        text.push('\n');
        self.say_text(&text);
    }

    /// Puts text that is already laid out on standard error.
    pub fn say_text(&self, text: &str) {
        // Where standard error is gone too there is nobody left to tell.
        let _ = io::stderr().lock().write_all(secrets::cover(text).as_bytes());
    }

    /// The clock and the person's zone: those that were given, else the system's.
    pub fn now(given: Option<&Zoned>) -> Zoned {
        given.cloned().unwrap_or_else(|| Timestamp::now().to_zoned(zone()))
    }
}

/// A message whose values hold no secrets: in the whole sentence, words beside one would be taken for a part of it.
fn without_secrets(mut message: Message) -> Message {
    let clean = |text: &mut String| *text = secrets::cover(text).into_owned();
    for (_, value) in &mut message.args {
        match value {
            Arg::Text(text) => clean(text),
            Arg::OneOf(names) | Arg::OneOfNames(names) => names.iter_mut().for_each(clean),
            Arg::Both { zh, en } => [zh, en].into_iter().for_each(clean),
            Arg::Message(inner) => **inner = without_secrets((**inner).clone()),
            Arg::Number(_) => {}
        }
    }
    message
}

/// The columns of the terminal that somebody looks at; standard output may go to a file while the questions stay on it.
pub fn columns() -> usize {
    let size = console::Term::stdout().size_checked().or_else(|| console::Term::stderr().size_checked());
    size.map_or(80, |(_, columns)| usize::from(columns).max(20))
}

/// This computer's zone.
pub fn zone() -> TimeZone {
    here(variable("TZ").as_deref())
}

/// A variable that is set to readable text.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn data_dir() -> Option<PathBuf> {
    match std::env::var_os("WALLETFIX_DATA_DIR") {
        Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
        _ => etcetera::choose_base_strategy().ok().map(|base| base.data_dir().join("walletfix")),
    }
}
