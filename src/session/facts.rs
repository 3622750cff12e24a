//! What conditions and placeholders see: the facts of one frame, the profile, the clock.

use super::story::Visit;
use crate::flow::condition::Facts;
use crate::flow::duration::Wait;
use crate::flow::step::{Step, Verb};
use crate::flow::text::{Placeholder, Text};
use crate::flow::value::Value;
use crate::flow::{Flow, display};
use crate::hours::calendar;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::Profile;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashMap;

/// The world of one frame at one instant.
pub(super) struct View<'a> {
    pub(super) pack: &'a Pack,
    pub(super) flow: &'a Flow,
    pub(super) facts: &'a HashMap<String, Value>,
    pub(super) visits: &'a [Visit<'a>],
    pub(super) profile: &'a Profile,
    pub(super) country: Option<&'a str>,
    pub(super) zone: &'a TimeZone,
    /// What stands for an instant that nobody knows any more.
    pub(super) untold: Option<&'a str>,
    pub(super) now: Timestamp,
}

impl Facts for View<'_> {
    fn fact(&self, name: &str) -> Value {
        self.facts.get(name).cloned().unwrap_or(Value::Unknown)
    }

    fn profile(&self, path: &str) -> Value {
        match (path, self.profile.value(path)) {
            // Always known; conditions ask no more than that, and which words they are depends on the language.
            ("name", _) => Value::Text(self.profile.name.as_plain(Lang::En)),
            ("currency", Value::Unknown) => Value::Text(self.profile.currency(Lang::En).to_owned()),
            ("time-zone", Value::Unknown) => Value::Text(self.zone_name()),
            (_, value) => value,
        }
    }

    fn profile_wait(&self, path: &str) -> Option<Wait> {
        self.profile.waits.get(path).copied()
    }

    fn now(&self) -> Timestamp {
        self.now
    }

    fn before(&self, instant: Timestamp, wait: Wait) -> Timestamp {
        calendar::subtract(instant, wait, self.zone, self.country)
    }
}

impl View<'_> {
    /// A text with its placeholders filled in.
    pub(super) fn render(&self, text: &Text, lang: Lang, follow_up: Option<Timestamp>) -> String {
        text.render(lang, &|placeholder| self.fill(placeholder, lang, follow_up))
    }

    /// The session's zone, which is that of a profile that names none.
    fn zone_name(&self) -> String {
        match self.zone.iana_name() {
            Some(name) => name.to_owned(),
            None => self.zone.to_offset(self.now).to_string(),
        }
    }

    fn fill(&self, placeholder: &Placeholder, lang: Lang, follow_up: Option<Timestamp>) -> String {
        match placeholder {
            Placeholder::Fact(name) => self.fact_in_words(name, lang),
            Placeholder::Rest(name) => self.labels(name, lang, false),
            Placeholder::Count(name) => match self.fact(name) {
                Value::Choices(ticked) => ticked.len().to_string(),
                _ => "0".to_owned(),
            },
            Placeholder::Profile(path) if path == "name" => self.profile.name.as_plain(lang),
            Placeholder::Profile(path) if path == "currency" => self.profile.currency(lang).to_owned(),
            Placeholder::Profile(path) => match self.profile.waits.get(path) {
                Some(wait) => display::duration(*wait, lang),
                None => display::value(&self.profile(path), None, lang, self.zone, self.now),
            },
            Placeholder::FollowUp if self.untold.is_some() => self.untold.unwrap_or_default().to_owned(),
            Placeholder::FollowUp => {
                display::value(&follow_up.map_or(Value::Unknown, Value::Time), None, lang, self.zone, self.now)
            }
        }
    }

    fn fact_in_words(&self, name: &str, lang: Lang) -> String {
        let value = self.fact(name);
        let step = self.step_behind(name);
        match (&value, step.map(|step| &step.verb)) {
            (Value::Choices(ticked), _) if !ticked.is_empty() => self.labels(name, lang, true),
            (Value::Choice(id), Some(Verb::Run(_))) => display::returned(id, self.returned(name), lang),
            _ => display::value(&value, step, lang, self.zone, self.now),
        }
    }

    /// The words of what the shared flow gave back that the step ran last.
    fn returned(&self, step: &str) -> Option<&Text> {
        let mut latest = self.visits.iter().rev();
        latest.find(|visit| visit.step.id == step && visit.flow.id == self.flow.id)?.returned?.text.as_ref()
    }

    /// The step whose fact this is; for `STEP.FACT` the step of the shared flow that gave it.
    fn step_behind(&self, name: &str) -> Option<&Step> {
        let (own, given) = name.split_once('.').map_or((name, None), |(own, given)| (own, Some(given)));
        let (_, step) = self.flow.step_named(own)?;
        match (given, &step.verb) {
            (None, _) => Some(step),
            (Some(given), Verb::Run(run)) => Some(self.pack.flows.get(&run.flow)?.step_named(given)?.1),
            _ => None,
        }
    }

    /// Ticked or unticked labels, one a line.
    fn labels(&self, name: &str, lang: Lang, want_ticked: bool) -> String {
        let (Some(step), Value::Choices(ticked)) = (self.step_behind(name), self.fact(name)) else {
            return String::new();
        };
        let labels = if want_ticked {
            display::ticked_labels(&ticked, Some(step), lang)
        } else {
            display::unticked_labels(&ticked, step, lang)
        };
        labels.iter().map(|label| format!("- {label}")).collect::<Vec<_>>().join("\n")
    }
}
