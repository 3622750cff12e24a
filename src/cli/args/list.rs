//! The commands that show what a pack holds: `flows`, `contact`.

use super::values::{now, one, path, word};
use clap::{Arg, ArgMatches, Command};
use jiff::Zoned;
use std::path::PathBuf;

/// `flows`, `flows show FLOW`
#[derive(Debug, Clone)]
pub enum FlowsArgs {
    /// The list.
    List {
        /// The folder with the flows, where they are not the program's own.
        flows: Option<PathBuf>,
        /// JSON instead of text.
        json: bool,
    },
    /// One of them.
    Show {
        /// Its id.
        flow: String,
        /// The folder with the flows, where they are not the program's own.
        flows: Option<PathBuf>,
    },
}

/// `contact`
#[derive(Debug, Clone, Default)]
pub struct ContactArgs {
    /// A profile's id, or a file.
    pub profile: Option<String>,
    /// The folder with the flows, where they are not the program's own.
    pub flows: Option<PathBuf>,
    /// The clock instead of the system's.
    pub now: Option<Zoned>,
    /// JSON instead of text.
    pub json: bool,
}

/// `--format` of commands that print a list.
pub(super) fn format() -> Arg {
    word("format", "FORMAT", ["human", "json"])
}

/// Whether `--format json` was given.
pub(super) fn json(matches: &ArgMatches) -> bool {
    one::<String>(matches, "format").is_some_and(|format| format == "json")
}

pub(super) fn flows() -> Command {
    Command::new("flows")
        .arg(path("flows", "DIR").global(true))
        .arg(format())
        .subcommand(Command::new("show").arg(Arg::new("flow").value_name("FLOW").required(true)))
}

pub(super) fn contact() -> Command {
    Command::new("contact")
        .arg(Arg::new("profile").long("profile").value_name("ID|FILE"))
        .arg(path("flows", "DIR"))
        .arg(now())
        .arg(format())
}

impl From<&ArgMatches> for FlowsArgs {
    fn from(matches: &ArgMatches) -> Self {
        match matches.subcommand() {
            Some(("show", matches)) => {
                Self::Show { flow: one(matches, "flow").unwrap_or_default(), flows: one(matches, "flows") }
            }
            _ => Self::List { flows: one(matches, "flows"), json: json(matches) },
        }
    }
}

impl From<&ArgMatches> for ContactArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            profile: one(matches, "profile"),
            flows: one(matches, "flows"),
            now: one(matches, "now"),
            json: json(matches),
        }
    }
}
