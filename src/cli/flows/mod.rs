//! `flows`

use super::args::list::FlowsArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `flows`.
pub fn run(context: &Context, _args: &FlowsArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "flows"));
    Exit::Inaccessible
}
