//! The commands for whoever gets a summary: `verify`, `replay`.

use super::values::{many, one, path};
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

/// `verify [FILE]`
#[derive(Debug, Clone, Default)]
pub struct VerifyArgs {
    /// What arrived; none: standard input.
    pub file: Option<PathBuf>,
}

/// `replay CODE|FILE`
#[derive(Debug, Clone, Default)]
pub struct ReplayArgs {
    /// A code, whose groups may be words of their own; a file; a session's id.
    pub what: Vec<String>,
    /// The folder with the flows, where they are not the program's own.
    pub flows: Option<PathBuf>,
}

pub(super) fn verify(command: Command) -> Command {
    command.arg(Arg::new("file").value_name("FILE").value_parser(clap::value_parser!(PathBuf)))
}

pub(super) fn replay(command: Command) -> Command {
    let what = Arg::new("code").value_name("CODE|FILE").required(true).num_args(1..);
    command.arg(what).arg(path("flows", "DIR"))
}

impl From<&ArgMatches> for VerifyArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self { file: one::<PathBuf>(matches, "file").filter(|file| file.as_os_str() != "-") }
    }
}

impl From<&ArgMatches> for ReplayArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self { what: many(matches, "code"), flows: one(matches, "flows") }
    }
}
