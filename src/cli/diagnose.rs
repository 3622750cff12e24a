//! `diagnose`

use super::args::walk::DiagnoseArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `diagnose`.
pub fn run(context: &Context, _args: &DiagnoseArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "diagnose"));
    Exit::Inaccessible
}
