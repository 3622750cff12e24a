//! What nobody has checked for a year: phone numbers, limits and the screens of apps change. Judged against a given day; no
//! clock in here.

use crate::diagnostic::{Diagnostic, Rule};
use crate::flow::Flow;
use crate::i18n::Message;
use crate::profile::{Profile, Region};
use crate::source::{Source, Span};
use indexmap::IndexMap;
use jiff::ToSpan;
use jiff::civil::Date;
use std::sync::Arc;

/// The entries of profiles and regions that were last checked over twelve months before `today`, sorted by file.
pub fn stale(profiles: &IndexMap<String, Profile>, regions: &IndexMap<String, Region>, today: Date) -> Vec<Diagnostic> {
    let profiles = profiles.values().filter_map(|profile| Some((profile.source.as_ref()?, &profile.places)));
    let regions = regions.values().map(|region| (&region.source, &region.places));
    let mut found: Vec<Diagnostic> =
        profiles.chain(regions).flat_map(|(source, places)| stale_in(source, places, today)).collect();
    crate::diagnostic::sort(&mut found);
    found
}

fn stale_in(source: &Arc<Source>, places: &IndexMap<String, Span>, today: Date) -> Vec<Diagnostic> {
    // Reading has already told which dates are none.
    let dates =
        places.iter().filter(|(path, _)| path.rsplit('.').next() == Some("verified")).filter_map(|(_, span)| {
            let date: Date = source.text.get(span.start..span.end)?.parse().ok()?;
            Some((*span, date))
        });
    dates
        .filter(|(_, date)| is_old(*date, today))
        .map(|(span, date)| {
            let message = Message::new("profile-stale").with("date", date.to_string());
            Diagnostic::new(Rule::ProfileStale, source, span, message).help(Message::new("profile-stale-help"))
        })
        .collect()
}

/// The flows of these that were last reviewed over twelve months before `today`.
pub fn unreviewed<'f>(flows: impl Iterator<Item = &'f Flow>, today: Date) -> Vec<Diagnostic> {
    let day_of = |flow: &'f Flow| Some((flow, flow.reviewed?, flow.reviewed_at?));
    let old = flows.filter_map(day_of).filter(|(_, day, _)| is_old(*day, today));
    let mut found: Vec<Diagnostic> = old
        .map(|(flow, day, span)| {
            let message = Message::new("content-stale").with("date", day.to_string());
            Diagnostic::new(Rule::ContentStale, &flow.source, span, message).help(Message::new("content-stale-help"))
        })
        .collect();
    crate::diagnostic::sort(&mut found);
    found
}

fn is_old(day: Date, today: Date) -> bool {
    day.saturating_add(12.months()) < today
}
