//! `resume`

use super::args::walk::ResumeArgs;
use super::context::Context;
use super::exit::Exit;
use crate::i18n::Message;

/// Runs `resume`.
pub fn run(context: &Context, _args: &ResumeArgs) -> Exit {
    context.complain(&Message::new("command-being-built").with("command", "resume"));
    Exit::Inaccessible
}
