//! `schema`: what may stand in a file, for editors, and in a summary, for programs that read it.

use super::context::Context;
use super::exit::Exit;
use crate::parse::schema::Schema;
use crate::summary::render::json;

/// Runs `schema`.
pub fn run(context: &Context, kind: Option<Schema>) -> Exit {
    match kind {
        Some(kind) => context.print_done(&kind.text()),
        None => context.print_done(json::schema()),
    }
}
