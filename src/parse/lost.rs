//! What the disk did not give: files and folders of a pack that are there and could not be read.

use super::pack::FileKind;
use crate::flow::draft::{Draft, DraftVerb};
use crate::script::Script;
use indexmap::IndexMap;

/// The flows that may stand there: those whose own files are lost, and those that are called and lie in a lost folder.
pub(super) fn flows(lost: &[&str], drafts: &IndexMap<String, Draft>, tests: &[Script]) -> Vec<String> {
    let own = lost.iter().filter_map(|path| match FileKind::of(path)? {
        FileKind::Flow(id) => Some(id),
        _ => None,
    });
    let called = drafts.values().flat_map(|draft| draft.steps.values()).filter_map(|step| match &step.verb {
        DraftVerb::Run(call) | DraftVerb::Go(call) => call.flow.as_ref().map(|flow| flow.name.as_str()),
        _ => None,
    });
    let tested = tests.iter().map(|test| test.flow.as_str());
    let inside = called.chain(tested).filter(|id| !drafts.contains_key(*id) && lies_in(id, lost));
    let mut ids: Vec<String> = own.chain(inside).map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Whether a script uses a profile that may stand there.
pub(super) fn needs_profile(lost: &[&str], script: &Script) -> bool {
    let settings = std::iter::once(&script.setting).chain(script.tests.iter().map(|test| &test.setting));
    settings.filter_map(|setting| setting.profile.as_ref()).any(|id| {
        let path = format!("profiles/{id}");
        lost.iter().any(|lost| lost.strip_suffix(".toml") == Some(path.as_str())) || lies_in(&path, lost)
    })
}

/// Whether that path lies in a lost folder; the pack's own has no name.
fn lies_in(path: &str, lost: &[&str]) -> bool {
    let inside =
        |folder: &&str| path.strip_prefix(folder).is_some_and(|rest| folder.is_empty() || rest.starts_with('/'));
    lost.iter().any(inside)
}
