//! `sessions`: what is kept on this computer.

use super::values::{many, one, path, switch};
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

/// `sessions [list]`, `sessions show ID`, `sessions note ID [TEXT…]`, `sessions delete ID…|--all`
#[derive(Debug, Clone)]
pub enum SessionsArgs {
    /// The list.
    List {
        /// The folder with the flows, for their titles.
        flows: Option<PathBuf>,
    },
    /// What was answered in one.
    Show {
        /// A session's id or the beginning of it.
        session: String,
        /// The folder with the flows.
        flows: Option<PathBuf>,
    },
    /// One more thing to one.
    Note(NoteArgs),
    /// Away with these.
    Delete {
        /// Ids, or beginnings of them.
        sessions: Vec<String>,
    },
    /// Away with all.
    DeleteAll,
}

/// `sessions note ID TEXT…`: every value as it was typed.
#[derive(Debug, Clone)]
pub struct NoteArgs {
    /// A session's id or the beginning of it.
    pub session: String,
    /// What was said; none: it is asked for, or read from standard input.
    pub words: Vec<String>,
    /// When that was.
    pub at: Option<String>,
    /// On which channel.
    pub channel: Option<String>,
    /// With whom.
    pub agent: Option<String>,
    /// Until when an answer was promised.
    pub promised: Option<String>,
    /// The ticket's number.
    pub ticket: Option<String>,
    /// The folder with the flows.
    pub flows: Option<PathBuf>,
}

pub(super) fn sessions(command: Command) -> Command {
    let told = |id: &'static str, name: &'static str| Arg::new(id).long(id).value_name(name);
    let session = || Arg::new("session").value_name("SESSION").required(true);
    command
        .arg(path("flows", "DIR").global(true))
        .subcommand(Command::new("list"))
        .subcommand(Command::new("show").arg(session()))
        .subcommand(
            Command::new("note")
                .arg(session())
                .arg(Arg::new("text").value_name("TEXT").num_args(0..))
                .arg(told("at", "TIME"))
                .arg(told("channel", "CHANNEL"))
                .arg(told("agent", "NAME"))
                .arg(told("promised", "TIME"))
                .arg(told("ticket", "NUMBER")),
        )
        .subcommand(
            Command::new("delete")
                .arg(session().required(false).num_args(1..).required_unless_present("all").conflicts_with("all"))
                .arg(switch("all")),
        )
}

impl From<&ArgMatches> for SessionsArgs {
    fn from(matches: &ArgMatches) -> Self {
        let flows = |matches: &ArgMatches| matches.get_one("flows").cloned();
        match matches.subcommand() {
            Some(("show", matches)) => Self::Show {
                session: matches.get_one::<String>("session").cloned().unwrap_or_default(),
                flows: flows(matches),
            },
            Some(("note", matches)) => Self::Note(NoteArgs {
                session: matches.get_one::<String>("session").cloned().unwrap_or_default(),
                words: many(matches, "text"),
                at: one(matches, "at"),
                channel: one(matches, "channel"),
                agent: one(matches, "agent"),
                promised: one(matches, "promised"),
                ticket: one(matches, "ticket"),
                flows: flows(matches),
            }),
            Some(("delete", matches)) if matches.get_flag("all") => Self::DeleteAll,
            Some(("delete", matches)) => Self::Delete { sessions: many(matches, "session") },
            Some((_, matches)) => Self::List { flows: flows(matches) },
            None => Self::List { flows: flows(matches) },
        }
    }
}
