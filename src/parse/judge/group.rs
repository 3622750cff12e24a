//! Flows that are judged together, upon those below them: every name is looked up, every rule asked, every way walked.

use super::super::link::{World, link};
use super::super::lost::Gone;
use super::super::pack::Read;
use super::super::parallel::each;
use super::super::script::Names;
use super::super::suppress::suppress;
use super::listing::FlowFile;
use crate::analysis::Ground;
use crate::diagnostic::{Diagnostic, Findings, Rule, Severity};
use crate::flow::Flow;
use crate::flow::draft::Draft;
use crate::flow::layers::Layers;
use crate::lint::{self, Lacking, Learned, Together, Use};
use crate::profile::Profile;
use crate::script::Script;
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// Flows to be judged, in the order in which they were read.
#[derive(Default)]
pub(super) struct Group {
    pub(super) drafts: IndexMap<String, Draft>,
    /// What reading said, by draft.
    pub(super) reading: Vec<Vec<Diagnostic>>,
    /// Ids of flows whose files could not be read.
    pub(super) unread: HashSet<String>,
    /// What reading said about those.
    pub(super) unreadable: Vec<(String, Vec<Diagnostic>)>,
    /// The tests of all of them.
    pub(super) tests: Vec<(String, Read<Script>)>,
}

/// What flows build on.
pub(super) struct Below<'b> {
    pub(super) drafts: &'b IndexMap<String, Draft>,
    pub(super) flows: &'b IndexMap<String, Flow>,
    pub(super) unread: &'b HashSet<String>,
    pub(super) unsound: &'b HashSet<String>,
    pub(super) learned: &'b Learned,
    pub(super) ground: Option<&'b Ground<'b>>,
}

/// What is the same for every flow of a pack.
pub(super) struct Common<'c> {
    pub(super) ids: &'c [&'c str],
    pub(super) profiles: &'c IndexMap<String, Profile>,
    pub(super) lacking: &'c Lacking,
    pub(super) gone: Gone<'c>,
    pub(super) budget: usize,
}

/// A group whose names were looked up.
pub(super) struct Linked {
    /// Those in which every name means something.
    pub(super) flows: IndexMap<String, Flow>,
    findings: Vec<Vec<Diagnostic>>,
    /// Of those, where some answer leads to another step than its author means: the ways are others.
    astray: HashSet<String>,
}

/// What came out about a group.
pub(super) struct Judgement {
    /// What is wrong with each flow that could be read, and what it shows that some profile has no channel for.
    pub(super) flows: Vec<(String, Vec<Diagnostic>, Vec<Use>)>,
    /// What is wrong with flows below, as this group uses them.
    pub(super) others: Vec<Diagnostic>,
    /// Flows that have errors, could not be read, or reach such a flow.
    pub(super) unsound: HashSet<String>,
    pub(super) learned: Learned,
}

impl Group {
    /// Adds a flow as it was read.
    pub(super) fn add(&mut self, id: &str, file: FlowFile) {
        match file.draft.value {
            Some(draft) => {
                self.drafts.insert(id.to_owned(), draft);
                self.reading.push(file.draft.diagnostics);
            }
            None => {
                self.unread.insert(id.to_owned());
                self.unreadable.push((id.to_owned(), file.draft.diagnostics));
            }
        }
        self.tests.extend(file.tests.map(|tests| (id.to_owned(), tests)));
    }

    /// Every flow that its flows and their tests name.
    pub(super) fn named(&self) -> impl Iterator<Item = &str> {
        let of_drafts = self.drafts.values().flat_map(Draft::calls).map(|flow| flow.name.as_str());
        let scripts = self.tests.iter().filter_map(|(_, tests)| tests.value.as_ref());
        of_drafts.chain(scripts.flat_map(|script| Names::of(script).flows))
    }

    /// Whether a flow is in it, also one that could not be read.
    pub(super) fn has(&self, id: &str) -> bool {
        self.drafts.contains_key(id) || self.unread.contains(id)
    }

    /// Looks up every name, and asks the rules that a flow can break alone.
    pub(super) fn link(&self, below: &Below<'_>, common: &Common<'_>) -> Linked {
        let world = World {
            drafts: Layers { below: below.drafts, own: &self.drafts },
            unread: [below.unread, &self.unread],
            gone: common.gone,
            ids: common.ids,
            profiles: common.profiles,
        };
        let list: Vec<&Draft> = self.drafts.values().collect();
        let linked = each(&list, |draft| {
            let findings = Findings::new(&draft.source);
            let flow = link(draft, &world, &findings);
            lint::flow(draft, &findings);
            Read { value: flow, diagnostics: findings.into_list() }
        });
        let mut all =
            Linked { flows: IndexMap::with_capacity(list.len()), findings: Vec::new(), astray: HashSet::new() };
        for (draft, read) in list.into_iter().zip(linked) {
            let strays = [Rule::NextMissingAnswer, Rule::NextUnknownAnswer, Rule::NumberRange];
            if read.diagnostics.iter().any(|diagnostic| strays.contains(&diagnostic.rule)) {
                all.astray.insert(draft.id.clone());
            }
            all.flows.extend(read.value.map(|flow| (draft.id.clone(), flow)));
            all.findings.push(read.diagnostics);
        }
        all
    }

    /// Asks everything else. `ground` is made of what was linked, and `findings` taken from there.
    pub(super) fn judge(
        &mut self,
        linked: &Linked,
        findings: Vec<Vec<Diagnostic>>,
        ground: &Ground<'_>,
        below: &Below<'_>,
        common: &Common<'_>,
    ) -> Judgement {
        let layers = Layers { below: below.drafts, own: &self.drafts };
        let Together { found, uses, learned } = lint::together(layers, below.learned, common.lacking);
        let mut together: HashMap<String, Vec<Diagnostic>> = HashMap::new();
        for diagnostic in found {
            together.entry(diagnostic.source.name.clone()).or_default().push(diagnostic);
        }
        let list: Vec<&Draft> = self.drafts.values().collect();
        let walked = each(&list, |draft| ground.check(draft, common.budget));
        let reading = std::mem::take(&mut self.reading);
        let mut flows = Vec::with_capacity(list.len());
        let mut broken: HashSet<&str> = self.unread.iter().map(String::as_str).collect();
        let all = list.into_iter().zip(reading).zip(findings).zip(walked).zip(uses);
        for ((((draft, mut found), linking), walked), uses) in all {
            found.extend(linking);
            found.extend(walked);
            found.extend(together.remove(&draft.source.name).unwrap_or_default());
            let built = linked.flows.contains_key(&draft.id);
            let found = suppress(draft, found, built);
            if !built || found.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
                broken.insert(&draft.id);
            }
            flows.push((draft.id.clone(), found, uses));
        }
        let others = together.into_values().flatten().collect();
        Judgement { flows, others, unsound: reaching(&self.drafts, broken, below.unsound, common.gone), learned }
    }
}

impl Below<'_> {
    /// Whether a flow lies there, also one that could not be read.
    pub(super) fn has(&self, id: &str) -> bool {
        self.drafts.contains_key(id) || self.unread.contains(id)
    }
}

impl Linked {
    /// What linking said, by draft.
    pub(super) fn take_findings(&mut self) -> Vec<Vec<Diagnostic>> {
        std::mem::take(&mut self.findings)
    }

    /// The flows whose ways are those that their authors mean.
    pub(super) fn whole(&self) -> impl Iterator<Item = &Flow> {
        self.flows.values().filter(|flow| !self.astray.contains(&flow.id))
    }
}

/// The `broken` flows, and those that reach one by `run` or `go`, or one of the `unsound` below, or what the disk did not
/// give.
fn reaching(
    drafts: &IndexMap<String, Draft>,
    broken: HashSet<&str>,
    unsound: &HashSet<String>,
    gone: Gone<'_>,
) -> HashSet<String> {
    let mut callers: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut waiting: Vec<&str> = broken.into_iter().collect();
    for draft in drafts.values() {
        for flow in draft.calls() {
            if unsound.contains(&flow.name) || gone.has_flow(&flow.name) {
                waiting.push(&draft.id);
            }
            callers.entry(flow.name.as_str()).or_default().push(&draft.id);
        }
    }
    let mut found = HashSet::new();
    while let Some(id) = waiting.pop() {
        if found.insert(id.to_owned()) {
            waiting.extend(callers.get(id).into_iter().flatten());
        }
    }
    found
}
