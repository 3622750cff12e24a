//! How flows call each other: recursion, and flows of which a pack has one.

use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftCall, DraftVerb};
use crate::flow::layers::Layers;
use crate::i18n::Message;
use crate::source::Span;

/// Every `run` of a flow.
fn runs(draft: &Draft) -> impl Iterator<Item = (&str, Span)> {
    draft.steps.values().filter_map(|step| match &step.verb {
        DraftVerb::Run(call) => {
            let DraftCall { flow: Some(flow), .. } = call.as_ref() else { return None };
            Some((flow.name.as_str(), flow.span))
        }
        _ => None,
    })
}

/// Flows that run themselves, directly or through others. Each cycle is reported once, at the `run` that closes it.
pub(super) fn run_cycle(flows: Layers<'_, Draft>) -> Vec<Diagnostic> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Closed,
    }
    // No circle leads through what lies below.
    let drafts = flows.own;
    let calls: Vec<Vec<(usize, Span)>> = drafts
        .values()
        .map(|draft| runs(draft).filter_map(|(flow, span)| Some((drafts.get_index_of(flow)?, span))).collect())
        .collect();
    let mut states = vec![State::New; drafts.len()];
    let mut found = Vec::new();
    for root in 0..drafts.len() {
        // Depth first without recursion: calls can be as deep as there are files.
        let mut trail = vec![(root, 0)];
        if states[root] != State::New {
            continue;
        }
        states[root] = State::Open;
        while let Some((flow, next)) = trail.last_mut() {
            let Some(&(callee, span)) = calls[*flow].get(*next) else {
                states[*flow] = State::Closed;
                trail.pop();
                continue;
            };
            *next += 1;
            let here = *flow;
            match states[callee] {
                State::New => {
                    states[callee] = State::Open;
                    trail.push((callee, 0));
                }
                State::Open => {
                    let start = trail.iter().position(|(flow, _)| *flow == callee).unwrap_or(0);
                    let way = trail[start..].iter().map(|(flow, _)| *flow).chain([callee]);
                    let names: Vec<&str> = way.map(|flow| drafts[flow].id.as_str()).collect();
                    let message = Message::new("run-cycle").with("way", names.join(" > "));
                    let help = Message::new("run-cycle-help");
                    found.push(Diagnostic::new(Rule::RunCycle, &drafts[here].source, span, message).help(help));
                }
                State::Closed => {}
            }
        }
    }
    found
}

/// A second guard, or a second flow for secrets that got out.
pub(super) fn guard_twice(flows: Layers<'_, Draft>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut only = |key: &'static str, flag: fn(&Draft) -> Option<Span>| {
        let mut flagged = flows.own.values().filter_map(|draft| Some((draft, flag(draft)?))).peekable();
        if flagged.peek().is_none() {
            return;
        }
        let below = flows.below.values().find(|draft| flag(draft).is_some());
        let Some(first) = below.or_else(|| flagged.next().map(|(draft, _)| draft)) else { return };
        for (draft, span) in flagged {
            let message = Message::new(key).with("first", first.id.as_str());
            found.push(Diagnostic::new(Rule::GuardTwice, &draft.source, span, message));
        }
    };
    only("guard-twice", |draft| draft.guard);
    only("guard-twice-secret-out", |draft| draft.secret_out);
    found
}
