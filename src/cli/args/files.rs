//! The commands for those who write flows: `validate`, `test`.

use super::list::{format, json};
use super::values::{many, now, one, percent, switch, word};
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
    /// How to print what came out.
    pub format: TestFormat,
    /// Says what the tests reach.
    pub coverage: bool,
    /// Fails where the tests reach less than so many per cent.
    pub min_coverage: Option<usize>,
    /// Suggests tests that reach the rest.
    pub suggest: bool,
    /// Adds them to the files.
    pub write: bool,
}

/// How `test` prints what came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TestFormat {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
    /// For CI servers.
    Junit,
}

impl TestFormat {
    const ALL: [(&'static str, Self); 3] = [("human", Self::Human), ("json", Self::Json), ("junit", Self::Junit)];
}

impl TestArgs {
    /// Whether anything asks for what the tests reach.
    pub fn measures(&self) -> bool {
        self.coverage || self.min_coverage.is_some() || self.suggests()
    }

    /// Whether tests for the rest are wanted; writing them means that they are.
    pub fn suggests(&self) -> bool {
        self.suggest || self.write
    }
}

fn paths() -> Arg {
    Arg::new("path").value_name("PATH").num_args(0..).value_parser(clap::value_parser!(PathBuf))
}

pub(super) fn validate() -> Command {
    Command::new("validate").arg(paths()).arg(format()).arg(word("deny", "LEVEL", ["warnings"])).arg(now())
}

pub(super) fn test() -> Command {
    Command::new("test")
        .arg(paths())
        .arg(word("format", "FORMAT", TestFormat::ALL.map(|(name, _)| name)))
        .arg(switch("coverage"))
        .arg(Arg::new("min-coverage").long("min-coverage").value_name("PERCENT").value_parser(percent))
        .arg(switch("suggest"))
        .arg(switch("write"))
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
        let format = one::<String>(matches, "format");
        let named = TestFormat::ALL.iter().find(|(name, _)| format.as_deref() == Some(*name));
        Self {
            paths: many(matches, "path"),
            format: named.map_or_else(TestFormat::default, |(_, format)| *format),
            coverage: matches.get_flag("coverage"),
            min_coverage: one(matches, "min-coverage"),
            suggest: matches.get_flag("suggest"),
            write: matches.get_flag("write"),
        }
    }
}
