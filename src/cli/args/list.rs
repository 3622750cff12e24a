//! The commands that show what a pack holds: `flows`, `contact`.

use super::values::{Expected, many, now, one, path, switch, word};
use crate::hours::holiday;
use crate::i18n::Message;
use crate::profile::Purpose;
use clap::{Arg, ArgMatches, Command};
use jiff::Zoned;
use std::path::PathBuf;

/// `flows`, `flows show FLOW`, `flows search WORDS`
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
    /// Those that fit.
    Search {
        /// What happened, as people say it.
        words: String,
        /// The folder with the flows, where they are not the program's own.
        flows: Option<PathBuf>,
        /// JSON instead of text.
        json: bool,
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
    /// The country whose public offices are listed, where it is not the provider's.
    pub country: Option<String>,
    /// One purpose instead of all.
    pub purpose: Option<Purpose>,
    /// What to do when no answer comes, instead of the list.
    pub follow_up: bool,
    /// When the person wrote, as they say it, where that is not now.
    pub since: Option<String>,
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

pub(super) fn flows(command: Command) -> Command {
    command
        .arg(path("flows", "DIR").global(true))
        .arg(format())
        .subcommand(Command::new("show").arg(Arg::new("flow").value_name("FLOW").required(true)))
        .subcommand(
            Command::new("search")
                .arg(Arg::new("words").value_name("WORDS").required(true).num_args(1..))
                .arg(format()),
        )
}

pub(super) fn contact(command: Command) -> Command {
    command
        .arg(Arg::new("profile").long("profile").value_name("ID|FILE"))
        .arg(path("flows", "DIR"))
        .arg(word("for", "PURPOSE", Purpose::ALL.map(|(id, _)| id)))
        .arg(Arg::new("country").long("country").value_name("CC").value_parser(country))
        .arg(switch("follow-up").conflicts_with("for"))
        .arg(Arg::new("since").long("since").value_name("TIME").requires("follow-up"))
        .arg(now())
        .arg(format())
}

/// A country as ISO 3166 writes it, in either case. It keeps `UK` free for what its own people call their country.
fn country(text: &str) -> Result<String, Expected> {
    let code = match text.to_ascii_uppercase() {
        code if code == "UK" => "GB".to_owned(),
        code => code,
    };
    if holiday::is_country(&code) { Ok(code) } else { Err(Expected(Message::new("usage-expects-country"))) }
}

impl From<&ArgMatches> for FlowsArgs {
    fn from(matches: &ArgMatches) -> Self {
        match matches.subcommand() {
            Some(("show", matches)) => {
                Self::Show { flow: one(matches, "flow").unwrap_or_default(), flows: one(matches, "flows") }
            }
            Some(("search", matches)) => Self::Search {
                words: many::<String>(matches, "words").join(" "),
                flows: one(matches, "flows"),
                json: json(matches),
            },
            _ => Self::List { flows: one(matches, "flows"), json: json(matches) },
        }
    }
}

impl From<&ArgMatches> for ContactArgs {
    fn from(matches: &ArgMatches) -> Self {
        let purpose = one::<String>(matches, "for");
        Self {
            profile: one(matches, "profile"),
            flows: one(matches, "flows"),
            now: one(matches, "now"),
            country: one(matches, "country"),
            purpose: Purpose::ALL
                .into_iter()
                .find(|(id, _)| purpose.as_deref() == Some(id))
                .map(|(_, purpose)| purpose),
            follow_up: matches.get_flag("follow-up"),
            since: one(matches, "since"),
            json: json(matches),
        }
    }
}
