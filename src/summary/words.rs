//! How the summary says things: values, labels and texts of flows in its language, masked and on one line.

use super::mask::Masks;
use crate::domain::harmless;
use crate::flow::display;
use crate::flow::field::Place;
use crate::flow::probe::ProbeKind;
use crate::flow::step::{AnswerType, Step, TextFormat, Verb};
use crate::flow::text::{Placeholder, Text};
use crate::flow::value::Value;
use crate::i18n::{Lang, Message};
use crate::session::story::{Story, Visit};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A story and the language it is told in.
pub(super) struct Teller<'s> {
    pub(super) story: &'s Story<'s>,
    pub(super) lang: Lang,
    masks: Masks,
}

/// Shown where a text quotes a fact that may not reach the summary.
const WITHHELD: &str = "***";

impl<'s> Teller<'s> {
    pub(super) fn new(story: &'s Story<'s>, lang: Lang) -> Self {
        Self { story, lang, masks: Masks::of(story) }
    }

    /// The provider's name, unless the profile is the one that knows no provider.
    pub(super) fn provider(&self) -> Option<String> {
        let profile = self.story.profile;
        (profile.id != "generic").then(|| one_line(&profile.name.as_plain(self.lang)))
    }

    /// The instant as ISO 8601 with the offset of the person's zone.
    pub(super) fn instant(&self, at: Timestamp) -> String {
        display::iso(at, &self.story.zone)
    }

    /// The instant as people say it where the person is, the zone named.
    pub(super) fn local(&self, at: Timestamp) -> String {
        display::time(at, self.lang, &self.story.zone, self.story.at)
    }

    /// One clean line of words that came from outside, every masked value in it masked.
    pub(super) fn own_words(&self, text: &str) -> String {
        self.masks.hide(&one_line(text))
    }

    /// A visit's value in words; `None` where it is unknown. Addresses are whole.
    pub(super) fn value(&self, visit: &Visit) -> Option<String> {
        let step = visit.step;
        let words = match (&visit.value, &step.verb) {
            (Value::Unknown, _) => return None,
            (Value::Choice(id), Verb::Run(_)) => match visit.returned.and_then(|returned| returned.text.as_ref()) {
                Some(text) => self.text(text, visit),
                None => display::returned(id, None, self.lang),
            },
            (Value::Time(at), _) => self.instant(*at),
            (Value::Choices(ids), _) if !ids.is_empty() => {
                join(&display::ticked_labels(ids, Some(step), self.lang), self.lang)
            }
            // What a stranger sent, and agents open what they can tap.
            (Value::Text(text), _) if step.field.is_some_and(|field| field.place() == Place::Evidence) => {
                harmless(text, step.text_format() == Some(TextFormat::Url))
            }
            (value, _) => display::value(value, Some(step), self.lang, &self.story.zone, self.story.at),
        };
        Some(match (step.field, &visit.value) {
            (Some(field), Value::Text(text)) if field.masked() => self.masks.shown(field, &one_line(text)),
            _ => self.own_words(&words),
        })
    }

    /// What a visit is called: the step's label, the title of the flow it runs, or its first sentence.
    pub(super) fn label(&self, visit: &Visit) -> String {
        let step = visit.step;
        if let Some(label) = &step.label {
            return label.as_plain(self.lang);
        }
        if let Some(field) = step.field {
            return say(&format!("summary-field-{}", field.name()), self.lang);
        }
        match &step.verb {
            Verb::Run(run) => match self.story.pack.flows.get(&run.flow) {
                Some(flow) => flow.title.as_plain(self.lang),
                None => run.flow.clone(),
            },
            Verb::Probe(probe) => probe_name(probe.probe, self.lang),
            Verb::Ask(ask) => self.first_sentence(&ask.text, visit),
            Verb::Do(action) | Verb::Try(action) => self.first_sentence(&action.text, visit),
            _ => step.id.clone(),
        }
    }

    /// A flow's text as the person read it at `visit`, without facts that may not reach the summary.
    pub(super) fn text(&self, text: &Text, visit: &Visit) -> String {
        self.filled(text, &visit.path, visit.flow, None)
    }

    /// The text of the step at `path`, its placeholders filled in.
    pub(super) fn filled(
        &self,
        text: &Text,
        path: &str,
        flow: &crate::flow::Flow,
        follow_up: Option<Timestamp>,
    ) -> String {
        let filled = text.render(self.lang, &|placeholder| match placeholder {
            Placeholder::Fact(name) => {
                self.fact(path, name).map_or_else(|| unknown(self.lang), |visit| self.quoted_fact(visit))
            }
            Placeholder::Count(name) => match self.fact(path, name).map(|visit| &visit.value) {
                Some(Value::Choices(ids)) => ids.len().to_string(),
                _ => unknown(self.lang),
            },
            Placeholder::Rest(name) => match (self.fact(path, name), flow.step_named(name)) {
                (Some(Visit { value: Value::Choices(ids), .. }), Some((_, step))) => {
                    join(&display::unticked_labels(ids, step, self.lang), self.lang)
                }
                _ => unknown(self.lang),
            },
            Placeholder::Profile(path) => self.profile(path),
            Placeholder::FollowUp => follow_up.map_or_else(|| unknown(self.lang), |at| self.instant(at)),
        });
        self.masks.hide(&one_line(&filled))
    }

    fn first_sentence(&self, text: &Text, visit: &Visit) -> String {
        display::first_sentence(&self.text(text, visit))
    }

    /// The last visit that set the fact which a step at `path` calls `name`.
    fn fact(&self, path: &str, name: &str) -> Option<&'s Visit<'s>> {
        let full = match path.rsplit_once('.') {
            Some((run, _)) => format!("{run}.{name}"),
            None => name.to_owned(),
        };
        self.story.visits.iter().rev().find(|visit| visit.path == full)
    }

    fn quoted_fact(&self, visit: &Visit) -> String {
        let open = match &visit.step.verb {
            Verb::Ask(_) => visit.step.field.is_some() || visit.step.label.is_some(),
            _ => true,
        };
        if !visit.is_public() || !open {
            return WITHHELD.to_owned();
        }
        self.value(visit).unwrap_or_else(|| unknown(self.lang))
    }

    fn profile(&self, path: &str) -> String {
        let profile = self.story.profile;
        match path {
            "name" => profile.name.as_plain(self.lang),
            "kind" => profile.kind.map(|kind| kind.id().to_owned()).unwrap_or_default(),
            "country" => profile.country.clone().unwrap_or_default(),
            "currency" => profile.currency(self.lang).to_owned(),
            _ => match (profile.values.get(path), profile.waits.get(path)) {
                (Some(Value::Amount(amount)), _) => display::amount(amount),
                (Some(Value::Text(text)), _) => text.clone(),
                (_, Some(wait)) => display::duration(*wait, self.lang),
                _ => unknown(self.lang),
            },
        }
    }
}

/// The program's sentence of that key.
pub(super) fn say(key: &str, lang: Lang) -> String {
    Message::new(key).text(lang)
}

/// The name of a check for people.
pub(super) fn probe_name(probe: ProbeKind, lang: Lang) -> String {
    say(&format!("probe-{}", probe.id()), lang)
}

/// Whether the person wrote the value in words of their own, which are quoted.
pub(super) fn is_quoted(step: &Step) -> bool {
    matches!(&step.verb, Verb::Ask(ask) if matches!(ask.kind, AnswerType::Text(TextFormat::Free | TextFormat::Error)))
}

/// The value as answers files write it.
pub(super) fn file_value(value: &Value, zone: &TimeZone) -> serde_json::Value {
    match value {
        Value::Unknown => serde_json::Value::Null,
        Value::Choice(id) => id.as_str().into(),
        Value::Choices(ids) => ids.as_slice().into(),
        Value::Amount(amount) => amount.to_string().into(),
        Value::Number(number) => (*number).into(),
        Value::Time(at) => display::iso(*at, zone).into(),
        Value::Version(version) => version.to_string().into(),
        Value::Text(text) => one_line(text).into(),
    }
}

/// No control characters, no invisible direction marks, white space folded: nothing that draws over other lines.
pub(super) fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(
            |c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'),
        )
        .map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What there is of it, with commas between.
pub(super) fn commas<'t>(parts: impl Iterator<Item = &'t str>, lang: Lang) -> String {
    parts.collect::<Vec<_>>().join(if lang == Lang::Zh { "，" } else { ", " })
}

fn unknown(lang: Lang) -> String {
    say("value-unknown", lang)
}

/// Labels hold commas, so they are kept apart by more than that.
fn join(labels: &[String], lang: Lang) -> String {
    labels.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}
