//! The files of a pack to the pack: every file is read, every flow linked, every rule asked.

use super::beside::Beside;
use super::judge::{Judged, judge};
use super::link::{World, link};
use super::lost::Gone;
use super::{document, flow_file, source_text};
use crate::analysis;
use crate::diagnostic::{Diagnostic, Findings};
use crate::flow::Flow;
use crate::flow::draft::Draft;
use crate::flow::layers::Layers;
use crate::pack::{InMemory, Later, Pack, PackFile, PackHash};
use crate::profile::Profile;
use indexmap::IndexMap;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashSet;
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
    read_what_is_left(files, &[], budget)
}

/// The same of a pack of which the disk did not give everything: of what could stand in the `lost` files and folders
/// nothing is said, and what needs them is not sound.
pub fn read_what_is_left(files: &[PackFile], lost: &[&str], budget: usize) -> (Pack, Vec<Diagnostic>) {
    let Judged { diagnostics, profiles, regions, flows, unsound, tests } =
        judge(&InMemory { files, lost }, true, budget);
    let lost = unsound.iter().find(|id| files.iter().any(|file| flow_id(file) == Some(id) && says_guard(file)));
    let for_hash: Arc<[PackFile]> = files.into();
    let pack = Pack {
        lost_guard: lost.cloned(),
        flows: flows.into(),
        unsound,
        guard_ahead: None,
        generic: Profile::generic(),
        profiles: profiles.into(),
        regions: regions.into(),
        tests,
        hash: PackHash::new(move || hash(&for_hash)),
    };
    (pack, diagnostics)
}

fn flow_id(file: &PackFile) -> Option<&str> {
    match FileKind::of(&file.path) {
        Some(FileKind::Flow(id)) => Some(id),
        _ => None,
    }
}

/// A pack that is known to have no mistakes, because the program's own tests proved it: the guard's screens at once, all
/// else when the first of its kind is needed, so that nobody waits for it before the first screen.
pub fn open_proven(files: Vec<PackFile>) -> Pack {
    let guard_ahead = files.iter().find(|file| says_guard(file)).and_then(|file| {
        let others = files.iter().filter(|other| other.path != file.path).filter_map(flow_id).map(str::to_owned);
        linked(std::slice::from_ref(file), &others.collect(), &IndexMap::new()).pop()
    });
    let files: Arc<[PackFile]> = files.into();
    let [for_hash, for_profiles, for_regions] = std::array::from_fn(|_| Arc::clone(&files));
    let beside = |files: &[PackFile]| Beside::read(&InMemory::from(files), &mut Vec::new()).0;
    Pack {
        guard_ahead,
        lost_guard: None,
        generic: Profile::generic(),
        hash: PackHash::new(move || hash(&for_hash)),
        profiles: Later::new(move || beside(&for_profiles).profiles),
        regions: Later::new(move || beside(&for_regions).regions),
        flows: Later::new(move || {
            let profiles = beside(&files).profiles;
            linked(&files, &HashSet::new(), &profiles).into_iter().map(|flow| (flow.id.clone(), flow)).collect()
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
fn linked(files: &[PackFile], others: &HashSet<String>, profiles: &IndexMap<String, Profile>) -> Vec<Flow> {
    let read = |file: &PackFile, id: &str| {
        read_file(&file.name, Cow::Borrowed(&file.bytes), |root| flow_file::read(id, root)).value
    };
    let drafts: IndexMap<String, Draft> =
        files.iter().filter_map(|file| flow_id(file).and_then(|id| Some((id.to_owned(), read(file, id)?)))).collect();
    let (none, unread) = (IndexMap::new(), HashSet::new());
    let flows = Layers { below: &none, own: &drafts };
    let world = World { drafts: flows, unread: [others, &unread], gone: Gone(&[]), ids: &[], profiles };
    drafts.values().filter_map(|draft| link(draft, &world, &Findings::new(&draft.source))).collect()
}

/// Bytes to a value, with every mistake of the file.
pub(super) fn read_file<T>(
    name: &str,
    bytes: Cow<'_, [u8]>,
    read: impl FnOnce(super::reader::Table<'_>) -> T,
) -> Read<T> {
    let text = source_text::read(name, bytes);
    let findings = Findings::new(&text.source);
    let value = if text.readable { document::read(&text.source, &findings, read) } else { None };
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(findings.into_list());
    Read { value, diagnostics }
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
