//! Channels for other programs: the shape of `contact --format json`.

use super::{Listed, View};
use crate::flow::display::iso;
use serde::Serialize;

/// One channel. Keys are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts<'p> {
    /// Its id in the file.
    pub id: &'p str,
    /// Its kind, such as `chat`.
    pub kind: &'p str,
    /// Whether somebody is there now; null: not known.
    pub open: Option<bool>,
    /// When it opens next, where it is closed.
    pub opens_at: Option<String>,
    /// When it closes, where it is open; null around the clock.
    pub closes_at: Option<String>,
    /// Whether it is usually busy at this time.
    pub busy: bool,
    /// Languages spoken there.
    pub languages: &'p [String],
    /// Phone number, URL or mail address.
    pub address: Option<&'p str>,
    /// What it is for, as files write it.
    #[serde(rename = "for")]
    pub purposes: Vec<&'static str>,
    /// Whether it is a public office's rather than the provider's.
    pub regional: bool,
    /// When it is usually quieter, where it is busy.
    pub busy_until: Option<String>,
    /// When to ask again, if one writes now and nothing comes.
    pub follow_up_by: Option<String>,
    /// The day on which somebody last checked it.
    pub verified: Option<String>,
    /// `low`: doubtful, to be confirmed first; else `high`, as files write it.
    pub confidence: &'static str,
}

/// The facts of listed channels, in the same order.
pub fn facts<'p>(view: &View<'p>, listed: &[Listed<'p>]) -> Vec<Facts<'p>> {
    let told = |at| iso(at, view.zone);
    let one = |listed: &Listed<'p>| {
        let channel = listed.channel;
        Facts {
            id: &channel.id,
            kind: &channel.kind,
            open: listed.is_open(),
            opens_at: listed.hours.and_then(|hours| hours.opens_at).map(told),
            closes_at: listed.hours.and_then(|hours| hours.closes_at).map(told),
            busy: listed.busy,
            languages: &channel.languages,
            address: channel.address.as_deref(),
            purposes: channel.purposes.iter().map(|purpose| purpose.id()).collect(),
            regional: listed.regional,
            busy_until: listed.busy_until.map(told),
            follow_up_by: listed.due.map(told),
            verified: channel.verified.map(|date| date.to_string()),
            confidence: if channel.low_confidence { "low" } else { "high" },
        }
    };
    listed.iter().map(one).collect()
}
