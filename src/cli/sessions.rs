//! `sessions`: what is kept on this computer.

use super::args::session::SessionsArgs;
use super::context::{self, Context};
use super::exit::{Exit, settle};
use super::kept::{self, Kept};
use super::{asking, history, note, overdue, walking};
use crate::flow::display;
use crate::i18n::Message;
use crate::palette::Palette;
use crate::prompt::rich::{Doubt, confirm};
use crate::record::{Folder, Listed, Record};
use crate::session::Session;
use crate::session::event::Event;
use crate::terminal::Terminal;
use crate::wording::{refusal, wrap};
use std::io::{self, BufRead, Read};
use std::path::Path;
use std::time::SystemTime;

/// Bytes of a line that could mean yes; more is none.
const LONGEST_YES: u64 = 64;

/// Runs `sessions`.
pub fn run(context: &Context, args: &SessionsArgs) -> Exit {
    settle(match args {
        SessionsArgs::List { flows } => list(context, flows.as_deref()),
        SessionsArgs::Show { session, flows } => show(context, session, flows.as_deref()),
        SessionsArgs::Note(args) => note::run(context, args),
        SessionsArgs::Delete { sessions } => delete(context, sessions),
        SessionsArgs::DeleteAll => delete_all(context),
    })
}

fn list(context: &Context, flows: Option<&Path>) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let listed = read(context, &folder)?;
    if listed.is_empty() {
        context.say(&Message::new("sessions-empty"));
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    // Why sessions cannot be opened is said once for all that have the same reason.
    let (mut refused, mut count): (Vec<Cause>, usize) = (Vec::new(), 0);
    for Listed { record, changed, .. } in listed {
        let id = record.header.id.clone();
        let own = record.header.flows.clone();
        let cause = Cause::of(&record, flows);
        let known = refused.iter().any(|other| *other == cause || *other == cause.of_folder());
        let kept = if known { Err(None) } else { Kept::open(context, record, flows).map_err(Some) };
        let line = match kept {
            Ok(kept) => kept.session().map(|(session, _)| line(context, &id, &session)),
            Err(exit) => {
                // Where nothing but the folder is read from the disk, it is the folder that cannot be read.
                let folder = exit == Some(Exit::Inaccessible) && cause.profile_file.is_none();
                refused.push(if folder { cause.of_folder() } else { cause });
                count += 1;
                // It is still there, and whoever wants to delete it needs its id.
                Some(closed(context, &id, changed, own))
            }
        };
        text.extend(line.map(|line| line + "\n"));
    }
    if count > 0 {
        context.say(&Message::new("sessions-closed").with("count", count));
    }
    Ok(context.print_done(&text))
}

/// What decides whether a session can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cause {
    folder: Option<String>,
    profile_file: Option<String>,
    /// The flow and the profile in it, where the folder can be read.
    named: Option<(Option<String>, String)>,
}

impl Cause {
    fn of(record: &Record, flows: Option<&Path>) -> Self {
        let named = match record.entries.first().map(|entry| &entry.event) {
            Some(Event::Start { flow, profile, .. }) => Some((flow.clone(), profile.clone())),
            _ => None,
        };
        let folder = flows.map(|flows| flows.display().to_string()).or_else(|| record.header.flows.clone());
        Self { folder, profile_file: record.header.profile_file.clone(), named }
    }

    fn of_folder(&self) -> Self {
        Self { folder: self.folder.clone(), profile_file: None, named: None }
    }
}

fn line(context: &Context, id: &str, session: &Session<'_>) -> String {
    let (lang, story) = (context.lang, session.story());
    let state = match &story.ending {
        Some(ending) => {
            let outcome = Message::new(format!("outcome-{}", ending.outcome.id()));
            Message::new("sessions-state-ended").with("outcome", outcome)
        }
        None => Message::new("sessions-state-open").with("count", session.answers().len()),
    };
    let now = jiff::Timestamp::now();
    let state = overdue::marked(state, &story, lang, now);
    Message::new("sessions-line")
        .with("id", id)
        .with("when", display::clock_time(story.at, lang, &story.zone, now))
        .with("title", kept::title(session))
        .with("state", state)
        .text(lang)
}

/// A session whose flows cannot be read any more.
fn closed(context: &Context, id: &str, changed: SystemTime, flows: Option<String>) -> String {
    let now = jiff::Timestamp::now();
    let when = jiff::Timestamp::try_from(changed).unwrap_or(now);
    Message::new("sessions-line")
        .with("id", id)
        .with("when", display::clock_time(when, context.lang, &context::zone(), now))
        .with("title", flows.unwrap_or_default())
        .with("state", Message::new("sessions-state-closed"))
        .text(context.lang)
}

fn show(context: &Context, id: &str, flows: Option<&Path>) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let record = folder.read(id).map_err(|error| walking::refuse(context, id, &error))?;
    let id = record.header.id.clone();
    let kept = Kept::open(context, record, flows)?;
    let (session, _) = kept.session().ok_or_else(|| kept::nothing(context))?;
    let lang = context.lang;
    let mut lines = vec![line(context, &id, &session)];
    for (path, step, value) in session.answers() {
        let name = display::step_name(step, lang).unwrap_or_else(|| path.clone());
        let words = display::value(&value, Some(step), lang, session.zone(), session.clock());
        lines.push(Message::new("screen-review-line").with("name", name).with("value", words).text(lang));
    }
    let text: String = lines.iter().flat_map(|line| wrap(line, context.width)).map(|line| line + "\n").collect();
    let contacts = history::drawn(&session.story(), lang, jiff::Timestamp::now(), context.width);
    Ok(context.print_done(&(text + &contacts)))
}

fn delete(context: &Context, ids: &[String]) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let refuse = |id: &str, error| walking::refuse(context, id, &error);
    // Every id is looked up before anything is deleted, so that a misspelt one costs nothing.
    let mut paths = Vec::new();
    for id in ids {
        let path = folder.find(id).map_err(|error| refuse(id, error))?;
        if !paths.iter().any(|(_, known)| *known == path) {
            paths.push((id, path));
        }
    }
    for (id, path) in &paths {
        folder.delete(path).map_err(|error| refuse(id, error))?;
    }
    context.say(&Message::new("session-deleted").with("count", paths.len()));
    Ok(Exit::Done)
}

fn delete_all(context: &Context) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let paths = folder.files().map_err(|error| unreadable(context, &folder, &error))?;
    if !paths.is_empty() && !are_to_go(context, paths.len())? {
        context.say(&Message::new("session-kept"));
        return Ok(Exit::Done);
    }
    let mut exit = Exit::Done;
    let mut deleted: usize = 0;
    for path in paths {
        match folder.delete(&path) {
            Ok(()) => deleted += 1,
            Err(error) => exit = exit.max(walking::refuse(context, &path.display().to_string(), &error)),
        }
    }
    context.say(&Message::new("session-deleted").with("count", deleted));
    Ok(exit)
}

/// Asks once more on a terminal, where somebody can answer: by a key, or by a line where only lines are read. Elsewhere
/// the flag is all there is.
fn are_to_go(context: &Context, count: usize) -> Result<bool, Exit> {
    if !context.input_is_terminal {
        return Ok(true);
    }
    if !asking::may_move(context, false) {
        context.say(&Message::new("session-delete-all").with("count", count));
        context.say(&Message::new("session-delete-line"));
        let mut line = String::new();
        // An input that ends or breaks is no yes.
        let read = io::stdin().lock().take(LONGEST_YES).read_line(&mut line);
        let yes = ["y", "yes", "是", "好"].contains(&line.trim().to_lowercase().as_str());
        return Ok(read.is_ok() && yes);
    }
    let broken = |error: &std::io::Error| {
        context.complain(&Message::new("terminal-broken").with("reason", refusal(error)));
        Exit::Inaccessible
    };
    let terminal = Terminal::watch(|| {}).map_err(|error| broken(&error))?;
    let (question, keys) =
        (Message::new("session-delete-all").with("count", count), Message::new("session-delete-keys"));
    let doubt = Doubt { question: &question, keys: &keys, lang: context.lang };
    confirm(&terminal, Palette::new(context.error_color), &doubt).map_err(|error| broken(&error))
}

fn read(context: &Context, folder: &Folder) -> Result<Vec<Listed>, Exit> {
    folder.list().map_err(|error| unreadable(context, folder, &error))
}

fn unreadable(context: &Context, folder: &Folder, error: &std::io::Error) -> Exit {
    let reason = refusal(error);
    context.complain(&Message::new("session-io").with("path", folder.shown()).with("reason", reason));
    Exit::Inaccessible
}
