//! A whole pack, file by file, with little of it in memory at a time.
//!
//! Three rounds. First the *core*: what stands in `shared/`, and every flow that leads on from there. It stays, since the
//! others build on it. Then each other flow: read, judged upon the core and dropped, with its tests, before the next one;
//! what is left of it is what is wrong with it. Last those that cannot be judged so, because they lead to a flow outside the
//! core, or may be given answers by one: they stay, the flows that they lead to are read once more, and all of them are
//! judged together, which is then what counts.
//!
//! All at once would say the same (a test compares the two), but for one thing: where flows run each other in circles, the
//! rules that measure ways are silent about everything that is judged together with them.

mod group;
mod listing;
mod verdict;

use super::beside::Beside;
use super::lost::Gone;
use super::pack::Read;
use super::parallel::each;
use super::script::{Names, Stage};
use crate::analysis::Ground;
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::flow::Flow;
use crate::flow::draft::{Draft, DraftVerb};
use crate::flow::layers::Layers;
use crate::lint::{Lacking, Learned};
use crate::pack::Shelf;
use crate::profile::{Profile, Region};
use crate::script::Script;
use group::{Below, Common, Group, Judgement};
use indexmap::IndexMap;
use listing::{FlowFile, Listing};
use std::collections::HashSet;
use verdict::{Verdict, sound};

/// What came out about a pack.
pub struct Judged {
    /// Every mistake, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Sound profiles by id, the built-in one last.
    pub profiles: IndexMap<String, Profile>,
    /// Sound regions by id.
    pub regions: IndexMap<String, Region>,
    /// The sound flows, where they are kept.
    pub(super) flows: IndexMap<String, Flow>,
    /// Ids of the others, sorted.
    pub(super) unsound: Vec<String>,
    /// Tests by flow, where they are kept.
    pub(super) tests: IndexMap<String, Script>,
}

/// What became of a flow that was looked at by itself.
enum Alone {
    Judged(Verdict),
    /// Others have to be known first.
    Waits(Box<FlowFile>),
}

/// Reads all files of a shelf and judges them. `keep`: whether flows and tests are wanted too, rather than what is wrong
/// alone; then all flows are the core, since all of them stay. A file that cannot be read does not keep the others from
/// being judged.
pub fn judge(shelf: &dyn Shelf, keep: bool, budget: usize) -> Judged {
    let mut diagnostics = Vec::new();
    let (Beside { mut profiles, mut regions }, mut gone) = Beside::read(shelf, &mut diagnostics);
    gone.extend(shelf.lost().into_iter().map(str::to_owned));
    let gone = Gone(&gone);
    let listing = Listing::of(shelf);
    let ids = listing.ids();
    let lacking = Lacking::of(&profiles, &regions);
    let common = Common { ids: &ids, profiles: &profiles, lacking: &lacking, gone, budget };
    let mut verdicts: Vec<Verdict> = Vec::new();
    verdicts.resize_with(ids.len(), Verdict::default);

    let nothing = (IndexMap::new(), IndexMap::new(), HashSet::new(), Learned::default());
    let bottom = Below {
        drafts: &nothing.0,
        flows: &nothing.1,
        unread: &nothing.2,
        unsound: &nothing.2,
        learned: &nothing.3,
        ground: None,
    };
    let mut core = Group::default();
    let first = ids.iter().copied().filter(|id| keep || id.starts_with("shared/")).collect();
    gather(&listing, &mut core, first, &|_| false);
    let mut tests = std::mem::take(&mut core.tests);
    let mut core_linked = core.link(&bottom, &common);
    let findings = core_linked.take_findings();
    let core_ground = Ground::new(None, core_linked.whole(), profiles.values());
    let judgement = core.judge(&core_linked, findings, &core_ground, &bottom, &common);
    let (core_unsound, learned) = note(judgement, &mut core, &listing, &mut verdicts, &mut diagnostics);
    let below = Below {
        drafts: &core.drafts,
        flows: &core_linked.flows,
        unread: &core.unread,
        unsound: &core_unsound,
        learned: &learned,
        ground: Some(&core_ground),
    };

    let others: Vec<&str> = ids.iter().copied().filter(|id| !core.has(id)).collect();
    let alone = each(&others, |id| {
        let file = listing.read(id);
        if waits(id, &file, &below, &listing) {
            return Alone::Waits(Box::new(file));
        }
        Alone::Judged(judge_alone(id, file, &below, &common))
    });
    let mut rest = Group::default();
    for (id, alone) in others.iter().zip(alone) {
        match alone {
            Alone::Judged(verdict) => verdicts[listing.place(id)] = verdict,
            Alone::Waits(file) => rest.add(id, *file),
        }
    }

    let named = rest.named().chain(tests.iter().flat_map(|(_, tests)| names(tests)));
    let wanted = named.filter_map(|id| listing.flow(id)).filter(|id| !below.has(id) && !rest.has(id)).collect();
    gather(&listing, &mut rest, wanted, &|id| below.has(id));
    tests.append(&mut rest.tests);
    let mut linked = rest.link(&below, &common);
    let findings = linked.take_findings();
    let ground = Ground::new(below.ground, linked.whole(), profiles.values());
    let judgement = rest.judge(&linked, findings, &ground, &below, &common);
    drop(ground);
    let (unsound, _) = note(judgement, &mut rest, &listing, &mut verdicts, &mut diagnostics);
    let is_unsound = |id: &str| unsound.contains(id) || core_unsound.contains(id) || gone.has_flow(id);
    let stage = stage(Layers { below: below.flows, own: &linked.flows }, &is_unsound, &common);
    for (id, tests) in tests {
        verdicts[listing.place(&id)].play(tests, &stage);
    }
    let mut stray = Verdict::default();
    for tests in listing.stray_tests() {
        stray.play(tests, &stage);
    }
    diagnostics.append(&mut stray.diagnostics);
    drop(core_ground);
    if keep {
        for (id, flow) in core_linked.flows {
            verdicts[listing.place(&id)].flow = Some(Box::new(flow));
        }
    }
    diagnostics.extend(lacking.outcome_without_channel(verdicts.iter().flat_map(|verdict| &verdict.uses)));
    diagnostics.extend(verdicts.iter_mut().flat_map(|verdict| std::mem::take(&mut verdict.diagnostics)));
    sort(&mut diagnostics);
    let (flows, unsound, mut tests) = sound(&ids, verdicts, &diagnostics);
    tests.extend(stray.tests.map(|script| (script.flow.clone(), *script)));
    // Half a profile or region could send people to the wrong place. Only now, so that no test calls a profile missing that
    // is there.
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let broken: HashSet<&str> = errors.map(|diagnostic| diagnostic.source.name.as_str()).collect();
    profiles.retain(|_, profile| profile.source.as_ref().is_none_or(|file| !broken.contains(file.name.as_str())));
    regions.retain(|_, region| !broken.contains(region.source.name.as_str()));
    // Its tests would fail for want of it.
    tests.retain(|_, script| !gone.has_profile_of(script));
    Judged { diagnostics, profiles, regions, flows, unsound, tests }
}

/// Reads the flows of these ids and all that they lead to, but for what is `known`.
fn gather<'s>(listing: &Listing<'s>, group: &mut Group, mut wave: Vec<&'s str>, known: &dyn Fn(&str) -> bool) {
    while !wave.is_empty() {
        wave.sort_unstable();
        wave.dedup();
        let files = each(&wave, |id| listing.read(id));
        for (id, file) in wave.iter().zip(files) {
            group.add(id, file);
        }
        let read = wave.iter().filter_map(|id| group.drafts.get(*id));
        let named = read.flat_map(Draft::calls).filter_map(|flow| listing.flow(&flow.name));
        let next = named.filter(|id| !known(id) && !group.has(id)).collect();
        wave = next;
    }
}

/// Whether a flow cannot be judged by itself: something that it names has to be read first, or may give it answers.
fn waits(id: &str, file: &FlowFile, below: &Below<'_>, listing: &Listing<'_>) -> bool {
    let is_outside = |named: &str| named != id && !below.has(named) && listing.flow(named).is_some();
    let of_draft = file.draft.value.as_ref().is_some_and(|draft| {
        let takes_answers = |verb: &DraftVerb| matches!(verb, DraftVerb::Ask(ask) if ask.input);
        draft.guard.is_some()
            || draft.secret_out.is_some()
            || draft.calls().any(|flow| flow.name == id || is_outside(&flow.name))
            || draft.steps.values().any(|step| takes_answers(&step.verb))
    });
    let of_tests = file.tests.as_ref().and_then(|tests| tests.value.as_ref()).is_some_and(|script| {
        let names = Names::of(script);
        let lacks = |has: fn(&Flow) -> bool| !below.flows.values().any(has);
        names.flows.into_iter().any(is_outside)
            || names.guard && lacks(|flow| flow.guard)
            || names.secret_out && lacks(|flow| flow.secret_out)
    });
    of_draft || of_tests
}

/// A flow upon the core, and its tests.
fn judge_alone(id: &str, file: FlowFile, below: &Below<'_>, common: &Common<'_>) -> Verdict {
    let mut group = Group::default();
    group.add(id, file);
    let mut linked = group.link(below, common);
    let findings = linked.take_findings();
    let ground = Ground::new(below.ground, linked.whole(), common.profiles.values());
    let Judgement { flows, others, unsound, .. } = group.judge(&linked, findings, &ground, below, common);
    drop(ground);
    let mut verdict = Verdict { is_unsound: unsound.contains(id), ..Verdict::default() };
    for (_, found, uses) in flows {
        verdict.diagnostics.extend(found);
        verdict.uses = uses;
    }
    verdict.diagnostics.extend(group.unreadable.into_iter().flat_map(|(_, found)| found));
    if !group.tests.is_empty() {
        let is_unsound = |id: &str| unsound.contains(id) || below.unsound.contains(id) || common.gone.has_flow(id);
        let stage = stage(Layers { below: below.flows, own: &linked.flows }, &is_unsound, common);
        for (_, tests) in group.tests {
            verdict.play(tests, &stage);
        }
    }
    verdict.tests = None;
    verdict.shorten();
    verdict.diagnostics.extend(others);
    verdict
}

/// Puts what came out about a group where it belongs.
fn note(
    judgement: Judgement,
    group: &mut Group,
    listing: &Listing<'_>,
    verdicts: &mut [Verdict],
    diagnostics: &mut Vec<Diagnostic>,
) -> (HashSet<String>, Learned) {
    diagnostics.extend(judgement.others);
    let unreadable = std::mem::take(&mut group.unreadable).into_iter().map(|(id, found)| (id, found, Vec::new()));
    for (id, diagnostics, uses) in judgement.flows.into_iter().chain(unreadable) {
        let is_unsound = judgement.unsound.contains(&id);
        verdicts[listing.place(&id)] = Verdict { diagnostics, uses, is_unsound, ..Verdict::default() };
    }
    (judgement.unsound, judgement.learned)
}

fn names(tests: &Read<Script>) -> Vec<&str> {
    tests.value.as_ref().map_or_else(Vec::new, |script| Names::of(script).flows)
}

fn stage<'p>(flows: Layers<'p, Flow>, is_unsound: &'p dyn Fn(&str) -> bool, common: &Common<'p>) -> Stage<'p> {
    let of_pack = |is: fn(&Flow) -> bool| {
        let all = flows.below.values().chain(flows.own.values());
        all.filter(|flow| !is_unsound(&flow.id)).find(|flow| is(flow))
    };
    let (guard, secret_out) = (of_pack(|flow| flow.guard), of_pack(|flow| flow.secret_out));
    Stage { flows, is_unsound, guard, secret_out, ids: common.ids, profiles: common.profiles, gone: common.gone }
}
