//! `new`: a flow and a test that already pass, from a few answers.

mod page;
mod place;
mod sheet;
mod talk;
mod write;

use super::args::files::NewArgs;
use super::asking::{self, with_prompter};
use super::context::Context;
use super::exit::{Exit, settle};
use crate::i18n::{Lang, Message};
use crate::terminal::Terminal;
use crate::wording::refusal;
use place::{Place, shown};
use sheet::{Item, Sheet};
use std::io::{self, Write as _};
use talk::{Ending, Talk};
use write::Planned;

/// Runs `new`.
pub fn run(context: &Context, args: &NewArgs) -> Exit {
    settle(begin(context, args))
}

fn begin(context: &Context, args: &NewArgs) -> Result<Exit, Exit> {
    let place = Place::of(args.flows.as_deref());
    let mut sheet = Sheet::default();
    if let Some(typed) = &args.flow {
        let id = place.id(typed);
        let unfit = sheet.judge(Item::Id, &id).refused.into_iter().next();
        if let Some(why) = unfit.or_else(|| place.refuse(&id)) {
            context.complain(&why);
            return Err(Exit::Usage);
        }
        sheet.set(Item::Id, &id);
    }
    let (sheet, lang) = asked(context, args, &place, sheet)?;
    let id = sheet.or_sample(Item::Id).to_owned();
    let (schema, labels) = (place.has_schemas(), sheet.labels());
    let files = [
        Planned { path: place.flow(&id), text: page::flow(&sheet, &labels, schema, lang) },
        Planned { path: place.test(&id), text: page::test(&sheet, schema, lang) },
    ];
    if let Err((path, error)) = write::all(&files) {
        let message = Message::new("new-unwritable").with("path", shown(&path)).with("reason", reason(&error));
        context.complain(&message);
        return Err(Exit::Inaccessible);
    }
    context.part();
    Ok(context.print_done(&farewell(&files, &place, &id, lang)))
}

/// Why the system refused to write; a name that was taken meanwhile is no missing folder.
fn reason(error: &io::Error) -> Message {
    if error.kind() == io::ErrorKind::AlreadyExists { Message::new("new-reason-exists") } else { refusal(error) }
}

/// Asks what is to be known; a conversation that ends early ends the command.
fn asked(context: &Context, args: &NewArgs, place: &Place, sheet: Sheet) -> Result<(Sheet, Lang), Exit> {
    let lang = context.lang;
    let terminal = Terminal::watch(move || {
        let _ = writeln!(io::stderr(), "\n{}", Message::new("new-nothing-written").text(lang));
    });
    let broken = |error: &io::Error| context.complain(&Message::new("terminal-broken").with("reason", refusal(error)));
    let terminal = terminal.map_err(|error| {
        broken(&error);
        Exit::Inaccessible
    })?;
    let talk = asking::Talk { plain: args.plain, kept: false };
    let (sheet, lang, ending) = with_prompter(context, &terminal, talk, |prompter| {
        let mut talk = Talk { prompter, lang, place, sheet, titled: false };
        let ending = talk.run();
        (talk.sheet, talk.lang, ending)
    });
    match ending {
        Ok(Ending::Complete) => return Ok((sheet, lang)),
        Ok(Ending::Quit) => context.say_in(lang, &Message::new("new-nothing-written")),
        Ok(Ending::Ended(open)) => {
            let open: Vec<&str> = open.into_iter().map(Item::word).collect();
            context.say_in(lang, &Message::new("new-ended").with("open", open.join(", ")));
        }
        Err(error) => broken(&error),
    }
    Err(Exit::Unanswered)
}

/// What was written, and what to do with it.
fn farewell(files: &[Planned], place: &Place, id: &str, lang: Lang) -> String {
    let folder = word(&place.shown());
    let mut lines: Vec<Message> =
        files.iter().map(|file| Message::new("new-written").with("path", shown(&file.path))).collect();
    lines.push(Message::new("new-next"));
    for (key, command) in [
        ("new-next-validate", format!("walletfix validate {folder}")),
        ("new-next-play", format!("walletfix play {id} --flows {folder}")),
        ("new-next-test", format!("walletfix test {folder}")),
    ] {
        lines.push(Message::new(key).with("command", command));
    }
    lines.iter().map(|line| line.text(lang) + "\n").collect()
}

/// A path as a shell reads it.
fn word(path: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '/' | '.' | '_' | '-' | '~' | ':');
    match () {
        () if path.chars().all(is_plain) => path.to_owned(),
        // Neither shell of Windows takes the other's signs, and no file there has a quotation mark in its name.
        () if cfg!(windows) => format!("\"{path}\""),
        () => format!("'{}'", path.replace('\'', r"'\''")),
    }
}
