//! `schema`: what may stand in a file, for editors.

use super::context::Context;
use super::exit::Exit;
use crate::parse::schema::Schema;

/// Runs `schema`.
pub fn run(context: &Context, kind: Schema) -> Exit {
    context.print_done(&kind.text())
}
