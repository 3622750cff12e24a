//! `flows`: which problems there are, which of them fit some words, and what the steps of one say.

mod found;
mod steps;

use super::args::list::FlowsArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::load::{self, Loaded};
use crate::flow::text::Text;
use crate::flow::{Flow, Group};
use crate::i18n::{Lang, Message};
use crate::wording::{width, wrap};
use serde::Serialize;

/// Runs `flows`.
pub fn run(context: &Context, args: &FlowsArgs) -> Exit {
    settle(match args {
        FlowsArgs::List { flows, json } => {
            load::what_is_left(context, flows.as_deref(), false).and_then(|(loaded, lost)| {
                let page = if *json { as_json(&loaded) } else { as_text(context, &loaded) };
                context.print(&page)?;
                tell_unsound(context, &loaded);
                Ok(lost)
            })
        }
        FlowsArgs::Search { words, flows, json } => {
            load::what_is_left(context, flows.as_deref(), false).and_then(|(loaded, lost)| {
                found::tell(context, &loaded, words, *json)?;
                tell_unsound(context, &loaded);
                Ok(lost)
            })
        }
        FlowsArgs::Show { flow, flows } => load::pack(context, flows.as_deref(), false).and_then(|loaded| {
            let flow = load::flow(context, &loaded, flow)?;
            context.print(&steps::page(flow, context.lang, context.width))?;
            Ok(Exit::Done)
        }),
    })
}

/// By group in the order of the list of problems; those without a group next, checklists that other flows use last.
fn in_order(loaded: &Loaded) -> Vec<&Flow> {
    let mut flows: Vec<&Flow> = loaded.pack.flows.values().collect();
    flows.sort_by_key(|flow| (flow.shared, flow.group.is_none(), flow.group));
    flows
}

/// The heading above a flow.
fn heading(flow: &Flow) -> Message {
    match flow.group {
        _ if flow.shared => Message::new("flows-shared"),
        Some(group) => group_name(group),
        None => Message::new("flows-no-group"),
    }
}

/// What people call a group of problems.
pub fn group_name(group: Group) -> Message {
    Message::new(format!("group-{}", group.id()))
}

fn as_text(context: &Context, loaded: &Loaded) -> String {
    let flows = in_order(loaded);
    let names = widest(&flows, context);
    let mut out = String::new();
    let mut last = None;
    for flow in flows {
        let heading = heading(flow);
        if last.as_ref() != Some(&heading) {
            if last.is_some() {
                out.push('\n');
            }
            out.push_str(&heading.text(context.lang));
            out.push('\n');
            last = Some(heading);
        }
        out.push_str(&row(flow, names, context));
    }
    out
}

/// The columns of the ids, as far as there is room for them.
fn widest(flows: &[&Flow], context: &Context) -> usize {
    flows.iter().map(|flow| width(&flow.id)).max().unwrap_or(0).min(context.width / 2)
}

/// The id, and beside it the title and when the flow fits.
fn row(flow: &Flow, names: usize, context: &Context) -> String {
    let indent = names + 4;
    let columns = context.width.saturating_sub(indent);
    let mut lines = wrap(&flow.title.as_plain(context.lang), columns);
    if let Some(about) = &flow.about {
        lines.extend(wrap(&about.as_plain(context.lang), columns));
    }
    let mut out = format!("  {}", flow.id);
    let mut used = 2 + width(&flow.id);
    if used > indent - 2 {
        out.push('\n');
        used = 0;
    }
    for line in lines {
        out.push_str(&" ".repeat(indent - used));
        out.push_str(&line);
        out.push('\n');
        used = 0;
    }
    out
}

fn tell_unsound(context: &Context, loaded: &Loaded) {
    for id in &loaded.pack.unsound {
        context.complain(&Message::new("flow-unsound").with("flow", id.as_str()));
    }
    if !loaded.pack.unsound.is_empty() {
        context.say(&Message::new("flow-unsound-see"));
    }
}

#[derive(Serialize)]
struct Row<'f> {
    id: &'f str,
    title: Both,
    about: Option<Both>,
    group: Option<&'static str>,
    shared: bool,
}

#[derive(Serialize)]
struct Both {
    zh: String,
    en: String,
}

impl From<&Text> for Both {
    fn from(text: &Text) -> Self {
        Self { zh: text.as_plain(Lang::Zh), en: text.as_plain(Lang::En) }
    }
}

fn as_json(loaded: &Loaded) -> String {
    let rows: Vec<Row<'_>> = in_order(loaded)
        .into_iter()
        .map(|flow| Row {
            id: &flow.id,
            title: (&flow.title).into(),
            about: flow.about.as_ref().map(Into::into),
            group: flow.group.map(Group::id),
            shared: flow.shared,
        })
        .collect();
    // Strings alone: writing them cannot fail.
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}
