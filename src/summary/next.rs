//! What happens next: what the person was told, where they were sent, and until when to wait.

use super::words::{self, Teller};
use crate::contact::{self, Listed, View};
use crate::flow::display;
use crate::flow::step::{Outcome, Verb};
use jiff::Timestamp;

/// What happens next.
#[derive(Debug, Clone, Default)]
pub struct Next {
    /// The channels of the ending's purposes, in the order in which the person saw them.
    pub channels: Vec<ChannelLine>,
    /// The instant until which to wait; where the person was sent to support or to complain, the one at which they ask again
    /// if no answer came: as promised to them, else as the first channel usually answers.
    pub follow_up_by: Option<String>,
    /// The same as an instant.
    pub follow_up: Option<Timestamp>,
    /// Whether the person was told to wait until then.
    pub waits: bool,
    /// What the end told the person.
    pub told: Option<String>,
    /// Whether the person stopped at a third visit.
    pub gave_up: bool,
}

impl Next {
    /// What the person does at that instant.
    pub(super) fn follow_up_key(&self) -> &'static str {
        if self.waits { "summary-wait-until" } else { "summary-ask-again" }
    }
}

/// A channel of that moment.
#[derive(Debug, Clone)]
pub struct ChannelLine {
    /// Its id in the profile or region.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Phone number, URL or mail address.
    pub address: Option<String>,
    /// Whether it was open; `None`: its hours are not known.
    pub open: Option<bool>,
    /// When it opens next, if it was closed.
    pub opens_at: Option<String>,
}

pub(super) fn of(teller: &Teller) -> Next {
    let story = teller.story;
    let Some(ending) = &story.ending else { return Next::default() };
    let told = ending.step.and_then(|step| match &step.verb {
        Verb::End(end) => Some(teller.filled(&end.text, &ending.path, ending.flow, ending.follow_up)),
        // A checklist that was run alone ends with its result.
        Verb::Return(ret) => Some(display::returned(&ret.value, ret.text.as_ref(), teller.lang)),
        _ => None,
    });
    let view = View {
        profile: story.profile,
        region: story.region,
        country: story.country.as_deref(),
        lang: story.lang,
        zone: &story.zone,
        // The channels were shown then, whatever was noted since.
        now: story.seen_at,
    };
    let channels = contact::list(&view, ending.outcome.purposes());
    let due = || channels.first().and_then(|listed| listed.due_after(story.at));
    // While money is leaving nobody waits for an answer; else what support promised counts more than what channels usually
    // keep.
    let promised = story.awaited(story.at);
    let follow_up =
        if ending.outcome.is_urgent() { ending.follow_up } else { promised.or(ending.follow_up).or_else(due) };
    Next {
        channels: channels.iter().map(|listed| line(teller, listed)).collect(),
        follow_up_by: follow_up.map(|at| teller.instant(at)),
        follow_up,
        waits: ending.outcome == Outcome::Wait,
        told,
        gave_up: ending.step.is_none(),
    }
}

fn line(teller: &Teller, listed: &Listed) -> ChannelLine {
    let channel = listed.channel;
    ChannelLine {
        id: channel.id.clone(),
        name: words::one_line(&channel.name.as_plain(teller.lang)),
        address: channel.address.clone(),
        open: listed.is_open(),
        opens_at: listed.hours.and_then(|hours| hours.opens_at).map(|at| teller.instant(at)),
    }
}
