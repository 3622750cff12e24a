//! What can be read off a session: what it wants next, what was answered, what it came to.

use super::request::{Asking, Request};
use super::state::Waiting;
use super::story::{Story, Told, Visit, attached, noted};
use super::trail::Step as Moved;
use super::{Named, Session, question};
use crate::answer::Question;
use crate::flow::Flow;
use crate::flow::WORDS;
use crate::flow::field::Field;
use crate::flow::probe::ProbeCall;
use crate::flow::step::{Step, Verb};
use crate::flow::value::Value;
use crate::i18n::Lang;
use crate::pack::Pack;
use crate::profile::{Profile, Purpose, Region};
use crate::secrets::{Kind, excused};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The option that says that a secret got out, on the guard's list and in the flow for it.
const SECRET_OUT: &str = "secret-out";

impl<'p> Session<'p> {
    /// What the session wants next. `regional`: whether the person may be asked for their country.
    pub fn request(&self, regional: bool) -> Request<'p> {
        match &self.state.waiting {
            Waiting::Pick => Request::Pick,
            Waiting::Probe(call) => Request::Probe(call.clone()),
            Waiting::End(ending) if regional && self.needs_country(ending.outcome.purposes()) => Request::Country,
            Waiting::End(ending) => Request::End((**ending).clone()),
            Waiting::Person(finding) => {
                let Some((flow, step)) = self.state.step() else { return Request::Pick };
                if regional && step.show.is_some_and(|purpose| self.needs_country(&[purpose])) {
                    return Request::Country;
                }
                let path = self.state.path();
                let question = question::of(step, self.world.profile, self.lang);
                // The pack may have been edited since the answer was given.
                let fits = |value: &&Value| question.as_ref().is_some_and(|asked| question::fits(asked, value));
                let suggestion = self.suggestions.get(&path).filter(fits).cloned();
                let suggestion = suggestion.or_else(|| self.known_danger(flow).into_iter().find(|value| fits(&value)));
                Request::Ask(Asking {
                    visit: self.state.visit_number(),
                    flow,
                    flows: self.state.flows(),
                    step,
                    question,
                    suggestion,
                    finding: finding.clone(),
                    path,
                })
            }
        }
    }

    /// What the guard and the flow it leads to need not ask with nothing ticked: a refused secret that was typed elsewhere
    /// too is out.
    fn known_danger(&self, flow: &Flow) -> Vec<Value> {
        if !self.is_exposed() || !(flow.guard || flow.secret_out) {
            return Vec::new();
        }
        vec![Value::Choice(SECRET_OUT.to_owned()), Value::Choices(vec![SECRET_OUT.to_owned()])]
    }

    /// Checks that could soon be needed and whose inputs are known, except those with a fresh result.
    pub fn checks_ahead(&self) -> Vec<ProbeCall> {
        let mut calls = self.state.checks_ahead(&self.world);
        calls.retain(|call| self.fresh(call).is_none());
        calls
    }

    /// The texts of the waiting step, in the session's language: question, hint.
    pub fn words_of(&self, step: &Step) -> (String, Option<String>) {
        let Some(view) = self.state.view(&self.world, self.country(), self.clock) else {
            return (String::new(), None);
        };
        let text = match &step.verb {
            Verb::Ask(ask) => Some(&ask.text),
            Verb::Tell(tell) => Some(&tell.text),
            Verb::Do(action) | Verb::Try(action) => Some(&action.text),
            Verb::Probe(probe) => probe.ask.as_ref(),
            _ => None,
        };
        let render = |text| view.render(text, self.lang, None);
        (text.map(render).unwrap_or_default(), step.hint.as_ref().map(render))
    }

    /// The answers that can be changed: path, step, value; the latest visit of each, in order.
    pub fn answers(&self) -> Vec<(String, &'p Step, Value)> {
        let mut list: Vec<(String, &'p Step, Value)> = Vec::new();
        for visit in self.state.visits.iter().filter(|visit| self.is_answer(visit.path.as_str(), visit.number)) {
            list.retain(|(path, ..)| *path != visit.path);
            list.push((visit.path.clone(), visit.step, visit.value.clone()));
        }
        list
    }

    /// The problem in own words, unless they were taken out of the summary; empty where the list was wanted instead.
    pub fn words(&self) -> Option<&str> {
        self.all_words().filter(|_| !self.is_left_out(WORDS))
    }

    /// The same, also where they were taken out.
    pub fn all_words(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// Whether somebody took what stands at a path out of the summary.
    pub fn is_left_out(&self, path: &str) -> bool {
        self.dropped.iter().any(|dropped| dropped == path)
    }

    /// Whether anything was answered.
    pub fn has_answers(&self) -> bool {
        self.trail.iter().any(|moved| matches!(moved.step, Moved::Answer(_)))
    }

    /// The latest answered visit of the step at a path.
    pub fn answered(&self, path: &str) -> Option<Visit<'p>> {
        let visits = self.state.visits.iter().rev();
        visits.into_iter().find(|visit| visit.path == path && self.is_answer(path, visit.number)).cloned()
    }

    /// The step at a path that was visited or waits.
    pub fn step_at(&self, path: &str) -> Option<&'p Step> {
        let visited = self.state.visits.iter().find(|visit| visit.path == path).map(|visit| visit.step);
        visited.or_else(|| self.state.step().filter(|_| self.state.path() == path).map(|(_, step)| step))
    }

    /// How often the step at a path was reached on the way here, whatever it does.
    pub fn times_reached(&self, path: &str) -> u32 {
        self.state.times_reached(path)
    }

    /// The question of a step, as it would be asked now.
    pub fn question(&self, step: &Step) -> Option<Question> {
        question::of(step, self.world.profile, self.lang)
    }

    /// What the session came to so far.
    pub fn story(&self) -> Story<'p> {
        let country = self.country().map(str::to_owned);
        let mut visits = self.state.visits.clone();
        let dropped = |visit: &Visit<'_>| self.dropped.contains(&visit.path);
        let fields: Vec<Field> =
            visits.iter().filter(|visit| dropped(visit)).filter_map(|visit| visit.step.field).collect();
        for visit in &mut visits {
            // What one flow tells another is the same answer.
            let handed_on = visit.told != Told::Here && visit.step.field.is_some_and(|it| fields.contains(&it));
            visit.dropped = dropped(visit) || handed_on;
        }
        let flow = if self.state.main.is_empty() { self.asked_flow.clone() } else { Some(self.state.main.clone()) };
        Story {
            pack: self.world.pack,
            profile: self.world.profile,
            region: self.region(),
            country,
            lang: self.lang,
            zone: self.world.zone.clone(),
            flow: flow.unwrap_or_default(),
            words: self.words().filter(|words| !words.is_empty()).map(str::to_owned),
            visits,
            ending: match &self.state.waiting {
                Waiting::End(ending) => Some((**ending).clone()),
                _ => None,
            },
            notes: self.notes.iter().filter(|note| !self.dropped.contains(&noted(note))).cloned().collect(),
            attachments: self
                .attachments
                .iter()
                .filter(|file| !self.dropped.contains(&attached(&file.name)))
                .cloned()
                .collect(),
            refused: self.refused.clone(),
            exposed: self.exposed,
            seen_at: self.seen_at,
            at: self.clock,
        }
    }

    /// The secret that was refused last and of which nobody has said yet whether it was typed elsewhere.
    pub fn unasked_secret(&self) -> Option<Kind> {
        self.unasked
    }

    /// Whether a refused secret is known to have got out.
    pub fn is_exposed(&self) -> bool {
        self.exposed == Some(true)
    }

    /// What looks like a secret in answers and was accepted, as a transaction's hash is.
    pub fn excused(&self) -> Vec<String> {
        let answers = self.answers();
        let texts = answers.iter().filter_map(|(_, step, value)| match value {
            Value::Text(text) => Some(excused(text, step.text_format()?)),
            _ => None,
        });
        texts.flatten().collect()
    }

    /// The path at which the session waits; empty at the list of problems.
    pub fn path(&self) -> String {
        self.state.path()
    }

    /// The session's language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The instant of the latest event.
    pub fn clock(&self) -> Timestamp {
        self.clock
    }

    /// The person's zone.
    pub fn zone(&self) -> &TimeZone {
        &self.world.zone
    }

    /// The provider.
    pub fn profile(&self) -> &'p Profile {
        self.world.profile
    }

    /// The pack.
    pub fn pack(&self) -> &'p Pack {
        self.world.pack
    }

    /// The profile's country, else the one the person named.
    pub fn country(&self) -> Option<&str> {
        self.world.profile.country.as_deref().or(match &self.named {
            Named::Country(code) => Some(code),
            Named::NotAsked | Named::Elsewhere => None,
        })
    }

    /// What the person said when asked for it: a country, or none of those; `None`: they were not asked.
    pub fn country_said(&self) -> Option<Option<&str>> {
        match &self.named {
            Named::NotAsked => None,
            Named::Elsewhere => Some(None),
            Named::Country(code) => Some(Some(code)),
        }
    }

    /// The region of that country.
    pub fn region(&self) -> Option<&'p Region> {
        self.country().and_then(|country| self.world.pack.region_of(country))
    }

    pub(super) fn needs_country(&self, purposes: &[Purpose]) -> bool {
        self.named == Named::NotAsked
            && self.world.profile.country.is_none()
            && self.world.pack.regions.values().any(|region| {
                region.channels.iter().any(|channel| channel.purposes.iter().any(|purpose| purposes.contains(purpose)))
            })
    }

    fn is_answer(&self, path: &str, number: u32) -> bool {
        self.trail
            .iter()
            .any(|moved| moved.path == path && moved.visit == number && matches!(moved.step, Moved::Answer(_)))
    }
}
