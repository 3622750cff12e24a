//! `diagnose`: the wizard.

use super::args::walk::DiagnoseArgs;
use super::asking::may_move;
use super::context::Context;
use super::exit::{Exit, settle};
use super::load::{self, Loaded};
use super::summary::spare_output;
use super::walking::{self, Ready, VERSION};
use crate::i18n::{Lang, Message};
use crate::probe::{Background, Scripted};
use crate::profile::Profile;
use crate::prompt::script::Script as Answers;
use crate::record::{Folder, Header, Journal, SHAPES};
use crate::script::Script;
use crate::session::Session;
use crate::session::event::{Entry, Event};
use crate::walk::{Finish, Manner, world};
use crate::wording::refusal;
use indexmap::IndexMap;
use jiff::Zoned;
use jiff::tz::TimeZone;
use std::sync::Arc;
use std::time::SystemTime;

/// Runs `diagnose`.
pub fn run(context: &Context, args: &DiagnoseArgs) -> Exit {
    settle(begin(context, args))
}

fn begin(context: &Context, args: &DiagnoseArgs) -> Result<Exit, Exit> {
    spare_output(context, &args.shape)?;
    let script = args.answers.as_deref().map(|path| load::answers(context, path)).transpose()?;
    let setting = script.as_ref().map(|script| &script.setting);
    let wanted = args.profile.as_deref().or_else(|| setting.and_then(|setting| setting.profile.as_deref()));
    let (loaded, profile) = load::pack_and_profile(context, args.walk.flows.as_deref(), wanted)?;
    let profile = load::profile(context, &loaded, &profile)?;
    let asked = args.flow.clone().or_else(|| script.as_ref().map(|script| script.flow.clone()));
    let flow = asked.filter(|id| !id.is_empty());
    if flow.is_none() && script.is_some() {
        context.complain(&Message::new("answers-no-flow"));
        return Err(Exit::Usage);
    }
    let require = if asks_guard(script.as_ref()) { load::require } else { load::require_flow };
    require(context, &loaded, flow.as_deref(), args.walk.flows.as_deref())?;
    if let (Some(script), Some(flow)) = (&script, &flow) {
        load::fitting(context, &loaded, script, flow)?;
    }
    let now = args.walk.now.as_ref().or_else(|| setting.and_then(|setting| setting.now.as_ref()));
    let lang = setting.and_then(|setting| setting.lang).filter(|_| !context.lang_is_chosen).unwrap_or(context.lang);
    let start = Start { flow, profile, lang, script: script.as_ref(), now };
    let ready = start.ready(context, args, &loaded);
    let mut prober = walking::checks(context, &ready.session, &args.walk, now);
    Ok(match &script {
        Some(script) => answered(context, args, ready, script, prober, now),
        None => walking::with_person(context, ready, &mut prober, &args.walk, &args.shape),
    })
}

/// Whether the guard's screen comes first: a script skips it unless it names a path under it.
fn asks_guard(script: Option<&Script>) -> bool {
    let names = |script: &Script| {
        script.answers.keys().chain(script.setting.probes.keys()).any(|path| path.starts_with("guard."))
    };
    script.is_none_or(names)
}

/// How a session begins.
struct Start<'s> {
    flow: Option<String>,
    profile: &'s Profile,
    lang: Lang,
    script: Option<&'s Script>,
    now: Option<&'s Zoned>,
}

impl<'s> Start<'s> {
    fn ready(&self, context: &Context, args: &DiagnoseArgs, loaded: &'s Loaded) -> Ready<'s> {
        let zone = walking::zone(self.now);
        let id = Folder::new_id();
        let header = Header {
            walletfix: SHAPES,
            id: id.clone(),
            tool: VERSION.to_owned(),
            pack: loaded.pack.hash.clone(),
            flows: args.walk.flows.as_ref().map(|path| walking::absolute(path)),
            profile_file: args
                .profile
                .as_ref()
                .filter(|wanted| **wanted != self.profile.id)
                .map(|wanted| walking::absolute(wanted.as_ref())),
            zone: zone_name(&zone),
        };
        let folder = context.data_dir.as_deref().filter(|_| !args.no_save).map(Folder::new);
        let mut journal = folder.as_ref().map_or_else(|| Journal::none(&id), |folder| folder.begin(&header));
        if let Some(folder) = &folder {
            folder.forget_old(SystemTime::now());
        }
        let guard = asks_guard(self.script);
        let event = Event::Start { flow: self.flow.clone(), profile: self.profile.id.clone(), lang: self.lang, guard };
        let entry = Entry { at: walking::clock(self.now)(), event };
        let mut session = Session::new(&loaded.pack, self.profile, zone, &entry);
        let mut entries = vec![entry];
        if let Some(country) = self.script.and_then(|script| script.setting.country.clone()) {
            let entry = Entry { at: entries[0].at, event: Event::Country(Some(country)) };
            // An event without a step always fits.
            if session.apply(&entry).is_ok() {
                entries.push(entry);
            }
        }
        let notices = Vec::new();
        for entry in &entries {
            if let Err(error) = journal.append(entry) {
                context.complain(&Message::new("screen-unsaved").with("reason", refusal(&error)));
            }
        }
        Ready { session, journal, notices, english: Arc::default(), over: Arc::default(), allowed: args.walk.probe }
    }
}

/// A zone as a journal keeps it: its IANA name, else its offset.
fn zone_name(zone: &TimeZone) -> String {
    zone.iana_name().map_or_else(|| zone.to_offset(jiff::Timestamp::UNIX_EPOCH).to_string(), str::to_owned)
}

/// Walks with the answers of a file.
fn answered(
    context: &Context,
    args: &DiagnoseArgs,
    ready: Ready<'_>,
    script: &Script,
    checks: Background,
    now: Option<&Zoned>,
) -> Exit {
    let mut prompter = Answers::new(&script.answers, &IndexMap::new());
    let prober = Scripted::new(vec![&script.setting.probes], world(&ready.session), walking::clock(now));
    let mut prober = if args.walk.probe { prober.or_really(checks) } else { prober };
    let world = walking::World { prompter: &mut prompter, prober: &mut prober, outlet: None };
    let (session, journal, finish) = match walking::walk(context, ready, world, Manner::Script, now) {
        Ok(walked) => walked,
        Err(exit) => return exit,
    };
    let unused: Vec<&str> = prompter.unused().map(|(path, _)| path).collect();
    if finish == Finish::End && !unused.is_empty() {
        context.complain(&Message::new("answers-unused").with("names", unused.join(", ")));
        return Exit::Usage;
    }
    if finish == Finish::End && !session.story().refused.is_empty() {
        context.say(&Message::new("secret-shortened-in-file"));
    }
    let rich = may_move(context, args.walk.plain);
    walking::finish(context, &session, &journal, &finish, &args.shape, None, rich)
}
