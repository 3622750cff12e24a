//! `probe`: the automatic checks alone, all at once. Whoever runs it has allowed them; the hosts are named before the first
//! packet.

mod asked;
mod told;

use super::args::probe::ProbeArgs;
use super::asking::{Talk, may_move, with_prompter};
use super::context::Context;
use super::exit::{Exit, settle};
use super::load;
use super::walking;
use crate::flow::probe::{Finding, ProbeCall};
use crate::i18n::Message;
use crate::probe::{Background, Prober, World, contacts, each_once, usual};
use crate::profile::Profile;
use crate::terminal::Terminal;
use crate::wording::refusal;
use std::io::{self, Write as _};
use std::time::{Duration, Instant};

/// Nobody waits longer, however many checks there are.
const MOST_WAITING: Duration = Duration::from_secs(6);

/// Runs `probe`.
pub fn run(context: &Context, args: &ProbeArgs) -> Exit {
    settle(look(context, args))
}

fn look(context: &Context, args: &ProbeArgs) -> Result<Exit, Exit> {
    let asked = asked::calls(&args.words, context.lang).map_err(|refused| {
        context.complain(&refused.message);
        refused.advice.iter().for_each(|advice| context.say(advice));
        Exit::Usage
    })?;
    let (loaded, id) = load::pack_and_profile(context, args.flows.as_deref(), args.profile.as_deref())?;
    let profile = load::profile(context, &loaded, &id)?;
    let calls = if asked.is_empty() { usual(profile) } else { asked };
    let now = Context::now(args.now.as_ref());
    let country = profile.country.clone();
    let world = World {
        region: country.as_deref().and_then(|country| loaded.pack.region_of(country)).cloned(),
        profile: Profile::clone(profile),
        country,
        zone: now.time_zone().clone(),
        now: now.timestamp(),
    };
    let background = Background::new(world, walking::clock(args.now.as_ref()));
    let mut checks = if args.offline { background.offline() } else { background };
    name_hosts(context, &checks, &calls);
    let findings = run_all(context, args, &mut checks, &calls)?;
    let told = told::Told { calls: &calls, findings: &findings, lang: context.lang, now: &now };
    context.print(&if args.json { told.json() } else { told.text(context.width) })?;
    Ok(Exit::Done)
}

/// Says whom the checks will speak to, and who will see a number.
fn name_hosts(context: &Context, checks: &Background, calls: &[ProbeCall]) {
    let of = |wanted: &dyn Fn(&ProbeCall) -> bool| {
        each_once(calls.iter().filter(|call| wanted(call)).flat_map(|call| checks.hosts(call)))
    };
    if let Some(said) = contacts(of(&|_| true), &of(&|call| call.probe.shows_number())) {
        context.say(&said);
    }
}

/// Runs all checks at once. Errors: the terminal is gone.
fn run_all(
    context: &Context,
    args: &ProbeArgs,
    checks: &mut Background,
    calls: &[ProbeCall],
) -> Result<Vec<Finding>, Exit> {
    let broken = |error: io::Error| {
        context.complain(&Message::new("terminal-broken").with("reason", refusal(&error)));
        Exit::Inaccessible
    };
    let shows_caret = context.error_is_terminal && !may_move(context, args.plain);
    // Before the first check starts its thread.
    let terminal = Terminal::watch(move || {
        if shows_caret {
            // The line has `^C` on it; the shell's prompt needs its own. A terminal that is gone cannot be told.
            let _ = io::stderr().write_all(b"\n");
        }
    });
    let terminal = terminal.map_err(broken)?;
    let began = Instant::now();
    for call in calls {
        checks.start(call);
    }
    let mut found: Vec<Option<Finding>> = vec![None; calls.len()];
    if open(checks, calls, &mut found, Duration::ZERO) > 0 {
        let label = Message::new("probe-checks").with("count", calls.len()).text(context.lang);
        let talk = Talk { plain: args.plain, kept: false };
        with_prompter(context, &terminal, talk, |prompter| {
            let waited = prompter.wait_for_all(&label, context.lang, MOST_WAITING, &mut |patience| {
                open(checks, calls, &mut found, patience)
            });
            // Nobody is asked anything after it, so the end of the input only ends the wait.
            waited.or_else(|error| if error.kind() == io::ErrorKind::UnexpectedEof { Ok(false) } else { Err(error) })
        })
        .map_err(broken)?;
    }
    let late = began.elapsed() >= MOST_WAITING;
    let reason = || if late { Message::new("probe-stopped") } else { Message::new("probe-skipped") };
    let finding = |(call, found): (&ProbeCall, Option<Finding>)| {
        found.unwrap_or_else(|| {
            checks.cancel(call);
            Finding { elapsed: began.elapsed(), ..Finding::unknown(reason()) }
        })
    };
    Ok(calls.iter().zip(found).map(finding).collect())
}

/// Takes what has been found, waiting for at most `patience`; how many checks are still open.
fn open(checks: &mut Background, calls: &[ProbeCall], found: &mut [Option<Finding>], patience: Duration) -> usize {
    let mut patience = patience;
    let mut open = 0;
    for (call, found) in calls.iter().zip(found).filter(|(_, found)| found.is_none()) {
        *found = checks.poll(call, std::mem::take(&mut patience));
        open += usize::from(found.is_none());
    }
    open
}
