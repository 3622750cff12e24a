//! What the disk did not give: files and folders of a pack that are there and could not be read. Nothing is said about
//! what may stand in them.

use crate::script::Script;

/// The paths of such files and folders in the pack.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gone<'l>(pub(super) &'l [String]);

impl Gone<'_> {
    /// Whether the flow of that id may stand there.
    pub(super) fn has_flow(self, id: &str) -> bool {
        self.has(id)
    }

    /// Whether the profile of that id may stand there.
    pub(super) fn has_profile(self, id: &str) -> bool {
        !self.0.is_empty() && self.has(&format!("profiles/{id}"))
    }

    /// Whether a script needs a profile that may stand there.
    pub(super) fn has_profile_of(self, script: &Script) -> bool {
        let settings = std::iter::once(&script.setting).chain(script.tests.iter().map(|test| &test.setting));
        settings.filter_map(|setting| setting.profile.as_ref()).any(|id| self.has_profile(id))
    }

    /// Whether a file is lost, given without `.toml`, or lies in a lost folder; the pack's own has no name.
    fn has(self, path: &str) -> bool {
        self.0.iter().any(|lost| {
            lost.strip_suffix(".toml") == Some(path)
                || path.strip_prefix(lost.as_str()).is_some_and(|rest| lost.is_empty() || rest.starts_with('/'))
        })
    }
}
