//! `replay`: every screen of a session again, from its code, its journal, or its summary.

use super::args::support::ReplayArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::kept::{self, Kept};
use super::load::{self, Loaded};
use super::pasted;
use crate::i18n::{Lang, Message};
use crate::record::{self, Folder, Record};
use crate::replay::{Origin, Refused, Route, clean, decode, fill, show};
use crate::summary::render::MARK;
use crate::wording::{one_line, wrap};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::Path;

/// Runs `replay`.
pub fn run(context: &Context, args: &ReplayArgs) -> Exit {
    settle(replay(context, args))
}

fn replay(context: &Context, args: &ReplayArgs) -> Result<Exit, Exit> {
    let words = args.what.join(" ");
    let file = Path::new(&words);
    if file.is_file() {
        return of_file(context, args, file);
    }
    let folder = context.data_dir.as_deref().map(Folder::new);
    // A session's id is shorter than any code.
    let session = folder.filter(|_| words.len() <= 8).and_then(|folder| folder.read(&words).ok());
    match session {
        Some(record) => of_record(context, args, record),
        None => of_code(context, args, &words, None),
    }
}

fn of_file(context: &Context, args: &ReplayArgs, file: &Path) -> Result<Exit, Exit> {
    let text = pasted::text(context, Some(file))?;
    if let Some(record) = record::read(text.as_bytes()) {
        return of_record(context, args, record);
    }
    let summary: Option<serde_json::Value> = serde_json::from_str(&text).ok();
    let code = match &summary {
        Some(summary) => summary["replay_code"].as_str().map(str::to_owned),
        None => text.rsplit_once(MARK).and_then(|(_, rest)| rest.split_whitespace().next()).map(str::to_owned),
    };
    let Some(code) = code else {
        context.complain(&Message::new("replay-no-code-in").with("path", one_line(&file.display().to_string())));
        return Err(Exit::Usage);
    };
    of_code(context, args, &code, summary.as_ref())
}

fn of_code(
    context: &Context,
    args: &ReplayArgs,
    code: &str,
    summary: Option<&serde_json::Value>,
) -> Result<Exit, Exit> {
    let Loaded { pack, .. } = load::pack(context, args.flows.as_deref(), false)?;
    let mut route = decode(&pack, code, lang(context)).map_err(|refused| refuse(context, code, &refused))?;
    if let Some(summary) = summary {
        fill(&mut route, summary);
        clean(&mut route);
    }
    let Some(profile) = pack.profiles.get(&route.profile) else { return Err(refuse(context, code, &Refused::Nowhere)) };
    let untold = format!("[{}]", Message::new("replay-time").text(route.lang));
    let clock = (TimeZone::UTC, Timestamp::UNIX_EPOCH);
    let shown = show(&pack, profile, &route, clock, Some(untold), Origin::Typed, context.width);
    let head = if summary.is_some() { "replay-head-summary" } else { "replay-head-code" };
    let name = profile.name.as_plain(route.lang);
    Ok(print(context, &route, &Message::new(head).with("profile", name), &shown.text))
}

fn of_record(context: &Context, args: &ReplayArgs, record: Record) -> Result<Exit, Exit> {
    let kept = Kept::open(context, record, args.flows.as_deref())?;
    let (session, misfits) = kept.session().ok_or_else(|| kept::nothing(context))?;
    let mut route = Route::of(&session, Origin::Every);
    route.lang = lang(context).unwrap_or(route.lang);
    clean(&mut route);
    let clock = (session.zone().clone(), session.began());
    let shown = show(session.pack(), session.profile(), &route, clock, None, Origin::Every, context.width);
    if misfits + shown.left > 0 {
        context.complain(&Message::new("session-edited").with("count", misfits + shown.left));
    }
    let name = session.profile().name.as_plain(route.lang);
    let head = Message::new("replay-head-session").with("profile", name);
    Ok(print(context, &route, &head, &shown.text))
}

fn lang(context: &Context) -> Option<Lang> {
    Some(context.lang).filter(|_| context.lang_is_chosen)
}

fn print(context: &Context, route: &Route, head: &Message, screens: &str) -> Exit {
    let mut text = wrap(&head.text(route.lang), context.width).join("\n");
    text.push('\n');
    // A journal names options and reasons too.
    text.extend(
        screens.split_inclusive('\n').flat_map(|line| [one_line(line.trim_end_matches('\n')), "\n".to_owned()]),
    );
    if !route.finished {
        text.push('\n');
        text.push_str(&wrap(&Message::new("replay-stopped").text(route.lang), context.width).join("\n"));
        text.push('\n');
    }
    context.print_done(&text)
}

fn refuse(context: &Context, code: &str, refused: &Refused) -> Exit {
    context.complain(&match refused {
        Refused::NoCode => Message::new("replay-unknown").with("name", one_line(code)),
        Refused::Slip(groups) if groups.is_empty() => Message::new("replay-slip"),
        Refused::Slip(groups) => Message::new("replay-slip-group").with("groups", groups.clone()),
        Refused::OtherPack(theirs, ours) => {
            Message::new("replay-other-pack").with("theirs", theirs.as_str()).with("ours", ours.as_str())
        }
        Refused::Nowhere => Message::new("replay-nowhere"),
    });
    Exit::Usage
}
