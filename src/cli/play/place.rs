//! `--at STEP`: the step of that path, and the answers that lead to it.

use super::Course;
use super::opened::Opened;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::flow::display::file_form;
use crate::flow::step::Verb;
use crate::flow::{Flow, StepIndex};
use crate::flowtest::suggest::toward;
use crate::i18n::Message;
use crate::pack::Pack;
use crate::session::Session;
use crate::session::event::Event;
use crate::wording::nearest;
use std::path::Path;

/// Gives the answers that lead to the step, and says which. Errors: there is no such step, or no way to it was found.
pub(super) fn go_to(
    context: &Context,
    opened: &Opened,
    course: &mut Course<'_>,
    folder: Option<&Path>,
    path: &str,
) -> Result<Option<Message>, Exit> {
    let place = find(&opened.pack, &opened.flow, path).map_err(|known| {
        let message = match nearest(path, known.iter().map(String::as_str)) {
            Some(near) => Message::new("step-unknown-nearest").with("nearest", near),
            None => Message::new("step-unknown"),
        };
        context.complain(&message.with("name", path).with("flow", opened.flow.as_str()));
        let folder = folder.map(|folder| format!(" --flows {}", folder.display())).unwrap_or_default();
        context.say(&Message::new("step-unknown-list").with("flow", format!("{}{folder}", opened.flow)));
        Exit::Usage
    })?;
    let Some((session, _)) = course.session(opened) else { return Ok(None) };
    let within = format!("{path}.");
    let is_there = |session: &Session<'_>| {
        let here = session.path();
        here == path || here.starts_with(&within) || place.is_passed(session)
    };
    let Some(entries) = toward(&session, &is_there) else {
        let profile = opened.profile.as_str();
        context.complain(&Message::new("play-no-way").with("name", path).with("profile", profile));
        return Err(Exit::Usage);
    };
    let lines: Vec<String> = entries.iter().filter_map(|entry| told(&entry.event)).collect();
    course.entries.extend(entries);
    let lines = lines.join("\n");
    Ok((!lines.is_empty()).then(|| Message::new("play-at").with("name", path).with("answers", lines)))
}

/// As a test would write it.
fn told(event: &Event) -> Option<String> {
    match event {
        Event::Answer(path, value) => Some(format!("  {path} = {}", file_form(value))),
        Event::Probe(path, result) => Some(format!("  probe {path} = {}", file_form(&result.value))),
        _ => None,
    }
}

/// A step that nobody waits at.
struct Place<'p> {
    flow: &'p Flow,
    step: StepIndex,
}

impl Place<'_> {
    /// Whether a session has gone through it. What somebody answers is no such step: there the session stops.
    fn is_passed(&self, session: &Session<'_>) -> bool {
        let verb = &self.flow.step(self.step).verb;
        matches!(verb, Verb::Branch(_) | Verb::Run(_) | Verb::Go(_) | Verb::Return(_))
            && session.passages().iter().any(|passage| passage.flow == self.flow.id && passage.step == self.step)
    }
}

/// The step at a path; the error lists the paths there are, as far as the path is right.
fn find<'p>(pack: &'p Pack, flow: &str, path: &str) -> Result<Place<'p>, Vec<String>> {
    let mut flow = pack.flows.get(flow).ok_or_else(Vec::new)?;
    let mut before = String::new();
    let mut parts = path.split('.').peekable();
    while let Some(part) = parts.next() {
        let known = |flow: &Flow, before: &str| flow.steps.keys().map(|id| format!("{before}{id}")).collect();
        let Some((step, found)) = flow.step_named(part) else { return Err(known(flow, &before)) };
        if parts.peek().is_none() {
            return Ok(Place { flow, step });
        }
        let inside = match &found.verb {
            Verb::Run(run) => pack.flows.get(&run.flow),
            Verb::Go(go) => pack.flows.get(&go.flow),
            _ => None,
        };
        let Some(inside) = inside else { return Err(known(flow, &before)) };
        flow = inside;
        before = format!("{before}{part}.");
    }
    Err(Vec::new())
}
