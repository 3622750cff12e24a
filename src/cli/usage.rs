//! Mistakes on the command line, told in the person's language. clap finds them; its English stays inside.

use super::args::definition;
use super::args::values::Expected;
use super::context::Context;
use super::exit::Exit;
use super::help;
use crate::i18n::Message;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::ffi::OsString;

/// Shows what clap stopped for: help and version on standard output, a mistake on standard error.
pub fn show(error: &clap::Error, arguments: &[OsString], context: &Context) -> Exit {
    match error.kind() {
        // The definition's help is the command's path; the page is made from it.
        ErrorKind::DisplayHelp => {
            context.print_done(&help::page(error.render().to_string().trim(), context.lang, context.width))
        }
        ErrorKind::DisplayVersion => context.print_done(&format!("walletfix {}\n", env!("CARGO_PKG_VERSION"))),
        _ => {
            context.complain(&sentence(error));
            context
                .say(&Message::new("usage-see-help").with("command", format!("{} --help", command(error, arguments))));
            Exit::Usage
        }
    }
}

/// What is wrong, and what would be right.
fn sentence(error: &clap::Error) -> Message {
    let argument = name_alone(&text(error, ContextKind::InvalidArg));
    let value = text(error, ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand);
            return nearest("usage-unknown-command", name, text(error, ContextKind::SuggestedSubcommand));
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            return nearest("usage-unknown-option", argument, text(error, ContextKind::SuggestedArg));
        }
        ErrorKind::TooManyValues if argument.starts_with('-') => Message::new("usage-no-value"),
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => Message::new("usage-too-many"),
        ErrorKind::InvalidValue if value.is_empty() => Message::new("usage-missing-value"),
        ErrorKind::InvalidValue => {
            let valid = list(error, ContextKind::ValidValue);
            Message::new("usage-bad-word").with("valid", valid)
        }
        ErrorKind::ValueValidation => match error.source().and_then(|source| source.downcast_ref::<Expected>()) {
            Some(expected) => Message::new("usage-bad-value").with("expected", expected.0.clone()),
            None => Message::new("usage-bad-value-plain"),
        },
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> = list(error, ContextKind::InvalidArg).iter().map(|arg| name_alone(arg)).collect();
            let missing = missing.join(" ");
            return Message::new("usage-missing-argument").with("argument", missing);
        }
        ErrorKind::ArgumentConflict => {
            let other = name_alone(&text(error, ContextKind::PriorArg));
            // clap reports a flag that stands twice as a conflict with itself.
            if other == argument || other.is_empty() {
                Message::new("usage-twice")
            } else {
                Message::new("usage-conflict").with("other", other)
            }
        }
        ErrorKind::InvalidUtf8 => Message::new("usage-not-utf8"),
        _ => Message::new("usage-not-understood"),
    };
    let name = if argument.is_empty() { value.clone() } else { argument };
    message.with("argument", name).with("value", value)
}

fn nearest(key: &str, name: String, near: String) -> Message {
    if near.is_empty() {
        Message::new(key).with("name", name)
    } else {
        Message::new(format!("{key}-nearest")).with("name", name).with("nearest", near)
    }
}

/// The command that was being read. The definition's usage is its path; mistakes in a value carry none, and then the words
/// that name commands tell it.
fn command(error: &clap::Error, arguments: &[OsString]) -> String {
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let path = usage.trim().strip_prefix("Usage:").unwrap_or_default().trim();
        return format!("walletfix {path}").trim_end().to_owned();
    }
    let root = definition();
    let (mut command, mut path) = (&root, "walletfix".to_owned());
    for argument in arguments.iter().skip(1).take_while(|argument| *argument != "--") {
        if let Some(child) = command.find_subcommand(argument) {
            command = child;
            path = format!("{path} {}", child.get_name());
        }
    }
    path
}

/// `--format <FORMAT>` and `[SESSION]...` as people say them: `--format`, `SESSION`.
fn name_alone(argument: &str) -> String {
    let name = argument.split_whitespace().next().unwrap_or_default();
    name.trim_matches(['<', '>', '[', ']', '.']).to_owned()
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.first().cloned().unwrap_or_default(),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}

fn list(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}
