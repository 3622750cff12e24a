//! The flows, profiles and regions that belong together. Built by `parse` from sources; loaded from disk or from the
//! program itself by `library`.

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
#[derive(Debug, Clone)]
pub struct Pack {
    /// Sound flows by id; one that has errors or reaches one is in `unsound` instead.
    pub flows: IndexMap<String, Flow>,
    /// Ids of flows that have errors or reach a flow that has.
    pub unsound: Vec<String>,
    /// Profiles by id, the built-in `generic` always among them.
    pub profiles: IndexMap<String, Profile>,
    /// Regions by id.
    pub regions: IndexMap<String, Region>,
    /// Test files by flow id; empty when they were not read.
    pub tests: IndexMap<String, Script>,
    /// 64 hex digits: SHA-256 over names and texts of all flows, profiles and regions, sorted by name.
    pub hash: String,
}

impl Pack {
    /// The region whose countries include `country`.
    pub fn region_of(&self, country: &str) -> Option<&Region> {
        self.regions.values().find(|region| region.countries.iter().any(|code| code == country))
    }

    /// The guard flow, if the pack has one.
    pub fn guard(&self) -> Option<&Flow> {
        self.flows.values().find(|flow| flow.guard)
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
            _ => &self.profiles["generic"],
        }
    }
}
