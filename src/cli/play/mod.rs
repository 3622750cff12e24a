//! `play`: a flow as people will see it, in both languages, for whoever writes it. Nothing is sent and nothing is kept.
//!
//! The walk is the one of `diagnose`. Whenever a file of the pack is saved it begins anew with the pack as it is then, and
//! goes through what was answered so far, as a session does that is resumed after its flows were edited.

mod both;
mod columns;
mod edits;
mod opened;
mod place;

use super::args::preview::PlayArgs;
use super::asking::{may_move, resized};
use super::context::Context;
use super::exit::{Exit, settle};
use super::load;
use super::walking::{self, VERSION, asked};
use crate::i18n::{Arg, Lang, Message};
use crate::palette::Palette;
use crate::probe::Scripted;
use crate::prompt::plain::Plain;
use crate::prompt::rich::Rich;
use crate::record::Journal;
use crate::session::Session;
use crate::session::event::{Entry, Event};
use crate::summary::Summary;
use crate::summary::render::{Format, render};
use crate::terminal::Terminal;
use crate::walk::{self, Finish, Manner, Walk};
use crate::wording::refusal;
use both::Both;
use edits::Edits;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use opened::Opened;
use std::cell::RefCell;
use std::io::{self, Write as _};

/// Runs `play`.
pub fn run(context: &Context, args: &PlayArgs) -> Exit {
    settle(begin(context, args))
}

fn begin(context: &Context, args: &PlayArgs) -> Result<Exit, Exit> {
    let (folder, flow) = load::named(context, &args.flow, args.flows.as_deref())?;
    let (mut opened, edits) = Opened::first(context, folder.as_deref(), &flow, args.profile.as_deref())?;
    let clock = walking::clock(args.now.as_ref());
    let start = Event::Start { flow: Some(flow), profile: opened.profile.clone(), lang: context.lang, guard: false };
    let mut course = Course {
        entries: vec![Entry { at: clock(), event: start }],
        zone: walking::zone(args.now.as_ref()),
        clock: &clock,
    };
    let mut notices = vec![Message::new("play-begins")];
    if let Some(step) = &args.at {
        notices.extend(place::go_to(context, &opened, &mut course, folder.as_deref(), step)?);
    }
    let on_terminal = context.error_is_terminal;
    let terminal = Terminal::watch(move || {
        if on_terminal {
            // The line has `^C` on it; the shell's prompt needs its own. A terminal that is gone cannot be told.
            let _ = io::stderr().write_all(b"\n");
        }
    });
    let terminal = terminal.map_err(|error| {
        context.complain(&Message::new("terminal-broken").with("reason", refusal(&error)));
        Exit::Inaccessible
    })?;
    let edits = RefCell::new(edits);
    let exit = with_both(context, args.plain, &terminal, &edits, |both| {
        loop {
            match course.walk(&opened, &mut notices, both) {
                Ok(Ended::Changed(lang)) => opened.again(context, lang, &mut edits.borrow_mut()),
                Ok(Ended::Summary(text)) => {
                    context.part();
                    return context.print_done(&text);
                }
                Ok(Ended::Asking(name, lang)) => {
                    context.say_in(lang, &Message::new("input-ended-at").with("name", name));
                    return Exit::Unanswered;
                }
                // Nothing is kept, so nothing is left unfinished by somebody who has seen enough.
                Ok(Ended::Stopped) => return Exit::Done,
                Err(error) => {
                    context.complain(&Message::new("terminal-broken").with("reason", refusal(&error)));
                    return Exit::Unanswered;
                }
            }
        }
    });
    Ok(exit)
}

/// What was answered so far, and in which world.
struct Course<'c> {
    /// Everything that happened, from `start` on.
    entries: Vec<Entry>,
    zone: TimeZone,
    clock: &'c dyn Fn() -> Timestamp,
}

/// How far a walk came.
enum Ended {
    /// To the end of the flow: the summary as support would get it, in both languages.
    Summary(String),
    /// Somebody stopped.
    Stopped,
    /// The input ended at that question; in the language the session had come to.
    Asking(Arg, Lang),
    /// A file was saved; in the language the session had come to.
    Changed(Lang),
}

impl Course<'_> {
    /// A session that has gone through everything; what no longer fits is forgotten.
    fn session<'p>(&mut self, opened: &'p Opened) -> Option<(Session<'p>, usize)> {
        let (start, rest) = self.entries.split_first()?;
        let mut session = Session::new(&opened.pack, opened.profile(), self.zone.clone(), start);
        session.take_findings_by_hand();
        let misfits = session.go_through(rest);
        let mut number = 0;
        self.entries.retain(|_| {
            number += 1;
            // The first is `start`.
            number < 2 || misfits.binary_search(&(number - 2)).is_err()
        });
        Some((session, misfits.len()))
    }

    fn walk(&mut self, opened: &Opened, notices: &mut Vec<Message>, both: &mut Both<'_>) -> io::Result<Ended> {
        let Some((session, misfits)) = self.session(opened) else { return Ok(Ended::Stopped) };
        let mut prober = Scripted::new(Vec::new(), walk::world(&session), self.clock);
        let mut walk = Walk::new(session, Journal::none(""), both, &mut prober, self.clock, Manner::Author);
        for message in notices.drain(..) {
            walk.notice(&message);
        }
        if misfits > 0 {
            walk.notice(&Message::new("session-edited").with("count", misfits));
        }
        let finish = walk.run();
        self.entries.extend_from_slice(walk.happened());
        let (session, _) = walk.into_parts();
        Ok(match finish? {
            Finish::Changed => Ended::Changed(session.lang()),
            Finish::End => Ended::Summary(summaries(&session)),
            Finish::InputEnded(path) => Ended::Asking(asked(&session, &path), session.lang()),
            _ => Ended::Stopped,
        })
    }
}

/// The whole summary in the session's language, and in the other: a fact that has only a `label` is not in the short one.
fn summaries(session: &Session<'_>) -> String {
    let story = session.story();
    let text = |lang: Lang| render(&Summary::of(&story, lang, VERSION), Format::Text, false);
    let lang = session.lang();
    format!("{}\n{}", text(lang), text(lang.other()))
}

/// Lets `work` ask in the way that fits what the program was started in.
fn with_both(
    context: &Context,
    plain: bool,
    terminal: &Terminal,
    edits: &RefCell<Edits>,
    work: impl FnOnce(&mut Both<'_>) -> Exit,
) -> Exit {
    let moves = may_move(context, plain);
    let palette = Palette::new(context.error_color && moves);
    let rich = moves.then(|| Rich::new(terminal, palette)).and_then(Result::ok);
    if let Some(rich) = rich {
        let disturbance = || edits.borrow_mut().are_there();
        let mut rich = rich.preview().that(resized()).disturbed_by(&disturbance);
        return work(&mut Both::new(&mut rich, edits, palette));
    }
    // One column stays free: some terminals break a line that fills the last one.
    let plain = Plain::new(terminal, io::stderr(), context.width.saturating_sub(1)).unkept();
    let mut plain = if context.input_is_terminal { plain.typed_by_hand(terminal) } else { plain };
    work(&mut Both::new(&mut plain, edits, palette))
}
