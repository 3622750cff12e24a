//! What stands beside the flows of a pack: profiles and regions; and files of these kinds, and scripts, on their own.

use super::pack::{FileKind, Read, read_file};
use super::{profile, region, script};
use crate::diagnostic::{Diagnostic, sort};
use crate::lint;
use crate::pack::{PackFile, Shelf};
use crate::profile::{Profile, Region};
use crate::script::Script;
use indexmap::IndexMap;
use std::borrow::Cow;

/// The profiles and regions of a pack.
pub(super) struct Beside {
    /// By id, the built-in one last.
    pub(super) profiles: IndexMap<String, Profile>,
    /// By id.
    pub(super) regions: IndexMap<String, Region>,
}

impl Beside {
    /// Reads every such file; what is wrong with them goes to `diagnostics`. With them the paths of those that cannot be
    /// read.
    pub(super) fn read(shelf: &dyn Shelf, diagnostics: &mut Vec<Diagnostic>) -> (Self, Vec<String>) {
        let mut lost = Vec::new();
        let mut profiles = IndexMap::new();
        let mut regions = IndexMap::new();
        for file in 0..shelf.count() {
            let Some(kind @ (FileKind::Profile(id) | FileKind::Region(id))) = FileKind::of(shelf.path(file)) else {
                continue;
            };
            let Some(bytes) = shelf.bytes(file) else {
                lost.push(shelf.path(file).to_owned());
                continue;
            };
            if matches!(kind, FileKind::Profile(_)) {
                let profile = keep(profile_file(shelf.name(file), bytes, id), diagnostics);
                profiles.extend(profile.map(|profile| (profile.id.clone(), profile)));
            } else {
                let region = keep(region_file(shelf.name(file), bytes, id), diagnostics);
                regions.extend(region.map(|region| (region.id.clone(), region)));
            }
        }
        diagnostics.extend(region::check_countries(regions.values()));
        let generic = Profile::generic();
        profiles.insert(generic.id.clone(), generic);
        (Self { profiles, regions }, lost)
    }
}

fn profile_file(name: &str, bytes: Cow<'_, [u8]>, id: &str) -> Read<Profile> {
    read_file(name, bytes, |root| {
        let findings = root.findings();
        let profile = profile::read(id, root);
        lint::profile(&profile, findings);
        profile
    })
}

fn region_file(name: &str, bytes: Cow<'_, [u8]>, id: &str) -> Read<Region> {
    read_file(name, bytes, |root| {
        let findings = root.findings();
        let region = region::read(id, root);
        lint::region(&region, findings);
        region
    })
}

fn keep<T>(read: Read<T>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    diagnostics.extend(read.diagnostics);
    read.value
}

/// Reads a profile that lies outside of a pack; its id is the file's name.
pub fn read_profile(file: &PackFile) -> (Option<Profile>, Vec<Diagnostic>) {
    let id = file.path.strip_suffix(".toml").unwrap_or(&file.path);
    alone(profile_file(&file.name, Cow::Borrowed(&file.bytes), id))
}

/// Reads an answers file. What it says of a flow is then checked by [`script::check`].
pub fn read_answers(file: &PackFile) -> (Option<Script>, Vec<Diagnostic>) {
    alone(read_file(&file.name, Cow::Borrowed(&file.bytes), |root| script::read(&script::FileKind::Answers, root)))
}

/// Reads the tests of a flow. Whether what they say can happen is then checked by [`script::check`].
pub fn read_tests(flow: &str, file: &PackFile) -> (Option<Script>, Vec<Diagnostic>) {
    let kind = script::FileKind::Tests(flow.to_owned());
    alone(read_file(&file.name, Cow::Borrowed(&file.bytes), |root| script::read(&kind, root)))
}

fn alone<T>(read: Read<T>) -> (Option<T>, Vec<Diagnostic>) {
    let mut diagnostics = read.diagnostics;
    sort(&mut diagnostics);
    (read.value, diagnostics)
}
