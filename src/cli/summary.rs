//! The summary of a session, in the shape and to the place that was asked for; and `summary`, which does it again.

use super::args::walk::{ShapeArgs, SummaryArgs, SummaryFormat};
use super::asking::may_move;
use super::clipboard;
use super::context::Context;
use super::device::is_device;
use super::exit::{Exit, settle};
use super::kept::{self, Kept};
use super::walking::{self, VERSION};
use crate::i18n::{Lang, Message};
use crate::profile::Desk;
use crate::replay::{Code, code};
use crate::secrets;
use crate::session::Session;
use crate::summary::Summary;
use crate::summary::render::payload::{System, payload_or_less};
use crate::summary::render::{Format, together};
use crate::wording::refusal;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Runs `summary`.
pub fn run(context: &Context, args: &SummaryArgs) -> Exit {
    settle(again(context, args))
}

fn again(context: &Context, args: &SummaryArgs) -> Result<Exit, Exit> {
    spare_output(context, &args.shape)?;
    let folder = walking::sessions(context)?;
    let refuse = |error| walking::refuse(context, &args.session, &error);
    let record = folder.read(&args.session).map_err(refuse)?;
    let kept = Kept::open(context, record, args.flows.as_deref())?;
    let (session, _) = kept.session().ok_or_else(|| kept::nothing(context))?;
    Ok(print(context, &session, &args.shape, may_move(context, false)))
}

/// Prints the summary of a session, or writes it to the file that was asked for, and copies it if it was to be; `rich` says
/// whether the terminal may be sent escape sequences.
pub fn print(context: &Context, session: &Session<'_>, shape: &ShapeArgs, rich: bool) -> Exit {
    let text = told(session, shape);
    along(context, session, shape);
    let exit = put(context, shape, &text);
    copy(context, session, shape, &text, rich);
    exit
}

/// Before anybody answers anything: an earlier summary is worth more than the file's name. Errors: it is there already.
pub fn spare_output(context: &Context, shape: &ShapeArgs) -> Result<(), Exit> {
    let Some(path) = shape.output.as_deref().filter(|path| holds_something(path)) else { return Ok(()) };
    context.complain(&Message::new("output-exists").with("path", path.display().to_string()));
    Err(Exit::Inaccessible)
}

/// Nothing is lost with an empty file, and a pipe or a device keeps nothing.
fn holds_something(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() > 0)
}

fn put(context: &Context, shape: &ShapeArgs, text: &str) -> Exit {
    let Some(path) = &shape.output else { return context.print_done(text) };
    match write_private(path, text) {
        Ok(()) => Exit::Done,
        Err(error) => {
            let path = path.display().to_string();
            // It came into being meanwhile.
            let exists = error.kind() == io::ErrorKind::AlreadyExists;
            let reason = if exists { Message::new("new-reason-exists") } else { refusal(&error) };
            context.complain(&Message::new("output-unwritable").with("path", path).with("reason", reason));
            context.print(text).err().unwrap_or(Exit::Inaccessible)
        }
    }
}

/// The words that go along with a summary, for whoever sends it.
pub fn along(context: &Context, session: &Session<'_>, shape: &ShapeArgs) {
    if let Some(system) = shape.system {
        for message in before_sending(system, session.profile().tickets.get(system.desk())) {
            context.say_in(session.lang(), &message);
        }
        if told_or_less(session, shape).1 {
            context.say_in(session.lang(), &Message::new("for-github-less"));
        }
    }
}

/// Its copy on the clipboard, after everything else: a summary that is on the screen is not lost with the copy.
pub fn copy(context: &Context, session: &Session<'_>, shape: &ShapeArgs, text: &str, rich: bool) {
    if shape.copy {
        context.say_in(session.lang(), &clipboard::copy(text, rich));
    }
}

/// The summary of a session in the shape that was asked for.
pub fn told(session: &Session<'_>, shape: &ShapeArgs) -> String {
    told_or_less(session, shape).0
}

/// The same, and whether it had to be shortened.
fn told_or_less(session: &Session<'_>, shape: &ShapeArgs) -> (String, bool) {
    let story = session.story();
    let first = shape.lang.unwrap_or_else(|| session.lang());
    let others = Lang::ALL.into_iter().filter(|lang| shape.both && *lang != first);
    let public = shape.system == Some(System::GitHub);
    let (replay_code, replay_note) = match code(session) {
        Code::Whole(code) => (Some(code), None),
        Code::Tail(code) => (Some(code), Some("summary-replay-tail")),
        Code::None => (None, Some("summary-replay-none")),
    };
    let told: Vec<Summary> = std::iter::once(first)
        .chain(others)
        .map(|lang| {
            if public {
                Summary::for_public(&story, lang, VERSION, shape.with_numbers)
            } else {
                Summary::of(&story, lang, VERSION)
            }
        })
        .map(|summary| Summary { replay_code: replay_code.clone(), replay_note, ..summary })
        .collect();
    let format = match shape.format {
        SummaryFormat::Text => Format::Text,
        SummaryFormat::Markdown => Format::Markdown,
        SummaryFormat::Json => Format::Json,
    };
    match shape.system {
        Some(system) => {
            let desk = session.profile().tickets.get(system.desk());
            payload_or_less(&told, system, desk.unwrap_or(&Desk::default()), shape.short)
        }
        None => (together(&told, format, shape.short), false),
    }
}

/// What whoever sends it there has to know or to add.
fn before_sending(system: System, desk: Option<&Desk>) -> Vec<Message> {
    let has = |key: &str| desk.is_some_and(|desk| desk.contains_key(key));
    match system {
        System::Zendesk => Vec::new(),
        System::ZendeskRequest => vec![Message::new("for-zendesk-request")],
        System::Zammad if has("group") => vec![Message::new("for-zammad")],
        System::Zammad => vec![Message::new("for-zammad"), Message::new("for-zammad-group")],
        System::GitHub => vec![Message::new("for-github")],
    }
}

/// A summary holds names and numbers: nobody else on this computer may read it.
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    // What a file holds is looked at when it is open: it may have come into being a moment ago.
    options.write(true).create(true).truncate(false);
    write(path, text, options)
}

/// The same for a file that must not be there yet.
pub fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if is_device(path) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    write(path, text, options)
}

fn write(path: &Path, text: &str, options: fs::OpenOptions) -> io::Result<()> {
    #[cfg(unix)]
    let options = {
        let mut options = options;
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options
    };
    let mut file = options.open(path)?;
    if file.metadata().is_ok_and(|about| about.is_file() && about.len() > 0) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    // The mode counts for new files alone; an older one is closed to others before anything is in it.
    #[cfg(unix)]
    if file.metadata()?.is_file() {
        // Some disks know no modes, and somebody else's file keeps its own; the person chose the place.
        let _ = file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600));
    }
    file.write_all(secrets::cover_page(text).as_bytes())?;
    file.sync_data()
}
