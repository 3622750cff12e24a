//! Which channel to try first: the one place that says so.

use super::{Listed, speaks};
use crate::flow::duration::Unit;
use crate::i18n::Lang;
use crate::profile::Purpose;

/// A reason to try one channel before another.
#[derive(Debug, Clone, Copy)]
enum Reason {
    /// Before what everybody can read: that is open day and night, and impostors read it too.
    Private,
    /// What answers within a day before what takes days: while money is leaving, that is no channel to wait for.
    Swift,
    /// Somebody is there now; then where nobody knows; then closed.
    Open,
    /// The person's language is spoken there.
    Language,
    /// A voice before a chat before what is written and sent.
    Voice,
    /// Of those that are closed, what opens sooner.
    Opening,
}

/// The reasons of each purpose, the weightiest first. Channels of several purposes stand in the order of the purposes; what
/// is equal in everything stands as the files have it, the provider's before the region's.
const ORDER: [(Purpose, &[Reason]); 4] = [
    (Purpose::Contact, &[Reason::Private, Reason::Open, Reason::Language, Reason::Opening]),
    (Purpose::Urgent, &[Reason::Swift, Reason::Open, Reason::Language, Reason::Voice, Reason::Opening]),
    (Purpose::Legal, &[Reason::Private, Reason::Open, Reason::Language, Reason::Opening]),
    (Purpose::Fraud, &[Reason::Swift, Reason::Open, Reason::Language, Reason::Voice, Reason::Opening]),
];

/// What decides about a channel that is listed for `purpose`: smaller is earlier.
pub(super) fn key(listed: &Listed<'_>, purpose: Purpose, lang: Lang) -> Vec<i64> {
    let reasons = ORDER.iter().find(|(known, _)| *known == purpose).map_or(&[][..], |(_, reasons)| reasons);
    reasons.iter().map(|reason| weigh(*reason, listed, lang)).collect()
}

fn weigh(reason: Reason, listed: &Listed<'_>, lang: Lang) -> i64 {
    match reason {
        Reason::Swift => i64::from(is_slow(listed)),
        Reason::Open => match listed.is_open() {
            Some(true) => 0,
            None => 1,
            Some(false) => 2,
        },
        Reason::Language => i64::from(!speaks(listed.channel, lang)),
        Reason::Voice => match listed.channel.kind.as_str() {
            "phone" | "police" | "fraud-line" => 0,
            "chat" => 1,
            "email" | "form" => 2,
            _ => 3,
        },
        Reason::Private => i64::from(is_public(listed)),
        Reason::Opening => match listed.hours {
            Some(hours) if !hours.open => hours.opens_at.map_or(i64::MAX, jiff::Timestamp::as_second),
            _ => i64::MIN,
        },
    }
}

/// Whether an answer takes a day or longer.
pub(super) fn is_slow(listed: &Listed<'_>) -> bool {
    listed.channel.replies.is_some_and(|wait| match wait.unit {
        Unit::Second => wait.count >= 86_400,
        Unit::Minute => wait.count >= 1_440,
        Unit::Hour => wait.count >= 24,
        Unit::Day | Unit::BusinessDay | Unit::Month => wait.count > 0,
    })
}

/// Whether everybody can read what is written there.
pub(super) fn is_public(listed: &Listed<'_>) -> bool {
    matches!(listed.channel.kind.as_str(), "social" | "community")
}

/// Whether one writes there and waits: a voice answers at once or not at all, and a help page never.
pub(super) fn is_written(kind: &str) -> bool {
    !matches!(kind, "phone" | "police" | "fraud-line" | "visit" | "help-centre")
}
