//! Whether whoever is sent to support finds somebody there.

use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftVerb};
use crate::flow::step::Outcome;
use crate::i18n::Message;
use crate::profile::{Profile, Purpose, Region};
use crate::source::{Source, Span};
use indexmap::IndexMap;
use std::collections::HashSet;
use std::sync::Arc;

/// What profiles have no channel for, each together with the region of its country. The built-in profile has the channels
/// that it has.
#[derive(Debug)]
pub struct Lacking {
    profiles: Vec<(Arc<Source>, Span, Vec<Purpose>)>,
}

/// A step that shows the channels of a purpose.
#[derive(Debug)]
pub struct Use {
    /// The purpose.
    pub purpose: Purpose,
    /// The flow and the step.
    pub step: String,
}

impl Lacking {
    /// Of these profiles and regions.
    pub fn of(profiles: &IndexMap<String, Profile>, regions: &IndexMap<String, Region>) -> Self {
        let lacking = profiles.values().filter_map(|profile| {
            let source = profile.source.as_ref()?;
            let country = profile.country.as_ref();
            let region = country.and_then(|code| regions.values().find(|region| region.countries.contains(code)));
            let channels = profile.channels.iter().chain(region.iter().flat_map(|region| &region.channels));
            let served: Vec<Purpose> = channels.flat_map(|channel| channel.purposes.iter().copied()).collect();
            let lacks: Vec<Purpose> =
                Purpose::ALL.iter().map(|(_, purpose)| *purpose).filter(|purpose| !served.contains(purpose)).collect();
            let span = profile.places.get("profile").copied().unwrap_or_default();
            (!lacks.is_empty()).then(|| (Arc::clone(source), span, lacks))
        });
        Self { profiles: lacking.collect() }
    }

    /// Purposes that a screen or an end of the pack shows and for which a profile has no channel. `uses`: the first one of
    /// each counts.
    pub fn outcome_without_channel<'u>(&self, uses: impl Iterator<Item = &'u Use>) -> Vec<Diagnostic> {
        let mut first: Vec<&Use> = Vec::new();
        for shown in uses {
            if first.iter().all(|other| other.purpose != shown.purpose) {
                first.push(shown);
            }
        }
        let mut found = Vec::new();
        for (source, span, lacks) in &self.profiles {
            for shown in first.iter().filter(|shown| lacks.contains(&shown.purpose)) {
                found.push(report(source, *span, shown));
            }
        }
        found
    }

    /// The steps of a flow that show what some profile has no channel for, the first of each purpose. A step that allows
    /// that gets the finding itself, since that is where its suppression looks for one.
    pub(super) fn uses(&self, draft: &Draft, found: &mut Vec<Diagnostic>) -> Vec<Use> {
        let mut uses: Vec<Use> = Vec::new();
        if self.profiles.is_empty() {
            return uses;
        }
        let allows = draft.allows.iter().filter(|allow| allow.rule == Rule::OutcomeWithoutChannel);
        let allowed: HashSet<Option<&str>> = allows.map(|allow| allow.step.as_deref()).collect();
        for step in draft.steps.values() {
            let of_end = match &step.verb {
                DraftVerb::End(end) => end.outcome.and_then(purpose),
                _ => None,
            };
            for purpose in step.show.into_iter().chain(of_end) {
                let mut lacking = self.profiles.iter().filter(|(_, _, lacks)| lacks.contains(&purpose)).peekable();
                if lacking.peek().is_none() {
                    continue;
                }
                let shown = || Use { purpose, step: format!("{}/{}", draft.id, step.id) };
                if allowed.contains(&None) || allowed.contains(&Some(step.id.as_str())) {
                    found.extend(lacking.map(|_| report(&draft.source, step.span, &shown())));
                } else if uses.iter().all(|other| other.purpose != purpose) {
                    uses.push(shown());
                }
            }
        }
        uses
    }
}

fn report(source: &Arc<Source>, span: Span, shown: &Use) -> Diagnostic {
    let purpose = shown.purpose.id();
    let message = Message::new("outcome-without-channel").with("purpose", purpose).with("step", shown.step.as_str());
    let help = Message::new("outcome-without-channel-help").with("purpose", purpose);
    Diagnostic::new(Rule::OutcomeWithoutChannel, source, span, message).help(help)
}

fn purpose(outcome: Outcome) -> Option<Purpose> {
    match outcome {
        Outcome::Contact => Some(Purpose::Contact),
        Outcome::Urgent => Some(Purpose::Urgent),
        Outcome::Legal => Some(Purpose::Legal),
        Outcome::Resolved | Outcome::Advice | Outcome::Wait => None,
    }
}
