//! What the definition of the command line prints about itself: help pages, completions, the manual.

use super::args::described;
use super::context::Context;
use super::exit::Exit;
use super::{help, manual};
use crate::i18n::Message;
use crate::wording::nearest;
use crate::wording::refusal;
use clap::Command;

/// `help [COMMAND]…`
pub fn help(context: &Context, path: &[String]) -> Exit {
    let root = super::args::definition();
    let mut command = &root;
    for name in path {
        let Some(child) = command.find_subcommand(name) else {
            let near = nearest(name, command.get_subcommands().map(Command::get_name));
            context.complain(&match near {
                Some(near) => {
                    Message::new("usage-unknown-command-nearest").with("name", name.as_str()).with("nearest", near)
                }
                None => Message::new("usage-unknown-command").with("name", name.as_str()),
            });
            return Exit::Usage;
        };
        command = child;
    }
    context.print_done(&help::page(&path.join(" "), context.lang, context.width))
}

/// `completions SHELL`
pub fn completions(context: &Context, shell: clap_complete::Shell) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut described(context.lang), "walletfix", &mut script);
    context.print_done(&String::from_utf8_lossy(&script))
}

/// `man`
pub fn man(context: &Context) -> Exit {
    match manual::page(context.lang) {
        Ok(page) => context.print_done(&page),
        Err(error) => {
            context.complain(&Message::new("output-broken").with("reason", refusal(&error)));
            Exit::Inaccessible
        }
    }
}
