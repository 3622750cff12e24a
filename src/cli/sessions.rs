//! `sessions`

use super::args::session::SessionsArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `sessions`.
pub fn run(context: &Context, _args: &SessionsArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "sessions"));
    Exit::Inaccessible
}
