//! The command that runs checks alone: `probe`.

use super::list::{format, json};
use super::values::{many, now, one, path, switch};
use clap::{Arg, ArgMatches, Command};
use jiff::Zoned;
use std::path::PathBuf;

/// `probe [NAME…]`
#[derive(Debug, Clone, Default)]
pub struct ProbeArgs {
    /// Names of checks, each with its inputs behind it as `key=value`; none: the usual ones.
    pub words: Vec<String>,
    /// A profile's id, or a file.
    pub profile: Option<String>,
    /// The folder with the flows, where they are not the program's own.
    pub flows: Option<PathBuf>,
    /// Plain lines, also on a terminal that could do more.
    pub plain: bool,
    /// Send no packet.
    pub offline: bool,
    /// The clock instead of the system's.
    pub now: Option<Zoned>,
    /// JSON instead of text.
    pub json: bool,
}

pub(super) fn probe(command: Command) -> Command {
    command
        .arg(Arg::new("name").value_name("NAME").num_args(0..))
        .arg(Arg::new("profile").long("profile").value_name("ID|FILE"))
        .arg(path("flows", "DIR"))
        .arg(switch("plain"))
        .arg(switch("offline"))
        .arg(now())
        .arg(format())
}

impl From<&ArgMatches> for ProbeArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            words: many(matches, "name"),
            profile: one(matches, "profile"),
            flows: one(matches, "flows"),
            plain: matches.get_flag("plain"),
            offline: matches.get_flag("offline"),
            now: one(matches, "now"),
            json: json(matches),
        }
    }
}
