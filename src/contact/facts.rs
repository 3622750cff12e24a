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
}

/// The facts of listed channels, in the same order.
pub fn facts<'p>(view: &View<'p>, listed: &[Listed<'p>]) -> Vec<Facts<'p>> {
    listed
        .iter()
        .map(|listed| Facts {
            id: &listed.channel.id,
            kind: &listed.channel.kind,
            open: listed.is_open(),
            opens_at: listed.hours.and_then(|hours| hours.opens_at).map(|at| iso(at, view.zone)),
            closes_at: listed.hours.and_then(|hours| hours.closes_at).map(|at| iso(at, view.zone)),
            busy: listed.busy,
            languages: &listed.channel.languages,
            address: listed.channel.address.as_deref(),
        })
        .collect()
}
