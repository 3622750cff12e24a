//! `resume`: goes on where a session stopped.

use super::args::walk::ResumeArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::kept::{self, Kept, Latest};
use super::overdue;
use super::summary::spare_output;
use super::walking::{self, Ready};
use crate::i18n::Message;
use crate::record::Journal;
use crate::session::event::{Entry, Event};
use crate::wording::refusal;
use std::sync::Arc;

/// Runs `resume`.
pub fn run(context: &Context, args: &ResumeArgs) -> Exit {
    settle(go_on(context, args))
}

fn go_on(context: &Context, args: &ResumeArgs) -> Result<Exit, Exit> {
    spare_output(context, &args.shape)?;
    let folder = walking::sessions(context)?;
    let flows = args.walk.flows.as_deref();
    let Latest { id, late } = match &args.session {
        Some(id) => Latest { id: id.clone(), late: None },
        None => kept::latest_open(context, &folder, flows, walking::clock(args.walk.now.as_ref())())?,
    };
    let refuse = |error| walking::refuse(context, &id, &error);
    let path = folder.find(&id).map_err(refuse)?;
    let (mut journal, record) = Journal::go_on(&path).map_err(refuse)?;
    let kept = Kept::open(context, record, flows)?;
    let (mut session, misfits) = kept.session().ok_or_else(|| kept::nothing(context))?;
    let now = args.walk.now.as_ref();
    let mut notices = kept.notices(&session, misfits);
    if context.lang_is_chosen && session.lang() != context.lang {
        let entry = Entry { at: walking::clock(now)(), event: Event::Lang(context.lang) };
        if session.apply(&entry).is_ok() {
            append(&mut journal, &entry, &mut notices);
        }
    }
    let entry = Entry { at: walking::clock(now)(), event: Event::Resume };
    if session.apply(&entry).is_ok() {
        append(&mut journal, &entry, &mut notices);
    }
    // After `Lang`, so that it is said in the language of the screen below it.
    notices.extend(overdue::reminder(&kept, &session, journal.id(), walking::clock(now)()));
    notices.extend(late.map(|id| Message::new("overdue-elsewhere").with("id", id)));
    let mut prober = walking::checks(context, &session, &args.walk, now);
    let ready =
        Ready { session, journal, notices, english: Arc::default(), over: Arc::default(), allowed: args.walk.probe };
    Ok(walking::with_person(context, ready, &mut prober, &args.walk, &args.shape))
}

/// Writes an event; where that fails, the first screen says so.
fn append(journal: &mut Journal, entry: &Entry, notices: &mut Vec<Message>) {
    if let Err(error) = journal.append(entry) {
        notices.push(Message::new("screen-unsaved").with("reason", refusal(&error)));
    }
}
