//! The commands that walk a flow or show what a walk came to: `diagnose`, `resume`, `summary`.

use super::values::{BOTH, langs, now, one, path, switch, word};
use crate::i18n::Lang;
use crate::summary::render::payload::System;
use clap::{Arg, ArgMatches, Command};
use jiff::Zoned;
use std::path::PathBuf;

/// `diagnose [FLOW]`
#[derive(Debug, Clone, Default)]
pub struct DiagnoseArgs {
    /// The flow; without one, the person is asked what happened.
    pub flow: Option<String>,
    /// A profile's id, or a file.
    pub profile: Option<String>,
    /// Answers from a file instead of a person.
    pub answers: Option<PathBuf>,
    /// Write no journal.
    pub no_save: bool,
    /// How to walk.
    pub walk: WalkArgs,
    /// What the summary looks like.
    pub shape: ShapeArgs,
}

/// `resume [SESSION]`
#[derive(Debug, Clone, Default)]
pub struct ResumeArgs {
    /// A session's id or the beginning of it; without one, the latest that can go on.
    pub session: Option<String>,
    /// How to walk.
    pub walk: WalkArgs,
    /// What the summary looks like.
    pub shape: ShapeArgs,
}

/// `summary SESSION`
#[derive(Debug, Clone, Default)]
pub struct SummaryArgs {
    /// A session's id or the beginning of it.
    pub session: String,
    /// The folder with the flows, where they are not the program's own.
    pub flows: Option<PathBuf>,
    /// What the summary looks like.
    pub shape: ShapeArgs,
}

/// How to walk a flow.
#[derive(Debug, Clone, Default)]
pub struct WalkArgs {
    /// The folder with the flows, where they are not the program's own.
    pub flows: Option<PathBuf>,
    /// Plain lines, also on a terminal that could do more.
    pub plain: bool,
    /// Send no packet.
    pub offline: bool,
    /// Run the checks over the network without asking.
    pub probe: bool,
    /// The clock and, by its offset, the zone, instead of the system's.
    pub now: Option<Zoned>,
}

/// What a summary looks like and where it goes.
#[derive(Debug, Clone, Default)]
pub struct ShapeArgs {
    /// Its format.
    pub format: SummaryFormat,
    /// Its language, where it is not the person's.
    pub lang: Option<Lang>,
    /// In every language, the person's first.
    pub both: bool,
    /// The chat version of at most 500 characters.
    pub short: bool,
    /// As a ticket system takes it.
    pub system: Option<System>,
    /// Also in a public ticket: hashes, addresses and order numbers.
    pub with_numbers: bool,
    /// On the clipboard as well.
    pub copy: bool,
    /// A file instead of standard output.
    pub output: Option<PathBuf>,
}

/// The format of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SummaryFormat {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// JSON, `walletfix.summary/1`.
    Json,
}

impl SummaryFormat {
    /// All formats with their words on the command line.
    pub const ALL: [(&'static str, Self); 3] =
        [("text", Self::Text), ("markdown", Self::Markdown), ("json", Self::Json)];
}

pub(super) fn diagnose(command: Command) -> Command {
    command
        .arg(Arg::new("flow").value_name("FLOW"))
        .arg(Arg::new("profile").long("profile").value_name("ID|FILE"))
        .arg(path("answers", "FILE"))
        .arg(switch("no-save"))
        .args(walking())
        .args(shaping())
}

pub(super) fn resume(command: Command) -> Command {
    command.arg(Arg::new("session").value_name("SESSION")).args(walking()).args(shaping())
}

pub(super) fn summary(command: Command) -> Command {
    command.arg(Arg::new("session").value_name("SESSION").required(true)).arg(path("flows", "DIR")).args(shaping())
}

fn walking() -> [Arg; 5] {
    let probe = switch("probe").conflicts_with("offline");
    [path("flows", "DIR"), switch("plain"), switch("offline"), probe, now()]
}

fn shaping() -> [Arg; 7] {
    [
        word("format", "FORMAT", SummaryFormat::ALL.map(|(word, _)| word)),
        langs("summary-lang"),
        switch("short"),
        word("for", "SYSTEM", System::ALL.map(|(word, _)| word)).conflicts_with("format"),
        switch("with-numbers").requires("for"),
        switch("copy"),
        path("output", "FILE"),
    ]
    .map(|arg| arg.help_heading("summary"))
}

impl From<&ArgMatches> for DiagnoseArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            flow: one(matches, "flow"),
            profile: one(matches, "profile"),
            answers: one(matches, "answers"),
            no_save: matches.get_flag("no-save"),
            walk: matches.into(),
            shape: matches.into(),
        }
    }
}

impl From<&ArgMatches> for ResumeArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self { session: one(matches, "session"), walk: matches.into(), shape: matches.into() }
    }
}

impl From<&ArgMatches> for SummaryArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            session: one(matches, "session").unwrap_or_default(),
            flows: one(matches, "flows"),
            shape: matches.into(),
        }
    }
}

impl From<&ArgMatches> for WalkArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            flows: one(matches, "flows"),
            plain: matches.get_flag("plain"),
            offline: matches.get_flag("offline"),
            probe: matches.get_flag("probe"),
            now: one(matches, "now"),
        }
    }
}

impl From<&ArgMatches> for ShapeArgs {
    fn from(matches: &ArgMatches) -> Self {
        let word = one::<String>(matches, "format").unwrap_or_default();
        let lang = one::<String>(matches, "summary-lang").unwrap_or_default();
        let format = SummaryFormat::ALL.iter().find(|(known, _)| *known == word).map(|(_, format)| *format);
        Self {
            format: format.unwrap_or_default(),
            both: lang.eq_ignore_ascii_case(BOTH),
            lang: Lang::from_tag(&lang),
            short: matches.get_flag("short"),
            system: one::<String>(matches, "for")
                .and_then(|word| System::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, system)| system)),
            with_numbers: matches.get_flag("with-numbers"),
            copy: matches.get_flag("copy"),
            output: one(matches, "output"),
        }
    }
}
