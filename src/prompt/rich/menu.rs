//! What Escape opens: everything that can be said instead of an answer. Escape alone never loses anything.

use crate::i18n::Message;
use crate::prompt::{Command, Form, Screen, ScreenOption};

/// From this visit of a step on, stopping is offered.
const OFFERS_TO_STOP: u32 = 3;

/// The entries for a screen, with what they do; the last returns to the question. `walks`: there are answers to look
/// through and other problems to go to. `kept`: what is answered is kept, which quitting says.
pub(super) fn entries(screen: &Screen, walks: bool, kept: bool) -> Vec<(ScreenOption, Option<Command>)> {
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
    commands.into_iter().map(Some).chain([None]).map(|command| (entry(screen, command, kept), command)).collect()
}

fn entry(screen: &Screen, command: Option<Command>, kept: bool) -> ScreenOption {
    let word = command.map_or("return", word);
    let unkept = command == Some(Command::Quit) && !kept;
    let key = if unkept { "prompt-menu-quit-unkept".to_owned() } else { format!("prompt-menu-{word}") };
    let label = Message::new(key).text(screen.lang);
    ScreenOption { value: word.to_owned(), label, heading: None }
}

fn word(command: Command) -> &'static str {
    Command::ALL.iter().find(|(_, known)| *known == command).map_or("return", |(word, _)| word)
}
