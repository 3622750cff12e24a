//! Asking people: one trait, three ways (rich, plain lines, script). A prompter shows a [`Screen`] and hands back what was
//! typed or picked; what it means is read elsewhere, so that all three understand the same.

mod layout;
mod lines;
pub mod mode;
pub mod plain;
pub mod rich;
pub mod script;
mod typed;
mod waiting;

pub use typed::Typed;

use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::script::Given;
use std::io;
use std::time::Duration;

/// Nobody types two lines within this time, so that lines which come closer were pasted.
const BETWEEN_LINES: Duration = Duration::from_millis(30);

/// One thing to answer, in the person's language. Texts are not wrapped yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// The step's path, or a name in angle brackets for the program's own screens (`<flow>`, `<country>`, …).
    pub path: String,
    /// How often the step has been reached, from 1.
    pub visit: u32,
    /// The language it is in.
    pub lang: Lang,
    /// How it is answered.
    pub form: Form,
    /// Title above the question: the flow's name when a new flow begins.
    pub title: Option<String>,
    /// Paragraphs before the question: what was dropped, what a check found.
    pub notices: Vec<String>,
    /// The question or the information.
    pub text: String,
    /// Contact channels under the text, each already one paragraph.
    pub channels: Vec<String>,
    /// Options; a skip is the last of them.
    pub options: Vec<ScreenOption>,
    /// The values that an empty answer stands for: said in words, preselected, pre-ticked. Empty: there is no default.
    pub default: Vec<String>,
    /// The default in words, when there is one.
    pub default_words: Option<String>,
    /// How to write the answer, for lines: "for example 100 CNY"; what Enter does, for notes.
    pub format_words: Option<String>,
    /// The fewest screens after this one, and the most, where that is known and helps.
    pub ahead: Option<(u32, Option<u32>)>,
    /// Warn and make it impossible to overlook.
    pub urgent: bool,
}

/// How a screen is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One option.
    One,
    /// Any number of options.
    Several,
    /// A line of text.
    Line,
    /// Enter goes on.
    Note,
}

/// An option on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenOption {
    /// What is answered.
    pub value: String,
    /// What people read.
    pub label: String,
    /// A heading above it, where a group begins.
    pub heading: Option<String>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// A line as typed, commands included.
    Typed(Typed),
    /// Values of options.
    Picked(Vec<String>),
    /// A value from a file.
    Given(Given),
    /// What was answered when this screen was shown before.
    Again(Value),
    /// A command chosen by a key or a menu.
    Command(Command),
    /// The input has ended, or the person pressed Ctrl-D.
    End,
    /// A script has no answer for this path.
    Missing,
    /// What is walked has changed on the disk, and the question may not be the same any more.
    Changed,
}

/// What can be said at every prompt instead of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// One screen back.
    Back,
    /// "I don't know".
    Skip,
    /// What is meant, and which commands there are.
    Help,
    /// All answers, to change or drop one.
    Review,
    /// "This is not my problem": another flow.
    Flow,
    /// The other language.
    Lang,
    /// Stop here with what there is, for support; offered from the third visit.
    GiveUp,
    /// Save and quit.
    Quit,
}

impl Command {
    /// All commands with the word behind the colon.
    pub const ALL: [(&'static str, Self); 8] = [
        ("back", Self::Back),
        ("skip", Self::Skip),
        ("help", Self::Help),
        ("review", Self::Review),
        ("flow", Self::Flow),
        ("lang", Self::Lang),
        ("stop", Self::GiveUp),
        ("quit", Self::Quit),
    ];
}

/// What an author sees beside a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The same screen in the other language.
    pub screen: Screen,
    /// What `?` shows, in the screen's language and in the other.
    pub hints: [Option<String>; 2],
    /// Where the step stands: its file and line, and its verb.
    pub place: String,
}

/// What can still be seen of a typed line after [`Prompter::wipe`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wiped {
    /// Nothing: it is off the screen.
    Gone,
    /// All of it: the screen cannot be changed here.
    Visible,
    /// It never was on a screen: it came from a file or a pipe.
    Unshown,
}

/// A way to ask a person.
pub trait Prompter {
    /// Shows a screen and waits for a reply. Errors: the terminal or the output is gone.
    fn ask(&mut self, screen: &Screen) -> io::Result<Reply>;

    /// Whether it shows what stands beside a screen.
    fn compares(&self) -> bool {
        false
    }

    /// What stands beside the screen that is asked next.
    fn beside(&mut self, _beside: Beside) {}

    /// The sentence that says how commands are given here.
    fn help(&self) -> &'static str {
        "screen-help-lines"
    }

    /// Says something between screens: what was understood, what was wrong with an answer.
    fn say(&mut self, paragraph: &str) -> io::Result<()>;

    /// Shows what is laid out already, at most 78 columns wide: as it is, where there is room.
    fn show(&mut self, text: &str) -> io::Result<()> {
        self.say(text)
    }

    /// Takes the line that was just typed off the screen, where that is possible.
    fn wipe(&mut self) -> io::Result<Wiped> {
        Ok(Wiped::Unshown)
    }

    /// Waits for a check: `done(patience)` is true once it has finished. `true`: finished; `false`: skipped or too late.
    /// Errors: the input has ended, which nobody takes for a skip ([`io::ErrorKind::UnexpectedEof`]), or the terminal is
    /// gone.
    fn wait(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        done: &mut dyn FnMut(Duration) -> bool,
    ) -> io::Result<bool>;

    /// The same for several checks that run at once: `open(patience)` says how many have not finished.
    fn wait_for_all(
        &mut self,
        label: &str,
        lang: Lang,
        deadline: Duration,
        open: &mut dyn FnMut(Duration) -> usize,
    ) -> io::Result<bool> {
        self.wait(label, lang, deadline, &mut |patience| open(patience) == 0)
    }
}
