//! The flows, profiles and regions that belong together. Built by `parse` from sources; loaded from disk or from the
//! program itself by `library`.

use crate::flow::Flow;
use crate::profile::{Profile, Region};
use crate::script::Script;
use indexmap::IndexMap;
use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, OnceLock};

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
    pub flows: Flows,
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

/// Flows by id. Those behind the guard's first screen may be read only when one of them is needed.
#[derive(Default)]
pub struct Flows {
    guard: Option<Flow>,
    all: OnceLock<IndexMap<String, Flow>>,
    rest: Mutex<Option<Rest>>,
}

/// Reads all flows.
pub type Rest = Box<dyn FnOnce() -> IndexMap<String, Flow> + Send>;

impl Flows {
    /// The guard flow at once, all of them when they are needed. Where that guard leads is known only to the whole pack.
    pub fn guard_first(guard: Option<Flow>, rest: Rest) -> Self {
        Self { guard, all: OnceLock::new(), rest: Mutex::new(Some(rest)) }
    }

    fn all(&self) -> &IndexMap<String, Flow> {
        self.all.get_or_init(|| {
            let rest = self.rest.lock().ok().and_then(|mut rest| rest.take());
            rest.map(|rest| rest()).unwrap_or_default()
        })
    }
}

impl From<IndexMap<String, Flow>> for Flows {
    fn from(all: IndexMap<String, Flow>) -> Self {
        Self { guard: None, all: all.into(), rest: Mutex::default() }
    }
}

impl FromIterator<(String, Flow)> for Flows {
    fn from_iter<I: IntoIterator<Item = (String, Flow)>>(flows: I) -> Self {
        flows.into_iter().collect::<IndexMap<_, _>>().into()
    }
}

impl Deref for Flows {
    type Target = IndexMap<String, Flow>;

    fn deref(&self) -> &Self::Target {
        self.all()
    }
}

impl DerefMut for Flows {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.all();
        self.all.get_mut().unwrap_or_else(|| unreachable!("just made"))
    }
}

impl fmt::Debug for Flows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all().keys()).finish()
    }
}

impl Pack {
    /// The region whose countries include `country`.
    pub fn region_of(&self, country: &str) -> Option<&Region> {
        self.regions.values().find(|region| region.countries.iter().any(|code| code == country))
    }

    /// The guard flow, if the pack has one.
    pub fn guard(&self) -> Option<&Flow> {
        self.flows.guard.as_ref().or_else(|| self.flows.values().find(|flow| flow.guard))
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
