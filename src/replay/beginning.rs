//! What stands before the steps: where the way began, what was said beside it, and the turns that are no answers.

use super::digits::Digits;
use super::route::{Route, Step};
use crate::flow::step::Verb;
use crate::flow::{Flow, StepIndex};
use crate::pack::Pack;
use crate::profile::Region;
use crate::session::Moved;
use crate::session::guide::From;

/// A way can have so many unusual turns, and be no longer.
const TURNS: usize = 7;
pub(super) const STEPS: usize = 128;
/// The deepest that checklists run each other where a way begins in the middle.
pub(super) const DEPTH: usize = 4;

/// Where the way begins.
pub(super) fn beginning(digits: &mut Digits, flows: &[&Flow], known: Option<&From>) -> Option<From> {
    let place = |id: &str| flows.iter().position(|flow| flow.id == id);
    let tail = digits.next(2, known.map(|from| usize::from(matches!(from, From::Middle(_))))) == 1;
    if !tail {
        let (asked, guard) = match known {
            Some(From::Start(flow, guard)) => {
                (Some(flow.as_deref().map_or(Some(0), |flow| Some(place(flow)? + 1))?), Some(*guard))
            }
            _ => (None, None),
        };
        let flow = match digits.next(flows.len() + 1, asked) {
            0 => None,
            flow => Some(flows.get(flow - 1)?.id.clone()),
        };
        return Some(From::Start(flow, digits.next(2, guard.map(usize::from)) == 1));
    }
    let frames = match known {
        Some(From::Middle(frames)) => frames.as_slice(),
        _ => &[],
    };
    let is_known = known.is_some();
    let depth = 1 + digits.next(DEPTH, is_known.then(|| frames.len().saturating_sub(1)));
    let mut all: Vec<(String, StepIndex)> = Vec::new();
    let mut flow = *flows.get(digits.next(flows.len(), frames.first().and_then(|(flow, _)| place(flow))))?;
    for level in 0..depth {
        let at = digits.next(flow.steps.len(), frames.get(level).map(|(_, at)| at.0));
        let step = StepIndex(at);
        all.push((flow.id.clone(), step));
        if level + 1 < depth {
            let Verb::Run(run) = &flow.step(step).verb else { return None };
            flow = flows.iter().find(|flow| flow.id == run.flow)?;
        }
    }
    Some(From::Middle(all))
}

/// Turns that are no answer: on to another flow, or stopping. They are few, and cost nothing where there is none.
pub(super) fn turns(digits: &mut Digits, mains: &[&str], route: Option<&Route>) -> Vec<(usize, Moved)> {
    // At the list of problems going on to a flow is the answer.
    let unusual = |step: &Step| match &step.moved {
        Moved::Flow(_) => !step.path.is_empty(),
        Moved::GiveUp => true,
        _ => false,
    };
    let known: Option<Vec<(usize, &Moved)>> = route.map(|route| {
        let steps = route.steps.iter().enumerate();
        steps.filter(|(_, step)| unusual(step)).map(|(at, step)| (at, &step.moved)).collect()
    });
    let count = digits.next(TURNS + 1, known.as_ref().map(Vec::len));
    let mut all = Vec::new();
    for number in 0..count {
        let turn = known.as_ref().and_then(|known| known.get(number));
        let at = digits.next(STEPS, turn.map(|(at, _)| *at));
        let kind = turn.map(|(_, moved)| match moved {
            Moved::Flow(flow) => mains.iter().position(|main| main == flow).unwrap_or(usize::MAX),
            _ => mains.len(),
        });
        let kind = digits.next(mains.len() + 1, kind);
        all.push((at, mains.get(kind).map_or(Moved::GiveUp, |flow| Moved::Flow((*flow).to_owned()))));
    }
    all
}

/// What was said of the country; `None`: nobody was asked.
#[expect(clippy::option_option, reason = "not asked, none of those, or one: the session tells all three apart too")]
pub(super) fn region(digits: &mut Digits, pack: &Pack, route: Option<&Route>) -> Option<Option<String>> {
    let regions: Vec<&Region> = pack.regions.values().collect();
    let place = |code: &String| regions.iter().position(|region| region.countries.contains(code));
    let known = route.map(|route| match &route.country {
        None => 0,
        Some(said) => said.as_ref().and_then(place).map_or(1, |at| 2 + at),
    });
    match digits.next(2 + regions.len(), known) {
        0 => None,
        1 => Some(None),
        at => Some(regions.get(at - 2).and_then(|region| region.countries.first().cloned())),
    }
}

/// What was said of checks over the network.
pub(super) fn consents(digits: &mut Digits, route: Option<&Route>) -> [Option<bool>; 3] {
    std::array::from_fn(|at| {
        let known = route.map(|route| route.consents[at].map_or(0, |yes| 1 + usize::from(yes)));
        match digits.next(3, known) {
            0 => None,
            said => Some(said == 2),
        }
    })
}
