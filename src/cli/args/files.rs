//! The commands for those who write flows: `validate`, `test`, `new`, `schema`.

use super::values::{many, now, one, path, percent, switch, word};
use crate::parse::schema::Schema;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use jiff::Zoned;
use std::path::PathBuf;

/// Who reads what `validate` found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportFormat {
    /// A person.
    #[default]
    Human,
    /// A program.
    Json,
    /// A service that keeps findings: SARIF 2.1.0.
    Sarif,
    /// GitHub Actions.
    Github,
}

impl ReportFormat {
    /// By the word of the command line.
    const ALL: [(&'static str, Self); 4] =
        [("human", Self::Human), ("json", Self::Json), ("sarif", Self::Sarif), ("github", Self::Github)];
}

/// `validate [PATH…]`
#[derive(Debug, Clone, Default)]
pub struct ValidateArgs {
    /// Files and folders; none: the folder `flows`.
    pub paths: Vec<PathBuf>,
    /// What to print.
    pub format: ReportFormat,
    /// Warnings count as findings.
    pub deny_warnings: bool,
    /// Go on, and check again whenever a file changes.
    pub watch: bool,
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
    /// The day against which reviews are judged; without it none is. Tests have clocks of their own.
    pub now: Option<Zoned>,
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

/// `new [FLOW]`
#[derive(Debug, Clone, Default)]
pub struct NewArgs {
    /// The flow's id; without one, the person is asked.
    pub flow: Option<String>,
    /// The pack's folder, which need not be there yet.
    pub flows: Option<PathBuf>,
    /// Plain lines, also on a terminal that could do more.
    pub plain: bool,
}

fn paths() -> Arg {
    Arg::new("path").value_name("PATH").num_args(0..).value_parser(clap::value_parser!(PathBuf))
}

pub(super) fn validate(command: Command) -> Command {
    command
        .arg(paths())
        .arg(word("format", "FORMAT", ReportFormat::ALL.map(|(name, _)| name)))
        .arg(word("deny", "LEVEL", ["warnings"]))
        .arg(switch("watch"))
        .arg(now())
}

pub(super) fn test(command: Command) -> Command {
    command
        .arg(paths())
        .arg(word("format", "FORMAT", TestFormat::ALL.map(|(name, _)| name)))
        .arg(switch("coverage"))
        .arg(Arg::new("min-coverage").long("min-coverage").value_name("PERCENT").value_parser(percent))
        .arg(switch("suggest"))
        .arg(switch("write"))
        .arg(now())
}

pub(super) fn new(command: Command) -> Command {
    command.arg(Arg::new("flow").value_name("FLOW")).arg(path("flows", "DIR")).arg(switch("plain"))
}

pub(super) fn schema(command: Command) -> Command {
    let names = PossibleValuesParser::new(Schema::ALL.map(|(name, _)| name).into_iter().chain([SUMMARY]));
    command.arg(Arg::new("name").value_name("NAME").required(true).value_parser(names))
}

/// The schema that was asked for; `None`: that of a summary.
pub(super) fn schema_of(matches: &ArgMatches) -> Option<Schema> {
    let word: String = one(matches, "name")?;
    Schema::ALL.into_iter().find(|(name, _)| *name == word).map(|(_, kind)| kind)
}

/// What `diagnose` and `summary` write as JSON: no file of a pack, but it has a schema too.
const SUMMARY: &str = "summary";

impl From<&ArgMatches> for ValidateArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            paths: many(matches, "path"),
            format: report_format(matches),
            deny_warnings: one::<String>(matches, "deny").is_some(),
            watch: matches.get_flag("watch"),
            now: one(matches, "now"),
        }
    }
}

fn report_format(matches: &ArgMatches) -> ReportFormat {
    let word: Option<String> = one(matches, "format");
    let found = word.and_then(|word| ReportFormat::ALL.into_iter().find(|(name, _)| *name == word));
    found.map_or_else(ReportFormat::default, |(_, format)| format)
}

impl From<&ArgMatches> for NewArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self { flow: one(matches, "flow"), flows: one(matches, "flows"), plain: matches.get_flag("plain") }
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
            now: one(matches, "now"),
        }
    }
}
