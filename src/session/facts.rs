//! What conditions and placeholders see: the facts of one frame, the profile, the clock.

use crate::flow::condition::Facts;
use crate::flow::duration::Wait;
use crate::flow::text::{Placeholder, Text};
use crate::flow::value::Value;
use crate::flow::{Flow, display};
use crate::hours::calendar;
use crate::i18n::Lang;
use crate::profile::Profile;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::HashMap;

/// The world of one frame at one instant.
pub(super) struct View<'a> {
    pub(super) flow: &'a Flow,
    pub(super) facts: &'a HashMap<String, Value>,
    pub(super) profile: &'a Profile,
    pub(super) country: Option<&'a str>,
    pub(super) zone: &'a TimeZone,
    pub(super) now: Timestamp,
}

impl Facts for View<'_> {
    fn fact(&self, name: &str) -> Value {
        self.facts.get(name).cloned().unwrap_or(Value::Unknown)
    }

    fn profile(&self, path: &str) -> Value {
        let word = |word: Option<&str>| word.map_or(Value::Unknown, |word| Value::Choice(word.to_owned()));
        match path {
            "kind" => word(self.profile.kind.map(crate::profile::Kind::id)),
            "country" => word(self.profile.country.as_deref()),
            "currency" => word(self.profile.currency.as_deref()),
            _ => self.profile.values.get(path).cloned().unwrap_or(Value::Unknown),
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

    fn fill(&self, placeholder: &Placeholder, lang: Lang, follow_up: Option<Timestamp>) -> String {
        match placeholder {
            Placeholder::Fact(name) => {
                display::value(&self.fact(name), self.step_behind(name), lang, self.zone, self.now)
            }
            Placeholder::Rest(name) => self.labels(name, lang, false),
            Placeholder::Count(name) => match self.fact(name) {
                Value::Choices(ticked) => ticked.len().to_string(),
                _ => "0".to_owned(),
            },
            Placeholder::Profile(path) if path == "name" => self.profile.name.as_plain(lang),
            Placeholder::Profile(path) => match self.profile.waits.get(path) {
                Some(wait) => display::duration(*wait, lang),
                None => display::value(&self.profile(path), None, lang, self.zone, self.now),
            },
            Placeholder::FollowUp => {
                display::value(&follow_up.map_or(Value::Unknown, Value::Time), None, lang, self.zone, self.now)
            }
        }
    }

    /// The step whose fact this is; a given fact (`STEP.FACT`) shows without one.
    fn step_behind(&self, name: &str) -> Option<&crate::flow::step::Step> {
        self.flow.step_named(name).map(|(_, step)| step)
    }

    /// Ticked or unticked labels, one a line.
    fn labels(&self, name: &str, lang: Lang, want_ticked: bool) -> String {
        use crate::flow::step::{AnswerType, Verb};
        let Some(Verb::Ask(ask)) = self.step_behind(name).map(|step| &step.verb) else { return String::new() };
        let AnswerType::Choices { options, .. } = &ask.kind else { return String::new() };
        let Value::Choices(ticked) = self.fact(name) else { return String::new() };
        let lines: Vec<String> = options
            .iter()
            .filter(|option| ticked.contains(&option.value) == want_ticked)
            .map(|option| format!("- {}", option.label.as_plain(lang)))
            .collect();
        lines.join("\n")
    }
}
