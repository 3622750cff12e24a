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
use crate::pack::{InMemory, Later, Pack, PackFile, PackHash, Shelf};
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
    let guard = InMemory::from(files).guard().and_then(|file| flow_id(&files[file].path));
    let lost = unsound.iter().find(|id| Some(id.as_str()) == guard);
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
        hash: PackHash::new(move || hash(&InMemory::from(&*for_hash))),
    };
    (pack, diagnostics)
}

fn flow_id(path: &str) -> Option<&str> {
    match FileKind::of(path) {
        Some(FileKind::Flow(id)) => Some(id),
        _ => None,
    }
}

/// A pack that is known to have no mistakes, because the program's own tests proved it: the guard's screens at once, all
/// else when the first of its kind is needed, so that nobody waits for it before the first screen.
pub fn open_proven(shelf: impl Shelf + Send + 'static) -> Pack {
    let guard_ahead = shelf.guard().and_then(|guard| {
        let others = (0..shelf.count()).filter(|file| *file != guard).filter_map(|file| flow_id(shelf.path(file)));
        linked(&shelf, &[guard], &others.map(str::to_owned).collect(), &IndexMap::new()).pop()
    });
    let shelf = Arc::new(shelf);
    let [for_hash, for_profiles, for_regions] = std::array::from_fn(|_| Arc::clone(&shelf));
    let beside = |shelf: &dyn Shelf| Beside::read(shelf, &mut Vec::new()).0;
    Pack {
        guard_ahead,
        lost_guard: None,
        generic: Profile::generic(),
        hash: PackHash::new(move || hash(&*for_hash)),
        profiles: Later::new(move || beside(&*for_profiles).profiles),
        regions: Later::new(move || beside(&*for_regions).regions),
        flows: Later::new(move || {
            let profiles = beside(&*shelf).profiles;
            let all: Vec<usize> = (0..shelf.count()).collect();
            linked(&*shelf, &all, &HashSet::new(), &profiles).into_iter().map(|flow| (flow.id.clone(), flow)).collect()
        }),
        unsound: Vec::new(),
        tests: IndexMap::new(),
    }
}

/// Flows without asking any rule. `others`: flows that exist, but are not among the files.
fn linked(
    shelf: &dyn Shelf,
    files: &[usize],
    others: &HashSet<String>,
    profiles: &IndexMap<String, Profile>,
) -> Vec<Flow> {
    let read = |file: usize| {
        let id = flow_id(shelf.path(file))?;
        let draft = read_file(shelf.name(file), shelf.bytes(file)?, |root| flow_file::read(id, root)).value?;
        Some((id.to_owned(), draft))
    };
    let drafts: IndexMap<String, Draft> = files.iter().filter_map(|file| read(*file)).collect();
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

/// Without the mark at the beginning and the ends of lines of other systems: the flows are the same.
fn as_one_system_writes_it(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let ends_line = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
    (0..bytes.len()).filter(|at| !ends_line(*at)).map(|at| bytes[at]).collect()
}

/// SHA-256 over paths and bytes of all files that decide how a session goes.
fn hash(shelf: &dyn Shelf) -> String {
    let decides = |file: &usize| !matches!(FileKind::of(shelf.path(*file)), None | Some(FileKind::Test(_)));
    let mut files: Vec<usize> = (0..shelf.count()).filter(decides).collect();
    files.sort_by_key(|file| shelf.path(*file));
    let mut hasher = Sha256::new();
    for file in files {
        let bytes = shelf.bytes(file).unwrap_or_default();
        let text = as_one_system_writes_it(&bytes);
        for part in [shelf.path(file).as_bytes(), &text] {
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
