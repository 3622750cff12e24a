//! What is left of flows that were judged, and what a pack is made of in the end.

use super::super::pack::Read;
use super::super::script::{Stage, check_on};
use crate::diagnostic::{Diagnostic, Severity};
use crate::flow::Flow;
use crate::flow::step::{Go, Run, Verb};
use crate::lint::Use;
use crate::script::Script;
use crate::source::{Source, Span};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What is left of a flow that was judged.
#[derive(Default)]
pub(super) struct Verdict {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What it shows that some profile has no channel for.
    pub(super) uses: Vec<Use>,
    pub(super) is_unsound: bool,
    pub(super) flow: Option<Box<Flow>>,
    pub(super) tests: Option<Box<Script>>,
}

impl Verdict {
    /// Keeps of each file only the lines that its findings are about. Everything that is ever said about a file must be
    /// there by now.
    pub(super) fn shorten(&mut self) {
        let mut by_source: Vec<(Arc<Source>, Vec<&mut Diagnostic>)> = Vec::new();
        for diagnostic in &mut self.diagnostics {
            match by_source.iter_mut().find(|(source, _)| Arc::ptr_eq(source, &diagnostic.source)) {
                Some((_, list)) => list.push(diagnostic),
                None => by_source.push((Arc::clone(&diagnostic.source), vec![diagnostic])),
            }
        }
        for (source, mut list) in by_source {
            let mut spans: Vec<&mut Span> = list.iter_mut().map(|diagnostic| &mut diagnostic.span).collect();
            let excerpt = source.excerpt(&mut spans);
            for diagnostic in list {
                diagnostic.source = Arc::clone(&excerpt);
            }
        }
    }

    /// Takes in what the tests of the flow say.
    pub(super) fn play(&mut self, tests: Read<Script>, stage: &Stage<'_>) {
        self.diagnostics.extend(tests.diagnostics);
        if let Some(script) = tests.value {
            self.diagnostics.extend(check_on(&script, stage));
            self.tests = Some(Box::new(script));
        }
    }
}

/// The sound flows of these, and the ids of the others: a flow is unsound too where the flows above it make it so, or
/// where it reaches an unsound one.
pub(super) fn sound(
    ids: &[&str],
    verdicts: Vec<Verdict>,
    diagnostics: &[Diagnostic],
) -> (IndexMap<String, Flow>, Vec<String>, IndexMap<String, Script>) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let broken: HashSet<&str> = errors.map(|diagnostic| diagnostic.source.name.as_str()).collect();
    let (mut flows, mut tests) = (IndexMap::with_capacity(ids.len()), IndexMap::new());
    let mut unsound: HashSet<String> = HashSet::new();
    for (id, verdict) in ids.iter().zip(verdicts) {
        tests.extend(verdict.tests.map(|script| (script.flow.clone(), *script)));
        match verdict.flow {
            Some(flow) if !verdict.is_unsound && !broken.contains(flow.source.name.as_str()) => {
                flows.insert(flow.id.clone(), *flow);
            }
            _ => {
                unsound.insert((*id).to_owned());
            }
        }
    }
    let mut callers: HashMap<&str, Vec<&str>> = HashMap::new();
    for flow in flows.values() {
        for step in flow.steps.values() {
            if let Verb::Run(Run { flow: called, .. }) | Verb::Go(Go { flow: called, .. }) = &step.verb {
                callers.entry(called).or_default().push(&flow.id);
            }
        }
    }
    let mut waiting: Vec<String> = unsound.iter().cloned().collect();
    while let Some(id) = waiting.pop() {
        for caller in callers.get(id.as_str()).into_iter().flatten() {
            if unsound.insert((*caller).to_owned()) {
                waiting.push((*caller).to_owned());
            }
        }
    }
    flows.retain(|id, _| !unsound.contains(id));
    let mut unsound: Vec<String> = unsound.into_iter().collect();
    unsound.sort_unstable();
    (flows, unsound, tests)
}
