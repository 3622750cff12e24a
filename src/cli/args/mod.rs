//! The command line: which commands and flags there are, and what was asked for, as plain values.
//!
//! Knows no sentence: help texts are added by [`described`], mistakes are worded in `usage`.

pub mod files;
pub mod list;
pub mod preview;
pub mod probe;
pub mod rules;
pub mod session;
pub mod support;
pub mod values;
pub mod walk;

use crate::i18n::{Lang, Message, has};
use crate::parse::schema::Schema;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsString;
use std::mem::ManuallyDrop;

/// What was asked for.
#[derive(Debug, Clone)]
pub enum Invocation {
    /// No command: the wizard on a terminal, help elsewhere. What else was said is for the wizard.
    Bare(walk::DiagnoseArgs),
    /// `diagnose`
    Diagnose(walk::DiagnoseArgs),
    /// `resume`
    Resume(walk::ResumeArgs),
    /// `sessions`
    Sessions(session::SessionsArgs),
    /// `summary`
    Summary(walk::SummaryArgs),
    /// `replay`
    Replay(support::ReplayArgs),
    /// `verify`
    Verify(support::VerifyArgs),
    /// `contact`
    Contact(list::ContactArgs),
    /// `probe`
    Probe(probe::ProbeArgs),
    /// `flows`
    Flows(list::FlowsArgs),
    /// `validate`
    Validate(files::ValidateArgs),
    /// `explain`, with the rule as it was typed.
    Explain(Option<String>),
    /// `test`
    Test(files::TestArgs),
    /// `play`
    Play(preview::PlayArgs),
    /// `graph`
    Graph(preview::GraphArgs),
    /// `new`
    New(files::NewArgs),
    /// `schema`; without a kind of file, that of a summary
    Schema(Option<Schema>),
    /// `completions`
    Completions(clap_complete::Shell),
    /// `man`
    Man,
    /// `help`, with the command it is about.
    Help(Vec<String>),
}

/// Reads the arguments, the program's own name first.
pub fn parse(arguments: &[OsString]) -> Result<Invocation, clap::Error> {
    let read = |definition: Command| {
        // Never dropped: it lives about as long as the program, and taking it apart takes a part of the time to the first
        // prompt.
        ManuallyDrop::new(definition).try_get_matches_from_mut(arguments)
    };
    // A command that is not named cannot be meant, and the first prompt does not wait for the definitions of twenty. They
    // are asked only where something is wrong, for what was meant instead.
    let named = |name: &str| arguments.iter().skip(1).any(|argument| argument == name);
    match read(definition_of(named)).or_else(|_| read(definition())) {
        Ok(matches) => Ok(invocation(&matches)),
        Err(error) => without_command(arguments, &error).ok_or(error),
    }
}

/// `walletfix --offline`: options of the wizard without its name, for whoever starts it without.
fn without_command(arguments: &[OsString], error: &clap::Error) -> Option<Invocation> {
    if error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let (name, rest) = arguments.split_first()?;
    let all = [name.clone(), "diagnose".into()].into_iter().chain(rest.iter().cloned());
    let matches = definition().try_get_matches_from(all).ok()?;
    match invocation(&matches) {
        Invocation::Diagnose(args) if args.flow.is_none() => Some(Invocation::Bare(args)),
        _ => None,
    }
}

fn invocation(matches: &ArgMatches) -> Invocation {
    match matches.subcommand() {
        Some(("diagnose", matches)) => Invocation::Diagnose(matches.into()),
        Some(("resume", matches)) => Invocation::Resume(matches.into()),
        Some(("sessions", matches)) => Invocation::Sessions(matches.into()),
        Some(("summary", matches)) => Invocation::Summary(matches.into()),
        Some(("replay", matches)) => Invocation::Replay(matches.into()),
        Some(("verify", matches)) => Invocation::Verify(matches.into()),
        Some(("contact", matches)) => Invocation::Contact(matches.into()),
        Some(("probe", matches)) => Invocation::Probe(matches.into()),
        Some(("flows", matches)) => Invocation::Flows(matches.into()),
        Some(("validate", matches)) => Invocation::Validate(matches.into()),
        Some(("explain", matches)) => Invocation::Explain(values::one(matches, "rule")),
        Some(("test", matches)) => Invocation::Test(matches.into()),
        Some(("play", matches)) => Invocation::Play(matches.into()),
        Some(("graph", matches)) => Invocation::Graph(matches.into()),
        Some(("new", matches)) => Invocation::New(matches.into()),
        Some(("schema", matches)) => Invocation::Schema(files::schema_of(matches)),
        Some(("completions", matches)) => match matches.get_one("shell") {
            Some(shell) => Invocation::Completions(*shell),
            None => Invocation::Help(vec!["completions".to_owned()]),
        },
        Some(("man", _)) => Invocation::Man,
        Some(("help", matches)) => Invocation::Help(values::many(matches, "command")),
        _ => Invocation::Bare(walk::DiagnoseArgs::default()),
    }
}

/// Gives a command its arguments.
type Define = fn(Command) -> Command;

/// Every command, and what says which arguments it takes.
const COMMANDS: [(&str, Define); 19] = [
    ("diagnose", walk::diagnose),
    ("resume", walk::resume),
    ("sessions", session::sessions),
    ("summary", walk::summary),
    ("verify", support::verify),
    ("replay", support::replay),
    ("contact", list::contact),
    ("probe", probe::probe),
    ("flows", list::flows),
    ("validate", files::validate),
    ("explain", rules::explain),
    ("test", files::test),
    ("play", preview::play),
    ("graph", preview::graph),
    ("new", files::new),
    ("schema", files::schema),
    ("completions", |command| command.arg(shell())),
    ("man", |command| command),
    ("help", |command| command.arg(Arg::new("command").value_name("COMMAND").num_args(0..))),
];

/// Every command and flag, without a word of help: what reading a command line needs.
///
/// Help and usage of each command are its own path. So when somebody asks for help, or makes a mistake, clap hands back
/// which command that was about, and the texts are rendered only then.
pub fn definition() -> Command {
    definition_of(|_| true)
}

/// The same with those commands alone.
fn definition_of(wanted: impl Fn(&str) -> bool) -> Command {
    let root = Command::new("walletfix")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(values::lang("lang").global(true))
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help).global(true))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version));
    let commands = COMMANDS.iter().filter(|(name, _)| wanted(name));
    traced(commands.fold(root, |root, (name, define)| root.subcommand(define(Command::new(*name)))), "")
}

fn shell() -> Arg {
    Arg::new("shell").value_name("SHELL").required(true).value_parser(clap::value_parser!(clap_complete::Shell))
}

/// The same with each command's path as its help and its usage.
fn traced(command: Command, path: &str) -> Command {
    command.override_help(path.to_owned()).override_usage(path.to_owned()).mut_subcommands(|child| {
        let path = format!("{path} {}", child.get_name());
        traced(child, path.trim_start())
    })
}

/// Every command and flag with its help in `lang`: what help pages, completions and the manual are made from.
pub fn described(lang: Lang) -> Command {
    let mut root = definition();
    root.build();
    worded(root, "", lang)
}

fn worded(command: Command, path: &str, lang: Lang) -> Command {
    let text = |key: &str| Message::new(key).text(lang);
    let after = key(path, Some("after"));
    let command = command.about(text(&key(path, None))).mut_args(|arg| {
        let help = text(&key_of(path, arg.get_id().as_str()));
        let words: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        if words.is_empty() || arg.is_hide_possible_values_set() || !arg.get_action().takes_values() {
            return arg.help(help);
        }
        // Named by us, since clap would name them in English.
        arg.help(Message::new("help-takes").with("help", help).with("words", words).text(lang))
            .hide_possible_values(true)
    });
    let command = if has(lang, &after) { command.after_help(text(&after)) } else { command };
    let usage = super::help::usage(&command, path, lang);
    command.override_usage(usage).mut_subcommands(|child| {
        let path = format!("{path} {}", child.get_name());
        worded(child, path.trim_start(), lang)
    })
}

/// The key of what a command is for, or of one of its arguments: `help-sessions-show`, `help-diagnose--plain`.
fn key(path: &str, argument: Option<&str>) -> String {
    let command = if path.is_empty() { "walletfix".to_owned() } else { path.replace(' ', "-") };
    match argument {
        Some(argument) => format!("help-{command}--{argument}"),
        None => format!("help-{command}"),
    }
}

/// The key of an argument's help: its command's own words, else the ones that all commands with such a flag share.
pub fn key_of(path: &str, argument: &str) -> String {
    let own = key(path, Some(argument));
    if has(Lang::En, &own) { own } else { format!("help-any--{argument}") }
}
