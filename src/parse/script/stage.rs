//! What a script plays on: the flows and profiles that it can name. A whole pack, or the part of one that is being read.

use super::super::lost::Gone;
use crate::flow::Flow;
use crate::flow::layers::Layers;
use crate::pack::Pack;
use crate::profile::Profile;
use crate::script::{Script, ScriptEvent};
use indexmap::IndexMap;

/// The flows and profiles that a script can name.
pub struct Stage<'p> {
    /// Flows that could be read, also some that are not sound.
    pub flows: Layers<'p, Flow>,
    /// Ids of flows that have errors or reach a flow that has.
    pub is_unsound: &'p dyn Fn(&str) -> bool,
    /// The guard flow.
    pub guard: Option<&'p Flow>,
    /// Where a secret that got out leads.
    pub secret_out: Option<&'p Flow>,
    /// The ids of all flows, to find what a name was meant to be.
    pub ids: &'p [&'p str],
    /// The profiles by id.
    pub profiles: &'p IndexMap<String, Profile>,
    /// What the disk did not give.
    pub(in super::super) gone: Gone<'p>,
}

impl<'p> Stage<'p> {
    /// Calls `play` with a whole pack as the stage.
    pub(super) fn of<R>(pack: &Pack, play: impl FnOnce(&Stage<'_>) -> R) -> R {
        let none = IndexMap::new();
        let is_unsound = |id: &str| pack.unsound.iter().any(|unsound| unsound == id);
        let ids: Vec<&str> = pack.flows.keys().map(String::as_str).collect();
        play(&Stage {
            flows: Layers { below: &none, own: &pack.flows },
            is_unsound: &is_unsound,
            guard: pack.guard(),
            secret_out: pack.secret_out(),
            ids: &ids,
            profiles: &pack.profiles,
            gone: Gone(&[]),
        })
    }

    /// The sound flow of that id.
    pub(super) fn flow(&self, id: &str) -> Option<&'p Flow> {
        self.flows.get(id).filter(|_| !(self.is_unsound)(id))
    }
}

/// What a script names beyond the flow that it walks.
pub struct Names<'s> {
    /// Flows by id.
    pub flows: Vec<&'s str>,
    /// Steps of the guard flow.
    pub guard: bool,
    /// The flow for secrets that got out, without its id.
    pub secret_out: bool,
}

impl<'s> Names<'s> {
    /// Everything that `script` names.
    pub fn of(script: &'s Script) -> Self {
        let mut names = Self { flows: vec![&script.flow], guard: false, secret_out: false };
        let mut paths: Vec<&str> =
            script.answers.keys().chain(script.setting.probes.keys()).map(String::as_str).collect();
        for test in &script.tests {
            let expect = &test.expect;
            paths.extend(test.answers.keys().chain(test.setting.probes.keys()).map(String::as_str));
            paths.extend(expect.facts.keys().map(String::as_str));
            let places = expect.end.iter().chain(&expect.visits).chain(&expect.not_asked);
            paths.extend(places.map(|(path, _)| path.as_str()));
            let category = expect.category.as_ref().and_then(|(category, _)| category.rsplit_once('/'));
            names.flows.extend(category.map(|(flow, _)| flow));
            for (event, _) in test.events.iter().flatten() {
                paths.extend(event.path());
                match event {
                    ScriptEvent::Flow(_, flow) => names.flows.push(flow),
                    ScriptEvent::Exposed(_) => names.secret_out = true,
                    _ => {}
                }
            }
        }
        names.guard = paths.iter().any(|path| path.starts_with("guard."));
        names
    }
}
