//! The commands that show authors what they wrote: `graph`, `play`.

use super::values::{one, path, word};
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

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

pub(super) fn graph() -> Command {
    Command::new("graph").arg(flow()).arg(path("flows", "DIR")).arg(word(
        "format",
        "FORMAT",
        Drawing::ALL.map(|(name, _)| name),
    ))
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
