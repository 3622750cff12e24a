//! Step paths: `again`, `network.this-device` (through a `run` or `go`), `guard.danger`, `again#2` (the second visit).

use super::Stage;
use crate::flow::Flow;
use crate::flow::step::{Step, Verb};
use std::ops::Range;

/// Why a path names no step.
#[derive(Debug, Clone)]
pub(super) enum Lost<'p> {
    /// It passes through a flow that has errors of its own.
    Unsound,
    /// The flow has no such step.
    NoStep(Range<usize>, &'p Flow),
    /// The step is there, but nothing lies behind it.
    NoWay(Range<usize>, &'p Flow),
    /// The step goes back to a flow whose steps keep their old paths.
    Behind(Range<usize>, &'p Flow),
    /// There is no guard flow.
    NoGuard,
    /// The part after `#` is no visit.
    NoVisit(Range<usize>),
}

/// Where a person can leave for another flow beside the steps that say so (`:flow`).
#[derive(Debug, Clone, Default)]
pub(super) struct Jumps<'s> {
    /// From one step, by its path.
    pub(super) from: Vec<(&'s str, &'s str)>,
    /// From any step.
    pub(super) from_anywhere: Vec<&'s str>,
}

/// A flow in which the next name is looked up, and the main flows passed on the way.
struct Place<'p> {
    flow: &'p Flow,
    trail: Vec<&'p str>,
}

/// The step that `path` names in a session that begins in `start`.
pub(super) fn resolve<'p>(
    stage: &Stage<'p>,
    start: &'p Flow,
    jumps: &Jumps<'_>,
    path: &str,
) -> Result<&'p Step, Lost<'p>> {
    let (steps, visit) = path.split_once('#').unwrap_or((path, "1"));
    if visit.starts_with(['0', '+']) || visit.parse::<u32>().is_err() {
        return Err(Lost::NoVisit(steps.len()..path.len()));
    }
    let mut from = 0;
    let mut places = vec![Place { flow: start, trail: vec![&start.id] }];
    if let Some(rest) = steps.strip_prefix("guard.") {
        let guard = stage.guard.ok_or(Lost::NoGuard)?;
        places = vec![Place { flow: guard, trail: vec![&guard.id] }];
        from = steps.len() - rest.len();
    }
    loop {
        let end = steps[from..].find('.').map_or(steps.len(), |dot| from + dot);
        let name = &steps[from..end];
        let first = places[0].flow;
        let here: Vec<(&Place<'p>, &'p Step)> =
            places.iter().filter_map(|place| Some((place, place.flow.step_named(name)?.1))).collect();
        let Some(&(place, step)) = here.first() else { return Err(Lost::NoStep(from..end, first)) };
        if end == steps.len() {
            return Ok(step);
        }
        let mut next: Vec<Place<'p>> = Vec::new();
        let mut lost = Lost::NoWay(from..end, place.flow);
        let jumped = jumps.from.iter().filter(|(at, _)| *at == &steps[..end]).map(|(_, flow)| *flow);
        for flow in jumped.chain(jumps.from_anywhere.iter().copied()) {
            if let Some(flow) = stage.flow(flow) {
                enter(&mut next, flow, place);
            }
        }
        for (place, step) in here {
            match way(stage, place, step, from..end) {
                Ok(Some(flow)) => enter(&mut next, flow, place),
                Ok(None) => {}
                Err(why) => lost = why,
            }
        }
        if next.is_empty() {
            return Err(lost);
        }
        places = next;
        from = end + 1;
    }
}

/// The flow behind a step.
fn way<'p>(
    stage: &Stage<'p>,
    place: &Place<'p>,
    step: &'p Step,
    name: Range<usize>,
) -> Result<Option<&'p Flow>, Lost<'p>> {
    let id = match &step.verb {
        Verb::Run(run) => &run.flow,
        Verb::Go(go) => &go.flow,
        _ => return Ok(None),
    };
    let flow = stage.flow(id).ok_or(Lost::Unsound)?;
    if matches!(step.verb, Verb::Go(_)) && place.trail.contains(&id.as_str()) {
        return Err(Lost::Behind(name, flow));
    }
    Ok(Some(flow))
}

fn enter<'p>(places: &mut Vec<Place<'p>>, flow: &'p Flow, from: &Place<'p>) {
    if places.iter().any(|place| place.flow.id == flow.id) {
        return;
    }
    let mut trail = from.trail.clone();
    if !flow.shared {
        trail.push(&flow.id);
    }
    places.push(Place { flow, trail });
}
