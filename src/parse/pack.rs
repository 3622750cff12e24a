//! The files of a pack to the pack: every file is read, every flow linked, every rule asked.

use super::beside::Beside;
use super::link::{World, link};
use super::parallel::each;
use super::suppress::suppress;
use super::{document, flow_file, script, source_text};
use crate::analysis;
use crate::diagnostic::{Diagnostic, Findings, Rule, Severity, sort};
use crate::flow::Flow;
use crate::flow::draft::{Draft, DraftVerb};
use crate::lint;
use crate::pack::{Later, Pack, PackFile, PackHash};
use crate::profile::Profile;
use indexmap::IndexMap;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::Arc;

/// What a file of a pack is, by its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind<'p> {
    /// A flow and its id.
    Flow(&'p str),
    /// A profile and its id.
    Profile(&'p str),
    /// A region and its id.
    Region(&'p str),
    /// A test file and the id of its flow.
    Test(&'p str),
}

impl<'p> FileKind<'p> {
    /// The kind of the file at `path`; `None`: not a file that a pack reads.
    pub fn of(path: &'p str) -> Option<Self> {
        let id = path.strip_suffix(".toml")?;
        Some(match id.split_once('/') {
            Some(("profiles", id)) => Self::Profile(id),
            Some(("regions", id)) => Self::Region(id),
            Some(("tests", id)) => Self::Test(id),
            Some(("schema", _)) => return None,
            _ => Self::Flow(id),
        })
    }
}

/// What one file came to.
pub(super) struct Read<T> {
    pub(super) value: Option<T>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads all files of a pack. The pack holds what is sound; the diagnostics are all mistakes, sorted.
pub fn read_pack(files: &[PackFile]) -> (Pack, Vec<Diagnostic>) {
    read_pack_within(files, analysis::BUDGET)
}

/// The same with another budget for proving each flow; a flow that needs more is not proven, which is a warning.
pub fn read_pack_within(files: &[PackFile], budget: usize) -> (Pack, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let beside = Beside::read(files, &mut diagnostics);
    let flow_files: Vec<(&PackFile, &str)> = files
        .iter()
        .filter_map(|file| match FileKind::of(&file.path)? {
            FileKind::Flow(id) => Some((file, id)),
            _ => None,
        })
        .collect();
    let read = each(&flow_files, |(file, id)| read_file(file, |root| flow_file::read(id, root)));
    let mut drafts = IndexMap::with_capacity(flow_files.len());
    let mut unread = Vec::new();
    let mut reading = Vec::with_capacity(flow_files.len());
    for ((_, id), read) in flow_files.iter().zip(read) {
        match read.value {
            Some(draft) => {
                drafts.insert((*id).to_owned(), draft);
                reading.push(read.diagnostics);
            }
            None => {
                unread.push((*id).to_owned());
                diagnostics.extend(read.diagnostics);
            }
        }
    }
    let (flows, mut unsound) = flows(&drafts, reading, &unread, &beside, budget, &mut diagnostics);
    unsound.extend(unread);
    unsound.sort();
    let Beside { profiles, regions, tests } = beside;
    let lost = |(file, id): &&(&PackFile, &str)| says_guard(file) && !flows.contains_key(*id);
    let lost_guard = flow_files.iter().find(lost).map(|(_, id)| (*id).to_owned());
    let mut pack = Pack {
        lost_guard,
        flows: flows.into(),
        unsound,
        guard_ahead: None,
        generic: Profile::generic(),
        profiles: profiles.into(),
        regions: regions.into(),
        tests: IndexMap::new(),
        hash: hash(files).into(),
    };
    let stale = each(&tests, |test| script::check(test, &pack));
    diagnostics.extend(stale.into_iter().flatten());
    // Half a profile or region could send people to the wrong place. Only now, so that no test calls a profile missing that
    // is there.
    let broken: HashSet<&str> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| diagnostic.source.name.as_str())
        .collect();
    pack.profiles.retain(|_, profile| profile.source.as_ref().is_none_or(|file| !broken.contains(file.name.as_str())));
    pack.regions.retain(|_, region| !broken.contains(region.source.name.as_str()));
    pack.tests = tests.into_iter().map(|test| (test.flow.clone(), test)).collect();
    sort(&mut diagnostics);
    (pack, diagnostics)
}

/// A pack that is known to have no mistakes, because the program's own tests proved it: the guard's screens at once, all
/// else when the first of its kind is needed, so that nobody waits for it before the first screen.
pub fn open_proven(files: Vec<PackFile>) -> Pack {
    let flow_id = |file: &PackFile| match FileKind::of(&file.path) {
        Some(FileKind::Flow(id)) => Some(id.to_owned()),
        _ => None,
    };
    let guard_ahead = files.iter().find(|file| says_guard(file)).and_then(|file| {
        let others: Vec<String> = files.iter().filter(|other| other.path != file.path).filter_map(flow_id).collect();
        linked(std::slice::from_ref(file), &others, &IndexMap::new()).pop()
    });
    let files: Arc<[PackFile]> = files.into();
    let [for_hash, for_profiles, for_regions] = std::array::from_fn(|_| Arc::clone(&files));
    let beside = |files: &[PackFile]| Beside::read(files, &mut Vec::new());
    Pack {
        guard_ahead,
        lost_guard: None,
        generic: Profile::generic(),
        hash: PackHash::new(move || hash(&for_hash)),
        profiles: Later::new(move || beside(&for_profiles).profiles),
        regions: Later::new(move || beside(&for_regions).regions),
        flows: Later::new(move || {
            let profiles = beside(&files).profiles;
            linked(&files, &[], &profiles).into_iter().map(|flow| (flow.id.clone(), flow)).collect()
        }),
        unsound: Vec::new(),
        tests: IndexMap::new(),
    }
}

/// Whether a file says that it is the guard, also one that cannot be read as TOML.
fn says_guard(file: &PackFile) -> bool {
    const GUARD: &[u8] = b"\nguard = true";
    file.bytes.windows(GUARD.len()).any(|window| window == GUARD)
}

/// Flows without asking any rule. `others`: flows that exist, but are not among the files.
fn linked(files: &[PackFile], others: &[String], profiles: &IndexMap<String, Profile>) -> Vec<Flow> {
    let drafts: IndexMap<String, Draft> = files
        .iter()
        .filter_map(|file| match FileKind::of(&file.path)? {
            FileKind::Flow(id) => Some((id.to_owned(), read_file(file, |root| flow_file::read(id, root)).value?)),
            _ => None,
        })
        .collect();
    let world = World::new(&drafts, others, profiles);
    drafts.values().filter_map(|draft| link(draft, &world, &Findings::new(&draft.source))).collect()
}

/// Bytes to a value, with every mistake of the file.
pub(super) fn read_file<T>(file: &PackFile, read: impl FnOnce(super::reader::Table<'_>) -> T) -> Read<T> {
    let text = source_text::read(&file.name, &file.bytes);
    let findings = Findings::new(&text.source);
    let value = if text.readable { document::read(&text.source, &findings, read) } else { None };
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(findings.into_list());
    Read { value, diagnostics }
}

/// Links every draft and asks every rule. Returns the sound flows and the ids of the others.
fn flows(
    drafts: &IndexMap<String, Draft>,
    reading: Vec<Vec<Diagnostic>>,
    unread: &[String],
    beside: &Beside,
    budget: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> (IndexMap<String, Flow>, Vec<String>) {
    let world = World::new(drafts, unread, &beside.profiles);
    let list: Vec<&Draft> = drafts.values().collect();
    let linked = each(&list, |draft| {
        let findings = Findings::new(&draft.source);
        let flow = link(draft, &world, &findings);
        lint::flow(draft, &findings);
        Read { value: flow, diagnostics: findings.into_list() }
    });
    let mut of_pack: HashMap<String, Vec<Diagnostic>> = HashMap::new();
    for diagnostic in lint::pack(drafts, &beside.profiles, &beside.regions) {
        of_pack.entry(diagnostic.source.name.clone()).or_default().push(diagnostic);
    }
    let ground = analysis::Ground::new(linked.iter().filter_map(whole), beside.profiles.values());
    let walked = each(&list, |draft| ground.check(draft, budget));
    let mut flows = IndexMap::with_capacity(drafts.len());
    let mut unsound = HashSet::new();
    for (((draft, linked), reading), walked) in list.iter().zip(linked).zip(reading).zip(walked) {
        let mut found = reading;
        found.extend(linked.diagnostics);
        found.extend(walked);
        found.extend(of_pack.remove(&draft.source.name).unwrap_or_default());
        let found = suppress(draft, found, linked.value.is_some());
        let broken = found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        match linked.value {
            Some(flow) if !broken => {
                flows.insert(draft.id.clone(), flow);
            }
            _ => {
                unsound.insert(draft.id.as_str());
            }
        }
        diagnostics.extend(found);
    }
    // What is left is about files beside the flows.
    diagnostics.extend(of_pack.into_values().flatten());
    unsound.extend(reaching(drafts, unsound.iter().copied().chain(unread.iter().map(String::as_str))));
    flows.retain(|id, _| !unsound.contains(id.as_str()));
    (flows, unsound.into_iter().map(str::to_owned).collect())
}

/// The flow, where every answer leads to the step that its author means. Where one does not, the ways are others.
fn whole(linked: &Read<Flow>) -> Option<&Flow> {
    let astray = [Rule::NextMissingAnswer, Rule::NextUnknownAnswer, Rule::NumberRange];
    let strays = |diagnostic: &Diagnostic| astray.contains(&diagnostic.rule);
    linked.value.as_ref().filter(|_| !linked.diagnostics.iter().any(strays))
}

/// Flows that reach one of `broken` by `run` or `go`.
fn reaching<'d>(drafts: &'d IndexMap<String, Draft>, broken: impl Iterator<Item = &'d str>) -> HashSet<&'d str> {
    let mut callers: HashMap<&str, Vec<&str>> = HashMap::new();
    for draft in drafts.values() {
        for step in draft.steps.values() {
            if let DraftVerb::Run(call) | DraftVerb::Go(call) = &step.verb
                && let Some(flow) = &call.flow
            {
                callers.entry(flow.name.as_str()).or_default().push(draft.id.as_str());
            }
        }
    }
    let mut found = HashSet::new();
    let mut waiting: Vec<&str> = broken.collect();
    while let Some(id) = waiting.pop() {
        for caller in callers.get(id).into_iter().flatten() {
            if found.insert(*caller) {
                waiting.push(caller);
            }
        }
    }
    found
}

/// SHA-256 over paths and bytes of all files that decide how a session goes.
fn hash(files: &[PackFile]) -> String {
    let decides = |file: &&PackFile| !matches!(FileKind::of(&file.path), None | Some(FileKind::Test(_)));
    let mut files: Vec<&PackFile> = files.iter().filter(decides).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut hasher = Sha256::new();
    for file in files {
        for part in [file.path.as_bytes(), &file.bytes] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
