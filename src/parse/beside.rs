//! What stands beside the flows of a pack: profiles, regions and tests; and files of these kinds on their own.

use super::pack::{FileKind, Read, read_file};
use super::parallel::each;
use super::{profile, region, script};
use crate::diagnostic::{Diagnostic, sort};
use crate::lint;
use crate::pack::PackFile;
use crate::profile::{Profile, Region};
use crate::script::Script;
use indexmap::IndexMap;

/// Everything of a pack but its flows.
pub(super) struct Beside {
    /// By id, the built-in one last.
    pub(super) profiles: IndexMap<String, Profile>,
    /// By id.
    pub(super) regions: IndexMap<String, Region>,
    /// Not yet checked against the flows.
    pub(super) tests: Vec<Script>,
}

impl Beside {
    /// Reads every such file; what is wrong with them goes to `diagnostics`.
    pub(super) fn read(files: &[PackFile], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut profiles = IndexMap::new();
        let mut regions = IndexMap::new();
        let mut test_files = Vec::new();
        for file in files {
            match FileKind::of(&file.path) {
                Some(FileKind::Profile(id)) => {
                    let profile = keep(profile_file(file, id), diagnostics);
                    profiles.extend(profile.map(|profile| (profile.id.clone(), profile)));
                }
                Some(FileKind::Region(id)) => {
                    let region = keep(region_file(file, id), diagnostics);
                    regions.extend(region.map(|region| (region.id.clone(), region)));
                }
                Some(FileKind::Test(flow)) => test_files.push((file, script::FileKind::Tests(flow.to_owned()))),
                Some(FileKind::Flow(_)) | None => {}
            }
        }
        diagnostics.extend(region::check_countries(regions.values()));
        let generic = Profile::generic();
        profiles.insert(generic.id.clone(), generic);
        let tests = each(&test_files, |(file, kind)| read_file(file, |root| script::read(kind, root)));
        let tests = tests.into_iter().filter_map(|read| keep(read, diagnostics)).collect();
        Self { profiles, regions, tests }
    }
}

fn profile_file(file: &PackFile, id: &str) -> Read<Profile> {
    read_file(file, |root| {
        let findings = root.findings();
        let profile = profile::read(id, root);
        lint::profile(&profile, findings);
        profile
    })
}

fn region_file(file: &PackFile, id: &str) -> Read<Region> {
    read_file(file, |root| {
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
    alone(profile_file(file, id))
}

/// Reads an answers file. What it says of a flow is then checked by [`script::check`].
pub fn read_answers(file: &PackFile) -> (Option<Script>, Vec<Diagnostic>) {
    alone(read_file(file, |root| script::read(&script::FileKind::Answers, root)))
}

/// Reads the tests of a flow. Whether what they say can happen is then checked by [`script::check`].
pub fn read_tests(flow: &str, file: &PackFile) -> (Option<Script>, Vec<Diagnostic>) {
    let kind = script::FileKind::Tests(flow.to_owned());
    alone(read_file(file, |root| script::read(&kind, root)))
}

fn alone<T>(read: Read<T>) -> (Option<T>, Vec<Diagnostic>) {
    let mut diagnostics = read.diagnostics;
    sort(&mut diagnostics);
    (read.value, diagnostics)
}
