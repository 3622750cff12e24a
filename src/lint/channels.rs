//! Whether whoever is sent to support finds somebody there.

use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::draft::{Draft, DraftStep, DraftVerb};
use crate::flow::step::Outcome;
use crate::i18n::Message;
use crate::profile::{Profile, Purpose, Region};
use indexmap::IndexMap;
use std::collections::HashSet;

/// A step that shows the channels of a purpose.
struct Use<'d> {
    purpose: Purpose,
    draft: &'d Draft,
    step: &'d DraftStep,
    /// Whether its author has a reason for doing without.
    is_allowed: bool,
}

/// Purposes that a screen or an end of the pack shows and for which a profile, together with the region of its country,
/// has no channel. The built-in profile has the channels that it has.
///
/// What is wrong is the profile. Only a step that allows it gets the finding itself, since that is where its suppression
/// looks for one.
pub(super) fn outcome_without_channel(
    drafts: &IndexMap<String, Draft>,
    profiles: &IndexMap<String, Profile>,
    regions: &IndexMap<String, Region>,
) -> Vec<Diagnostic> {
    let uses = uses(drafts);
    let mut found = Vec::new();
    for profile in profiles.values() {
        let Some(source) = &profile.source else { continue };
        let country = profile.country.as_ref();
        let region = country.and_then(|code| regions.values().find(|region| region.countries.contains(code)));
        let channels = profile.channels.iter().chain(region.iter().flat_map(|region| &region.channels));
        let served: Vec<Purpose> = channels.flat_map(|channel| channel.purposes.iter().copied()).collect();
        for shown in uses.iter().filter(|shown| !served.contains(&shown.purpose)) {
            let (source, span) = if shown.is_allowed {
                (&shown.draft.source, shown.step.span)
            } else {
                (source, profile.places.get("profile").copied().unwrap_or_default())
            };
            let purpose = shown.purpose.id();
            let step = format!("{}/{}", shown.draft.id, shown.step.id);
            let message = Message::new("outcome-without-channel").with("purpose", purpose).with("step", step);
            let help = Message::new("outcome-without-channel-help").with("purpose", purpose);
            found.push(Diagnostic::new(Rule::OutcomeWithoutChannel, source, span, message).help(help));
        }
    }
    found
}

/// The first use of every purpose, and every one that is allowed to find nobody.
fn uses(drafts: &IndexMap<String, Draft>) -> Vec<Use<'_>> {
    let mut uses: Vec<Use<'_>> = Vec::new();
    let mut told = HashSet::new();
    for draft in drafts.values() {
        let allows = draft.allows.iter().filter(|allow| allow.rule == Rule::OutcomeWithoutChannel);
        let allowed: HashSet<Option<&str>> = allows.map(|allow| allow.step.as_deref()).collect();
        for step in draft.steps.values() {
            let of_end = match &step.verb {
                DraftVerb::End(end) => end.outcome.and_then(purpose),
                _ => None,
            };
            for purpose in step.show.into_iter().chain(of_end) {
                let is_allowed = allowed.contains(&None) || allowed.contains(&Some(step.id.as_str()));
                if is_allowed || told.insert(purpose) {
                    uses.push(Use { purpose, draft, step, is_allowed });
                }
            }
        }
    }
    uses
}

fn purpose(outcome: Outcome) -> Option<Purpose> {
    match outcome {
        Outcome::Contact => Some(Purpose::Contact),
        Outcome::Urgent => Some(Purpose::Urgent),
        Outcome::Legal => Some(Purpose::Legal),
        Outcome::Resolved | Outcome::Advice | Outcome::Wait => None,
    }
}
