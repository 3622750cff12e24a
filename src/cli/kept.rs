//! A session from the disk together with the flows and the profile that it was walked with.

use super::context::{self, Context};
use super::exit::Exit;
use super::load::{self, Loaded};
use crate::i18n::{Lang, Message};
use crate::profile::Profile;
use crate::record::{Folder, Record};
use crate::session::Session;
use crate::session::event::{Entry, Event};
use crate::wording::refusal;
use crate::zone;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

/// A session read from its journal.
pub struct Kept {
    /// The pack.
    pub loaded: Loaded,
    profile: String,
    record: Record,
    zone: TimeZone,
}

impl Kept {
    /// Reads the pack that the session names, or the one in `flows`.
    pub fn open(context: &Context, record: Record, flows: Option<&Path>) -> Result<Self, Exit> {
        let own = record.header.flows.as_ref().map(PathBuf::from);
        let Some(Entry { event: Event::Start { flow, profile, guard, .. }, .. }) = record.entries.first() else {
            return Err(nothing(context));
        };
        let wanted = record.header.profile_file.as_deref().unwrap_or(profile);
        let (loaded, profile) = load::pack_and_profile(context, flows.or(own.as_deref()), Some(wanted))?;
        let require = if *guard { load::require } else { load::require_flow };
        require(context, &loaded, flow.as_deref(), flows.or(own.as_deref()))?;
        let zone = zone_of(&record.header.zone);
        Ok(Self { loaded, profile, record, zone })
    }

    /// The provider.
    pub fn profile(&self) -> &Profile {
        self.loaded.pack.profiles.get(&self.profile).unwrap_or_else(|| self.loaded.pack.default_profile())
    }

    /// The session that its events make; the second value counts those that no longer fit.
    pub fn session(&self) -> Option<(Session<'_>, usize)> {
        Session::replay(&self.loaded.pack, self.profile(), self.zone.clone(), &self.record.entries)
    }

    /// The command that says where to complain about this session's provider.
    pub fn complaint_command(&self) -> String {
        let header = &self.record.header;
        let profile = header.profile_file.as_deref().unwrap_or(&self.profile);
        let mut command = "walletfix contact --follow-up".to_owned();
        if profile != "generic" {
            command = format!("{command} --profile {profile}");
        }
        match &header.flows {
            Some(flows) => format!("{command} --flows {flows}"),
            None => command,
        }
    }

    /// What to say on the first screen after going on.
    pub fn notices(&self, session: &Session<'_>, misfits: usize) -> Vec<Message> {
        let mut notices =
            vec![Message::new("session-going-on").with("title", title(session)).with("count", session.answers().len())];
        if self.record.torn {
            notices.push(Message::new("session-torn"));
        }
        if self.record.unknown > 0 {
            notices.push(Message::new("session-newer-events").with("count", self.record.unknown));
        }
        if misfits > 0 {
            notices.push(Message::new("session-edited").with("count", misfits));
        }
        notices
    }
}

/// The session to go on with.
pub struct Latest {
    /// Its id.
    pub id: String,
    /// The id of one that came to its end, was touched later, and where an answer is overdue.
    pub late: Option<String>,
}

/// The latest session that has not come to an end, else the latest where an answer is overdue at `now`.
pub fn latest_open(context: &Context, folder: &Folder, flows: Option<&Path>, now: Timestamp) -> Result<Latest, Exit> {
    let listed = folder.list().map_err(|error| {
        let reason = refusal(&error);
        context.complain(&Message::new("session-io").with("path", folder.shown()).with("reason", reason));
        Exit::Inaccessible
    })?;
    let (mut ended, mut late) = (None, None);
    for session in listed {
        let id = session.record.header.id.clone();
        let Ok(kept) = Kept::open(context, session.record, flows) else { continue };
        let Some((session, _)) = kept.session() else { continue };
        let story = session.story();
        if story.ending.is_none() {
            return Ok(Latest { id, late });
        }
        if story.overdue(now).is_some() {
            late.get_or_insert_with(|| id.clone());
        }
        ended.get_or_insert(id);
    }
    if let Some(id) = late {
        return Ok(Latest { id, late: None });
    }
    let Some(id) = ended else { return Err(nothing(context)) };
    context.complain(&Message::new("session-none-but-ended").with("id", id));
    Err(Exit::Usage)
}

/// The title of the problem, once one was chosen.
pub fn title(session: &Session<'_>) -> Message {
    let story = session.story();
    match session.pack().flows.get(&story.flow) {
        Some(flow) => Message::new("session-title").with(
            "title",
            crate::i18n::Arg::Both { zh: flow.title.as_plain(Lang::Zh), en: flow.title.as_plain(Lang::En) },
        ),
        None => Message::new("sessions-no-flow"),
    }
}

/// Says that there is nothing to go on with.
pub fn nothing(context: &Context) -> Exit {
    context.complain(&Message::new("session-none"));
    Exit::Usage
}

/// A zone as a journal keeps it; one that this computer does not know counts as its own.
pub fn zone_of(name: &str) -> TimeZone {
    let offset = || {
        let at = format!("1970-01-01T00:00:00{name}[{name}]");
        zone::zoned(&at).map(|zoned| zoned.time_zone().clone())
    };
    zone::named(name).or_else(offset).unwrap_or_else(context::zone)
}
