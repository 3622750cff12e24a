//! Drafts to flows: every name is looked up, every type compared. A draft whose names all mean something becomes a
//! checked flow.

mod argument;
mod build;
mod facts;
mod literal;
mod next;
mod text;

use super::lost::Gone;
use crate::diagnostic::{Findings, Rule};
use crate::flow::Flow;
use crate::flow::draft::{Draft, Named};
use crate::flow::layers::Layers;
use crate::profile::Profile;
use indexmap::IndexMap;
use std::collections::HashSet;

pub(super) use argument::unknown_profile_key;
pub(super) use build::WORDED;
pub(super) use facts::{Lookup, expect};

/// Everything a flow's names can mean beyond its own file.
#[derive(Debug)]
pub(super) struct World<'p> {
    /// All drafts that somebody here can name.
    pub(super) drafts: Layers<'p, Draft>,
    /// Ids of flows whose files could not be read: nothing is said about calls of them.
    pub(super) unread: [&'p HashSet<String>; 2],
    /// What the disk did not give: neither is anything said about calls of flows that may stand there.
    pub(super) gone: Gone<'p>,
    /// The ids of all flows of the pack, to find what a name was meant to be.
    pub(super) ids: &'p [&'p str],
    /// The profile files of the pack, without the generic one.
    pub(super) profiles: &'p IndexMap<String, Profile>,
}

/// One flow and the world it is linked in.
pub(super) struct Scope<'p> {
    pub(super) world: &'p World<'p>,
    pub(super) draft: &'p Draft,
    pub(super) findings: &'p Findings,
}

impl World<'_> {
    /// Whether the file of the flow `id` could not be read.
    fn is_unread(&self, id: &str) -> bool {
        self.unread.iter().any(|unread| unread.contains(id)) || self.gone.has_flow(id)
    }
}

/// Looks up every name of `draft`. The flow is `None` where something is missing or names nothing.
pub(super) fn link(draft: &Draft, world: &World<'_>, findings: &Findings) -> Option<Flow> {
    let scope = Scope { world, draft, findings };
    let mut steps = IndexMap::with_capacity(draft.steps.len());
    for (id, step) in &draft.steps {
        if let Some(step) = build::step(step, &scope) {
            steps.insert(id.clone(), step);
        }
    }
    let start = draft.start.as_ref().and_then(|start| next::step_index(start, &scope));
    for fact in &draft.gives {
        facts::expect(fact, &scope);
    }
    // Indices are places in the draft, so a flow with a step left out has none that can be trusted.
    if steps.len() != draft.steps.len() {
        return None;
    }
    let is_kept = draft.allows.iter().any(|allow| allow.rule == Rule::ContentStale && allow.step.is_none());
    Some(Flow {
        id: draft.id.clone(),
        source: draft.source.clone(),
        title: draft.title.as_ref()?.text.clone(),
        about: draft.about.as_ref().map(|about| about.text.clone()),
        group: draft.group,
        keywords: draft.keywords.clone(),
        owner: draft.owner.clone()?,
        reviewed: draft.reviewed.map(|(day, _)| day),
        reviewed_at: draft.reviewed.map(|(_, span)| span).filter(|_| !is_kept),
        shared: draft.shared,
        guard: draft.guard.is_some(),
        once: draft.once,
        secret_out: draft.secret_out.is_some(),
        gives: draft.gives.iter().map(|fact| fact.name.clone()).collect(),
        start: start?,
        steps,
        span: draft.span,
    })
}

/// The nearest name, where there are not too many to compare: whoever wrote that many wrong ones mends the first of them
/// first.
fn near<'n>(name: &Named, known: impl ExactSizeIterator<Item = &'n str>, scope: &Scope<'_>) -> Option<&'n str> {
    let near = scope.findings.may_compare(known.len()).then(|| crate::wording::nearest(&name.name, known)).flatten();
    // A name with capitals is a mistake itself; its own finding says so.
    near.filter(|near| !near.contains(char::is_uppercase))
}
