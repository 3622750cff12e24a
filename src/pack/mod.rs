//! The flows, profiles and regions that belong together. Built by `parse` from sources; loaded from disk or from the
//! program itself by `library`.

mod hash;
mod later;
mod shelf;

pub use hash::PackHash;
pub use later::Later;
pub use shelf::{InMemory, Shelf};

use crate::flow::Flow;
use crate::profile::{Profile, Region};
use crate::script::Script;
use indexmap::IndexMap;
use std::borrow::Cow;

/// A file of a pack that nobody has read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Its path in the pack, always with `/`: `shared/check-network.toml`.
    pub path: String,
    /// As messages show it: `flows/shared/check-network.toml`.
    pub name: String,
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
}

/// Everything a session can need, checked.
#[derive(Debug)]
pub struct Pack {
    /// Sound flows by id; one that has errors or reaches one is in `unsound` instead.
    pub flows: Later<Flow>,
    /// Ids of flows that have errors or reach a flow that has.
    pub unsound: Vec<String>,
    /// The guard flow, where its screens were read before all others. Where it leads is known only to `flows`.
    pub guard_ahead: Option<Flow>,
    /// The guard flow that is unsound: without it nobody is asked about danger, so nothing else may begin either.
    pub lost_guard: Option<String>,
    /// The built-in profile that knows no provider.
    pub generic: Profile,
    /// Profiles by id, the built-in one among them.
    pub profiles: Later<Profile>,
    /// Regions by id.
    pub regions: Later<Region>,
    /// Test files by flow id; empty when they were not read.
    pub tests: IndexMap<String, Script>,
    /// SHA-256 over names and texts of all flows, profiles and regions, sorted by name.
    pub hash: PackHash,
}

impl Pack {
    /// The region whose countries include `country`.
    pub fn region_of(&self, country: &str) -> Option<&Region> {
        self.regions.values().find(|region| region.countries.iter().any(|code| code == country))
    }

    /// The guard flow, if the pack has one.
    pub fn guard(&self) -> Option<&Flow> {
        self.guard_ahead.as_ref().or_else(|| self.flows.values().find(|flow| flow.guard))
    }

    /// Where a leaked secret leads, if the pack says so.
    pub fn secret_out(&self) -> Option<&Flow> {
        self.flows.values().find(|flow| flow.secret_out)
    }

    /// The profile to use where nobody named one: the pack's only other profile, else generic.
    pub fn default_profile(&self) -> &Profile {
        let mut others = self.profiles.values().filter(|profile| profile.id != "generic");
        match (others.next(), others.next()) {
            (Some(only), None) => only,
            _ => &self.generic,
        }
    }
}
