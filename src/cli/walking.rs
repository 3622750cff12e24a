//! What `diagnose` and `resume` share: the terminal, the loop, and what comes after it.

use super::args::walk::{ShapeArgs, WalkArgs};
use super::asking::{Talk, may_move, with_prompter};
use super::context::{self, Context};
use super::exit::Exit;
use super::leaving::Leaving;
use super::summary;
use crate::flow::display;
use crate::i18n::{Arg, Lang, Message};
use crate::probe::{Background, Prober, contacts, explorer_hosts, general_hosts};
use crate::prompt::Prompter;
use crate::record::{Folder, Journal, RecordError, Saved};
use crate::session::Session;
use crate::terminal::Terminal;
use crate::walk::{Finish, Manner, Outlet, Walk, world};
use crate::wording::{refusal, wrap};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The version that journals and summaries name.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A session with its journal, ready to be walked.
pub struct Ready<'p> {
    /// The session.
    pub session: Session<'p>,
    /// Its journal.
    pub journal: Journal,
    /// What to say on the first screen.
    pub notices: Vec<Message>,
    /// Whether it speaks English at the moment: a person may switch in the middle.
    pub english: Arc<AtomicBool>,
    /// Whether its flow has ended at the moment: a person may go back.
    pub over: Arc<AtomicBool>,
    /// Whether the command allowed the checks over the network.
    pub allowed: bool,
}

/// The clock that `--now` stops, or the system's.
pub fn clock(now: Option<&Zoned>) -> impl Fn() -> Timestamp + use<> {
    let fixed = now.map(Zoned::timestamp);
    move || fixed.unwrap_or_else(Timestamp::now)
}

/// The person's zone: that of `--now`, or the system's.
pub fn zone(now: Option<&Zoned>) -> TimeZone {
    now.map_or_else(context::zone, |now| now.time_zone().clone())
}

/// The real checks of a session. Where the command allowed them, it says first whom they speak to.
pub fn checks(context: &Context, session: &Session<'_>, walk: &WalkArgs, now: Option<&Zoned>) -> Background {
    let profile = session.profile();
    let said = walk.probe.then(|| contacts(general_hosts(profile), &explorer_hosts(profile))).flatten();
    if let Some(said) = said {
        context.say_in(session.lang(), &said);
    }
    let background = Background::new(world(session), clock(now));
    if walk.offline { background.offline() } else { background }
}

/// Walks with the person at the terminal or the lines of standard input, then prints the summary.
pub fn with_person(
    context: &Context,
    ready: Ready<'_>,
    prober: &mut dyn Prober,
    walk: &WalkArgs,
    shape: &ShapeArgs,
) -> Exit {
    let (saved, id) = (ready.journal.saving(), ready.journal.id().to_owned());
    let (english, over) = (Arc::clone(&ready.english), Arc::clone(&ready.over));
    english.store(ready.session.lang() == Lang::En, Ordering::SeqCst);
    let terminal = Terminal::watch(move || {
        let message = saved_message(saved.now(), &id, over.load(Ordering::SeqCst));
        let lang = if english.load(Ordering::SeqCst) { Lang::En } else { Lang::Zh };
        let words = wrap(&message.text(lang), context::columns()).join("\n");
        let _ = writeln!(io::stderr(), "\n{words}");
    });
    let terminal = match terminal {
        Ok(terminal) => terminal,
        Err(error) => {
            context.complain(&Message::new("terminal-broken").with("reason", refusal(&error)));
            return Exit::Inaccessible;
        }
    };
    let now = walk.now.as_ref();
    let talk = Talk { plain: walk.plain, kept: true };
    let rich = may_move(context, walk.plain);
    let mut leaving = Leaving::new(shape, rich);
    let walked = with_prompter(context, &terminal, talk, |prompter| {
        // Lines from a pipe were written before anybody saw what they would be about.
        let outlet = context.input_is_terminal.then_some(&mut leaving as &mut dyn Outlet);
        let person = World { prompter, prober, outlet };
        self::walk(context, ready, person, Manner::Person, now)
    });
    match walked {
        Ok((session, journal, end)) => {
            let shown = leaving.into_shown().filter(|_| context.output_is_terminal && shape.output.is_none());
            finish(context, &session, &journal, &end, shape, shown.as_deref(), rich)
        }
        Err(exit) => exit,
    }
}

/// Whom a walk meets.
pub struct World<'w> {
    /// Who asks.
    pub prompter: &'w mut dyn Prompter,
    /// Who checks.
    pub prober: &'w mut dyn Prober,
    /// Where the summary can go from the last screen, for somebody who sees it.
    pub outlet: Option<&'w mut dyn Outlet>,
}

/// Runs the loop. Errors: the terminal, or whoever read standard error, is gone; what was confirmed is in the journal.
pub fn walk<'p>(
    context: &Context,
    ready: Ready<'p>,
    world: World<'_>,
    manner: Manner,
    now: Option<&Zoned>,
) -> Result<(Session<'p>, Journal, Finish), Exit> {
    let clock = clock(now);
    let mut walk = Walk::new(ready.session, ready.journal, world.prompter, world.prober, &clock, manner);
    if let Some(outlet) = world.outlet {
        walk.leave_by(outlet);
    }
    walk.tell_language(&ready.english);
    walk.tell_end(&ready.over);
    if ready.allowed {
        walk.allow_checks();
    }
    for message in &ready.notices {
        walk.notice(message);
    }
    let result = walk.run();
    let (session, journal) = walk.into_parts();
    match result {
        Ok(finish) => Ok((session, journal, finish)),
        Err(error) => {
            context.complain(&Message::new("terminal-broken").with("reason", refusal(&error)));
            Err(Exit::Unanswered)
        }
    }
}

/// Turns the end of a walk into a summary, or a word about what was saved, and an exit code. What the person was `shown`
/// where it would be printed is not printed again. `rich`: the terminal may be sent escape sequences.
pub fn finish(
    context: &Context,
    session: &Session<'_>,
    journal: &Journal,
    end: &Finish,
    shape: &ShapeArgs,
    shown: Option<&str>,
    rich: bool,
) -> Exit {
    let say = |message: &Message| context.say_in(session.lang(), message);
    match end {
        Finish::End => {
            if shown == Some(summary::told(session, shape).as_str()) {
                summary::along(context, session, shape);
                summary::copy(context, session, shape, shown.unwrap_or_default(), rich);
                return Exit::Done;
            }
            context.part();
            return summary::print(context, session, shape, rich);
        }
        // Only who previews a flow sees it change.
        Finish::Quit | Finish::Changed => {}
        Finish::InputEnded(path) => say(&Message::new("input-ended-at").with("name", asked(session, path))),
        Finish::Missing(path) => say(&Message::new("input-needed").with("path", path.as_str())),
        Finish::Misfit(path, why) => {
            say(&Message::new("answer-misfit").with("path", path.as_str()).with("message", why.clone()));
            return Exit::Usage;
        }
        Finish::Circle(path, count) => {
            say(&Message::new("answer-circle").with("path", path.as_str()).with("count", i64::from(*count)));
            return Exit::Usage;
        }
    }
    say(&saved_message(journal.saving().now(), journal.id(), session.story().ending.is_some()));
    Exit::Unanswered
}

/// What was asked at a path, as the person knows it.
pub fn asked(session: &Session<'_>, path: &str) -> Arg {
    let key = match path {
        "<words>" => "screen-what-happened",
        "<flow>" => "screen-all-problems",
        "<found>" => "screen-words-found",
        "<country>" => "screen-country",
        "<review>" => "screen-review",
        "<none>" => "screen-really-none",
        "<too-often>" => "screen-too-often",
        "<consent>" => "input-ended-consent",
        "<exposed>" => "secret-exposed",
        "<urgent>" => "secret-urgent-alone",
        _ => "",
    };
    let step = session.step_at(path);
    let words = |lang| match (key, step.and_then(|step| display::step_label(step, lang))) {
        ("", Some(words)) => words,
        ("", None) => path.to_owned(),
        (key, _) => display::first_sentence(&Message::new(key).text(lang)),
    };
    Arg::Both { zh: words(Lang::Zh), en: words(Lang::En) }
}

/// The folder of sessions. Errors: this person has none.
pub fn sessions(context: &Context) -> Result<Folder, Exit> {
    context.data_dir.as_deref().map(Folder::new).ok_or_else(|| {
        context.complain(&Message::new("session-no-home"));
        Exit::Inaccessible
    })
}

/// Says why a journal cannot be used.
pub fn refuse(context: &Context, name: &str, error: &RecordError) -> Exit {
    let path = |path: &Path| path.display().to_string();
    let (message, exit) = match error {
        RecordError::Missing => (Message::new("session-unknown").with("name", name), Exit::Usage),
        RecordError::Ambiguous(ids) => {
            (Message::new("session-ambiguous").with("name", name).with("ids", ids.join(", ")), Exit::Usage)
        }
        RecordError::Held(id) => (Message::new("session-held").with("name", id.as_str()), Exit::Inaccessible),
        RecordError::Unreadable(file) => {
            (Message::new("session-unreadable").with("path", path(file)), Exit::Inaccessible)
        }
        RecordError::Io(file, error) => {
            let reason = refusal(error);
            (Message::new("session-io").with("path", path(file)).with("reason", reason), Exit::Inaccessible)
        }
    };
    context.complain(&message);
    exit
}

/// What is kept, and how to go on; `over`: there is nothing to go on with but the summary.
fn saved_message(saved: Saved, id: &str, over: bool) -> Message {
    match saved {
        Saved::All if over => Message::new("screen-leave-ended").with("id", id),
        Saved::Nothing if over => Message::new("screen-leave-ended-unkept"),
        Saved::All => Message::new("session-saved").with("id", id),
        Saved::Part => Message::new("session-partly-saved").with("id", id),
        Saved::Nothing => Message::new("session-not-saved"),
    }
}

/// A path that still means the same from another folder.
pub fn absolute(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}
