//! What a colon opens: everything that can be said instead of an answer, as a list of its own.

use crate::i18n::Message;
use crate::prompt::{Command, Form, Screen, ScreenOption};

/// From this visit of a step on, stopping is offered.
const OFFERS_TO_STOP: u32 = 3;

/// The path of the list of all answers.
const REVIEW: &str = "<review>";

/// The commands for a screen, with what they do. `walks`: there are answers to look through and other problems to go to.
/// `kept`: what is answered is kept, which quitting says.
pub(super) fn entries(screen: &Screen, walks: bool, kept: bool) -> Vec<(ScreenOption, Command)> {
    let mut commands = vec![Command::Back, Command::Help];
    if screen.form == Form::Line && !screen.options.is_empty() {
        commands.push(Command::Skip);
    }
    if walks {
        commands.extend([Command::Review, Command::Flow]);
    }
    commands.push(Command::Lang);
    if screen.visit >= OFFERS_TO_STOP {
        commands.push(Command::GiveUp);
    }
    commands.push(Command::Quit);
    commands.into_iter().map(|command| (entry(screen, command, kept), command)).collect()
}

/// A command as an option: its word, and what it does.
pub(super) fn entry(screen: &Screen, command: Command, kept: bool) -> ScreenOption {
    let word = Command::ALL.iter().find(|(_, known)| *known == command).map_or("", |(word, _)| word);
    let unkept = if command == Command::Quit && !kept { "-unkept" } else { "" };
    let label = match command {
        // All answers are looked through from a question, and nothing is taken back by leaving them.
        Command::Back if screen.path == REVIEW => Message::new("screen-stay"),
        _ => Message::new(format!("prompt-menu-{word}{unkept}")),
    };
    let label = label.text(screen.lang);
    ScreenOption { value: word.to_owned(), label, heading: None }
}
