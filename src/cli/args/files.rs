//! The commands for those who write flows: `validate`, `test`.

use super::list::{format, json};
use super::values::{many, now, one, word};
use clap::{Arg, ArgMatches, Command};
use jiff::Zoned;
use std::path::PathBuf;

/// `validate [PATH…]`
#[derive(Debug, Clone, Default)]
pub struct ValidateArgs {
    /// Files and folders; none: the folder `flows`.
    pub paths: Vec<PathBuf>,
    /// JSON instead of text.
    pub json: bool,
    /// Warnings count as findings.
    pub deny_warnings: bool,
    /// The day against which dates in files are judged; without it no rule looks at a date.
    pub now: Option<Zoned>,
}

/// `test [PATH…]`
#[derive(Debug, Clone, Default)]
pub struct TestArgs {
    /// Files and folders; none: the folder `flows`.
    pub paths: Vec<PathBuf>,
    /// JSON instead of text.
    pub json: bool,
}

fn paths() -> Arg {
    Arg::new("path").value_name("PATH").num_args(0..).value_parser(clap::value_parser!(PathBuf))
}

pub(super) fn validate() -> Command {
    Command::new("validate").arg(paths()).arg(format()).arg(word("deny", "LEVEL", ["warnings"])).arg(now())
}

pub(super) fn test() -> Command {
    Command::new("test").arg(paths()).arg(format())
}

impl From<&ArgMatches> for ValidateArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            paths: many(matches, "path"),
            json: json(matches),
            deny_warnings: one::<String>(matches, "deny").is_some(),
            now: one(matches, "now"),
        }
    }
}

impl From<&ArgMatches> for TestArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self { paths: many(matches, "path"), json: json(matches) }
    }
}
