//! `test`

use super::args::files::TestArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `test`.
pub fn run(context: &Context, _args: &TestArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "test"));
    Exit::Inaccessible
}
