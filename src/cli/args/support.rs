//! The commands for whoever gets a summary: `verify`.

use super::values::one;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

/// `verify [FILE]`
#[derive(Debug, Clone, Default)]
pub struct VerifyArgs {
    /// What arrived; none: standard input.
    pub file: Option<PathBuf>,
}

pub(super) fn verify() -> Command {
    Command::new("verify").arg(Arg::new("file").value_name("FILE").value_parser(clap::value_parser!(PathBuf)))
}

impl From<&ArgMatches> for VerifyArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self { file: one::<PathBuf>(matches, "file").filter(|file| file.as_os_str() != "-") }
    }
}
