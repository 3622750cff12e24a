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
use crate::seal::letters::value;
use crate::session::event::{Entry, Event};
use crate::wording::{is_invisible, one_line, wrap};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// Runs `replay`.
pub fn run(context: &Context, args: &ReplayArgs) -> Exit {
    settle(replay(context, args))
}

fn replay(context: &Context, args: &ReplayArgs) -> Result<Exit, Exit> {
    let words = args.what.join(" ");
    if words == "-" {
        return of_file(context, args, None);
    }
    let file = Path::new(&words);
    if file.exists() {
        return of_file(context, args, Some(file));
    }
    // As it is meant, by whatever keyboard: full-width symbols, and quotes around it.
    let plain: String = words.nfkc().filter(|c| !matches!(c, '"' | '\'' | '\u{201c}'..='\u{201d}')).collect();
    if let Some((what, exit)) = no_code(&plain) {
        context.complain(&Message::new(what).with("name", one_line(&words)));
        return Err(exit);
    }
    let folder = context.data_dir.as_deref().map(Folder::new);
    // A session's id is shorter than any code.
    let session = folder.filter(|_| plain.len() <= ID).and_then(|folder| folder.read(&plain).ok());
    match session {
        Some(record) => of_record(context, args, record),
        None => of_code(context, args, &code_in(&plain).unwrap_or(plain), None),
    }
}

/// Names of files end so.
const ENDINGS: [&str; 9] = ["txt", "md", "json", "jsonl", "toml", "html", "eml", "log", "pdf"];

/// What words are that nobody would write for a code, and that name nothing here.
fn no_code(words: &str) -> Option<(&'static str, Exit)> {
    let are_symbols = |text: &str| !text.is_empty() && text.chars().all(|c| value(c).is_some());
    let ending = words.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if words.contains(['/', '\\']) || ending.is_some_and(|ending| ENDINGS.contains(&&*ending)) {
        return Some(("replay-no-file", Exit::Inaccessible));
    }
    let id = words.get(..3).filter(|start| start.eq_ignore_ascii_case("wf-")).and(words.get(3..));
    if id.is_some_and(|id| id.len() == 6 && are_symbols(id)) {
        return Some(("replay-summary-id", Exit::Usage));
    }
    // Its groups have eight symbols, those of a code four.
    let groups: Vec<&str> = words.trim_start_matches("walletfix verify").trim().split('-').collect();
    let is_seal = groups.len() > 1 && groups[0].len() == 8 && groups.iter().all(|group| are_symbols(group));
    (is_seal || words.contains("walletfix verify")).then_some(("replay-verify-code", Exit::Usage))
}

fn of_file(context: &Context, args: &ReplayArgs, file: Option<&Path>) -> Result<Exit, Exit> {
    let text = pasted::text(context, file)?;
    if let Some(mut record) = record::read(text.as_bytes()) {
        if !file.is_some_and(|file| is_kept_here(context, file)) {
            forget_paths(&mut record);
        }
        return of_record(context, args, record);
    }
    let summary: Option<serde_json::Value> = serde_json::from_str(&text).ok();
    let code = match &summary {
        Some(summary) => summary["replay_code"].as_str().map(str::to_owned),
        None => code_in(&text),
    };
    let Some(code) = code else {
        let path = file.map_or_else(|| "-".to_owned(), |file| one_line(&file.display().to_string()));
        context.complain(&Message::new("replay-no-code-in").with("path", path));
        return Err(Exit::Usage);
    };
    of_code(context, args, &code, summary.as_ref())
}

/// The symbols of a session's id.
const ID: usize = 8;

/// Whether it is written as ids are; codes have capitals and groups.
fn is_id(text: &str) -> bool {
    text.len() == ID && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// The last code in a text, also where it was quoted, marked as code, or broken behind or before a hyphen.
fn code_in(text: &str) -> Option<String> {
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}');
    let plain: String = text.chars().filter(|c| !matches!(c, '>' | '`' | '*' | '\\') && !is_invisible(*c)).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mark = |pair: &[&str]| pair[0].ends_with("walletfix") && pair[1] == "replay";
    let mut code = String::new();
    for word in &words[words.windows(2).rposition(mark)? + 2..] {
        let goes_on = code.is_empty() || code.ends_with(is_dash) || (word.starts_with(is_dash) && word.len() > 3);
        if !goes_on {
            break;
        }
        let end = word.find(|c: char| !c.is_ascii_alphanumeric() && !is_dash(c));
        code.push_str(&word[..end.unwrap_or(word.len())]);
        if end.is_some() {
            break;
        }
    }
    Some(code).filter(|code| !code.is_empty())
}

/// Whether this computer wrote the journal, so that the paths in it are this person's own.
fn is_kept_here(context: &Context, file: &Path) -> bool {
    let folder = context.data_dir.as_deref().and_then(|data| data.join("sessions").canonicalize().ok());
    let file = file.canonicalize().ok();
    folder.is_some() && file.as_deref().and_then(Path::parent) == folder.as_deref()
}

/// A journal from elsewhere opens no files of whoever reads it: the flows are the program's own, or those of `--flows`.
fn forget_paths(record: &mut Record) {
    (record.header.flows, record.header.profile_file) = (None, None);
    if let Some(Entry { event: Event::Start { flow, profile, .. }, .. }) = record.entries.first_mut() {
        *flow = flow.as_deref().map(one_line);
        *profile = one_line(&profile.replace(['/', '\\', '.'], "_"));
    }
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
        context.say(&Message::new("replay-misfits").with("count", misfits + shown.left));
    }
    let name = session.profile().name.as_plain(route.lang);
    let head = Message::new("replay-head-session").with("profile", name);
    Ok(match print(context, &route, &head, &shown.text) {
        Exit::Done if misfits + shown.left > 0 => Exit::Findings,
        exit => exit,
    })
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
        Refused::NoCode | Refused::Slip(_) if is_id(code) => {
            Message::new("replay-no-session").with("name", one_line(code))
        }
        Refused::NoCode => Message::new("replay-unknown").with("name", one_line(code)),
        Refused::Slip(None) => Message::new("replay-slip"),
        Refused::Slip(Some(group)) => Message::new("replay-slip-group").with("groups", group.as_str()),
        Refused::OtherPack(theirs, ours) => {
            Message::new("replay-other-pack").with("theirs", theirs.as_str()).with("ours", ours.as_str())
        }
        Refused::Nowhere => Message::new("replay-nowhere"),
    });
    Exit::Usage
}
