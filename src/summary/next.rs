//! What happens next: what the person was told, where they were sent, and until when to wait.

use super::words::{self, Teller};
use crate::flow::step::Verb;
use crate::profile::Channel;

/// What happens next.
#[derive(Debug, Clone, Default)]
pub struct Next {
    /// The channels of the ending's purposes, in the order in which the person saw them.
    pub channels: Vec<ChannelLine>,
    /// The instant until which to wait.
    pub follow_up_by: Option<String>,
    /// What the end told the person.
    pub told: Option<String>,
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
        _ => None,
    });
    let channels = story.profile.channels.iter().chain(story.region.iter().flat_map(|region| &region.channels));
    let mut lines: Vec<ChannelLine> = Vec::new();
    for purpose in ending.outcome.purposes() {
        for channel in channels.clone().filter(|channel| channel.purposes.contains(purpose)) {
            if lines.iter().all(|line| line.id != channel.id) {
                lines.push(line(teller, channel));
            }
        }
    }
    Next { channels: lines, follow_up_by: ending.follow_up.map(|at| teller.instant(at)), told }
}

fn line(teller: &Teller, channel: &Channel) -> ChannelLine {
    ChannelLine {
        id: channel.id.clone(),
        name: words::one_line(&channel.name.as_plain(teller.lang)),
        address: channel.address.clone(),
        open: (channel.hours.as_deref() == Some("24/7")).then_some(true),
        opens_at: None,
    }
}
