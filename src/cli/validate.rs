//! `validate`

use super::args::files::ValidateArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `validate`.
pub fn run(context: &Context, _args: &ValidateArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "validate"));
    Exit::Inaccessible
}
