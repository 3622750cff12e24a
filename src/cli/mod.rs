//! The command: the only room that knows arguments, environment and clocks. It builds the context once, hands it to one
//! subcommand and turns what that says into an exit code.
//!
//! No rule of the flow language and no state of a session lives here.

pub mod args;
pub mod asking;
pub mod clipboard;
pub mod contact;
pub mod context;
mod device;
pub mod diagnose;
pub mod exit;
pub mod explain;
pub mod flows;
pub mod graph;
pub mod help;
mod history;
pub mod kept;
pub mod language;
pub mod leaving;
pub mod load;
pub mod manual;
pub mod new;
pub mod note;
mod overdue;
pub mod pages;
pub mod pasted;
pub mod play;
pub mod probe;
pub mod reading;
pub mod replay;
pub mod resume;
pub mod schema;
pub mod sessions;
mod settling;
pub mod summary;
pub mod test;
pub mod usage;
pub mod validate;
pub mod verify;
pub mod walking;

use crate::terminal::leave;
use args::Invocation;
use context::Context;
use exit::Exit;
use std::ffi::OsString;

/// Runs the command that the arguments ask for, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let context = Context::of_environment(&arguments);
    let exit = match args::parse(&arguments) {
        Ok(invocation) => dispatch(&context, &invocation),
        Err(error) => usage::show(&error, &arguments, &context),
    };
    leave();
    exit
}

fn dispatch(context: &Context, invocation: &Invocation) -> Exit {
    match invocation {
        Invocation::Bare(args) if context.input_is_terminal && context.error_is_terminal => {
            diagnose::run(context, args)
        }
        Invocation::Bare(_) => pages::help(context, &[]),
        Invocation::Diagnose(args) => diagnose::run(context, args),
        Invocation::Resume(args) => resume::run(context, args),
        Invocation::Sessions(args) => sessions::run(context, args),
        Invocation::Summary(args) => summary::run(context, args),
        Invocation::Replay(args) => replay::run(context, args),
        Invocation::Verify(args) => verify::run(context, args),
        Invocation::Contact(args) => contact::run(context, args),
        Invocation::Probe(args) => probe::run(context, args),
        Invocation::Flows(args) => flows::run(context, args),
        Invocation::Validate(args) => validate::run(context, args),
        Invocation::Explain(rule) => explain::run(context, rule.as_deref()),
        Invocation::Test(args) => test::run(context, args),
        Invocation::Graph(args) => graph::run(context, args),
        Invocation::Play(args) => play::run(context, args),
        Invocation::New(args) => new::run(context, args),
        Invocation::Schema(kind) => schema::run(context, *kind),
        Invocation::Completions(shell) => pages::completions(context, *shell),
        Invocation::Man => pages::man(context),
        Invocation::Help(path) => pages::help(context, path),
    }
}
