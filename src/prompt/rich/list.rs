//! A line with options under it, as somebody works with it: pure, one key after the other ([`pressing`]). What is typed
//! goes into the line; the line narrows the options, or, behind a colon, the commands.

mod pressing;

use super::line::Line;
use super::matching::Labels;
use super::viewport::{Parts, Seen};
use crate::prompt::{Command, ScreenOption, Typed};

/// What stands under the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Under {
    Options,
    Commands,
    Nothing,
}

/// What a key led to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It goes on.
    On,
    /// The line as it stands.
    Typed(Typed),
    /// Options, by index.
    Picked(Vec<usize>),
    Command(Command),
}

/// What can be picked besides writing.
pub(super) struct Choices<'s> {
    /// The options; none where a line is asked for.
    pub(super) options: &'s [ScreenOption],
    /// The commands behind the colon, made when somebody asks for them: the first prompt has no time for their words.
    pub(super) commands: &'s dyn Fn() -> Vec<(ScreenOption, Command)>,
    /// Whether several options can be ticked.
    pub(super) several: bool,
}

/// The commands, with their words made comparable.
struct Commands {
    entries: Vec<(ScreenOption, Command)>,
    labels: Labels,
}

/// The line, the options, and how far somebody has got with them.
pub(super) struct List<'s> {
    choices: Choices<'s>,
    options: Labels,
    commands: Option<Commands>,
    line: Line,
    ticked: Vec<bool>,
    /// What was ticked beforehand, and where the pointer stood: what Enter alone stands for.
    default: (Vec<bool>, Option<usize>),
    /// Whether anything was ticked or unticked by hand.
    touched: bool,
    under: Under,
    shown: Vec<usize>,
    pointer: Option<usize>,
    /// Whether the pointer was moved there by hand since the text changed.
    moved: bool,
    /// The options that the text names, where several may be ticked and it would be understood as it stands.
    said: Option<Vec<usize>>,
    /// Whether the text changed since somebody looked what it leaves.
    stale: bool,
    /// Where the pointer stood while nothing was typed.
    home: Option<usize>,
    /// The first option of the part that was seen last, and how many it shows.
    part: (usize, usize),
    /// Where of one option only a part is seen: which option, the other parts, and the row with which it begins.
    parts: Option<(usize, Parts)>,
    scrolled: (Option<usize>, usize),
    /// The window is too small for options: they are answered by writing their numbers.
    low: bool,
    /// Whether nothing but commands is typed here.
    only_commands: bool,
    /// The numbers that were put on the line for what was ticked before the window became too small.
    carried: Option<Typed>,
}

/// Ticks and pointer, by the values of options: the same question asked again goes on with them.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Marks {
    ticked: Vec<String>,
    touched: bool,
    pointer: Option<String>,
}

impl Commands {
    fn of(entries: Vec<(ScreenOption, Command)>) -> Self {
        let options: Vec<ScreenOption> = entries.iter().map(|(option, _)| option.clone()).collect();
        Self { labels: Labels::of(&options), entries }
    }
}

impl<'s> List<'s> {
    /// With these options chosen beforehand, by index.
    pub(super) fn new(choices: Choices<'s>, chosen: &[usize]) -> Self {
        let count = choices.options.len();
        let pointer =
            (count > 0).then(|| chosen.first().copied().filter(|at| *at < count && !choices.several).unwrap_or(0));
        let ticked: Vec<bool> = (0..count).map(|at| chosen.contains(&at)).collect();
        Self {
            options: Labels::of(choices.options),
            commands: None,
            line: Line::default(),
            default: (ticked.clone(), pointer),
            ticked,
            touched: false,
            moved: false,
            said: None,
            stale: false,
            under: if count > 0 { Under::Options } else { Under::Nothing },
            shown: (0..count).collect(),
            pointer,
            home: pointer,
            part: (0, 1),
            parts: None,
            scrolled: (None, 0),
            low: false,
            only_commands: false,
            carried: None,
            choices,
        }
    }

    /// The same where only Enter and commands are wanted: other text is not taken.
    pub(super) fn of_commands(self) -> Self {
        Self { only_commands: true, ..self }
    }

    /// The same with the marks that it had when it was asked before.
    pub(super) fn marked(mut self, marks: &Marks) -> Self {
        let place = |value: &String| self.choices.options.iter().position(|option| option.value == *value);
        if self.choices.several && marks.touched {
            let ticked: Vec<usize> = marks.ticked.iter().filter_map(place).collect();
            self.ticked = (0..self.ticked.len()).map(|at| ticked.contains(&at)).collect();
            self.touched = true;
        }
        self.home = marks.pointer.as_ref().and_then(place).or(self.home);
        self.pointer = self.home;
        self
    }

    /// Ticks and pointer as they stand.
    pub(super) fn marks(&self) -> Marks {
        let value = |at: usize| self.choices.options.get(at).map(|option| option.value.clone());
        Marks {
            ticked: self.ticks().into_iter().filter_map(value).collect(),
            touched: self.touched,
            pointer: self.home.and_then(value),
        }
    }

    /// Whether Enter means what an empty answer means.
    pub(super) fn means_default(&self) -> bool {
        self.line.text().is_empty()
            && self.ticked == self.default.0
            && (self.choices.several || self.pointer == self.default.1)
    }

    /// What was typed.
    pub(super) fn line(&self) -> &Line {
        &self.line
    }

    /// What stands under the line.
    pub(super) fn under(&self) -> Under {
        self.under
    }

    /// The options or commands that are seen, by index.
    pub(super) fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// The option or command that Enter would pick; `None`: Enter hands over the line.
    pub(super) fn pointer(&self) -> Option<usize> {
        self.pointer
    }

    /// The first option of the part that was seen last.
    pub(super) fn top(&self) -> usize {
        self.part.0
    }

    /// What part of the options is seen now: a page is as long, and the next part begins there if it can.
    pub(super) fn show(&mut self, seen: &Seen) {
        self.part = (seen.top, seen.options.max(1));
        self.parts = self.pointer.zip(seen.parts);
    }

    /// The row with which the part of the option under the pointer begins that was asked for last.
    pub(super) fn scrolled(&self) -> usize {
        if self.scrolled.0 == self.pointer { self.scrolled.1 } else { 0 }
    }

    /// An option or command by its index.
    pub(super) fn option(&self, at: usize) -> Option<&ScreenOption> {
        match self.under {
            Under::Options => self.choices.options.get(at),
            Under::Commands => Some(&self.commands.as_ref()?.entries.get(at)?.0),
            Under::Nothing => None,
        }
    }

    /// How many options there are, seen or not.
    pub(super) fn count(&self) -> usize {
        self.options.count()
    }

    /// Whether an option is ticked; `None`: nothing is ticked here.
    pub(super) fn tick(&self, at: usize) -> Option<bool> {
        (self.under == Under::Options && self.choices.several).then(|| self.ticked.get(at).copied().unwrap_or_default())
    }

    /// Whether there are options, which a window of some size can show.
    pub(super) fn has_options(&self) -> bool {
        !self.choices.options.is_empty()
    }

    /// Whether nothing is typed in a list.
    pub(super) fn is_bare_list(&self) -> bool {
        self.has_options() && !self.low && self.line.text().is_empty()
    }

    /// Whether somebody has begun to answer.
    pub(super) fn is_begun(&self) -> bool {
        self.touched || !self.line.text().is_empty()
    }

    /// Whether the line holds a text that is written for itself, and not to find something.
    pub(super) fn is_written(&mut self) -> bool {
        self.catch_up();
        self.under == Under::Nothing && !self.line.text().is_empty()
    }

    /// Goes on behind a line break of a pasted text.
    pub(super) fn go_on(&mut self) {
        self.line.go_on();
        self.stale = true;
    }

    /// Whether what is typed means no option, and is handed over as it is.
    pub(super) fn fits_nothing(&self) -> bool {
        self.under == Under::Options && self.pointer.is_none() && self.said.is_none()
    }

    /// The window has become too small for options, or large enough again. What was ticked is carried over as numbers.
    pub(super) fn set_low(&mut self, low: bool) {
        if self.low == low {
            return;
        }
        self.low = low;
        if low && self.touched && self.line.text().is_empty() {
            let mut numbers: Vec<String> = self.ticks().iter().map(|at| (at + 1).to_string()).collect();
            // Then one that is typed behind them is one of its own.
            numbers.last_mut().into_iter().for_each(|last| last.push(' '));
            self.line.set(&numbers.join(","));
            self.carried = Some(self.line.text().into());
        } else if !low && self.carried.take().is_some_and(|carried| *carried == *self.line.text()) {
            self.line.set("");
        }
        self.look();
    }

    /// Looks at the line anew if it changed. Once for all that came at one stroke: a long text may come key by key.
    pub(super) fn catch_up(&mut self) {
        if self.stale {
            self.look();
        }
    }

    /// Looks at the line anew: what it leaves, and where the pointer goes.
    fn look(&mut self) {
        (self.stale, self.moved, self.said) = (false, false, None);
        let text = self.line.text();
        let found = match text.strip_prefix([':', '：']) {
            _ if self.low => None,
            Some(command) => {
                let commands = self.commands.get_or_insert_with(|| Commands::of((self.choices.commands)()));
                Some(commands.labels.commands(command)).filter(|found| !found.shown.is_empty())
            }
            None => None,
        };
        if let Some(found) = found {
            (self.under, self.shown, self.pointer) = (Under::Commands, found.shown, found.meant);
        } else if self.low || !self.has_options() {
            (self.under, self.shown, self.pointer) = (Under::Nothing, Vec::new(), None);
        } else if text.trim().is_empty() {
            (self.under, self.shown, self.pointer) = (Under::Options, (0..self.options.count()).collect(), self.home);
        } else {
            let found = if self.choices.several {
                self.said = self.options.all_meant(text);
                self.options.several(text, self.said.as_deref())
            } else {
                self.options.answers(text)
            };
            (self.under, self.shown, self.pointer) = (Under::Options, found.shown, found.meant);
        }
    }
}

#[cfg(test)]
mod answering;
#[cfg(test)]
mod tests;
