//! The commands that show authors what they wrote: `graph`, `play`.

use super::values::{now, one, path, switch, word};
use clap::{Arg, ArgMatches, Command};
use jiff::Zoned;
use std::path::PathBuf;

/// `play FLOW`
#[derive(Debug, Clone, Default)]
pub struct PlayArgs {
    /// The flow: its id, or its file.
    pub flow: String,
    /// The path of the step to begin at.
    pub at: Option<String>,
    /// The provider, by its id.
    pub profile: Option<String>,
    /// The folder with the flows, where they are not the program's own.
    pub flows: Option<PathBuf>,
    /// Plain lines, also on a terminal that could do more.
    pub plain: bool,
    /// The clock and, by its offset, the zone, instead of the system's.
    pub now: Option<Zoned>,
}

/// `graph FLOW`
#[derive(Debug, Clone, Default)]
pub struct GraphArgs {
    /// The flow: its id, or its file.
    pub flow: String,
    /// The folder with the flows, where they are not the program's own.
    pub flows: Option<PathBuf>,
    /// The drawing language.
    pub format: Drawing,
}

/// A language for drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drawing {
    /// <https://mermaid.js.org>, which GitHub and GitLab draw by themselves.
    #[default]
    Mermaid,
    /// <https://graphviz.org/doc/info/lang.html>
    Dot,
}

impl Drawing {
    /// By the word of the command line.
    pub const ALL: [(&'static str, Self); 2] = [("mermaid", Self::Mermaid), ("dot", Self::Dot)];
}

pub(super) fn graph(command: Command) -> Command {
    command.arg(flow()).arg(path("flows", "DIR")).arg(word("format", "FORMAT", Drawing::ALL.map(|(name, _)| name)))
}

pub(super) fn play(command: Command) -> Command {
    command
        .arg(flow())
        .arg(Arg::new("at").long("at").value_name("STEP"))
        .arg(Arg::new("profile").long("profile").value_name("ID"))
        .arg(path("flows", "DIR"))
        .arg(switch("plain"))
        .arg(now())
}

fn flow() -> Arg {
    Arg::new("flow").value_name("FLOW").required(true)
}

impl From<&ArgMatches> for GraphArgs {
    fn from(matches: &ArgMatches) -> Self {
        let format = one::<String>(matches, "format");
        let named = Drawing::ALL.iter().find(|(name, _)| format.as_deref() == Some(*name));
        Self {
            flow: one(matches, "flow").unwrap_or_default(),
            flows: one(matches, "flows"),
            format: named.map_or_else(Drawing::default, |(_, format)| *format),
        }
    }
}

impl From<&ArgMatches> for PlayArgs {
    fn from(matches: &ArgMatches) -> Self {
        Self {
            flow: one(matches, "flow").unwrap_or_default(),
            at: one(matches, "at"),
            profile: one(matches, "profile"),
            flows: one(matches, "flows"),
            plain: matches.get_flag("plain"),
            now: one(matches, "now"),
        }
    }
}
