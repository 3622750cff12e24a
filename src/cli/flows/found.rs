//! `flows search`: the problems that fit what somebody says, best first.

use super::{row, widest};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::load::Loaded;
use crate::flow::Flow;
use crate::i18n::Message;
use crate::search::{Hit, Problems};
use serde_json::{Value, json};

/// Prints them. Where nothing fits that is no mistake, and it is said how to see all.
pub(super) fn tell(context: &Context, loaded: &Loaded, words: &str, as_json: bool) -> Result<(), Exit> {
    let hits = Problems::of(&loaded.pack).find(words);
    if as_json {
        return context.print(&list(&hits));
    }
    if hits.is_empty() {
        context.say(&Message::new("flows-none-found"));
        context.say(&Message::new("flow-unknown-list"));
        return Ok(());
    }
    let flows: Vec<&Flow> = hits.iter().map(|hit| hit.flow).collect();
    let names = widest(&flows, context);
    context.print(&flows.iter().map(|flow| row(flow, names, context)).collect::<String>())
}

fn list(hits: &[Hit<'_>]) -> String {
    let rows: Vec<Value> = hits.iter().map(|hit| json!({ "id": hit.flow.id, "score": hit.score })).collect();
    format!("{:#}\n", Value::Array(rows))
}
