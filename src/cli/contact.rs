//! `contact`

use super::args::list::ContactArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `contact`.
pub fn run(context: &Context, _args: &ContactArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "contact"));
    Exit::Inaccessible
}
