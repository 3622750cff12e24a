//! `graph`: a flow as a picture, in a language that others draw.

mod chart;
mod dot;
mod look;
mod mermaid;
mod words;

pub use chart::Chart;
pub use look::{INK, LINE, colours};

use super::args::preview::{Drawing, GraphArgs};
use super::context::Context;
use super::exit::{Exit, settle};
use super::load;
use crate::flowtest;
use crate::flowtest::coverage::{Atlas, Covered};
use crate::i18n::Lang;
use crate::pack::Pack;

/// Runs `graph`.
pub fn run(context: &Context, args: &GraphArgs) -> Exit {
    settle(draw(context, args))
}

fn draw(context: &Context, args: &GraphArgs) -> Result<Exit, Exit> {
    let (folder, id) = load::named(context, &args.flow, args.flows.as_deref())?;
    let loaded = load::pack(context, folder.as_deref(), true)?;
    let flow = load::flow(context, &loaded, &id)?;
    let atlas = Atlas::new(&loaded.pack);
    let chart = Chart::new(&loaded.pack, &atlas, reached(&loaded.pack, &atlas).as_ref(), flow, context.lang);
    // The words of a flow and nothing that anybody typed.
    context.print_clean(&text(&chart, args.format, context.lang))?;
    Ok(Exit::Done)
}

/// The picture in a drawing language.
pub fn text(chart: &Chart, format: Drawing, lang: Lang) -> String {
    match format {
        Drawing::Mermaid => mermaid::text(chart, lang),
        Drawing::Dot => dot::text(chart, lang),
    }
}

/// What the tests of a pack reach; `None`: it has no test, so that nothing can be said.
pub fn reached(pack: &Pack, atlas: &Atlas<'_>) -> Option<Covered> {
    let mut covered = Covered::none(atlas);
    let mut ran = false;
    for verdict in pack.tests.values().flat_map(|script| flowtest::run(pack, script)) {
        ran = true;
        if verdict.passed() {
            covered.add(atlas, &verdict.passages);
        }
    }
    ran.then_some(covered)
}
