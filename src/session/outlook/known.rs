//! What of a flow ahead is known already, and will not change before it is needed.

use super::{Inputs, Outlook};
use crate::flow::StepIndex;
use crate::flow::condition::{Condition, Subject, Test};
use crate::flow::step::Argument;
use crate::flow::value::Value;
use crate::profile::Purpose;
use crate::session::facts::View;
use crate::session::frame::argument_value;
use indexmap::IndexMap;

impl<'p> Outlook<'_, 'p> {
    /// What a flow is given. What is known to be unknown is not handed over.
    pub(super) fn handed(&self, scope: usize, with: &'p IndexMap<String, Argument>) -> Inputs<'p> {
        let value = |argument: &Argument| match argument {
            Argument::Fact(name) if !self.stays(scope, name) => None,
            argument => Some(argument_value(argument, &self.scopes[scope].facts, &self.session.world)),
        };
        let inputs = with.iter().map(|(name, argument)| (name.as_str(), value(argument)));
        inputs.filter(|(_, value)| *value != Some(Value::Unknown)).collect()
    }

    /// Takes it that a step has these facts once it is passed; one that had others before may be read before that.
    pub(super) fn know(&mut self, scope: usize, at: StepIndex, facts: impl IntoIterator<Item = (String, Value)>) {
        let here = &mut self.scopes[scope];
        if here.frame.is_none_or(|frame| !frame.facts.contains_key(&here.flow.step(at).id)) {
            here.open[at.0] = false;
            here.facts.extend(facts);
        }
    }

    /// Whether a fact can change no more.
    fn stays(&self, scope: usize, name: &str) -> bool {
        let here = &self.scopes[scope];
        let step = name.split_once('.').map_or(name, |(step, _)| step);
        here.flow.step_named(step).is_some_and(|(at, _)| !here.open[at.0])
    }

    /// Whether a condition will hold when its branch is reached; `None`: nobody knows yet.
    pub(super) fn decided(&self, scope: usize, condition: &Condition) -> Option<bool> {
        let one_of = |parts: &[Condition], wanted: bool| {
            let mut rest = Some(!wanted);
            for part in parts {
                match self.decided(scope, part) {
                    Some(holds) if holds == wanted => return Some(wanted),
                    None => rest = None,
                    Some(_) => {}
                }
            }
            rest
        };
        match condition {
            Condition::Or(parts) => one_of(parts, true),
            Condition::And(parts) => one_of(parts, false),
            Condition::Not(part) => self.decided(scope, part).map(|holds| !holds),
            // Time goes on.
            Condition::Test(Test::Age { .. }) => None,
            Condition::Test(_) => {
                let mut stays = true;
                condition.each_subject(&mut |subject| {
                    stays &= matches!(subject, Subject::Profile(_))
                        || matches!(subject, Subject::Fact(name) if self.stays(scope, name));
                });
                stays.then(|| condition.holds(&self.view(scope)))
            }
        }
    }

    fn view(&self, scope: usize) -> View<'_> {
        let (here, world) = (&self.scopes[scope], &self.session.world);
        View {
            pack: world.pack,
            flow: here.flow,
            facts: &here.facts,
            visits: &self.session.state.visits,
            profile: world.profile,
            country: world.profile.country.as_deref(),
            zone: &world.zone,
            untold: None,
            now: self.session.clock,
        }
    }

    pub(super) fn asks_country(&self, purposes: &[Purpose]) -> bool {
        self.between.country && self.session.needs_country(purposes)
    }
}
