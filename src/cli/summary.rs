//! `summary`

use super::args::walk::SummaryArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `summary`.
pub fn run(context: &Context, _args: &SummaryArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "summary"));
    Exit::Inaccessible
}
