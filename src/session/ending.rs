//! How a walk ends: its words, its category, and until when to wait.

use super::state::{State, World};
use super::story::Ending;
use crate::flow::Flow;
use crate::flow::duration::Unit;
use crate::flow::step::{End, Step, WaitFor};
use crate::flow::value::Value;
use crate::hours::calendar;
use crate::i18n::Lang;
use jiff::Timestamp;

impl<'p> State<'p> {
    /// The end at the current step.
    pub(super) fn ending(
        &self,
        world: &World<'p>,
        flow: &'p Flow,
        step: &'p Step,
        end: &'p End,
        now: Timestamp,
    ) -> Ending<'p> {
        let country = world.profile.country.as_deref();
        let facts = self.frames.last().map(|frame| &frame.facts);
        let since = end.since.as_ref().and_then(|fact| facts.and_then(|facts| facts.get(fact)));
        let wait = match &end.wait {
            Some(WaitFor::Fixed(wait)) => Some(*wait),
            Some(WaitFor::Profile(path)) => world.profile.waits.get(path).copied(),
            None => None,
        };
        let follow_up = wait.filter(|_| world.untold().is_none()).map(|wait| {
            let from = match since {
                Some(Value::Time(instant)) => *instant,
                _ => now,
            };
            // Where business days count, they are those of whoever works on it.
            let zone = match wait.unit {
                Unit::BusinessDay => world.profile.time_zone.as_ref().unwrap_or(&world.zone),
                _ => &world.zone,
            };
            calendar::add(from, wait, zone, country).max(now)
        });
        let view = self.view(world, country, now);
        let text = both(|lang| view.as_ref().map_or_else(String::new, |view| view.render(&end.text, lang, follow_up)));
        let category = format!("{}/{}", flow.id, step.id);
        Ending { path: self.path(), flow, step: Some(step), outcome: end.outcome, category, follow_up, text }
    }
}

/// A sentence in both languages: zh, en.
pub(super) fn both(text: impl Fn(Lang) -> String) -> (String, String) {
    (text(Lang::Zh), text(Lang::En))
}
